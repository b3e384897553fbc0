import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

/** Short forms whose full stop ends no sentence. */
const SHORT_FORMS: ReadonlySet<string> = new Set(
  'approx auth authd dept corp assoc univ spec resp tabs caps temp prev diag cont prov eval exam meds appt extr extrem bilat norm incl ther phys occup chap sect vols figs subq dist prox'.split(
    ' ',
  ),
);
const LEAST_WORD = 4;
/** Short words that are no short forms. */
const SHORT_WORDS: ReadonlySet<string> = new Set(
  'so it he him her them do did was is are had has day all leg arm hip toe rib use not out off now one two six ten'.split(
    ' ',
  ),
);
/** Words that begin sentences of determinations; they show a sentence even behind a number. */
const BEGINNERS: ReadonlySet<string> = new Set(
  'the there this these he she his her it they patient claimant applicant current physical treatment therefore however medical additionally according based mtus guidelines in on at during all an patients utilization both since although no not'.split(
    ' ',
  ),
);

/** Finds sentences that begin with a small letter: "of the neck. the patient", with a space after the full stop. */
export function checkCapitals(tokens: readonly Token[]): WordFinding[] {
  const findings: WordFinding[] = [];
  for (let i = 2; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (!token.opens || token.glued || token.type !== 'word' || token.text !== token.lower) continue;
    if (tokens[i - 1]?.text !== '.' || !endsSentence(tokens[i - 2] as Token, token)) continue;
    // "e.g. x-ray", "the 2nd. ed", a code or a lone letter
    if (token.text.length < 2 || tokens[i + 1]?.glued === true) continue;
    const capital = token.text.charAt(0).toUpperCase() + token.text.slice(1);
    findings.push({
      start: token.start,
      end: token.end,
      kind: 'grammar',
      severity: 'hint',
      message: `A sentence begins here: “${capital}”.`,
      suggestions: [capital],
      preferred: true,
      evidence: 'small letter after a full stop',
    });
  }
  return findings;
}

/** Whether the full stop behind `last` ends a sentence that `next` follows. */
function endsSentence(last: Token, next: Token): boolean {
  if (last.type === 'number' || last.text === ')' || last.text === '"') return BEGINNERS.has(next.lower);
  if (last.type !== 'word') return false;
  if (last.text.length < LEAST_WORD) {
    const abbreviation = last.text.length > 1 && last.text === last.text.toUpperCase();
    return (abbreviation || SHORT_WORDS.has(last.lower)) && BEGINNERS.has(next.lower);
  }
  return last.text === last.lower ? !SHORT_FORMS.has(last.lower) : BEGINNERS.has(next.lower);
}

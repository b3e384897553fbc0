import { type Correction, letterCorrections, mergeCorrections, usualCorrections } from './corrections.ts';
import { dosedDrug, faintSlip, isDosed, nearTerms } from './drug-slips.ts';
import { type Knowledge, knowledgeOf } from './known-words.ts';
import { locativeAdjective } from './locative.ts';
import { remember } from './memo.ts';
import { CLEAR_MARGIN, spellingFinding } from './spelling-finding.ts';
import { smallWordSplit } from './split-word.ts';
import { hasInnerCapital, type Token, withoutPossessive } from './tokens.ts';
import type { WordFinding, WordsDictionary, WordsInput } from './types.ts';

/** Spelling check of one block. */
export interface Spelling {
  /** Indexes of the words that are not well known; whether they are slips depends on the letter. */
  suspects(tokens: readonly Token[]): number[];
  /** Findings at the suspects of a block. */
  check(tokens: readonly Token[], suspects: readonly number[], input: WordsInput): WordFinding[];
}

const LEAST_LENGTH = 4;
/** A word used so often in one letter is the writer's own, unless it is next to a field term. */
const OFTEN = 3;
const ONLY_LETTERS = /^[a-z]+$/;
const AFTER_EPONYM: ReadonlySet<string> = new Set(
  'test tests sign signs maneuver manoeuvre score scale disease syndrome positive negative'.split(' '),
);
/** Makes the spelling check; words once judged are remembered, for letters say the same again and again. */
export function createSpelling(dictionary: WordsDictionary): Spelling {
  const knowledge = remember((word): Knowledge => knowledgeOf(word, dictionary));
  const isKnownWord = (word: string): boolean => knowledge(word) !== 'not';
  const nearWords = remember((word) =>
    mergeCorrections([nearTerms(word), usualCorrections(word, dictionary)]),
  );

  return {
    suspects(tokens) {
      const found: number[] = [];
      for (let i = 0; i < tokens.length; i++) {
        const { type, text, lower } = tokens[i] as Token;
        if (type !== 'word' || text.length < LEAST_LENGTH) continue;
        if (knowledge(withoutPossessive(lower)) !== 'well') found.push(i);
      }
      return found;
    },
    check(tokens, suspects, input) {
      const findings: WordFinding[] = [];
      for (const i of suspects) {
        const token = tokens[i] as Token;
        const word = withoutPossessive(token.lower);
        const known = knowledge(word);
        const dosed = isDosed(tokens, i);
        if (!isPlainWord(tokens, i, word, input, dosed)) continue;
        if (known === 'faint') {
          const finding = faintSlip(token, word, dosed);
          if (finding !== undefined) findings.push(finding);
          continue;
        }
        // "diagn osis", "documen-tation": put in by a PDF reader or a line end, not by the writer
        if (joinsWithNeighbour(tokens, i, word, isKnownWord)) continue;
        const corrections = mergeCorrections([
          nearWords(word),
          letterCorrections(word, input.letter, dictionary),
        ]);
        const finding =
          (dosed ? dosedDrug(token, word) : undefined) ??
          misspelling(token, word, corrections, tokens, i, input) ??
          splitWord(token, word, dictionary);
        if (finding !== undefined) findings.push(finding);
        else addLocative(token, word, dictionary, findings);
      }
      return findings;
    },
  };
}

/** False for abbreviations, codes, names after titles, parts of short hyphenated words and addresses. */
function isPlainWord(
  tokens: readonly Token[],
  at: number,
  word: string,
  input: WordsInput,
  dosed: boolean,
): boolean {
  const token = tokens[at] as Token;
  if (word.length < LEAST_LENGTH || !ONLY_LETTERS.test(word)) return false;
  const written = withoutPossessive(token.text);
  // capitals inside are codes and brands; a dose behind makes even them a drug ("OxyConin 10 mg")
  if (hasInnerCapital(written) && !(dosed && written !== written.toUpperCase())) return false;
  if (input.letter.isName(word)) return false;
  if (input.letter.countOf(word) >= OFTEN && !isNextToTerm(word)) return false;
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  const joins = (mark: Token | undefined) =>
    mark !== undefined && (mark.text === '-' || mark.text === '@' || mark.text === '.' || mark.text === '_');
  const joinedAfter = next?.glued === true && joins(next) && tokens[at + 2]?.glued === true;
  // "[p]atients": a letter of a quotation that was made small
  if (token.glued && before?.text === ']') return false;
  const joinedBefore = token.glued && joins(before);
  // after a hyphen at a line end a part of a word may be left; "addr@host.example" is no prose
  if (next?.text === '-' && next.glued) return joinedAfter && word.length >= 6;
  return !(joinedAfter || joinedBefore) || word.length >= 7;
}

/** Names of this many letters or more, one edit from a long drug name, stay suspicious however often they stand. */
function isNextToTerm(word: string): boolean {
  if (word.length < 8) return false;
  const best = nearTerms(word)[0];
  return best !== undefined && best.distance <= 1;
}

function joinsWithNeighbour(
  tokens: readonly Token[],
  at: number,
  word: string,
  isKnownWord: (word: string) => boolean,
): boolean {
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (next?.type === 'word' && isKnownWord(word + next.lower)) return true;
  if (before?.type === 'word' && isKnownWord(before.lower + word)) return true;
  // a hyphen of a line end that was kept: "documen-tation"
  const after = tokens[at + 2];
  const first = tokens[at - 2];
  if (next?.text === '-' && after?.type === 'word' && isKnownWord(word + after.lower)) return true;
  return before?.text === '-' && first?.type === 'word' && isKnownWord(first.lower + word);
}

function misspelling(
  token: Token,
  word: string,
  corrections: readonly Correction[],
  tokens: readonly Token[],
  at: number,
  input: WordsInput,
): WordFinding | undefined {
  const capital = token.text !== token.lower;
  const titled = input.kind === 'heading' || input.kind === 'guideline-line';
  const plausible = corrections.filter((correction) =>
    isPlausible(word, correction, capital, token.opens || titled, titled, tokens, at),
  );
  const first = plausible[0];
  if (first === undefined) return undefined;
  const second = plausible[1];
  const clear = second === undefined || second.score - first.score >= CLEAR_MARGIN;
  const evidence =
    first.term === undefined ? 'near a usual word' : `near a term of the field (${first.term.category})`;
  return spellingFinding(token, word, plausible, clear, 'warning', evidence);
}

/** Whether a correction is near enough, given how the word is written and where it stands. */
function isPlausible(
  word: string,
  correction: Correction,
  capital: boolean,
  mayOpenWithCapital: boolean,
  titled: boolean,
  tokens: readonly Token[],
  at: number,
): boolean {
  const { distance, term } = correction;
  if (term?.category === 'eponyms') {
    const possessive = (tokens[at] as Token).text.length > word.length;
    const named = possessive || AFTER_EPONYM.has(tokens[at + 1]?.lower ?? '');
    return capital && word.length >= 5 && named && distance <= 1.4;
  }
  if (capital && !mayOpenWithCapital) {
    // a capital inside a sentence: a name or a brand, unless it is all but a drug's name or a long term;
    // two capitals in a row are a name ("the Sunnyside Emergency Room")
    if (/^[A-Z][a-z]/.test(tokens[at + 1]?.text ?? '')) return false;
    if (term?.category === 'drugs') return distance <= (word.length >= 9 ? 1.7 : word.length >= 6 ? 1 : 0);
    return term !== undefined && word.length >= 8 && distance <= 1;
  }
  if (titled) return term !== undefined && word.length >= 6 && distance <= (word.length >= 9 ? 1.7 : 1);
  if (term !== undefined) {
    // brands are short and look like each other: a small-letter word is seldom a brand keyed wrongly
    const brand = term.text !== term.text.toLowerCase();
    return !(brand && !capital && word.length < 7) && (word.length >= 5 || distance <= 0.7);
  }
  const most = word.length >= LONG ? TWO_DOUBLINGS : 1;
  return distance <= most && (word.length >= 5 || distance <= 0.7);
}

/** From this length on a usual word is meant even where two letters are doubled or not as they should. */
const LONG = 7;
const TWO_DOUBLINGS = 1.2;

/** Two words keyed as one, one of them a small word of everyday. */
function splitWord(token: Token, word: string, dictionary: WordsDictionary): WordFinding | undefined {
  const cut = smallWordSplit(word, dictionary);
  if (cut === undefined) return undefined;
  const suggestion = `${token.text.slice(0, cut)} ${token.text.slice(cut)}`;
  return {
    start: token.start,
    end: token.end,
    kind: 'missing-space',
    severity: 'warning',
    message: `A space is missing: “${suggestion}”.`,
    suggestions: [suggestion],
    preferred: true,
    evidence: 'two words keyed as one',
  };
}

function addLocative(token: Token, word: string, dictionary: WordsDictionary, findings: WordFinding[]): void {
  const adjective = locativeAdjective(word, dictionary);
  if (adjective === undefined) return;
  findings.push({
    start: token.start,
    end: token.end,
    kind: 'typo',
    severity: 'warning',
    message: `“${token.text}” is not a word; the adjective is “${adjective}”.`,
    suggestions: [adjective],
    preferred: true,
    evidence: 'prefix of place before a noun',
  });
}

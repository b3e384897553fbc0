import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

/** Abbreviations read as words, so that their first sound is not their first letter's name. */
const READ_AS_WORDS: ReadonlySet<string> = new Set(
  'SLAP TENS NESP CURES SOAP FABER FABERE FADIR FADDIR RICE CAT PET LASIK DASH'.split(' '),
);
/** Abbreviations heard both ways, or whose article varies in print: never judged. */
const HEARD_BOTH_WAYS: ReadonlySet<string> = new Set(
  'HEP ROM AROM PROM SCS MED MEDS FAQ SOB LSO MET MAR REM RAM MAC NOR FAS LAS SAM SUB USE SNF'.split(' '),
);
const LETTERS_WITH_VOWEL_SOUND = 'AEFHILMNORSX';
/** Small words after which "a" was no article ("vitamin a and ..."). */
const NO_NOUN_FOLLOWS: ReadonlySet<string> = new Set(
  'and or of is in as at on to an a are was were for if it its our i am any all'.split(' '),
);
const SILENT_H: readonly string[] = ['hour', 'honest', 'honor', 'honour', 'heir'];
/** Words spelled with a vowel and spoken with a consonant: "one", "unilateral", "use", "urine", "euphoric". */
const CONSONANT_SOUND =
  /^(?:one(?:s|self)?$|once|ouija|eu|ew|uni(?:t|on|que|form|vers|lat|polar|pod|cycl|corn|compart|direct|fi|port|son|vocal|ax)|us(?:e|ing|ual|abl|age|ur)|ut(?:il|er|opi)|ur(?:in|et|ea|emi|ic|o)|ubiq)/;
/** Words whose first sound varies with the speaker ("a historical", "an herbal"). */
const HEARD_EITHER = /^(?:histor|herb|homage|hallu|habitual|humble|hypothes)/;

/**
 * Finds "a" before a vowel sound and "an" before a consonant sound, as the next word or abbreviation is spoken:
 * "an MRI", "a TENS unit", "an NSAID", "an H2 blocker", "an x-ray", "an 8-week course", "a unilateral".
 */
export function checkArticles(tokens: readonly Token[]): WordFinding[] {
  const findings: WordFinding[] = [];
  for (let i = 0; i + 1 < tokens.length; i++) {
    const article = tokens[i] as Token;
    if (article.lower !== 'a' && article.lower !== 'an') continue;
    const next = tokens[i + 1] as Token;
    // "a.m.", "(a)", "L4-a", "a/o": no article
    if (next.glued || next.type === 'mark' || article.text === 'AN') continue;
    if (article.glued && !isOpeningMark(tokens[i - 1])) continue;
    if (article.text === 'A' && !article.opens && !isOpeningMark(tokens[i - 1])) continue;
    if (NO_NOUN_FOLLOWS.has(next.lower)) continue;
    const wanted = articleFor(next, tokens[i + 2]);
    if (wanted === undefined || wanted === article.lower) continue;
    const spelled = article.text.charAt(0) === 'A' ? wanted.replace('a', 'A') : wanted;
    findings.push({
      start: article.start,
      end: article.end,
      kind: 'grammar',
      severity: 'warning',
      message: `“${next.text}” is spoken with a ${wanted === 'an' ? 'vowel' : 'consonant'} first: “${wanted} ${next.text}”.`,
      suggestions: [spelled],
      preferred: true,
      evidence: 'article before the spoken sound',
    });
  }
  return findings;
}

function isOpeningMark(token: Token | undefined): boolean {
  return token !== undefined && (token.text === '"' || token.text === '(' || token.text === "'");
}

/** The article that the spoken form of `token` takes; undefined when usage varies or it cannot be known. */
function articleFor(token: Token, after: Token | undefined): 'a' | 'an' | undefined {
  const { text, lower } = token;
  if (token.type === 'number') return numberArticle(lower);
  if (text.length === 1 || /^[A-Za-z]\d/.test(text)) {
    // "an L5 root", "an x-ray", "a T-spine"; a lone letter that no hyphen follows is a slip of another kind
    const joined = text.length > 1 || (after?.glued === true && after.text === '-');
    return joined ? letterArticle(text) : undefined;
  }
  if (HEARD_EITHER.test(lower)) return undefined;
  const capitals = text.replace(/[^A-Z]/g, '').length;
  if (capitals >= 2) return abbreviationArticle(text);
  if (SILENT_H.some((word) => lower.startsWith(word))) return 'an';
  const vowel = 'aeiou'.includes(lower.charAt(0));
  if (CONSONANT_SOUND.test(lower)) return 'a';
  // capitalised names beginning with U or E are too uncertain ("Ukrainian", "Euflexxa")
  if (capitals === 1 && 'ue'.includes(lower.charAt(0))) return undefined;
  if (!/^[a-z]/.test(lower)) return undefined;
  return vowel ? 'an' : 'a';
}

function numberArticle(text: string): 'a' | 'an' | undefined {
  const digits = /^\d+/.exec(text)?.[0] ?? '';
  if (digits.startsWith('8')) return 'an';
  if (digits === '11' || digits === '18') return 'an';
  // dates, ranges and long numbers are read in several ways
  return digits.length <= 2 && !/^1[18]/.test(digits) ? 'a' : undefined;
}

function letterArticle(text: string): 'a' | 'an' {
  return LETTERS_WITH_VOWEL_SOUND.includes(text.charAt(0).toUpperCase()) ? 'an' : 'a';
}

function abbreviationArticle(text: string): 'a' | 'an' | undefined {
  const stem = text.endsWith('s') ? text.slice(0, -1) : text;
  if (HEARD_BOTH_WAYS.has(stem) || HEARD_BOTH_WAYS.has(text)) return undefined;
  // mixed case ("McMurray", "LidoPro") is a name, read as a word
  const isName = stem !== stem.toUpperCase();
  if (isName) return /^[BCDFGJKLMNPQRSTVWXYZ]/.test(stem) ? 'a' : undefined;
  if (READ_AS_WORDS.has(stem)) return 'AEIOU'.includes(stem.charAt(0)) ? 'an' : 'a';
  // a long word in capitals ("URGENT", "NORCO") is read as a word
  if (stem.length > 4 && /[AEIOUY]/.test(stem)) {
    if (stem === 'NSAID') return 'an';
    return 'AEIO'.includes(stem.charAt(0)) ? 'an' : /^[AEIOU]/.test(stem) ? undefined : 'a';
  }
  // four letters with a vowel may be either ("MILD", "LESI")
  if (stem.length === 4 && /[AEIOUY]/.test(stem) && /^[FHLMNRSX]/.test(stem)) return undefined;
  return letterArticle(stem);
}

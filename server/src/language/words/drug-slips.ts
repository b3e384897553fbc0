import { fieldCorrections } from './corrections.ts';
import type { FieldTerm } from './field-terms.ts';
import { remember } from './memo.ts';
import { CLEAR_MARGIN, spellingFinding } from './spelling-finding.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

const DOSE_UNITS: ReadonlySet<string> = new Set(['mg', 'mcg', 'ml', 'milligrams', '%', 'gm']);
/** Weighted distance up to which a word before a strength is taken for a drug's name. */
const DOSED_LIMIT = 1.4;
const LEAST_DOSED_LENGTH = 4;
const LEAST_FAINT_LENGTH = 6;
const LATIN_ENDING = /(?:a|ae|i|um|us)$/;

/** Field terms near a word, remembered. */
export const nearTerms = remember((word) => fieldCorrections(word));
const nearDrugs = remember((word) =>
  fieldCorrections(word, DOSED_LIMIT).filter(({ term }) => term?.category === 'drugs'),
);

/** Whether a strength follows, as behind a drug: "50 mg", "50mg", "0.5 %", "#60". */
export function isDosed(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next?.text === '#') return true;
  if (next?.type !== 'number' || next.glued) return false;
  if (/(?:mg|mcg|ml)$/.test(next.lower)) return true;
  const unit = tokens[at + 2];
  return unit !== undefined && DOSE_UNITS.has(unit.lower);
}

/** An unknown word with a strength behind it that is all but the name of a drug. */
export function dosedDrug(token: Token, word: string): WordFinding | undefined {
  const near = nearDrugs(word);
  const first = near[0];
  if (first === undefined) return undefined;
  const clear = near[1] === undefined || near[1].score - first.score >= CLEAR_MARGIN;
  return spellingFinding(token, word, near, clear, 'warning', 'near a drug name, with a strength behind it');
}

/** A rare or made-up word next to a drug or an anatomical term: worth a look only. */
export function faintSlip(token: Token, word: string, dosed: boolean): WordFinding | undefined {
  // names keep their capital; Latin endings ("labra", "foramina") are forms of the term, not slips
  const isName = token.text !== token.lower && !dosed;
  if (isName || word.length < (dosed ? LEAST_DOSED_LENGTH : LEAST_FAINT_LENGTH)) return undefined;
  if (LATIN_ENDING.test(word) && !dosed) return undefined;
  const near = nearTerms(word).filter(
    ({ distance, term }) => distance <= 1 && isPlainTerm(term, dosed) && term?.text.toLowerCase() !== word,
  );
  if (near.length === 0) return undefined;
  return spellingFinding(
    token,
    word,
    near,
    near.length === 1,
    'hint',
    'a rare word near a term of the field',
  );
}

function isPlainTerm(term: FieldTerm | undefined, dosed: boolean): boolean {
  if (term?.category === 'drugs') return dosed || term.text === term.text.toLowerCase();
  return term?.category === 'anatomy' && !dosed;
}

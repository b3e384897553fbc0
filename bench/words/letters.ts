/** Rough folding of the public letters for the words measurements: sections by their labels, lines joined. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { WordsBlockKind } from '../../server/src/language/words/types.ts';

/** A block as the words check wants it. */
export interface MeasuredBlock {
  readonly text: string;
  readonly kind: WordsBlockKind;
}

export interface MeasuredLetter {
  readonly file: string;
  readonly blocks: readonly MeasuredBlock[];
}

const SECTION = /(CLINICAL CASE SUMMARY|IMR ISSUES, DECISIONS AND RATIONALES)/;
const LABEL = /(Claims Administrator guideline:|MAXIMUS guideline:|Decision rationale:)/;
const VERDICT = /: ?(?:Upheld|Overturned)/;

/** Single spaces, hyphens at line ends closed up, curly quotes straightened. */
export function fold(text: string): string {
  return text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/([a-z])-\s*\n\s*([a-z])/g, (_, a: string, b: string) => `${a}-${b}`)
    .replace(/-\s*\n\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Blocks of one letter: summary, headings, guideline lines and rationales, in order. */
export function blocksOf(letter: string): MeasuredBlock[] {
  const blocks: MeasuredBlock[] = [];
  const [, , summary = '', , issues = ''] = letter.split(SECTION);
  const summaryBody = summary.slice(summary.indexOf('medical records:') + 'medical records:'.length);
  blocks.push({ text: fold(summaryBody), kind: 'summary' });
  let kind: WordsBlockKind = 'heading';
  for (const part of issues.split(LABEL)) {
    if (part.startsWith('Decision rationale')) kind = 'rationale';
    else if (part.endsWith('guideline:')) kind = 'guideline-line';
    else if (kind === 'rationale') splitHeading(part, blocks);
    else blocks.push({ text: fold(part.replace(/^[\s\S]*set forth below:/, '')), kind });
  }
  return blocks;
}

/** A rationale runs to the last paragraph before the next heading. */
function splitHeading(part: string, blocks: MeasuredBlock[]): void {
  const verdict = [...part.matchAll(new RegExp(VERDICT, 'g'))].at(-1);
  if (verdict === undefined) {
    blocks.push({ text: fold(part), kind: 'rationale' });
    return;
  }
  const before = part.slice(0, verdict.index);
  const start = Math.max(before.lastIndexOf('\n\n'), before.lastIndexOf('.\n'));
  blocks.push({ text: fold(part.slice(0, start + 1)), kind: 'rationale' });
  blocks.push({ text: fold(part.slice(start + 1)), kind: 'heading' });
}

/** Reads every letter of a folder of `.txt` files. */
export function readLetters(folder: string): MeasuredLetter[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({ file, blocks: blocksOf(readFileSync(path.join(folder, file), 'utf8')) }));
}

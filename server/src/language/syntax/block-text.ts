import { perPart } from '../per-text.ts';
import { type FlowPiece, type Folded, fold } from './flow.ts';
import { opensBlock, readLines, type TextLine } from './lines.ts';
import { isWide, narrowed } from './narrow.ts';

/**
 * The folded text of a block. What a stretch of lines reads does not depend on where it stands, so an edit folds only
 * the block that it changed.
 *
 * @param start where the text of the block begins, behind its label; `end` is the end of its last line
 * @param doubleSpaced whether a blank line stands after nearly every line of the letter
 */
export function foldBlock(source: string, start: number, end: number, doubleSpaced: boolean): Folded {
  const stretch = source.slice(start, end);
  const read = isWide(source) ? (doubleSpaced ? wideLoose : wideTight) : doubleSpaced ? loose : tight;
  return read(stretch);
}

const tight = perPart((stretch) => foldLines(stretch, false));
const loose = perPart((stretch) => foldLines(stretch, true));
const wideTight = perPart((stretch) => narrow(foldLines(stretch, false)));
const wideLoose = perPart((stretch) => narrow(foldLines(stretch, true)));

function foldLines(stretch: string, doubleSpaced: boolean): Folded {
  const pieces: FlowPiece[] = [];
  let previous: TextLine | undefined;
  for (const line of readLines(stretch).lines) {
    pieces.push({ start: line.start, end: line.end, paragraph: opensBlock(line, previous, doubleSpaced) });
    previous = line;
  }
  return fold(stretch, pieces);
}

function narrow(folded: Folded): Folded {
  return { ...folded, text: narrowed(folded.text) };
}

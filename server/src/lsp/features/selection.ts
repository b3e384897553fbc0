import type { Position, SelectionRange } from 'vscode-languageserver';
import { sentenceAt } from '../../language/facts/index.ts';
import type { SourceRange } from '../../language/syntax/index.ts';
import { rangeIn } from '../convert.ts';
import type { CheckedLetter } from '../letters.ts';
import { blockAt, holds, inlineAt } from '../places.ts';

/** Growing selections: word, what was recognised there, sentence, block, item, section, letter. */
export function selectionRanges(letter: CheckedLetter, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => selectionAt(letter, letter.document.offsetAt(position)));
}

function selectionAt(letter: CheckedLetter, offset: number): SelectionRange {
  const { document, facts, text } = letter;
  const around: SourceRange[] = [wordAt(text, offset)];
  around.push(...inlineAt(letter, offset).map(spanOf));
  const block = blockAt(letter, offset);
  if (block) {
    const sentence = sentenceAt(block, block.flow.indexOf(offset));
    if (sentence) around.push(block.flow.sourceRange(sentence.start, sentence.end));
    around.push(spanOf(block));
  }
  const item = facts.items.find(({ node }) => holds(node, offset));
  const section = facts.sections.find((candidate) => holds(candidate, offset));
  for (const node of [item?.node, section, facts.header])
    if (node && holds(node, offset)) around.push(spanOf(node));
  around.push({ start: 0, end: text.length });
  // Each range must hold the one before it and be larger.
  let inner = around[0] as SourceRange;
  const growing = [inner];
  for (const outer of around.slice(1).sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const holdsInner = outer.start <= inner.start && outer.end >= inner.end;
    if (!holdsInner || outer.end - outer.start === inner.end - inner.start) continue;
    growing.push(outer);
    inner = outer;
  }
  let parent: SelectionRange | undefined;
  for (const range of growing.reverse()) {
    parent = { range: rangeIn(document, range), ...(parent ? { parent } : {}) };
  }
  return parent ?? { range: rangeIn(document, { start: offset, end: offset }) };
}

function spanOf({
  position,
}: {
  position: { start: { offset: number }; end: { offset: number } };
}): SourceRange {
  return { start: position.start.offset, end: position.end.offset };
}

const wordCharacter = /[\p{L}\p{N}'’]/u;

function wordAt(text: string, offset: number): SourceRange {
  let start = offset;
  let end = offset;
  while (start > 0 && wordCharacter.test(text.charAt(start - 1))) start--;
  while (end < text.length && wordCharacter.test(text.charAt(end))) end++;
  return { start, end };
}

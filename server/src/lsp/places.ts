import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ItemFacts } from '../language/facts/index.ts';
import type { Block, HeaderField, Inline, SectionName } from '../language/syntax/index.ts';
import { rangeIn } from './convert.ts';
import type { CheckedLetter } from './letters.ts';

/** Anything that has its place in the source. */
interface Placed {
  position: { start: { offset: number }; end: { offset: number } };
}

/** Whether an offset stands in a node or at its end. */
export function holds({ position }: Placed, offset: number): boolean {
  return position.start.offset <= offset && offset <= position.end.offset;
}

/** Range of a node as the protocol has it. */
export function nodeRange(document: TextDocument, { position }: Placed): Range {
  return rangeIn(document, { start: position.start.offset, end: position.end.offset });
}

/** The block of text at an offset. */
export function blockAt({ facts }: CheckedLetter, offset: number): Block | undefined {
  return facts.blocks.find((block) => holds(block, offset));
}

/** What was recognised at an offset, narrowest first; on the word "page", what its number is. */
export function inlineAt(letter: CheckedLetter, offset: number): Inline[] {
  const found = nodesAt(letter, offset);
  if (found.length > 0) return found;
  const before = /(?<![a-z])[a-z]*$/i.exec(letter.text.slice(Math.max(0, offset - 8), offset))?.[0] ?? '';
  const label = pageLabel.exec(before + letter.text.slice(offset, offset + 16))?.[0];
  return label === undefined ? [] : nodesAt(letter, offset - before.length + label.length);
}

const pageLabel = /^(?:pages?|pgs?\.?|pp?\.|Page\(s\):?)\s+(?=\d)/i;

function nodesAt(letter: CheckedLetter, offset: number): Inline[] {
  return letter.facts.blocks
    .filter((block) => holds(block, offset))
    .flatMap((block) => block.children.filter((node) => holds(node, offset)))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}

/** The field of the header whose value stands at an offset. */
export function headerFieldAt({ facts }: CheckedLetter, offset: number): HeaderField | undefined {
  return facts.header?.children.find((field) => holds(field, offset));
}

/** The disputed item at an offset; the line after its last word still belongs to it. */
export function itemAt({ facts, text }: CheckedLetter, offset: number): ItemFacts | undefined {
  return (
    facts.items.find(({ node }) => holds(node, offset)) ??
    facts.items.findLast(
      ({ node }) =>
        node.position.end.offset < offset && text.slice(node.position.end.offset, offset).trim() === '',
    )
  );
}

/** Sections in words, for people. */
export const sectionNames: Readonly<Record<SectionName, string>> = {
  'how-made': 'How the determination was made',
  credentials: 'Reviewer credentials',
  summary: 'Clinical case summary',
  issues: 'Issues, decisions and rationales',
  documents: 'Documents reviewed',
  outcomes: 'Outcomes',
  decision: 'Decision and rationale',
  'issue-at-dispute': 'Issue at dispute',
  guidelines: 'Guidelines relied upon',
  rationale: 'Rationale',
  qualifications: 'Reviewer qualifications',
};

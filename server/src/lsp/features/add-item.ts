import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { type ItemFacts, knownCaseDates, lineBreakOf } from '../../language/facts/index.ts';
import { lineStyleOf, passages } from '../../language/passages/index.ts';
import type { CheckedLetter } from '../letters.ts';
import { holds } from '../places.ts';
import type { AddItemParams, AddItemResult } from '../protocol.ts';
import { Draft } from './draft.ts';
import { inForm } from './draft-form.ts';
import { addItem, readItems, styleOn, suffixOf } from './draft-item.ts';
import { type SnippetEdit, snippetWorkspaceEdit } from './edits.ts';
import { fillFrom } from './passage-values.ts';

/** Kind of the actions that add a disputed item. */
export const addItemKind = `${CodeActionKind.Refactor}.add.imr`;

/**
 * Actions that add a disputed item, upheld or overturned: after the item at the offset, else at the end of the section
 * with the issues. None for a letter without that section.
 */
export function addItemActions(letter: CheckedLetter, offset: number, snippets: boolean): CodeAction[] {
  const section = sectionOf(letter);
  if (!section || !holds(section, offset)) return [];
  return ['item-upheld', 'item-overturned'].flatMap((id): CodeAction[] => {
    const passage = passages.find((candidate) => candidate.id === id);
    if (!passage) return [];
    // What is known of the letter is filled; what belongs to one item stays open.
    const edit = insertionOf(
      letter,
      offset,
      fillFrom({ ...passage, body: inForm(passage.body) }, letter.facts, undefined),
    );
    return [
      {
        title: `Add a disputed item: ${passage.verdict?.toLowerCase() ?? passage.title}`,
        kind: addItemKind,
        edit: snippetWorkspaceEdit(letter.document, [edit], snippets),
      },
    ];
  });
}

/**
 * Answers `imr/addItem`: items as they were asked for, heading to conclusion, as in a new letter. The opener of the first
 * follows from the item before it.
 */
export function addItems(
  letter: CheckedLetter,
  { position, items, verdicts }: Pick<AddItemParams, 'position' | 'items' | 'verdicts'>,
  snippets: boolean,
): AddItemResult | null {
  const added = readItems(items, verdicts);
  if (!sectionOf(letter) || added.length === 0) return null;
  const offset = letter.document.offsetAt(position);
  const days = knownCaseDates(letter.facts);
  const printed = letter.facts.items.flatMap(({ node }) =>
    node.children.flatMap((block) =>
      block.type === 'guidelineLine' ? (lineStyleOf(block.flow.text) ?? []) : [],
    ),
  );
  const draft = new Draft({});
  for (const [index, item] of added.entries()) {
    const before = index === 0 ? itemBefore(letter, offset)?.verdict : added[index - 1]?.verdict;
    addItem(draft, item, { before, suffix: suffixOf(index), days, style: printed[0] ?? styleOn(days) });
  }
  const edit = insertionOf(letter, offset, draft.fill());
  return { edit: snippetWorkspaceEdit(letter.document, [edit], snippets) };
}

function sectionOf({ facts }: CheckedLetter) {
  return facts.section('issues') ?? facts.section('decision');
}

/** The item that a new one is written after: the one at the offset, else the last. */
function itemBefore({ facts }: CheckedLetter, offset: number): ItemFacts | undefined {
  return facts.items.findLast(({ node }) => node.position.start.offset <= offset) ?? facts.items.at(-1);
}

/** The insertion of an item after the one at the offset, an empty line between them, with the letter's line ends. */
function insertionOf(
  letter: CheckedLetter,
  offset: number,
  { text, snippet }: { text: string; snippet: string },
): SnippetEdit {
  const { facts } = letter;
  const end = (itemBefore(letter, offset)?.node ?? sectionOf(letter))?.position.end.offset ?? offset;
  const lineBreak = lineBreakOf(facts);
  const lines = (part: string): string => lineBreak + lineBreak + part.replaceAll('\n', lineBreak);
  return { start: end, end, text: lines(text), snippet: lines(snippet) };
}

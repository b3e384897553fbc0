import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { lineBreakOf } from '../../language/facts/index.ts';
import { fillPassage, passages } from '../../language/passages/index.ts';
import type { CheckedLetter } from '../letters.ts';
import { holds } from '../places.ts';
import { type SnippetEdit, snippetWorkspaceEdit } from './edits.ts';
import { slotValues } from './passage-values.ts';

/** Kind of the actions that add a disputed item. */
export const addItemKind = `${CodeActionKind.Refactor}.add.imr`;

/**
 * Actions that add a disputed item, upheld or overturned: after the item at the offset, else at the end of the section
 * with the issues. None for a letter without that section.
 */
export function addItemActions(letter: CheckedLetter, offset: number, snippets: boolean): CodeAction[] {
  const { facts, document } = letter;
  const section = facts.section('issues') ?? facts.section('decision');
  if (!section || !holds(section, offset)) return [];
  const before =
    facts.items.findLast(({ node }) => node.position.start.offset <= offset) ?? facts.items.at(-1);
  const at = (before?.node ?? section).position.end.offset;
  const lineBreak = lineBreakOf(facts);
  const gap = lineBreak + lineBreak;
  // What is known of the letter is filled; what belongs to one item stays open.
  const values = slotValues(facts, undefined);
  return ['item-upheld', 'item-overturned'].flatMap((id): CodeAction[] => {
    const passage = passages.find((candidate) => candidate.id === id);
    if (!passage) return [];
    const filled = fillPassage(passage, values);
    const lines = (text: string): string => gap + text.replaceAll('\n', lineBreak);
    const edit: SnippetEdit = {
      start: at,
      end: at,
      text: lines(filled.text),
      snippet: lines(filled.snippet),
    };
    return [
      {
        title: `Add a disputed item: ${passage.verdict?.toLowerCase() ?? passage.title}`,
        kind: addItemKind,
        edit: snippetWorkspaceEdit(document, [edit], snippets),
      },
    ];
  });
}

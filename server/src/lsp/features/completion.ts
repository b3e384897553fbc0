import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  type Position,
} from 'vscode-languageserver';
import { knownCaseDates } from '../../language/facts/index.ts';
import {
  fillPassage,
  type Passage,
  type PassageKind,
  passages,
  passagesFor,
  snippetPrefix,
} from '../../language/passages/index.ts';
import type { CheckedLetter } from '../letters.ts';
import { slotValues } from './passage-values.ts';

/** Passages that are sentences of a rationale. */
const rationaleKinds: ReadonlySet<PassageKind> = new Set<PassageKind>([
  'opener',
  'citation',
  'argument',
  'closer',
  'notice',
]);

/**
 * Completions: the standard passages as snippets, filled from the letter, those that fit the item at the cursor
 * first.
 *
 * @param snippets Whether the client takes snippet syntax; else plain text with bracketed placeholders is inserted.
 */
export function completions(letter: CheckedLetter, position: Position, snippets: boolean): CompletionItem[] {
  const { document, facts } = letter;
  const offset = document.offsetAt(position);
  const lineStart = document.offsetAt({ line: position.line, character: 0 });
  const typed = /[\w-]*$/.exec(letter.text.slice(lineStart, offset))?.[0] ?? '';
  const range = { start: document.positionAt(offset - typed.length), end: position };
  const item = facts.items.find(
    ({ node }) => offset >= node.position.start.offset && offset <= node.position.end.offset + 1,
  );
  const fitting = passagesFor({
    ...(item ? { itemHeading: item.request } : {}),
    ...(item?.verdict ? { verdict: item.verdict } : {}),
    dates: knownCaseDates(facts),
  });
  const inRationale = item?.rationales.some(
    ({ position: { start, end } }) => offset >= start.offset && offset <= end.offset + 1,
  );
  // Inside a rationale sentences come first; elsewhere the blocks that a letter is built of.
  const fits = (passage: Passage): boolean => rationaleKinds.has(passage.kind) === (inRationale === true);
  const rank = new Map(
    [...fitting.filter(fits), ...fitting.filter((passage) => !fits(passage))].map((passage, index) => [
      passage.id,
      index,
    ]),
  );
  const values = slotValues(facts, item);
  return passages.map((passage) => {
    const filled = fillPassage(passage, passage.kind === 'letter' || passage.kind === 'header' ? {} : values);
    const order = rank.get(passage.id) ?? passages.length;
    return {
      label: snippetPrefix(passage),
      labelDetails: { description: passage.title },
      kind: CompletionItemKind.Snippet,
      detail: passage.title,
      documentation: `${passage.description}\n\n${filled.text}`,
      sortText: String(order).padStart(4, '0'),
      insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText: snippets ? filled.snippet : filled.text },
    };
  });
}

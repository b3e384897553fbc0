import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { type ItemFacts, knownCaseDates } from '../../../language/facts/index.ts';
import {
  fillPassage,
  type Passage,
  type PassageKind,
  passages,
  passagesFor,
  snippetPrefix,
} from '../../../language/passages/index.ts';
import { rangeIn, textEdits } from '../../convert.ts';
import type { CheckedLetter } from '../../letters.ts';
import { lineEditsOf } from '../insert-citation.ts';
import { isUnverified, lineEntriesOf } from '../insertables.ts';
import { slotValues } from '../passage-values.ts';

/** Passages that are sentences of a rationale. */
const rationaleKinds: ReadonlySet<PassageKind> = new Set<PassageKind>([
  'opener',
  'citation',
  'argument',
  'closer',
  'notice',
]);

/** How a client takes passages. */
export interface PassageOptions {
  /** Whether it takes snippet syntax; else plain text with bracketed placeholders is inserted. */
  snippets: boolean;
  /** Whether its editor offers the snippet file itself. */
  ownSnippets: boolean;
}

/**
 * Completions with the standard passages, filled from the letter, those that fit the item at the cursor first; a citation
 * also completes the guideline line. An editor that loads the snippet file shows every passage under its `imr-` name
 * already: there only the fitting ones are added, under their titles, and none while `imr` is being typed.
 */
export function passageCompletions(
  letter: CheckedLetter,
  item: ItemFacts | undefined,
  start: number,
  offset: number,
  { snippets, ownSnippets }: PassageOptions,
): CompletionItem[] {
  const { facts, document } = letter;
  if (ownSnippets && /^imr/i.test(letter.text.slice(start, offset))) return [];
  const inRationale = item?.rationales.some(
    ({ position }) => offset >= position.start.offset && offset <= position.end.offset + 1,
  );
  // Inside a rationale sentences come first; elsewhere the blocks that a letter is built of.
  const fits = (passage: Passage): boolean => rationaleKinds.has(passage.kind) === (inRationale === true);
  const fitting = passagesFor({
    ...(item ? { itemHeading: item.request } : {}),
    ...(item?.verdict ? { verdict: item.verdict } : {}),
    dates: knownCaseDates(facts),
  });
  const ranked = [...fitting.filter(fits), ...fitting.filter((passage) => !fits(passage))];
  const offered = ownSnippets
    ? ranked.filter(fits)
    : [...ranked, ...passages.filter((passage) => !ranked.includes(passage))];
  const values = slotValues(facts, item);
  const range = rangeIn(document, { start, end: offset });
  return offered.map((passage, order) => {
    const filled = fillPassage(passage, passage.kind === 'letter' || passage.kind === 'header' ? {} : values);
    const title = isUnverified(passage) ? `${passage.title} (unverified)` : passage.title;
    const line =
      inRationale && item ? textEdits(document, lineEditsOf(letter, item, lineEntriesOf(passage))) : [];
    return {
      label: ownSnippets ? passage.title : snippetPrefix(passage),
      ...(ownSnippets && title === passage.title
        ? {}
        : { labelDetails: { description: ownSnippets ? 'unverified' : title } }),
      kind: CompletionItemKind.Snippet,
      detail: title,
      documentation: `${passage.description}\n\n${filled.text}`,
      sortText: String(order).padStart(4, '0'),
      insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText: snippets ? filled.snippet : filled.text },
      ...(line.length > 0 ? { additionalTextEdits: line } : {}),
    };
  });
}

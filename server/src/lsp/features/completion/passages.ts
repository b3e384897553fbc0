import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { type ItemFacts, knownCaseDates } from '../../../language/facts/index.ts';
import {
  fillPassage,
  library,
  type Passage,
  type PassageKind,
  passagesFor,
  snippetPrefix,
} from '../../../language/passages/index.ts';
import { rangeIn, textEdits } from '../../convert.ts';
import type { CheckedLetter } from '../../letters.ts';
import { lineEditsOf } from '../insert-citation.ts';
import { isUnverified, lineEntriesOf } from '../insertables.ts';
import { fillFrom } from '../passage-values.ts';
import { type Continued, continued } from './continue.ts';

/** Passages that are sentences of a rationale. */
const rationaleKinds: ReadonlySet<PassageKind> = new Set<PassageKind>([
  'opener',
  'citation',
  'argument',
  'closer',
  'notice',
]);

/** How far back it is looked for the first words of a passage. */
const reach = 300;
/** So many characters of a text are enough to find it by. */
const found = 60;

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
 * already: there only the fitting ones are added, under their titles, and none while `imr` is being typed. Of a passage
 * whose first words stand before the cursor the rest is written.
 */
export function passageCompletions(
  letter: CheckedLetter,
  item: ItemFacts | undefined,
  start: number,
  offset: number,
  { snippets, ownSnippets }: PassageOptions,
): CompletionItem[] {
  const { facts, document } = letter;
  const typed = letter.text.slice(start, offset);
  // The editor's own snippets stand there; it does not know those of the office.
  const named = ownSnippets && /^imr/i.test(typed);
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
  const all = library.current;
  const offered = named
    ? all.filter(({ source }) => source === 'office')
    : ownSnippets
      ? ranked.filter(fits)
      : [...ranked, ...all.filter((passage) => !ranked.includes(passage))];
  const range = rangeIn(document, { start, end: offset });
  const before = letter.text.slice(Math.max(0, start - reach), start);
  const entries = offered
    .map((passage) => {
      const whole = passage.kind === 'letter' || passage.kind === 'header';
      const filled = whole ? fillPassage(passage) : fillFrom(passage, facts, item);
      return { passage, filled: continued(before, filled, passage.body) };
    })
    // "Here, however, [deciding fact.]" has nothing to say after "Here, however, ".
    .filter(({ filled }) => !(filled.continues && filled.text.startsWith('[')));
  // What goes on with the words before the cursor is what the writer is about to write.
  const ordered = [
    ...entries.filter(({ filled }) => filled.continues),
    ...entries.filter(({ filled }) => !filled.continues),
  ];
  return ordered.map(({ passage, filled }, order) => {
    const title = isUnverified(passage) ? `${passage.title} (unverified)` : passage.title;
    const line =
      inRationale && item ? textEdits(document, lineEditsOf(letter, item, lineEntriesOf(passage))) : [];
    return {
      label: ownSnippets && !named ? passage.title : snippetPrefix(passage),
      ...(ownSnippets && title === passage.title
        ? {}
        : { labelDetails: { description: ownSnippets ? 'unverified' : title } }),
      kind: CompletionItemKind.Snippet,
      detail: title,
      documentation: `${passage.description}\n\n${filled.text}`,
      sortText: String(order).padStart(4, '0'),
      // Found by its title and by its first words; what stands in the place of the passage is no filter.
      ...(ownSnippets && !named ? { filterText: filterOf(typed, passage.title, filled) } : {}),
      insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText: snippets ? filled.snippet : filled.text },
      ...(line.length > 0 ? { additionalTextEdits: line } : {}),
    };
  });
}

/** What an editor filters by: the words that go on where the text before the cursor ends come before the title. */
function filterOf(typed: string, title: string, { text, continues }: Continued): string {
  const words = continues ? `${text.slice(0, found)} ${title}` : `${title} ${text.slice(0, found)}`;
  return (typed.startsWith('[') ? typed : '') + words;
}

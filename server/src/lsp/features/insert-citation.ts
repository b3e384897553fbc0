import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import {
  citationsOf,
  type ItemFacts,
  knownCaseDates,
  type LineEntry,
  lineEdits,
  sentencesOf,
} from '../../language/facts/index.ts';
import type { Edit } from '../../language/finding.ts';
import { type Passage, passagesFor } from '../../language/passages/index.ts';
import type { Rationale } from '../../language/syntax/index.ts';
import type { CheckedLetter } from '../letters.ts';
import { holds } from '../places.ts';
import { type SnippetEdit, snippetWorkspaceEdit } from './edits.ts';
import { isCiting, isUnverified, lineEntriesOf } from './insertables.ts';
import { fillFrom } from './passage-values.ts';

/** At most this many passages are offered at a place: a light bulb is read, not searched. */
const offered = 8;

/**
 * Actions that insert a standard citation into the rationale at an offset: the sentence after the sentence at the
 * cursor, and the entry in the MAXIMUS guideline line. Where the rationale cites nothing yet they come as quick fixes.
 */
export function insertCitationActions(
  letter: CheckedLetter,
  offset: number,
  snippets: boolean,
): CodeAction[] {
  const place = rationaleAt(letter, offset);
  if (!place) return [];
  const { item, rationale } = place;
  const cites = rationale.children.some(
    (node) =>
      node.type === 'pageReference' ||
      node.type === 'guidelineReference' ||
      node.type === 'regulationReference',
  );
  const passages = passagesFor({
    itemHeading: item.request,
    ...(item.verdict ? { verdict: item.verdict } : {}),
    dates: knownCaseDates(letter.facts),
    kind: ['citation', 'argument'],
  }).filter((passage) => isCiting(passage) && !isCited(letter, item, passage));
  return passages.slice(0, offered).map((passage) => {
    const edits = citationEdits(letter, item, rationale, offset, passage, lineEntriesOf(passage));
    return {
      title: `Insert citation: ${passage.title}${isUnverified(passage) ? ' (page not verified)' : ''}`,
      kind: cites ? CodeActionKind.RefactorRewrite : CodeActionKind.QuickFix,
      edit: snippetWorkspaceEdit(letter.document, edits, snippets),
    };
  });
}

/** Whether the rationales of an item cite all that a passage cites. */
function isCited(letter: CheckedLetter, item: ItemFacts, { guidelines = [], body }: Passage): boolean {
  if (/9792\./.test(body)) {
    return item.rationales.some(({ children }) =>
      children.some(({ type }) => type === 'regulationReference'),
    );
  }
  const citations =
    citationsOf(letter.facts).items.find((candidate) => candidate.item === item)?.rationale ?? [];
  return (
    guidelines.length > 0 &&
    guidelines.every(({ id, page }) =>
      citations.some(
        (citation) =>
          citation.guidelines.some((guideline) => guideline.id === id) &&
          citation.pages.some(({ node }) => page !== undefined && node.first <= page && page <= node.last),
      ),
    )
  );
}

/** The rationale at an offset, with its item. */
export function rationaleAt(
  letter: CheckedLetter,
  offset: number,
): { item: ItemFacts; rationale: Rationale } | undefined {
  for (const item of letter.facts.items) {
    const rationale = item.rationales.find((candidate) => holds(candidate, offset));
    if (rationale) return { item, rationale };
  }
  return undefined;
}

/** The edits that write a passage after the sentence at an offset, and what it cites into the guideline line. */
export function citationEdits(
  letter: CheckedLetter,
  item: ItemFacts,
  rationale: Rationale,
  offset: number,
  passage: Passage,
  entries: readonly LineEntry[],
): (Edit | SnippetEdit)[] {
  const { text, snippet } = fillFrom(passage, letter.facts, item);
  const at = afterSentence(rationale, offset);
  const sentence = { start: at, end: at, text: ` ${text}`, snippet: ` ${snippet}` };
  return [...lineEditsOf(letter, item, entries), sentence];
}

/** The edits that make the guideline line of an item list entries. */
export function lineEditsOf(letter: CheckedLetter, item: ItemFacts, entries: readonly LineEntry[]): Edit[] {
  const citations = citationsOf(letter.facts);
  const own = citations.items.find((candidate) => candidate.item === item);
  return own ? lineEdits(own, entries, citations) : [];
}

/** The end of the sentence at the offset, but never after the conclusion, which stays last. */
export function afterSentence(rationale: Rationale, offset: number): number {
  const sentences = sentencesOf(rationale);
  const { flow } = rationale;
  if (sentences.length === 0) return rationale.position.end.offset;
  const conclusion = rationale.children.findLast((node) => node.type === 'conclusion');
  const at = flow.indexOf(offset);
  let index = sentences.findIndex((sentence) => at <= sentence.end);
  if (index < 0) index = sentences.length - 1;
  const last = sentences[index];
  const closes =
    conclusion !== undefined &&
    last !== undefined &&
    conclusion.start >= last.start &&
    conclusion.end <= last.end &&
    index > 0;
  const after = sentences[closes ? index - 1 : index];
  return flow.sourceRange(after?.start ?? 0, after?.end ?? 0).end;
}

import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { ItemFacts } from '../../language/facts/index.ts';
import { knownCaseDates, sentencesOf } from '../../language/facts/index.ts';
import type { Edit } from '../../language/finding.ts';
import {
  fillPassage,
  lineEditsFor,
  lineStyleOf,
  type Passage,
  passagesFor,
} from '../../language/passages/index.ts';
import type { Rationale } from '../../language/syntax/index.ts';
import type { CheckedLetter } from '../letters.ts';
import { workspaceEdit } from './code-actions.ts';
import { slotValues } from './passage-values.ts';

/** At most this many passages are offered at a place: a light bulb is read, not searched. */
const offered = 8;

/**
 * Actions that insert a standard citation into the rationale at an offset: the sentence after the sentence at the
 * cursor, and the entry in the MAXIMUS guideline line. Where the rationale cites nothing yet they come as quick fixes.
 */
export function insertCitationActions(letter: CheckedLetter, offset: number): CodeAction[] {
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
  }).filter(
    (passage) => (passage.guidelines?.length ?? 0) > 0 || passage.tags.drugs || /9792/.test(passage.body),
  );
  return passages.slice(0, offered).map((passage) => ({
    title: `Insert citation: ${passage.title}${isUnverified(passage) ? ' (page not verified)' : ''}`,
    kind: cites ? CodeActionKind.RefactorRewrite : CodeActionKind.QuickFix,
    edit: workspaceEdit(letter.document, citationEdits(letter, item, rationale, offset, passage)),
  }));
}

function isUnverified(passage: Passage): boolean {
  return passage.guidelines?.some((guideline) => guideline.basis === 'unverified') ?? false;
}

function rationaleAt(
  letter: CheckedLetter,
  offset: number,
): { item: ItemFacts; rationale: Rationale } | undefined {
  for (const item of letter.facts.items) {
    for (const rationale of item.rationales) {
      const { start, end } = rationale.position;
      if (offset >= start.offset && offset <= end.offset) return { item, rationale };
    }
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
): Edit[] {
  const { text } = fillPassage(passage, slotValues(letter.facts, item));
  const edits: Edit[] = [sentenceEdit(rationale, offset, text)];
  const line = item.maximus;
  if (line) {
    const start = line.label.position.end.offset;
    const source = letter.text.slice(start, line.position.end.offset);
    const style = lineStyleOf(source) ?? styleOfLetter(letter);
    for (const edit of lineEditsFor(source, passage, style)) {
      edits.push({ start: start + edit.start, end: start + edit.end, text: edit.text });
    }
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** The style that other guideline lines of the letter show, else the newer one. */
function styleOfLetter(letter: CheckedLetter): 'pages' | 'sections' {
  for (const item of letter.facts.items) {
    for (const line of [...item.maximusLines, ...item.claimsLines]) {
      const style = lineStyleOf(line.flow.text);
      if (style) return style;
    }
  }
  return 'sections';
}

/** After the sentence at the offset, but never after the conclusion, which stays last. */
function sentenceEdit(rationale: Rationale, offset: number, text: string): Edit {
  const sentences = sentencesOf(rationale);
  const { flow } = rationale;
  if (sentences.length === 0) {
    const end = rationale.position.end.offset;
    return { start: end, end, text: ` ${text}` };
  }
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
  const end = flow.sourceRange(after?.start ?? 0, after?.end ?? 0).end;
  return { start: end, end, text: ` ${text}` };
}

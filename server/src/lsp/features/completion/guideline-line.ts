import { type CompletionItem, CompletionItemKind, type TextEdit } from 'vscode-languageserver';
import {
  familyById,
  type Guideline,
  guidelineById,
  inForce,
  labelsAt,
} from '../../../language/catalog/index.ts';
import { citationsOf, type ItemFacts, knownCaseDates } from '../../../language/facts/index.ts';
import { lineEntryFor, lineStyleOf, type Passage, passagesFor } from '../../../language/passages/index.ts';
import type { GuidelineLine } from '../../../language/syntax/index.ts';
import { rangeIn, textEdits } from '../../convert.ts';
import type { CheckedLetter } from '../../letters.ts';
import { afterSentence } from '../insert-citation.ts';
import { isUnverified } from '../insertables.ts';
import { ownTopics, sectionName, topicNames } from '../item-topics.ts';
import { fillFrom } from '../passage-values.ts';
import { type Candidate, itemsOf } from './candidates.ts';

/** Most whole entries offered before the bare names. */
const mostEntries = 12;

/**
 * Completions after "Decision based on MTUS ": whole entries of passages for the item first, which also write their
 * sentence into a rationale that lacks it; then every guideline of the form that was in force.
 */
export function guidelineCompletions(
  letter: CheckedLetter,
  block: GuidelineLine,
  item: ItemFacts | undefined,
  start: number,
  offset: number,
): CompletionItem[] {
  const dates = knownCaseDates(letter.facts);
  const style = lineStyleOf(block.flow.text) ?? 'sections';
  const fitting = passagesFor({
    dates,
    ...(item ? { itemHeading: item.request } : {}),
    ...(item?.verdict ? { verdict: item.verdict } : {}),
    kind: ['citation', 'argument'],
  });
  const whole = new Map<string, Candidate>();
  for (const passage of fitting) {
    const text = lineEntryFor(passage, style);
    if (text === undefined || whole.has(text) || whole.size >= mostEntries) continue;
    const sentence = item && block.party === 'maximus' ? sentenceFor(letter, item, passage) : [];
    whole.set(text, {
      label: text,
      detail: passage.title,
      documentation:
        sentence.length > 0
          ? `${passage.description}\n\nWrites its sentence into the rationale too.`
          : passage.description,
      kind: CompletionItemKind.Reference,
      unverified: isUnverified(passage),
      ...(sentence.length > 0 ? { additional: sentence } : {}),
    });
  }
  const labels = labelsInForce(dates)
    .map(({ label, guideline }): Candidate & { regions: number } => ({
      label,
      detail: `In force ${guideline.from ?? 'since an unknown day'} to ${guideline.to ?? 'now'}${standingOf(guideline, dates)}`,
      kind: CompletionItemKind.Reference,
      unverified: false,
      regions: familyById(guideline.family)?.kind === 'any' ? 0 : 1,
    }))
    .sort((a, b) => a.regions - b.regions);
  return itemsOf([...whole.values(), ...labels], rangeIn(letter.document, { start, end: offset }));
}

function standingOf({ id }: Guideline, dates: readonly string[]): string {
  return inForce(id, dates) === 'some' ? ', on some dates of this case only' : '';
}

/** Labels of the form in force on all dates of the case; where a change falls between them, on some. */
function labelsInForce(dates: readonly string[]): { label: string; guideline: Guideline }[] {
  const all = labelsAt(dates);
  const families = new Set(all.map(({ id }) => guidelineById(id)?.family));
  const some = labelsAt([]).filter(
    ({ id }) => inForce(id, dates) === 'some' && !families.has(guidelineById(id)?.family),
  );
  return [...all, ...some].flatMap(({ label, id }) => {
    const guideline = guidelineById(id);
    return guideline ? [{ label, guideline }] : [];
  });
}

/** The passage's sentence for a rationale that cites none of its guidelines yet. */
function sentenceFor(letter: CheckedLetter, item: ItemFacts, passage: Passage): TextEdit[] {
  const { rationale } = item;
  if (!rationale || rationale.flow.text === '') return [];
  const cited = citationsOf(letter.facts).items.find((candidate) => candidate.item === item)?.rationale ?? [];
  const ids = new Set(passage.guidelines?.map(({ id }) => id));
  if (cited.some(({ guidelines }) => guidelines.some(({ id }) => ids.has(id)))) return [];
  const at = afterSentence(rationale, rationale.position.end.offset);
  const { text } = fillFrom(passage, letter.facts, item);
  return textEdits(letter.document, [{ start: at, end: at, text: ` ${text}` }]);
}

/** Completions after "Section(s): ": the sections of the entry's guideline, the item's own first, listed ones left out. */
export function sectionCompletions(
  letter: CheckedLetter,
  block: GuidelineLine,
  item: ItemFacts | undefined,
  start: number,
  offset: number,
): CompletionItem[] {
  const entry = citationsOf(letter.facts)
    .all.filter(({ block: other, node }) => other === block && node.position.start.offset <= offset)
    .at(-1);
  const guideline = entry?.guideline ?? entry?.guidelines[0];
  if (!guideline) return [];
  const listed = new Set(
    entry?.node.sections
      .filter((section) => !touches(block, section, start, offset))
      .map(({ name }) => name.toLowerCase()),
  );
  const own = ownTopics(topicNames(item), guideline);
  const candidates = new Map<string, Candidate>();
  for (const topic of [...own, ...guideline.topics]) {
    const name = sectionName(guideline, topic);
    if (name === undefined || listed.has(name.toLowerCase()) || candidates.has(name)) continue;
    candidates.set(name, {
      label: name,
      detail: own.includes(topic) ? 'for this item' : '',
      kind: CompletionItemKind.Reference,
      unverified: (topic.nameBasis ?? topic.basis) === 'unverified',
    });
  }
  return itemsOf([...candidates.values()], rangeIn(letter.document, { start, end: offset }));
}

/** The section that is being typed is none of those that are listed. */
function touches(
  block: GuidelineLine,
  section: { start: number; end: number },
  from: number,
  to: number,
): boolean {
  const range = block.flow.sourceRange(section.start, section.end);
  return range.start <= to && range.end >= from;
}

import { findDates } from '../../language/syntax/index.ts';
import type { NewLetterParams, NewLetterResult } from '../protocol.ts';
import { bodyOf, Draft } from './draft.ts';
import { addItem, readItems, styleOn, suffixOf } from './draft-item.ts';

/**
 * Answers `imr/newLetter`: a letter of the form with the given items. What is given is written, the citation that the
 * item's drug or service calls for is proposed, and everything that asks for judgement is a tab stop.
 */
export function newLetter(params: NewLetterParams): NewLetterResult {
  const { form = 'with-header' } = params;
  const dates = params.dates ?? {};
  const items = readItems(params.items, params.verdicts);
  const days = [dates.request, dates.ur, dates.application, dates.assigned, dates.decision]
    .map((date) => isoOf(given(date)))
    .filter((iso) => iso !== undefined);
  const style = styleOn(days);
  const draft = new Draft({
    caseNumber: given(params.caseNumber),
    priority: given(params.priority),
    assignedDate: given(dates.assigned),
    injuryDate: given(dates.injury),
    decisionDate: given(dates.decision),
    urDate: given(dates.ur),
    receivedDate: given(dates.application),
    rfaDate: given(dates.request),
    states: given(params.licensure),
    specialty: given(params.specialty),
    items: items.length > 0 ? inWords(items.map(({ request }) => request)) : undefined,
  });
  if (form === 'with-header') draft.add('header');
  draft.add('section-how-made');
  draft.add('credentials');
  draft.add('section-summary', { summary: summaryBody(dates) }, { summary: '[case summary.]' });
  const head = bodyOf('section-decisions').split('\n\n')[0] ?? '';
  draft.addBody(head);
  items.forEach((item, index) => {
    addItem(draft, item, { before: items[index - 1]?.verdict, suffix: suffixOf(index), days, style });
  });
  if (items.length === 0) draft.add('item-upheld');
  return { ...draft.fill('\n'), items };
}

const given = (text: string | undefined): string | undefined => {
  const trimmed = typeof text === 'string' ? text.trim() : '';
  return trimmed === '' ? undefined : trimmed;
};

/** "A", "A and B", "A, B, and C". */
function inWords(parts: readonly string[]): string {
  if (parts.length < 3) return parts.join(' and ');
  return `${parts.slice(0, -1).join(', ')}, and ${parts[parts.length - 1]}`;
}

function isoOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : findDates(text)[0]?.iso;
}

/** First sentences of the summary for the dates that were given, then the place for the rest. */
function summaryBody(dates: NonNullable<NewLetterParams['dates']>): string {
  const sentences = [
    given(dates.injury) === undefined ? undefined : bodyOf('sum-claim'),
    given(dates.request) === undefined ? undefined : bodyOf('sum-rfa'),
    given(dates.ur) === undefined ? undefined : bodyOf('sum-ur'),
  ].filter((body) => body !== undefined);
  return [...sentences, '{summary}'].join(' ');
}

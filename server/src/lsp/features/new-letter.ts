import { type Additions, hold, holdingWith } from '../../language/additions.ts';
import { findDates, type OwnForm, type SectionName } from '../../language/syntax/index.ts';
import type { LetterFormEntry, NewLetterParams, NewLetterResult } from '../protocol.ts';
import { bodyOf, Draft } from './draft.ts';
import { writtenFields, writtenSections } from './draft-form.ts';
import { addItem, type NewItem, readItems, styleOn, suffixOf } from './draft-item.ts';

/**
 * Answers `imr/newLetter`: a letter of the form with the given items. What is given is written, the citation that the
 * item's drug or service calls for is proposed, and everything that asks for judgement is a tab stop.
 *
 * @param additions what the office of the letter knows; its own form is written where the parameters name one
 */
export function newLetter(params: NewLetterParams, additions?: Additions): NewLetterResult {
  const own = additions?.forms.find(({ name }) => name === params.own);
  return withForm(own, additions, () => write(params, own));
}

/** Answers `imr/letterForms`: the own forms of an office. */
export function letterForms(additions: Additions | undefined): LetterFormEntry[] {
  return (additions?.forms ?? []).map((form) => ({
    name: form.name,
    ...(form.title === undefined ? {} : { title: form.title }),
    fields: withForm(form, additions, writtenFields),
  }));
}

/** Does something while a form holds. */
function withForm<T>(form: OwnForm | undefined, additions: Additions | undefined, task: () => T): T {
  const before = hold(holdingWith(form, additions));
  try {
    return task();
  } finally {
    hold(before);
  }
}

function write(params: NewLetterParams, own: OwnForm | undefined): NewLetterResult {
  const dates = params.dates ?? {};
  const items = readItems(params.items, params.verdicts);
  const days = [dates.request, dates.ur, dates.application, dates.assigned, dates.decision]
    .map((date) => isoOf(given(date)))
    .filter((iso) => iso !== undefined);
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
  if (own?.title !== undefined) draft.addText(own.title);
  const header = own ? writtenFields().length > 0 : params.form !== 'without-header';
  if (header) draft.add('header');
  for (const section of writtenSections(own)) addSection(draft, section, items, days, dates);
  return { ...draft.fill('\n'), items };
}

/** A section that no form of today has; an office's own form may. */
const DOCUMENTS = 'DOCUMENTS REVIEWED\n{list}';

function addSection(
  draft: Draft,
  section: SectionName,
  items: readonly NewItem[],
  days: readonly string[],
  dates: NonNullable<NewLetterParams['dates']>,
): void {
  if (section === 'how-made') draft.add('section-how-made');
  else if (section === 'credentials') draft.add('credentials');
  else if (section === 'documents')
    draft.addBody(DOCUMENTS, 'Documents', {}, { list: '[documents reviewed.]' });
  else if (section === 'summary')
    draft.add('section-summary', { summary: summaryBody(dates) }, { summary: '[case summary.]' });
  else if (section === 'issues') addIssues(draft, items, days);
}

function addIssues(draft: Draft, items: readonly NewItem[], days: readonly string[]): void {
  draft.addBody(bodyOf('section-decisions').split('\n\n')[0] ?? '');
  const style = styleOn(days);
  items.forEach((item, index) => {
    addItem(draft, item, { before: items[index - 1]?.verdict, suffix: suffixOf(index), days, style });
  });
  if (items.length === 0) draft.add('item-upheld');
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

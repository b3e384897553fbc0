import {
  fillPassage,
  guidelineLineFor,
  type LineStyle,
  type Passage,
  type PassageSlot,
  passages,
  passagesFor,
} from '../../language/passages/index.ts';
import { findDates, type Verdict } from '../../language/syntax/index.ts';
import type { NewLetterParams, NewLetterResult } from '../protocol.ts';
import { isUnverified } from './insertables.ts';
import { itemValues } from './passage-values.ts';

/** Day from which guideline lines print sections in place of pages. */
const sectionsSince = '2015-09-01';

/** A disputed item as it was asked for. */
type NewItem = NewLetterResult['items'][number];

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
  const style: LineStyle = days.length > 0 && days.every((day) => day < sectionsSince) ? 'pages' : 'sections';
  const draft = new Draft({
    caseNumber: given(params.caseNumber),
    priority: given(params.priority),
    assignedDate: given(dates.assigned),
    injuryDate: given(dates.injury),
    decisionDate: given(dates.decision),
    urDate: given(dates.ur),
    receivedDate: given(dates.application),
    rfaDate: given(dates.request),
    items: items.length > 0 ? inWords(items.map(({ request }) => request)) : undefined,
  });
  if (form === 'with-header') draft.add('header');
  draft.add('section-how-made');
  draft.add('credentials');
  draft.add('section-summary', { summary: summaryBody(dates) }, { summary: '[case summary.]' });
  const head = bodyOf('section-decisions').split('\n\n')[0] ?? '';
  draft.addBody(head);
  items.forEach((item, index) => {
    addItem(draft, item, items[index - 1], index, days, style);
  });
  if (items.length === 0) draft.add('item-upheld');
  return { ...draft.fill(), items };
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

/** A number, letter or bullet before an entry of a list. */
const marker = /^\s*(?:\(?\d{1,2}[.):]\s+|[a-z][.)]\s+|[-*•–—·]\s+)/i;
const verdictAtEnd = /\s*[:\-–—,]?\s*\b(?:is:?\s*)?(upheld|overturned)\.?\s*$/i;

/**
 * Reads a pasted list of items, one a line. In a numbered list a line without a number goes on with the entry before it.
 */
function readItems(text: string, verdicts: readonly Verdict[] = []): NewItem[] {
  const lines = (typeof text === 'string' ? text : '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  const numbered = lines.length > 1 && marker.test(lines[0] ?? '');
  const entries: string[] = [];
  for (const line of lines) {
    const entry = line.replace(marker, '').replace(/\s+/g, ' ').trim();
    if (numbered && !marker.test(line) && entries.length > 0) entries[entries.length - 1] += ` ${entry}`;
    else entries.push(entry);
  }
  const asked = (Array.isArray(verdicts) ? verdicts : []).map((verdict) =>
    verdict === 'Overturned' ? verdict : 'Upheld',
  );
  return entries.map((entry, index): NewItem => {
    const printed = verdictAtEnd.exec(entry)?.[1]?.toLowerCase();
    const other = asked[index] ?? asked[asked.length - 1] ?? 'Upheld';
    const verdict = printed === undefined ? other : printed === 'upheld' ? 'Upheld' : 'Overturned';
    return { request: entry.replace(verdictAtEnd, ''), verdict };
  });
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

function addItem(
  draft: Draft,
  item: NewItem,
  before: NewItem | undefined,
  index: number,
  days: readonly string[],
  style: LineStyle,
): void {
  const { request, verdict } = item;
  const id = verdict === 'Upheld' ? 'item-upheld' : 'item-overturned';
  const body = withOpener(bodyOf(id), verdict, before?.verdict);
  const cited = citationFor(item, days);
  const values = itemValues(request, verdict);
  const citation = cited && fillPassage(cited, values).text;
  const line = cited && guidelineLineFor([cited], style);
  draft.addBody(body, suffixOf(index), values, {
    ...(citation === undefined ? {} : { citation }),
    ...(line === undefined ? {} : { maximusLine: line }),
  });
}

/** The opener of an item after another one: "Similarly, … likewise" for the same verdict, else "Conversely". */
function withOpener(body: string, verdict: Verdict, before: Verdict | undefined): string {
  if (before === undefined) return body;
  const same = verdict === before;
  const opened = body.replace(/(?<=Decision rationale: )(?:No|Yes)(?=,)/, same ? 'Similarly' : 'Conversely');
  return same ? opened.replace('{classPhrase} {tense} ', '{classPhrase} {tense} likewise ') : opened;
}

/** The standard citation made for the item's drug or service, where there is a checked one. */
function citationFor({ request, verdict }: NewItem, dates: readonly string[]): Passage | undefined {
  const few = 12;
  return passagesFor({ itemHeading: request, verdict, dates, kind: 'citation' }).find(
    (passage) =>
      !isUnverified(passage) &&
      (passage.guidelines?.length ?? 0) > 0 &&
      ((passage.tags.drugs?.length ?? few) < few || (passage.tags.services?.length ?? 0) > 0),
  );
}

function bodyOf(id: string): string {
  const passage = passages.find((candidate) => candidate.id === id);
  if (!passage) throw new Error(`The library has no passage ${id}.`);
  return passage.body;
}

/** Letters for a number, since names of slots hold no digits: A to Z, then AA. */
function suffixOf(index: number): string {
  const letter = String.fromCharCode(0x41 + (index % 26));
  return index < 26 ? letter : suffixOf(Math.floor(index / 26) - 1) + letter;
}

const slotName = /\{([A-Za-z]+)\}/g;
const slots = new Map(passages.flatMap((passage) => passage.slots.map((slot) => [slot.name, slot] as const)));

/** A letter in the making: parts with their slots, those of each item told apart. */
class Draft {
  readonly #values: Record<string, string | undefined>;
  readonly #bodies: string[] = [];
  readonly #slots = new Map<string, PassageSlot>();

  /** @param values what is known of the whole letter */
  constructor(values: Readonly<Record<string, string | undefined>>) {
    this.#values = { ...values };
  }

  /** Adds a passage of the library; `bodies` stand in place of its slots. */
  add(
    id: string,
    bodies: Readonly<Record<string, string>> = {},
    proposals: Readonly<Record<string, string>> = {},
  ): void {
    const body = bodyOf(id).replace(slotName, (slot, name: string) => bodies[name] ?? slot);
    this.addBody(body, '', {}, proposals);
  }

  /**
   * Adds a part.
   *
   * @param suffix sets its slots apart from those of the same name in other parts
   * @param values what is known of its slots
   * @param proposals texts that stand in its slots until the writer changes them
   */
  addBody(
    body: string,
    suffix = '',
    values: Readonly<Record<string, string | undefined>> = {},
    proposals: Readonly<Record<string, string>> = {},
  ): void {
    this.#bodies.push(
      body.replace(slotName, (_, name: string) => {
        const slot = slots.get(name);
        if (!slot) throw new Error(`No passage has a slot ${name}.`);
        const own = `${name}${suffix}`;
        const proposal = proposals[name];
        if (!this.#slots.has(own)) {
          this.#slots.set(own, {
            ...slot,
            name: own,
            ...(proposal === undefined ? {} : { placeholder: proposal }),
          });
        }
        const value = values[name] ?? (suffix === '' ? undefined : this.#values[name]);
        if (value !== undefined) this.#values[own] = value;
        return `{${own}}`;
      }),
    );
  }

  /** The letter as text and as snippet. */
  fill(): { text: string; snippet: string } {
    const body = `${this.#bodies.join('\n\n')}\n`;
    const order = [...body.matchAll(slotName)].map((match) => match[1] ?? '');
    const used = [...new Set(order)].flatMap((name) => this.#slots.get(name) ?? []);
    const { text, snippet } = fillPassage(
      {
        id: 'new-letter',
        kind: 'letter',
        title: '',
        description: '',
        body,
        slots: used,
        tags: {},
        source: 'form',
      },
      this.#values,
    );
    return { text, snippet };
  }
}

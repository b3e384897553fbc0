/** The case timeline as HTML. Text of the letter is escaped; places to go to are indexes into {@link Rendered.targets}. */
import type {
  FindingSeverity,
  Timeline,
  TimelineConflict,
  TimelineEvent,
} from '../../../server/src/lsp/protocol.ts';
import { type Stretch, spanInWords, stretches } from './scale.ts';

type LetterRange = TimelineConflict['range'];

/** HTML, and where its buttons lead: a button's `data-target` is an index into the ranges. */
export interface Rendered {
  html: string;
  targets: LetterRange[];
}

/** Events of one day. */
interface Day {
  iso: string;
  events: TimelineEvent[];
}

const severityRank: Record<FindingSeverity, number> = { error: 0, warning: 1, information: 2, hint: 3 };
const severityName: Record<FindingSeverity, string> = {
  error: 'Error',
  warning: 'Warning',
  information: 'Information',
  hint: 'Hint',
};
/** Shapes tell severities apart where colours cannot. */
const severityMark: Record<FindingSeverity, string> = {
  error: '✕',
  warning: '!',
  information: 'i',
  hint: '·',
};

/** Roles that the procedure turns on; visits and the like are drawn quieter. */
const KEY_ROLES = new Set([
  'injury',
  'rfa',
  'request',
  'ur',
  'application',
  'assigned',
  'assignment',
  'decision',
]);

/** What the parts of a page share while it is written. */
interface Page {
  /** Notes a place to go to, and gives its index. */
  target(range: LetterRange): number;
  /** By key, the day at which a conflict was told. */
  told: Map<string, string>;
}

/** Renders the timeline of a letter. */
export function renderTimeline(timeline: Timeline, letterName: string): Rendered {
  const targets: LetterRange[] = [];
  const page: Page = { target: (range) => targets.push(range) - 1, told: new Map() };
  const days = byDay(timeline.events);
  const gaps = stretches(
    days.slice(1).map((day, index) => daysBetween(days[index]?.iso ?? day.iso, day.iso)),
  );
  const conflicts = distinct([...timeline.conflicts, ...timeline.events.flatMap((event) => event.conflicts)]);
  const html = `
<header>
  <h1>Case timeline</h1>
  <p class="letter">${escapeHtml(letterName)}</p>
  <p class="sum" role="status">${sumOf(days, timeline, conflicts.length)}</p>
</header>
${timeline.conflicts.length > 0 ? looseConflicts(timeline.conflicts, page) : ''}
${days.length === 0 ? emptyNote() : line(days, gaps, page)}`;
  return { html, targets };
}

/** What the view shows where there is no letter. */
export function renderNothing(): string {
  return '<p class="empty">Open a letter to see its case as a line of dated events.</p>';
}

function emptyNote(): string {
  return '<p class="empty">This letter dates nothing yet. Dates appear here with what they are, as soon as they are written.</p>';
}

function sumOf(days: readonly Day[], { events }: Timeline, conflicts: number): string {
  const first = days[0]?.iso ?? '';
  const span = days.length > 1 ? ` over ${spanInWords(daysBetween(first, days.at(-1)?.iso ?? first))}` : '';
  return `${count(events.length, 'event')}${span}, ${conflicts === 0 ? 'no conflicts' : count(conflicts, 'conflict')}`;
}

function line(days: readonly Day[], gaps: readonly Stretch[], page: Page): string {
  const items = days.map((day, index) => dayItem(day, gaps[index - 1], page));
  return `<ol class="line" aria-label="Events of the case in order of time">${items.join('')}</ol>`;
}

function dayItem(day: Day, gap: Stretch | undefined, page: Page): string {
  const worst = worstOf(day.events.flatMap(({ conflicts }) => conflicts));
  const key = day.events.some(({ role }) => KEY_ROLES.has(role)) ? ' key' : '';
  const guess = day.events.some(({ certain }) => certain) ? '' : ' guess';
  // The stretch is spoken as part of the day's first event, so the drawing itself is silent.
  const drawn = gap
    ? `<div class="gap${gap.collapsed ? ' collapsed' : ''}" data-length="${gap.length}" aria-hidden="true"><span>${spanInWords(gap.days)}</span></div>`
    : '';
  return `<li class="day${key}${guess}${worst ? ` ${worst}` : ''}">${drawn}
<div class="mark" aria-hidden="true"></div>
<time datetime="${day.iso}">${dateInWords(day.iso)}</time>
<ul class="events">${day.events.map((event, index) => eventItem(event, index === 0 ? gap : undefined, page)).join('')}</ul>
</li>`;
}

function eventItem(event: TimelineEvent, gap: Stretch | undefined, page: Page): string {
  const first = event.mentions[0];
  const title = escapeHtml(capitalised(event.title));
  const label = [
    `${dateInWords(event.iso)}: ${event.title}${event.certain ? '' : ' (a guess)'}`,
    gap ? `${spanInWords(gap.days)} after the date before` : '',
    `mentioned ${event.mentions.length === 1 ? 'once' : `${event.mentions.length} times`}`,
    event.conflicts.length > 0 ? count(event.conflicts.length, 'conflict') : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
  const head = first
    ? `<button class="event" data-target="${page.target(first.range)}" aria-label="${escapeHtml(label)}" title="${escapeHtml(first.how)}">${title}</button>`
    : `<span class="event">${title}</span>`;
  const guess = event.certain ? '' : '<span class="note" aria-hidden="true">a guess</span>';
  return `<li>${head}${guess}${mentionList(event, page)}${conflictList(event.conflicts, event.iso, page)}</li>`;
}

/** Where an event is mentioned, each a way to the text; further mentions in one place are numbered. */
function mentionList({ mentions }: TimelineEvent, page: Page): string {
  const seen = new Map<string, number>();
  const items = mentions.map(({ range, text, section, item, how }) => {
    const short = item === undefined ? shortSection(section) : `Item ${item}`;
    const number = (seen.get(short) ?? 0) + 1;
    seen.set(short, number);
    const place = item === undefined ? section : `${section}, item ${item}`;
    const label = `${place}: ${text}, ${how}`;
    return `<li><button class="mention" data-target="${page.target(range)}" aria-label="${escapeHtml(label)}" title="${escapeHtml(`${text}: ${how}`)}">${escapeHtml(number > 1 ? `${short} (${number})` : short)}</button></li>`;
  });
  return `<ul class="mentions" aria-label="Mentions">${items.join('')}</ul>`;
}

/** The conflicts at a place; what was told at an earlier date is only pointed to. */
function conflictList(conflicts: readonly TimelineConflict[], iso: string | undefined, page: Page): string {
  if (conflicts.length === 0) return '';
  const items = distinct(conflicts).map(({ severity, message, range, key }) => {
    const earlier = page.told.get(key);
    if (earlier === undefined && iso !== undefined) page.told.set(key, iso);
    const text = earlier === undefined ? message : `See the conflict at ${dateInWords(earlier)}.`;
    return `<li><button class="conflict ${severity}" data-target="${page.target(range)}"><span class="sign" role="img" aria-label="${severityName[severity]}">${severityMark[severity]}</span><span>${escapeHtml(text)}</span></button></li>`;
  });
  return `<ul class="conflicts" aria-label="Conflicts">${items.join('')}</ul>`;
}

/** Conflicts that no event takes part in. */
function looseConflicts(conflicts: readonly TimelineConflict[], page: Page): string {
  return `<section aria-label="Conflicts without an event">${conflictList(conflicts, undefined, page)}</section>`;
}

function byDay(events: readonly TimelineEvent[]): Day[] {
  const days: Day[] = [];
  for (const event of events) {
    const last = days.at(-1);
    if (last?.iso === event.iso) last.events.push(event);
    else days.push({ iso: event.iso, events: [event] });
  }
  return days;
}

function worstOf(conflicts: readonly TimelineConflict[]): FindingSeverity | undefined {
  return conflicts.map(({ severity }) => severity).sort((a, b) => severityRank[a] - severityRank[b])[0];
}

/** Each finding once: one finding can concern two events. */
function distinct(conflicts: readonly TimelineConflict[]): TimelineConflict[] {
  return [...new Map(conflicts.map((conflict) => [conflict.key, conflict])).values()];
}

function shortSection(section: string): string {
  return /summary/i.test(section) ? 'Summary' : section;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Made when a date is first shown: the engine's tables for it take longer to load than the rest of the extension. */
let dateFormat: Intl.DateTimeFormat | undefined;

/** A day as letters write it: "Sep 29, 2015". */
function dateInWords(iso: string): string {
  const time = Date.parse(iso);
  dateFormat ??= new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
  return Number.isNaN(time) ? iso : dateFormat.format(time);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

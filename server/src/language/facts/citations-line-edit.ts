import { findSection, type Guideline, guidelineById, topicsByPage } from '../catalog/index.ts';
import type { Edit } from '../finding.ts';
import { gather } from '../gather.ts';
import type { GuidelineLine } from '../syntax/index.ts';
import type { Citation, CitationFacts, ItemCitations } from './citations.ts';
import { lineShapeOf } from './citations.ts';
import { ownDistance } from './citations-topics.ts';

/** What a guideline line should list. */
export type LineEntry =
  | {
      /** Catalog identifier, e.g. `cpmtg-2009`; a chapter stands under the label that the form prints for it. */
      guideline: string;
      /** Section or topic by name; read from the page where it is left out. */
      section?: string;
      page?: number;
      pageTo?: number;
    }
  /** Text after "Decision based on Non-MTUS Citation". */
  | { other: string };

/** `pages`: "TOPIC Page(s): 64" (to 2015); `sections`: "NAME 2009, Section(s): …" (since). */
type LineStyle = 'pages' | 'sections';

/** Day from which lines print sections in place of pages, where the line itself does not show it. */
const SECTIONS_SINCE = '2015-09-01';

/** Topics of more pages are chapters of the index ("Opioids"), not what a page is cited for. */
const BROAD = 6;

/** The names of a guideline on a line: in the newer style with the section that a chapter is. */
function labelOf(guideline: Guideline): { label: string; older: string; section: string | undefined } {
  const [name = guideline.title] = guideline.names;
  const title = guideline.names[0] ?? guideline.shortNames?.[0] ?? guideline.title;
  const { chapter, label = title } = guideline;
  if (chapter !== undefined && guideline.family === 'general-approaches') {
    return { label: 'General Approaches 2004', older: `ACOEM Chapter ${chapter} ${title}`, section: title };
  }
  if (chapter !== undefined && guideline.year === 2004)
    return { label, older: `ACOEM Chapter ${chapter} ${title}`, section: undefined };
  if (guideline.family === 'chronic-pain' && guideline.year === 2009)
    return { label, older: 'Chronic Pain Treatment Guidelines', section: undefined };
  const older = /Treatment$/.test(name) ? `${name} Guidelines` : label;
  return { label, older, section: undefined };
}

/** Name of the section that holds a page, as a line of this style prints it; undefined where the page's topic is not known. */
export function sectionOfPage(
  guideline: Guideline,
  page: number,
  style: LineStyle,
  topics: readonly string[] = [],
): string | undefined {
  const here = topicsByPage(guideline.id, page);
  const named = here.find(({ title, first = 0, last = 0 }) => last - first < BROAD && topics.includes(title));
  const topic = named ?? here[0];
  if (!topic) return undefined;
  if (guideline.id !== 'cpmtg-2009') {
    return [topic.title, ...(topic.aliases ?? [])].find(
      (name) => !/[:;]|Table/.test(name) && findSection(guideline.id, name).match !== 'unknown',
    );
  }
  if (/^(?:Introduction|Part 1)/.test(topic.title)) return 'Introduction';
  const within = /^(.*?)(?:, | \()within /.exec(topic.title);
  if (within && style === 'sections' && topic.parent !== undefined) return topic.parent;
  return within ? (within[1] as string).trim() : topic.title.replace(/ \(whole\)$/, '');
}

const range = (page: number, pageTo: number | undefined): string =>
  pageTo === undefined || pageTo === page ? String(page) : `${page}-${pageTo}`;

/**
 * Edits that make the item's MAXIMUS line list entries, in the style of the line: the page beside the topic it
 * belongs to, the section in its guideline's list, or a further guideline. "… did not cite any medical evidence" and
 * "… outside of the MTUS Guidelines" give way to "Decision based on MTUS …". Empty where the item has no MAXIMUS line
 * or the line lists everything already.
 */
export function lineEdits(
  item: ItemCitations,
  entries: readonly LineEntry[],
  facts: Pick<CitationFacts, 'dates'>,
): Edit[] {
  const line = item.item.maximus;
  if (!line) return [];
  const style = styleOf(line, facts.dates);
  const wanted = entries
    .filter((entry) => !('other' in entry))
    .map((entry) => completed(entry as GuidelineEntry, style));
  const present = item.maximus.filter(({ node, block }) => block === line && node.kind === 'mtus');
  const edits: (FlowEdit | undefined)[] = [];
  const absent: Completed[] = [];
  for (const entry of wanted.filter((candidate) => candidate !== undefined)) {
    const listed = present.find((candidate) => lists(candidate, entry.guideline));
    if (!listed) absent.push(entry);
    else
      edits.push(
        style === 'pages' ? addPage(listed, inCase(entry, present)) : addSection(listed, entry.section),
      );
  }
  if (absent.length > 0)
    edits.push(
      addGuidelines(
        line,
        present,
        absent.map((entry) => inCase(entry, present)),
        style,
      ),
    );
  for (const entry of entries) if ('other' in entry) edits.push(otherEdit(line, item, entry.other));
  const given = edits.filter((edit) => edit !== undefined).sort((a, b) => a.start - b.start);
  return joinAtSamePlace(given).map(({ start, end, text }) => ({
    ...line.flow.sourceRange(start, end),
    text,
  }));
}

/** Insertions at one place become one, in order. */
function joinAtSamePlace(edits: readonly FlowEdit[]): FlowEdit[] {
  const joined: FlowEdit[] = [];
  for (const edit of edits) {
    const last = joined[joined.length - 1];
    if (last && last.start === edit.start && last.end === edit.end) last.text += edit.text;
    else joined.push({ ...edit });
  }
  return joined;
}

type GuidelineEntry = Exclude<LineEntry, { other: string }>;

/** An entry with its guideline and section resolved. */
interface Completed {
  guideline: Guideline;
  label: string;
  older: string;
  section: string | undefined;
  page: number | undefined;
  pageTo: number | undefined;
}

function completed(entry: GuidelineEntry, style: LineStyle): Completed | undefined {
  const guideline = guidelineById(entry.guideline);
  if (!guideline) return undefined;
  const { label, older, section } = labelOf(guideline);
  const { page, pageTo } = entry;
  const found =
    entry.section ?? section ?? (page === undefined ? undefined : sectionOfPage(guideline, page, style));
  return { guideline, label, older, section: found, page, pageTo };
}

/** Topics in capitals where the line prints its own so. */
function inCase(entry: Completed, present: readonly Citation[]): Completed {
  const capitals = present.some(({ node }) =>
    node.sections.some(({ name }) => /[A-Z]{4}/.test(name) && name === name.toUpperCase()),
  );
  return capitals && entry.section !== undefined ? { ...entry, section: entry.section.toUpperCase() } : entry;
}

/** A replacement in the folded text of the line. */
interface FlowEdit {
  start: number;
  end: number;
  text: string;
}

function styleOf(line: GuidelineLine, dates: readonly string[]): LineStyle {
  const { text } = line.flow;
  if (/Section\(s\)/.test(text)) return 'sections';
  if (/Page\(s\)/.test(text)) return 'pages';
  if (/MTUS [A-Z][^.]{0,300}? (?:19|20)\d\d\b/.test(text)) return 'sections';
  return dates.length > 0 && dates.every((date) => date < SECTIONS_SINCE) ? 'pages' : 'sections';
}

/** Adds guidelines that the line does not list, those of one name together. */
function addGuidelines(
  line: GuidelineLine,
  present: readonly Citation[],
  absent: readonly Completed[],
  style: LineStyle,
): FlowEdit {
  const groups = new Map<string, string[]>();
  for (const entry of absent) {
    const name = style === 'pages' ? entry.older : entry.label;
    const list = groups.get(name) ?? [];
    groups.set(name, list);
    const part = style === 'pages' ? topicText(entry) : entry.section;
    if (part !== undefined && !list.includes(part)) list.push(part);
  }
  const joiner = style === 'pages' ? ' ' : ', Section(s): ';
  const text = [...groups]
    .map(([name, parts]) => (parts.length > 0 ? `${name}${joiner}${parts.join(', ')}` : name))
    .join(', and ');
  const { start, end } = mtusPart(line, present);
  if (present.length > 0) return { start: end, end, text: `, and ${text}` };
  return { start, end, text: `Decision based on MTUS ${text}.${end < line.flow.text.length ? ' ' : ''}` };
}

/** "TOPIC Page(s): 64"; a chapter's title is its topic. */
function topicText({ older, section, page, pageTo }: Completed): string | undefined {
  const topic = older.startsWith('ACOEM') ? undefined : section;
  const pages = page === undefined ? undefined : `Page(s): ${range(page, pageTo)}`;
  return topic === undefined && pages === undefined
    ? undefined
    : [topic, pages].filter((part) => part !== undefined).join(' ');
}

/** Whether an entry stands for the guideline, or for the collection that it is a chapter of. */
function lists({ guidelines }: Citation, guideline: Guideline): boolean {
  return guidelines.some(({ id, parts }) => id === guideline.id || (parts?.includes(guideline.id) ?? false));
}

/** Where a further guideline goes: after the last entry, or in place of the sentence that says that there is none. */
function mtusPart(line: GuidelineLine, entries: readonly Citation[]): { start: number; end: number } {
  const last = entries[entries.length - 1];
  if (last) return { start: last.node.end, end: last.node.end };
  const { text } = line.flow;
  const shape = lineShapeOf(line);
  if (shape === 'none') return { start: 0, end: text.length };
  const other = text.search(/Decision based on Non-/i);
  return { start: 0, end: other < 0 ? text.length : other };
}

function addSection({ node }: Citation, section: string | undefined): FlowEdit | undefined {
  if (section === undefined || node.sections.some(({ name }) => name.toLowerCase() === section.toLowerCase()))
    return undefined;
  const [first] = node.sections;
  if (!first) return { start: node.end, end: node.end, text: `, Section(s): ${section}` };
  const at = alphabeticalPlace(
    node.sections.map(({ name }) => name),
    section,
  );
  const before = at === undefined ? undefined : node.sections[at];
  if (before) return { start: before.start, end: before.start, text: `${section}, ` };
  const end = (node.sections[node.sections.length - 1] ?? first).end;
  return { start: end, end, text: `, ${section}` };
}

/** Index before which a name goes in a list that is in alphabetical order; undefined for its end. */
function alphabeticalPlace(names: readonly string[], name: string): number | undefined {
  const sorted = names.every(
    (current, index) => index === 0 || (names[index - 1] as string).localeCompare(current) <= 0,
  );
  const at = sorted ? names.findIndex((current) => name.localeCompare(current) < 0) : -1;
  return at < 0 ? undefined : at;
}

function addPage({ node, pages }: Citation, entry: Completed): FlowEdit | undefined {
  const { guideline, section, page, pageTo } = entry;
  if (page === undefined) return undefined;
  const wanted = { first: page, last: pageTo ?? page };
  if (pages.some((cited) => cited.node.first <= wanted.first && wanted.last <= cited.node.last))
    return undefined;
  const group = pages.filter(
    ({ node: cited, topics }) =>
      ownDistance(guideline.id, { ...cited, ...wanted }, topics) === 0 ||
      topics.some((topic) => topic.toLowerCase() === section?.toLowerCase()),
  );
  if (group.length > 0 || (section === undefined && pages.length > 0)) {
    const list = group.length > 0 ? group : pages;
    const later = list.find(({ node: cited }) => cited.first > page);
    if (later) return { start: later.node.start, end: later.node.start, text: `${range(page, pageTo)}, ` };
    const end = list[list.length - 1]?.node.end ?? node.end;
    return { start: end, end, text: `, ${range(page, pageTo)}` };
  }
  const text = `${section === undefined ? '' : `${section} `}Page(s): ${range(page, pageTo)}`;
  if (pages.length === 0 && node.sections.length === 0)
    return { start: node.end, end: node.end, text: ` ${text}` };
  const place = alphabeticalPlace(
    node.sections.map(({ name }) => name),
    section ?? '',
  );
  const before =
    place === undefined || section === undefined || pages.length === 0 ? undefined : node.sections[place];
  // Only where each topic has its own pages is the place before one of them free.
  if (
    before &&
    node.sections.length === new Set(gather(pages, ({ topics }) => topics)).size &&
    pages.every(({ topics }) => topics.length === 1)
  ) {
    return { start: before.start, end: before.start, text: `${text}, ` };
  }
  return { start: node.end, end: node.end, text: `, ${text}` };
}

function otherEdit(line: GuidelineLine, item: ItemCitations, other: string): FlowEdit | undefined {
  const { text } = line.flow;
  const free = item.maximus.findLast(({ node, block }) => block === line && node.kind === 'other');
  if (free)
    return free.node.name.includes(other)
      ? undefined
      : { start: free.node.end, end: free.node.end, text: `; ${other}` };
  const sentence = `Decision based on Non-MTUS Citation ${other}.`;
  if (lineShapeOf(line) === 'cited') {
    const stop = text.endsWith('.') ? '' : '.';
    return { start: text.length, end: text.length, text: `${stop} ${sentence}` };
  }
  return {
    start: 0,
    end: text.length,
    text: `The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. ${sentence}`,
  };
}

import {
  findGuideline,
  findSection,
  guidelineById,
  matchKnownName,
  matchKnownSection,
} from '../../catalog/index.ts';
import { matches } from '../../matches.ts';
import type { GuidelineReference, PageReference, SectionReference } from '../nodes.ts';
import type { Draft } from './draft.ts';

type Entry = Draft<GuidelineReference>;

/** "Decision based on MTUS …" and "Decision based on Non-MTUS Citation …": each opens a part of the line. */
const opening =
  /\bDecisions? (?:is |was |were )?base[ds]? (?:(?:up)?on |of |in |one )?(?:(Non[- ]{0,2}M(?:TUS|UTS|TSU|TU|US)(?: Citations?)?)|M(?:TUS|UTS|TSU))\b:? ?/gi;
/** What follows an MTUS or non-MTUS citation in the form's last slot. */
const otherGuidelines = /[.;,]? ?(?:and )?Other Medical Treatment Guidelines?\b/i;
/** What may stand between two entries. */
const between = /[\s,;]*(?:and )?(?:the )?(?:(?:CA|California)[ -])?(?:MTUS(?= )[ :,]*)?/y;
const guidelinesWord = / ?Guide-?lines?\b/iy;
/** A name that the catalog does not know, up to its year. */
const nameToYear = /[A-Z][^.;\d]{2,90}? \(?((?:19|20)\d\d)\)?(?!\d)/y;
/** A name that the catalog does not know and that has no year, up to its sections, its word "Guidelines" or the end. */
const nameToSections = /[A-Z][^.;:\d]{2,90}?(?=,? ?Sections?(?:\(s\))?:)/y;
const nameToGuidelines = /[A-Z][^.;:\d]{2,90}?\bGuide-?lines?\b/y;
const anyYear = /(?:19|20)\d\d/;
/** Further words of a name up to "Guidelines" or a misspelling of it. */
const misspeltTail = /(?: (?!Guide)[A-Z][a-z]{3,10}){0,2} G[a-z]{2,5}l[a-z]{2,5}(?![A-Za-z])/y;
const sectionsLabel = /[ ,]*\bSections?(?:\(s\))?: ?/iy;
const pagesLabel = /\bPage(?:s|\(s\))?:? ?(?=\d)/gi;

/**
 * Reads a guideline line, the text after its label:
 *
 * - `Decision based on MTUS NAME YYYY, Section(s): A, B, and NAME YYYY, Section(s): C.` (late 2015 on),
 * - `Decision based on MTUS NAME Guidelines TOPIC Page(s): 64, TOPIC Page(s): 7, 8.` (up to 2015),
 * - ` Decision based on Non-MTUS Citation FREE TEXT.` after either of them or alone.
 *
 * Names and sections hold commas, so they are found by the catalog's lists first and by punctuation only where the
 * lists do not know them.
 */
export function findLineCitations(text: string, pages: readonly Draft<PageReference>[]): Entry[] {
  const found: Entry[] = [];
  const openings = matches(opening, text);
  if (openings.length === 0) {
    if (/^(?:(?:CA|California)[ -])?(?:MTUS|ACOEM)\b(?! guidelines? (?:was|were|do))/.test(text))
      readPart(text, 0, text.length);
    return found;
  }
  for (const [index, match] of openings.entries()) {
    const start = match.index + match[0].length;
    const next = openings[index + 1]?.index ?? text.length;
    if (match[1] === undefined) readPart(text, start, next);
    else readOther(start, next);
  }
  return found;

  function readPart(source: string, start: number, next: number): void {
    const other = otherGuidelines.exec(source.slice(start, next));
    const end = trimEnd(source, start, other ? start + other.index : next);
    found.push(...readEntries(source.slice(0, end), start, pages));
    if (other) readOther(start + other.index + (/^[.;,]? ?(?:and )?/i.exec(other[0])?.[0].length ?? 0), next);
  }

  function readOther(start: number, next: number): void {
    const end = trimEnd(text, start, next);
    if (end <= start) return;
    found.push({
      type: 'guidelineReference',
      name: text.slice(start, end),
      guidelines: [],
      year: undefined,
      sections: [],
      pages: pages.filter((page) => page.start >= start && page.end <= end),
      kind: 'other',
      start,
      end,
    });
  }
}

/** End of a part without the full stop and blanks that close it. */
function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /[\s.;,]/.test(text.charAt(at - 1))) at--;
  return at;
}

/** Reads the entries of an MTUS part; `text` ends where the part does. */
function readEntries(text: string, start: number, pages: readonly Draft<PageReference>[]): Entry[] {
  const entries: Entry[] = [];
  let at = start;
  while (at < text.length) {
    const from = after(between, text, at);
    if (from >= text.length) break;
    const current = entries[entries.length - 1];
    const name =
      current && isTopic(text, from, current) ? undefined : readName(text, from, current !== undefined);
    if (name) {
      entries.push({
        type: 'guidelineReference',
        ...name.entry,
        sections: [],
        pages: [],
        kind: 'mtus',
        start: from,
        end: name.end,
      });
      at = name.end;
      const label = after(sectionsLabel, text, at);
      if (label > at) at = readSections(text, label, entries[entries.length - 1] as Entry);
      continue;
    }
    if (!current) break;
    at = readTopic(text, from, current, pages);
  }
  return entries;
}

/** Offset after a sticky pattern, or `at` where it does not match. */
function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Whether a topic of the current guideline stands here that only begins like a guideline ("Chronic pain programs"). */
function isTopic(text: string, at: number, current: Entry): boolean {
  if (current.year !== undefined) return false;
  const name = matchKnownName(text, at);
  if (!name || name.year !== undefined) return false;
  return current.guidelines.some((id) => (matchKnownSection(id, text, at)?.length ?? 0) > name.length);
}

interface Name {
  entry: Pick<Entry, 'name' | 'guidelines' | 'year'>;
  end: number;
}

/** The guideline name at an offset. `following`: an entry stands before it, so that a topic may stand here as well. */
function readName(text: string, at: number, following: boolean): Name | undefined {
  const known = matchKnownName(text, at);
  const misspelt = known?.year === undefined ? datedName(text, at) : undefined;
  if (known && !(misspelt && misspelt.end > at + known.length && !misspelt.entry.name.includes(','))) {
    return knownName(text, at, known);
  }
  if (misspelt && (!following || !/, (?!and )/.test(misspelt.entry.name) || isNearName(misspelt.entry)))
    return misspelt;
  return following ? undefined : undatedName(text, at);
}

function knownName(
  text: string,
  at: number,
  known: { ids: readonly string[]; length: number; year?: number },
): Name | undefined {
  let end = at + known.length;
  const printed = text.slice(at, end);
  const dated = /(?<![\s,])[\s,]*\(?(?:19|20)\d\d\)?(?: Guide-?lines?)?$/i.exec(printed);
  const entry = { guidelines: [...known.ids], year: known.year };
  if (dated) return { entry: { ...entry, name: printed.slice(0, dated.index) }, end };
  end = after(guidelinesWord, text, end);
  if (/guide-?lines?$/i.test(text.slice(at, end)))
    return { entry: { ...entry, name: text.slice(at, end) }, end };
  // "Chronic Pain Treatmnt Guidelines", "Chronic Pain Treatment Guidlines": the name goes on, misspelt.
  const longer = after(misspeltTail, text, end);
  if (longer > end && isNearName({ name: text.slice(at, longer), year: undefined })) {
    return { entry: { name: text.slice(at, longer), guidelines: [], year: undefined }, end: longer };
  }
  return { entry: { ...entry, name: text.slice(at, end) }, end };
}

/** A name that the catalog does not know, with its year. */
function datedName(text: string, at: number): Name | undefined {
  nameToYear.lastIndex = at;
  const dated = nameToYear.exec(text);
  if (!dated || /Section|Page\b/.test(dated[0])) return undefined;
  const end = after(guidelinesWord, text, nameToYear.lastIndex);
  return {
    entry: { name: dated[0].replace(/ \(?\d{4}\)?$/, ''), guidelines: [], year: Number(dated[1]) },
    end,
  };
}

function undatedName(text: string, at: number): Name {
  for (const pattern of [nameToSections, nameToGuidelines]) {
    pattern.lastIndex = at;
    const undated = pattern.exec(text);
    if (undated && !/Page\b/.test(undated[0])) {
      return { entry: { name: undated[0], guidelines: [], year: undefined }, end: pattern.lastIndex };
    }
  }
  pagesLabel.lastIndex = at;
  const end = pagesLabel.exec(text)?.index ?? text.length;
  const name = text.slice(at, end).trimEnd();
  return { entry: { name, guidelines: [], year: undefined }, end: at + name.length };
}

/** Whether a printed name is a known one or near to one. */
function isNearName({ name, year }: Pick<Entry, 'name' | 'year'>): boolean {
  return findGuideline(name.replace(/ G[a-z]{6,11}$/i, ''), year === undefined ? {} : { year }).length > 0;
}

/** Whether a new entry begins after the separator at `at`: a name with its year, or a known name after ", and". */
function nextEntry(text: string, at: number): boolean {
  const from = after(between, text, at);
  if (from === at) return false;
  const joined = /and\b/.test(text.slice(at, from));
  // Without "and" only a name with its year begins a new entry: most commas stand between sections.
  if (!joined && !anyYear.test(text.slice(from, from + 100))) return false;
  const known = matchKnownName(text, from);
  if (known && (known.year !== undefined || joined)) return true;
  const dated = joined ? datedName(text, from) : undefined;
  return dated !== undefined && (!dated.entry.name.includes(', ') || isNearName(dated.entry));
}

/** Reads the list after "Section(s):" into the entry; gives the offset where it ends. */
function readSections(text: string, start: number, entry: Entry): number {
  let at = start;
  while (at < text.length) {
    const end = sectionEnd(text, at, entry);
    push(entry.sections, text, at, end);
    entry.end = end;
    if (end >= text.length || nextEntry(text, end)) {
      at = end;
      break;
    }
    at = after(/[,;]? ?(?:and )?/y, text, end);
    if (at === end) break;
  }
  mergeUnknown(text, entry);
  return Math.max(at, entry.end);
}

/** End of the section name at an offset: of the longest known one, else the next comma. */
function sectionEnd(text: string, at: number, entry: Entry): number {
  let best = 0;
  for (const id of entry.guidelines) {
    const known = matchKnownSection(id, text, at);
    if (known && /^(?:$|[,;])/.test(text.slice(at + known.length, at + known.length + 1)))
      best = Math.max(best, known.length);
  }
  if (best > 0) return at + best;
  const comma = /[,;]/g;
  comma.lastIndex = at + 1;
  const found = comma.exec(text);
  return found ? found.index : text.length;
}

function push(sections: SectionReference[], text: string, start: number, end: number): void {
  const name = text.slice(start, end).trimEnd();
  if (name !== '') sections.push({ name, start, end: start + name.length });
}

/**
 * A section name that holds a comma and is misspelt was cut at the comma: pieces that are a known name only together
 * become one again.
 */
function mergeUnknown(text: string, entry: Entry): void {
  const [id] = entry.guidelines;
  if (id === undefined || entry.sections.length < 2 || (guidelineById(id)?.topics.length ?? 0) === 0) return;
  const merged: SectionReference[] = [];
  for (const section of entry.sections) {
    const before = merged[merged.length - 1];
    if (before && (unknown(id, section.name) || unknown(id, before.name))) {
      const name = text.slice(before.start, section.end);
      const together = findSection(id, name);
      if (together.match === 'fuzzy') {
        merged[merged.length - 1] = { name, start: before.start, end: section.end };
        continue;
      }
    }
    merged.push(section);
  }
  entry.sections = merged;
}

function unknown(id: string, name: string): boolean {
  return findSection(id, name).match === 'unknown';
}

/** Reads one group of the older style, "TOPIC; TOPIC Page(s): 7; 64", into the entry; gives the offset after it. */
function readTopic(
  text: string,
  start: number,
  entry: Entry,
  pages: readonly Draft<PageReference>[],
): number {
  pagesLabel.lastIndex = start;
  const label = pagesLabel.exec(text);
  const end = label?.index ?? text.length;
  let at = start;
  while (at < end) {
    const part = topicEnd(text, at, end, entry);
    push(entry.sections, text, at, part);
    entry.end = at + text.slice(at, part).trimEnd().length;
    if (nextEntry(text, part)) return part;
    at = after(/[,; ]*(?:and )?/y, text, part);
    if (at <= part) break;
  }
  if (!label) return Math.max(end, start + 1);
  const listed = label.index + label[0].length;
  let last = listed;
  for (const page of pages) {
    if (page.start < listed) continue;
    if (page.start > last && !/^[,;]? ?(?:and |& )?$/.test(text.slice(last, page.start))) break;
    entry.pages.push(page);
    last = page.end;
  }
  entry.end = last;
  // A label without a readable number must not hold the reader up.
  return Math.max(last, start + 1);
}

function topicEnd(text: string, at: number, end: number, entry: Entry): number {
  const slice = text.slice(0, end).trimEnd();
  let best = 0;
  for (const id of entry.guidelines) {
    const known = matchKnownSection(id, slice, at);
    if (known && /^(?:$|[,;])/.test(slice.slice(at + known.length, at + known.length + 1)))
      best = Math.max(best, known.length);
  }
  if (best > 0) return at + best;
  const cut = slice.indexOf(';', at + 1);
  if (cut >= 0) return cut;
  // "…, and MTUS ACOEM Chapter 15 …": a further guideline ends an entry without pages.
  const next = /, (?:and )?(?:MTUS )?(?=[A-Z])/g;
  next.lastIndex = at + 1;
  for (let match = next.exec(slice); match; match = next.exec(slice))
    if (nextEntry(slice, match.index)) return match.index;
  return slice.length;
}

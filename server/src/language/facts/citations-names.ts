import {
  allGuidelines,
  findGuideline,
  findSection,
  foldName,
  type Guideline,
  inForce,
} from '../catalog/index.ts';
import { matches } from '../matches.ts';
import { editDistance } from '../syntax/distance.ts';
import type { SectionReference } from '../syntax/index.ts';
import type { Citation } from './citations.ts';

/** One word of a printed name to change; offsets in the flow of the block. */
export interface WordRepair {
  start: number;
  end: number;
  text: string;
}

const word = /[\p{L}\p{N}]+|&/gu;
/** Words that stand around a known name in print. */
const frame = /^(?:ca|california|the|mtus|guidelines?)$/i;

/**
 * The words of a printed name that differ from the known one, each with its right spelling in the printed case; the
 * commas and hyphens between them stay as they are. Undefined where the two do not go word by word.
 *
 * @param offset place of the printed name in its flow
 */
export function wordRepairs(printed: string, offset: number, known: string): WordRepair[] | undefined {
  const here = matches(word, printed).filter(([text]) => !frame.test(text));
  const there = matches(word, known)
    .map(([text]) => text)
    .filter((text) => !frame.test(text));
  if (here.length !== there.length) return undefined;
  const repairs: WordRepair[] = [];
  for (const [index, match] of here.entries()) {
    const right = there[index] as string;
    const [text] = match;
    if (same(text, right)) continue;
    const start = offset + match.index;
    repairs.push({ start, end: start + text.length, text: inCaseOf(text, right) });
  }
  return repairs;
}

const plain = (text: string): string => (text === '&' ? 'and' : text.toLowerCase());
const same = (a: string, b: string): boolean => plain(a) === plain(b);

/** A word in the case of another: all capitals, or all small where the other begins small. */
function inCaseOf(model: string, text: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return text.toUpperCase();
  const first = text.charAt(0);
  const like = model.charAt(0) === model.charAt(0).toLowerCase() ? first.toLowerCase() : first.toUpperCase();
  // A word with capitals of its own (TENS, NSAIDs) keeps them.
  return /[A-Z]/.test(text.slice(1)) ? text : like + text.slice(1);
}

/** What is wrong with the name of a guideline-line entry. */
export type NameIssue =
  /** A near misspelling of a known name. */
  | {
      kind: 'misspelt';
      guideline: Guideline;
      name: string;
      distance: number;
      repairs: WordRepair[];
      alone: boolean;
    }
  /** The name is known, but no edition of it has the printed year. */
  | { kind: 'year'; guideline: Guideline | undefined; years: number[] }
  | { kind: 'unknown' };

/** Checks the name and year of an entry of a guideline line against the catalog; undefined when they are right. */
export function nameIssue(citation: Citation, dates: readonly string[]): NameIssue | undefined {
  const { node } = citation;
  if (node.kind !== 'mtus' || node.guidelines.length > 0) return undefined;
  const tail = misspeltTail(node.name, node.start);
  const printed = tail ? node.name.slice(0, tail.start - node.start).trimEnd() : node.name;
  const matches = findGuideline(printed, {
    ...(node.year === undefined ? {} : { year: node.year }),
    on: dates,
  });
  const [best] = matches;
  if (best?.match === 'other-year')
    return isCutShort(printed, node.year)
      ? { kind: 'unknown' }
      : {
          kind: 'year',
          ...rightYear(
            matches.map(({ guideline }) => guideline),
            dates,
          ),
        };
  if (best?.match === 'fuzzy') {
    const name = nameWithoutAlias(best.guideline, best.name);
    const repairs = wordRepairs(printed, node.start, name)?.concat(tail ?? []);
    const others = matches.filter(
      ({ guideline, distance }) => distance === best.distance && guideline.family !== best.guideline.family,
    );
    if (repairs && repairs.length > 0) {
      return {
        kind: 'misspelt',
        guideline: best.guideline,
        name,
        distance: best.distance,
        repairs,
        alone: others.length === 0,
      };
    }
  }
  if (best && tail)
    return {
      kind: 'misspelt',
      guideline: best.guideline,
      name: `${best.name} Guidelines`,
      distance: 1,
      repairs: [tail],
      alone: true,
    };
  return best && best.match !== 'fuzzy' ? undefined : { kind: 'unknown' };
}

/** "Ankle and Foot Guidelines 2018" for "Ankle and Foot Disorders 2018": the year is right, and the name is not whole. */
function isCutShort(printed: string, year: number | undefined): boolean {
  const said = foldName(printed.replace(/ guidelines?$/i, ''));
  return allGuidelines().some(
    (guideline) => guideline.year === year && guideline.names.some((name) => foldName(name).startsWith(said)),
  );
}

/** The misspelt word "Guidelines" at the end of a name. */
function misspeltTail(name: string, offset: number): WordRepair | undefined {
  const last = / (G[a-z]{5,11})$/i.exec(name);
  const text = last?.[1];
  if (text === undefined || /^guide-?lines?$/i.test(text)) return undefined;
  const right = /s$/i.test(text) ? 'Guidelines' : 'Guideline';
  if (editDistance(text.toLowerCase(), right.toLowerCase(), 2) > 2) return undefined;
  const start = offset + name.length - text.length;
  return { start, end: start + text.length, text: inCaseOf(text, right) };
}

/** The catalog keeps the vendor's own misspellings as aliases; a correction never leads to one of them. */
function nameWithoutAlias(guideline: Guideline, name: string): string {
  const [own] = guideline.names;
  return own !== undefined && /Forewarm|Accupuncture/.test(name) ? own : name;
}

function rightYear(
  candidates: readonly Guideline[],
  dates: readonly string[],
): { guideline: Guideline | undefined; years: number[] } {
  const years = [...new Set(candidates.map(({ year }) => year).filter((year) => year !== null))].sort();
  const standing = candidates.filter(({ id }) => inForce(id, dates) === 'all');
  const [only] = standing.length > 0 ? standing : candidates;
  const single = standing.length === 1 || (standing.length === 0 && years.length === 1);
  return { guideline: single ? only : undefined, years };
}

/** A section name that is a near misspelling of a known one. */
export interface SectionIssue {
  section: SectionReference;
  name: string;
  distance: number;
  repairs: WordRepair[];
}

/** The misspelt section and topic names of an entry of a guideline line. */
export function sectionIssues({ node, guidelines }: Citation): SectionIssue[] {
  const issues: SectionIssue[] = [];
  for (const section of node.sections) {
    const found = guidelines.map(({ id }) => findSection(id, section.name));
    if (
      found.length === 0 ||
      found.some(({ match }) => match === 'exact' || match === 'alias' || match === 'other-edition')
    )
      continue;
    const near = found.filter((match) => match.match === 'fuzzy').sort((a, b) => a.distance - b.distance)[0];
    const repairs = near && wordRepairs(section.name, section.start, near.name);
    if (near && repairs && repairs.length > 0)
      issues.push({ section, name: near.name, distance: near.distance, repairs });
  }
  return issues;
}

import {
  fillPassage,
  guidelineLineFor,
  type LineStyle,
  type Passage,
  passagesFor,
} from '../../language/passages/index.ts';
import type { Verdict } from '../../language/syntax/index.ts';
import { bodyOf, type Draft } from './draft.ts';
import { isUnverified } from './insertables.ts';
import { itemValues } from './passage-values.ts';

/** A disputed item as it was asked for. */
export interface NewItem {
  request: string;
  verdict: Verdict;
}

/** What a new item depends on in the letter that it is written into. */
export interface ItemPlace {
  /** Verdict of the item before it; undefined for the first. */
  before: Verdict | undefined;
  /** Sets the slots of this item apart from those of others; letters only. */
  suffix: string;
  /** The days that decide which guidelines were in force, ISO. */
  days: readonly string[];
  style: LineStyle;
}

/** A passage for at most so many names says something of each of them. */
const few = 12;
/** At most so many lines are proposed for the claims administrator: a list to glance over. */
const fewLines = 4;
const noLine = 'The Claims Administrator did not cite any medical evidence for its decision.';

/**
 * Adds a disputed item, heading to conclusion, to a draft. The citation that its drug or service calls for is proposed,
 * with the guideline line that goes with it; for the line of the claims administrator the usual ones are to choose from.
 */
export function addItem(draft: Draft, item: NewItem, place: ItemPlace): void {
  const { request, verdict } = item;
  const body = withOpener(
    bodyOf(verdict === 'Upheld' ? 'item-upheld' : 'item-overturned'),
    verdict,
    place.before,
  );
  const values = itemValues(request, verdict);
  const specific = specificCitations(item, place.days);
  const [cited] = specific;
  draft.addBody(body, place.suffix, values, {
    ...(cited ? { citation: fillPassage(cited, values).text } : {}),
    ...(cited ? { maximusLine: guidelineLineFor([cited], place.style) } : {}),
    claimsLine: claimsLines(specific, place.style),
  });
}

/** Reads a pasted list of items, one a line. In a numbered list a line without a number goes on with the entry before it. */
export function readItems(text: string, verdicts: readonly Verdict[] = []): NewItem[] {
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

/** Day from which guideline lines print sections in place of pages. */
const sectionsSince = '2015-09-01';

/** How guideline lines are printed in a letter of these days, ISO; unknown days are taken for later ones. */
export function styleOn(days: readonly string[]): LineStyle {
  return days.length > 0 && days.every((day) => day < sectionsSince) ? 'pages' : 'sections';
}

/** A number, letter or bullet before an entry of a list. */
const marker = /^\s*(?:\(?\d{1,2}[.):]\s+|[a-z][.)]\s+|[-*•–—·]\s+)/i;
const verdictAtEnd = /(?<!\s)\s*(?:[:\-–—,]\s*)?\b(?:is:?\s*)?(upheld|overturned)\.?\s*$/i;

/** Letters for a number, since names of slots hold no digits: A to Z, then AA. */
export function suffixOf(index: number): string {
  const letter = String.fromCharCode(0x41 + (index % 26));
  return index < 26 ? letter : suffixOf(Math.floor(index / 26) - 1) + letter;
}

/** The opener of an item after another one: "Similarly, … likewise" for the same verdict, else "Conversely". */
function withOpener(body: string, verdict: Verdict, before: Verdict | undefined): string {
  if (before === undefined) return body;
  const same = verdict === before;
  const opened = body.replace(/(?<=Decision rationale: )(?:No|Yes)(?=,)/, same ? 'Similarly' : 'Conversely');
  return same ? opened.replace('{classPhrase} {tense} ', '{classPhrase} {tense} likewise ') : opened;
}

/** Checked citations made for the item's drug or service, best first. */
function specificCitations({ request, verdict }: NewItem, dates: readonly string[]): Passage[] {
  return passagesFor({ itemHeading: request, verdict, dates, kind: 'citation' }).filter(
    (passage) => !isUnverified(passage) && (passage.guidelines?.length ?? 0) > 0 && isSpecific(passage),
  );
}

/** Made for a few drugs, for a class of drugs or for a service, not for every medication. */
function isSpecific({ tags: { drugs, classes, services } }: Passage): boolean {
  return classes !== undefined || (drugs ? drugs.length < few : services !== undefined);
}

/**
 * What the claims administrator's line may say. Only the writer knows what it does say, so the first is open; the plain
 * lines, of one guideline, come before those of several.
 */
function claimsLines(specific: readonly Passage[], style: LineStyle): string[] {
  const plain = [...specific].sort((a, b) => (a.guidelines?.length ?? 0) - (b.guidelines?.length ?? 0));
  const lines = plain.flatMap((passage) => guidelineLineFor([passage], style) ?? []);
  return [openLine, ...new Set(lines)].slice(0, fewLines - 1).concat(noLine);
}

const openLine = 'Decision based on MTUS [guideline], Section(s): [section].';

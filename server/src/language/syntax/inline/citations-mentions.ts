import { guidelinesOfFamily } from '../../catalog/index.ts';
import type { GuidelineReference, PageReference } from '../nodes.ts';
import type { Draft } from './draft.ts';

type Mention = Draft<GuidelineReference>;

/** First words of a mention. */
const head =
  /\b(?:(MTUS|Medical Treatment Utilization Schedule(?: \(MTUS\))?)|(ACOEM|American College of Occupational (?:and|&) Environmental Medicine(?: \(ACOEM\))?)|(ODG|Official Disability Guide-?lines?(?: \(ODG\))?)|(CPMTG|Chronic Pain (?:Medical )?(?:Treatment )?Guide-?lines?|Opioids? (?:Medical )?Treatment Guide-?lines?|Acupuncture (?:Medical )?(?:Treatment )?Guide-?lines?|Post-?surgical (?:Treatment )?Guide-?lines?))(?![A-Za-z])/gi;

const yearBefore = /((?:19|20)\d\d) $/;
const yearNext = /,? ?\(?((?:19|20)\d\d)\)?(?!\d|[-/]\d)/y;
/** "(July 28, 2016)" after a name: the date of the edition. */
const editionDate = / ?\((?:[A-Z][a-z]+\.? \d{1,2}, |[A-Z][a-z]+ |\d{1,2}\/\d{1,2}\/)((?:19|20)\d\d)\)/y;
const joiner = /(?:'s)?(?: ?[/,:-] ?| )(?:the )?"?/y;
const guidelinesIn =
  /(?:Practice |Medical Treatment |Treatment )?Guide-?lines?(?: (?:in|of|from|for|under)(?: the)?)?(?![A-Za-z])/iy;
const acoemNext =
  /(?:ACOEM|American College of Occupational (?:and|&) Environmental Medicine(?: \(ACOEM\))?)(?![A-Za-z])/iy;
const chapterNumber = /(?:at |in )?(?:Chapter|Ch\.?) (\d{1,2})(?!\d|\.\d)/iy;
const topical =
  /(?:(Chronic Pain|Pain)|(Opioids?)|(Acupuncture)|(Post-?surgical))(?: Medical)?(?: Treatment)?(?: (?:guide-?lines?|chapter|section))?(?![A-Za-z])/iy;
const bodyChapter =
  /(?:(neck (?:and|&) upper back|cervical and thoracic(?: spine)?)|(shoulder)|(elbow)|((?:forearm,? )?(?:wrist,? (?:and |& )?)?hand|hand, wrist,? and forearm)|(low back)|(knee)|(ankle (?:and|&) foot)|(stress[- ]related)|(eye)|(hip and groin))(?: (?:complaints|conditions|disorders))?(?: (chapter|section|guide-?lines?))?(?![A-Za-z])/iy;
const bodyFamilies = [
  'neck',
  'shoulder',
  'elbow',
  'hand',
  'low-back',
  'knee',
  'ankle-foot',
  'stress',
  'eye',
  'hip',
];
const topicalFamilies = ['chronic-pain', 'opioids', 'acupuncture', 'postsurgical'];
/** Other editions of ACOEM's book, of which the schedule adopted nothing. */
const otherEdition = /\b(?:third|3rd|first|1st) (?:edition|ed\b)|\bV\.? ?3\b/i;

/** A body before a name, "ODG Acupuncture Guidelines", "the CDC Opioid Treatment Guidelines": not the schedule's. */
const ofAnother =
  /(?<![A-Za-z])(?!(?:The|Per|As|In|On|And|By|To|Under|These|Those|Both|Its|California|CA|Although|While|However|Based)[ ,])[A-Z][A-Za-z.]{0,38}(?:\)|'s)? $/;

/** What a mention has told so far. */
interface Reading {
  start: number;
  end: number;
  authority: 'mtus' | 'acoem' | 'odg';
  year: number | undefined;
  chapter: number | undefined;
  family: string | undefined;
}

/**
 * Finds guidelines named in running text: "MTUS", "ODG", "the MTUS Chronic Pain Medical Treatment Guidelines",
 * "California MTUS 2016 Chronic Pain Guidelines", "the MTUS Guideline in ACOEM Chapter 12", "ACOEM Practice
 * Guidelines". A bare "MTUS" or "ODG" has no catalog identifiers. Pages that are tied to a mention by its words
 * ("page 64 of the …", "…, Table 12-8, page 309") are listed with it.
 */
export function findMentions(text: string, pages: readonly Draft<PageReference>[]): Mention[] {
  const mentions: Mention[] = [];
  head.lastIndex = 0;
  for (let match = head.exec(text); match; match = head.exec(text)) {
    const reading = read(text, match);
    head.lastIndex = reading.end;
    if (match[4] !== undefined && ofAnother.test(text.slice(Math.max(0, match.index - 40), match.index)))
      continue;
    mentions.push({
      type: 'guidelineReference',
      name: text.slice(reading.start, reading.end),
      guidelines: identifiers(text, reading),
      year: reading.year,
      sections: [],
      pages: [],
      kind: 'mention',
      start: reading.start,
      end: reading.end,
    });
  }
  if (pages.length > 0) link(text, mentions, pages);
  return mentions;
}

function read(text: string, match: RegExpExecArray): Reading {
  const [whole, mtus, acoem, odg, named] = match;
  const before = yearBefore.exec(text.slice(Math.max(0, match.index - 5), match.index));
  const reading: Reading = {
    start: before ? match.index - 5 : match.index,
    end: match.index + whole.length,
    authority: acoem !== undefined ? 'acoem' : odg !== undefined ? 'odg' : 'mtus',
    year: before ? Number(before[1]) : undefined,
    chapter: undefined,
    family: undefined,
  };
  if (named !== undefined) reading.family = familyOfName(named);
  if (odg !== undefined) return reading;
  if (mtus !== undefined || acoem !== undefined) tail(text, reading);
  takeYear(text, reading);
  return reading;
}

function familyOfName(name: string): string {
  const first = name.charAt(0).toLowerCase();
  return first === 'c'
    ? 'chronic-pain'
    : first === 'o'
      ? 'opioids'
      : first === 'a'
        ? 'acupuncture'
        : 'postsurgical';
}

/** Reads on after "MTUS" or "ACOEM": year, "Guideline in", "ACOEM", chapter, name. */
function tail(text: string, reading: Reading): void {
  for (let step = 0; step < 6; step++) {
    if (takeYear(text, reading)) continue;
    const from = advance(joiner, text, reading.end);
    if (from === reading.end) return;
    if (!takeWord(text, reading, from)) return;
  }
}

/** Offset after a sticky pattern, or `at` where it does not match. */
function advance(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function takeYear(text: string, reading: Reading): boolean {
  if (reading.year !== undefined) return false;
  for (const pattern of [editionDate, yearNext]) {
    pattern.lastIndex = reading.end;
    const found = pattern.exec(text);
    if (found) {
      reading.year = Number(found[1]);
      reading.end = pattern.lastIndex;
      return true;
    }
  }
  return false;
}

/** Takes the next word of a name at `from` into the reading. */
function takeWord(text: string, reading: Reading, from: number): boolean {
  if (reading.chapter === undefined && reading.family === undefined) {
    topical.lastIndex = from;
    const name = topical.exec(text);
    if (name && !(name[1]?.toLowerCase() === 'pain' && reading.authority !== 'acoem')) {
      const index = name.slice(1).findIndex((group) => group !== undefined);
      // A bare "acupuncture" or "opioids" after MTUS is a word of the sentence, not a name.
      if (index === 0 || /guide|treatment|chapter/i.test(name[0])) {
        reading.family = topicalFamilies[index];
        reading.end = from + name[0].length;
        return true;
      }
    }
    chapterNumber.lastIndex = from;
    const chapter = chapterNumber.exec(text);
    if (chapter) {
      reading.chapter = Number(chapter[1]);
      reading.end = chapterNumber.lastIndex;
      return true;
    }
    const acoem = advance(acoemNext, text, from);
    if (acoem > from && reading.authority === 'mtus') {
      reading.authority = 'acoem';
      reading.end = acoem;
      return true;
    }
    const word = advance(guidelinesIn, text, from);
    if (word > from) {
      // "MTUS Guideline in" belongs to the name that follows; "MTUS guidelines for …" does not go on.
      reading.end =
        from +
        (/^(?:(?:Medical )?Treatment |Practice )?Guide-?lines?/i.exec(text.slice(from, word))?.[0].length ??
          word - from);
      const next = advance(
        / (?:in|of|from|under)(?: the)?(?= (?:ACOEM|Chapter|American College|Chronic Pain))/iy,
        text,
        reading.end,
      );
      reading.end = next;
      return true;
    }
  }
  bodyChapter.lastIndex = from;
  const body = bodyChapter.exec(text);
  if (!body || reading.family !== undefined) return false;
  const index = body.slice(1, 11).findIndex((group) => group !== undefined);
  const formal = /complaints|conditions|disorders|chapter|guide/i.test(body[0]);
  if (!formal) return false;
  reading.family = bodyFamilies[index];
  reading.end = from + body[0].length;
  return true;
}

function identifiers(text: string, reading: Reading): string[] {
  const { authority, chapter, family, year } = reading;
  if (authority === 'odg') return [];
  const around = text.slice(Math.max(0, reading.start - 25), reading.end + 25);
  if (authority === 'acoem' && otherEdition.test(around)) return [];
  if (chapter !== undefined) {
    if (chapter < 1 || chapter > 16) return [];
    return chapter === 10 ? ['acoem-2007-elbow', 'acoem-2004-ch10'] : [`acoem-2004-ch${chapter}`];
  }
  if (family !== undefined) {
    const editions = guidelinesOfFamily(family).filter(({ from }) => from !== null);
    const ofYear = year === undefined ? editions : editions.filter((edition) => edition.year === year);
    // A year that no edition has is a slip of the year: the name still says what is meant.
    return (ofYear.length > 0 ? ofYear : editions).map(({ id }) => id);
  }
  return authority === 'acoem' ? ['acoem-2004'] : [];
}

/** "page 64 of the", "on pages 79-80 of", "page 7 and 8 of the". */
const pageBefore =
  /^,? ?(?:(?:and|&|,) ?\d{1,3}(?:-\d{1,3})? ?)?(?:of|in|from|under|within)(?: the)?(?: (?:CA|California))?(?: (?:19|20)\d\d)?$/i;
/** ", Table 12-8, page", " (page", ", on page", " on pages 12, 13 and". */
const pageAfter =
  /^"?(?:'s)?[,;:]? ?\(?(?:(?:Summary )?Tables? \d{1,2}(?:-\d{1,2})?[A-Za-z]?,? ?(?:and |on )?)?(?:(?:on|at|section|topic) )?(?:the )?(?:pages?|pgs?\.?|pp?\.?|Page\(s\)):? ?(?:\d{1,4}(?:-\d{1,4})?(?:, | and |, and | & ))*$/i;

function link(text: string, mentions: Mention[], pages: readonly Draft<PageReference>[]): void {
  for (const page of pages) {
    const next = mentions.find((mention) => mention.start >= page.end);
    if (next && next.start - page.end < 40 && pageBefore.test(text.slice(page.end, next.start).trimEnd())) {
      next.pages.push(page);
      continue;
    }
    const previous = mentions.findLast((mention) => mention.end <= page.start);
    if (previous && page.start - previous.end < 60 && pageAfter.test(text.slice(previous.end, page.start))) {
      previous.pages.push(page);
    }
  }
}

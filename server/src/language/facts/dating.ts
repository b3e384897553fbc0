import { type Knowledge, knowledge } from '../catalog/index.ts';
import { gather } from '../gather.ts';
import { type Block, type FormTables, forms, type SectionName } from '../syntax/index.ts';
import { type CaseFacts, perCase } from './case.ts';
import { type DateReading, type DateRole, dateFactsOf, dateReadingsOf } from './dates.ts';
import { numberOfCheck } from './item-content.ts';

/**
 * The dates of a letter with what is said of each, wherever they stand in it: the same object for the next letter as
 * long as its header, the sentences that tell a date and their order in sections and items are the same.
 */
export interface Dating {
  /** For each check, by its number, what it keeps of letters with these dates. */
  readonly said: unknown[];
}

/** A dating with what it is told by. */
interface Known extends Dating {
  readonly knowledge: Knowledge;
  readonly form: FormTables;
  /** Names and values of its fields. */
  readonly header: readonly string[];
  readonly blocks: readonly Dated[];
}

/** A block that tells a date: what it says of its dates, and where it stands. */
interface Dated {
  readonly type: Block['type'];
  readonly readings: readonly DateReading[];
  readonly section: SectionName;
  /** Number of its item; 0 outside of the items. */
  readonly item: number;
}

/** The blocks of a letter that tell a date, in order of place. */
export const datedBlocksOf: (facts: CaseFacts) => readonly Block[] = perCase((facts) =>
  facts.blocks.filter((block) => dateReadingsOf(block).length > 0),
);

/** The dating of the letter that was read last. */
let latest: Known | undefined;

/** The dating of a letter. */
export const datingOf: (facts: CaseFacts) => Dating = perCase((facts) => {
  const read = readDating(facts);
  if (!latest || !isSame(latest, read)) latest = read;
  return latest;
});

/** Keeps what a function reads of the dates of a letter: plain data, for it is that of all letters with these dates. */
export function perDating<T>(read: (facts: CaseFacts) => T): (facts: CaseFacts) => T {
  const number = numberOfCheck();
  return (facts) => {
    const { said } = datingOf(facts);
    let known = said[number] as { read: T } | undefined;
    if (!known) {
      known = { read: read(facts) };
      said[number] = known;
    }
    return known.read;
  };
}

function readDating(facts: CaseFacts): Known {
  const blocks: Dated[] = [];
  for (const { name: section, children } of facts.sections) {
    for (const child of children) {
      const item = child.type === 'item' ? child.number : 0;
      for (const block of child.type === 'item' ? child.children : [child]) {
        const readings = dateReadingsOf(block);
        if (readings.length > 0) blocks.push({ type: block.type, readings, section, item });
      }
    }
  }
  const header = gather(facts.header?.children ?? [], ({ name, value }) => [name, value]);
  return {
    knowledge: knowledge.current,
    form: forms.current,
    header,
    blocks,
    said: [],
  };
}

function isSame(a: Known, b: Known): boolean {
  return (
    a.knowledge === b.knowledge &&
    a.form === b.form &&
    isSameList(a.header, b.header, (one, other) => one === other) &&
    isSameList(a.blocks, b.blocks, saySame)
  );
}

function saySame(a: Dated, b: Dated): boolean {
  if (a.section !== b.section || a.item !== b.item || a.type !== b.type) return false;
  if (a.readings === b.readings) return true;
  // What stands between two dates of a heading is looked at beyond their sentences.
  return a.type !== 'itemHeading' && isSameList(a.readings, b.readings, areSame);
}

/** Whether two readings say the same of dates at the same place of the same sentence, wherever that stands. */
function areSame(a: DateReading, b: DateReading, index: number, as: Readings, bs: Readings): boolean {
  return (
    a.text === b.text &&
    a.iso === b.iso &&
    a.year === b.year &&
    a.month === b.month &&
    a.day === b.day &&
    a.possible === b.possible &&
    a.format === b.format &&
    a.role === b.role &&
    a.certainty === b.certainty &&
    a.how === b.how &&
    a.cue === b.cue &&
    a.range === b.range &&
    a.pointsBack === b.pointsBack &&
    a.start - a.sentence.start === b.start - b.sentence.start &&
    a.sentence.text === b.sentence.text &&
    (as[index - 1]?.sentence === a.sentence) === (bs[index - 1]?.sentence === b.sentence)
  );
}

type Readings = readonly DateReading[];

function isSameList<T>(
  as: readonly T[],
  bs: readonly T[],
  same: (a: T, b: T, index: number, as: readonly T[], bs: readonly T[]) => boolean,
): boolean {
  return as.length === bs.length && as.every((a, index) => same(a, bs[index] as T, index, as, bs));
}

/** Roles whose dates say which law was in force when the request was made, reviewed and decided. */
const lawRoles = new Set<DateRole>(['service', 'request', 'ur', 'application', 'assigned', 'decision']);

/**
 * Days (`YYYY-MM-DD`, each once, in order) on which the law in force for this case can be judged: service, request for
 * authorization, UR decision, application, assignment and decision. Where the letter gives none of them, the days of
 * its visits and reports.
 */
export const knownCaseDates: (facts: CaseFacts) => readonly string[] = perDating((facts) => {
  const known = dateFactsOf(facts).filter((date) => date.iso !== undefined && date.certainty !== 'guess');
  const law = known.filter((date) => lawRoles.has(date.role));
  const chosen =
    law.length > 0 ? law : known.filter((date) => date.role === 'visit' || date.role === 'report');
  return [...new Set(chosen.map((date) => date.iso as string))].sort();
});

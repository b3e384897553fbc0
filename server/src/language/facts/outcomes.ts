import { gather } from '../gather.ts';
import { foldBlock } from '../syntax/block-text.ts';
import { Flow, type SourceRange } from '../syntax/index.ts';
import type { CaseFacts } from './case.ts';
import { itemsIn, linesIn } from './outcome-lines.ts';
import { areOfOneRequest, isOwn } from './outcome-requests.ts';
import type {
  Entry,
  FinalDetermination,
  NumberedRequest,
  OutcomeStatement,
  Outcomes,
  Overall,
} from './outcome-statements.ts';

/**
 * The outcome statements of a letter of 2013/14; undefined in other forms, and where the numbers of its lists do not
 * match one to one.
 */
export function outcomesOf(facts: CaseFacts): Outcomes | undefined {
  const { form, doubleSpaced } = facts.tree;
  const source = facts.blocks[0]?.flow.source;
  if ((form !== 'notice' && form !== 'final-determination-2013') || source === undefined) return undefined;
  const end = facts.sections[0]?.position.start.offset ?? 0;
  const preamble = new Flow(source, 0, foldBlock(source, 0, end, doubleSpaced));
  const opening = linesIn(preamble, 'opening');
  const decision = gather(facts.blocks, ({ flow }) => linesIn(flow, 'decision'));
  const items = gather(facts.blocks, itemsIn);
  const lists = [opening, decision, items].filter((list) => list.length > 0).map(byNumber);
  const [first] = lists;
  if (!first || lists.some((list) => !list || !sameNumbers(list, first))) return undefined;
  const requests: NumberedRequest[] = [];
  for (const number of first.keys()) {
    const statements = gather(lists, (list) => list?.get(number) ?? []);
    if (areOfOneRequest(statements, number, first)) requests.push({ number, statements });
  }
  const apart = requests.map(({ number, statements }) => ({
    number,
    statements: statements.filter(
      (statement) => statement.place !== 'conclusion' || isOwn(statement, number, requests),
    ),
  }));
  const complete =
    apart.length === first.size &&
    apart.every(({ number, statements }, index) => number === index + 1 && isDecidedTwice(statements));
  return { requests: apart, final: finalIn(preamble), complete };
}

/** Undefined where a number comes twice. */
function byNumber(entries: readonly Entry[]): Map<number, OutcomeStatement[]> | undefined {
  const map = new Map(entries.map(({ number, statements }) => [number, statements]));
  return map.size === entries.length ? map : undefined;
}

function sameNumbers(a: ReadonlyMap<number, unknown>, b: ReadonlyMap<number, unknown>): boolean {
  return a.size === b.size && [...a.keys()].every((number) => b.has(number));
}

function isDecidedTwice(statements: readonly OutcomeStatement[]): boolean {
  const stated = statements.filter(({ outcome }) => outcome !== undefined);
  return stated.length > 1 && stated.some(({ place }) => place === 'conclusion');
}

const finalWord =
  /\bFinal Determination: ?(UPHOLD|PARTIAL OVERTURN|OVERTURN)\b(?:\. ?This means (?:that )?we decided that (none|some \(but not all\)|all) of the disputed )?/;
const meanings: Readonly<Record<string, Overall>> = {
  none: 'UPHOLD',
  'some (but not all)': 'PARTIAL OVERTURN',
  all: 'OVERTURN',
};

function finalIn(flow: Flow): FinalDetermination | undefined {
  const found = finalWord.exec(flow.text);
  const word = found?.[1];
  if (!found || word === undefined) return undefined;
  const place = (part: string, from: number): SourceRange => {
    const at = flow.text.indexOf(part, from);
    return flow.sourceRange(at, at + part.length);
  };
  const colon = flow.text.indexOf(':', found.index);
  const says = found[2] === undefined ? undefined : meanings[found[2]];
  return {
    word: { ...place(word, colon), says: word as Overall },
    meaning:
      found[2] !== undefined && says !== undefined
        ? { ...place(found[2], flow.text.indexOf('decided that', colon)), says }
        : undefined,
  };
}

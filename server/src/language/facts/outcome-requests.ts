import { gather } from '../gather.ts';
import { matches } from '../matches.ts';
import { numberWords, type SourceRange } from '../syntax/index.ts';
import type { Named, NumberedRequest, OutcomeStatement } from './outcome-statements.ts';

const common = new Set(
  'the this that these those and for with from request requested retrospective prospective therefore such thus hence accordingly consequently authorization appropriate one'.split(
    ' ',
  ),
);

/** Words by request: each is compared with all others of the letter. */
const known = new WeakMap<Named, Set<string>>();

/** The words that tell a request from others, without their plural. */
export function wordsOf(named: Named): Set<string> {
  let words = known.get(named);
  if (!words) {
    const { flow, start, end } = named;
    const all =
      flow.text
        .slice(start, end)
        .toLowerCase()
        .match(/[a-z]{3,}|[a-z]\d{1,2}\b/g) ?? [];
    words = new Set(all.filter((word) => !common.has(word)).map((word) => word.replace(/s$/, '')));
    known.set(named, words);
  }
  return words;
}

/** The numbers of a request, in digits or words. */
function numbersOf({ flow, start, end }: Named): string[] {
  const tokens =
    flow.text
      .slice(start, end)
      .toLowerCase()
      .match(/\b\d+(?:\.\d+)?|\b[a-z]+(?:-[a-z]+)?/g) ?? [];
  return tokens
    .map((token) => (numberWords.includes(token) ? String(numberWords.indexOf(token)) : token))
    .filter((token) => /^\d/.test(token));
}

export function isWithin(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every((word) => whole.has(word));
}

/** How much of the shorter of two requests stands in the other, from 0 to 1. */
function likeness(a: Named, b: Named): number {
  const [few, many] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>];
  if (few.size === 0) return 1;
  return [...few].filter((word) => many.has(word)).length / few.size;
}

/** Whether the lines and the heading of a number name the same request: lists may be in different orders. */
export function areOfOneRequest(
  statements: readonly OutcomeStatement[],
  number: number,
  list: ReadonlyMap<number, readonly OutcomeStatement[]>,
): boolean {
  const [first, ...others] = statements.filter(({ place }) => place !== 'conclusion');
  if (!first) return false;
  const rest = gather([...list], ([other, [line]]) => (line && other !== number ? [line.request] : []));
  return others.every(({ request }) => {
    const own = likeness(request, first.request);
    const [few, many] = [new Set(numbersOf(request)), new Set(numbersOf(first.request))];
    return (
      own >= 0.5 &&
      !rest.some((other) => likeness(request, other) > own) &&
      (isWithin(few, many) || isWithin(many, few))
    );
  });
}

/**
 * Whether a conclusion decides on the request of its item, as a whole: it names nothing else, names no other request
 * of the letter better, and no number that the request does not have ("6 visits" of 12).
 */
export function isOwn(
  conclusion: OutcomeStatement,
  number: number,
  requests: readonly NumberedRequest[],
): boolean {
  const named = conclusion.request;
  const likenessTo = (request: NumberedRequest): number =>
    Math.max(
      ...request.statements
        .filter(({ place }) => place !== 'conclusion')
        .map((other) => likeness(named, other.request)),
    );
  const own = requests.find((request) => request.number === number);
  if (!own) return false;
  const likenessToOwn = likenessTo(own);
  if (likenessToOwn < 0.5 || requests.some((other) => likenessTo(other) > likenessToOwn)) return false;
  const numbers = new Set(
    gather(own.statements, (other) => (other === conclusion ? [] : numbersOf(other.request))),
  );
  return numbersOf(named).every((value) => value === '1' || numbers.has(value));
}

const sideWord = /\b(left|right)\b/gi;

/** The side of the body that a statement names, with the places; undefined where it names none or both. */
export function sideOf({
  request: { flow, start, end },
}: OutcomeStatement): { side: 'left' | 'right'; places: (SourceRange & { printed: string })[] } | undefined {
  const name = flow.text.slice(start, end);
  const found = matches(sideWord, name);
  const sides = new Set(found.map(([word]) => word.toLowerCase()));
  if (sides.size !== 1 || /\b(?:bilateral|both)\b/i.test(name)) return undefined;
  return {
    side: sides.has('left') ? 'left' : 'right',
    places: found.map(({ index, 0: printed }) => ({
      ...flow.sourceRange(start + index, start + index + printed.length),
      printed,
    })),
  };
}

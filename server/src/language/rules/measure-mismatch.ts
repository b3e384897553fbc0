import { type CaseFacts, foundInItems, phrasesOf } from '../facts/index.ts';
import { gather } from '../gather.ts';
import type { Block, Measure, SourceRange } from '../syntax/index.ts';
import { type Report, rangeOf } from './rule.ts';

const perDay = /^ ?(?:(?:a|per|each|every) (?:day|night|week)|\/ ?day|daily|nightly|in total|total)\b/i;

/**
 * Reports numbers of one kind in the rationale's words for the request that the heading does not have, where both name
 * exactly one: "12 sessions" against "10 sessions", in whatever order the words stand. Places already reported are left
 * out.
 */
export function reportMeasures(
  facts: CaseFacts,
  kinds: readonly Measure['kind'][],
  reported: readonly SourceRange[],
  report: (report: Report) => void,
): void {
  for (const { phrase, heading, found, expected } of foreignMeasuresOf(facts)) {
    if (!kinds.includes(found.kind)) continue;
    const { start, end } = rangeOf(found);
    if (reported.some((other) => start < other.end && other.start < end)) continue;
    const text = phrase.block.flow.text.slice(found.start, found.end);
    const wanted = heading.flow.text.slice(expected.start, expected.end);
    report({
      at: found,
      message: `The rationale says "${text}" of this request, but the heading says "${wanted}".`,
      related: [{ at: expected, message: `Heading of item ${phrase.item.number}` }],
      fixes: numberFix(found, expected, text, phrase.block),
    });
  }
}

/** The numbers in the phrases for a request that are not those of the heading. */
const foreignMeasuresOf = foundInItems((item) => {
  const { heading } = item;
  if (!heading) return [];
  const own = heading.children.filter((node): node is Measure => node.type === 'measure');
  return gather(phrasesOf(item), (phrase) =>
    gather(phrase.measures, (found) => {
      // Of a cream the grams are compared apart from the percentages of what it holds.
      const alike = ({ kind, unit }: Measure): boolean => kind === found.kind && unit === found.unit;
      const asked = own.filter(alike);
      const [expected] = asked;
      if (!expected || phrase.measures.filter(alike).length > 1) return [];
      if (new Set(asked.map(({ values }) => values.join('/'))).size > 1) return [];
      if (expected.values.join('/') === found.values.join('/')) return [];
      // "Up to 13-20 visits": the guideline's range, unless a range was asked for.
      if (found.values.length > expected.values.length) return [];
      // "Gabapentin 900 mg a day": what is taken in a day, of tablets of any strength.
      if (found.kind === 'strength' && perDay.test(phrase.block.flow.text.slice(found.end))) return [];
      return [{ phrase, heading, found, expected }];
    }),
  );
});

/** Replaces the number of a measure, where both are plain digits. */
function numberFix(
  found: Measure,
  expected: Measure,
  text: string,
  block: Block,
): NonNullable<Report['fixes']> {
  const [from] = found.values;
  const [to] = expected.values;
  if (from === undefined || to === undefined || found.values.length > 1 || expected.values.length > 1)
    return [];
  const at = text.indexOf(String(from));
  if (at < 0) return [];
  const place = { block, start: found.start + at, end: found.start + at + String(from).length };
  return [{ title: `Change to ${to}`, edits: [{ at: place, text: String(to) }] }];
}

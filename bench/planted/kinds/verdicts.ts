import { drugRelation, serviceRelation } from '../../../server/src/language/catalog/index.ts';
import type { ItemFacts } from '../../../server/src/language/facts/index.ts';
import type {
  ConclusionPhrase,
  ItemHeading,
  Opener,
  SourceRange,
} from '../../../server/src/language/syntax/index.ts';
import {
  cased,
  type Decision,
  decisionOf,
  decisionsOf,
  numberOf,
  numerals,
  sentenceSpans,
  type Term,
  termsOf,
} from '../places.ts';
import { dropped, type Letter, rangeOf, replaced, type SlipKind, type Span, slipKind } from '../slip.ts';

/** Where the heading and the conclusion of an item stand; either may be marked when they disagree. */
function bothSides(item: ItemFacts, span: Span) {
  const { heading } = item;
  const verdict = heading?.verdict;
  return [
    rangeOf(span),
    ...(heading && verdict ? [rangeOf({ block: heading, start: verdict.start, end: verdict.end })] : []),
  ];
}

const verdictSwapped = slipKind<Decision>({
  id: 'verdict-swapped',
  family: 'verdicts',
  definition:
    'Upheld for Overturned or the reverse in the heading of an item whose rationale concludes as the heading said before.',
  places: (letter) => decisionsOf(letter).filter(({ item }) => item.heading?.verdict !== undefined),
  plant(decision) {
    const { heading } = decision.item;
    if (!heading?.verdict) return undefined;
    const { start, end, text } = heading.verdict;
    return replaced(
      { block: heading, start, end },
      cased(text.toLowerCase() === 'upheld' ? 'overturned' : 'upheld', text),
      { zone: bothSides(decision.item, decision) },
    );
  },
});

/** Where "not" stands in or before a conclusion. */
function notIn({ block, node }: Pick<Decision, 'block' | 'node'>): Span | undefined {
  const found = /\bnot\b/i.exec(block.flow.text.slice(node.start, node.end));
  return found ? { block, start: node.start + found.index, end: node.start + found.index + 3 } : undefined;
}

const notDropped = slipKind<Decision>({
  id: 'conclusion-not-dropped',
  family: 'verdicts',
  definition: '"not" is left out of the conclusion of an item that is Upheld.',
  places: (letter) => decisionsOf(letter).filter((decision) => notIn(decision) !== undefined),
  plant(decision) {
    const span = notIn(decision);
    return span && dropped(span, bothSides(decision.item, decision));
  },
});

const notAdded = slipKind<Decision>({
  id: 'conclusion-not-added',
  family: 'verdicts',
  definition: '"not" is put before "medically necessary" in the conclusion of an item that is Overturned.',
  places: (letter) =>
    decisionsOf(letter).filter(
      ({ block, node }) => node.necessary && /^medically necessary/i.test(block.flow.text.slice(node.start)),
    ),
  plant: ({ block, node, item }) =>
    replaced({ block, start: node.start, end: node.start }, 'not ', {
      zone: bothSides(item, { block, start: node.start, end: node.end }),
    }),
});

/** A conclusion in the first sentence of a rationale that has another one at its end. */
function openingOf(item: ItemFacts): Decision | undefined {
  const decision = decisionOf(item);
  const first = decision && sentenceSpans(decision.block)[0];
  const node = decision?.block.children.find(
    (child): child is ConclusionPhrase => child.type === 'conclusion',
  );
  if (
    !decision ||
    !first ||
    !node ||
    node === decision.node ||
    node.end > first.end ||
    node.necessary !== decision.node.necessary
  )
    return undefined;
  // "As the requested surgery is not medically necessary, …" speaks of another item.
  if (!/^(?:yes|no|conversely|similarly|likewise|finally|the request|this request)\b/i.test(first.text))
    return undefined;
  return { ...decision, node, start: node.start, end: node.end };
}

const openingNot = slipKind<Decision>({
  id: 'opening-not',
  family: 'verdicts',
  definition:
    '"not" is left out of, or put into, the first sentence of a rationale ("No, the request for X was not medically necessary …") that concludes otherwise.',
  places: (letter) => letter.facts.items.map(openingOf).filter((decision) => decision !== undefined),
  plant(decision) {
    const { block, node, item } = decision;
    const zone = bothSides(item, { block, start: 0, end: node.end });
    const span = notIn(decision);
    if (span) return dropped(span, zone);
    return /^medically necessary/i.test(block.flow.text.slice(node.start))
      ? replaced({ block, start: node.start, end: node.start }, 'not ', { zone })
      : undefined;
  },
});

const openerFlipped = slipKind<{ node: Opener; item: ItemFacts }>({
  id: 'opener-flipped',
  family: 'verdicts',
  definition:
    'Yes for No, or Conversely for Similarly (of an item that has one before it), or the reverse, against the verdict.',
  places: (letter) =>
    letter.facts.items.flatMap((item, index) =>
      (item.rationale?.children ?? [])
        .filter(
          (node): node is Opener =>
            node.type === 'opener' && node.word !== 'finally' && decisionOf(item) !== undefined,
        )
        .filter(
          ({ word }) =>
            word === 'yes' || word === 'no' || letter.facts.items[index - 1]?.verdict !== undefined,
        )
        .map((node) => ({ node, item })),
    ),
  plant({ node, item }) {
    const other = { yes: 'no', no: 'yes', conversely: 'similarly', similarly: 'conversely' }[
      node.word as 'yes'
    ];
    const block = item.rationale;
    if (!block) return undefined;
    const first = sentenceSpans(block)[0];
    return replaced({ block, start: node.start, end: node.end }, cased(other, 'X'), {
      zone: bothSides(item, { block, start: 0, end: first?.end ?? node.end }),
    });
  },
});

const content = (term: Term): boolean => term.kind === 'drug' || term.kind === 'service';

/** Whether two terms are plainly different things. */
function differ(a: Term, b: Term): boolean {
  if (a.kind !== b.kind) return true;
  return a.kind === 'drug'
    ? drugRelation(a.id, b.id) === 'different' || drugRelation(a.id, b.id) === 'same-class'
    : serviceRelation(a.id, b.id) === 'different';
}

/** A conclusion that names its drug or service, and what other items name. */
interface Concluding extends Decision {
  /** The item's own drug or service as the concluding sentence names it. */
  own: Term;
  others: string[];
}

function concludingPlaces(letter: Letter): Concluding[] {
  return decisionsOf(letter).flatMap((decision): Concluding[] => {
    const { item, block, sentence } = decision;
    const { heading } = item;
    if (!heading) return [];
    const named = termsOf(heading).filter(content);
    const ownTerms = termsOf(block).filter(
      (term) => content(term) && term.start >= sentence.start && term.end <= sentence.end,
    );
    const [own] = ownTerms;
    if (!own || ownTerms.length !== 1 || !named.some(({ id }) => id === own.id)) return [];
    if (!/\brequest/i.test(block.flow.text.slice(sentence.start, own.start))) return [];
    const others = letter.facts.items
      .filter((other) => other !== item && other.heading)
      .flatMap((other) =>
        termsOf(other.heading as NonNullable<ItemFacts['heading']>)
          .filter(content)
          .slice(0, 1),
      )
      .filter((other) => other.kind === own.kind && named.every((term) => differ(term, other)))
      .map(({ text }) => text);
    return others.length === 0 ? [] : [{ ...decision, own, others: [...new Set(others)] }];
  });
}

const otherItem = slipKind<Concluding>({
  id: 'conclusion-other-item',
  family: 'verdicts',
  definition:
    'The conclusion of an item names the drug or service of another item of the letter instead of its own.',
  places: concludingPlaces,
  plant({ own, others }, random) {
    const other = random.pick(others);
    return other === undefined ? undefined : replaced(own, other);
  },
});

/** A number of a clause of a split heading, with what it counts. */
interface Count extends Span {
  value: number;
  unit: string;
}

const counted =
  /(?:# ?|\bqty:? ?)(\d{1,3})(?![\d/])|\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= (?:[a-z-]+ ){0,3}?(visit|session|treatment|unit|tablet|month)s?\b)/dgi;

function countsIn(block: ItemHeading, { start, end }: { start: number; end: number }): Count[] {
  return [...block.flow.text.slice(start, end).matchAll(counted)].flatMap((match): Count[] => {
    const at = match.indices?.[1] ?? match.indices?.[2];
    const value = numberOf(match[1] ?? match[2] ?? '');
    return at && value !== undefined
      ? [{ block, start: start + at[0], end: start + at[1], value, unit: match[3]?.toLowerCase() ?? '#' }]
      : [];
  });
}

/** The three numbers of a split heading that agree: original, authorized, left. */
function agreeing(heading: ItemHeading): Count[] {
  const { split } = heading;
  if (split?.kind !== 'remaining' || !split.authorized) return [];
  const [wholes, parts, rests] = [split.original, split.authorized, split.disputed].map((clause) =>
    countsIn(heading, clause),
  );
  for (const whole of wholes ?? []) {
    for (const part of parts ?? []) {
      const rest = rests?.find(
        ({ unit, value }) => unit === whole.unit && unit === part.unit && value + part.value === whole.value,
      );
      if (rest) return [whole, part, rest];
    }
  }
  return [];
}

const splitHeading = slipKind<{ count: Count; zone: SourceRange[] }>({
  id: 'split-heading-sum',
  family: 'content',
  definition:
    'In a heading "12 visits … was the original request. 4 visits was authorized … The remaining … 8 visits is:" one of the three numbers, which agreed, is changed.',
  places: (letter) =>
    letter.facts.items.flatMap(({ heading }) =>
      heading ? agreeing(heading).map((count) => ({ count, zone: [rangeOf(heading)] })) : [],
    ),
  plant({ count, zone }, random) {
    const value = Math.max(1, count.value + (random.below(2) ? 1 : -1) * (1 + random.below(4)));
    const printed = count.block.flow.text.slice(count.start, count.end);
    const text = /\d/.test(printed) ? String(value) : numerals[value - 1];
    return value === count.value || text === undefined
      ? undefined
      : replaced(count, cased(text, printed), { zone });
  },
});

/** Slips in verdicts and conclusions. */
export const verdictKinds: readonly SlipKind[] = [
  verdictSwapped,
  notDropped,
  notAdded,
  openingNot,
  openerFlipped,
  otherItem,
  splitHeading,
];

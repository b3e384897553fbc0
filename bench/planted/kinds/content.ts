import {
  allBodyParts,
  allGuidelines,
  bodyPart,
  chapterFits,
  familyById,
  guidelineById,
  regionsCompatible,
  serviceRelation,
} from '../../../server/src/language/catalog/index.ts';
import type { ItemFacts } from '../../../server/src/language/facts/index.ts';
import type {
  GuidelineReference,
  ItemHeading,
  Rationale,
} from '../../../server/src/language/syntax/index.ts';
import {
  cased,
  decisionOf,
  numberOf,
  numerals,
  sentenceSpans,
  spansOf,
  type Term,
  termsOf,
  type Word,
} from '../places.ts';
import { type Letter, replaced, type SlipKind, type Span, slipKind } from '../slip.ts';

/** An item whose rationale decides it. */
interface Decided {
  item: ItemFacts;
  heading: ItemHeading;
  rationale: Rationale;
  /** The sentences that name the request: the conclusion, and those with "request for" or "requested". */
  naming: Word[];
}

function decidedOf(letter: Letter): Decided[] {
  return letter.facts.items.flatMap((item): Decided[] => {
    const { heading, rationale } = item;
    const decision = decisionOf(item);
    if (!heading || !rationale || !decision) return [];
    const naming = sentenceSpans(rationale).filter(
      ({ start, text }) => start === decision.sentence.start || /\brequest(?:ed)? for\b/i.test(text),
    );
    return [{ item, heading, rationale, naming }];
  });
}

/** Terms of the sentences of a rationale that name the request. */
const named = ({ rationale, naming }: Decided, kind: Term['kind']): Term[] =>
  termsOf(rationale).filter(
    (term) => term.kind === kind && naming.some(({ start, end }) => term.start >= start && term.end <= end),
  );

/** A number of the heading that a sentence of the rationale that names the request repeats with the same unit. */
function repeatedNumbers(letter: Letter, pattern: RegExp, unit = true): Span[] {
  return decidedOf(letter).flatMap(({ heading, rationale, naming }) => {
    const as = ({ text, end, block }: Word): string =>
      `${text.toLowerCase()} ${unit ? unitAfter(block.flow.text, end) : ''}`;
    const own = spansOf(heading, pattern).map(as);
    const within = ({ start, end }: Span): boolean =>
      naming.some((sentence) => start >= sentence.start && end <= sentence.end);
    return spansOf(rationale, pattern).filter((span) => own.includes(as(span)) && within(span));
  });
}

/** The word after a number, without spaces: "10mg" and "10 mg" are one strength. */
function unitAfter(text: string, end: number): string {
  return (/^ ?-?([a-z%]+)/i.exec(text.slice(end))?.[1] ?? '').toLowerCase();
}

const otherNumber = (
  span: Span,
  others: readonly number[],
  pick: (list: readonly number[]) => number | undefined,
) => {
  const value = Number(span.block.flow.text.slice(span.start, span.end).replace(/,/g, ''));
  const other = pick(others.filter((candidate) => candidate !== value && candidate > 0));
  return other === undefined ? undefined : replaced(span, String(other));
};

const strength = slipKind<Span>({
  id: 'strength-changed',
  family: 'content',
  definition:
    'A strength ("10 mg") that the heading gives is changed where a sentence of the rationale that names the request repeats it.',
  places: (letter) =>
    repeatedNumbers(letter, /(?<![\d.,/#-])(\d+(?:\.\d+)?)(?= ?(?:mg|mcg|ml|gm?|%|percent)(?![a-z]))/dgi),
  plant(span, random) {
    const value = Number(span.block.flow.text.slice(span.start, span.end));
    return otherNumber(
      span,
      [value * 2, value * 3, value * 10, value / 2, value + 10, value + 5].filter((n) =>
        Number.isInteger(n * 10),
      ),
      (list) => random.pick(list),
    );
  },
});

const quantity = slipKind<Span>({
  id: 'quantity-changed',
  family: 'content',
  definition:
    'A quantity ("#60", "quantity 60") that the heading gives is changed where a sentence of the rationale that names the request repeats it.',
  places: (letter) =>
    repeatedNumbers(letter, /(?:# ?|\bqty:? |\bquantity(?: of|:)? )(\d{1,3})(?![\d/])/dgi, false),
  plant(span, random) {
    const value = Number(span.block.flow.text.slice(span.start, span.end));
    return otherNumber(
      span,
      [15, 20, 28, 30, 45, 60, 90, 120, 180].filter((n) => n !== value),
      (list) => random.pick(list),
    );
  },
});

const frequency = slipKind<Span>({
  id: 'frequency-changed',
  family: 'content',
  definition:
    'A number of visits, or of times a week, or of weeks that the heading gives is changed where a sentence of the rationale that names the request repeats it.',
  places: (letter) => {
    const pattern =
      /(?<![\d.,/#-])(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= ?(?:x|times?|visits?|sessions?|treatments?|weeks?|(?:additional |more |physical |occupational |chiropractic |acupuncture |aquatic ){1,3}(?:therapy )?(?:visits?|sessions?))(?![a-z]))/dgi;
    return repeatedNumbers(letter, pattern);
  },
  plant(span, random) {
    const text = span.block.flow.text.slice(span.start, span.end);
    const value = numberOf(text) ?? 0;
    const other =
      random.pick([value - 2, value - 1, value + 1, value + 2, value * 2].filter((n) => n > 0 && n < 49)) ??
      value;
    const written = /\d/.test(text) ? String(other) : numerals[other - 1];
    return written === undefined || other === value ? undefined : replaced(span, cased(written, text));
  },
});

/** Words by which letters name the parts that most requests are about. */
const usual = [
  'cervical spine',
  'lumbar spine',
  'thoracic spine',
  'shoulder',
  'elbow',
  'wrist',
  'hand',
  'hip',
  'knee',
  'ankle',
  'foot',
  'neck',
  'low back',
];

const regionsOf = (id: string): readonly string[] => bodyPart(id)?.regions ?? [];

const bodyPartChanged = slipKind<{ term: Term; others: string[] }>({
  id: 'body-part-changed',
  family: 'content',
  definition:
    'In a sentence of the rationale that names the request, the part of the body that the heading gives is replaced by one of another region; by that of another item where there is one.',
  places: (letter) =>
    decidedOf(letter).flatMap((decided) => {
      const own = termsOf(decided.heading).filter(({ kind }) => kind === 'body-part');
      const all = own.flatMap(({ id }) => regionsOf(id));
      if (all.length === 0) return [];
      const items = letter.facts.items.flatMap(({ heading }) => (heading ? termsOf(heading) : []));
      const elsewhere = items.filter(
        ({ kind, id }) =>
          kind === 'body-part' && regionsOf(id).length > 0 && !regionsCompatible(regionsOf(id), all),
      );
      return named(decided, 'body-part')
        .filter((term) => /^[a-z ]+$/i.test(term.text) && own.some(({ id }) => id === term.id))
        .map((term) => {
          const like = elsewhere
            .filter(({ adjective }) => adjective === term.adjective)
            .map(({ text }) => text.toLowerCase());
          const known = allBodyParts().filter((part) => !regionsCompatible(part.regions, all));
          const fresh = term.adjective
            ? ['cervical', 'lumbar'].filter((word) => known.some((part) => part.adjectives?.includes(word)))
            : usual.filter((word) => known.some((part) => part.terms.includes(word)));
          return { term, others: like.length > 0 ? like : fresh };
        })
        .filter(({ others }) => others.length > 0);
    }),
  plant({ term, others }, random) {
    const other = random.pick(others);
    return other === undefined ? undefined : replaced(term, cased(other, term.text));
  },
});

const serviceNames = [
  'MRI',
  'CT scan',
  'x-ray',
  'EMG',
  'physical therapy',
  'acupuncture',
  'chiropractic treatment',
  'epidural steroid injection',
  'TENS unit',
];

const serviceChanged = slipKind<Term>({
  id: 'service-changed',
  family: 'content',
  definition:
    'In the sentence of the rationale that concludes on the request, the service that the heading gives is replaced by a different one.',
  places: (letter) =>
    decidedOf(letter).flatMap((decided) => {
      const own = termsOf(decided.heading).filter(({ kind }) => kind === 'service');
      const decision = decisionOf(decided.item);
      const found = named(decided, 'service').filter(
        ({ start, end }) => decision && start >= decision.sentence.start && end <= decision.node.start,
      );
      const [term] = found;
      return term && found.length === 1 && own.some(({ id }) => id === term.id) ? [term] : [];
    }),
  plant(term, random, letter) {
    const heading = letter.facts.items.find(({ rationale }) => rationale === term.block)?.heading;
    const own = heading
      ? termsOf(heading)
          .filter(({ kind }) => kind === 'service')
          .map(({ id }) => id)
      : [];
    const other = random.pick(
      serviceNames.filter((name) => own.every((id) => serviceRelation(id, name) === 'different')),
    );
    return other === undefined ? undefined : replaced(term, other);
  },
});

/** A guideline with its year, and the labels of chapters of other parts. */
interface Chapter extends Span {
  labels: string[];
}

const chapter = slipKind<Chapter>({
  id: 'chapter-other-body-part',
  family: 'content',
  definition:
    'On the MAXIMUS line, the chapter that fits the part of the body in the heading is replaced by one of another part, of the same time.',
  places: (letter) =>
    letter.facts.items.flatMap(({ heading, maximus }) => {
      const regions = heading
        ? termsOf(heading)
            .filter(({ kind }) => kind === 'body-part')
            .flatMap(({ id }) => regionsOf(id))
        : [];
      if (!maximus || regions.length === 0) return [];
      return maximus.children
        .filter(
          (node): node is GuidelineReference =>
            node.type === 'guidelineReference' &&
            node.kind === 'mtus' &&
            node.guidelines.length > 0 &&
            node.year !== undefined,
        )
        .flatMap((node): Chapter[] => {
          const guideline = guidelineById(node.guidelines[0] ?? '');
          const printed = `${node.name} ${node.year}`;
          if (
            !guideline ||
            familyById(guideline.family)?.kind !== 'region' ||
            chapterFits(guideline.family, regions) !== 'fits'
          )
            return [];
          if (!maximus.flow.text.startsWith(printed, node.start)) return [];
          const labels = allGuidelines()
            .filter(
              ({ family, label, from }) =>
                label !== undefined &&
                from === guideline.from &&
                chapterFits(family, regions) === 'contradicts' &&
                chapterFits(family, regions, 'electrodiagnostic') === 'contradicts',
            )
            .map(({ label }) => label as string);
          return labels.length === 0
            ? []
            : [{ block: maximus, start: node.start, end: node.start + printed.length, labels }];
        });
    }),
  plant({ labels, ...span }, random) {
    const label = random.pick(labels);
    return label === undefined ? undefined : replaced(span, label);
  },
});

/** Slips in what is requested. */
export const contentKinds: readonly SlipKind[] = [
  strength,
  quantity,
  frequency,
  bodyPartChanged,
  serviceChanged,
  chapter,
];

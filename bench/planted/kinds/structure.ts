import type {
  Credential,
  GuidelineLine,
  Label,
  Rationale,
  Section,
} from '../../../server/src/language/syntax/index.ts';
import { misspelt } from '../misspell.ts';
import { sentenceSpans } from '../places.ts';
import { type Letter, rangeOf, replaced, type Slip, type SlipKind, type Span, slipKind } from '../slip.ts';

/** A labelled block of a letter. */
type Labelled = (GuidelineLine | Rationale | Credential) & { label: Label };

function labelledOf(letter: Letter): Labelled[] {
  return letter.facts.blocks.filter(
    (block): block is Labelled =>
      (block.type === 'guidelineLine' || block.type === 'rationale' || block.type === 'credential') &&
      block.label !== undefined,
  );
}

/** The item or section that holds a block: a finding on a missing part may stand anywhere on it. */
function holderOf(letter: Letter, block: Labelled): { start: number; end: number }[] {
  const item = letter.facts.items.find(({ node }) => node.children.some((child) => child === block));
  const section = letter.facts.sections.find(({ children }) => children.some((child) => child === block));
  const holder = item?.node ?? section;
  return holder ? [rangeOf(holder)] : [];
}

/** Source range of a block with its label. */
function whole(block: Labelled): { start: number; end: number } {
  return {
    start: block.label.position.start.offset,
    end: Math.max(block.position.end.offset, block.label.position.end.offset),
  };
}

const labelDeleted = slipKind<Labelled>({
  id: 'label-deleted',
  family: 'sections',
  definition:
    'A label ("MAXIMUS guideline:", "Decision rationale:", "State(s) of Licensure:" …) is deleted; its text stays.',
  places: labelledOf,
  plant: (block, _, letter) => {
    const { start, end } = rangeOf(block.label);
    const space = /^[ \t]*/.exec(letter.text.slice(end))?.[0].length ?? 0;
    return {
      edits: [{ start, end: end + space, text: '' }],
      what: `label "${block.label.text}" deleted`,
      zone: holderOf(letter, block),
    };
  },
});

const labelDoubled = slipKind<Labelled>({
  id: 'label-doubled',
  family: 'sections',
  definition:
    'A label stands twice: "Decision rationale: Decision rationale:", or its whole line is repeated below it.',
  places: (letter) => labelledOf(letter).filter(({ type }) => type !== 'credential'),
  plant(block, random, letter) {
    const { start, end } = rangeOf(block.label);
    const again = `${letter.text.slice(start, end)} `;
    const line = whole(block);
    if (block.type === 'guidelineLine' && random.below(2)) {
      return {
        edits: [{ start: line.end, end: line.end, text: `\n\n${letter.text.slice(line.start, line.end)}` }],
        what: `${block.label.text} line repeated`,
        zone: [line],
      };
    }
    return { edits: [{ start, end: start, text: again }], what: `label "${block.label.text}" doubled` };
  },
});

const labelWrong = slipKind<Labelled>({
  id: 'label-misspelt',
  family: 'sections',
  definition: 'One typing error in a word of a label.',
  places: labelledOf,
  plant(block, random) {
    const { start } = rangeOf(block.label);
    const word = random.pick([...block.label.text.matchAll(/[A-Za-z]{5,}/g)]);
    const other = word && misspelt(word[0], random, () => false);
    return word && other
      ? {
          edits: [{ start: start + word.index, end: start + word.index + word[0].length, text: other }],
          what: `"${other}" for "${word[0]}"`,
        }
      : undefined;
  },
});

const labelMoved = slipKind<{ first: Labelled; second: Labelled }>({
  id: 'label-moved',
  family: 'sections',
  definition:
    'Two neighbouring parts of an item change places: the MAXIMUS line stands before the claims administrator’s, or the rationale before the MAXIMUS line.',
  places: (letter) =>
    letter.facts.items.flatMap(({ claims, maximus, rationale }) => {
      const pairs: { first: Labelled; second: Labelled }[] = [];
      if (claims && maximus) pairs.push({ first: claims, second: maximus });
      if (maximus && rationale?.label) pairs.push({ first: maximus, second: rationale as Labelled });
      return pairs.filter(({ first, second }) => whole(first).end <= whole(second).start);
    }),
  plant({ first, second }, _, letter) {
    const [a, b] = [whole(first), whole(second)];
    return {
      edits: [
        { ...a, text: letter.text.slice(b.start, b.end) },
        { ...b, text: letter.text.slice(a.start, a.end) },
      ],
      what: `"${second.label.text}" before "${first.label.text}"`,
      zone: holderOf(letter, first),
    };
  },
});

/** A part of a letter that can be emptied, and what holds it. */
interface Part {
  what: string;
  range: { start: number; end: number };
  zone: { start: number; end: number }[];
}

function contentOf(letter: Letter, block: Labelled): Part {
  const end = whole(block).end;
  const start = Math.min(rangeOf(block.label).end, end);
  return {
    what: `text after "${block.label.text}" removed`,
    range: { start, end },
    zone: holderOf(letter, block),
  };
}

const sectionEmptied = slipKind<Part>({
  id: 'section-emptied',
  family: 'sections',
  definition:
    'The text of the summary, of a rationale or of a guideline line is gone; its heading or label stays.',
  restorable: false,
  places(letter) {
    const section = letter.facts.section('summary');
    const prose = section?.children.filter(({ type }) => type === 'prose') ?? [];
    const [first, last] = [prose[0], prose.at(-1)];
    const summary =
      first && last && section
        ? [
            {
              what: 'summary removed',
              range: { start: rangeOf(first).start, end: rangeOf(last).end },
              zone: [rangeOf(section)],
            },
          ]
        : [];
    return [
      ...summary,
      ...labelledOf(letter)
        .filter(({ type }) => type !== 'credential')
        .map((block) => contentOf(letter, block)),
    ];
  },
  plant: ({ what, range, zone }) => ({ edits: [{ ...range, text: '' }], what, zone }),
});

const credentialsRemoved = slipKind<Part>({
  id: 'credentials-removed',
  family: 'sections',
  definition: 'The licensure, the specialty, or the whole block of the reviewer’s credentials is gone.',
  restorable: false,
  places(letter) {
    const section = letter.facts.section('credentials');
    const lines = labelledOf(letter).filter(({ type }) => type === 'credential');
    if (!section || lines.length === 0) return [];
    const around = letter.facts.sections.map((other) => rangeOf(other));
    return [
      ...lines.map((block) => contentOf(letter, block)),
      ...lines.map((block) => ({
        what: `line "${block.label.text}" removed`,
        range: whole(block),
        zone: [rangeOf(section)],
      })),
      { what: 'credentials removed', range: rangeOf(section), zone: around },
    ];
  },
  plant: ({ what, range, zone }) => ({ edits: [{ ...range, text: '' }], what, zone }),
});

const headingOf = (section: Section): Span | undefined => {
  const heading = section.children.find((child) => child.type === 'heading');
  return heading && heading.flow.text !== ''
    ? { block: heading, start: 0, end: heading.flow.text.length }
    : undefined;
};

const headingsOf = (letter: Letter): Span[] =>
  letter.facts.sections.map(headingOf).filter((span) => span !== undefined);

const headingMisspelt = slipKind<Span>({
  id: 'section-heading-misspelt',
  family: 'sections',
  definition: 'One typing error in a word of a section’s heading.',
  places: headingsOf,
  plant(span, random) {
    const word = random.pick([...span.block.flow.text.matchAll(/[A-Za-z]{4,}/g)]);
    const other = word && misspelt(word[0], random, () => false);
    return word && other
      ? replaced({ block: span.block, start: word.index, end: word.index + word[0].length }, other)
      : undefined;
  },
});

const headingDeleted = slipKind<Span>({
  id: 'section-heading-deleted',
  family: 'sections',
  definition: 'The heading of a section is deleted; its text stays.',
  places: headingsOf,
  plant: (span, _, letter): Slip =>
    replaced(span, '', { zone: letter.facts.sections.map((section) => rangeOf(section)) }),
});

const verdictDeleted = slipKind<Span>({
  id: 'verdict-deleted',
  family: 'sections',
  definition: 'The verdict of an item’s heading is deleted, with or without its colon.',
  places: (letter) =>
    letter.facts.items.flatMap(({ heading }) =>
      heading?.verdict ? [{ block: heading, start: heading.verdict.start, end: heading.verdict.end }] : [],
    ),
  plant({ block, start, end }, random) {
    const colon = / ?: ?$/.exec(block.flow.text.slice(0, start))?.[0].length ?? 0;
    return replaced(
      { block, start: start - (random.below(2) ? colon : block.flow.text[start - 1] === ' ' ? 1 : 0), end },
      '',
    );
  },
});

const sentenceCut = slipKind<Span>({
  id: 'sentence-cut',
  family: 'text',
  definition:
    'A sentence of the summary or a rationale breaks off after at least three words, with at least three missing, its full stop among what is lost.',
  restorable: false,
  places: (letter) =>
    letter.facts.blocks
      .filter(({ type }) => type === 'prose' || type === 'rationale')
      .flatMap((block) =>
        sentenceSpans(block).filter(({ text }) => /\.$/.test(text) && text.split(' ').length >= 8),
      ),
  plant({ block, start, end }, random) {
    const spaces = [...block.flow.text.slice(start, end).matchAll(/ /g)].map(({ index }) => start + index);
    const at = random.pick(spaces.slice(2, -2));
    return at === undefined ? undefined : replaced({ block, start: at, end }, '');
  },
});

/** Slips in the letter's frame. */
export const structureKinds: readonly SlipKind[] = [
  labelDeleted,
  labelDoubled,
  labelWrong,
  labelMoved,
  sectionEmptied,
  credentialsRemoved,
  headingMisspelt,
  headingDeleted,
  verdictDeleted,
  sentenceCut,
];

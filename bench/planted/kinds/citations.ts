import {
  editionsOn,
  findSection,
  guidelineById,
  inForce,
} from '../../../server/src/language/catalog/index.ts';
import { type ItemFacts, knownCaseDates } from '../../../server/src/language/facts/index.ts';
import type { GuidelineLine, GuidelineReference } from '../../../server/src/language/syntax/index.ts';
import { misspelt } from '../misspell.ts';
import type { Random } from '../random.ts';
import { type Letter, rangeOf, replaced, type SlipKind, type Span, slipKind } from '../slip.ts';

/** An entry of a guideline line. */
interface Entry extends Span {
  item: ItemFacts;
  block: GuidelineLine;
  node: GuidelineReference;
}

const entriesOf = (letter: Letter, party?: 'maximus' | 'claims'): Entry[] =>
  letter.facts.items.flatMap((item) =>
    [...item.claimsLines, ...item.maximusLines]
      .filter((line) => !party || line.party === party)
      .flatMap((block) =>
        block.children
          .filter(
            (node): node is GuidelineReference => node.type === 'guidelineReference' && node.kind === 'mtus',
          )
          .map((node) => ({ item, block, node, start: node.start, end: node.end })),
      ),
  );

/** An entry with the places where the rationale cites its guideline. */
interface Listed extends Entry {
  cited: Span[];
}

const guidelineDropped = slipKind<Listed>({
  id: 'guideline-dropped',
  family: 'citations',
  definition:
    'The MAXIMUS line lists two or more guidelines; one that the rationale names (and that no other entry can mean) is left out of the line.',
  restorable: false,
  places: (letter) =>
    entriesOf(letter, 'maximus').flatMap((entry): Listed[] => {
      const others = entriesOf(letter, 'maximus').filter(
        ({ block, node }) => block === entry.block && node !== entry.node,
      );
      const listedElsewhere = new Set(
        others.flatMap(({ node }) => node.guidelines.map((id) => guidelineById(id)?.family)),
      );
      const families = entry.node.guidelines.map((id) => guidelineById(id)?.family);
      if (
        others.length === 0 ||
        families.length === 0 ||
        families.some((family) => listedElsewhere.has(family))
      )
        return [];
      const { rationale } = entry.item;
      const cited = (rationale?.children ?? []).filter(
        (node): node is GuidelineReference =>
          node.type === 'guidelineReference' &&
          node.guidelines.length > 0 &&
          node.guidelines.every((id) => families.includes(guidelineById(id)?.family)),
      );
      return cited.length === 0 || !rationale
        ? []
        : [{ ...entry, cited: cited.map(({ start, end }) => ({ block: rationale, start, end })) }];
    }),
  plant({ cited, item, node, ...span }) {
    const { text } = span.block.flow;
    const zone = [...cited.map(rangeOf), ...(item.maximus ? [rangeOf(item.maximus)] : [])];
    const before = /,? and $|, $/.exec(text.slice(0, span.start));
    const after = /^,? and (?:MTUS )?|^, /.exec(text.slice(span.end));
    if (before) return replaced({ ...span, start: span.start - before[0].length }, '', { zone });
    return after ? replaced({ ...span, end: span.end + after[0].length }, '', { zone }) : undefined;
  },
});

/** A word of at least five letters in a range. */
function longWord(span: Span, random: Random): Span | undefined {
  const words = [...span.block.flow.text.slice(span.start, span.end).matchAll(/[A-Za-z]{5,}/g)];
  const word = random.pick(words);
  return (
    word && {
      block: span.block,
      start: span.start + word.index,
      end: span.start + word.index + word[0].length,
    }
  );
}

function misspeltIn(span: Span, random: Random) {
  const word = longWord(span, random);
  const other = word && misspelt(word.block.flow.text.slice(word.start, word.end), random, () => false);
  return word && other ? replaced(word, other) : undefined;
}

const guidelineMisspelt = slipKind<Span>({
  id: 'guideline-misspelt',
  family: 'citations',
  definition: 'One typing error in a word of a guideline’s name on a guideline line.',
  places: (letter) =>
    entriesOf(letter).flatMap(({ block, node }): Span[] => {
      const at = block.flow.text.indexOf(node.name, node.start);
      return node.guidelines.length === 0 || at < 0 || at > node.end
        ? []
        : [{ block, start: at, end: at + node.name.length }];
    }),
  plant: misspeltIn,
});

const sectionMisspelt = slipKind<Span>({
  id: 'section-misspelt',
  family: 'citations',
  definition: 'One typing error in a word of a section name that the guideline has, on a guideline line.',
  places: (letter) =>
    entriesOf(letter).flatMap(({ block, node }) =>
      node.sections
        .filter(({ name }) =>
          node.guidelines.some((id) => ['exact', 'alias'].includes(findSection(id, name).match)),
        )
        .map(({ start, end }) => ({ block, start, end })),
    ),
  plant: misspeltIn,
});

/** A guideline with its year, and the labels of editions of another time. */
interface Edition extends Span {
  labels: string[];
}

const edition = slipKind<Edition>({
  id: 'edition-other-time',
  family: 'citations',
  definition:
    'On a MAXIMUS line, a guideline with its year is replaced by another edition of the same guideline that stood in force on no date of the case.',
  places: (letter) => {
    const dates = knownCaseDates(letter.facts);
    return entriesOf(letter, 'maximus').flatMap(({ block, node }): Edition[] => {
      const [id] = node.guidelines;
      const guideline = id === undefined ? undefined : guidelineById(id);
      if (!guideline || !node.year || node.guidelines.length !== 1 || inForce(guideline.id, dates) !== 'all')
        return [];
      const printed = block.flow.text.slice(node.start).startsWith(`${node.name} ${node.year}`);
      if (!printed) return [];
      const days = [
        '2010-01-01',
        '2016-02-01',
        '2016-10-01',
        '2018-02-01',
        '2019-02-01',
        '2021-06-01',
        '2022-06-01',
      ];
      const labels = days
        .flatMap((day) => editionsOn(guideline.family, day))
        .filter((other) => other.label !== undefined && inForce(other.id, dates) === 'none')
        .map(({ label }) => label as string);
      return labels.length === 0
        ? []
        : [
            {
              block,
              start: node.start,
              end: node.start + `${node.name} ${node.year}`.length,
              labels: [...new Set(labels)],
            },
          ];
    });
  },
  plant({ labels, ...span }, random) {
    const label = random.pick(labels);
    return label === undefined ? undefined : replaced(span, label);
  },
});

const subdivision = slipKind<Span & { otherwise: string[] }>({
  id: 'subdivision-letter',
  family: 'regulations',
  definition:
    'The letter of "9792.20(e)" or "(f)" for functional improvement is changed to another: (e) was (f) before 2015-04-20, and all dates of the case lie on one side of that day; or to "(ef)"; or to a letter that defines something else.',
  places: (letter) => {
    const dates = knownCaseDates(letter.facts);
    const late = dates.length > 0 && dates.every((date) => date >= '2015-04-20');
    const early = dates.length > 0 && dates.every((date) => date < '2015-04-20');
    return letter.facts.blocks.flatMap((block) =>
      block.children.flatMap((node) => {
        const right = late ? 'e' : early ? 'f' : undefined;
        if (node.type !== 'regulationReference' || node.section !== '9792.20' || node.subdivision !== right)
          return [];
        const otherwise = ['ef', right === 'e' ? 'f' : 'e', 'c', 'd', 'g', 'b', 'h', 'j'];
        return [{ block, start: node.letters.start, end: node.letters.end, otherwise }];
      }),
    );
  },
  plant({ otherwise, ...span }, random) {
    const other = random.pick(otherwise);
    return other === undefined ? undefined : replaced(span, other);
  },
});

/** Slips in guideline lines and regulations. */
export const citationKinds: readonly SlipKind[] = [
  guidelineDropped,
  guidelineMisspelt,
  sectionMisspelt,
  edition,
  subdivision,
];

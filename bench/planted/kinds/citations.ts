import {
  checkPage,
  editionsOn,
  findSection,
  guidelineById,
  inForce,
} from '../../../server/src/language/catalog/index.ts';
import { type ItemFacts, knownCaseDates } from '../../../server/src/language/facts/index.ts';
import type {
  GuidelineLine,
  GuidelineReference,
  PageReference,
} from '../../../server/src/language/syntax/index.ts';
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

/** Pages of a MAXIMUS line or a rationale with the guideline (all its possible editions) and topic they belong to. */
interface Page extends Span {
  page: PageReference;
  guidelines: readonly string[];
  topic: string | undefined;
}

function pagesOf(letter: Letter): Page[] {
  const dates = knownCaseDates(letter.facts);
  const possible = (ids: readonly string[]): string[] => ids.filter((id) => inForce(id, dates) !== 'none');
  return letter.facts.items.flatMap((item) =>
    [item.maximus, item.rationale].flatMap((block) =>
      !block
        ? []
        : block.children.flatMap((node) =>
            node.type !== 'guidelineReference' || possible(node.guidelines).length === 0
              ? []
              : node.pages.map((page) => ({
                  block,
                  page,
                  start: page.start,
                  end: page.end,
                  guidelines: possible(node.guidelines),
                  topic:
                    block.type === 'guidelineLine'
                      ? node.sections.filter(({ end }) => end <= page.start).at(-1)?.name
                      : undefined,
                })),
          ),
    ),
  );
}

const pageOutsideGuideline = slipKind<Page>({
  id: 'page-outside-guideline',
  family: 'citations',
  definition:
    'A digit is added to a cited page, or one is changed, so that no edition that the citation can mean has such a page.',
  places: (letter) => pagesOf(letter),
  plant({ page, guidelines, block, end }, random) {
    const printed = String(page.last);
    const span = { block, start: end - printed.length, end };
    const other = random.below(2)
      ? printed + random.below(10)
      : `${1 + random.below(9)}${printed.slice(printed.length > 2 ? 1 : 0)}`;
    const outside = guidelines.every((id) => checkPage(id, Number(other)).verdict === 'outside-guideline');
    return outside && Number(other) > page.first ? replaced(span, other) : undefined;
  },
});

const pageOutsideTopic = slipKind<Page>({
  id: 'page-outside-topic',
  family: 'citations',
  definition:
    'The page that a guideline line gives for a topic is changed to one of the same guideline that is more than three pages from every place where the topic stands (in each edition that the citation can mean).',
  places: (letter) =>
    pagesOf(letter).filter(({ topic, page }) => topic !== undefined && page.first === page.last),
  plant({ page, guidelines, topic, ...span }, random) {
    const printed = String(page.first);
    const at = random.below(printed.length);
    const other = printed.slice(0, at) + random.below(10) + printed.slice(at + 1);
    if (other.startsWith('0')) return undefined;
    const checks = guidelines.map((id) => checkPage(id, Number(other), topic));
    const far =
      checks.some(({ verdict }) => verdict === 'outside-topic') &&
      checks.every(
        (check) =>
          check.verdict === 'outside-guideline' || (check.verdict === 'outside-topic' && check.distance > 3),
      );
    return far ? replaced(span, other) : undefined;
  },
});

/** A page of a line that the rationale cites too, while the line gives other pages of the guideline. */
interface ListedPage extends Span {
  cited: Span[];
}

/** Pages of MAXIMUS lines that the item's rationale cites and no other entry of the line covers. */
function listedPages(letter: Letter): ListedPage[] {
  const pages = pagesOf(letter);
  return letter.facts.items.flatMap(({ maximus, rationale }) => {
    if (!maximus || !rationale) return [];
    const cited = pages.filter(({ block }) => block === rationale);
    const listed = pages.filter(({ block }) => block === maximus);
    return listed.flatMap((page): ListedPage[] => {
      const covers = (entry: Page, one: Page): boolean =>
        entry.page.first <= one.page.first &&
        one.page.last <= entry.page.last &&
        one.guidelines.some((id) => entry.guidelines.includes(id));
      const same = cited.filter((one) => covers(page, one));
      const again = listed.some((entry) => entry !== page && same.some((one) => covers(entry, one)));
      return same.length === 0 || again
        ? []
        : [{ block: maximus, start: page.start, end: page.end, cited: same }];
    });
  });
}

const pageDropped = slipKind<ListedPage>({
  id: 'page-dropped',
  family: 'citations',
  definition:
    'A page that the rationale cites is left out of a list of pages on the MAXIMUS line ("Page(s): 19, 49"), which still gives another page of that guideline.',
  places: (letter) =>
    listedPages(letter).filter(
      ({ block, start, end }) =>
        /^, \d/.test(block.flow.text.slice(end)) || /\d, $/.test(block.flow.text.slice(0, start)),
    ),
  plant({ cited, ...span }) {
    const zone = [...cited.map(rangeOf), rangeOf(span)];
    const after = /^, (?=\d)/.exec(span.block.flow.text.slice(span.end));
    return after
      ? replaced({ ...span, end: span.end + after[0].length }, '', { zone })
      : replaced({ ...span, start: span.start - 2 }, '', { zone });
  },
});

const topicDropped = slipKind<ListedPage>({
  id: 'page-topic-dropped',
  family: 'citations',
  definition:
    'A topic with its page, which the rationale cites, is left out of the MAXIMUS line ("BACLOFEN Page(s): 64, INTRODUCTION Page(s): 7"), which still gives another topic; or of "68-69" only the page that the rationale does not cite is left.',
  restorable: false,
  places: listedPages,
  plant({ cited, ...span }) {
    const { text } = span.block.flow;
    const zone = [...cited.map(rangeOf), rangeOf(span)];
    const [first, last] = text.slice(span.start, span.end).split('-').map(Number);
    if (first !== undefined && last !== undefined && last > first) {
      const inLast = cited.every(
        ({ block, start, end }) => block.flow.text.slice(start, end) === String(last),
      );
      return inLast
        ? replaced(span, last - first > 1 ? `${first}-${last - 1}` : String(first), { zone })
        : undefined;
    }
    const entry = span.block.children.find(
      (node): node is GuidelineReference =>
        node.type === 'guidelineReference' && node.start <= span.start && node.end >= span.end,
    );
    const topic = entry?.sections.filter((section) => section.end <= span.start).at(-1);
    // The only page of its topic, in an entry with another topic that has pages.
    const alone =
      topic &&
      /^ ?Page\(s\): $/.test(text.slice(topic.end, span.start)) &&
      !/^, \d/.test(text.slice(span.end));
    if (!entry || !topic || !alone || entry.pages.length < 2) return undefined;
    return text.slice(0, topic.start).endsWith(', ')
      ? replaced({ ...span, start: topic.start - 2 }, '', { zone })
      : replaced(
          {
            ...span,
            start: topic.start,
            end: span.end + (/^, /.exec(text.slice(span.end))?.[0].length ?? 0),
          },
          '',
          { zone },
        );
  },
});

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

/** Slips in guideline lines, pages and regulations. */
export const citationKinds: readonly SlipKind[] = [
  pageOutsideGuideline,
  pageOutsideTopic,
  pageDropped,
  topicDropped,
  guidelineDropped,
  guidelineMisspelt,
  sectionMisspelt,
  edition,
  subdivision,
];

import { checkPage, inForce } from '../../../server/src/language/catalog/index.ts';
import { knownCaseDates } from '../../../server/src/language/facts/index.ts';
import type { GuidelineReference, PageReference } from '../../../server/src/language/syntax/index.ts';
import { type Letter, rangeOf, replaced, type SlipKind, type Span, slipKind } from '../slip.ts';

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

/** Slips in pages. */
export const pageKinds: readonly SlipKind[] = [
  pageOutsideGuideline,
  pageOutsideTopic,
  pageDropped,
  topicDropped,
];

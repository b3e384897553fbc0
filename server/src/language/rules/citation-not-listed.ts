import {
  type Citation,
  type Gap,
  gapsOf,
  type ItemCitations,
  type LineEntry,
  lineEdits,
  numbersOneKeyApart,
  ownDistance,
  pageSlips,
  pageText,
  sectionOfPage,
  topicsOfPage,
} from '../facts/index.ts';
import { gather } from '../gather.ts';
import type { PageReference } from '../syntax/index.ts';
import { inCitations } from './in-items.ts';
import type { Report, Rule } from './rule.ts';

/** Finds what a rationale cites and the MAXIMUS line does not list. */
export const citationNotListed: Rule = {
  id: 'citation-not-listed',
  family: 'citations',
  severity: 'warning',
  purpose: 'Finds a guideline or page that the rationale cites and the MAXIMUS guideline line does not list',
  why: 'The line tells the parties what the decision rests on; what the rationale quotes and the line leaves out looks like an afterthought on appeal.',
  source:
    '8 CCR 9792.21.1(d) (reviewers cite what they rely on); in real determinations nearly every page cited in a rationale belongs to a guideline on its line.',
  examples: [
    {
      wrong: {
        items: [
          {
            heading: 'Chiropractic treatment, 6 sessions: Upheld',
            maximus:
              'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Manual therapy & manipulation.',
            rationale:
              'The Official Disability Guidelines recommend a trial of 6 visits over 2 weeks. No gain was recorded after the trial. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            heading: 'Chiropractic treatment, 6 sessions: Upheld',
            maximus:
              'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Manual therapy & manipulation. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Low Back, Manipulation.',
            rationale:
              'The Official Disability Guidelines recommend a trial of 6 visits over 2 weeks. No gain was recorded after the trial. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check: inCitations((item, report, dates) => {
    const slips = pageSlips(item);
    const told = new Set<string>();
    for (const gap of gapsOf(item, dates)) {
      const page = gap.page?.node;
      // A page that slipped, here or on the line, is told by the page rules.
      if (page && slips.some((slip) => slip.page.node === page || slip.meant.some(({ at }) => at === page)))
        continue;
      const key = `${nameOf(gap)} ${page ? pageText(page) : ''}`;
      if (told.has(key)) continue;
      told.add(key);
      report({
        at: page && gap.missing !== 'guideline' ? page : gap.citation.node,
        message: messageOf(gap),
        related: item.item.maximus
          ? [
              {
                at: { block: item.item.maximus, start: 0, end: item.item.maximus.flow.text.length },
                message: 'The MAXIMUS guideline line.',
              },
            ]
          : [],
        fixes: fixesFor(item, gap, dates),
      });
    }
  }),
};

function nameOf({ citation }: Gap): string {
  if (citation.authority === 'odg') return 'the Official Disability Guidelines';
  const { guideline, guidelines } = citation;
  if (guideline)
    return (
      guideline.label ?? (guideline.id === 'acoem-2004' ? 'the ACOEM Practice Guidelines' : guideline.title)
    );
  return guidelines[0]?.names[0] ?? citation.node.name;
}

function messageOf(gap: Gap): string {
  const { missing, page, listed } = gap;
  if (missing === 'guideline' || !page) {
    return `The rationale cites ${page ? `${pageWords(page.node)} of ` : ''}${nameOf(gap)}, but the MAXIMUS guideline line does not list it.`;
  }
  const cited = `The rationale cites ${pageWords(page.node)}`;
  if (missing === 'section') {
    const sections = gather(listed, ({ node }) => node.sections.map(({ name }) => name));
    return `${cited}, but the sections that the MAXIMUS guideline line lists (${sections.join('; ')}) do not hold it.`;
  }
  const pages = gather(listed, (entry) => entry.pages.map(({ node }) => pageText(node)));
  return `${cited}, but the MAXIMUS guideline line lists only page${pages.length > 1 || /-/.test(pages[0] ?? '') ? 's' : ''} ${pages.join(', ')}.`;
}

/** A listed page that the rationale never cites, and that is one key away or the only one, is a slip on one of the two sides. */
function slipFixes(
  item: ItemCitations,
  { citation, page, missing, listed }: Gap,
): NonNullable<Report['fixes']> {
  const { guideline } = citation;
  if (!page || missing !== 'page' || !guideline) return [];
  const cited = gather(item.rationale, ({ pages }) => pages.map(({ node }) => node));
  const unanswered = cited.filter(
    (node) => !listed.some((entry) => entry.pages.some((other) => overlap(other.node, node))),
  );
  const spare = gather(listed, (entry) =>
    entry.pages.filter(({ node }) => !cited.some((other) => overlap(other, node))),
  );
  const here = pageText(page.node);
  return gather(spare, (other) => {
    const there = pageText(other.node);
    if (!numbersOneKeyApart(there, here) && (spare.length > 1 || unanswered.length > 1)) return [];
    const topics = other.topics.length > 0 ? other.topics : topicsOfPage(citation, page, guideline);
    const listedOff = ownDistance(guideline.id, other.node, topics) ?? 0;
    const citedOff = ownDistance(guideline.id, page.node, topics) ?? 0;
    return [
      {
        title: `Change to page ${there}`,
        edits: [{ at: page.node, text: there }],
        preferred: listedOff < citedOff,
      },
      {
        title: `Change page ${there} on the guideline line to ${here}`,
        edits: [{ at: other.node, text: here }],
        preferred: citedOff < listedOff,
      },
    ];
  });
}

function overlap(a: { first: number; last: number }, b: { first: number; last: number }): boolean {
  return a.first <= b.last && b.first <= a.last;
}

function fixesFor(item: ItemCitations, gap: Gap, dates: readonly string[]): NonNullable<Report['fixes']> {
  const slips = slipFixes(item, gap);
  const beside = besideFixes(item, gap, slips.length === 0);
  return [
    ...slips.filter(({ preferred }) => preferred),
    ...beside,
    ...addFixes(
      item,
      gap,
      dates,
      slips.length === 0 && beside.length === 0 && uncitedChapters(item, gap).length === 0,
    ),
    ...exchangeFixes(item, gap),
    ...slips.filter(({ preferred }) => !preferred),
  ];
}

/** Chapters on the line that the rationale never cites: one may stand in the place of the one that it does. */
function uncitedChapters({ maximus, rationale }: ItemCitations, { citation, missing }: Gap): Citation[] {
  if (missing !== 'guideline' || citation.guideline?.chapter === undefined) return [];
  return maximus.filter(
    ({ node, guideline }) =>
      node.kind === 'mtus' &&
      guideline?.chapter !== undefined &&
      guideline.family !== 'general-approaches' &&
      !rationale.some((other) => other.guidelines.some(({ family }) => family === guideline.family)),
  );
}

/** Puts the chapter that the rationale cites in the place of the only one that it does not. */
function exchangeFixes(item: ItemCitations, gap: Gap): NonNullable<Report['fixes']> {
  const [listed, ...more] = uncitedChapters(item, gap);
  const label = gap.citation.guideline?.label;
  if (!listed || more.length > 0 || label === undefined) return [];
  const { node, block } = listed;
  const printed = `${node.name} ${node.year ?? ''}`.trim();
  const start = block.flow.text.indexOf(printed, node.start);
  if (node.year === undefined || start < 0 || start > node.end) return [];
  return [
    {
      title: `Change ${printed} on the guideline line to ${label}`,
      edits: [{ at: { block, start, end: start + printed.length }, text: label }],
    },
  ];
}

const samePages = /^,? ?(?:and|&)? ?$/;

/** "pages 15 and 43" are cited for one matter: where the line lists 43, 15 belongs beside it. */
function besideFixes(
  { item, rationale }: ItemCitations,
  { citation, page, missing, listed }: Gap,
  alone: boolean,
): NonNullable<Report['fixes']> {
  if (!page || missing !== 'page' || !item.maximus || !rationale.includes(citation)) return [];
  const { text } = citation.block.flow;
  const all = citation.pages.map(({ node }) => node);
  const at = all.indexOf(page.node);
  const neighbours = [all[at - 1], all[at + 1]].filter(
    (node): node is PageReference =>
      node !== undefined &&
      samePages.test(text.slice(Math.min(node.end, page.node.end), Math.max(node.start, page.node.start))),
  );
  const beside = gather(listed, (entry) => entry.pages.map(({ node }) => node)).find((node) =>
    neighbours.some((other) => overlap(node, other)),
  );
  if (!beside) return [];
  const here = pageText(page.node);
  const before = page.node.first < beside.first;
  const place = before ? beside.start : beside.end;
  return [
    {
      title: `List ${pageWords(page.node)} beside page ${pageText(beside)}`,
      edits: [
        {
          at: { block: item.maximus, start: place, end: place },
          text: before ? `${here}, ` : `, ${here}`,
        },
      ],
      preferred: alone,
    },
  ];
}

/** Adds what is missing to the line. */
function addFixes(
  item: ItemCitations,
  gap: Gap,
  dates: readonly string[],
  alone: boolean,
): NonNullable<Report['fixes']> {
  const entry = entryFor(gap);
  if (!entry) return [];
  const edits = lineEdits(item, [entry], { dates });
  if (edits.length === 0) return [];
  const what = gap.page && gap.missing !== 'guideline' ? pageWords(gap.page.node) : nameOf(gap);
  // A free-text citation wants the chapter and topic that only the writer knows.
  const preferred = alone && gap.citation.authority !== 'odg';
  return [
    {
      title: `List ${what} on the guideline line`,
      edits: edits.map(({ text, ...at }) => ({ at, text })),
      preferred,
    },
  ];
}

/** "page 7", "pages 79-80". */
function pageWords(page: PageReference): string {
  return `${page.first === page.last ? 'page' : 'pages'} ${pageText(page)}`;
}

function entryFor({ citation, page }: Gap): LineEntry | undefined {
  if (citation.authority === 'odg') return { other: 'Official Disability Guidelines (ODG)' };
  const { guideline } = citation;
  if (!guideline || guideline.label === undefined) return undefined;
  if (!page) return { guideline: guideline.id };
  const { first, last } = page.node;
  const section = sectionOfPage(
    guideline,
    first,
    citation.item?.maximus && /Page\(s\)/.test(citation.item.maximus.flow.text) ? 'pages' : 'sections',
    topicsOfPage(citation, page, guideline),
  );
  return {
    guideline: guideline.id,
    page: first,
    pageTo: last,
    ...(section === undefined ? {} : { section }),
  };
}

import { allGuidelines, bodyRegion, guidelineById } from '../catalog/index.ts';
import {
  type ForeignChapter,
  foreignChaptersOf,
  headingRegions,
  type ItemFacts,
  spokenChaptersOf,
  unnamedChaptersOf,
} from '../facts/index.ts';
import { gather } from '../gather.ts';
import { inItems, inRegions } from './in-items.ts';
import type { Report, Rule } from './rule.ts';

/**
 * Finds a guideline chapter for another part of the body than the heading names. The MAXIMUS line is the author's own
 * and gives a warning; the claims administrator's line only repeats what that party cited and gives a hint.
 */
export const chapterMismatch: Rule = {
  id: 'chapter-mismatch',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds a guideline chapter for another part of the body than the disputed item',
  why: 'Criteria of another chapter do not apply to the request.',
  source:
    'Chapters of the ACOEM Practice Guidelines by part of the body (8 CCR 9792.23.1 to 9792.23.9); seen in 4 MAXIMUS and 7 claims administrator lines of 194 real determinations.',
  examples: [
    {
      wrong: {
        items: [
          {
            heading: 'MRI of the cervical spine: Upheld',
            maximus: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
            rationale:
              'There are no red flags. Therefore, the request for an MRI of the cervical spine is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            heading: 'MRI of the thoracic spine: Upheld',
            maximus: 'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
            rationale:
              'There are no red flags. Therefore, the request for an MRI of the thoracic spine is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    checkItems(facts, report);
    checkUnnamed(facts, report);
  },
};

const checkItems = inItems((item, report) => {
  for (const line of item.maximusLines) {
    const foreign = foreignChaptersOf(item, line, true);
    for (const chapter of foreign) {
      report(
        reportOf(
          item,
          { block: line, ...chapter },
          chapter.reference.kind === 'mtus' && !chapter.covered ? 'warning' : 'information',
          'The MAXIMUS line',
        ),
      );
    }
  }
  for (const line of item.claimsLines) {
    for (const chapter of foreignChaptersOf(item, line, true))
      report(reportOf(item, { block: line, ...chapter }, 'hint', 'The claims administrator'));
  }
  for (const { block, name, start, end, listed } of spokenChaptersOf(item)) {
    report({
      at: { block, start, end },
      message: `The rationale speaks of the ${name} chapter, but the item is "${item.request}" and the MAXIMUS line cites ${listed}.`,
    });
  }
});

const checkUnnamed = inRegions((item, report, regions) => {
  for (const line of item.maximusLines) {
    for (const chapter of unnamedChaptersOf(item, line, regions)) {
      report({
        at: { block: line, start: chapter.start, end: chapter.end },
        severity: line.children.length > 1 ? 'information' : 'warning',
        message: `The MAXIMUS line cites ${chapter.name}, but nothing in the letter is about that part of the body.`,
      });
    }
  }
});

function reportOf(
  item: ItemFacts,
  chapter: ForeignChapter & { block: NonNullable<ItemFacts['maximus']> },
  severity: Report['severity'] & string,
  who: string,
): Report {
  const { heading } = item;
  return {
    at: { block: chapter.block, start: chapter.start, end: chapter.end },
    severity,
    message: `${who} cites ${chapter.name}, but the item is "${item.request}".`,
    related: heading
      ? [
          {
            at: { block: heading, start: 0, end: heading.requestEnd },
            message: `Heading of item ${item.number}`,
          },
        ]
      : [],
    fixes: severity === 'warning' ? chapterFix(item, chapter) : [],
  };
}

/** The chapter of the same edition for the heading's part, where there is exactly one. */
function chapterFix(
  item: ItemFacts,
  { block, reference, start }: ForeignChapter & { block: NonNullable<ItemFacts['maximus']> },
): NonNullable<Report['fixes']> {
  const cited = guidelineById(reference.guidelines[0] ?? '');
  const printed = `${reference.name} ${reference.year}`;
  if (!cited || reference.year === undefined || !block.flow.text.startsWith(printed, start)) return [];
  const families = new Set(gather(headingRegions(item), (region) => bodyRegion(region)?.families ?? []));
  const fitting = allGuidelines().filter(
    ({ family, from, label }) => families.has(family) && from === cited.from && label !== undefined,
  );
  const [only, another] = fitting;
  if (!only?.label || another) return [];
  return [
    {
      title: `Change to ${only.label}`,
      edits: [{ at: { block, start, end: start + printed.length }, text: only.label }],
    },
  ];
}

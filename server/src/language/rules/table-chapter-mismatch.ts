import { matches } from '../matches.ts';
import { inBlocks } from './in-blocks.ts';
import type { Rule } from './rule.ts';

/** "Chapter 12, Table 12-8": a table of the ACOEM guidelines bears the number of its chapter. */
const chapterTable = /\bChapter (\d{1,2})\b(?:(?!\bChapter\b)[^.;]){0,60}?\bTable (\d{1,2})-\d{1,2}\b/g;

/** Finds a table that is cited of another chapter than its number says. */
export const tableChapterMismatch: Rule = {
  id: 'table-chapter-mismatch',
  family: 'citations',
  severity: 'warning',
  purpose: 'Finds a table that is cited of another chapter than its number says: "Chapter 12, Table 9-6"',
  why: 'One of the two numbers is a slip, and the reader cannot find the criteria that were applied.',
  source:
    'ACOEM Practice Guidelines, second edition: tables are numbered by chapter (Table 12-8 stands in chapter 12).',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'As noted in the MTUS Guideline in ACOEM Chapter 12, Table 9-6, the study is not recommended. The request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'As noted in the MTUS Guideline in ACOEM Chapter 9, Table 9-6, the study is not recommended. The request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check: inBlocks(['prose', 'rationale', 'guidelineLine'], (block, report) => {
    const { text } = block.flow;
    if (!text.includes('Table ')) return;
    for (const match of matches(chapterTable, text)) {
      const [whole, chapter = '', table = ''] = match;
      if (chapter === table) continue;
      const atTable = match.index + whole.lastIndexOf(`Table ${table}-`) + 'Table '.length;
      const atChapter = match.index + 'Chapter '.length;
      report({
        at: { start: atTable, end: match.index + whole.length },
        message: `This table stands in chapter ${table}, but chapter ${chapter} is named.`,
        fixes: [
          {
            title: `Change to chapter ${table}`,
            edits: [{ at: { start: atChapter, end: atChapter + chapter.length }, text: table }],
          },
          {
            title: `Change to a table of chapter ${chapter}`,
            edits: [{ at: { start: atTable, end: atTable + table.length }, text: chapter }],
          },
        ],
      });
    }
  }),
};

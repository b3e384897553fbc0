import { sentencesOf } from '../facts/index.ts';
import { matches } from '../matches.ts';
import type { Block } from '../syntax/index.ts';
import { inBlocks } from './in-blocks.ts';
import type { Report, Rule } from './rule.ts';

const article = /\ba\(n\) (?=([A-Za-z0-9]))/g;
/** What a template leaves to choose from: of the patient of a summary one is known. Guidelines in a rationale may say so. */
const choice = /\b(?:s?he\/s?he|his\/hers?|him\/her|her\/his)\b/gi;
const footnote = / ?\[(\d{1,3}(?:(?:, ?|-)\d{1,3})*)\]/g;
/** A footnote number that lost its brackets: "following four criteria, 13 the treatment". */
const bareFootnote = /, (?<=[a-z]{3}, )(\d{1,3}) (?:the|this|it|they|opioids?|patients?)\b/g;
/** What was said to the machine or the typist: "Period new paragraph", "scratch that". */
const command =
  /\b(?:(?:period|comma|colon|full stop)[,.]? (?:new|next) (?:line|paragraph|sentence)|new paragraph(?=[.,]|$)|(?:end of|end) dictation|(?<=[,;.-] )(?:scratch|strike) that(?=[.,]|$))[.,]?/gi;
const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Finds what a template or a pasted guideline left in the text: "a(n)", "he/she", footnote numbers "[121]". */
export const leftoverText: Rule = {
  id: 'leftover-text',
  family: 'text',
  severity: 'warning',
  purpose:
    'Finds "a(n)" and "he/she" of a template, footnote numbers of pasted guideline text, and typed out commands of dictation',
  why: 'Left-over marks show that a passage was pasted and not read again.',
  source: 'Seen in real determinations of winter 2016/17.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a(n) 44 year old male who sustained an industrial injury on 09/15/2016.',
      },
      right: {
        summary: 'The injured worker is a 44 year old male who sustained an industrial injury on 09/15/2016.',
      },
    },
    {
      wrong: {
        items: [
          {
            rationale:
              'Opioids are not first-line. [121] There is no gain. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'Opioids are tried for six [6] months. There is no gain. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    checkBlocks(facts, report);
    if (facts.summary) checkChoices(facts.summary, report);
  },
};

/** The summary tells of one patient; the reviewer, of whom older forms speak there, stays unnamed. */
function checkChoices(summary: Block, report: (report: Report) => void): void {
  for (const { text, start } of sentencesOf(summary)) {
    if (/\breviewer|\bpractice\b/i.test(text)) continue;
    for (const { index, 0: words } of matches(choice, text)) {
      if (text.slice(0, index).split('"').length % 2 === 0) continue;
      report({
        at: { block: summary, start: start + index, end: start + index + words.length },
        message: `The "${words}" of a template was left in the text.`,
      });
    }
  }
}

const checkBlocks = inBlocks(['prose', 'rationale'], (block, report) => {
  const { text } = block.flow;
  if (text.includes('a(n)')) {
    for (const match of matches(article, text)) {
      const vowel =
        /[aeiou]|8/i.test(match[1] ?? '') || /^(?:11|18)\b/.test(text.slice(match.index + match[0].length));
      const right = vowel ? 'an' : 'a';
      const at = { start: match.index, end: match.index + 4 };
      report({
        at,
        message: 'The "a(n)" of a template was left in the text.',
        fixes: [{ title: `Change to "${right}"`, edits: [{ at, text: right }], preferred: true }],
      });
    }
  }
  for (const match of matches(bareFootnote, text)) {
    const start = match.index + 2;
    // "(Sigtermans, 60 patients; …)" counts.
    if (text.lastIndexOf('(', start) > text.lastIndexOf(')', start)) continue;
    report({
      at: { start, end: start + (match[1] ?? '').length },
      severity: 'information',
      message: `"${match[1]}" may be a footnote number of the text that this passage was pasted from.`,
    });
  }
  if (/paragraph|dictation|(?:scratch|strike) that|(?:new|next) (?:line|sentence)/i.test(text)) {
    for (const { index, 0: words } of matches(command, text)) {
      const at = { start: index, end: index + words.length };
      report({
        at,
        message: `"${words}" was dictated as a command, not as text.`,
        fixes: [
          {
            title: 'Take out the command',
            edits: [{ at: { start: text[index - 1] === ' ' ? index - 1 : index, end: at.end }, text: '' }],
            preferred: true,
          },
        ],
      });
    }
  }
  if (!text.includes('[')) return;
  for (const match of matches(footnote, text)) {
    const word =
      /(?<![A-Za-z])[A-Za-z]+$/
        .exec(text.slice(Math.max(0, match.index - 24), match.index))?.[0]
        ?.toLowerCase() ?? '';
    // "six [6] months" gives a number twice on purpose.
    if (numberWords.indexOf(word) === Number(match[1])) continue;
    // "Criteria: [1] failure of care; and [2] a lesion": the numbers of a list.
    if (/(?:[:;,]|\b(?:and|or))$/.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    const end = match.index + match[0].length;
    report({
      at: { start: end - match[0].trimStart().length, end },
      message: `"${match[0].trim()}" is a footnote number of the text that this passage was pasted from.`,
      fixes: [
        {
          title: 'Take out the footnote number',
          edits: [{ at: { start: match.index, end }, text: '' }],
          preferred: true,
        },
      ],
    });
  }
});

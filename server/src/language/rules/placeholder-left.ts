import { passages } from '../passages/index.ts';
import type { Rule } from './rule.ts';

/** What the standard passages print in their empty slots. */
const slotTexts = new Set(
  passages
    .flatMap((passage) => passage.slots.map((slot) => slot.placeholder.toLowerCase()))
    .filter((text) => text.startsWith('[')),
);

const bracketed = /\[[^\]]{2,60}\]/g;
const wordsToFill =
  /^\[(?:insert|enter|add|select|choose|fill|type|specify|please|tbd|todo|xx|your|name of|date of|number of|body part|drug|service|citation|reason)\b/i;
const upperSlot = /^\[[A-Z][A-Z _]{2,40}\]$/;
const marks =
  /\bX{3,}\b|\bxxx+\b|\bTB[DC]\b|\bTODO\b|\bFIXME\b|_{3,}|\{\{?[A-Za-z][A-Za-z _]{1,30}\}?\}|<<?[A-Za-z][A-Za-z _]{1,30}>>?|\$\{[^}]{1,30}\}|\blorem ipsum\b|\?{3,}|\bMM[/-]DD[/-]YYYY\b|\b00[/-]00[/-]0000\b/gi;

/** Finds a place that was to be filled and was not. */
export const placeholderLeft: Rule = {
  id: 'placeholder-left',
  family: 'text',
  severity: 'error',
  purpose: 'Finds placeholders that were never filled: "[insert date]", "XXX", "____", "TBD"',
  why: 'The place was to hold a fact of the case; the letter goes out without it.',
  source: 'The placeholders of the standard passages, and those that word processors and templates use.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male who sustained an industrial injury on [date of injury].',
      },
      right: {
        summary:
          'The injured worker is a 44 year old male who sustained an industrial injury on 09/15/2016 [sic].',
      },
    },
    { wrong: { summary: 'The utilization review dated ___ non-certified XXX.' }, right: {} },
  ],
  check(facts, report) {
    for (const block of facts.blocks) {
      const { text } = block.flow;
      if (text.includes('[')) {
        for (const match of text.matchAll(bracketed)) {
          const known = slotTexts.has(match[0].toLowerCase());
          if (!known && !upperSlot.test(match[0]) && !wordsToFill.test(match[0])) continue;
          report({
            at: { block, start: match.index, end: match.index + match[0].length },
            message: `"${match[0]}" is a placeholder that was never filled.`,
          });
        }
      }
      for (const match of text.matchAll(marks)) {
        report({
          at: { block, start: match.index, end: match.index + match[0].length },
          message: `"${match[0]}" is a placeholder that was never filled.`,
        });
      }
    }
  },
};

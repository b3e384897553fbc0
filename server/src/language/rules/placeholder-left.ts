import { holdsAny, wordSigns } from '../facts/index.ts';
import { gather } from '../gather.ts';
import { matches } from '../matches.ts';
import { passages } from '../passages/index.ts';
import { inBlocks } from './in-blocks.ts';
import type { Rule } from './rule.ts';

/** What the standard passages print in their empty slots. */
const slotTexts = new Set(
  gather(passages, (passage) => passage.slots.map((slot) => slot.placeholder.toLowerCase())).filter((text) =>
    text.startsWith('['),
  ),
);

const bracketed = /\[[^\]]{2,60}\]/g;
const wordsToFill =
  /^\[(?:insert|enter|add|select|choose|fill|type|specify|please|tbd|todo|xx|your|name of|date of|number of|body part|drug|service|citation|reason)\b/i;
const upperSlot = /^\[[A-Z][A-Z _]{2,40}\]$/;
/** Marks that stand for a value: of templates, mail merge, spreadsheets and word processors. */
const marks = new RegExp(
  [
    String.raw`\bXX[/-]XX[/-]XX(?:XX)?\b|(?<!_)_{2,}[/-]_{2,}[/-]_{2,}|\b(?:MM[/-]DD[/-]YY(?:YY)?|00[/-]00[/-]0000)\b`,
    String.raw`\bX{3,}\b|_{3,}|\?{3,}|\b(?:TB[DC]|TODO|FIXME)\b|\blorem ipsum\b`,
    // Asterisks and an empty bracket in the place of a word.
    String.raw`(?<=[A-Za-z0-9,;:.)] )\*{3,}(?= [A-Za-z0-9(])|(?<!\S)\[ {0,3}\](?=\s?[\w.,;)])`,
    String.raw`\{\{?[A-Za-z][A-Za-z _]{1,30}\}?\}|<<?[A-Za-z][A-Za-z _]{1,30}>>?|\$\{[^}]{1,30}\}|«[^»]{1,40}»|%[A-Z][A-Z_]{2,30}%`,
    // "$1" of a search and replace; sums of one digit are not met in determinations, prices per unit might be.
    String.raw`(?<![\w$])\$\d(?!\S| ?(?:million|thousand|per|for|an?|co-?pay|each|in)\b)`,
    String.raw`#(?:NAME|REF|VALUE)\b[?!]|\berror! (?:reference source|bookmark)[a-z ]{0,20}`,
    String.raw`\b(?:click|tap) (?:here|or tap here) to enter (?:text|a date)\b|\bchoose an item\b`,
  ].join('|'),
  'gi',
);

/** A text without any of these, and without any of the words, holds no mark. */
const signs = /[[{<«]|\$[\d{]|%[A-Za-z]|#[NRVnrv]|\*\*|\?\?|__|00[/-]00/;
const words = wordSigns(
  ...['xx', 'xxx', 'xxxx', 'tbd', 'tbc', 'todo', 'fixme', 'dd', 'lorem', 'error', 'click', 'tap', 'choose'],
);

/** Boxes of a form, one of them ticked: "[x] yes [ ] no". */
const ticked = /\[ ?[xX✓] ?\]/;

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
  check: inBlocks('all', (block, report) => {
    const { text } = block.flow;
    if (!signs.test(text) && !holdsAny(block, words)) return;
    if (text.includes('[')) {
      for (const match of matches(bracketed, text)) {
        const known = slotTexts.has(match[0].toLowerCase());
        if (!known && !upperSlot.test(match[0]) && !wordsToFill.test(match[0])) continue;
        report({
          at: { start: match.index, end: match.index + match[0].length },
          message: `"${match[0]}" is a placeholder that was never filled.`,
        });
      }
    }
    for (const match of matches(marks, text)) {
      if (match[0].startsWith('[') && ticked.test(text)) continue;
      report({
        at: { start: match.index, end: match.index + match[0].length },
        message: `"${match[0]}" is a placeholder that was never filled.`,
      });
    }
  }),
};

import { holdsAny, wordSigns } from '../facts/index.ts';
import { matches } from '../matches.ts';
import { type Block, numberWords } from '../syntax/index.ts';
import { sumWords, visitSumsIn } from './count-sums.ts';
import { type BlockReporter, inBlocks } from './in-blocks.ts';
import type { Rule } from './rule.ts';

const number = `\\d{1,3}|${numberWords.slice(1).join('|')}`;

/** "Attended 17 of the 12 authorized visits": more than there were. */
const attended = new RegExp(
  `\\b(?:attended|completed|used|received|undergone|had) (${number}) of (?:the |these |those |his |her |a total of )?(${number}) (?:[a-z-]+ ){0,3}?(?:visits|sessions|treatments)\\b`,
  'gi',
);

/** "600 mg three times a day, for a total of 2,400 mg": the parts and the sum of one day. */
const daily = new RegExp(
  `\\b(\\d{1,3}(?:,\\d{3})?|\\d{4}) ?mg,? (once|twice|(?:${number}) times) (?:a day|daily|per day),? (?:for |which is |which makes |making )?a total (?:daily dose )?of (\\d{1,3}(?:,\\d{3})?|\\d{4}) ?mg\\b`,
  'gi',
);

/** "Three tablets of 800 mg make a daily dose of 3,200 mg". */
const tablets = new RegExp(
  `(?<![\\w.-])(${number}) (?:tablets|capsules|pills) of (\\d{1,3}(?:,\\d{3})?|\\d{4}) ?mg(?: each)?,? (?:make|give|amount to|come to|add up to|total|equal) (?:a |an )?(?:(?:total )?daily (?:dose|amount|total) of )?(\\d{1,3}(?:,\\d{3})?|\\d{4}) ?mg\\b`,
  'gi',
);

/** Numbers of tablets in words, beyond those that letters spell for visits. */
const tens = 'thirty|forty|fifty|sixty|seventy|eighty|ninety';

/** "One tablet three times a day, so that ninety tablets would last ninety days". */
const supply = new RegExp(
  `(?<![\\w.-])(?<!\\b(?:to|or) )(${number}) (?:tablet|capsule|pill)s? (once|twice|(?:${number}) times) (?:a day|daily|per day)\\b((?:(?!\\b(?:or|and)\\b)[^.;\\d]){0,50}?)\\b(${number}|${tens}) (?:tablets|capsules|pills) (?:would |will |should )?(?:last|be enough for|suffice for|are enough for|make up|cover) (?:about |for )?(${number}|${tens})[ -]days?\\b`,
  'gi',
);

const ofTablets = wordSigns('tablet', 'capsule', 'pill');
const ofVisits = wordSigns('visits', 'sessions', 'treatments');
const ofSums = wordSigns(...sumWords);

/** Finds counts that their own parts do not allow. */
export const countArithmetic: Rule = {
  id: 'count-arithmetic',
  family: 'content',
  severity: 'warning',
  purpose:
    'Finds more visits than there were ("17 of the 12 visits"), and sums of visits, daily doses and supplies that their parts do not give',
  why: 'How much was used or taken decides whether more is needed.',
  source: 'Arithmetic within one phrase.',
  examples: [
    {
      wrong: { summary: 'The injured worker has attended 17 of the 12 authorized visits.' },
      right: { summary: 'The injured worker has attended 7 of the 12 authorized visits.' },
    },
    {
      wrong: { summary: 'He takes gabapentin 600 mg three times a day, for a total of 2,400 mg.' },
      right: { summary: 'He takes gabapentin 600 mg three times a day, for a total of 1,800 mg.' },
    },
    {
      wrong: {
        summary: 'He had four visits of therapy in June and four more in July, for a total of 12 visits.',
      },
      right: {
        summary: 'He had four visits of therapy in June and four more in July, for a total of 8 visits.',
      },
    },
  ],
  check: inBlocks(['prose', 'rationale'], (block, report) => {
    const { text } = block.flow;
    if (holdsAny(block, ofVisits)) checkVisits(block, report);
    if (holdsAny(block, ofTablets)) checkTablets(text, report);
    if (!text.includes(' total ')) return;
    for (const match of matches(daily, text)) {
      const [whole, dose = '', times = '', total = ''] = match;
      // "100 mg in the morning and 50 mg twice a day, for a total of 200 mg"
      const before = text.slice(Math.max(0, text.lastIndexOf('. ', match.index)), match.index);
      if (/\d ?mg\b/i.test(before)) continue;
      const sum = numberOf(dose) * numberOf(times.replace(/ times$/i, ''));
      if (sum === numberOf(total)) continue;
      const end = match.index + whole.length;
      report({
        at: { start: end - `${total} mg`.length, end },
        message: `${dose} mg ${times} a day makes ${sum.toLocaleString('en-US')} mg, not ${total}.`,
      });
    }
  }),
};

function checkVisits(block: Block, report: BlockReporter): void {
  const { text } = block.flow;
  for (const match of matches(attended, text)) {
    const [whole, part = '', all = ''] = match;
    if (numberOf(part) <= numberOf(all)) continue;
    report({
      at: { start: match.index, end: match.index + whole.length },
      message: `${part} is more than ${all}.`,
    });
  }
  if (!holdsAny(block, ofSums)) return;
  for (const { sum, stated, start, end } of visitSumsIn(text)) {
    report({
      at: { start, end },
      message: `The visits named here are ${sum} together, not ${stated}.`,
    });
  }
}

function checkTablets(text: string, report: BlockReporter): void {
  for (const match of matches(tablets, text)) {
    const [whole, count = '', dose = '', total = ''] = match;
    const sum = numberOf(count) * numberOf(dose);
    if (sum === numberOf(total)) continue;
    const end = match.index + whole.length;
    report({
      at: { start: match.index, end },
      message: `${count} times ${dose} mg makes ${sum.toLocaleString('en-US')} mg, not ${total}.`,
    });
  }
  for (const match of matches(supply, text)) {
    const [whole, each = '', times = '', between = '', count = '', days = ''] = match;
    if (/\b(?:as needed|prn|up to|taper)/i.test(between)) continue;
    const lasting = numberOf(count) / (numberOf(each) * numberOf(times.replace(/ times$/i, '')));
    if (Math.abs(lasting - numberOf(days)) < 1) continue;
    const end = match.index + whole.length;
    report({
      at: { start: match.index, end },
      message: `At that rate ${count} last ${Math.floor(lasting)} days, not ${days}.`,
    });
  }
}

const spelt = new Map([
  ['once', 1],
  ['twice', 2],
  ...tens.split('|').map((word, index): [string, number] => [word, 10 * (index + 3)]),
]);

function numberOf(printed: string): number {
  const lower = printed.toLowerCase();
  const index = numberWords.indexOf(lower);
  return spelt.get(lower) ?? (index >= 0 ? index : Number(lower.replace(',', '')));
}

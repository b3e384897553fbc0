import { type Sentence, sentencesOf } from '../facts/index.ts';
import type { Block } from '../syntax/index.ts';
import type { Report, Rule } from './rule.ts';

/** What may stand after "dated": a date, or words that give the time otherwise. */
const time =
  '[(:]? ?(?:the |this |that |on |as |of )*(?:\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|same|from|between|back|after|before|prior|later|earlier|within|in |to |above|below|today|week|month|year|spring|summer|fall|autumn|winter|early|late|mid|approximately|around|about|\\[|_)';

/** "dated", "on" and "of" where no date and no noun follows. */
const gap = new RegExp(
  ` (?:dated(?! ?${time}| and signed)(?= ?[a-z,.;(])|(?:on|of)(?= ?[,;)]|\\.(?: |$)| (?:and(?! off)|but|for|due|with|while|when|which|was|were|documented|noted|non-?certified|denied|modified|includes?|included|indicated|shows?|showed|reported|revealed|determined|stated)\\b))`,
  'gi',
);

/** What stands before the gap where a date is due. */
const due: Readonly<Record<string, RegExp>> = {
  dated:
    /\b(?:reports?|notes?|forms?|reviews?|authorization\)?|rfa\)?|ur|determination|decision|request|letter|evaluation|examination|exam|visit|pr-?2|mri|x-rays?|records?|documentation|study|studies|injury|lumbar spine|views),?(?: (?:was|were|is|are))?$/i,
  of: /\b(?:dates? of (?:injury|service|birth)(?: is| was)?|injury)$/i,
  on: /\b(?:injury|dates? of injury(?: is| was)?|performed|evaluated|examined|seen|reviewed|certified|denied|presented|submitted|signed|received)$/i,
};

/** Documents and events that are dated with "on"; a verb follows where the date is lost. */
const event =
  /\b(?:utilization review|determination|denial|treatment plan|visit|documentation|evaluation|assessment|exam|examination|report|note)$/i;
const verb =
  /^(?:[,;)]|\.(?: |$)| (?:non-?certified|denied|modified|noted|includes?|included|indicated|shows?|showed|reported|revealed|determined|stated)\b)/i;

/** Characters before a gap that are looked at: the longest of the phrases above. */
const reach = 40;

/** Finds a cue that announces a date and is followed by none: "the RFA dated the following". */
export const dateMissing: Rule = {
  id: 'date-missing',
  family: 'dates',
  severity: 'warning',
  purpose: 'Finds words that announce a date where no date follows, as in "the RFA dated the following"',
  why: 'The date was lost in dictation or editing; the reader cannot tell which document is meant.',
  source: 'Seen in real determinations of winter 2016/17.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. The RFA form dated requested Baclofen, and the progress report dated and signed by the provider noted spasm. The request for authorization dated the following treatment was included.',
      },
      right: {
        summary:
          'The injured worker is a 44 year old male with an industrial injury of 09/15/2016. The RFA form dated 11/14/2016 requested Baclofen.',
      },
    },
  ],
  check(facts, report) {
    for (const block of facts.blocks) {
      if (block.type !== 'prose' && block.type !== 'rationale') continue;
      for (const sentence of sentencesOf(block)) {
        for (const match of sentence.text.matchAll(gap)) {
          const end = match.index + match[0].length;
          const before = sentence.text.slice(Math.max(0, match.index - reach), match.index);
          const word = match[0].trim().toLowerCase();
          const lost =
            due[word]?.test(before) ||
            (word === 'on' && event.test(before) && verb.test(sentence.text.slice(end, end + 20)));
          if (lost) tell(block, sentence, match.index + 1, end, report);
        }
        if (/^On ?, /.test(sentence.text)) tell(block, sentence, 0, 2, report);
      }
    }
  },
};

function tell(
  block: Block,
  sentence: Sentence,
  start: number,
  end: number,
  report: (report: Report) => void,
): void {
  const word = sentence.text.slice(start, end);
  const before = sentence.text.slice(0, start).split(' ').slice(-3).join(' ').trim();
  report({
    at: { block, start: sentence.start + start, end: sentence.start + end },
    message: `After "${`${before} ${word}`.trim()}" the date is missing.`,
  });
}

import { type Sentence, sentencesOf } from '../facts/index.ts';
import { matches } from '../matches.ts';
import { perText } from '../per-text.ts';
import { type BlockReporter, inBlocks } from './in-blocks.ts';
import type { Rule } from './rule.ts';

/** What may stand after "dated": a date, or words that give the time otherwise. */
const time =
  '[(:]? ?(?:the |this |that |on |as |of ){0,4}(?:\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|same|from|between|back|after|before|prior|later|earlier|within|in |to |above|below|today|week|month|year|spring|summer|fall|autumn|winter|early|late|mid|approximately|around|about|\\[|_)';

/** "dated", "on" and "of" where no date and no noun follows. */
const gap = new RegExp(
  ` (?:dated(?!(?: (?:was|is|were))? ?${time}| and signed)(?= ?[a-z,.;(])|(?:on|of)(?= ?[,;)]| ?\\.(?: |$)| (?:and(?! off)|but|for|due|with|while|when|which|she|he|they|it|is|are|was|were|did|does|had|has|gave|documented|noted|non-?certified|denied|modified|includes?|included|indicated|shows?|showed|reported|revealed|determined|stated)\\b))`,
  'gi',
);

/** A form of "to be" and what else follows "dated" only where the date is lost; "is dated" alone can mean old. */
const dateVerb =
  /^ (?:showed|shows|revealed|reveals|demonstrated|demonstrates|indicated|indicates|was|were|noted|documented|reported|stated|non-?certified|denied|modified)\b/i;

/** "Which leg she was injured on", "nothing to be reviewed on": "on" has its object before it. */
const objectBefore =
  /\b(?:(?:what|which|whom)(?: \w+){0,2} (?:he|she|it|they|the|his|her)|(?:visit|date|day|dates|days|side|leg|arm) (?:he|she|it|they)|nothing|no one|nobody|anything|something)\b[^,;.]{0,40}$/i;

/** What happens on a day, and who did it: only behind these is a lone "on" short of its day. */
const dayOf =
  /(?:\b(?:(?:perform|evaluat|examin|review|complet|request|prescrib|administer|obtain|injur|deni|certifi|approv|authoriz|submitt|receiv|dispens|discharg|admitt|inject|present|return|treat|consult|diagnos|repeat|schedul|fil|fax|issu|document|dat|initiat|complain|collect|provid|test|sustain)ed|(?:cervical|thoracic|lumbar|spine|neck|back|shoulder|elbow|wrist|hand|hip|knee|ankle|foot)s?|[a-z]+(?:ectomy|oscopy|plasty|otomy|ography|ogram|therapy)|seen|done|taken|given|made|begun|sent|written|mris?|ct|emgs?|ncs|ncv|x-?rays?|radiographs?|films?|scans?|ultrasound|stud(?:y|ies)|tests?|testing|screen(?:s|ing)?|labs|reports?|notes?|letter|form|rfa|visits?|appointments?|consult(?:ation)?|(?:re-?)?evaluation|(?:re-?)?examination|exam|(?:re-?)?assessment|follow-?up|sessions?|procedure|operation|surgery|fusion|repair|release|injections?|blocks?|ablation|debridement|replacement|acupuncture|accident|incident|injury|claim|denial|non-?certification|determination|review|decision|requests?|certification|authorization|discharge|admission|physician|surgeon|provider|doctor|chiropractor|therapist|psychologist|orthopedist|specialist|clinic|hospital|parties)|\bagain)$/i;

/** "return to modified work on": not "to work on". */
const dutyOn =
  /\b(?:modified|regular|full|light|restricted|usual) (?:work|duty)$|\breturn(?:ed|ing)? to (?:modified |regular |full |light )?(?:work|duty)$/i;

/** What "on" and "he", "she", "it" stand side by side in: "what she is on he had", "based on it". */
const pronoun = /^ (?:she|he|they)\b/i;
const finite = /^,? (?:is|are|was|were|did|does|had|has|gave|showed|shows|revealed)\b|^, which\b/i;
const stop = /^ ?\.(?: |$)|^;/;

/** A subject that is dated with "was on": "The previous denial for the requests below was on." */
const wasOn =
  /\b(?:denial|review|determination|injury|visit|surgery|examination|evaluation|operation)\b(?! (?:he|she|they)\b)[^,;.]{0,40} (?:was|is) on$/i;

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
  marksGap: true,
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
  check: inBlocks(['prose', 'rationale'], (block, report) => {
    for (const sentence of sentencesOf(block)) {
      for (const { start, end } of gapsIn(sentence.text)) tell(sentence, start, end, report);
      if (/^On ?, /.test(sentence.text)) tell(sentence, 0, 2, report);
    }
  }),
};

/** Where a sentence announces a date that does not follow. */
const gapsIn = perText((sentence) => {
  const gaps: { start: number; end: number }[] = [];
  for (const match of matches(gap, sentence)) {
    const end = match.index + match[0].length;
    const before = sentence.slice(Math.max(0, match.index - reach), match.index);
    const word = match[0].trim().toLowerCase();
    const after = sentence.slice(end, end + 20);
    if (word === 'on' && objectBefore.test(before)) continue;
    const lost =
      due[word]?.test(before) ||
      (word === 'on' && event.test(before) && verb.test(after)) ||
      (word === 'dated' && dateVerb.test(after) && !/\b(?:is|are|was|were)$/i.test(before)) ||
      (word === 'on' && wasOn.test(`${before} on`)) ||
      (word === 'on' && isLoneOn(before, after));
    if (lost) gaps.push({ start: match.index + 1, end });
  }
  return gaps;
});

/** Whether "on" stands where only a day can have followed it: at the end of a sentence, before a verb or "she". */
function isLoneOn(before: string, after: string): boolean {
  if (!stop.test(after) && !finite.test(after) && !pronoun.test(after)) return false;
  return dutyOn.test(before) || dayOf.test(before);
}

function tell(sentence: Sentence, start: number, end: number, report: BlockReporter): void {
  const word = sentence.text.slice(start, end);
  const before = sentence.text.slice(0, start).split(' ').slice(-3).join(' ').trim();
  report({
    // The mark behind the gap, set off by a space, is no slip of its own.
    at: {
      start: sentence.start + start,
      end: sentence.start + end + (/^ [.,;)]/.test(sentence.text.slice(end)) ? 2 : 0),
    },
    message: `After "${`${before} ${word}`.trim()}" the date is missing.`,
  });
}

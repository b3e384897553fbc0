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
  ` (?:dated(?! ?${time}| and signed)(?= ?[a-z,.;(])|(?:on|of)(?= ?[,;)]| ?\\.(?: |$)| (?:and(?! off)|but|for|due|with|while|when|which|she|he|they|it|is|are|was|were|did|does|had|has|gave|documented|noted|non-?certified|denied|modified|includes?|included|indicated|shows?|showed|reported|revealed|determined|stated)\\b))`,
  'gi',
);

/** A form of "to be" and what else follows "dated" only where the date is lost; "is dated" alone can mean old. */
const dateVerb =
  /^ (?:showed|shows|revealed|reveals|demonstrated|demonstrates|indicated|indicates|was|were|noted|documented|reported|stated|non-?certified|denied|modified)\b/i;

/** Words that "on" can follow at the end of a sentence or before a verb: "carry on", "later on", "the drug she is on". */
const ownOn =
  /\b(?:is|are|was|were|be|been|am|being|he|she|they|it|i|we|so|then|here|there|later|early|earlier|now|further|head|hands|side|add|going|goes|went|go|ongoing|carr(?:y|ied|ies|ying)|keep|kept|stay(?:s|ed|ing)?|remain(?:s|ed|ing)?|hing(?:e|es|ed)|mov(?:e|ed|ing)|rel(?:y|ies|ied|ying)|bas(?:e|ed|es|ing)|act(?:s|ed|ing)?|comment(?:s|ed|ing)?|elaborat(?:e|ed|es|ing)|expand(?:s|ed|ing)?|expound(?:s|ed)?|touch(?:es|ed|ing)?|put(?:s|ting)?|hold(?:s|ing)?|held|pass(?:es|ed|ing)?|turn(?:s|ed|ing)?|switch(?:es|ed|ing)?|insist(?:s|ed)?|buil[dt](?:s|ing)?|reflect(?:s|ed)?|agree(?:s|d)?|decid(?:e|es|ed|ing)|operat(?:e|es|ed|ing)|depend(?:s|ed|ent|ing)?|focus(?:es|ed|ing)?|concentrat(?:e|es|ed|ing)|stand(?:s|ing)?|stood|step(?:s|ped|ping)?|walk(?:s|ed|ing)?|s[ia]t(?:s|ting)?|l(?:ie|ies|ay|ying|ean|eans|eaned|eaning)|sle(?:ep|eps|pt|eping)|land(?:s|ed|ing)?|f[ae]ll(?:s|ing)?|tr(?:y|ies|ied|ying)|draws?|drew|drawn|call(?:s|ed)?|spen[dt](?:s|ing)?|work(?:s|ed|ing)?|hang(?:s|ing)?|hung|catch|caught|pull(?:s|ed|ing)?|push(?:ed|ing)?|zero(?:ed)?|log(?:ged)?|sign(?:ed)?|brought|br(?:ing|ings|inging)|com(?:e|es|ing)|came|set|hook(?:ed)?|strap(?:ped)?|plac(?:e|ed)|support|lock(?:ed)?|ride|rode|weight|pressure|effect|impact|emphasis|influence|light|dependent|reliant|keen|intent|off|and|or)$/i;

/** "return to modified work on": not "to work on". */
const dutyOn =
  /\b(?:modified|regular|full|light|restricted|usual) (?:work|duty)$|\breturn(?:ed|ing)? to (?:modified |regular |full |light )?(?:work|duty)$/i;

/** "Put the brace on", "with his boot on", "left the unit on". */
const objectOn =
  /\b(?:put(?:s|ting)?|ke(?:ep|eps|pt)|le(?:ave|aves|ft)|with|without|pull(?:s|ed)?|turn(?:s|ed)?|switch(?:es|ed)?|slip(?:s|ped)?|strap(?:s|ped)?|had|has|have) (?:his|her|their|the|an?|this|that) (?:[a-z-]+ )?(?:braces?|boots?|splints?|slings?|shoes?|socks?|stockings?|shirt|clothes|pants|gloves?|glasses|collar|orthos[ie]s|unit|machine|device|mask)$/i;

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
  return dutyOn.test(before) || !(ownOn.test(before) || objectOn.test(before));
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

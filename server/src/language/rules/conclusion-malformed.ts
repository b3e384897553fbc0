import { type ItemDecision, isReported, type Sentence } from '../facts/index.ts';
import { gather } from '../gather.ts';
import { inDecisions } from './in-items.ts';
import type { Rule } from './rule.ts';

const bare =
  /\b(?:is|are|was|were) (?:(?!medically|medical|reasonable|only|if)[a-z]+ ){0,4}?(necessary)\b(?! (?:to|for|if|when|in|that|part|before|until|because)\b)/i;
const subject =
  /\b(?:request(?:ed)?|treatment|service|sessions?|visits?|therapy|medication|therefore|as such)\b/i;

const conceded = /^(?:while|although|though|even if|whereas)\b[^,]*$/i;

/** The last sentences of a rationale that conclude with "(not) necessary" where "medically" belongs before it. */
export function bareConclusions(
  decision: ItemDecision,
): { sentence: Sentence; start: number; end: number }[] {
  const { sentences, noticeFrom, conclusion } = decision;
  const tail = sentences.slice(Math.max(0, noticeFrom - 3), noticeFrom);
  // Where nothing else concludes, some rationales do so in their first sentence.
  const first = conclusion || !sentences[0] || tail.includes(sentences[0]) ? [] : [sentences[0]];
  return gather([...first, ...tail], (sentence) => {
    const last = sentence === tail[tail.length - 1] && !conclusion;
    if (!last && !subject.test(sentence.text)) return [];
    // The conclusion proper follows: the reader is not left in doubt.
    if (conclusion && conclusion.sentence.start > sentence.start) return [];
    const match = bare.exec(sentence.text);
    if (!match) return [];
    const before = sentence.text.slice(0, match.index + match[0].length);
    if (/\b(?:may|might|could) be\b/.test(before) || before.split('"').length % 2 === 0) return [];
    // "The physician holds that it is necessary", "while I agree that therapy was necessary, …".
    if (isReported(before) || (conceded.test(before) && sentence.text.includes(', ', before.length)))
      return [];
    // "It is not clear why a further visit is necessary."
    if (/\b(?:why|whether)\b/i.test(before.slice(before.lastIndexOf(',') + 1))) return [];
    // "The surgery is found to be necessary, and the request is for 7 days": a remark on the way to the conclusion.
    const goesOn = /^,? (?:and|but|while) /.test(sentence.text.slice(before.length));
    if (conclusion && goesOn && !/\bnot\b/.test(match[0])) return [];
    const start = sentence.start + match.index + match[0].length - 'necessary'.length;
    return [{ sentence, start, end: start + 'necessary'.length }];
  });
}

const noSubject =
  /\b(?:have|has) not been (?:met|established|satisfied|documented),? and (?=(?:is|are|was|were) not medically necessary)/i;

/** "Therefore, the request for … not medically necessary.": opener, subject, what is asked for, conclusion. */
const verbless =
  /^(?:(?:therefore|thus|as such|hence|accordingly|consequently|given the above|based on the above|for these reasons|in summary),? )?((?:the|this) (?:current |additional |requested )?(?:requests?|treatment|service|therapy|surgery|medication)) ([^.;:"]*?)((?:not )?medically (?:necessary|appropriate)(?: (?:and|or) (?:appropriate|necessary|indicated))?)\.?$/i;

/** Words of which a whole sentence has one before its conclusion; after the last group the verdict belongs to it. */
const verb =
  /\b(?:is|are|was|were|be|been|being|isn't|aren't|has|have|had|do|does|did|can|cannot|could|will|would|may|might|must|shall|should|seems?|appears?|remains?|becomes?|deem(?:s|ed)?|f(?:ind|inds|ound)|consider(?:s|ed)?|determine[sd]?|judge[sd]?|render(?:s|ed)?|makes?|made|considering|believe[sd]?|held|hold|thought|called|that|who|which)\b/i;

/** Finds a conclusion that is there but not as it should read. */
export const conclusionMalformed: Rule = {
  id: 'conclusion-malformed',
  family: 'verdicts',
  severity: 'warning',
  purpose: 'Finds a conclusion without "medically", without subject, without verb, or without full stop',
  why: 'The conclusion is the sentence that is read first and quoted.',
  source: 'Closers of 439 real rationales: three forms of slip in three letters.',
  examples: [
    {
      wrong: {
        items: [{ rationale: 'There is no gain in function. Therefore, the request is not necessary.' }],
      },
      right: {
        items: [
          { rationale: 'There is no gain in function. Therefore, the request is not medically necessary.' },
        ],
      },
    },
    {
      wrong: {
        items: [
          {
            rationale:
              'Therefore, the requirements for treatment have not been met and is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'Therefore, the requirements for treatment have not been met and the request is not medically necessary.',
          },
        ],
      },
    },
    {
      wrong: {
        items: [
          {
            rationale:
              'There is no gain in function. Therefore, the request for lumbar traction not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'There is no gain in function. Therefore, the request for lumbar traction is not medically necessary.',
          },
        ],
      },
    },
    {
      wrong: {
        items: [
          { rationale: 'There is no gain in function. Therefore, the request is not medically necessary' },
        ],
      },
      right: {},
    },
  ],
  check: inDecisions((decision, report) => {
    const { rationale, conclusion, sentences } = decision;
    for (const { start, end } of bareConclusions(decision)) {
      report({
        at: { block: rationale, start, end },
        ...(conclusion ? { severity: 'information' as const } : {}),
        message: 'The conclusion says "necessary" where the question is whether it is medically necessary.',
        fixes: [
          {
            title: 'Insert "medically"',
            edits: [{ at: { block: rationale, start, end: start }, text: 'medically ' }],
            preferred: true,
          },
        ],
      });
    }
    for (const { sentence } of decision.conclusions) {
      const match = noSubject.exec(sentence.text);
      if (!match) continue;
      const start = sentence.start + match.index;
      const end = start + match[0].length;
      report({
        at: { block: rationale, start, end },
        message: 'The second half of this conclusion has no subject: what is not medically necessary?',
        fixes: [
          {
            title: 'Insert "the request"',
            edits: [{ at: { block: rationale, start: end, end }, text: 'the request ' }],
            preferred: true,
          },
        ],
      });
    }
    for (const sentence of sentences) {
      const match = verbless.exec(sentence.text);
      if (!match || verb.test(match[2] as string)) continue;
      const said = match[3] as string;
      const be = /s$/i.test(match[1] as string) ? 'are' : 'is';
      // Where "not" is not there either, it may have been lost with the verb.
      const lost = /^not\b/i.test(said) ? [be] : [be, `${be} not`];
      const start = sentence.start + sentence.text.lastIndexOf(said);
      report({
        at: { block: rationale, start, end: start + said.length },
        message: 'The conclusion has no verb.',
        fixes: lost.map((words) => ({
          title: `Insert "${words}"`,
          edits: [{ at: { block: rationale, start, end: start }, text: `${words} ` }],
          preferred: lost.length === 1,
        })),
      });
    }
    const closing = decision.sentences[decision.noticeFrom - 1];
    const cut = closing && /\b(?:is|are|was|were) (?:not )?medically(\.?)$/i.exec(closing.text);
    if (closing && cut && /\brequest\b/i.test(closing.text.slice(0, cut.index))) {
      const end = closing.end - (cut[1] ?? '').length;
      const start = end - 'medically'.length;
      report({
        at: { block: rationale, start, end },
        message: 'The conclusion breaks off at "medically".',
        fixes: [
          {
            title: 'Add "necessary"',
            edits: [{ at: { block: rationale, start, end }, text: 'medically necessary' }],
            preferred: true,
          },
        ],
      });
    }
    const last = sentences[sentences.length - 1];
    if (!last || conclusion?.sentence !== last || !/[a-z]$/i.test(last.text)) return;
    const tail = { block: rationale, start: last.end - 1, end: last.end };
    report({
      at: { block: rationale, start: conclusion.phrase.start, end: last.end },
      message: 'The conclusion ends without a full stop.',
      fixes: [
        {
          title: 'Add a full stop',
          edits: [{ at: tail, text: `${last.text.slice(-1)}.` }],
          preferred: true,
          certain: true,
        },
      ],
    });
  }),
};

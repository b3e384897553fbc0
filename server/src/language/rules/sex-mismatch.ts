import { patientOf, type Sex, type SexMention } from '../facts/index.ts';
import { inCaseOf } from './request-change.ts';
import type { Report, Rule } from './rule.ts';

/**
 * Finds a "he" or "his" about a patient whom the letter calls female, and the reverse, or two stated sexes. Pronouns for
 * the provider, names of authors ("He, 2004") and quotations are not read.
 */
export const sexMismatch: Rule = {
  id: 'sex-mismatch',
  family: 'content',
  severity: 'warning',
  purpose: 'Finds words for the patient that disagree about his or her sex',
  why: 'A wrong "he" or "she" is the mark of a text taken over from another case, and readers doubt the rest.',
  source: 'Seen in 2 of 194 real determinations of winter 2016/17.',
  examples: [
    {
      wrong: {
        summary: 'The injured worker is a 59 year old female with elbow pain.',
        items: [
          {
            rationale: 'His diagnoses include lateral epicondylitis. The request is not medically necessary.',
          },
        ],
      },
      right: {
        summary:
          'The injured worker is a 59 year old female with elbow pain. The physician wrote that he wished to wait.',
        items: [
          {
            rationale:
              'Her diagnoses include lateral epicondylitis (He, 2004). The request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const { sexes, open } = patientOf(facts);
    const count = (sex: Sex, kind?: SexMention['kind']): number =>
      sexes.filter((mention) => mention.sex === sex && (kind === undefined || mention.kind === kind)).length;
    const male = count('male');
    const female = count('female');
    if (male === 0 || female === 0) {
      checkOpen(open, sexes, report);
      return;
    }
    const statedMale = count('male', 'stated');
    const statedFemale = count('female', 'stated');
    const stated = statedMale > statedFemale ? 'male' : statedFemale > statedMale ? 'female' : undefined;
    const most = male === female ? stated : male > female ? 'male' : 'female';
    // One stated sex against two or more words that all disagree: what is stated is the slip.
    const right =
      stated !== undefined && (most === stated || count(stated, 'pronoun') > 0 || Math.max(male, female) < 3)
        ? stated
        : most;
    if (right === undefined) {
      checkStated(sexes, report);
      return;
    }
    const supporters = sexes.filter(({ sex }) => sex === right);
    const [support] = supporters;
    if (!support || (stated === undefined && supporters.length < 3)) return;
    for (const odd of sexes) if (odd.sex !== right) report(reportOf(odd, support, supporters.length));
  },
};

/** Two stated sexes, and as many words for the one as for the other: one of them is a slip, whichever it is. */
function checkStated(sexes: readonly SexMention[], report: (report: Report) => void): void {
  const [first, ...others] = sexes.filter(({ kind }) => kind === 'stated');
  const odd = others.find(({ sex }) => sex !== first?.sex);
  if (first && odd) report(reportOf(odd, first, 1));
}

/** How many words for the patient must agree before a pronoun that only seems to be the patient's is told. */
const leastSupport = 1;

/** The one open pronoun of the other sex, where all that is surely said of the patient agrees and states the sex. */
function checkOpen(
  open: readonly SexMention[],
  sexes: readonly SexMention[],
  report: (report: Report) => void,
): void {
  const support = sexes.find(({ kind }) => kind === 'stated');
  if (!support || sexes.length < leastSupport) return;
  const [odd, more] = open.filter(({ sex }) => sex !== support.sex);
  if (odd && !more) report({ ...reportOf(odd, support, sexes.length), severity: 'information' });
}

function reportOf(odd: SexMention, support: SexMention, supporters: number): Report {
  const to = inCaseOf(odd.word, counterpart(odd));
  const back = inCaseOf(support.word, counterpart(support));
  return {
    at: odd,
    message: messageOf(odd, support, supporters),
    related: [{ at: support, message: `"${support.word}"` }],
    fixes: [
      { title: `Change to "${to}"`, edits: [{ at: odd, text: to }], preferred: supporters > 1 },
      ...(supporters > 1
        ? []
        : [{ title: `Change "${support.word}" to "${back}"`, edits: [{ at: support, text: back }] }]),
    ],
  };
}

function messageOf(odd: SexMention, support: SexMention, supporters: number): string {
  const elsewhere = support.kind === 'stated' ? `called ${support.word}` : support.sex;
  if (odd.kind === 'pronoun')
    return `"${odd.word}" is said of the patient here, who is ${elsewhere} elsewhere.`;
  return supporters > 1
    ? `The patient is called "${odd.word}" here, but ${supporters} other words for the patient are ${support.sex}.`
    : `The patient is called "${odd.word}" here, and ${elsewhere} elsewhere.`;
}

const counterparts: Readonly<Record<string, string>> = {
  male: 'female',
  female: 'male',
  man: 'woman',
  woman: 'man',
  gentleman: 'lady',
  lady: 'gentleman',
  mr: 'Ms',
  ms: 'Mr',
  mrs: 'Mr',
  he: 'she',
  she: 'he',
  him: 'her',
  his: 'her',
  hers: 'his',
  himself: 'herself',
  herself: 'himself',
};

/** The word for the other sex; "her" is "him" before a stop or a small word, else "his". */
function counterpart({ word, block, end }: SexMention): string {
  const lower = word.toLowerCase();
  if (lower !== 'her') return counterparts[lower] ?? word;
  return /^(?:[.,;:)]|$| (?:to|for|from|with|in|on|at|that|and|as|when|because|about|by|off|up|out|if)\b)/.test(
    block.flow.text.slice(end, end + 12),
  )
    ? 'him'
    : 'his';
}

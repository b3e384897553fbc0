import type { Block } from '../syntax/index.ts';
import { perBlock } from './per-block.ts';
import { sentencesOf } from './sentences.ts';

/** What a letter says of a lasting state of the patient: that it is so, or that it is not. */
export interface StateStatement {
  /** What it is about: "diabetes". */
  state: string;
  holds: boolean;
  start: number;
  end: number;
}

interface State {
  readonly name: string;
  /** Letters of which every statement on it has some: most texts are turned down by them. */
  readonly signs: readonly string[];
  /** Words that say that it is so, and that it is not; a sentence that matches `neither` says nothing of it. */
  readonly yes: RegExp;
  readonly no: RegExp;
  readonly neither: RegExp;
}

/**
 * States that do not change between the injury and the decision, or are told of the whole time. What comes and goes
 * (pain, sleep, a job) is left out: summary and rationale may speak of two days.
 */
const states: readonly State[] = [
  {
    name: 'diabetes',
    signs: ['iabet'],
    yes: /\b(?:history (?:of|is significant for)|history includes?|significant for|positive for|has|with|known|diagnosed with|suffers from)\b(?:(?!\b(?:no|not|nor|never|neither|without|denie[sd]|free|absence|negative)\b)[^.;]){0,60}?\bdiabetes\b|\bis (?:a )?diabetic\b/i,
    no: /\b(?:no|nor|denies|denied|without|(?:does|did) not have|never had|free of|negative for|absence of)(?: any| a)?(?: known| prior| past)*(?: medical)?(?: history of)?(?: [a-z]+,?){0,4}? ?\bdiabetes\b|\b(?:is )?not (?:a )?diabetic\b|\bnon-?diabetic\b/i,
    neither:
      /\b(?:family|mother|father|brother|sister|parents?|siblings?|patients|guidelines?|pre-?diabet\w*|risk|screen\w*|rule out|if|such as|gestational|ketoacidosis)\b/i,
  },
  {
    name: 'smoking',
    signs: ['smok'],
    yes: /\b(?:currently |still |now )?smokes (?!less|a pipe)|\bis a (?:current |heavy |daily )?smoker\b|\bcurrent(?:ly a)? smoker\b/i,
    no: /\b(?:has|had) never smoked\b|\bnever[- ]smoker\b|\bis a (?:life-?long )?non-?smoker\b|\bdoes not smoke\b/i,
    neither:
      /\b(?:wife|husband|spouse|family|mother|father|quit|stopped|former\w*|ex-smoker|if|patients|guidelines?|marijuana|cannabis|until|since|when|used to|(?:one|those|anyone|somebody|person|smoker) (?:who|that))\b/i,
  },
  {
    name: 'an allergy to a drug',
    signs: ['llerg', 'NKDA'],
    yes: /(?<!\b(?:no|not|nor|without)\b[^.;]{0,30})\ballerg(?:ic|y|ies) to (?!latex|tape|adhesive|pollen|dust|bees?|cats?|dogs?|peanuts?|nuts|shellfish|eggs?|food|metal|nickel|any|medications\b|medicines\b|drugs\b)[a-z]+|\ballergies: (?!none|nkda|nka|no\b|denies|latex|seasonal|environmental)[a-z]+/i,
    no: /\bno (?:known )?(?:drug|medication|medicine) allergies\b|\bNKDA\b|\bno known allergies\b|\ballergies(?: to (?:drugs|medications?))?: (?:none|NKDA)\b/i,
    neither: /\b(?:family|if|patients|guidelines?|seasonal|thought|questionable|possible|unknown)\b/i,
  },
  {
    name: 'work since the injury',
    signs: ['working', 'at work', 'ly work', 'to work', 'duty', 'duties', 'off work', 'worked'],
    yes: /\b(?:he|she|patient|worker|applicant|claimant|employee) (?:is|remains|continues)(?: currently| still| now)? (?:working|at work)\b|\bcurrently work(?:s|ing)\b|\b(?:he|she|patient|worker|applicant|claimant|employee) (?:has )?returned to (?:work|(?:full|regular|modified|light) dut(?:y|ies))\b/i,
    no: /\b(?:has|had) (?:not (?:worked|returned to work|been (?:working|at work))|(?:remained|been) off work) since (?:the )?(?:date of (?:the )?)?(?:industrial |original )?(?:injury|accident)\b(?! (?:in|as|at|to)\b)/i,
    neither:
      /\b(?:not (?:currently|yet)|never|unable|if|attempt\w*|tried|wishes|would|could|briefly|until)\b/i,
  },
  {
    name: 'living alone',
    signs: ['lives '],
    yes: /\blives (?:alone|by (?:himself|herself))\b/i,
    no: /\blives with (?:his|her|a|an|one|two|family)\b|\b(?:wife|husband|spouse|partner|daughter|son|mother|father),? (?:who|that) lives with (?:him|her|the patient)\b/i,
    neither: /\b(?:if|formerly|used to|until|now|no longer|cat|dog|weeks?|weekends?|days|when)\b/i,
  },
];

/** The lasting states that a summary or rationale speaks of. */
export const statesOf: (block: Block) => readonly StateStatement[] = perBlock((block) => {
  const found: StateStatement[] = [];
  const { text: all } = block.flow;
  for (const { name, signs, yes, no, neither } of states) {
    if (!signs.some((sign) => all.includes(sign))) continue;
    for (const { start, text } of sentencesOf(block)) {
      const denied = no.exec(text);
      const match = denied ?? yes.exec(text);
      if (!match || neither.test(text)) continue;
      const at = start + match.index;
      found.push({ state: name, holds: denied === null, start: at, end: at + match[0].length });
    }
  }
  return found;
});

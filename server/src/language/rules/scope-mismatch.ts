import {
  decisionOf,
  type ItemDecision,
  numberWord,
  numberWords,
  type Quantity,
  quantitiesIn,
} from '../facts/index.ts';
import type { ItemHeading, SplitHeading } from '../syntax/index.ts';
import type { Place, Report, Rule } from './rule.ts';
import { checkSides, checkStudies } from './scope-conclusion.ts';

type Fixes = NonNullable<Report['fixes']>;

/**
 * Finds a split heading whose numbers do not add up, and a conclusion that decides more, less or another quantity
 * than the heading leaves.
 */
export const scopeMismatch: Rule = {
  id: 'scope-mismatch',
  family: 'verdicts',
  severity: 'warning',
  purpose:
    'Finds a conclusion that decides more or less than the heading leaves, and split headings that do not add up',
  why: 'Only the portion that the claims administrator did not authorize is before the reviewer.',
  source: 'The form: in all 47 split headings of 439 real ones, original minus authorized is what remains.',
  examples: [
    {
      wrong: {
        items: [
          {
            heading:
              'Physical therapy, 12 sessions was the original request. Physical therapy, 6 sessions was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, physical therapy, 8 sessions is: Upheld',
          },
        ],
      },
      right: {
        items: [
          {
            heading:
              'Physical therapy, 12 sessions was the original request. Physical therapy, 6 sessions was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, physical therapy, 6 sessions is: Upheld',
          },
        ],
      },
    },
    {
      wrong: {
        items: [
          {
            heading:
              'Norco 10/325mg #60 was the original request. Norco 10/325mg #25 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco 10/325mg #35 is: Upheld',
            rationale:
              'There is no gain in function. Therefore, the request for Norco 10/325mg #60 is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            heading:
              'Norco 10/325mg #60 was the original request. Norco 10/325mg #25 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco 10/325mg #35 is: Upheld',
            rationale:
              'There is no gain in function. Therefore, the request for Norco 10/325mg #35 is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    const rests = new Map<ItemHeading, number | undefined>();
    for (const { heading } of facts.items) {
      if (heading?.split) rests.set(heading, checkSum(heading, heading.split, report));
    }
    for (const item of facts.items) {
      const { heading } = item;
      const decision = heading?.split && decisionOf(item);
      if (!heading?.split || !decision) continue;
      checkConclusion(decision, heading, heading.split, rests.get(heading), report);
      checkStudies(decision, heading, report);
      checkSides(decision, heading, heading.split, report);
    }
  },
};

type Clause = { start: number; end: number };

/** The quantities of a clause of the heading, with ranges in the heading's flow. */
function quantitiesOf(heading: ItemHeading, clause: Clause): Quantity[] {
  return quantitiesIn(heading.flow.text.slice(clause.start, clause.end)).map((quantity) => ({
    ...quantity,
    start: quantity.start + clause.start,
    end: quantity.end + clause.start,
  }));
}

/**
 * Original minus authorized is what remains, where each clause names one number of the same kind.
 * @returns what should remain, where the heading says otherwise
 */
function checkSum(
  heading: ItemHeading,
  split: SplitHeading,
  report: (report: Report) => void,
): number | undefined {
  if (split.kind !== 'remaining' || !split.authorized) return undefined;
  const clauses = [split.original, split.authorized, split.disputed].map((clause) =>
    quantitiesOf(heading, clause),
  );
  const [original, authorized, left] = clauses.map((quantities) =>
    quantities.length === 1 ? quantities[0] : undefined,
  );
  if (!original || !authorized || !left) return undefined;
  if (original.unit !== authorized.unit || original.unit !== left.unit) return undefined;
  const rest = original.value - authorized.value;
  if (rest === left.value) return undefined;
  // "Eight sessions for back and wrist, six for the back authorized" leaves two and eight: parts, not a sum.
  if ((left.value === original.value || rest <= 0) && !sameRequest(heading, split)) return undefined;
  const [at, whole, part] = [left, original, authorized].map(({ start, end }) => ({
    block: heading,
    start,
    end,
  })) as [Place, Place, Place];
  const change = (quantity: Quantity, place: Place, value: number, name: string): Fixes => {
    const text = printedLike(heading.flow.text.slice(quantity.start, quantity.end), value);
    return text === undefined ? [] : [{ title: `Change ${name} to ${text}`, edits: [{ at: place, text }] }];
  };
  report({
    at,
    message: `The heading leaves ${left.value}, but ${original.value} requested less ${authorized.value} authorized is ${rest > 0 ? rest : 'nothing'}.`,
    related: [
      { at: whole, message: 'The original request' },
      { at: part, message: 'The authorized part' },
    ],
    // Which of the three is the slip cannot be told from the heading alone.
    fixes: [
      ...change(left, at, rest, 'what is left'),
      ...change(authorized, part, original.value - left.value, 'the authorized part'),
      ...change(original, whole, authorized.value + left.value, 'the original request'),
    ],
  });
  return rest;
}

/** A number as another is printed: in digits, or in words with its capital; undefined where it cannot be so written. */
function printedLike(printed: string, value: number): string | undefined {
  if (value <= 0) return undefined;
  if (!/[a-z]/i.test(printed)) return String(value);
  const word = numberWord(value);
  return /^[A-Z]/.test(printed) && word ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** Whether original, authorized and remaining clause name the same request, numbers left aside. */
function sameRequest(heading: ItemHeading, split: SplitHeading): boolean {
  const words = (clause: Clause | undefined): Set<string> =>
    new Set(
      clause
        ? heading.flow.text
            .slice(clause.start, clause.end)
            .toLowerCase()
            .replace(/\bwas (?:the original request|authorized)\b.*/, '')
            .match(/[a-z]{4,}/g)
        : [],
    );
  const original = words(split.original);
  const within = (part: Set<string>): boolean =>
    part.size > 0 && [...part].every((word) => original.has(word) || numberWords.has(word));
  const authorized = words(split.authorized);
  const disputed = words(split.disputed);
  const names = (part: Set<string>): number => [...part].filter((word) => !numberWords.has(word)).length;
  // "Physical therapy, 2 visits" of "Physical therapy, 8 visits, for the low back" leaves the place out; "for the back"
  // of "for the back and the wrist" is a part.
  const short = split.authorized
    ? !/\b(?:for|of|to) /.test(
        heading.flow.text.slice(split.authorized.start, split.authorized.end).replace(/ of physical/, ''),
      )
    : false;
  return (
    within(disputed) &&
    names(disputed) === names(original) &&
    within(authorized) &&
    (short || names(authorized) === names(original))
  );
}

/** A sentence that decides: with "medically necessary", or the bare "necessary" that some letters have. */
function decides(sentence: string): boolean {
  let rest = sentence;
  for (const part of decisionParts) {
    const found = part.exec(rest);
    if (!found) return false;
    rest = rest.slice(found.index + found[0].length);
  }
  return true;
}

/** What stands in such a sentence, in this order. */
const decisionParts = [
  /\b(?:request|requested|remaining|additional|therefore|as such)\b/i,
  /\b(?:is|are|was|were)\b/i,
  /\bnecessary\b/i,
];

/** "With 30 capsules authorized, the remaining 60 are …": the numbers of an opening clause are of something else. */
const openingClause =
  /^(?:as|since|because|given|with(?! (?:regard|respect|reference))|of|until|beyond|after|without|considering|in view|once|although|while|though|if|based|due to|following|at) [^,]{0,160}, /i;

/** Where in a sentence the clause that decides begins. */
function decisionStart(sentence: string): number {
  const semicolon = sentence.lastIndexOf('; ') + 1;
  return Math.max(semicolon, openingClause.exec(sentence)?.[0].length ?? 0);
}

/** "The remaining 6 of the 12 visits", "#60 of the original #90": what the part is of. "Visits 7 through 12" are no number. */
function isWhole(sentence: string, at: number): boolean {
  if (/^\d{1,3} ?(?:through|to|-) ?\d/.test(sentence.slice(at))) return true;
  return /\d[^.;]{0,30} of (?:the|these|those|his|her) (?:original |requested )?#?$/i.test(
    sentence.slice(Math.max(0, at - 50), at),
  );
}

function checkConclusion(
  decision: ItemDecision,
  heading: ItemHeading,
  split: SplitHeading,
  rest: number | undefined,
  report: (report: Report) => void,
): void {
  const left = quantitiesOf(heading, split.disputed);
  if (left.length === 0) return;
  const original = quantitiesOf(heading, split.original);
  for (const sentence of decision.sentences.slice(0, decision.noticeFrom)) {
    if (!decides(sentence.text) || /\boriginal request(?:ed)? (?:was|of|for)\b/i.test(sentence.text))
      continue;
    if (decision.sentences.indexOf(sentence) < decision.noticeFrom - 3) continue;
    for (const unit of ['visit', 'piece', 'month'] as const) {
      const from = decisionStart(sentence.text);
      const named = quantitiesIn(sentence.text).filter(
        ({ start, unit: own }) => own === unit && start >= from && !isWhole(sentence.text, start),
      );
      const due = left.filter((quantity) => quantity.unit === unit).map((quantity) => quantity.value);
      const first = named[0];
      if (!first || due.length === 0) continue;
      const total = due.reduce((sum, value) => sum + value, 0);
      // "A dose of three a day needs 90, so that the remaining 60 are …"
      const single = due.length === 1;
      if (single && named.some(({ value }) => value === total)) continue;
      // The heading was reported already: the conclusion has it right.
      if (named.some(({ value }) => value === rest)) continue;
      const wrong = named.find((quantity) => !due.includes(quantity.value) && quantity.value !== total);
      const lacking = due.find(
        (value) => !named.some((quantity) => quantity.value === value || quantity.value === total),
      );
      if (!wrong && (lacking === undefined || named.length >= due.length)) continue;
      const bad = wrong ?? first;
      const at = {
        block: decision.rationale,
        start: sentence.start + bad.start,
        end: sentence.start + bad.end,
      };
      const whole = wrong && original.some((quantity) => quantity.value === wrong.value);
      const inDigits = /^\d/.test(sentence.text.slice(bad.start, bad.end));
      report({
        at,
        message: `The conclusion decides on ${bad.value}${whole ? ', the whole original request' : ''}, but the heading leaves ${due.join(' and ')}.`,
        related: left.map((quantity) => ({
          at: { block: heading, start: quantity.start, end: quantity.end },
          message: 'What the heading leaves',
        })),
        fixes:
          wrong && single && inDigits
            ? [{ title: `Change to ${total}`, edits: [{ at, text: String(total) }], preferred: true }]
            : [],
      });
    }
  }
}

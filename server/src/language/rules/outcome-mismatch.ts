import {
  type CaseFacts,
  type FinalDetermination,
  loneSideOf,
  type NumberedRequest,
  type OutcomePlace,
  type OutcomeStatement,
  type Overall,
  outcomesOf,
  type StatedOutcome,
  sideOf,
  sideOutliersOf,
} from '../facts/index.ts';
import { gather } from '../gather.ts';
import type { SourceRange } from '../syntax/index.ts';
import { type LetterParts, type Report, type Rule, rangeOf } from './rule.ts';

type Fixes = NonNullable<Report['fixes']>;

/** A statement that says an outcome. */
type Stated = OutcomeStatement & { outcome: StatedOutcome };

/** A small letter of 2014 with one item. */
const example = (heading: string): LetterParts => ({
  items: [],
  replace: [
    ['The Expert Reviewer has the following credentials:', 'DOCUMENTS REVIEWED'],
    ['IMR ISSUES, DECISIONS AND RATIONALES', 'IMR DECISION(S) AND RATIONALE(S)'],
    [
      'set forth below:\n',
      `set forth below:\n\n1. BACLOFEN 10 MG #45 is ${heading}.\n\nThe Claims Administrator did not cite a guideline.\n\nThe Physician Reviewer's decision rationale: There is no gain in function. The request for Baclofen 10 mg #45 is not medically necessary and appropriate.\n`,
    ],
  ],
});

/**
 * Finds a letter of 2013/14 whose outcome lines, headings, conclusions and "Final Determination" do not say the same of
 * a numbered request.
 */
export const outcomeMismatch: Rule = {
  id: 'outcome-mismatch',
  family: 'verdicts',
  severity: 'error',
  purpose:
    'Finds an outcome line, heading, conclusion or "Final Determination" of a 2013/14 letter that says the opposite of the others, or names the other side of the body',
  why: 'These letters give the outcome of each request in several places; where two of them disagree, nobody knows what was decided.',
  source:
    'Labor Code 4610.6(d): the determination states whether the disputed service is medically necessary.',
  examples: [
    {
      wrong: example('medically necessary and appropriate'),
      right: example('not medically necessary and appropriate'),
    },
  ],
  check(facts, report) {
    const outcomes = outcomesOf(facts);
    if (!outcomes) return;
    const { requests, final, complete } = outcomes;
    const voting = final && (!final.meaning || final.meaning.says === final.word.says) ? final : undefined;
    let settled = complete;
    for (const request of requests) {
      const disagreement = compare(request, voting);
      if (disagreement) {
        settled = false;
        report(disagreement);
      }
      const side = compareSides(request, facts);
      if (side) report(side);
    }
    const overall = settled && final ? compareFinal(requests, final) : undefined;
    if (overall) report(overall);
  },
};

const names: Readonly<Record<OutcomePlace, string>> = {
  opening: 'the outcome line at the head of the letter',
  decision: 'the outcome line of the decision',
  heading: 'the heading of the item',
  conclusion: 'the conclusion of the rationale',
};

const answerOf = (necessary: boolean): string => `${necessary ? '' : 'not '}medically necessary`;

const listed = (statements: readonly OutcomeStatement[]): string =>
  statements.map(({ place }) => names[place]).join(' and ');

/** The places with their verb: "the heading of the item says". */
const saying = (statements: readonly OutcomeStatement[], verb: string): string =>
  `${listed(statements)} ${verb}${statements.length === 1 ? 's' : ''}`;

/** What is said of one request against each other; the place that stands alone is marked. */
function compare(request: NumberedRequest, final: FinalDetermination | undefined): Report | undefined {
  const stated = request.statements.filter(
    (statement): statement is Stated => statement.outcome !== undefined,
  );
  const granting = stated.filter(({ outcome }) => outcome.necessary);
  const denying = stated.filter(({ outcome }) => !outcome.necessary);
  if (granting.length === 0 || denying.length === 0) return undefined;
  const lean =
    granting.length -
    denying.length +
    (final?.word.says === 'OVERTURN' ? 1 : 0) -
    (final?.word.says === 'UPHOLD' ? 1 : 0);
  // Where as many say one as the other, the later place is marked.
  const last = stated[stated.length - 1] as Stated;
  const odd = lean > 0 ? denying : lean < 0 ? granting : last.outcome.necessary ? granting : denying;
  const others = odd === granting ? denying : granting;
  const [marked] = odd;
  if (!marked) return undefined;
  const { necessary } = marked.outcome;
  return {
    at: marked.outcome,
    ...(stated.every(({ outcome }) => outcome.plain) ? {} : { severity: 'warning' as const }),
    message: `Request ${request.number}: ${saying(odd, 'say')} "${answerOf(necessary)}", but ${saying(others, 'say')} "${answerOf(!necessary)}".`,
    related: [
      ...others.map(({ place, outcome }) => ({
        at: outcome,
        message: `${sentenceCase(names[place])}: ${answerOf(outcome.necessary)}`,
      })),
      ...(final && lean !== 0 && final.word.says !== 'PARTIAL OVERTURN'
        ? [{ at: final.word, message: `Final Determination: ${final.word.says}` }]
        : []),
    ],
    fixes: [
      ...turn(odd, lean !== 0 && !(isLine(others) && marked.place === 'conclusion')),
      ...turn(others, false),
    ],
  };
}

/** Whether statements are no more than the outcome lines, of which the second repeats the first. */
const isLine = (statements: readonly OutcomeStatement[]): boolean =>
  statements.every(({ place }) => place === 'opening' || place === 'decision');

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Turns what is said in some places into its opposite; nothing where one of them has words of its own. */
function turn(statements: readonly Stated[], preferred: boolean): Fixes {
  if (statements.some(({ outcome }) => !outcome.plain)) return [];
  const adds = statements[0]?.outcome.necessary === true;
  return [
    {
      title: `${adds ? 'Insert "not" in' : 'Take out "not" in'} ${listed(statements)}`,
      edits: statements.map(({ outcome: { not, medically } }) =>
        not ? { at: not, text: '' } : { at: { start: medically, end: medically }, text: 'not ' },
      ),
      preferred,
    },
  ];
}

/** Words for a side that are told by another rule. */
function sidesTold(facts: CaseFacts): SourceRange[] {
  const lone = loneSideOf(facts);
  const nodes = [...sideOutliersOf(facts).map(({ odd }) => odd.sideNode), ...(lone ? [lone.node] : [])];
  return nodes.map((node) => rangeOf(node));
}

/** A statement that names one side of the body. */
type Sided = { statement: OutcomeStatement } & NonNullable<ReturnType<typeof sideOf>>;

const statementsOf = (sided: readonly Sided[]): OutcomeStatement[] => sided.map(({ statement }) => statement);

/** The side that is named in one place against the side that is named in the others. */
function compareSides(request: NumberedRequest, facts: CaseFacts): Report | undefined {
  const sided = gather(request.statements, (statement): Sided[] => {
    const named = sideOf(statement);
    return named ? [{ statement, ...named }] : [];
  });
  const left = sided.filter(({ side }) => side === 'left');
  const right = sided.filter(({ side }) => side === 'right');
  const places = gather(sided, (named) => named.places);
  if (
    left.length === 0 ||
    right.length === 0 ||
    sidesTold(facts).some((place) => places.some(({ start, end }) => start < place.end && place.start < end))
  )
    return undefined;
  const alike = left.length === right.length;
  const last = sided[sided.length - 1];
  const odd = (alike ? last?.side === 'left' : left.length < right.length) ? left : right;
  const others = odd === left ? right : left;
  const [marked] = odd;
  const [other] = others;
  const [at] = marked?.places ?? [];
  if (!marked || !other || !at) return undefined;
  const change = (of: readonly Sided[], to: 'left' | 'right', preferred: boolean): Fixes[number] => ({
    title: `Change to "${to}" in ${listed(statementsOf(of))}`,
    edits: gather(of, (named) => named.places).map(({ start, end, printed }) => ({
      at: { start, end },
      text: asPrinted(printed, to),
    })),
    preferred,
  });
  return {
    at,
    severity: 'warning',
    message: `Request ${request.number}: ${saying(statementsOf(odd), 'name')} the ${marked.side} side, but ${saying(statementsOf(others), 'name')} the ${other.side}.`,
    related: gather(others, (named) =>
      named.places.map((place) => ({
        at: place,
        message: `${sentenceCase(names[named.statement.place])}: ${named.side}`,
      })),
    ),
    fixes: [change(odd, other.side, !alike), change(others, marked.side, false)],
  };
}

/** A word in capitals, with a capital or without, as the word that it replaces. */
function asPrinted(printed: string, word: string): string {
  if (printed === printed.toUpperCase()) return word.toUpperCase();
  return printed.charAt(0) === printed.charAt(0).toUpperCase() ? sentenceCase(word) : word;
}

/** How "none", "some (but not all)" and "all" of the requests are named. */
const meaningOf: Readonly<Record<Overall, string>> = {
  UPHOLD: 'none',
  'PARTIAL OVERTURN': 'some (but not all)',
  OVERTURN: 'all',
};

/** The line for the whole letter against the requests, of which each is decided alike in heading and rationale. */
function compareFinal(requests: readonly NumberedRequest[], final: FinalDetermination): Report | undefined {
  const outcomes = requests.flatMap(({ statements }) => {
    const stated = statements.find(({ outcome }) => outcome !== undefined) as Stated | undefined;
    return stated ? [stated.outcome] : [];
  });
  const granted = outcomes.filter(({ necessary }) => necessary).length;
  const due: Overall =
    granted === 0 ? 'UPHOLD' : granted === outcomes.length ? 'OVERTURN' : 'PARTIAL OVERTURN';
  const { word, meaning } = final;
  const wrong = [
    ...(word.says === due ? [] : [{ place: word, text: due as string }]),
    ...(meaning && meaning.says !== due ? [{ place: meaning, text: meaningOf[due] }] : []),
  ];
  const [first] = wrong;
  // One request may be granted in part, which its heading does not tell.
  if (!first || (outcomes.length === 1 && word.says === 'PARTIAL OVERTURN')) return undefined;
  const said = first.place === word ? word.says : `${meaningOf[first.place.says]} of the disputed items`;
  return {
    at: first.place,
    severity: 'warning',
    message: `The Final Determination says "${said}", but ${granted} of the ${outcomes.length} requests ${granted === 1 ? 'is' : 'are'} decided as medically necessary.`,
    related: outcomes.map((outcome, index) => ({
      at: outcome,
      message: `Request ${index + 1}: ${answerOf(outcome.necessary)}`,
    })),
    fixes: [
      {
        title: `Change to ${wrong.map(({ text }) => `"${text}"`).join(' and ')}`,
        edits: wrong.map(({ place, text }) => ({ at: place, text })),
        preferred: true,
      },
    ],
  };
}

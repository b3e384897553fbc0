import { matches } from '../matches.ts';
import type { Block } from '../syntax/index.ts';
import { type CaseFacts, perCase } from './case.ts';
import { type DateFact, dateFactsOf } from './dates.ts';
import { perDating } from './dating.ts';
import { sentencesOf } from './sentences.ts';

/** Surgery, or an injection with what is like one. */
export type OperationKind = 'surgery' | 'injection';

/** The one operation of a kind that a letter tells, with its one full date. */
export interface Operation {
  date: DateFact;
  iso: string;
  /** What the sentences that date it call it: "arthroscopy", "decompression". */
  names: ReadonlySet<string>;
  /** Whether the letter names no other operation of its kind, dated or not. */
  only: boolean;
}

const nouns: Readonly<Record<OperationKind, string>> = {
  surgery:
    "surger(?:y|ies)|operations?|arthroscop(?:y|ies|ic)|fusions?|decompressions?|laminectom(?:y|ies)|discectom(?:y|ies)|fixations?|meniscectom(?:y|ies)|arthroplast(?:y|ies)|replacements?|reconstructions?|debridements?|foraminotom(?:y|ies)|osteotom(?:y|ies)|acromioplast(?:y|ies)|amputations?|orif|(?:cuff|tendon|labral|meniscal|hernia|ligament|nerve) repairs?|(?:tunnel|pulley|finger|quervain'?s) releases?|herniorrhaph(?:y|ies)",
  injection: 'injections?|blocks?|esis?|rhizotom(?:y|ies)|(?:radiofrequency )?ablations?|neurotom(?:y|ies)',
};

/** Names that any operation of the kind goes by. */
const general = /^(?:surger(?:y|ies)|operations?)$/i;

const kinds: readonly OperationKind[] = ['surgery', 'injection'];

/** Words between an operation and a date that make it the date of something else. */
const elseDone =
  /\b(?:and|but|then|for|seen|notes?|visits?|reports?|reported|evaluat\w*|exam\w*|stated|complain\w*|request\w*|schedul\w*|plan\w*|propos\w*|recommend\w*|authoriz\w*|approv\w*|certif\w*|non-certif\w*|denied|denial|appeal\w*|discuss\w*|consider\w*|consult\w*|will|would|should|cancel\w*|postpon\w*|follow-?up|therapy|not|after|before|since)\b/i;

/** Sentences on what is asked for, or on the rule for it, tell of no operation that was done. */
const askedFor =
  /\b(?:sought|request\w*|recommend\w*|plan\w*|propos\w*|consider\w*|authoriz\w*|candidate|asked|requir\w*|guidelines?|criteria|odg|mtus|acoem|should|would|will)\b/i;

const another =
  '(?:second|third|repeat|repeated|another|first|initial|prior|previous|previously|earlier|(?:two|three|four)(?! (?:days?|weeks?|months?|years?)\\b)|multiple|several|series of|revision|staged|both|additional|remote|past|last|latest|most recent|further|new|history of|old|other|opposite|contralateral|either|each|every)';

interface Expressions {
  noun: RegExp;
  /** The operation before its date: "an injection was given on D", "the arthroscopy of D". */
  before: RegExp;
  /** "On D, the patient underwent …". */
  underwent: RegExp;
  /** Words for more than one of them. */
  others: RegExp;
}

const expressions = Object.fromEntries(
  kinds.map((kind): [OperationKind, Expressions] => {
    const noun = nouns[kind];
    return [
      kind,
      {
        noun: new RegExp(`\\b(?:${noun})\\b`, 'gi'),
        before: new RegExp(`\\b(?:${noun})\\b((?: [a-z0-9'/-]+){0,9}?) (?:of|on|dated) $`, 'i'),
        underwent: new RegExp(`^,? (?:[a-z]+ ){1,4}underwent\\b[^.;]{0,90}\\b(?:${noun})\\b`, 'i'),
        others: new RegExp(
          `\\b${another} (?:(?!(?:after|since|from|following)\\b)[a-z0-9'/-]+ ){0,4}(?:${noun})\\b|\\b(?:surgeries|operations|fusions|injections|blocks)\\b|\\b(?:${noun})\\b[^.;]{0,30}\\b(?:in|of|during|from) (?:[a-z]+ )?(?:19|20)\\d{2}\\b`,
          'i',
        ),
      },
    ];
  }),
) as Record<OperationKind, Expressions>;

const operationsOf = perCase((facts) => {
  const known: Partial<Record<OperationKind, Operation>> = {};
  for (const kind of kinds) {
    const operation = readOperation(facts, kind);
    if (operation) known[kind] = operation;
  }
  return known;
});

/**
 * The operation of a kind, where the letter tells of one alone and gives its day: then "fourteen weeks after the
 * surgery" and "the injection of last month" can only mean that one.
 */
export function operationOf(facts: CaseFacts, kind: OperationKind): Operation | undefined {
  return operationsOf(facts)[kind];
}

/** What an operation is called in a text, in small letters and the singular; general names are left out. */
export function operationNames(kind: OperationKind, text: string): string[] {
  return matches(expressions[kind].noun, text)
    .map(([name]) => name)
    .filter((name) => !general.test(name))
    .map(stem);
}

/** "arthroscopic" and "arthroscopies" are an arthroscopy. */
function stem(name: string): string {
  return name
    .toLowerCase()
    .replace(/(?:ies|ic|y)$/, '')
    .replace(/s$/, '');
}

/** The kinds of operation of which the dates of a letter give one day alone. */
const datedKinds = perDating((facts) =>
  kinds.filter((kind) => {
    const days = new Set(dateFactsOf(facts).flatMap((date) => (tellsDay(date, kind) ? [date.iso] : [])));
    return days.size === 1;
  }),
);

function readOperation(facts: CaseFacts, kind: OperationKind): Operation | undefined {
  if (!datedKinds(facts).includes(kind)) return undefined;
  const dated = dateFactsOf(facts).filter((date) => tellsDay(date, kind));
  const [date] = dated;
  if (!date?.iso || dated.some(({ iso }) => iso !== date.iso)) return undefined;
  const own = new Set(dated.map(({ sentence }) => sentence));
  const names = new Set(dated.flatMap(({ sentence }) => operationNames(kind, sentence?.text ?? '')));
  let only = true;
  for (const block of facts.blocks) {
    if (!isTold(block)) continue;
    for (const sentence of sentencesOf(block)) {
      if (askedFor.test(sentence.text)) continue;
      if (expressions[kind].others.test(sentence.text)) return undefined;
      if (!own.has(sentence) && operationNames(kind, sentence.text).some((name) => !names.has(name)))
        only = false;
    }
  }
  return { date, iso: date.iso, names, only };
}

function isTold({ type }: Block): boolean {
  return type === 'prose' || type === 'rationale';
}

/** Whether a date is the day of an operation that was done. */
function tellsDay(date: DateFact, kind: OperationKind): boolean {
  const { node, sentence, iso, block } = date;
  if (!iso || !sentence || !block || !isTold(block) || node.type !== 'date') return false;
  if (date.role !== 'procedure' && date.role !== 'visit') return false;
  const at = node.start - sentence.start;
  const { before, underwent } = expressions[kind];
  const words = before.exec(sentence.text.slice(Math.max(0, at - 140), at));
  if (words) return !elseDone.test(words[1] ?? '') && !askedFor.test(sentence.text);
  return underwent.test(sentence.text.slice(node.end - sentence.start));
}

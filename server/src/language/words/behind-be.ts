import { BASE, FOR_ONE, HELPING, PREPOSITION, setOf, THIRD } from './clause-words.ts';
import { inflect } from './inflection.ts';
import { misformed, sideBySide } from './misformed.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';
import { isBehindRelative, isBetween, isRuled, MODAL, NOT, TAKEN } from './verb-context.ts';

/** Forms of "to be" behind which a participle stands. */
export const BE = setOf('is was are were be been being');

/** "Range of motion is limits by pain", "The pain was denies": behind "to be" stands a participle. */
export function behindBe(tokens: readonly Token[], at: number): WordFinding | undefined {
  if (endsClause(tokens, at)) return undefined;
  const { lower } = tokens[at] as Token;
  const next = tokens[at + 1]?.lower ?? '';
  if (FINITE.has(lower) && FINITE.has(next)) {
    return next === lower || isBehindRelative(tokens, at) ? undefined : twice(tokens, at);
  }
  let verb = at + 1;
  while (isBetween(tokens[verb])) verb++;
  const token = tokens[verb];
  if (token === undefined || token.text !== token.lower || HELPING.has(token.lower)) return undefined;
  // "is visits", "were notes by": a verb that is a noun as well
  const by = tokens[verb + 1]?.lower === 'by';
  // "all he can do is rest", "the plan is continue": a bare verb stands behind "is" alone
  const denied = NOT.has(tokens[at + 1]?.lower ?? '');
  const given = denied || GIVEN.has(token.lower) || BEEN.has(lower);
  const bare = (BASE.has(token.lower) || GIVEN.has(token.lower)) && given;
  const lone = isLoneVerb(tokens, at, verb);
  const surely = by
    ? THIRD.has(token.lower) && lower !== 'are' && lower !== 'were'
    : FOR_ONE.has(token.lower) || ((bare || lone) && !namesDeed(tokens, at));
  if (!surely || tokens[verb + 1]?.text === '-') return undefined;
  const form = GOING_ON.has(token.lower) && !by ? 'ing' : 'participle';
  const right = inflect(token.lower, form);
  return right === token.lower ? undefined : misformed(token, right, TAKEN);
}

/** Verbs that are nouns as well, which stand behind "be" without an article as verbs only. */
const OF_BE = setOf(
  'consult request document report note limit start stop release repeat review schedule list file',
);
const PASSIVE = setOf('was were');
const BEHIND_PASSIVE = setOf('. , ; before after by if when until twice once');

/** "Therapy was attend twice", "should be consult before": a bare verb behind which no object stands. */
function isLoneVerb(tokens: readonly Token[], be: number, verb: number): boolean {
  const { lower } = tokens[be] as Token;
  const next = tokens[verb + 1]?.lower ?? '.';
  if (!BEHIND_PASSIVE.has(next) && !PREPOSITION.has(next)) return false;
  const word = (tokens[verb] as Token).lower;
  if (PASSIVE.has(lower)) return BASE.has(word) && isRuled(tokens, be);
  const modal = MODAL.has(tokens[be - 1]?.lower ?? '') && verb === be + 1;
  return lower === 'be' && modal && OF_BE.has(word) && next !== ',' && next !== '.';
}

/** Verbs that have no passive: "he was noted to be ambulate". */
const GOING_ON = setOf(
  'ambulate participate respond improve progress recover continue suffer worsen remain undergo',
);
/** Bare verbs whose participle is another word, and that are no nouns: "since the drug was begin". */
const GIVEN = setOf('begin give write see forbid withdraw undergo choose');
const BEEN = setOf('be been being');
/** What a bare verb may say: "the next step would be continue with the drug". */
const DEED = setOf(
  'step goal plan aim recommendation option thing alternative approach advice order instruction requirement do did',
);
const NEAR = 6;

function namesDeed(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - NEAR), at).some(({ lower }) => DEED.has(lower));
}

const FINITE = setOf('is was are were');

/** "A program is was reviewed": two forms of "to be", of which one is left over. */
function twice(tokens: readonly Token[], at: number): WordFinding {
  const first = tokens[at] as Token;
  const second = tokens[at + 1] as Token;
  const either = [second.text, first.text];
  return sideBySide(first, second, 'one of the two is left over', either, 'two forms of one verb');
}

const STANDING_IN = setOf('it there he she they this that which who');

/** Whether a clause may end with a form of "to be": "such evidence as there is comes from", "what the need is remains open". */
function endsClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before !== undefined && STANDING_IN.has(before.lower) && !before.opens) return true;
  for (let back = at - 1; back >= 0; back--) {
    const { lower, opens } = tokens[back] as Token;
    if (lower === 'what' || lower === 'whatever' || lower === 'how') return true;
    if (opens) return false;
  }
  return false;
}

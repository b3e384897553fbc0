import type { Token } from './tokens.ts';
import { namedWord, type Word } from './word.ts';

/**
 * Token patterns: how the phrase tables say what they look for. Parts are separated by spaces:
 *
 * - `word`, `one|two|three`: one of these words, case ignored; marks such as `,` `-` `/` stand for themselves;
 * - `@name`: a word of the named class; `#`: a number; `*`: any word; `*ing`, `un*`: a word with that ending or
 *   beginning (a class, an ending and words may be mixed with `|`);
 * - `part?`: may be missing; `~3`: up to three words or numbers in between, none of which begins a
 *   clause;
 * - `!part`: something else stands here, or nothing (looks without taking it);
 * - `^`: start of a sentence; `$`: end of one; `[` and `]` at a part's edge: the range that is replaced.
 */
export interface Pattern {
  readonly parts: readonly Part[];
  /** Words by which the pattern is found; every match holds one of them. */
  readonly anchors: readonly string[];
  /** Number of the part that names them. */
  readonly anchor: number;
  /** Fewest tokens before the anchor at which the match starts. */
  readonly leastOffset: number;
  /** Most tokens before the anchor at which the match starts. */
  readonly mostOffset: number;
  /** Parts that must accept the tokens right before and after the anchor, where the pattern has such. */
  readonly before: Part | undefined;
  readonly after: Part | undefined;
  /** Whether the anchor begins a sentence. */
  readonly opens: boolean;
}

/** One part of a pattern; every part has all fields, which keeps the matching fast. */
interface Part {
  readonly type: 'test' | 'not' | 'gap' | 'start' | 'end';
  /** Words that the part names itself. */
  readonly words: readonly string[];
  /** The one word that the part takes, where it names just one. */
  readonly only: Word | undefined;
  /** Words that it takes where it names more: a bit for the number of each. */
  readonly named: Uint32Array | undefined;
  /** Members of the classes that it names. */
  readonly members: readonly (readonly string[])[];
  readonly endings: readonly string[];
  readonly beginnings: readonly string[];
  readonly number: boolean;
  readonly any: boolean;
  readonly optional: boolean;
  /** For a gap: the most tokens it may take. */
  readonly most: number;
  readonly opensRange: boolean;
  readonly closesRange: boolean;
}

/** A match: token indexes of the range to replace (`from` to `to`, exclusive). */
export interface PatternMatch {
  readonly from: number;
  readonly to: number;
}

export type WordClasses = Readonly<Record<string, readonly string[]>>;

/** Word sets by the classes and words that they are made of; patterns share many. */
const sets = new WeakMap<WordClasses, Map<string, Uint32Array>>();

/** A bit for each word of a part, by the number of the word. */
function setOf(
  words: readonly string[],
  members: readonly (readonly string[])[],
  classes: WordClasses,
  choices: string,
): Uint32Array {
  let known = sets.get(classes);
  if (known === undefined) {
    known = new Map();
    sets.set(classes, known);
  }
  let set = known.get(choices);
  if (set === undefined) {
    const numbers = [words, ...members].flat().map((word) => namedWord(word).named);
    set = new Uint32Array((Math.max(...numbers) >> 5) + 1);
    for (const number of numbers) set[number >> 5] = (set[number >> 5] ?? 0) | (1 << (number & 31));
    known.set(choices, set);
  }
  return set;
}

/** What a word costs as an anchor: the more often letters say it, the more places would have to be tried. */
const VERY_FREQUENT_COST = 400;
const FREQUENT_COST = 40;
const VERY_FREQUENT: ReadonlySet<string> = new Set(
  '. , - ( ) / : ; the of and for to on a is was in not with as or that an be no at are has'.split(' '),
);
const FREQUENT: ReadonlySet<string> = new Set(
  'pain treatment physical based decision therapy guidelines request medical patient right left there spine back chronic section worker necessary lumbar medically injured shoulder cervical mri complaints neck evidence documentation sessions upper low this disability weeks odg official recommended injury studies included visits had review any examination imaging acupuncture claims administrator were requested wrist lack over have findings also use motion by range objective tenderness week surgical medications muscle from per times functional who however year special prior indicated bilateral their acoem original patients symptoms medication documented work without clinical hand may exercise surgery its care reported been it he she his her did does do guidelines request therapy had who one two date knee test there reviewer maximus california home nerve strength improvement program conservative provider practice opioid opioids industrial would'.split(
    ' ',
  ),
);

/**
 * Compiles a pattern.
 *
 * @throws SyntaxError when the pattern marks no range, names an unknown class or has no word to be found by.
 */
export function compilePattern(source: string, classes: WordClasses): Pattern {
  const parts = source.split(' ').map((part) => compilePart(part, source, classes));
  if (!parts.some((part) => part.opensRange) || !parts.some((part) => part.closesRange)) {
    throw new SyntaxError(`pattern marks no range: ${source}`);
  }
  return { parts, ...chooseAnchor(parts, source) };
}

/**
 * The words by which a pattern is found, where the number of the part that names them is known. Reads nothing else of
 * the pattern: thousands are opened when a letter is first checked, and few of them are ever looked for.
 *
 * @throws SyntaxError when the part names an unknown class.
 */
export function anchorsAt(source: string, part: number, classes: WordClasses): readonly string[] {
  const written = source.split(' ')[part] ?? '';
  const choices = written.replace(/^\[(?=.)|(?<=.)\]$/g, '').split('|');
  if (choices.length === 1 && !written.includes('@')) return choices.map((choice) => choice.toLowerCase());
  return [...new Set(choices.flatMap((choice) => namedBy(choice, classes, source)))];
}

/** The words that a choice between words and classes names. */
function namedBy(choice: string, classes: WordClasses, pattern: string): readonly string[] {
  if (!choice.startsWith('@')) return [choice.toLowerCase()];
  const named = classes[choice.slice(1)];
  if (named === undefined) throw new SyntaxError(`unknown class ${choice} in pattern: ${pattern}`);
  return named;
}

function compilePart(source: string, pattern: string, classes: WordClasses): Part {
  let rest = source;
  const opensRange = rest.length > 1 && rest.startsWith('[');
  if (opensRange) rest = rest.slice(1);
  const closesRange = rest.length > 1 && rest.endsWith(']');
  if (closesRange) rest = rest.slice(0, -1);
  const negated = rest.length > 1 && rest.startsWith('!');
  if (negated) rest = rest.slice(1);
  const optional = rest.length > 1 && rest.endsWith('?');
  if (optional) rest = rest.slice(0, -1);
  if (rest === '^' || rest === '$' || /^~\d$/.test(rest)) {
    return {
      type: rest === '^' ? 'start' : rest === '$' ? 'end' : 'gap',
      words: [],
      only: undefined,
      named: undefined,
      members: [],
      endings: [],
      beginnings: [],
      number: false,
      any: false,
      optional,
      most: rest.startsWith('~') ? Number(rest.slice(1)) : 0,
      opensRange,
      closesRange,
    };
  }

  const words: string[] = [];
  const members: (readonly string[])[] = [];
  const endings: string[] = [];
  const beginnings: string[] = [];
  let number = false;
  let any = false;
  for (const choice of rest.split('|')) {
    if (choice === '#') number = true;
    else if (choice === '*') any = true;
    else if (choice.startsWith('@')) members.push(namedBy(choice, classes, pattern));
    else if (choice.length > 1 && choice.startsWith('*')) endings.push(choice.slice(1));
    else if (choice.length > 1 && choice.endsWith('*')) beginnings.push(choice.slice(0, -1));
    else words.push(choice.toLowerCase());
  }
  const single = words.length === 1 && members.length === 0;
  const several = !single && words.length + members.length > 0;
  return {
    type: negated ? 'not' : 'test',
    words,
    only: single ? namedWord(words[0] as string) : undefined,
    named: several ? setOf(words, members, classes, rest) : undefined,
    members,
    endings,
    beginnings,
    number,
    any,
    optional,
    most: 0,
    opensRange,
    closesRange,
  };
}

/** Picks the part with the fewest and rarest words, and where it may stand. */
function chooseAnchor(parts: readonly Part[], source: string): Omit<Pattern, 'parts'> {
  let leastOffset = 0;
  let mostOffset = 0;
  let best: (Omit<Pattern, 'parts'> & { cost: number }) | undefined;
  for (const [index, part] of parts.entries()) {
    if (part.type === 'start' || part.type === 'end' || part.type === 'not') continue;
    if (part.type === 'gap') {
      mostOffset += part.most;
      continue;
    }
    const words = anchorWords(part);
    const listed = words.length > 0 && part.endings.length === 0 && part.beginnings.length === 0;
    if (listed && !part.number && !part.any && !part.optional) {
      // every place in which the anchor may stand is tried
      const cost = (mostOffset - leastOffset + 1) * anchorCost(words);
      if (best === undefined || cost < best.cost) {
        const before = mandatory(parts[index - 1]);
        const after = mandatory(parts[index + 1]);
        const opens = parts[index - 1]?.type === 'start';
        best = { anchors: words, anchor: index, leastOffset, mostOffset, before, after, opens, cost };
      }
    }
    if (!part.optional) leastOffset++;
    mostOffset++;
  }
  if (best === undefined) throw new SyntaxError(`pattern has no word to be found by: ${source}`);
  const { cost: _, ...chosen } = best;
  return chosen;
}

/** A part that takes exactly one token. */
function mandatory(part: Part | undefined): Part | undefined {
  return part?.type === 'test' && !part.optional ? part : undefined;
}

/** Whether the tokens beside an anchor are what the pattern wants there; most places are turned down by them. */
export function fitsAround({ before, after, opens }: Pattern, tokens: readonly Token[], at: number): boolean {
  if (opens && tokens[at]?.opens !== true) return false;
  if (after !== undefined) {
    const token = tokens[at + 1];
    if (token === undefined || !accepts(after, token)) return false;
  }
  if (before === undefined) return true;
  const token = tokens[at - 1];
  return token !== undefined && accepts(before, token);
}

function anchorWords(part: Part): string[] {
  return [...new Set([part.words, ...part.members].flat())];
}

function anchorCost(words: readonly string[]): number {
  let cost = 0;
  for (const word of words) {
    if (VERY_FREQUENT.has(word)) cost += VERY_FREQUENT_COST;
    else cost += FREQUENT.has(word) ? FREQUENT_COST : 1;
  }
  return cost;
}

/** Matches a pattern whose first token is `tokens[at]`. */
export function matchPattern(
  pattern: Pattern,
  tokens: readonly Token[],
  at: number,
): PatternMatch | undefined {
  if (at < 0) return undefined;
  return matchFrom(pattern.parts, 0, tokens, at, -1, -1);
}

function matchFrom(
  parts: readonly Part[],
  index: number,
  tokens: readonly Token[],
  at: number,
  from: number,
  to: number,
): PatternMatch | undefined {
  const part = parts[index];
  if (part === undefined) return from >= 0 && to > from ? { from, to } : undefined;
  const start = part.opensRange ? at : from;
  if (part.type === 'gap') {
    for (let taken = 0; taken <= part.most; taken++) {
      if (taken > 0 && !isInner(tokens[at + taken - 1])) return undefined;
      const next = at + taken;
      const match = matchFrom(parts, index + 1, tokens, next, start, part.closesRange ? next : to);
      if (match !== undefined) return match;
    }
    return undefined;
  }
  const token = tokens[at];
  if (part.type === 'start') {
    return token?.opens === true ? matchFrom(parts, index + 1, tokens, at, start, to) : undefined;
  }
  if (part.type === 'end') {
    return isSentenceEnd(token) ? matchFrom(parts, index + 1, tokens, at, start, to) : undefined;
  }
  if (part.type === 'not') {
    const hit = token !== undefined && accepts(part, token);
    return hit ? undefined : matchFrom(parts, index + 1, tokens, at, start, part.closesRange ? at : to);
  }
  if (token !== undefined && accepts(part, token)) {
    const match = matchFrom(parts, index + 1, tokens, at + 1, start, part.closesRange ? at + 1 : to);
    if (match !== undefined) return match;
  }
  return part.optional
    ? matchFrom(parts, index + 1, tokens, at, start, part.closesRange ? at : to)
    : undefined;
}

function accepts(part: Part, token: Token): boolean {
  const { word } = token;
  if (word.named !== 0 && (word === part.only || isNamed(part.named, word.named))) return true;
  if (token.type === 'number') return part.number;
  if (token.type !== 'word') return false;
  if (part.any) return true;
  for (const ending of part.endings) {
    if (token.lower.length > ending.length + 1 && token.lower.endsWith(ending)) return true;
  }
  for (const beginning of part.beginnings) {
    if (token.lower.length > beginning.length && token.lower.startsWith(beginning)) return true;
  }
  return false;
}

function isNamed(set: Uint32Array | undefined, number: number): boolean {
  const at = number >> 5;
  return set !== undefined && at < set.length && (((set[at] as number) >>> (number & 31)) & 1) === 1;
}

/** Words that begin another phrase or clause; a gap does not reach over them. */
const GAP_STOPS: ReadonlySet<string> = new Set(
  'the that which who because when if while although but'.split(' '),
);

function isInner(token: Token | undefined): boolean {
  return token !== undefined && token.type !== 'mark' && !GAP_STOPS.has(token.lower);
}

function isSentenceEnd(token: Token | undefined): boolean {
  return (
    token === undefined ||
    token.text === '.' ||
    token.text === '?' ||
    token.text === '!' ||
    token.text === ';'
  );
}

import source from './data/set-phrases.json' with { type: 'json' };
import { weightedDistance } from './edit-distance.ts';
import { remember } from './memo.ts';
import { isNear, isOneWord } from './similar-words.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';
import { namedWord, type Word } from './word.ts';

/**
 * Set phrases of the field ("range of motion", "visual analog scale") and what all but says them: where every word of
 * a phrase stands in its place but one, and that one is near the right one ("visual analog scare"), it is a slip.
 * So no slip has to be known beforehand, only the phrases.
 *
 * A phrase in the data is its words with a space between them, hyphens left out:
 *
 * - `care|therapy`: either is right here;
 * - `=spine`: must stand as it is written, and is never taken for a slip;
 * - `+of`: is missed where the words beside it stand without it;
 * - `motion!emotion`: is right too, but is never proposed;
 * - `controlled~control`: is a slip although it is a form of the word.
 */
export interface SetPhrase {
  readonly parts: readonly Part[];
  /** The parts by which it is found: the first, and the second where the first may be the slip. */
  readonly anchors: readonly [number, number];
}

export interface Part {
  /** The right words; the nearest is proposed. */
  readonly words: readonly Word[];
  readonly text: readonly string[];
  /** Words that are right here but near the others. */
  readonly also: readonly string[];
  readonly slips: readonly string[];
  readonly fixed: boolean;
  /** Whether it is told where the phrase lacks it. */
  readonly needed: boolean;
  /** Which of its words another was written for, the nearest first. */
  meantBy(typed: string): readonly string[];
}

/** How often letters say a word decides whether a phrase is looked for by it. */
const FREQUENT: ReadonlySet<string> = new Set(
  'a an and as at by for from in is it no not of on or out that the there to was with pain back low left right patient worker therapy treatment physical medical lumbar spine request'.split(
    ' ',
  ),
);
/**
 * Reads a phrase.
 *
 * @throws SyntaxError when it has fewer than two words, or no two by which it could be found.
 */
export function readSetPhrase(written: string): SetPhrase {
  const parts = written.split(' ').map(readPart);
  if (parts.length < 2) throw new SyntaxError(`a set phrase has two words at least: ${written}`);
  const ranked = parts
    .map((part, at) => ({ at, cost: costOf(part) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ at }) => at);
  const [first = 0, second = 0] = ranked;
  return { parts, anchors: [first, second] };
}

function costOf({ text, also }: Part): number {
  return text.reduce((cost, word) => cost + (FREQUENT.has(word) ? 100 : 1), also.length);
}

function readPart(written: string): Part {
  const fixed = written.startsWith('=');
  const needed = written.startsWith('+');
  const [names = '', ...marked] = (fixed || needed ? written.slice(1) : written).split(/(?=[!~])/);
  const text = names.split('|');
  const after = (mark: string) => marked.filter((word) => word.startsWith(mark)).map((word) => word.slice(1));
  const part = { words: text.map(namedWord), text, also: after('!'), slips: after('~'), fixed, needed };
  // the same few words stand beside a phrase's words again and again
  return { ...part, meantBy: remember((typed) => meantBy(typed, part)) };
}

/** Edits beyond which suggestions are not put in order. */
const FARTHEST = 12;

function meantBy(typed: string, part: Omit<Part, 'meantBy'>): readonly string[] {
  if (part.fixed || part.also.includes(typed)) return [];
  const distance = (word: string) => weightedDistance(typed, word, FARTHEST);
  return part.text.filter((word) => isSlip(typed, word, part)).sort((a, b) => distance(a) - distance(b));
}

/** The phrases of the field by the number of the word by which they are found. */
const byWord: (Anchored | undefined)[] = [];

/** The phrases that are found by one word. */
interface Anchored {
  /** Phrases of two words, by the side on which the other one stands. */
  readonly before: Pairs;
  readonly after: Pairs;
  /** Longer phrases. */
  readonly others: Anchor[];
}

interface Anchor {
  readonly phrase: SetPhrase;
  /** Its part that the word is. */
  readonly part: number;
  /** The part that must be the slip; undefined where any other may be. */
  readonly slip: number | undefined;
}

/** Phrases of two words of which one is found: a frequent word ("pain") belongs to many, and few words are near the other. */
class Pairs {
  readonly #anchors: Anchor[] = [];

  /** The phrases whose other word may have been meant by one that was typed. */
  readonly meantBy = remember((typed): readonly Anchor[] =>
    this.#anchors.filter(({ phrase, part }) => (phrase.parts[1 - part] as Part).meantBy(typed).length > 0),
  );

  add(anchor: Anchor): void {
    this.#anchors.push(anchor);
  }

  get size(): number {
    return this.#anchors.length;
  }
}

/** The phrases of the field as they are written in the data. */
export const setPhrases: readonly string[] = Object.values(source.phrases).flat();

for (const written of setPhrases) {
  const phrase = readSetPhrase(written);
  const [first, second] = phrase.anchors;
  enter({ phrase, part: first, slip: undefined });
  if (!(phrase.parts[first] as Part).fixed) enter({ phrase, part: second, slip: first });
}

function enter(anchor: Anchor): void {
  const { parts } = anchor.phrase;
  for (const { named } of (parts[anchor.part] as Part).words) {
    byWord[named] ??= { before: new Pairs(), after: new Pairs(), others: [] };
    const { before, after, others } = byWord[named];
    if (parts.length > 2) others.push(anchor);
    else (anchor.part === 0 ? after : before).add(anchor);
  }
}

/**
 * Finds the phrases that all but stand in a text.
 *
 * @param tokens those of the text
 * @param unknown indexes of tokens that are no words; what is found there is a misspelling
 */
export function checkSetPhrases(tokens: readonly Token[], unknown: readonly number[]): WordFinding[] {
  const findings: WordFinding[] = [];
  const tell = (anchor: Anchor, at: number): void => {
    const miss = missOf(anchor, tokens, at);
    const finding = miss === undefined ? undefined : judge(anchor.phrase, miss, tokens, unknown);
    // a place may be near two phrases, one of them a part of the other
    const known = finding === undefined || findings.some(({ start }) => start === finding.start);
    if (!known) findings.push(finding);
  };
  for (let at = 0; at < tokens.length; at++) {
    const anchored = byWord[(tokens[at] as Token).word.named];
    if (anchored === undefined) continue;
    for (const anchor of anchored.others) tell(anchor, at);
    for (const anchor of besideOf(anchored.before, tokens[neighbour(tokens, at, -1)])) tell(anchor, at);
    for (const anchor of besideOf(anchored.after, tokens[neighbour(tokens, at, 1)])) tell(anchor, at);
  }
  return findings;
}

const none: readonly Anchor[] = [];

function besideOf(pairs: Pairs, token: Token | undefined): readonly Anchor[] {
  return pairs.size === 0 || token === undefined ? none : pairs.meantBy(token.lower);
}

/** Place of the next word on one side; a hyphen between them is passed over. */
function neighbour(tokens: readonly Token[], at: number, step: 1 | -1): number {
  return tokens[at + step]?.text === '-' ? at + 2 * step : at + step;
}

/** The one place where a text leaves a phrase. */
interface Miss {
  readonly part: number;
  /** The token that stands there; the one behind the gap where a word is lost. */
  readonly token: number;
  readonly lost: boolean;
}

/** The one miss of a phrase around its anchor; undefined where there is none, or more than one. */
function missOf(anchor: Anchor, tokens: readonly Token[], at: number): Miss | undefined {
  const { phrase, part, slip } = anchor;
  const after = walk(phrase, part, tokens, at, 1);
  if (after === 'other') return undefined;
  const before = walk(phrase, part, tokens, at, -1);
  if (before === 'other' || (before !== undefined && after !== undefined)) return undefined;
  const miss = before ?? after;
  return slip === undefined || miss?.part === slip ? miss : undefined;
}

/** Follows a phrase from its anchor to one side: its one miss, undefined where all stands there, else `other`. */
function walk(
  { parts }: SetPhrase,
  from: number,
  tokens: readonly Token[],
  at: number,
  step: 1 | -1,
): Miss | 'other' | undefined {
  let miss: Miss | undefined;
  let place = at;
  for (let index = from + step; index >= 0 && index < parts.length; index += step) {
    const part = parts[index] as Part;
    const next = neighbour(tokens, place, step);
    const token = tokens[next];
    if (token !== undefined && part.words.includes(token.word)) {
      place = next;
      continue;
    }
    if (miss !== undefined || token === undefined || part.fixed) return 'other';
    const beyond = parts[index + step];
    const lost = part.needed && beyond?.words.includes(token.word) === true;
    if (!lost && token.type !== 'word') return 'other';
    miss = { part: index, token: lost && step === -1 ? place : next, lost };
    if (!lost) place = next;
  }
  return miss;
}

function judge(
  { parts }: SetPhrase,
  miss: Miss,
  tokens: readonly Token[],
  unknown: readonly number[],
): WordFinding | undefined {
  const part = parts[miss.part] as Part;
  const token = tokens[miss.token] as Token;
  const found = token.text;
  const evidence = `set phrase: ${parts.map(({ text }) => text[0]).join(' ')}`;
  if (miss.lost) {
    const meant = `${part.text[0]} ${found}`;
    return {
      start: token.start,
      end: token.end,
      kind: 'grammar',
      severity: 'warning',
      message: `“${part.text[0]}” seems to be missing before “${found}”.`,
      suggestions: [meant],
      preferred: true,
      evidence,
    };
  }
  const meant = part.meantBy(token.lower);
  if (meant.length === 0 || isNameOrShort(token, tokens[miss.token - 1])) return undefined;
  const suggestions = meant.map((word) => inCaseOf(found, word));
  return {
    start: token.start,
    end: token.end,
    kind: unknown.includes(miss.token) ? 'typo' : 'word-slip',
    severity: 'warning',
    message: `“${found}” should probably read “${suggestions[0]}”.`,
    suggestions,
    preferred: meant.length === 1,
    evidence,
  };
}

/**
 * Whether a word may have been written for one of a part's. A form of a right word ("raised" for "raise") is none:
 * which form is meant is a question of grammar.
 */
function isSlip(typed: string, wanted: string, { text, slips }: Pick<Part, 'text' | 'slips'>): boolean {
  if (slips.includes(typed)) return true;
  return isNear(typed, wanted) && !text.some((word) => isOneWord(typed, word));
}

/** Whether a word may be a name or a short form: its capital has no other reason. */
function isNameOrShort(token: Token, before: Token | undefined): boolean {
  if (token.text === token.lower || token.opens) return false;
  const title = before !== undefined && before.text !== before.lower;
  return !title || token.text.length < 4;
}

function inCaseOf(written: string, word: string): string {
  if (written === written.toLowerCase()) return word;
  if (written.length > 1 && written === written.toUpperCase()) return word.toUpperCase();
  return word.charAt(0).toUpperCase() + word.slice(1);
}

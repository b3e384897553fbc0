import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

/** Words that may stand twice in good English ("had had", "that that", "gave her her medication"). */
const MAY_REPEAT: ReadonlySet<string> = new Set(
  'had that her so very much many bye do no ha her his'.split(' '),
);
const LONGEST_PHRASE = 7;
const LEAST_LIST_ITEM_WORDS = 2;
const LONGEST_LIST_ITEM = 12;
const LEAST_LIST_ITEM_LETTERS = 8;
const HAS_DIGIT = /\d/;
/** First words of phrases that rightly repeat after a relative clause ("one that is not recommended is not ..."). */
const VERBS: ReadonlySet<string> = new Set('is are was were has have does do can may will should'.split(' '));

/** Finds words and phrases that stand twice in a row, and items that stand twice in one list. */
export function checkDoubled(tokens: readonly Token[]): WordFinding[] {
  const findings: WordFinding[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const length = repeatedLength(tokens, i);
    if (length > 0) {
      findings.push(toFinding(tokens, i, length));
      i += 2 * length - 1;
    }
  }
  checkLists(tokens, findings);
  return findings;
}

/** Length of the shortest phrase at `at` that is repeated at once; 0 when there is none. */
function repeatedLength(tokens: readonly Token[], at: number): number {
  const first = tokens[at] as Token;
  if (first.type !== 'word') return 0;
  for (let length = 1; length <= LONGEST_PHRASE && at + 2 * length <= tokens.length; length++) {
    if (tokens[at + length]?.lower === first.lower && isRepeated(tokens, at, length)) return length;
    if (tokens[at + length - 1]?.type !== 'word') return 0;
  }
  return 0;
}

function isRepeated(tokens: readonly Token[], at: number, length: number): boolean {
  let letters = 0;
  for (let k = 0; k < length; k++) {
    const one = tokens[at + k] as Token;
    const two = tokens[at + length + k] as Token;
    if (one.lower !== two.lower || one.type !== 'word') return false;
    if (two.glued || (k > 0 && one.glued)) return false;
    // "Pain pain": a title running into its text
    if (one.text !== two.text && !one.opens) return false;
    if (HAS_DIGIT.test(one.text)) return false;
    letters += one.text.length;
  }
  const first = tokens[at] as Token;
  if (length === 1) {
    // a hyphen or slash at either side: "side-to side", "and/or or"
    const joined = first.glued || tokens[at + 2]?.glued === true;
    const mark = tokens[at + 2]?.text;
    const joinedAfter = joined && (mark === '-' || mark === '/' || mark === "'");
    return letters > 1 && !MAY_REPEAT.has(first.lower) && !joinedAfter && !first.glued;
  }
  return letters > 4 && !VERBS.has(first.lower);
}

function toFinding(tokens: readonly Token[], at: number, length: number): WordFinding {
  const start = (tokens[at + length - 1] as Token).end;
  const end = (tokens[at + 2 * length - 1] as Token).end;
  const phrase = tokens
    .slice(at, at + length)
    .map((token) => token.text)
    .join(' ');
  return {
    start,
    end,
    kind: 'doubled-word',
    severity: 'warning',
    message: `“${phrase}” stands twice.`,
    suggestions: [''],
    preferred: true,
    evidence: 'the same words twice in a row',
  };
}

/** Finds equal items of one list; only lists of one sentence are compared. */
function checkLists(tokens: readonly Token[], findings: WordFinding[]): void {
  let items: ListItem[] = [];
  let start = 0;
  let semicolons = false;
  for (let i = 0; i <= tokens.length; i++) {
    const text = tokens[i]?.text ?? '.';
    const endsSentence = text === '.' || text === ':' || text === '?' || text === '(' || text === ')';
    if (!endsSentence && text !== ',' && text !== ';' && text !== 'and') continue;
    if (text === ';') semicolons = true;
    if (i - start >= LEAST_LIST_ITEM_WORDS) items.push({ separator: start - 1, from: start, to: i });
    start = i + 1;
    if (!endsSentence) continue;
    if (items.length > 1) compareItems(tokens, items, semicolons, findings);
    items = [];
    semicolons = false;
  }
}

interface ListItem {
  /** Index of the mark before the item. */
  readonly separator: number;
  readonly from: number;
  readonly to: number;
}

function compareItems(
  tokens: readonly Token[],
  items: readonly ListItem[],
  semicolons: boolean,
  findings: WordFinding[],
): void {
  for (const [index, item] of items.entries()) {
    const earlier = items.slice(0, index).find((other) => isSameItem(tokens, other, item));
    if (earlier === undefined) continue;
    const words = tokens.slice(item.from, item.to);
    const last = words.at(-1) as Token;
    const text = words.map((token) => token.text).join(' ');
    // a longer list may name a part twice with other details; side by side or between semicolons it is a slip
    const whole = earlier.to - earlier.from === words.length;
    if (earlier.to !== item.separator && !(whole && semicolons && words.length > 2)) continue;
    findings.push({
      start: (tokens[item.separator] ?? last).start,
      end: last.end,
      kind: 'doubled-word',
      severity: 'warning',
      message: `“${text}” stands twice in this list.`,
      suggestions: [''],
      preferred: false,
      evidence: 'the same item twice in a list',
    });
  }
}

/** Whether item `one` says the same as `two`; before the first item of a list its sentence may have begun. */
function isSameItem(tokens: readonly Token[], one: ListItem, two: ListItem): boolean {
  const length = two.to - two.from;
  const lead = one.to - one.from - length;
  if (lead < 0 || (lead > 0 && tokens[one.from]?.opens !== true) || length > LONGEST_LIST_ITEM) return false;
  let letters = 0;
  for (let k = 0; k < length; k++) {
    const token = tokens[two.from + k] as Token;
    if (
      token.lower !== tokens[one.from + lead + k]?.lower ||
      token.type === 'number' ||
      HAS_DIGIT.test(token.text)
    ) {
      return false;
    }
    letters += token.text.length;
  }
  return letters >= LEAST_LIST_ITEM_LETTERS;
}

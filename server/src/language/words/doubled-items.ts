import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

const LEAST_LIST_ITEM_WORDS = 2;
const LONGEST_LIST_ITEM = 12;
const LEAST_LIST_ITEM_LETTERS = 8;
const HAS_DIGIT = /\d/;

/** Finds items that stand twice in one list. */
export function checkDoubledItems(tokens: readonly Token[]): WordFinding[] {
  const findings: WordFinding[] = [];
  checkLists(tokens, findings);
  checkLastItems(tokens, findings);
  return findings;
}

/** Whether an item is all that stands between two semicolons: "knee pain, adult" says more than "knee pain". */
function isMember(tokens: readonly Token[], { separator, to }: ListItem): boolean {
  return tokens[separator]?.text !== ',' && tokens[to]?.text !== ',';
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
    const whole =
      earlier.to - earlier.from === words.length && isMember(tokens, earlier) && isMember(tokens, item);
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

const LONGEST_INNER_ITEM = 4;
const LEAST_LAST_ITEM_LETTERS = 5;
/** Words that open no list item: what stands before them is no item of the same list. */
const CLAUSE_WORDS: ReadonlySet<string> = new Set(
  'but which who whom whose that while because when where if although though since so then than is are was were be been has have had do does did may can will should would could must not no he she it they'.split(
    ' ',
  ),
);
/** Words that a list may follow. */
const LIST_OPENERS: ReadonlySet<string> = new Set(
  'of as with for by in to from on including includes included has had have having reports reported denies denied without causing or both any no following such showed shows revealed reveals'.split(
    ' ',
  ),
);
/** Words that may rightly return in one list: grades, verdicts, and what is done or happens more than once. */
const MAY_RETURN: ReadonlySet<string> = new Set(
  'positive negative normal abnormal right intact absent present equal trace mild moderate severe minimal slight daily weekly monthly nightly better worse stable unchanged other others again therapy surgery surgeries treatment treatments care rest injection injections medication medications exercise exercises acupuncture massage imaging testing rehabilitation splinting bracing immobilization observation improvement relapse remission recovery decline activity wakefulness first second third upper lower medial lateral anterior posterior superior inferior proximal distal above below respectively evaluation visit visits follow-up discussion flexion extension'.split(
    ' ',
  ),
);

/** Finds a last item that the list names before: "nausea, vertigo, and nausea", "walking or standing or walking". */
function checkLastItems(tokens: readonly Token[], findings: WordFinding[]): void {
  for (let i = 2; i < tokens.length; i++) {
    const { lower } = tokens[i] as Token;
    if (lower !== 'and' && lower !== 'or') continue;
    const length = lastItemLength(tokens, i + 1);
    if (length === 0) continue;
    const finding = repeatedLastItem(tokens, i, length);
    if (finding !== undefined) findings.push(finding);
  }
}

/** Number of words of the item at `from` when a mark closes it and it may stand but once in a list; else 0. */
function lastItemLength(tokens: readonly Token[], from: number): number {
  let letters = 0;
  for (let length = 0; length <= LONGEST_INNER_ITEM; length++) {
    const token = tokens[from + length];
    if (token === undefined || token.type === 'mark') {
      const closed = token === undefined || '.,;?!'.includes(token.text);
      const least = length === 1 ? LEAST_LAST_ITEM_LETTERS : LEAST_LIST_ITEM_LETTERS;
      return closed && letters >= least ? length : 0;
    }
    if (token.type !== 'word' || token.text !== token.lower || HAS_DIGIT.test(token.text)) return 0;
    if (token.glued || CLAUSE_WORDS.has(token.lower) || MAY_RETURN.has(token.lower)) return 0;
    if (token.lower === 'and' || token.lower === 'or' || token.lower.endsWith('ed')) return 0;
    letters += token.text.length;
  }
  return 0;
}

/** Looks for the item behind the conjunction at `at` among those before; all must be set apart in one way. */
function repeatedLastItem(tokens: readonly Token[], at: number, length: number): WordFinding | undefined {
  const conjunction = (tokens[at] as Token).lower;
  const commaBefore = tokens[at - 1]?.text === ',';
  let end = commaBefore ? at - 1 : at;
  const previousEnd = end;
  let previous = -1;
  let separator: string | undefined;
  for (let inner = 0; ; inner++) {
    // the item that ends at `end`
    let from = end;
    while (from > 0 && isItemWord(tokens[from - 1]) && end - from < LONGEST_INNER_ITEM + length) from--;
    if (previous >= 0 && standsAt(tokens, end - length, at + 1, length)) {
      const before = tokens[end - length - 1];
      if (before !== undefined && (before.lower === separator || LIST_OPENERS.has(before.lower))) {
        const comma = commaBefore && (inner > 1 || before.lower === ',');
        return lastItemFinding(tokens, { previous, previousEnd, at, length, comma });
      }
      return undefined;
    }
    const mark = tokens[from - 1]?.lower;
    const items = end - from;
    if (items === 0 || items > LONGEST_INNER_ITEM || (mark !== ',' && mark !== conjunction)) return undefined;
    // "A, B, and A" or "A and B and A", no mixture
    if (separator === undefined) separator = mark;
    if (separator !== mark || (separator === conjunction && commaBefore)) return undefined;
    if (previous < 0) previous = from;
    end = from - 1;
  }
}

function isItemWord(token: Token | undefined): boolean {
  if (token === undefined || token.type !== 'word') return false;
  return token.lower !== 'and' && token.lower !== 'or' && !CLAUSE_WORDS.has(token.lower);
}

function standsAt(tokens: readonly Token[], one: number, two: number, length: number): boolean {
  if (one < 0) return false;
  for (let k = 0; k < length; k++) {
    if (tokens[one + k]?.lower !== tokens[two + k]?.lower || tokens[one + k]?.glued === true) return false;
  }
  return true;
}

/** Proposes the list without its last item: the conjunction moves before the item that is then the last. */
function lastItemFinding(
  tokens: readonly Token[],
  found: { previous: number; previousEnd: number; at: number; length: number; comma: boolean },
): WordFinding {
  const { previous, previousEnd, at, length, comma } = found;
  const words = (from: number, to: number): string => {
    const part = tokens.slice(from, to);
    return part.map(({ text, glued }, k) => (glued || k === 0 ? text : ` ${text}`)).join('');
  };
  const start = (tokens[previous - 2] as Token).end;
  return {
    start,
    end: (tokens[at + length] as Token).end,
    kind: 'doubled-word',
    severity: 'warning',
    message: `“${words(at + 1, at + 1 + length)}” stands twice in this list.`,
    suggestions: [`${comma ? ',' : ''} ${(tokens[at] as Token).text} ${words(previous, previousEnd)}`],
    preferred: false,
    evidence: 'the last item of a list stands in it before',
  };
}

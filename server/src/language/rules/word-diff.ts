import { matches } from '../matches.ts';
/** A word of a text with its range. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/** One place where a text differs from its standard: words of the text, and what stands there in the standard. */
export interface Difference {
  /** Range in the text; equal ends where words are missing. */
  start: number;
  end: number;
  /** What the text has, empty where words are missing. */
  found: string;
  /** What the standard has, empty where words are too many. */
  standard: string;
}

/** Words of a text: runs of letters and digits with what hangs on them, marks included. */
export function wordsIn(text: string): Word[] {
  return matches(/\S+/g, text).map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const same = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase();

/**
 * Differences of a text from a standard, word by word, the fewest that there are (Levenshtein distance on words).
 *
 * @returns undefined where more than `limit` words differ.
 */
export function differences(text: string, standard: string, limit: number): Difference[] | undefined {
  const found = wordsIn(text);
  const wanted = wordsIn(standard);
  let head = 0;
  while (
    head < found.length &&
    head < wanted.length &&
    same((found[head] as Word).text, (wanted[head] as Word).text)
  )
    head++;
  let tail = 0;
  while (
    tail < found.length - head &&
    tail < wanted.length - head &&
    same((found[found.length - 1 - tail] as Word).text, (wanted[wanted.length - 1 - tail] as Word).text)
  ) {
    tail++;
  }
  const a = found.slice(head, found.length - tail);
  const b = wanted.slice(head, wanted.length - tail);
  if (a.length === 0 && b.length === 0) return [];
  if (Math.abs(a.length - b.length) > limit || a.length * b.length > 40_000) return undefined;
  const steps = align(a, b, limit);
  return steps && group(steps, found, head, text.length);
}

type Step = { a: Word | undefined; b: Word | undefined };

/** The cheapest way from one list of words to the other; undefined above the limit. */
function align(a: readonly Word[], b: readonly Word[], limit: number): Step[] | undefined {
  const width = b.length + 1;
  const cost = new Uint16Array((a.length + 1) * width);
  for (let i = 0; i <= a.length; i++) cost[i * width] = i;
  for (let j = 0; j <= b.length; j++) cost[j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = same((a[i - 1] as Word).text, (b[j - 1] as Word).text) ? 0 : 1;
      cost[i * width + j] = Math.min(
        (cost[(i - 1) * width + j - 1] as number) + change,
        (cost[(i - 1) * width + j] as number) + 1,
        (cost[i * width + j - 1] as number) + 1,
      );
    }
  }
  if ((cost[a.length * width + b.length] as number) > limit) return undefined;
  const steps: Step[] = [];
  let i = a.length;
  let j = b.length;
  while (i > 0 || j > 0) {
    const here = cost[i * width + j] as number;
    const both = i > 0 && j > 0;
    const change = both && !same((a[i - 1] as Word).text, (b[j - 1] as Word).text) ? 1 : 0;
    if (both && here === (cost[(i - 1) * width + j - 1] as number) + change) {
      steps.push({ a: a[--i], b: b[--j] });
    } else if (i > 0 && here === (cost[(i - 1) * width + j] as number) + 1) {
      steps.push({ a: a[--i], b: undefined });
    } else {
      steps.push({ a: undefined, b: b[--j] });
    }
  }
  return steps.reverse();
}

/** Neighbouring changes as one difference; missing words get the empty place before the next word of the text. */
function group(steps: readonly Step[], found: readonly Word[], head: number, length: number): Difference[] {
  const result: Difference[] = [];
  let at = head;
  let open: { words: Word[]; standard: string[]; next: number } | undefined;
  const close = (): void => {
    if (!open) return;
    const first = open.words[0];
    const last = open.words[open.words.length - 1];
    const place = found[open.next]?.start ?? length;
    result.push({
      start: first?.start ?? place,
      end: last?.end ?? place,
      found: open.words.map((word) => word.text).join(' '),
      standard: open.standard.join(' '),
    });
    open = undefined;
  };
  for (const { a, b } of steps) {
    if (a && b && same(a.text, b.text)) {
      close();
      at++;
      continue;
    }
    open ??= { words: [], standard: [], next: at };
    if (a) {
      open.words.push(a);
      at++;
    }
    if (b) open.standard.push(b.text);
  }
  close();
  return result;
}

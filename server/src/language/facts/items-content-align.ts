import { type ContentToken, rival } from './items-content-tokens.ts';

/** Where a request is said again: which of its tokens stand where, and which were replaced. */
export interface Repetition {
  /** Tokens of the request that stand in the text unchanged. */
  matched: number;
  /** Tokens of the request for which the text has another of the same kind. */
  replaced: { expected: ContentToken; found: ContentToken }[];
  /** Tokens of the request that the text leaves out. */
  missing: ContentToken[];
  /** Tokens of the text between the first and the last of the repetition that the request does not have. */
  extra: number;
  /** Range in the text. */
  start: number;
  end: number;
  /** Range in the tokens of the text: first, and after last. */
  from: number;
  to: number;
}

const gain = 2;
const rivalCost = -0.5;
const skipCost = -0.45;
const missCost = -0.7;

/** How far apart two words of one repetition may stand, in tokens. */
const reach = 4;

/**
 * Finds the places where a text repeats a request, word for word or nearly so.
 *
 * @param request Content tokens of the request.
 * @param text Content tokens of the text, in order.
 * @param share Least share of the request's tokens that must stand there unchanged.
 */
export function repetitionsOf(
  request: readonly ContentToken[],
  text: readonly ContentToken[],
  share: number,
): Repetition[] {
  const found: Repetition[] = [];
  if (request.length < 2) return found;
  const wanted = new Set(request.map((token) => token.norm));
  const least = Math.max(1, Math.ceil(request.length * share - 1e-9));
  let from = -1;
  let last = -1;
  let hits = 0;
  for (let at = 0; at <= text.length; at++) {
    const token = text[at];
    if (token && wanted.has(token.norm)) {
      if (from < 0) from = at;
      last = at;
      hits++;
      continue;
    }
    if (from >= 0 && (!token || at - last > reach)) {
      if (hits >= least) search(Math.max(0, from - 1), Math.min(text.length, last + 2));
      from = -1;
      hits = 0;
    }
  }
  return found;

  /** Best repetition within `[first, end)`, then those before and after it; long stretches piece by piece. */
  function search(first: number, end: number): void {
    const piece = request.length * 12 + 40;
    let from = first;
    while (end - from > piece) {
      const best = align(request, text, from, from + piece);
      if (best && best.matched >= least) {
        search(from, best.from);
        found.push(best);
        from = best.to;
      } else {
        from += piece - request.length * 3;
      }
    }
    if (end - from < least) return;
    const best = align(request, text, from, end);
    if (!best || best.matched < least) return;
    search(from, best.from);
    found.push(best);
    search(best.to, end);
  }
}

/** Local alignment of a whole request with a stretch of text; the text may begin and end anywhere. */
function align(
  request: readonly ContentToken[],
  text: readonly ContentToken[],
  first: number,
  end: number,
): Repetition | undefined {
  const columns = end - first + 1;
  const rows = request.length + 1;
  const score = new Float32Array(rows * columns);
  const step = new Uint8Array(rows * columns);
  for (let i = 1; i < rows; i++) {
    const wanted = request[i - 1] as ContentToken;
    score[i * columns] = i * missCost;
    step[i * columns] = 2;
    for (let j = 1; j < columns; j++) {
      const token = text[first + j - 1] as ContentToken;
      const at = i * columns + j;
      const diagonal = score[at - columns - 1] as number;
      let value = (score[at - columns] as number) + missCost;
      let move = 2;
      const skip = (score[at - 1] as number) + (i === rows - 1 ? 0 : skipCost);
      if (skip > value) {
        value = skip;
        move = 3;
      }
      if (wanted.norm === token.norm) {
        if (diagonal + gain >= value) {
          value = diagonal + gain;
          move = 1;
        }
      } else if (diagonal + rivalCost >= value && rival(wanted, token)) {
        value = diagonal + rivalCost;
        move = 1;
      }
      score[at] = value;
      step[at] = move;
    }
  }
  let i = rows - 1;
  let j = columns - 1;
  const replaced: Repetition['replaced'] = [];
  const missing: ContentToken[] = [];
  let matched = 0;
  let to = 0;
  let from = 0;
  let pairs = 0;
  while (i > 0 && j > 0) {
    const move = step[i * columns + j];
    if (move === 1) {
      const wanted = request[i - 1] as ContentToken;
      const token = text[first + j - 1] as ContentToken;
      if (wanted.norm === token.norm) matched++;
      else replaced.unshift({ expected: wanted, found: token });
      if (to === 0) to = first + j;
      from = first + j - 1;
      pairs++;
      i--;
      j--;
    } else if (move === 2) {
      missing.unshift(request[i - 1] as ContentToken);
      i--;
    } else {
      j--;
    }
  }
  while (i > 0) missing.unshift(request[--i] as ContentToken);
  if (matched === 0) return undefined;
  return {
    matched,
    replaced,
    missing,
    extra: to - from - pairs,
    start: (text[from] as ContentToken).start,
    end: (text[to - 1] as ContentToken).end,
    from,
    to,
  };
}

import { beginsTerm, findBodyPart, matchTerm, type TermMatch } from '../../catalog/index.ts';
import { codesOf } from '../../codes.ts';
import type { TermNode } from '../nodes.ts';
import type { Draft } from './draft.ts';

/** Most words of a term with the words after it that guard its meaning, and most words before it that do. */
const AHEAD = 12;
const BEFORE = 4;

/** The words of a text as the catalog compares them, with their places; cut out only where a term begins. */
class Words {
  readonly words: string[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly #source: string;

  constructor(text: string) {
    const lower = text.toLowerCase();
    // A few capitals change their length in lower case; then the places would be wrong.
    const source = lower.length === text.length ? lower : text;
    this.#source = source;
    const { length } = source;
    const codes = codesOf(source);
    for (let at = 0; at < length; at++) {
      const code = codes[at] as number;
      let end = at + 1;
      // Behind the last code stands a zero.
      if (isWordCode(code)) while (isWordCode(codes[end] as number)) end++;
      else if (code !== 0x26) continue;
      this.starts.push(at);
      this.ends.push(end);
      at = end - 1;
    }
  }

  /** The term that begins with a word. */
  termAt(at: number): Readonly<TermMatch> | undefined {
    if (!beginsTerm(this.#source, this.starts[at] as number, this.ends[at] as number)) return undefined;
    this.#cut(Math.max(0, at - BEFORE), Math.min(this.starts.length, at + AHEAD));
    return matchTerm(this.words, at) ?? sideOfPart(this.words, at);
  }

  #cut(from: number, to: number): void {
    for (let i = from; i < to; i++) {
      if (this.words[i] !== undefined) continue;
      const word = this.#source.slice(this.starts[i], this.ends[i]);
      this.words[i] = word === '&' ? 'and' : word;
    }
  }
}

function isWordCode(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    (code > 0xbf && code !== 0xd7 && code !== 0xf7)
  );
}

/** "A right ankle", "to have left hip pain": before a part of the body "right" and "left" are sides whatever stands before. */
function sideOfPart(
  words: readonly string[],
  at: number,
): { kind: 'side'; id: string; words: number } | undefined {
  const id = words[at];
  if (id !== 'left' && id !== 'right') return undefined;
  const next = matchTerm(words, at + 1);
  return next?.kind === 'body-part' ? { kind: 'side', id, words: 1 } : undefined;
}

/**
 * Finds the drugs, drug classes, body parts, services and sides that a text names. Terms do not overlap, but for
 * parts of the body inside the name of a service ("lumbar epidural steroid injection"), which are given too.
 */
export function findTerms(text: string): Draft<TermNode>[] {
  const list = new Words(text);
  const { words, starts, ends } = list;
  const found: Draft<TermNode>[] = [];
  for (let at = 0; at < starts.length; at++) {
    const match = list.termAt(at);
    if (!match) continue;
    const last = at + match.words - 1;
    const start = starts[at] as number;
    const end = ends[last] as number;
    found.push({ type: 'term', kind: match.kind, id: match.id, start, end });
    if (match.kind === 'service' && match.words > 1) {
      for (let inner = at; inner <= last; inner++) {
        const part = findBodyPart(words[inner] as string);
        if (part) {
          found.push({
            type: 'term',
            kind: 'body-part',
            id: part.id,
            start: starts[inner] as number,
            end: ends[inner] as number,
          });
        }
      }
    }
    at = last;
  }
  return found;
}

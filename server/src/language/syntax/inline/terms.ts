import { findBodyPart, matchTerm } from '../../catalog/index.ts';
import type { TermNode } from '../nodes.ts';
import type { Draft } from './draft.ts';

/** The words of a text as the catalog compares them, with their places. */
interface Words {
  words: string[];
  starts: number[];
  ends: number[];
}

function isWordCode(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    (code > 0xbf && code !== 0xd7 && code !== 0xf7)
  );
}

function wordsIn(text: string): Words {
  const lower = text.toLowerCase();
  // A few capitals change their length in lower case; then the places would be wrong.
  const source = lower.length === text.length ? lower : text;
  const found: Words = { words: [], starts: [], ends: [] };
  const { length } = source;
  for (let at = 0; at < length; at++) {
    const code = source.charCodeAt(at);
    let end = at + 1;
    if (isWordCode(code)) {
      while (end < length && isWordCode(source.charCodeAt(end))) end++;
      found.words.push(source.slice(at, end));
    } else if (code === 0x26) {
      found.words.push('and');
    } else {
      continue;
    }
    found.starts.push(at);
    found.ends.push(end);
    at = end - 1;
  }
  return found;
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
  const { words, starts, ends } = wordsIn(text);
  const found: Draft<TermNode>[] = [];
  for (let at = 0; at < words.length; at++) {
    const match = matchTerm(words, at) ?? sideOfPart(words, at);
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

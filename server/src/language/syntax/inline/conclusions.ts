import type { ConclusionPhrase, Opener } from '../nodes.ts';
import type { Draft } from './draft.ts';

/** "(not) (be) medically necessary", "medically unnecessary", "medical necessity … is (not) established". */
const necessary = /\b(?:(not|neither|nor|isn't|wasn't|aren't)( (?:be|deemed|considered|found|felt|shown|determined))?(?: to be)?(?: (?:supported|certified) as)? )?(?:medically|medical) (necessary|unnecessary)\b/gi;
const necessity =
  /\bmedical necessity (?:of|for) [^.;]{0,160}? (is|was|has|have|are)( not)?(?: yet)? (?:been )?(?:established|supported|demonstrated|shown|substantiated)\b|\bmedical necessity (?:is|was|has)( not)? (?:been )?(?:established|supported|demonstrated|shown|substantiated)\b/gi;

/** Finds the phrases that say whether a treatment is medically necessary. */
export function findConclusions(text: string): Draft<ConclusionPhrase>[] {
  const found: Draft<ConclusionPhrase>[] = [];
  if (!/medical/i.test(text)) return found;
  for (const match of text.matchAll(necessary)) {
    const negated = match[1] !== undefined;
    const un = match[3]?.toLowerCase() === 'unnecessary';
    found.push({ type: 'conclusion', necessary: negated === un, ...span(match) });
  }
  for (const match of text.matchAll(necessity)) {
    found.push({ type: 'conclusion', necessary: match[2] === undefined && match[3] === undefined, ...span(match) });
  }
  return found;
}

const opener = /^(yes|no|conversely|similarly|likewise|finally)\b,?/i;

/** The word that opens a rationale and takes sides, if there is one. */
export function findOpener(text: string): Draft<Opener>[] {
  const match = opener.exec(text);
  if (!match) return [];
  // "No" takes sides only with its comma: "No evidence was given" does not.
  const word = (match[1] ?? '').toLowerCase();
  if ((word === 'no' || word === 'yes') && !match[0].endsWith(',')) return [];
  const kind = word === 'likewise' ? 'similarly' : word;
  return [{ type: 'opener', word: kind as Opener['word'], start: 0, end: word.length }];
}

function span(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length };
}

import type { Edit, Finding } from '../language/finding.ts';

/** A text after its certain fixes. */
export interface Fixed {
  text: string;
  /** What was done, as the fixes' own orders. */
  titles: string[];
}

/** A fix can bring another to light; more rounds than this would be two rules that undo each other. */
const rounds = 5;

/**
 * Applies the certain fixes of a text, and those that come to light by them.
 *
 * @param check gives the findings of a text
 */
export function applyCertainFixes(text: string, check: (text: string) => readonly Finding[]): Fixed {
  const titles: string[] = [];
  let fixed = text;
  for (let round = 0; round < rounds; round++) {
    const taken: Edit[] = [];
    for (const finding of check(fixed)) {
      const fix = finding.fixes.find((candidate) => candidate.certain);
      // Where two touch the same text, the second waits for the next round.
      if (!fix || fix.edits.some((edit) => taken.some((other) => touches(edit, other)))) continue;
      taken.push(...fix.edits);
      titles.push(fix.title);
    }
    if (taken.length === 0) break;
    taken.sort((a, b) => b.start - a.start);
    for (const { start, end, text: replacement } of taken)
      fixed = fixed.slice(0, start) + replacement + fixed.slice(end);
  }
  return { text: fixed, titles };
}

function touches(a: Edit, b: Edit): boolean {
  return a.start <= b.end && a.end >= b.start;
}

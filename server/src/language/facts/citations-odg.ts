import { matches } from '../matches.ts';
import { editDistance } from '../syntax/distance.ts';
import type { Citation } from './citations.ts';
import { type SectionIssue, wordRepairs } from './citations-names.ts';

/** Chapters of the Official Disability Guidelines under the titles that citations print. */
const chapters = [
  'Ankle & Foot',
  'Carpal Tunnel Syndrome',
  'Elbow',
  'Fitness for Duty',
  'Forearm, Wrist, & Hand',
  'Hip & Pelvis',
  'Infectious Diseases',
  'Knee & Leg',
  'Low Back',
  'Mental Illness & Stress',
  'Neck & Upper Back',
  'Pulmonary',
  'Shoulder',
];

/** What follows "ODG" or "Official Disability Guidelines" in a free-text citation, up to the topic. */
const afterName =
  /(?:\bODG\)?|Official Disability Guidelines(?: \(ODG\))?),?:? ((?:[A-Za-z&]+,? ){0,3}?[A-Za-z&]+?)(?= chapters?\b|[,;:/(.]| -|$)/gi;

const words = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/&/g, 'and')
    .match(/[a-z]+/g) ?? [];

/** Chapters of the Official Disability Guidelines that a free-text citation names with a slip of one letter or two. */
export function odgChapterIssues({ node }: Citation): SectionIssue[] {
  if (node.kind !== 'other') return [];
  const issues: SectionIssue[] = [];
  for (const match of matches(afterName, node.name)) {
    const printed = match[1] ?? '';
    const start = node.start + match.index + match[0].length - printed.length;
    const found = nearest(printed);
    const repairs = found && wordRepairs(printed, start, found.name);
    if (found && repairs)
      issues.push({ section: { name: printed, start, end: start + printed.length }, ...found, repairs });
  }
  return issues;
}

const chapterFirst = new RegExp(
  `^(?:${chapters.map((name) => name.replace(/ & /g, ' (?:&|and) ')).join('|')})(?: Chapter| \\(Acute (?:&|and) Chronic\\))?(?=[,;:/(. ]|$)`,
  'i',
);
const anySource =
  /\b(?:ODG|Official|MTUS|ACOEM|American|guidelines?|handbook|manual|textbook|journal|edition|www|https?|org|com|et al|(?:19|20)\d\d)\b/i;

/** Whether a free-text citation begins with a chapter of the Official Disability Guidelines and names no source at all. */
export function isUnnamedOdg({ node }: Citation): boolean {
  return node.kind === 'other' && chapterFirst.test(node.name) && !anySource.test(node.name);
}

function nearest(printed: string): { name: string; distance: number } | undefined {
  const here = words(printed);
  for (const name of chapters) {
    const there = words(name);
    if (there.length !== here.length) continue;
    let distance = 0;
    for (const [index, word] of there.entries()) {
      const other = here[index] as string;
      if (word === other) continue;
      // Alone, a short word may be another one; beside the rest of the title it is not.
      distance += there.length === 1 && word.length < 6 ? 9 : editDistance(other, word, 2);
    }
    if (distance > 0 && distance <= 2) return { name, distance };
    if (distance === 0) return undefined;
  }
  return undefined;
}

import { allRegulations, regulation, regulationExists } from '../catalog/index.ts';
import { sentenceAt } from '../facts/index.ts';
import type { Block, RegulationReference } from '../syntax/index.ts';
import { inBlocks } from './in-blocks.ts';
import type { Rule } from './rule.ts';

/** Finds sections of the MTUS regulations that do not exist. */
export const regulationUnknown: Rule = {
  id: 'regulation-unknown',
  family: 'regulations',
  severity: 'warning',
  purpose:
    'Finds a reference to a section of 8 CCR 9792.20-9792.27 that does not exist, and numbers with two digits swapped',
  why: 'A reader who looks the section up finds nothing.',
  source: 'Table of sections of Title 8, Division 1, Chapter 4.5, Article 5.5.2.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale:
              'There was no functional improvement as defined in MTUS 9729.20(e). Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'There was no functional improvement as defined in MTUS 9792.20(e). Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check: inBlocks('all', (block, report) => {
    for (const node of block.children) {
      if (node.type !== 'regulationReference' || regulation(node.section)) continue;
      const near = nearest(block, node);
      // Sections of other articles (fee schedules, utilization review) are none of ours unless a digit slipped.
      const ours = regulationExists(node.section, []) === 'never';
      const slipped =
        near !== undefined &&
        !/^(?:9785|9789|9792\.(?:[5-9]|1\d)\b)/.test(node.section) &&
        near.length === node.section.length;
      if (!ours && !slipped) continue;
      report({
        at: node,
        message: `There is no section ${node.section} in the Medical Treatment Utilization Schedule${near === undefined ? '' : `; ${near} is ${regulation(near)?.title ?? 'one'}`}.`,
        fixes:
          near === undefined
            ? []
            : [
                {
                  title: `Change to ${near}`,
                  edits: [{ at: { start: node.start, end: node.start + node.section.length }, text: near }],
                  preferred: true,
                },
              ],
      });
    }
  }),
};

/** The section that was meant: the definitions where functional improvement is spoken of, else the only one a key away. */
function nearest(block: Block, node: RegulationReference): string | undefined {
  const close = allRegulations()
    .map(({ section }) => section)
    .filter((section) => keyApart(section, node.section));
  const text = sentenceAt(block, node.start)?.text ?? '';
  if (close.includes('9792.20') && (/functional/i.test(text) || node.subdivision !== '')) return '9792.20';
  return close.length === 1 ? close[0] : undefined;
}

/** Whether one changed digit or two swapped neighbours make the one number of the other. */
function keyApart(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  if (a.slice(at + 1) === b.slice(at + 1)) return a[at] !== '.' && b[at] !== '.';
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

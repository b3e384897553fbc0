import type { Label } from '../syntax/index.ts';
import type { Rule } from './rule.ts';

/** Finds a label ("MAXIMUS guideline:") that differs from the form's. */
export const labelMisspelt: Rule = {
  id: 'label-misspelt',
  family: 'sections',
  severity: 'error',
  purpose: 'Finds a label that is not spelt as the form prints it',
  why: 'The labels are the same in every letter; other software finds the parts by them.',
  source: 'The form: identical labels in 439 of 439 disputed items.',
  examples: [
    { wrong: { replace: [['MAXIMUS guideline:', 'MAXIMUS guidline:']] }, right: {} },
    { wrong: { replace: [['State(s) of Licensure:', 'State(s) of Licensur:']] }, right: {} },
  ],
  check(facts, report) {
    for (const block of facts.blocks) {
      if (!('label' in block) || !block.label) continue;
      const label: Label = block.label;
      if (label.text === label.standard) continue;
      const printed = label.text.replace(/\s+/g, ' ');
      if (printed === label.standard) continue;
      const minor =
        printed.replace(/ /g, '').toLowerCase() === label.standard.replace(/ /g, '').toLowerCase();
      report({
        at: label,
        ...(minor ? { severity: 'hint' as const } : {}),
        message: `The label reads "${printed}"; the form prints "${label.standard}".`,
        fixes: [
          {
            title: `Change to "${label.standard}"`,
            edits: [{ at: label, text: label.standard }],
            preferred: true,
            certain: !minor,
          },
        ],
      });
    }
  },
};

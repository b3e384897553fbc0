import type { Rule } from './rule.ts';

/** Finds a section heading that differs from the form's. */
export const headingMisspelt: Rule = {
  id: 'heading-misspelt',
  family: 'sections',
  severity: 'error',
  purpose: 'Finds a section heading that is not spelt as the form prints it',
  why: 'The headings are the same in every letter; other software finds the sections by them.',
  source: 'The form: identical headings in 194 of 194 real determinations.',
  examples: [{ wrong: { replace: [['CLINICAL CASE SUMMARY', 'CLINICAL CASE SUMARY']] }, right: {} }],
  check(facts, report) {
    const known = facts.tree.form === 'final-determination' || facts.tree.form === 'office';
    for (const section of facts.sections) {
      for (const block of section.children) {
        if (block.type !== 'heading' || block.standard === '') continue;
        const printed = block.flow.text;
        if (plain(printed) === plain(block.standard)) continue;
        const caseOnly = plain(printed).toUpperCase() === plain(block.standard).toUpperCase();
        // The forms of 2013/14 print the same headings now in capitals, now in small letters.
        if (caseOnly && !known) continue;
        report({
          at: { block, start: 0, end: printed.length },
          ...(caseOnly ? { severity: 'hint' as const } : known ? {} : { severity: 'information' as const }),
          message: caseOnly
            ? `The form sets this heading in capitals: "${block.standard}".`
            : `The heading reads "${printed}"; the form prints "${block.standard}".`,
          fixes: [
            {
              title: `Change to "${block.standard}"`,
              edits: [{ at: { block, start: 0, end: printed.length }, text: block.standard }],
              preferred: true,
              certain: known,
            },
          ],
        });
      }
    }
  },
};

/** White space, the last colon and the tense of form 3's "IS/WAS" are free. */
function plain(text: string): string {
  return text
    .replace(/\b(?:IS\/WAS|IS|WAS)\b/, 'IS')
    .replace(/ /g, '')
    .replace(/:$/, '');
}

import { forms, headerTitle } from '../syntax/index.ts';
import type { Rule } from './rule.ts';

/** Finds fields of the header table that are missing or empty. */
export const headerFieldMissing: Rule = {
  id: 'header-field-missing',
  family: 'sections',
  severity: 'warning',
  purpose: 'Finds a field that the header table lacks, or that has no value',
  why: 'The header identifies the case and dates every step of the review.',
  source: 'The form: all seven fields in 194 of 194 header tables.',
  examples: [
    { wrong: { header: { 'UR Denial Date': '' } }, right: {} },
    { wrong: { replace: [['Date Assigned: 12/06/2016\n', '']] }, right: {} },
  ],
  check(facts, report) {
    const { header } = facts;
    const { form } = facts.tree;
    if (!header || (form !== 'final-determination' && form !== 'office')) return;
    for (const name of forms.current.fields) {
      const field = facts.field(name);
      if (field?.value) continue;
      const title = headerTitle(name);
      report(
        field
          ? { at: field, message: `The header field "${title}" has no value.` }
          : { at: header.children[0] ?? header, message: `The header lacks the field "${title}".` },
      );
    }
  },
};

import { editDistance } from '../syntax/index.ts';
import type { Rule } from './rule.ts';

/** A placeholder that is still to be filled, which is what another rule says. */
const isOpen = (value: string): boolean => value.startsWith('[') && value.endsWith(']');

const priorities = ['Standard', 'Expedited'] as const;

/** Finds a case number or priority that is not of the form's kind; dates are checked by the rules for dates. */
export const headerFieldInvalid: Rule = {
  id: 'header-field-invalid',
  family: 'sections',
  severity: 'warning',
  purpose:
    'Finds a case number that is not CM, year, hyphen, seven digits, and a priority that is not Standard or Expedited',
  why: 'A case number with a slip leads to another case or to none.',
  source: 'The form: CMyy-nnnnnnn in 194 of 194 header tables.',
  examples: [
    { wrong: { header: { 'Case Number': 'CM16-012345' } }, right: {} },
    { wrong: { header: { Priority: 'Standart' } }, right: {} },
  ],
  check(facts, report) {
    const number = facts.field('caseNumber');
    if (number?.value && !isOpen(number.value) && !/^CM\d{2}-\d{7}$/.test(number.value)) {
      report({
        at: number,
        message: `"${number.value}" is not a case number: CM, two digits of the year, a hyphen and seven digits.`,
      });
    }
    const priority = facts.field('priority');
    if (
      priority?.value &&
      !isOpen(priority.value) &&
      !priorities.some((known) => known.toLowerCase() === priority.value.toLowerCase())
    ) {
      const lower = priority.value.toLowerCase();
      const meant = priorities.find((known) => editDistance(lower, known.toLowerCase(), 3) <= 3);
      report({
        at: priority,
        message: `"${priority.value}" is not a priority: the form has Standard and Expedited.`,
        fixes: meant
          ? [{ title: `Change to ${meant}`, edits: [{ at: priority, text: meant }], preferred: true }]
          : [],
      });
    }
  },
};

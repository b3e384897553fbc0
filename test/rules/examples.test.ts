import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/language/rules/index.ts';
import { check, checkWithCopy } from '../support/check.ts';
import { letter } from '../support/letter.ts';

// Every rule's own examples are its first tests.
const withExamples = rules.filter((rule) => rule.examples.length > 0);

describe.each(withExamples.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.map((example, index) => [index + 1, example] as const))(
    'example %i',
    (_, example) => {
      const run = rule.needs === 'guideline-text' ? checkWithCopy : check;
      expect(run(letter(example.wrong), id)).not.toEqual([]);
      expect(run(letter(example.right), id)).toEqual([]);
    },
  );
});

it('finds nothing in the clean standard letter', () => {
  expect(check(letter())).toEqual([]);
});

it('has examples for every rule but those whose slip is a whole letter', () => {
  // They are tested on whole texts elsewhere.
  expect(
    rules
      .filter((rule) => rule.examples.length === 0)
      .map((rule) => rule.id)
      .sort(),
  ).toEqual(['letter-too-long', 'not-a-determination', 'section-misplaced']);
});

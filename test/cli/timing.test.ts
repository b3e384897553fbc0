import { expect, it } from 'vitest';
import { slip, Workplace } from './program.ts';

const place = new Workplace();

it('--timing prints the time of every rule on standard error and leaves the report as it is', () => {
  place.write('one.imr', slip);
  const plain = place.imr(['check', '.']);
  const { status, stdout, stderr } = place.imr(['check', '--timing', '.']);
  expect({ status, stdout }).toEqual({ status: plain.status, stdout: plain.stdout });
  expect(stderr).toMatch(/ms {3}share {2}rule \(1 letter, \d+\.\d\d ms a letter\)/);
  expect(stderr).toMatch(/^ +\d+\.\d\d +\d+\.\d % {2}subdivision-ef$/m);
  expect(stderr).toMatch(/ parse$/m);
  expect(plain.stderr).toBe('');
});

it('--timing leaves out rules that are off', () => {
  place.write('one.imr', slip);
  const { stderr } = place.imr(['check', '--timing', '--rule', 'subdivision-ef=off', '.']);
  expect(stderr).not.toContain('subdivision-ef');
});

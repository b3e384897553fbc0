import { describe, expect, it } from 'vitest';
import { Checker, type CheckResult } from '../../server/src/language/checker.ts';
import { configured } from '../office/memory.ts';
import { fullChecker } from '../support/full-checker.ts';
import { letter } from '../support/letter.ts';

const wrong = letter({
  summary: 'The injured worker is a 44 year old male injured on 09/15/2016. He has pain in the let knee.',
  items: [{ rationale: 'There is no documentation of the. Therefore, the request is medically necessary.' }],
});
const later = wrong.replaceAll('2016', '2015');
const office = await configured({
  forms: [
    {
      name: 'Acme determination',
      headings: { summary: 'SUMMARY OF THE CASE', issues: 'DECISIONS OF THE REVIEWER' },
      labels: { rationale: 'Reasons:' },
      required: ['summary', 'issues'],
      parts: ['rationale'],
      fields: ['caseNumber'],
    },
  ],
});
const own =
  'Case Number: CM16-0123456\n\nSUMMARY OF THE CASE\nHe has pain.\n\nDECISIONS OF THE REVIEWER\n\nBaclofen: Upheld\n\nReasons: It is medically necessary.\n';

const shown = ({ tree, findings, messages }: CheckResult) => ({ form: tree.form, findings, messages });

describe('letters checked at once', () => {
  it.each([
    ['without words', () => new Checker()],
    ['with words', fullChecker],
    ['of an office', () => new Checker({ additions: office.additions })],
  ])('say %s what each says alone', (_, checkerOf) => {
    const texts = [wrong, own, '', letter(), later, own, wrong];
    const alone = texts.map((text) => shown(checkerOf().check(text)));
    expect(alone[0]?.findings.length).toBeGreaterThan(1);
    expect(checkerOf().checkAll(texts).map(shown)).toEqual(alone);
  });

  it('are none where there is none', () => {
    expect(new Checker().checkAll([])).toEqual([]);
  });
});

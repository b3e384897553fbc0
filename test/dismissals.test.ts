import { describe, expect, it } from 'vitest';
import { Checker } from '../server/src/language/checker.ts';
import {
  addDismissal,
  applyDismissals,
  type Dismissal,
  dismissalOf,
  parseDismissals,
  printDismissals,
  removeDismissal,
} from '../server/src/language/dismissals.ts';
import { letter } from './support/letter.ts';

const rationale =
  'There was no functional improvement as defined in Section 9792.20(ef). Therefore, the request is not medically necessary.';
const checker = new Checker();

/** A letter's text with what the checker finds, less what is dismissed. */
function checked(text: string, dismissals: readonly Dismissal[] = []) {
  const { tree, findings } = checker.check(text);
  return { tree, text, findings, ...applyDismissals(findings, { tree, text }, dismissals) };
}

function dismissed(text: string, rule: string): Dismissal {
  const { tree, findings } = checked(text);
  const finding = findings.find((candidate) => candidate.rule === rule);
  if (!finding) throw new Error(`No finding of ${rule}.`);
  return dismissalOf(finding, { tree, text }, 'why', '2017-01-04');
}

const rulesOf = (text: string, dismissals: readonly Dismissal[]): string[] =>
  checked(text, dismissals).shown.map(({ rule }) => rule);

describe('a dismissal', () => {
  const text = letter({ items: [{ rationale }] });
  const dismissal = dismissed(text, 'subdivision-ef');

  it('keeps back its finding, and only this one', () => {
    const { findings, shown, dismissed: kept } = checked(text, [dismissal]);
    expect(kept.map(({ finding }) => finding.rule)).toEqual(['subdivision-ef']);
    expect(shown).toHaveLength(findings.length - 1);
  });

  it('survives wrapping anew, other line ends and edits in other sentences', () => {
    const wrapped = text.replace('improvement as', 'improvement\nas').replaceAll('\n', '\r\n');
    expect(rulesOf(wrapped, [dismissal])).not.toContain('subdivision-ef');
    expect(rulesOf(text.replace('Therefore, the', 'Hence the'), [dismissal])).not.toContain('subdivision-ef');
    expect(rulesOf(text.replace('#45: Upheld', '#45: Overturned'), [dismissal])).not.toContain(
      'subdivision-ef',
    );
  });

  it('no longer holds when its sentence, its item or the letter is another', () => {
    expect(rulesOf(text.replace('There was no', 'There is no'), [dismissal])).toContain('subdivision-ef');
    expect(
      rulesOf(text.replace('Baclofen 10mg #45: Upheld', 'Norco 5mg #30: Upheld'), [dismissal]),
    ).toContain('subdivision-ef');
    expect(rulesOf(text.replace('CM16-0123456', 'CM16-0123457'), [dismissal])).toContain('subdivision-ef');
  });

  it('knows a letter without header by its summary', () => {
    const bare = letter({ header: false, items: [{ rationale }] });
    const own = dismissed(bare, 'subdivision-ef');
    expect(rulesOf(bare.replace('44 year old male', '45 year old male'), [own])).not.toContain(
      'subdivision-ef',
    );
    const other = letter({
      header: false,
      summary: 'A case of knee pain. It began in May.',
      items: [{ rationale }],
    });
    expect(rulesOf(other, [own])).toContain('subdivision-ef');
  });

  it('tells missing sections apart, which mark no words', () => {
    const parts = (heading: string): string => text.replace(heading, '');
    const without = parts('CLINICAL CASE SUMMARY\n').replace(/^The expert reviewer developed.*\n\n.*\n/m, '');
    const missing = checked(without).findings.filter(({ rule }) => rule === 'section-missing');
    for (const finding of missing) {
      const own = dismissalOf(finding, checked(without), '', '');
      const { dismissed: kept } = checked(without, [own]);
      expect(kept.map((entry) => entry.finding.message)).toEqual([finding.message]);
    }
  });

  it('holds no text of the letter', () => {
    expect(
      Object.values({ ...dismissal, rule: '', reason: '' })
        .flat()
        .join(' '),
    ).toMatch(/^[\da-f -]+$/);
  });
});

describe('the file', () => {
  const one = dismissed(letter({ items: [{ rationale }] }), 'subdivision-ef');
  const other: Dismissal = { ...one, rule: 'date-future', date: '2016-01-01' };

  it('reads back what was printed, one dismissal a line, in a fixed order', () => {
    const text = printDismissals([one, other]);
    expect(text).toBe(printDismissals([other, one]));
    expect(parseDismissals(text)).toEqual([other, one]);
    expect(text.split('\n')).toHaveLength(7);
    expect(parseDismissals(printDismissals([]))).toEqual([]);
  });

  it('takes an empty file, leaves out entries that are not understood, and refuses what is no list', () => {
    expect(parseDismissals('')).toEqual([]);
    expect(parseDismissals('{"dismissed":[null,7,{"rule":"x"}]}')).toEqual([]);
    expect(() => parseDismissals('[]')).toThrow(SyntaxError);
    expect(() => parseDismissals('<<<<<<<')).toThrow(SyntaxError);
  });

  it('holds a finding once', () => {
    const again = { ...one, reason: 'better' };
    expect(addDismissal([one, other], again)).toEqual([other, again]);
    expect(removeDismissal([one, other], again)).toEqual([other]);
  });
});

import { describe, expect, it } from 'vitest';
import { coverage, type Passage, passagesFor } from '../../server/src/language/passages/index.ts';

const ids = (found: Passage[]): string[] => found.map((passage) => passage.id);
const baclofen = { itemHeading: 'Baclofen 10 mg QTY 45.00', verdict: 'Upheld' } as const;

describe('passages for baclofen, upheld', () => {
  const autumn = ids(passagesFor({ ...baclofen, dates: ['2015-09-29', '2015-10-27'], kind: 'citation' }));

  it('puts the sentence on antispasmodics first, efficacy of medication after it', () => {
    expect(autumn.slice(0, 3).sort()).toEqual([
      'cite-baclofen',
      'cite-baclofen-qualified',
      'cite-baclofen-qualified-acoem',
    ]);
    expect(autumn).toContain('cite-efficacy');
    expect(autumn).toContain('cite-efficacy-acoem');
  });

  it('leaves out what is for other drugs and services', () => {
    for (const other of ['cite-opioid-continue', 'cite-tens', 'cite-esi', 'cite-knee-imaging', 'cite-ppi']) {
      expect(autumn, other).not.toContain(other);
    }
  });

  it('cites functional improvement as 9792.20e in September 2015', () => {
    const found = ids(passagesFor({ ...baclofen, dates: ['2015-09-29', '2015-10-27'], kind: 'argument' }));
    expect(found).toContain('arg-no-improvement-e');
    expect(found).not.toContain('arg-no-improvement-f');
  });

  it('cites it as 9792.20f in March 2015', () => {
    const found = ids(passagesFor({ ...baclofen, dates: ['2015-03-02', '2015-03-20'], kind: 'argument' }));
    expect(found).toContain('arg-no-improvement-f');
    expect(found).not.toContain('arg-no-improvement-e');
  });

  it('offers both where the case straddles the change, below what is sure', () => {
    const found = ids(passagesFor({ ...baclofen, dates: ['2015-04-01', '2015-05-11'], kind: 'argument' }));
    expect(found).toContain('arg-no-improvement-e');
    expect(found).toContain('arg-no-improvement-f');
    expect(found.indexOf('arg-however')).toBeLessThan(found.indexOf('arg-no-improvement-e'));
  });

  it('offers nothing that argues or concludes for the opposite verdict', () => {
    const found = passagesFor({ ...baclofen, kind: ['opener', 'argument', 'closer'] });
    expect(found.some((passage) => passage.verdict === 'Overturned')).toBe(false);
    expect(ids(found)).toContain('close-not');
    expect(ids(found)).not.toContain('close');
  });
});

describe('passages for other items', () => {
  it('offers the criteria to continue for an opioid, and the one sure page first', () => {
    const found = ids(
      passagesFor({ itemHeading: 'Retro Norco 10mg', dates: ['2014-12-31'], kind: 'citation' }),
    );
    expect(found[0]).toBe('cite-opioid-continue');
  });

  it('knows a drug by its class too', () => {
    const found = ids(
      passagesFor({ itemHeading: 'Zohydro ER', drugs: ['opioid'], dates: ['2014-12-31'], kind: 'citation' }),
    );
    expect(found).toContain('cite-opioid-continue');
  });

  it('offers imaging of the body part that is asked for, and no other', () => {
    const found = ids(
      passagesFor({ itemHeading: 'MRI of the cervical spine', dates: ['2015-06-01'], kind: 'citation' }),
    );
    expect(found[0]).toBe('cite-neck-imaging');
    expect(found).not.toContain('cite-knee-imaging');
    expect(found).not.toContain('cite-back-imaging');
  });

  it('does not take a part of a word for a drug or service', () => {
    // "intensive" holds "tens", "Somatic" holds "soma".
    const found = ids(passagesFor({ itemHeading: 'Intensive somatic counseling', kind: 'citation' }));
    expect(found).not.toContain('cite-tens');
    expect(found).not.toContain('cite-carisoprodol');
  });

  it('offers the edition that was in force', () => {
    const query = { itemHeading: 'Physical therapy, 6 visits', kind: 'citation' } as const;
    const in2015 = ids(passagesFor({ ...query, dates: ['2015-06-01'] }));
    const in2016 = ids(passagesFor({ ...query, dates: ['2016-11-22', '2016-12-09'] }));
    expect(in2015).toContain('cite-therapy');
    expect(in2015).not.toContain('cite-therapy-2016');
    expect(in2016).toContain('cite-therapy-2016');
    expect(in2016).not.toContain('cite-therapy');
  });

  it('filters nothing by time or item when neither is known', () => {
    const found = ids(passagesFor({ kind: 'citation' }));
    expect(found).toContain('cite-therapy');
    expect(found).toContain('cite-therapy-2016');
  });

  it('ranks passages of an office with its own library', () => {
    const own: Passage = {
      id: 'own',
      kind: 'citation',
      title: 'Own',
      description: '',
      body: 'Own.',
      slots: [],
      tags: {},
      source: 'own wording',
    };
    expect(ids(passagesFor({ ...baclofen, kind: 'citation' }, [own]))).toEqual(['own']);
  });
});

describe('coverage of dates by a span', () => {
  it('counts both ends as inside', () => {
    const span = { from: '2009-07-18', to: '2015-04-19' };
    expect(coverage(span, ['2009-07-18', '2015-04-19'])).toBe('all');
    expect(coverage(span, ['2015-04-19', '2015-04-20'])).toBe('some');
    expect(coverage(span, ['2015-04-20'])).toBe('none');
    expect(coverage(span, [])).toBe('all');
    expect(coverage(undefined, ['1990-01-01'])).toBe('all');
  });
});

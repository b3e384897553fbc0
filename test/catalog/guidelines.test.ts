import { describe, expect, it } from 'vitest';
import {
  acoemChapter,
  allGuidelines,
  checkPage,
  editionFor,
  editionInForceInstead,
  findGuideline,
  findSection,
  inForce,
  isFormLabel,
  labelsAt,
  matchKnownName,
  matchKnownSection,
  pagesOfTopic,
  topicsByPage,
} from '../../server/src/language/catalog/index.ts';

const ids = (name: string, options = {}): string[] =>
  findGuideline(name, options).map(({ guideline }) => guideline.id);

describe('findGuideline', () => {
  it('resolves every label of the form to one guideline, and the label says so', () => {
    for (const { id, label } of allGuidelines()) {
      if (label === undefined || !isFormLabel(label)) continue;
      const [match, ...others] = findGuideline(label);
      expect([label, match?.guideline.id, others]).toEqual([label, id, []]);
    }
  });

  it.each([
    ['MTUS Forearm, Wrist, and Hand Complaints 2004', 'acoem-2004-ch11'],
    ['forearm wrist & hand complaints 2004', 'acoem-2004-ch11'],
    ['Forewarm, Wrist, and Hand Complaints 2004', 'acoem-2004-ch11'],
    ['Accupuncture Treatment 2007', 'acupuncture-2007'],
    ['Chronic Pain Medical Treatment 2016 Guidelines', 'cpmtg-2016'],
    ['ACOEM Chapter 12 Low Back Complaints', 'acoem-2004-ch12'],
    ['Hand, Wrist and Forearm Disorders 2019', 'acoem-hand-2019'],
  ])('reads %s', (name, id) => {
    expect(findGuideline(name)).toMatchObject([{ guideline: { id }, distance: 0 }]);
    expect(findGuideline(name)[0]?.match).not.toBe('fuzzy');
  });

  it('tells the elbow chapters of 2004 and 2007 apart', () => {
    expect(ids('Elbow Complaints 2004')).toEqual(['acoem-2004-ch10']);
    expect(ids('Elbow Complaints 2007')).toEqual(['acoem-2007-elbow']);
    expect(acoemChapter(10, ['2014-03-01'])?.id).toBe('acoem-2007-elbow');
    expect(acoemChapter(10, ['2008-03-01'])?.id).toBe('acoem-2004-ch10');
  });

  it('chooses among the editions of a name without year by the dates', () => {
    const name = 'MTUS Chronic Pain Treatment Guidelines';
    expect(ids(name)).toEqual(['cpmtg-2009', 'cpmtg-2016']);
    expect(ids(name, { on: ['2014-12-31', '2015-01-16'] })).toEqual(['cpmtg-2009']);
    expect(ids(name, { on: ['2016-12-01'] })).toEqual(['cpmtg-2016']);
    expect(ids(name, { on: ['2016-07-01', '2016-09-01'] })).toEqual(['cpmtg-2009', 'cpmtg-2016']);
  });

  it.each([
    ['Chronic Pian Medical Treatment 2009', 'Chronic Pain Medical Treatment'],
    ['Lo Back Complaints 2004', 'Low Back Complaints'],
    ['Knep Disorders 2019', 'Knee Disorders'],
    ['Hip ad Groin 2011', 'Hip and Groin'],
    ['Low Back Compliants 2004', 'Low Back Complaints'],
    ['Sholder Complaints 2004', 'Shoulder Complaints'],
    ['Acupunture Treatment 2007', 'Acupuncture Treatment'],
    ['Genral Approaches 2004', 'General Approaches'],
    ['Neck nd Upper Back Complaints 2004', 'Neck and Upper Back Complaints'],
    ['Chronic Pain Medial Treatment 2009', 'Chronic Pain Medical Treatment'],
  ])('takes %s for a misspelling of %s', (printed, name) => {
    const [match] = findGuideline(printed);
    expect(match).toMatchObject({ match: 'fuzzy', name });
  });

  it.each([
    'Knee Complains of Hip 2004',
    'Hip Complaints 2004',
    'Neck Complaints 2004',
    'Official Disability Guidelines',
  ])('does not guess at %s', (name) => {
    expect(findGuideline(name)).toEqual([]);
  });

  it('never corrects a year', () => {
    expect(findGuideline('Chronic Pian Medical Treatment 2010')).toEqual([]);
    expect(findGuideline('Chronic Pain Medical Treatment 2010').map(({ match }) => match)).toEqual([
      'other-year',
      'other-year',
    ]);
  });
});

describe('names in running text', () => {
  it('takes the longest name with its commas, over line breaks, with year', () => {
    const text = 'MTUS Forearm, Wrist,\n and Hand  Complaints\n2004, Section(s): Special Studies';
    const found = matchKnownName(text, 5);
    expect(found).toMatchObject({ id: 'acoem-2004-ch11', year: 2004 });
    expect(text.slice(5, 5 + (found?.length ?? 0))).toBe('Forearm, Wrist,\n and Hand  Complaints\n2004');
  });

  it('takes a short name only with its year', () => {
    expect(matchKnownName('Opioids 2017, Section(s)', 0)).toMatchObject({ id: 'acoem-opioids-2017' });
    expect(matchKnownName('Opioids, criteria for use', 0)).toBeUndefined();
    expect(matchKnownName('Shoulder, Magnetic resonance imaging', 0)).toBeUndefined();
  });

  it('leaves a known name with an unknown year without guideline', () => {
    expect(matchKnownName('Low Back Complaints 2011.', 0)).toMatchObject({ ids: [], year: 2011 });
  });

  it('takes section names that hold commas and brackets', () => {
    const text = 'NSAIDs, GI symptoms & cardiovascular risk, Muscle relaxants (for pain).';
    const first = matchKnownSection('cpmtg-2016', text, 0);
    expect(text.slice(0, first?.length)).toBe('NSAIDs, GI symptoms & cardiovascular risk');
    const second = matchKnownSection('cpmtg-2016', text, (first?.length ?? 0) + 2);
    expect(second).toMatchObject({ name: 'Muscle relaxants (for pain)', length: 27 });
  });

  it('finds the topics of older lines in capitals', () => {
    expect(matchKnownSection('cpmtg-2009', 'WHEN TO CONTINUE OPIOIDS Page(s): 80', 0)?.topic.first).toBe(80);
  });
});

describe('findSection', () => {
  it('finds a misspelling, and a name of another edition', () => {
    expect(findSection('acoem-2004-ch12', 'Inital Care')).toMatchObject({
      match: 'fuzzy',
      name: 'Initial Care',
    });
    expect(findSection('acoem-2004-ch8', 'Spceial Studies')).toMatchObject({
      match: 'fuzzy',
      name: 'Special Studies',
    });
    expect(findSection('acoem-2004-ch9', 'Follow-u Visits')).toMatchObject({ name: 'Follow-up Visits' });
    expect(findSection('cpmtg-2016', 'Physical Medicine')).toMatchObject({ match: 'other-edition' });
    expect(findSection('acoem-2007-elbow', '326').match).toBe('exact');
  });

  it('says when only singular and plural differ', () => {
    expect(findSection('cpmtg-2016', 'Office visit')).toMatchObject({ match: 'fuzzy', numberOnly: true });
    expect(findSection('cpmtg-2016', 'Offce visits')).toMatchObject({ match: 'fuzzy', numberOnly: false });
  });

  it.each([
    ['cpmtg-2016', 'Fluoxetine'],
    ['cpmtg-2016', 'Epidural blood patch'],
    ['cpmtg-2009', 'Education of patients'],
    ['acoem-2004-ch13', 'Surgical options'],
    ['acoem-2004-ch15', 'Coping'],
  ])('makes no misspelling of an unknown name: %s, %s', (guideline, name) => {
    expect(findSection(guideline, name)).toEqual({ match: 'unknown' });
  });
});

describe('editions', () => {
  it('knows what stood in force', () => {
    expect(inForce('cpmtg-2016', ['2015-10-27'])).toBe('none');
    expect(inForce('cpmtg-2016', ['2016-12-01', '2017-01-05'])).toBe('all');
    expect(inForce('cpmtg-2009', ['2016-07-20', '2016-08-10'])).toBe('some');
    expect(inForce('cpmtg-2009', [])).toBe('unknown');
    expect(inForce('form-traumatic-brain-injury-2017', ['2019-01-01'])).toBe('unknown');
  });

  it('finds the edition to cite instead', () => {
    expect(editionInForceInstead('cpmtg-2009', ['2016-12-05', '2017-01-20'])?.id).toBe('cpmtg-2016');
    expect(editionInForceInstead('acoem-2004-ch12', ['2018-05-01'])?.id).toBe('acoem-low-back-2016');
    expect(editionInForceInstead('cpmtg-2009', ['2016-07-20', '2016-08-10'])).toBeUndefined();
    expect(editionFor('general-approaches', '2015-10-27')?.id).toBe('general-approaches-2004');
  });

  it('offers the labels of the time', () => {
    const labels = labelsAt(['2016-12-01']).map(({ label }) => label);
    expect(labels).toContain('Opioid Treatment 2016');
    expect(labels).toContain('General Approaches 2004');
    expect(labels).not.toContain('Chronic Pain Medical Treatment 2009');
    expect(labels).not.toContain('Low Back Disorders 2016');
  });
});

describe('pages', () => {
  it('is certain outside the guideline', () => {
    expect(checkPage('cpmtg-2009', 164)).toMatchObject({ verdict: 'outside-guideline', last: 127 });
    expect(checkPage('acoem-2004-ch12', 609)).toMatchObject({ verdict: 'outside-guideline' });
    expect(checkPage('general-approaches-2004', 147, 'Initial Approaches to Treatment').verdict).toBe(
      'outside-guideline',
    );
  });

  it('accepts what determinations print', () => {
    expect(checkPage('cpmtg-2009', 64, 'Baclofen').verdict).toBe('inside');
    expect(checkPage('cpmtg-2009', 64, 'Muscle relaxants (for pain)').verdict).toBe('inside');
    expect(checkPage('cpmtg-2009', 7, 'Introduction').verdict).toBe('inside');
    expect(checkPage('cpmtg-2009', 80, 'WHEN TO CONTINUE OPIOIDS').verdict).toBe('inside');
    expect(checkPage('general-approaches-2004', 47, 'Initial Approaches to Treatment').verdict).toBe(
      'inside',
    );
    expect(checkPage('acoem-2004-ch12', 309).verdict).toBe('inside');
  });

  it('lets a drug stand under itself, its class and a list', () => {
    for (const page of [80, 93, 94, 113])
      expect(checkPage('cpmtg-2009', page, 'Tramadol').verdict).toBe('inside');
    expect(pagesOfTopic('cpmtg-2009', 'Tramadol')).toMatchObject({ first: 113, last: 113 });
    expect(checkPage('cpmtg-2009', 114, 'Tramadol')).toMatchObject({ verdict: 'outside-topic', distance: 1 });
    expect(checkPage('cpmtg-2009', 14, 'Tramadol')).toMatchObject({ verdict: 'outside-topic', distance: 60 });
  });

  it('says nothing where it knows nothing', () => {
    expect(checkPage('cpmtg-2016', 64, 'Muscle relaxants (for pain)').verdict).toBe('unknown');
    expect(checkPage('acoem-2007-elbow', 240).verdict).toBe('unknown');
    expect(checkPage('acupuncture-2007', 3).verdict).toBe('unknown');
  });

  it('lists the topics of a page, narrowest first', () => {
    const titles = topicsByPage('cpmtg-2009', 64).map(({ title }) => title);
    expect(titles[0]).toMatch(/^Baclofen/);
    expect(titles).toContain('Muscle relaxants (for pain)');
  });
});

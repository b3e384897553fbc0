import { describe, expect, it } from 'vitest';
import { applyFix, check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';

const injured = 'The injured worker is a 44 year old male who sustained an industrial injury on 09/15/2016.';

describe('date-impossible', () => {
  it.each([
    ['June 20216', 'June 2016'],
    ['June 2106', 'June 2016'],
    ['25/11/2016', '11/25/2016'],
  ])('repairs %s', (wrong, right) => {
    const text = letter({ summary: `${injured} He was seen on ${wrong}.` });
    const [finding] = check(text, 'date-impossible');
    expect(finding?.severity).toBe('error');
    expect(finding?.fixes[0]?.preferred).toBe(true);
    expect(finding?.fixes[0] && applyFix(text, finding.fixes[0])).toBe(text.replace(wrong, right));
  });

  it('offers nothing where no repair is clear', () => {
    const [finding] = check(
      letter({ summary: `${injured} He was seen on November 31, 2016.` }),
      'date-impossible',
    );
    expect(finding?.fixes).toEqual([]);
  });
});

describe('date-future', () => {
  it('offers the year before', () => {
    const text = letter({ summary: `${injured} On 11/10/2017, the patient complained of back pain.` });
    const [finding] = check(text, 'date-future');
    expect(finding?.severity).toBe('error');
    expect(finding?.fixes[0] && applyFix(text, finding.fixes[0])).toBe(
      text.replace('11/10/2017', '11/10/2016'),
    );
  });

  it.each([
    `${injured} A note of 12/28/2016, after the review, is unchanged.`,
    `${injured} He is scheduled for surgery on 02/10/2017.`,
    `${injured} He was kept off work until 02/10/2017.`,
    `${injured} The pregnancy has an estimated due date of 06/18/2017. A hearing is set for 06/12/2017.`,
    `${injured} A web page (accessed 02/18/2017) says so.`,
  ])('says nothing of "%s"', (summary) => {
    expect(check(letter({ summary }), 'date-future')).toEqual([]);
  });
});

describe('date-before-injury', () => {
  it('offers the next year for a January note with the old year', () => {
    const text = letter({
      header: {
        'Date of Injury': '10/24/2016',
        'UR Denial Date': '01/16/2017',
        'Application Received': '01/24/2017',
        'Date Assigned': '01/31/2017',
        'Decision Date': '02/28/2017',
      },
      summary:
        'He sustained an industrial injury on 10/24/2016. The progress report dated 01/12/2016 noted knee pain.',
    });
    const [finding] = check(text, 'date-before-injury');
    expect(finding?.fixes[0] && applyFix(text, finding.fixes[0])).toBe(
      text.replace('01/12/2016', '01/12/2017'),
    );
    // 11/12/2016 and 12/12/2016 would fit as well: the choice is the writer's.
    expect(finding?.fixes[0]?.preferred).toBe(false);
  });

  it('prefers the next year where no other month of the year fits', () => {
    const text = letter({ summary: `${injured} The progress report dated 11/10/2015 noted back pain.` });
    const [finding] = check(text, 'date-before-injury');
    expect(finding?.fixes[0]?.preferred).toBe(true);
    expect(finding?.fixes[0] && applyFix(text, finding.fixes[0])).toBe(
      text.replace('11/10/2015', '11/10/2016'),
    );
  });

  it('tells of a recent earlier study as information', () => {
    const [finding] = check(
      letter({ summary: `${injured} A left knee MRI performed on 4/19/2016 showed a tear.` }),
      'date-before-injury',
    );
    expect(finding?.severity).toBe('information');
  });

  it('tells of surgery some days before the injury as information', () => {
    const [finding] = check(
      letter({ summary: `${injured} He underwent surgery of the left knee on 09/05/2016.` }),
      'date-before-injury',
    );
    expect(finding?.severity).toBe('information');
  });

  it.each([
    `${injured} He was born on 03/17/1972.`,
    `${injured} Grip was 12/14/12 kg on the right, and the patient is right-handed.`,
    `${injured} A lumbar CT (3-21-13) had been normal.`,
    `${injured} He underwent a cervical fusion on 05/16/2013.`,
    `${injured} He had a prior industrial injury on 02/03/2009.`,
    `${injured} Headaches were reported in records of his family physician of 02/03/2014.`,
    `${injured} He was treated by Dr. Poe with visits on 02/03/2014 and 05/04/2016 for migraine.`,
    `${injured} Before the injury he had a previous visit on 02/03/2016 for a cold.`,
    `${injured} The Chronic Pain Medical Treatment Guidelines (July 28, 2016) support a trial.`,
  ])('says nothing of "%s"', (summary) => {
    expect(check(letter({ summary }), 'date-before-injury')).toEqual([]);
  });
});

describe('date-order', () => {
  it.each([
    ['Date Assigned', '11/28/2016'],
    ['Decision Date', '12/05/2016'],
    ['Application Received', '11/20/2016'],
  ])('finds a header whose %s comes too early', (field, value) => {
    const text = letter({ header: { [field]: value } });
    const [finding] = check(text, 'date-order');
    expect(finding && marked(text, finding)).toBe(value);
    expect(finding?.severity).toBe('error');
  });

  it('allows steps on one day', () => {
    expect(
      check(
        letter({ header: { 'Application Received': '11/21/2016', 'Date Assigned': '11/21/2016' } }),
        'date-order',
      ),
    ).toEqual([]);
  });

  it('finds a request after the review that decided it, unless another lies before', () => {
    const late = `${injured} The request for authorization dated 11/24/2016 asked for Baclofen.`;
    expect(check(letter({ summary: late }), 'date-order')).toHaveLength(1);
    const two = `${injured} The request for authorization dated 11/14/2016 asked for Baclofen, and a request for authorization dated 12/02/2016 for Norco.`;
    expect(check(letter({ summary: two }), 'date-order')).toEqual([]);
  });

  it('finds a range that runs backwards', () => {
    const summary = `${injured} Medical records (11-20-2016 to 10-20-2016) show pain.`;
    expect(check(letter({ summary }), 'date-order')[0]?.message).toContain('backwards');
  });

  it('takes a date that was changed for no range', () => {
    const summary = `${injured} The appointment was moved from 11/20/2016 to 11/10/2016.`;
    expect(check(letter({ summary }), 'date-order')).toEqual([]);
  });
});

describe('date-interval', () => {
  it('tells of a decision a year late, not of a usual one', () => {
    expect(check(letter({ header: { 'Decision Date': '01/04/2018' } }), 'date-interval')[0]?.severity).toBe(
      'information',
    );
    expect(check(letter(), 'date-interval')).toEqual([]);
  });

  it('tells of a review long after the last visit, but not where a later day is told in any words', () => {
    const told = (more: string): string =>
      letter({
        summary: `The injured worker is a 44 year old male who sustained an industrial injury on 01/15/2016. On 03/02/2016, he was seen for back pain.${more}`,
        items: [{ rationale: 'There is no gain. Therefore, the request is not medically necessary.' }],
      });
    expect(check(told(''), 'date-interval')).toHaveLength(1);
    expect(check(told(' The score was 17 on 10/28/2016, as against 9 before.'), 'date-interval')).toEqual([]);
  });

  it('allows an application some days in the mail', () => {
    const header = {
      'Application Received': '12/28/2016',
      'Date Assigned': '01/04/2017',
      'Decision Date': '02/01/2017',
    };
    expect(check(letter({ header }), 'date-interval')).toEqual([]);
  });
});

describe('date-order of what was told and what it tells of', () => {
  const told = (sentences: string): string[] => {
    const text = letter({ summary: `${injured} ${sentences}` });
    return check(text, 'date-order').map((finding) => marked(text, finding));
  };

  it.each([
    ['The reviewer cited an examination of 12/05/2016 with normal strength.', '12/05/2016'],
    [
      'On 11/03/2016 the provider reviewed the x-rays taken on 11/23/2016, which were negative.',
      '11/23/2016',
    ],
    ['The MRI of 11/13/2016 was reviewed with the patient on 11/03/2016.', '11/13/2016'],
    [
      'A trigger point injection was performed on 11/06/2016. On 10/22/2016 the patient reported two weeks of relief from the injection.',
      '10/22/2016',
    ],
  ])('finds "%s"', (sentences, words) => {
    expect(told(sentences)).toEqual([words]);
  });

  it.each([
    'The reviewer cited an examination of 11/05/2016 with normal strength.',
    'The reviewer noted on 12/05/2016 that it had the records.',
    'The reviewer noted that surgery was scheduled for 12/05/2016.',
    'On appeal, the reviewer cited an examination of 12/05/2016.',
    'The expert reviewer noted an examination of 12/05/2016.',
    'On 11/03/2016 the physician reviewed the chart and the patient had an MRI on 11/13/2016.',
    'On 11/03/2016 the physician reviewed the need for an MRI, done on 11/13/2016.',
    'The note of 11/03/2016 was reviewed with the EMG of 11/13/2016.',
    'On 11/23/2016 the provider reviewed the MRI of 11/13/2016.',
    'A second injection was performed on 11/06/2016. On 10/22/2016 the patient reported relief from the injection.',
    'An injection was performed on 11/06/2016. On 10/22/2016 he hoped that it would give relief from the pain.',
  ])('says nothing of "%s"', (sentences) => {
    expect(told(sentences)).toEqual([]);
  });
});

describe('date-before-injury of what was for the injury', () => {
  const told = (sentences: string): string[] => {
    const text = letter({ summary: `${injured} ${sentences}` });
    return check(text, 'date-before-injury').map((finding) => marked(text, finding));
  };

  it.each([
    ['For this industrial injury he has been taking Norco since 05/02/2016.', '05/02/2016'],
    ['He was given a brace for the injury in June 2015.', 'June 2015'],
  ])('finds "%s"', (sentences, words) => {
    expect(told(sentences)).toEqual([words]);
  });

  it.each([
    'He was given a brace for the injury in September 2016.',
    'He was started on gabapentin for shingles in March 2014.',
    'He was treated for a prior injury in March 2014 and for this injury from October 2016.',
    'He was hired on 06/20/2014 and has been off work for this injury since 09/16/2016.',
    'He has taken Norco since 05/02/2016.',
  ])('says nothing of "%s"', (sentences) => {
    expect(told(sentences)).toEqual([]);
  });
});

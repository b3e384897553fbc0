import { describe, expect, it } from 'vitest';
import { applyFix, check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';

const claim =
  'The applicant has filed a claim for low back pain reportedly associated with an industrial injury of September 15, 2016.';
const injured = 'The injured worker is a 44 year old male who sustained an industrial injury on 09/15/2016.';
const end = 'Therefore, the request is not medically necessary.';

describe('date-reference', () => {
  const right = letter({
    summary: `${claim} A November 9, 2016 date of service was referenced in the determination. On said November 9, 2016 office visit, the applicant reported 7/10 pain.`,
    items: [
      {
        rationale: `The applicant remained off of work as of the date in question, November 9, 2016. ${end}`,
      },
    ],
  });

  it('marks the mention that stands alone, with both sides related and the support counted', () => {
    const wrong = right.replace('said November 9', 'said November 6');
    const [finding] = check(wrong, 'date-reference');
    expect(finding && marked(wrong, finding)).toBe('November 6, 2016');
    expect(finding?.related.map((place) => marked(wrong, place))).toEqual([
      'November 9, 2016',
      'November 9, 2016',
    ]);
    expect(finding?.message).toContain('1 other mention');
    expect(finding?.fixes[0] && applyFix(wrong, finding.fixes[0])).toBe(right);
  });

  it('marks the first mention where the later ones agree', () => {
    const wrong = right.replace('A November 9', 'A November 19');
    const [finding] = check(wrong, 'date-reference');
    expect(finding && marked(wrong, finding)).toBe('November 19, 2016');
    expect(finding?.fixes[0] && applyFix(wrong, finding.fixes[0])).toBe(right);
  });

  it('takes "the same date" for the day told last, whatever was done on it', () => {
    const told = (day: string): string =>
      letter({
        summary: `${injured} On November 7, 2016, he had spasm. A urine drug test of the same date, November ${day}, 2016, was negative.`,
      });
    const [finding] = check(told('17'), 'date-reference');
    expect(finding?.fixes[0] && applyFix(told('17'), finding.fixes[0])).toBe(told('7'));
    expect(check(told('7'), 'date-reference')).toEqual([]);
  });

  it('says nothing where each points to a date given before', () => {
    expect(check(right, 'date-reference')).toEqual([]);
    const visits = letter({
      summary: `${claim} On an office visit dated October 31, 2016, restrictions were imposed. On November 29, 2016, they were renewed.`,
      items: [
        { rationale: `No goals were stated on the November 29, 2016 office visit in question. ${end}` },
      ],
    });
    expect(check(visits, 'date-reference')).toEqual([]);
  });

  it('does not take "D and is not at issue" for a date in question', () => {
    const summary = `${injured} On 10/18/2016, he was seen. Another claim bears the date 10/18/2013 and is not at issue.`;
    expect(check(letter({ summary }), 'date-reference')).toEqual([]);
  });
});

describe('date-near-miss', () => {
  it('takes days that one sentence tells side by side for two', () => {
    const summary =
      'The injured worker is a 44 year old male who sustained an industrial injury on 09/15/2016. The appeal letter of 12/12/2016 encloses a note of 12/02/2016 and one of 11/12/2016.';
    const rationale =
      'The note of 12/02/2016 has the finding that the note of 11/12/2016 lacked. The request is medically necessary.';
    expect(check(letter({ summary, items: [{ rationale }] }), 'date-near-miss')).toEqual([]);
  });

  it('takes the ends of a stay for two days', () => {
    const rationale = 'A stay was needed. The request is medically necessary.';
    const text = letter({
      items: [
        { heading: 'Chest x-ray (DOS 10/20/2016): Overturned', rationale },
        { heading: 'Room and board, 10/20/2016 - 10/24/2016: Overturned', rationale },
      ],
    });
    expect(check(text, 'date-near-miss')).toEqual([]);
  });

  it('finds the same study under another month', () => {
    const right = letter({
      summary: `${injured} The MRI of the right shoulder dated 10/21/2016 showed a supraspinatus tear with retraction.`,
      items: [
        { rationale: `The MRI of the right shoulder dated 10/21/2016 showed a supraspinatus tear. ${end}` },
      ],
    });
    const wrong = right.replace(
      '10/21/2016 showed a supraspinatus tear. ',
      '11/21/2016 showed a supraspinatus tear. ',
    );
    const [finding] = check(wrong, 'date-near-miss');
    expect(finding?.severity).toBe('warning');
    expect(finding?.fixes.map((fix) => applyFix(wrong, fix))).toContain(right);
  });

  it('finds a date of service that heading and conclusion give differently', () => {
    const text = letter({
      summary: `${injured} On 11/11/2016, the patient was seen with back pain.`,
      items: [
        {
          heading: 'Retrospective Ketorolac injection, DOS: 11/11/2016: Upheld',
          rationale: `The retrospective request for Ketorolac injection, DOS: 11/21/2016, is not medically necessary.`,
        },
      ],
    });
    const [finding] = check(text, 'date-near-miss');
    expect(finding && marked(text, finding)).toBe('11/21/2016');
    expect(finding?.fixes[0]?.preferred).toBe(true);
  });

  it('finds one date changed in a sentence that two rationales share', () => {
    const sentence =
      'Per the records, the patient was recovering from a crushing wound and was examined on #. The provider asked for help at home.';
    const text = letter({
      summary: `${injured} On 10/25/2016, the patient was examined.`,
      items: [
        { rationale: `${sentence.replace('#', '10/25/2016')} ${end}` },
        { heading: 'Norco 5mg #30: Upheld', rationale: `${sentence.replace('#', '10/23/2016')} ${end}` },
      ],
    });
    const [finding] = check(text, 'date-near-miss');
    expect(finding && marked(text, finding)).toBe('10/23/2016');
  });

  it.each([
    [
      'the end of something',
      `${injured} On 10/28/2016, he walked forty feet with a walker at home.`,
      `The nursing task at home, dressing the wound, ended on 10/20/2016. ${end}`,
    ],
    [
      'the end of a period',
      `${injured} On 12/01/2016, the wound was open for 1.5 cm over the plate. On 12/01/2016, he could not stand.`,
      `The wound over the plate and the period of rest that ends, accordingly, on 12/18/2016 are behind him. ${end}`,
    ],
    [
      'the beginning of something',
      `${injured} An aide was asked for six weeks beginning December 11, 2016.`,
      `The fall of December 12, 2016, took place at night. ${end}`,
    ],
    [
      'two visits near each other',
      `${injured} On 11/14/2016, he had spasm. On 11/24/2016, he reported less pain.`,
      `On 11/24/2016, he reported less pain. ${end}`,
    ],
    [
      'another note beside the one told of',
      `${injured} On a clinic note dated 11/28/2016, the patient was improving with rest and ice. On an earlier note dated 11/08/2016, the patient was improving with rest and ice.`,
      end,
    ],
    [
      'an examination within the range of the records',
      `${injured} Medical records (10-26-2016 to 12-07-2016) indicate ongoing pain. The physical exam of the lumbar spine, dated 12-05-2016, revealed tenderness.`,
      end,
    ],
    [
      'a reviewer who cites other notes',
      `${injured} The documentation on 11-22-16 noted wrist pain.`,
      `On 10/12/16 the cast was removed. On 10/25/16 she had moderate pain. As of 11/21/16 she had attended five sessions. ${end}`,
    ],
  ])('says nothing of %s', (_, summary, rationale) => {
    expect(check(letter({ summary, items: [{ rationale }] }), 'date-near-miss')).toEqual([]);
  });

  it.each([
    ['a therapist', 'surgeon', 0],
    ['a surgeon', 'surgeon', 1],
  ])('compares what %s did with what the %s did: %i', (who, other, count) => {
    const text = letter({
      summary: `${injured} On 10/07/2016 the ${other} found the burned hand stiff with hard bands.`,
      items: [
        { rationale: `The burned hand was stiff with hard bands when ${who} saw it on 10/01/2016. ${end}` },
      ],
    });
    expect(check(text, 'date-near-miss')).toHaveLength(count);
  });

  it.each([
    [
      'a query of the prescription database',
      `${injured} On 11/15/2016, he had spasm.`,
      `The CURES report of 11/14/2016 shows one prescriber. ${end}`,
    ],
    [
      'a study that the summary names otherwise',
      `${injured} Spirometry was done on 10/19/2016. A CT of the chest of 10/26/2016 showed scars.`,
      `The scan of 10/26/2016 was early. ${end}`,
    ],
    [
      'a day that the summary knows for something else',
      `${injured} Therapy ended on 11/12/2016. On 11/15/2016, he had spasm.`,
      `As of 11/12/2016 he had little pain. ${end}`,
    ],
  ])('says nothing of %s', (_, summary, rationale) => {
    const text = letter({ summary, items: [{ rationale }] });
    expect([...check(text, 'date-near-miss'), ...check(text, 'date-unmentioned')]).toEqual([]);
  });

  it('compares two mentions of a query', () => {
    const text = letter({
      summary: `${injured} A CURES report of 11/15/2016 was clear.`,
      items: [{ rationale: `The CURES report of 11/14/2016 shows one prescriber. ${end}` }],
    });
    expect(check(text, 'date-near-miss')).toHaveLength(1);
  });
});

describe('date-unmentioned', () => {
  it('tells of each new date of a rationale once, as a hint', () => {
    const text = letter({
      summary: `${injured} On 10/12/2016, he reported back pain.`,
      items: [
        {
          rationale: `It was reported on December 30, 2015 that he worked. On November 2, 2016, he had 8/10 pain. Pain was the same as of November 2, 2016. ${end}`,
        },
      ],
    });
    const found = check(text, 'date-unmentioned');
    expect(found.map((finding) => marked(text, finding))).toEqual(['November 2, 2016']);
    expect(found[0]?.severity).toBe('hint');
  });

  it.each([
    'The level was right, and the next would have been due on about 12/20/2016.',
    'The six months ended on 12/20/2016.',
  ])('leaves a day that is reckoned alone: %s', (text) => {
    const summary = `${injured} On 06/20/2016, he reported back pain.`;
    expect(check(letter({ summary, items: [{ rationale: `${text} ${end}` }] }), 'date-unmentioned')).toEqual(
      [],
    );
  });

  it('counts a heading as a mention', () => {
    const text = letter({
      summary: `${injured} On 10/12/2016, he reported back pain.`,
      items: [
        {
          heading: 'Retrospective Ketorolac injection, DOS: 11/11/2016: Upheld',
          rationale: `On 11/11/2016 an injection was given. ${end}`,
        },
      ],
    });
    expect(check(text, 'date-unmentioned')).toEqual([]);
  });
});

describe('date-missing', () => {
  it.each([
    'The RFA (request for authorization) dated the following treatment was requested; therapy.',
    'A progress report dated noted that he works.',
    'The utilization review dated non-certified the request.',
    'The patient was evaluated on for complaints of neck pain.',
    'He sustained an industrial injury on.',
  ])('finds what is lost in "%s"', (sentence) => {
    expect(check(letter({ summary: `${injured} ${sentence}` }), 'date-missing')).toHaveLength(1);
  });

  it.each([
    'The progress report was dated and signed by the provider.',
    'Progress notes dated from 10/02/2016 to 11/03/2016 were reviewed.',
    'The report dated October 2016 is brief.',
    'The form dated (11/14/2016) is signed.',
    'He was evaluated on the same day.',
    'The recommendation is based on.',
    'He was seen on and off, and an x-ray was performed on that date.',
  ])('says nothing of "%s"', (sentence) => {
    expect(check(letter({ summary: `${injured} ${sentence}` }), 'date-missing')).toEqual([]);
  });
});

describe('duration-impossible', () => {
  it.each([
    'On 11/10/2016, he still had pain; he has been using Norco for at least 6 months.',
    'He is two years status post injury.',
    'On 11/10/2016, four months after the injury, he had pain.'.replace('four', 'nine'),
    'He is still off work more than three years after the injury.',
    'He wore the splint for eleven years after the injury without a gain.',
  ])('finds "%s"', (sentence) => {
    expect(check(letter({ summary: `${injured} ${sentence}` }), 'duration-impossible')).toHaveLength(1);
  });

  it.each([
    'On 11/10/2016, about two months after the injury, he had pain.',
    'He is two months status post injury.',
    'He wore the splint for two weeks after the injury.',
    'He was off work for six weeks after the injury.',
    'Before the claim he had smoked for at least 20 years.',
    'The guidelines recommend therapy for at least 6 months.',
    'He has a history of back pain for more than 10 years.',
    'He has been employed as a driver for 12 years.',
    'On the right side, there has been a repair for twelve years.',
    'The mesh has been in place for twelve years.',
  ])('says nothing of "%s"', (sentence) => {
    expect(check(letter({ summary: `${injured} ${sentence}` }), 'duration-impossible')).toEqual([]);
  });

  it("takes the birth of a child for nobody else's", () => {
    const born = (who: string): string =>
      letter({
        summary: `The injured worker is a 44 year old female injured on 09/15/2016. ${who} born on 6/30/2012.`,
      });
    expect(check(born('A healthy boy was'), 'duration-impossible')).toEqual([]);
    expect(check(born('She was'), 'duration-impossible')).toHaveLength(1);
  });

  it('says nothing of an age beside two dates of birth', () => {
    const summary =
      'The injured worker is a 44 year old female injured on 09/15/2016. The records list her birthdate as 03-17-1956 and 03-17-1965.';
    expect(check(letter({ summary }), 'duration-impossible')).toEqual([]);
  });
});

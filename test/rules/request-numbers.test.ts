import { describe, expect, it } from 'vitest';
import { check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import { fixed, item, summaryOf } from '../support/request-item.ts';

describe('words and numbers of a request', () => {
  it.each([
    ['strength-mismatch', 'Norco 10/325mg #60', '10/325mg', '5/325mg'],
    ['quantity-mismatch', 'Norco 10/325mg #60', '#60', '#90'],
    ['quantity-mismatch', 'Acupuncture 2 times a week for 4 weeks', 'for 4 weeks', 'for 6 weeks'],
    ['quantity-mismatch', 'Acupuncture 2 times a week for 4 weeks', '2 times', '3 times'],
    ['level-mismatch', 'Right L4-5 epidural steroid injection', 'L4-5', 'L5-S1'],
    ['service-mismatch', 'CT scan of the left foot', 'CT scan', 'MRI'],
    ['body-part-mismatch', 'maxillary splint, hard', 'maxillary', 'mandibular'],
  ])('%s: %s with something else in the conclusion', (rule, request, from, to) => {
    const right = letter(item(request, `As such, the request for ${request} is not medically necessary.`));
    const at = right.lastIndexOf(from);
    const wrong = right.slice(0, at) + to + right.slice(at + from.length);
    expect(check(right, rule)).toEqual([]);
    expect(fixed(wrong, rule)).toBe(right);
  });

  it.each([
    ['Physical therapy, 12 visits', 'He is weak. The 18 visits requested exceed the guideline.', '18'],
    ['Norco 5/325mg #30', 'It is for a few days. The quantity requested, 60 tablets, is small.', '60'],
    ['Cold unit, 14 day rental', 'It is used for a week. The 21 day rental requested here exceeds it.', '21'],
    ['Acupuncture, 6 sessions', 'It is new to him. The requested 8 sessions exceed a trial.', '8'],
  ])('%s: another amount called requested', (request, rationale, amount) => {
    const text = letter(item(request, rationale));
    const findings = check(text, 'quantity-mismatch');
    expect(findings.map((finding) => marked(text, finding))).toEqual([amount]);
  });

  it.each([
    'He is weak. The 12 visits requested exceed the guideline.',
    'The 18 visits requested by Dr. Okafor in 2014 were given.',
    'Of the 18 visits requested, six were granted; the other 12 of the 18 visits are denied.',
    'The guideline has no room for 18 visits requested at once.',
  ])('is silent where the amount is the same, or may be that of another request: %s', (rationale) => {
    expect(check(letter(item('Physical therapy, 12 visits', rationale)), 'quantity-mismatch')).toEqual([]);
  });

  it('finds a heading that stands alone against summary and rationale', () => {
    const text = letter({
      summary: summaryOf(
        'The request for authorization asked for Norco 10/325 mg #60. The utilization review of 11/21/2016 non-certified the request for Norco 10/325 mg #60.',
      ),
      items: [
        {
          heading: 'Norco 5/325mg #60: Upheld',
          rationale: 'As such, the request for Norco 10/325mg #60 is not medically necessary.',
        },
      ],
    });
    const [finding] = check(text, 'strength-mismatch');
    expect(finding && marked(text, finding)).toBe('5/325');
  });

  it.each([
    [
      'a guideline’s number of visits',
      'The guideline recommends physical therapy 10 visits over 8 weeks. Therefore, the request for physical therapy 6 sessions is not medically necessary.',
    ],
    [
      'number words and digits',
      'Therefore, the request for physical therapy six visits is not medically necessary.',
    ],
  ])('is silent about %s', (_, rationale) => {
    expect(check(letter(item('Physical therapy 6 sessions', rationale)), 'quantity-mismatch')).toEqual([]);
  });

  it('is silent about a first form that another replaced', () => {
    const summary = (first: string): string =>
      letter({
        ...item('Work hardening program, 40 hours', 'The request is not medically necessary.'),
        summary: summaryOf(
          `A request was signed on 10/03/2016 for a work hardening program of 90 hours${first}`,
        ),
      });
    expect(check(summary('.'), 'quantity-mismatch')).toHaveLength(1);
    expect(check(summary('; a second form replaced it.'), 'quantity-mismatch')).toEqual([]);
  });

  it.each([
    ['one tablet daily for 8 weeks (56 tablets)', 0],
    ['one tablet every 8 hours, #56', 0],
    ['#65', 1],
  ])('takes the tablets of a dose for no quantity: %s', (asked, count) => {
    const text = letter({
      summary: summaryOf(`On 11/14/2016 the surgeon requested Norco 10/325mg, ${asked}.`),
      items: [{ heading: 'Norco 10/325mg #56: Upheld' }],
    });
    expect(check(text, 'quantity-mismatch')).toHaveLength(count);
  });

  it.each([
    ['120 grams', 1],
    ['180 gm', 0],
    ['10%', 0],
  ])('compares the grams of a cream apart from its percentages: %s', (said, count) => {
    const text = letter(
      item(
        'Gabapentin 6%/Lidocaine 5% cream, 180 grams',
        `There is no trial. As such, the request for the compound cream of ${said} is not medically necessary.`,
      ),
    );
    expect(check(text, 'strength-mismatch')).toHaveLength(count);
  });

  it('tells another number of grams once', () => {
    const cream = 'Gabapentin 6%/Lidocaine 5% cream, 180 grams';
    const text = letter(
      item(cream, `As such, the request for ${cream.replace('180', '120')} is not medically necessary.`),
    );
    expect([...check(text, 'quantity-mismatch'), ...check(text, 'strength-mismatch')]).toHaveLength(1);
  });

  it('takes the range of a guideline for no other number of sessions', () => {
    const text = letter(
      item(
        'Cognitive behavioral therapy, eight sessions',
        'ODG supports cognitive behavioral therapy, "up to 13-20 sessions over 7-20 weeks." The request is not medically necessary.',
      ),
    );
    expect(check(text, 'quantity-mismatch')).toEqual([]);
  });

  it('is silent about the three numbers of a split heading', () => {
    const heading =
      'Norco 10/325mg #60 was the original request. Norco 10/325mg #25 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco 10/325mg #35 is';
    const rationale =
      'Norco 10/325mg #25 was authorized by the Claims Administrator. Thus the request for Norco 10/325mg #35 is not medically necessary.';
    const text = letter(item(heading, rationale));
    expect([...check(text, 'quantity-mismatch'), ...check(text, 'strength-mismatch')]).toEqual([]);
  });

  it('takes what is taken in a day for no strength of a tablet', () => {
    const text = letter(
      item('Gabapentin 300mg #90', 'The requested gabapentin 900 mg a day is not medically necessary.'),
    );
    expect(check(text, 'strength-mismatch')).toEqual([]);
  });

  it.each([
    ['one tablet twice daily for 14 days #28', 0],
    ['one tablet twice daily for 14 days #40', 1],
    ['one tablet twice daily as needed for 14 days #40', 0],
    ['1 tablet twice a day for 1 month #60', 0],
  ])('counts tablets: %s', (dose, count) => {
    expect(
      check(
        letter(item(`Norco 5/325mg, ${dose}`, 'The request is not medically necessary.')),
        'quantity-arithmetic',
      ),
    ).toHaveLength(count);
  });

  it.each([
    ['4 hours a day, 5 days a week', 25, 1],
    ['4 hours a day, 5 days a week', 20, 0],
    ['4 hours per day 7 days per week', 28, 0],
    ['4 hours a day', 25, 0],
  ])('counts hours: %s, and %i a week', (schedule, hours, count) => {
    const text = letter(
      item(
        `Home health aide, ${schedule}`,
        `The requested ${hours} hours a week are not medically necessary.`,
      ),
    );
    expect(check(text, 'quantity-arithmetic')).toHaveLength(count);
  });

  it.each([
    ['Physical therapy 6 sessions 2 times a week for 3 weeks', 0],
    ['Physical therapy 8 sessions 2 times a week for 3 weeks', 1],
    ['Physical therapy two to three times a week for six to eight weeks (24 sessions)', 0],
    ['Twelve physical therapy sessions, three times weekly', 0],
    ['Acupuncture, 20 sessions; home nursing care 3 times a week for 4 weeks', 0],
    ['Acupuncture once a week for 10 weeks and 6 sessions of massage', 0],
    ['Acupuncture, 20 sessions, 3 times a week for 4 weeks', 1],
  ])('counts visits: %s', (heading, count) => {
    expect(
      check(letter(item(heading, 'The request is not medically necessary.')), 'quantity-arithmetic'),
    ).toHaveLength(count);
  });

  it('corrects a unit and a concentration', () => {
    const right = letter({ summary: summaryOf('He takes Ultram 50 mg once a day.') });
    expect(fixed(right.replace('50 mg', '50 gm'), 'strength-unit')).toBe(right);
    const gel = letter(item('Diclofenac gel 3% 30mg/g #1', 'The request is not medically necessary.'));
    expect(check(gel, 'strength-concentration')).toEqual([]);
    expect(fixed(gel.replace('30mg/g', '300mg/g'), 'strength-concentration')).toBe(gel);
  });
});

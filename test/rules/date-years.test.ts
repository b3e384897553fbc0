import { describe, expect, it } from 'vitest';
import { applyFix, check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';

const close = 'Therefore, the request is not medically necessary.';

describe('day and month exchanged', () => {
  const summary = 'The injured worker is a 44 year old male who sustained an industrial injury on 09-15-16.';

  it('is seen in a year of two digits, and changed back', () => {
    const right = letter({
      summary: `${summary} The request for authorization dated 11-14-16 asked for Baclofen.`,
    });
    const wrong = right.replace('11-14-16', '14-11-16');
    const [finding] = check(wrong, 'date-impossible');
    expect(finding && marked(wrong, finding)).toBe('14-11-16');
    expect(finding?.fixes[0] && applyFix(wrong, finding.fixes[0])).toBe(right);
  });

  it('is not seen in three readings', () => {
    for (const text of [
      'Grip strength of 20/12/16 on the right.',
      'Jamar readings (24-10-20) were low.',
      'Doses of 20-10-16 mg were tried.',
    ])
      expect(check(letter({ summary: `${summary} ${text}` }), 'date-impossible')).toEqual([]);
  });
});

describe('a year before the injury', () => {
  const old = letter({
    header: { 'Date of Injury': '10/02/2012', 'UR Denial Date': '11/21/2016' },
    summary:
      'The injured worker is a 44 year old male who sustained an industrial injury on 10/02/2012. On 05/12/2016 he reported pain. On 06/23/2016 he reported less pain. The request for authorization dated 11/14/2016 asked for Baclofen. The utilization review dated 11/21/2016 denied it.',
  });

  it('offers the year in which the other visits lie first', () => {
    const wrong = old.replace('06/23/2016', '06/23/2012');
    const [finding] = check(wrong, 'date-before-injury');
    expect(finding?.message).toContain('the year may be 2016');
    expect(finding?.fixes[0] && applyFix(wrong, finding.fixes[0])).toBe(old);
  });

  it('puts a request to the review that decided it', () => {
    const wrong = old.replace('11/14/2016', '11/14/2011');
    const [finding] = check(wrong, 'date-before-injury');
    expect(finding?.fixes.map((fix) => applyFix(wrong, fix))).toEqual([old]);
  });
});

describe('a request after the decision', () => {
  it('is not moved to a year in which no review followed', () => {
    const text = letter({
      summary:
        'The injured worker is a 44 year old male who sustained an industrial injury on 09/15/2014. The request for authorization dated 03/27/2017 asked for Baclofen. The utilization review dated 11/21/2016 denied it.',
    });
    const [finding] = check(text, 'date-future');
    expect(finding && marked(text, finding)).toBe('03/27/2017');
    expect(finding?.fixes).toEqual([]);
  });
});

describe('dates that the summary never mentions', () => {
  it('are none of its matter behind the decision', () => {
    const text = letter({
      items: [
        {
          rationale:
            'The operation was on 10/08/2016, and the period runs until 04/08/2017. The first month ended on 11/08/2016. Therefore, the request is not medically necessary.',
        },
      ],
    });
    expect(check(text, 'date-unmentioned').map((finding) => marked(text, finding))).toEqual(['10/08/2016']);
  });

  const summary =
    'The injured worker is a 44 year old male who sustained an industrial injury on 09/15/2016. On 10/12/2016 he reported low back pain.';
  const history =
    'On 10/20/2016 the cast was removed. On 11/02/2016 he had wrist pain. He was evaluated on 11/16/2016.';

  it('are one remark for a rationale that tells its own history', () => {
    const text = letter({ summary, items: [{ rationale: `${history} ${close}` }] });
    const findings = check(text, 'date-unmentioned');
    expect(findings.map((finding) => marked(text, finding))).toEqual(['10/20/2016']);
    expect(findings[0]?.related.map((place) => marked(text, place))).toEqual(['11/02/2016', '11/16/2016']);
  });
});

describe('one day beside a well-known one', () => {
  const summary =
    'The injured worker is a 44 year old male who sustained an industrial injury on 09/15/2016. On 10/12/2016 he reported low back pain. Spasm was found on 10/12/2016.';
  const text = (day: string): string =>
    letter({
      summary,
      items: [
        { rationale: `On 10/12/2016 he walked well. ${close}` },
        { heading: 'Norco 5/325mg #30: Upheld', rationale: `The note of ${day} does not tell why. ${close}` },
      ],
    });

  it('is a warning', () => {
    const wrong = text('10/17/2016');
    const [finding] = check(wrong, 'date-near-miss');
    expect(finding?.severity).toBe('warning');
    expect(finding?.fixes[0] && applyFix(wrong, finding.fixes[0])).toBe(text('10/12/2016'));
    expect(check(text('10/12/2016'), 'date-near-miss')).toEqual([]);
  });
});

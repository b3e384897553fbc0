import { describe, expect, it } from 'vitest';
import { applyFix, check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';

const injured = 'The injured worker is a 44 year old male who sustained an industrial injury on 09/15/2016.';

describe('date-ur-mismatch', () => {
  it('shows both dates and puts the right one back in the format of the text', () => {
    const right = letter({
      summary: `${injured} The request for authorization dated 11-14-16 asked for Baclofen. The UR dated 11-21-16 denied it.`,
    });
    const wrong = right.replace('11-21-16', '11-11-16');
    const [finding] = check(wrong, 'date-ur-mismatch');
    expect(finding && marked(wrong, finding)).toBe('11-11-16');
    expect(finding?.related.map((place) => marked(wrong, place))).toContain('11/21/2016');
    // A review before the request that it decides: the text is wrong, not the header.
    expect(finding?.fixes[0]?.preferred).toBe(true);
    expect(finding?.fixes[0] && applyFix(wrong, finding.fixes[0])).toBe(right);
  });

  it('prefers to correct the header where the header cannot be', () => {
    const right = letter();
    const wrong = right.replace('UR Denial Date: 11/21/2016', 'UR Denial Date: 12/21/2016');
    const [finding] = check(wrong, 'date-ur-mismatch');
    const preferred = finding?.fixes.find((fix) => fix.preferred);
    expect(preferred && applyFix(wrong, preferred)).toBe(right);
  });

  it('leaves the choice open where nothing tells', () => {
    const [finding] = check(letter({ header: { 'UR Denial Date': '11/22/2016' } }), 'date-ur-mismatch');
    expect(finding?.fixes.map((fix) => fix.preferred)).toEqual([false, false]);
  });

  it.each([
    `${injured} The utilization review dated 11/21/2016 denied it. A note dated 12/21/2016, written after that review, adds nothing.`,
    `${injured} In a utilization review of 03/02/2016 an earlier request had been denied. The utilization review dated 11/21/2016 denied this one.`,
    `${injured} The first request, of 10/04/2016, was non-certified on 10/11/2016 as premature; the re-request, of 11/12/2016, was non-certified by the Utilization Review of 11/21/2016.`,
    `${injured} On 11/12/2016, upon advice from UR, the team put the request at ten visits. The utilization review dated 11/21/2016 denied it.`,
    `${injured} On 11/25/2016, after the date of the utilization review report, the applicant reported pain.`,
    `${injured} Requests made on 11/14/2016 were denied on 11/21/2016, for lack of films.`,
    `${injured} What was sought on 11/14/2016 was denied on 11/21/2016.`,
    `${injured} Orders placed on 11/14/2016 were denied in utilization review on 11/21/2016.`,
    `${injured} A first UR determination, that of 11/20/2016, deferred the decision; the second, the UR of 11/21/2016, denied it.`,
    `${injured} The utilization review of 11/21/2016 denied it, and the appeal of 11/22/2016 was denied on 11/28/2016.`,
  ])('says nothing of "%s"', (summary) => {
    expect(check(letter({ summary }), 'date-ur-mismatch')).toEqual([]);
  });

  it.each([
    'What was sought on 11/14/2016 was denied on 11/20/2016.',
    'Orders placed on 11/14/2016 were denied in utilization review on 11/20/2016.',
  ])('finds the one date that is wrong in "%s"', (sentence) => {
    const text = letter({ summary: `${injured} ${sentence}` });
    const findings = check(text, 'date-ur-mismatch');
    expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual(['11/20/2016']);
    expect(findings[0]?.fixes.map((fix) => applyFix(text, fix))[0]).toContain('on 11/21/2016.');
  });

  it('compares mentions where there is no header', () => {
    const summary = `${injured} The utilization review dated 11/21/2016 denied it. The applicant appealed the utilization review of 11/12/2016.`;
    expect(check(letter({ header: false, summary }), 'date-ur-mismatch')).toHaveLength(1);
  });
});

describe('date-injury-mismatch', () => {
  it('finds another day in the summary', () => {
    const text = letter({
      summary: 'The injured worker is a 44 year old male who sustained an industrial injury on 09/16/2016.',
    });
    const [finding] = check(text, 'date-injury-mismatch');
    expect(finding?.message).toContain('09/15/2016');
  });

  it('prefers the day that summary and rationale agree on', () => {
    const right = letter({
      items: [
        {
          rationale:
            'The claimant sustained a work injury on 09/15/2016. Therefore, the request is not medically necessary.',
        },
      ],
    });
    const wrong = right.replace('Date of Injury: 09/15/2016', 'Date of Injury: 09/15/2015');
    const [finding] = check(wrong, 'date-injury-mismatch');
    const preferred = finding?.fixes.find((fix) => fix.preferred);
    expect(preferred && applyFix(wrong, preferred)).toBe(right);
  });

  it.each([
    `${injured} He also has a prior industrial injury of 02/03/2009.`,
    `${injured} Films on the day of the injury, and again on 09/29/2016, showed no fracture.`,
    `${injured} X-rays obtained on the date of injury and on 10/04/2016 were negative.`,
    `${injured} Earlier papers also bear an industrial injury of 03/15/2012; this was a separate claim.`,
    'The injured worker has a claim of cumulative trauma from 01/02/2015 to 09/15/2016.',
    `${injured} Injuries: fracture of the left ankle, ORIF 09/17/2016; sprain of the right wrist.`,
    `${injured} A clinic note two weeks after the injury on 09/29/2016 was normal.`,
  ])('says nothing of "%s"', (summary) => {
    expect(check(letter({ summary }), 'date-injury-mismatch')).toEqual([]);
  });
});

describe('date-application-mismatch', () => {
  it('lets an application be signed before it is received', () => {
    const summary = `${injured} On 11/25/2016, the injured worker submitted an application for IMR.`;
    expect(check(letter({ summary }), 'date-application-mismatch')).toEqual([]);
  });

  it('finds one submitted after it was received', () => {
    const summary = `${injured} On 12/25/2016, the injured worker submitted an application for IMR.`;
    expect(check(letter({ summary }), 'date-application-mismatch')).toHaveLength(1);
  });
});

describe('date-injury-mismatch by the month alone', () => {
  const found = (sentence: string, summary = injured): string[] => {
    const rationale = `${sentence} There is no gain. Therefore, the request is not medically necessary.`;
    const text = letter({ summary, items: [{ rationale }] });
    return check(text, 'date-injury-mismatch').map((finding) => marked(text, finding));
  };

  it.each([
    ['This claimant sustained an industrial injury in March 2016.', 'March 2016'],
    ['The claimant is a roofer injured in September of 2015.', 'September of 2015'],
  ])('finds "%s"', (sentence, words) => {
    expect(found(sentence)).toEqual([words]);
  });

  it.each([
    'The claimant was injured in September 2016.',
    'The claimant was injured in March 2016 and again in September.',
    'The claimant has a prior industrial injury of March 2011.',
    'The shoulder was hurt in the work accident of March 2012, and the wrist in the present one.',
  ])('says nothing of "%s"', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });

  it('leaves alone the month of an injury that the letter tells elsewhere', () => {
    const summary = `${injured} A previous injury of the same knee was in March 2011.`;
    expect(found('The claimant was injured in March 2011.', summary)).toEqual([]);
  });
});

describe('date-injury-mismatch of what hurt the patient', () => {
  const told = (sentence: string): string => letter({ summary: `${injured} ${sentence}` });

  it('puts the day of the header in', () => {
    const text = told('He has had knee pain since 09/15/2015, when a pallet fell on him.');
    const [finding] = check(text, 'date-injury-mismatch');
    expect(finding?.fixes[0] && applyFix(text, finding.fixes[0])).toBe(
      text.replace('09/15/2015', '09/15/2016'),
    );
  });

  it.each([
    'He has had knee pain since 09/15/2016, when a pallet fell on him.',
    'He has had worse pain since 11/15/2016, when he slipped on wet leaves.',
    'He has been off work since 11/15/2016, when he fell at home.',
    'He has been off work since 11/02/2016, when he slipped.',
    'He has been off work since 11/15/2016, when the brace was removed.',
  ])('says nothing of "%s"', (sentence) => {
    expect(check(told(sentence), 'date-injury-mismatch')).toEqual([]);
  });
});

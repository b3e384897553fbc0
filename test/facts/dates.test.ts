import { describe, expect, it } from 'vitest';
import { CaseFacts, dateFactsOf, eventsOf, knownCaseDates } from '../../server/src/language/facts/index.ts';
import type { LetterParts } from '../../server/src/language/rules/index.ts';
import { parseDetermination } from '../../server/src/language/syntax/index.ts';
import { letter } from '../support/letter.ts';

const factsOf = (parts: LetterParts): CaseFacts => new CaseFacts(parseDetermination(letter(parts)));

/** Roles of the dates of a summary, in order. */
function rolesIn(summary: string): string[] {
  return dateFactsOf(factsOf({ summary }))
    .filter((date) => date.section === 'summary')
    .map((date) => date.role);
}

describe('what a date is', () => {
  it.each([
    ['He sustained an industrial injury on 09/15/2016.', ['injury']],
    ['She has a history of an occupational claim from 09/15/2016.', ['injury']],
    [
      'In a Utilization Review report dated November 21, 2016, the claims administrator failed to approve it.',
      ['ur'],
    ],
    ['On 11-21-2016, utilization review denied the request.', ['ur']],
    ['The MRI was denied on 11/21/2016.', ['ur']],
    ['On 11/21/2016, the carrier denied physical therapy.', ['ur']],
    ['On 11/21/2016, she rated her pain at 4/10 and denied constipation and sedation.', ['visit']],
    ['On 11/21/2016, he walked his dog and denied any numbness.', ['visit']],
    ['The requests were previously non-certified on 11/21/2016.', ['ur']],
    ['On 11/21/2016, a request for an MRI of the knee was non-certified by utilization review.', ['ur']],
    ['The Request for Authorization was noted to be signed on 11/14/2016.', ['request']],
    ['On an RFA form dated November 14, 2016, therapy was ordered.', ['request']],
    ['The RFA of 11/14/2016 (date of service 11/10/2016) was included.', ['request', 'service']],
    ['A November 10, 2016 date of service was referenced in the determination.', ['service']],
    ['On 11/10/2016, the patient was seen with low back pain.', ['visit']],
    ['The progress report dated 11/10/2016 noted spasm.', ['report']],
    ['The 11/10/2016 clinical note indicated spasm.', ['report']],
    ['On 11/28/2016, the applicant submitted an application for IMR.', ['application']],
    ['An MRI of the lumbar spine, dated 10/25/2016, revealed protrusion.', ['study']],
    ['She underwent carpal tunnel release on 10/25/2016.', ['procedure']],
    ['He has used Norco since at least 10/25/2016.', ['since']],
    ['He was born on 03/17/1956.', ['birth']],
    ['A web page (accessed 02/18/2017) says so.', ['access']],
    ['The Chronic Pain Medical Treatment Guidelines (July 28, 2016) say so.', ['guideline']],
    ['He had a prior industrial injury on 02/03/2009.', ['other-injury']],
    ['A clinic note two weeks after the injury on 09/29/2016 was normal.', ['report']],
    [
      'On 11/25/2016, after the date of the utilization review report, the applicant reported pain.',
      ['visit'],
    ],
  ])('%s', (summary, roles) => {
    expect(rolesIn(summary)).toEqual(roles);
  });

  it('gives both ends of a range the role of the first, and marks them', () => {
    const dates = dateFactsOf(
      factsOf({ summary: 'Medical records (10-20-2016 to 11-17-2016) show pain.' }),
    ).filter((date) => date.section === 'summary');
    expect(dates).toMatchObject([
      { role: 'report', range: 'from' },
      { role: 'report', range: 'to' },
    ]);
  });

  it('takes a date in an item heading for the date of service', () => {
    const facts = factsOf({
      items: [{ heading: 'Retrospective Baclofen 10mg #45, per 11/10/2016 order: Upheld' }],
    });
    expect(dateFactsOf(facts).find((date) => date.block?.type === 'itemHeading')?.role).toBe('service');
  });

  it('takes a date in a guideline line for no event of the case', () => {
    const facts = factsOf({
      items: [
        {
          maximus:
            'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back (updated 11/23/16), MRI.',
        },
      ],
    });
    expect(dateFactsOf(facts).find((date) => date.block?.type === 'guidelineLine')?.role).toBe('access');
    expect(eventsOf(facts).every((event) => event.iso !== '2016-11-23')).toBe(true);
  });
});

it('gives the days by which the law in force is judged', () => {
  expect(knownCaseDates(factsOf({}))).toEqual([
    '2016-11-14',
    '2016-11-21',
    '2016-11-29',
    '2016-12-06',
    '2017-01-04',
  ]);
});

it('makes one event of a visit, its note and its date of service', () => {
  const summary =
    'The injured worker has an industrial injury of 09/15/2016. A November 10, 2016 date of service was referenced in the determination. On said November 10, 2016 office visit, he reported pain. The progress note dated November 10, 2016 agrees.';
  const events = eventsOf(factsOf({ summary, header: false }));
  expect(events.map(({ iso, role, mentions }) => [iso, role, mentions.length])).toEqual([
    ['2016-09-15', 'injury', 1],
    ['2016-11-10', 'visit', 3],
  ]);
});

import { describe, expect, it } from 'vitest';
import { applyFix, check, checkWithCopy, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';

const header = {
  'UR Denial Date': '11/21/2014',
  'Application Received': '11/29/2014',
  'Date Assigned': '12/06/2014',
  'Decision Date': '01/04/2015',
  'Date of Injury': '09/15/2012',
};
const summary =
  'The injured worker sustained an industrial injury on 09/15/2012. The utilization review dated 11/21/2014 non-certified the request.';

/** A letter of 2014 with what is cited on the guideline line and in the rationale. */
function cites(line: string, rationale = 'There is no documentation of gain.'): string {
  return letter({
    header,
    summary,
    items: [
      {
        maximus: `Decision based on MTUS Chronic Pain Treatment Guidelines ${line}.`,
        rationale: `${rationale} Therefore, the request is not medically necessary.`,
      },
    ],
  });
}

describe('with the guideline itself', () => {
  it('a page near the topic is a warning, not information', () => {
    const text = cites('GABAPENTIN Page(s): 51');
    expect(check(text, 'page-outside-topic').map(({ severity }) => severity)).not.toContain('warning');
    expect(checkWithCopy(text, 'page-outside-topic')).toMatchObject([
      {
        severity: 'warning',
        message: expect.stringContaining('page 49'),
        note: expect.stringContaining('read from the guideline'),
      },
    ]);
  });

  it('a page that speaks of the topic is right, wherever the topic stands', () => {
    for (const line of ['BACLOFEN Page(s): 64', 'MUSCLE RELAXANTS Page(s): 65', 'LIORESAL Page(s): 64'])
      for (const rule of ['page-outside-topic', 'page-without-topic'])
        expect(checkWithCopy(cites(line), rule), line).toEqual([]);
  });

  it('a page that no index knows is told where it does not speak of the topic', () => {
    const text = cites('SPASM TREATMENT Page(s): 90');
    const [found] = checkWithCopy(text, 'page-without-topic');
    expect(found).toMatchObject({
      severity: 'warning',
      message: 'Page 90 does not speak of spasm treatment.',
      note: expect.stringMatching(/sheet 92 of the office’s own copy. It is spoken of on page 12\./),
    });
    expect(found && marked(text, found)).toContain('90');
    expect(found?.fixes[0] && applyFix(text, found.fixes[0])).toContain('SPASM TREATMENT Page(s): 12');
    expect(check(text, 'page-without-topic')).toEqual([]);
  });

  it('running text is held to its page too, but not where its clause names what the page has', () => {
    const guidelines = 'the MTUS Chronic Pain Medical Treatment Guidelines';
    const wrong = cites(
      'MASSAGE THERAPY Page(s): 102',
      `As noted on page 102 of ${guidelines}, Norco is for short use.`,
    );
    const all = ['page-without-topic', 'page-outside-topic'].flatMap((rule) => checkWithCopy(wrong, rule));
    expect(all).toHaveLength(1);
    const right = cites(
      'MASSAGE THERAPY Page(s): 102',
      `As noted on page 102 of ${guidelines}, massage may be tried before Norco.`,
    );
    expect(checkWithCopy(right, 'page-without-topic')).toEqual([]);
  });

  it('it is information only where the sentence cites another page that may have what is named', () => {
    const guidelines = 'the MTUS Chronic Pain Medical Treatment Guidelines';
    const text = cites(
      'MASSAGE THERAPY Page(s): 102',
      `While page 102 of ${guidelines} has massage, for spasticity lidocaine patches are named on page 90 of ${guidelines}.`,
    );
    const found = checkWithCopy(text, 'page-without-topic').filter(({ severity }) => severity === 'warning');
    expect(found).toEqual([]);
  });

  it('nothing is said of a page that has no text, and of a topic whose name tells nothing', () => {
    expect(checkWithCopy(cites('SPASM TREATMENT Page(s): 126'), 'page-without-topic')).toHaveLength(1);
    expect(checkWithCopy(cites('TREATMENT IN GENERAL Page(s): 90'), 'page-without-topic')).toEqual([]);
  });
});

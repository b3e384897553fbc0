import { describe, expect, test } from 'vitest';
import type { Finding } from '../../server/src/language/finding.ts';
import { case2014 } from '../support/case-2014.ts';
import { applyFix, check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';

const page64 =
  'As noted on page 64 of the MTUS Chronic Pain Medical Treatment Guidelines, Baclofen is recommended for spasticity.';
const page7 =
  'While page 64 of the MTUS Chronic Pain Medical Treatment Guidelines does acknowledge that Baclofen is recommended for spasticity, this recommendation is, however, qualified by commentary made on page 7 of the MTUS Chronic Pain Medical Treatment Guidelines to the effect that a provider should discuss medication efficacy.';
const close = ' Therefore, the request is not medically necessary.';
const claims = 'The Claims Administrator did not cite any medical evidence for its decision.';
const chronic = 'Decision based on MTUS Chronic Pain Treatment Guidelines';

function text(maximus: string, rationale: string): string {
  return letter({ ...case2014, items: [{ claims, maximus, rationale: rationale + close }] });
}

/** All findings about citations, with what they mark. */
function found(source: string): string[] {
  return check(source)
    .filter(({ rule }) => /^(?:page|citation|guideline|section-name|edition)/.test(rule))
    .map((finding) => `${finding.severity} ${finding.rule} ${marked(source, finding)}`);
}

function fixed(source: string, rule: string): string {
  const [finding] = check(source, rule);
  const fix = finding?.fixes.find(({ preferred }) => preferred);
  if (!fix) throw new Error(`No preferred fix of ${rule}.`);
  return applyFix(source, fix);
}

describe('a page that slipped is told once, with the page of the other side', () => {
  const right = text(`${chronic} BACLOFEN Page(s): 64.`, page64);

  test('beyond the guideline, in the rationale', () => {
    const wrong = right.replace('page 64', 'page 164');
    expect(found(wrong)).toEqual(['error page-outside-guideline 164']);
    expect(fixed(wrong, 'page-outside-guideline')).toBe(right);
  });

  test('beyond the guideline, on the line', () => {
    const wrong = right.replace('Page(s): 64', 'Page(s): 164');
    expect(found(wrong)).toEqual(['error page-outside-guideline 164']);
    expect(fixed(wrong, 'page-outside-guideline')).toBe(right);
  });

  test('off the topic, in the rationale', () => {
    const wrong = right.replace('page 64', 'page 46');
    expect(found(wrong)).toEqual(['warning page-outside-topic 46']);
    expect(fixed(wrong, 'page-outside-topic')).toBe(right);
  });

  test('off the topic, on the line', () => {
    const wrong = right.replace('Page(s): 64', 'Page(s): 46');
    expect(found(wrong)).toEqual(['warning page-outside-topic 46']);
    expect(fixed(wrong, 'page-outside-topic')).toBe(right);
  });

  test('at the start of a range', () => {
    const ranged = text(
      `${chronic} CYCLOBENZAPRINE Page(s): 41-42.`,
      'Pages 41-42 of the MTUS Chronic Pain Medical Treatment Guidelines limit cyclobenzaprine to a short course.',
    );
    expect(found(ranged)).toEqual([]);
    expect(found(ranged.replace('Page(s): 41-42', 'Page(s): 14-42'))).toEqual([
      'warning page-outside-topic 14-42',
    ]);
  });

  test('to a page that any drug may be cited from', () => {
    const wrong = right.replace('page 64', 'page 4');
    expect(found(wrong)).toEqual(['warning citation-not-listed 4']);
    expect(fixed(wrong, 'citation-not-listed')).toBe(right);
  });
});

test('a line that prints sections leaves the page of the topic itself', () => {
  const right = text(
    'Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Muscle relaxants (for pain).',
    page64,
  );
  const wrong = right.replace('page 64', 'page 164');
  expect(fixed(wrong, 'page-outside-guideline')).toBe(right);
});

test('a page of a chapter outside the bounds that other pages prove', () => {
  const right = text(
    'Decision based on MTUS ACOEM Chapter 15 Stress Related Conditions Page(s): 402.',
    'As noted in the MTUS Guideline in ACOEM Chapter 15, page 402, antidepressants often take weeks.',
  );
  expect(found(right)).toEqual([]);
  const wrong = right.replace('page 402', 'page 204');
  expect(found(wrong)).toEqual(['error page-outside-guideline 204']);
  expect(fixed(wrong, 'page-outside-guideline')).toBe(right);
});

test.each([
  ['a topic and its class', `${chronic} Muscle relaxants (for pain) Page(s): 63-66.`, page64],
  [
    'the whole of the opioids',
    `${chronic} Opioids Page(s): 74-96.`,
    'Page 78 of the MTUS Chronic Pain Medical Treatment Guidelines asks for the lowest dose of Norco.',
  ],
  [
    'a drug in the list of its class',
    `${chronic} Tramadol (Ultram) Page(s): 93-94, 113.`,
    'Pages 93-94 of the MTUS Chronic Pain Medical Treatment Guidelines list tramadol.',
  ],
  ['a general page for a drug', `${chronic} BACLOFEN Page(s): 64, INTRODUCTION Page(s): 7.`, page7],
  [
    'a bare page after the line',
    `${chronic} Capsaicin, topical Page(s): 28-29.`,
    'Capsaicin is an option for those who tolerate nothing else (pages 28-29).',
  ],
  [
    'a page of a report',
    `${chronic} BACLOFEN Page(s): 64.`,
    `${page64} On page 212 of the deposition the applicant says so.`,
  ],
  [
    'the third edition of the ACOEM book',
    'Decision based on MTUS Low Back Complaints 2004.',
    'The Third Edition ACOEM Guidelines, page 607, ask for goals.',
  ],
  [
    'two chapters with one list of pages',
    'Decision based on MTUS ACOEM Chapter 8 Neck and Upper Back Complaints, Chapter 9 Shoulder Complaints Page(s): 177-179, 208.',
    'ACOEM Practice Guidelines, Chapter 8, page 178 asks for red flags.',
  ],
  [
    'topics that share one list of pages',
    `${chronic} Opioids, criteria for use; Weaning of Medications Page(s): 76-80; 124.`,
    'Page 124 of the MTUS Chronic Pain Medical Treatment Guidelines describes the weaning of opioids.',
  ],
  [
    'a topic of the line, told in a clause that names another',
    `${chronic} Opioids, dosing, Weaning of Medications Page(s): 86, 124.`,
    'The dose is under the ceiling on page 86. The weaning is in progress. On page 124 the guideline asks for a slow taper, and warns that the longer the patient has been on opioids, the harder the taper.',
  ],
  [
    'the elbow chapter of 2007 with its own pages',
    'Decision based on MTUS Elbow Complaints 2007, Section(s): 326.',
    'As noted in the MTUS Guideline in ACOEM Chapter 10, Table 2, page 13, testing is recommended.',
  ],
  [
    'sections in place of pages',
    'Decision based on MTUS General Approaches 2004, Section(s): Initial Approaches to Treatment, and Chronic Pain Medical Treatment 2009, Section(s): Introduction, Muscle relaxants (for pain).',
    `${page7} Page 47 of the ACOEM Practice Guidelines says the same.`,
  ],
])('says nothing about %s', (_, maximus, rationale) => {
  expect(found(text(maximus, rationale))).toEqual([]);
});

describe('citation-not-listed', () => {
  const only = (source: string): Finding => {
    const [finding, ...more] = check(source, 'citation-not-listed');
    expect(more).toEqual([]);
    if (!finding) throw new Error('Not found.');
    return finding;
  };

  test('adds a page in the style of the line', () => {
    const source = text(`${chronic} BACLOFEN Page(s): 64.`, page7);
    expect(only(source).message).toBe(
      'The rationale cites page 7, but the MAXIMUS guideline line lists only page 64.',
    );
    expect(fixed(source, 'citation-not-listed')).toBe(
      source.replace('Page(s): 64.', 'Page(s): 64, INTRODUCTION Page(s): 7.'),
    );
  });

  test('adds a section where the line prints sections', () => {
    const source = text(
      'Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Muscle relaxants (for pain).',
      page7,
    );
    expect(marked(source, only(source))).toBe('7');
    expect(fixed(source, 'citation-not-listed')).toBe(
      source.replace('Section(s): Muscle', 'Section(s): Introduction, Muscle'),
    );
  });

  test('finds a chapter that the line lacks', () => {
    const source = letter({
      items: [
        { rationale: `The MTUS Guideline in ACOEM Chapter 12, page 300 speaks against injections.${close}` },
      ],
    });
    expect(only(source).severity).toBe('warning');
    expect(fixed(source, 'citation-not-listed')).toContain(
      'Section(s): Muscle relaxants (for pain), and Low Back Complaints 2004, Section(s): Initial Care.',
    );
  });

  test('finds a guideline quoted where the line cites nothing', () => {
    const source = letter({
      items: [
        {
          maximus: 'The Expert Reviewer did not cite any medical evidence for its decision.',
          rationale: `According to the MTUS Acupuncture Medical Treatment Guidelines, 3 to 6 treatments come first.${close}`,
        },
      ],
    });
    expect(fixed(source, 'citation-not-listed')).toContain(
      'MAXIMUS guideline: Decision based on MTUS Acupuncture Treatment 2007.\n',
    );
  });

  test.each([
    ['a bare MTUS', 'The MTUS recommends it.'],
    ['MTUS/ACOEM for the schedule', 'CA MTUS/ACOEM Guidelines state that imaging comes later.'],
    [
      'guidelines that do not address the matter',
      'The California MTUS and ACOEM Guidelines do not specifically address the request.',
    ],
    [
      'a guideline that does not apply',
      'The injury is acute, therefore the Postsurgical Treatment Guidelines do not apply.',
    ],
    [
      'the guideline from which the administrator took a number',
      'The administrator took the six visits from the acupuncture guideline. That guideline is written for another matter.',
    ],
    [
      'a guideline that is named and set aside',
      'The ACOEM Guidelines speak of massage in passing but do not address the number of visits.',
    ],
    [
      'a guideline that speaks of other conditions',
      'The ACOEM Guidelines describe splints for de Quervain disease and for sprains, neither of which is at issue.',
    ],
    [
      'a guideline whose advice does not reach the request',
      'The ACOEM Guidelines recommend heat in the first days, which does not concern a unit for the home.',
    ],
    ['the page on which weaning stands', 'Weaning is described at page 124.'],
    [
      'the ODG named inside quoted MTUS text',
      'ODG Physical Therapy Guidelines - Allow for fading of treatment frequency.',
    ],
    [
      'the notice about opioids',
      'The treating physician and the patient are advised to consult the MTUS Opioids Treatment Guidelines ("Tapering opioids") about weaning.',
    ],
  ])('says nothing about %s', (_, rationale) => {
    expect(check(letter({ items: [{ rationale: rationale + close }] }), 'citation-not-listed')).toEqual([]);
  });

  test('finds a guideline whose condition the case does not meet', () => {
    const rationale = `The ACOEM Guidelines recommend surgery for a clear lesion, which is not present here.${close}`;
    expect(check(letter({ items: [{ rationale }] }), 'citation-not-listed')).toHaveLength(1);
  });

  test('takes a free-text citation without name for the ODG', () => {
    const source = letter({
      items: [
        {
          maximus:
            'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Low Back (Acute & Chronic), Traction.',
          rationale: `The Official Disability Guidelines state that traction is not recommended.${close}`,
        },
      ],
    });
    expect(check(source, 'citation-not-listed')).toEqual([]);
  });
});

describe('citation-silent', () => {
  const maximus =
    'Decision based on MTUS Shoulder Complaints 2004, Section(s): Special Studies. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Shoulder.';
  const silent = (rationale: string): Finding[] =>
    check(letter({ items: [{ maximus, rationale: rationale + close }] }), 'citation-silent');

  test('finds the word and the line that disagree', () => {
    expect(silent('The MTUS is silent. The ODG supports it.')).toHaveLength(1);
    expect(silent('The MTUS does not address this request. The ODG supports it.')).toHaveLength(1);
  });

  test('finds a study on which the guideline that the claims administrator cites does speak', () => {
    const item = (heading: string, said: string): Finding[] =>
      check(
        letter({
          items: [
            {
              heading,
              claims: 'Decision based on MTUS Low Back Complaints 2004.',
              maximus:
                'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Low Back.',
              rationale: said + close,
            },
          ],
        }),
        'citation-silent',
      );
    const said = 'According to the ODG (the MTUS is silent) films are indicated after trauma.';
    expect(item('X-ray of the lumbar spine: Upheld', said)).toHaveLength(1);
    expect(item('CT of the lumbar spine: Upheld', said)).toEqual([]);
    expect(item('X-ray of the lumbar spine, flexion and extension: Upheld', said)).toEqual([]);
    expect(item('X-ray of the lumbar spine: Upheld', 'The MTUS is silent on repeat films.')).toEqual([]);
  });

  test('says nothing where the silence is about a part of the matter or another edition', () => {
    expect(silent('The MTUS does not address the number of views. The ODG supports two.')).toEqual([]);
    expect(silent('The MTUS recommends imaging late. On arthrograms the MTUS is silent.')).toEqual([]);
    expect(
      silent('The MTUS Chronic Pain Medical Treatment Guidelines are silent. The ODG supports it.'),
    ).toEqual([]);
  });
});

test('citation-unused: a listed page that the rationale never cites, not a line whose rationale cites no page', () => {
  const line = `${chronic} BACLOFEN Page(s): 64, TIZANIDINE (ZANAFLEX) Page(s): 66.`;
  const used = text(line, page64);
  expect(check(used, 'citation-unused').map((finding) => marked(used, finding))).toEqual(['66']);
  expect(check(text(line, 'The MTUS limits relaxants to a short course.'), 'citation-unused')).toEqual([]);
});

describe('ranges and lists of pages', () => {
  test('the end of a range that is outside is named, and the ends one key away are offered', () => {
    const right = text(
      `${chronic} Topical analgesics Page(s): 111-113.`,
      'The guideline speaks of creams on page 111.',
    );
    const wrong = right.replace('111-113', '111-1132');
    const [finding] = check(wrong, 'page-outside-guideline');
    expect(finding?.message).toContain('Page 1132 cannot be');
    expect(finding?.fixes.map((fix) => applyFix(wrong, fix))).toContain(right);
  });

  test('a page that is cited in one list with a listed one is added beside it', () => {
    const rationale =
      'Pages 43 and 44 of the MTUS Chronic Pain Medical Treatment Guidelines speak of Cymbalta for pain.';
    const right = text(`${chronic} DULOXETINE (CYMBALTA) Page(s): 43, 44.`, rationale);
    const wrong = right.replace('43, 44', '43');
    expect(fixed(wrong, 'citation-not-listed')).toBe(right);
  });
});

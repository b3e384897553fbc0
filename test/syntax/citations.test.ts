import { expect, test } from 'vitest';
import { factsOf } from '../../server/src/language/facts/index.ts';
import {
  type Block,
  type GuidelineReference,
  parseDetermination,
} from '../../server/src/language/syntax/index.ts';
import { letter } from '../support/letter.ts';

function references(block: Block | undefined): GuidelineReference[] {
  return (block?.children ?? []).filter(
    (child): child is GuidelineReference => child.type === 'guidelineReference',
  );
}

/** Entries of a MAXIMUS line: name, year, sections, pages. */
function line(maximus: string): unknown[] {
  const facts = factsOf(parseDetermination(letter({ items: [{ maximus }] })));
  return references(facts.items[0]?.maximus).map(({ kind, name, year, guidelines, sections, pages }) => ({
    kind,
    name,
    year,
    guidelines,
    sections: sections.map((section) => section.name),
    pages: pages.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)),
  }));
}

/** Mentions of a rationale: name and pages. */
function mentions(rationale: string): [string, string[], number[]][] {
  const facts = factsOf(parseDetermination(letter({ items: [{ rationale }] })));
  return references(facts.items[0]?.rationale).map(({ name, guidelines, pages }) => [
    name,
    guidelines,
    pages.map(({ first }) => first),
  ]);
}

test('reads several guidelines with sections, commas inside names and sections', () => {
  expect(
    line(
      'Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004, Section(s): Special Studies, Summary, and Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, GI symptoms & cardiovascular risk, Proton Pump Inhibitors (PPIs).',
    ),
  ).toEqual([
    {
      kind: 'mtus',
      name: 'Forearm, Wrist, and Hand Complaints',
      year: 2004,
      guidelines: ['acoem-2004-ch11'],
      sections: ['Special Studies', 'Summary'],
      pages: [],
    },
    {
      kind: 'mtus',
      name: 'Chronic Pain Medical Treatment',
      year: 2016,
      guidelines: ['cpmtg-2016'],
      sections: ['NSAIDs, GI symptoms & cardiovascular risk', 'Proton Pump Inhibitors (PPIs)'],
      pages: [],
    },
  ]);
});

test('keeps the menu label "326" a section and a guideline without sections an entry', () => {
  expect(
    line(
      'Decision based on MTUS Acupuncture Treatment 2007, and Elbow Complaints 2007, Section(s): 326, Diagnostic Criteria.',
    ),
  ).toMatchObject([
    { name: 'Acupuncture Treatment', sections: [] },
    { name: 'Elbow Complaints', year: 2007, sections: ['326', 'Diagnostic Criteria'], pages: [] },
  ]);
});

test('reads the older style: topics in capitals with pages', () => {
  expect(
    line(
      'Decision based on MTUS Chronic Pain Treatment Guidelines BACLOFEN Page(s): 64, INTRODUCTION Page(s): 7, 8, and MTUS ACOEM Chapter 15 Stress Related Conditions Page(s): 402.',
    ),
  ).toMatchObject([
    {
      name: 'Chronic Pain Treatment Guidelines',
      year: undefined,
      sections: ['BACLOFEN', 'INTRODUCTION'],
      pages: ['64', '7', '8'],
    },
    {
      name: 'ACOEM Chapter 15 Stress Related Conditions',
      guidelines: ['acoem-2004-ch15'],
      sections: [],
      pages: ['402'],
    },
  ]);
});

test('reads a topic that begins like a guideline as a topic', () => {
  expect(
    line(
      'Decision based on MTUS Chronic Pain Treatment Guidelines Chronic pain programs (functional restoration programs) Page(s): 30-34.',
    ),
  ).toMatchObject([
    {
      name: 'Chronic Pain Treatment Guidelines',
      sections: ['Chronic pain programs (functional restoration programs)'],
      pages: ['30-34'],
    },
  ]);
});

test('reads free-text citations after and without an MTUS part', () => {
  expect(
    line(
      'Decision based on MTUS Low Back Complaints 2004. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back, MRI and Other Medical Treatment Guidelines www.example.org.',
    ),
  ).toMatchObject([
    { kind: 'mtus', name: 'Low Back Complaints' },
    { kind: 'other', name: expect.stringMatching(/^Official Disability Guidelines \(ODG\), Low Back, MRI/) },
  ]);
  expect(
    line(
      'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation ODG Knee.',
    ),
  ).toMatchObject([{ kind: 'other', name: 'ODG Knee' }]);
  expect(line('The Expert Reviewer did not cite any medical evidence for its decision.')).toEqual([]);
});

test('keeps a misspelt name whole, with its commas', () => {
  expect(
    line(
      'Decision based on MTUS Foreram, Wrist, and Hand Complaints 2004, and Chronic Pian Medical Treatment 2016, Section(s): Office visits.',
    ),
  ).toMatchObject([
    { name: 'Foreram, Wrist, and Hand Complaints', year: 2004, guidelines: [] },
    { name: 'Chronic Pian Medical Treatment', year: 2016, guidelines: [], sections: ['Office visits'] },
  ]);
});

test('finds mentions in running text with the pages that their words tie to them', () => {
  expect(
    mentions(
      'While page 64 of the MTUS Chronic Pain Medical Treatment Guidelines recommends it, page 47 of the ACOEM Practice Guidelines and the MTUS Guideline in ACOEM Chapter 12, Table 12-8, page 309 do not.',
    ),
  ).toEqual([
    [
      'MTUS Chronic Pain Medical Treatment Guidelines',
      ['cpmtg-2009', 'cpmtg-2016', 'acoem-chronic-pain-2017'],
      [64],
    ],
    ['ACOEM Practice Guidelines', ['acoem-2004'], [47]],
    ['MTUS Guideline in ACOEM Chapter 12', ['acoem-2004-ch12'], [309]],
  ]);
});

test('tells editions by the year before, inside and after the name', () => {
  const editions = mentions(
    'The 2016 MTUS Chronic Pain Guidelines, the California MTUS 2009 Chronic Pain Guidelines and the Chronic Pain Medical Treatment Guidelines (July 28, 2016) differ.',
  );
  expect(editions.map(([, ids]) => ids)).toEqual([['cpmtg-2016'], ['cpmtg-2009'], ['cpmtg-2016']]);
});

test('gives "MTUS", "ODG" and another edition of the ACOEM book no guideline of the catalog', () => {
  expect(
    mentions('MTUS is quoted. The ODG agrees. The Third Edition ACOEM Guidelines, page 607, agree.').map(
      ([, ids]) => ids,
    ),
  ).toEqual([[], [], []]);
});

test('does not take body parts and complaints for guidelines', () => {
  expect(
    mentions(
      'The shoulder complaints persist after chronic pain and acupuncture. The knee chapter of her life is closed.',
    ),
  ).toEqual([]);
});

import { expect, test } from 'vitest';
import {
  citationsOf,
  factsOf,
  type ItemCitations,
  lineShapeOf,
} from '../../server/src/language/facts/index.ts';
import type { LetterParts } from '../../server/src/language/rules/index.ts';
import { parseDetermination } from '../../server/src/language/syntax/index.ts';
import { case2014 } from '../support/case-2014.ts';
import { letter } from '../support/letter.ts';

function first(parts: LetterParts): ItemCitations {
  const item = citationsOf(factsOf(parseDetermination(letter(parts)))).items[0];
  if (!item) throw new Error('The letter has no item.');
  return item;
}

test('tells the edition of a name without year by the dates of the case', () => {
  const rationale =
    'The MTUS Chronic Pain Medical Treatment Guidelines recommend it. Therefore, the request is not medically necessary.';
  const maximus = 'The Expert Reviewer did not cite any medical evidence for its decision.';
  expect(first({ items: [{ rationale, maximus }] }).rationale[0]?.guideline?.id).toBe('cpmtg-2016');
  expect(first({ ...case2014, items: [{ rationale, maximus }] }).rationale[0]?.guideline?.id).toBe(
    'cpmtg-2009',
  );
});

test('prefers the edition that the line prints', () => {
  const item = first({
    items: [
      {
        rationale: 'Page 46 of the MTUS Chronic Pain Medical Treatment Guidelines asks for radiculopathy.',
        maximus: 'Decision based on MTUS Chronic Pain Medical Treatment 2009.',
      },
    ],
  });
  expect(item.rationale[0]?.guideline?.id).toBe('cpmtg-2009');
});

test('gives each listed page the topics that stand before it', () => {
  const item = first({
    ...case2014,
    items: [
      {
        maximus:
          'Decision based on MTUS Chronic Pain Treatment Guidelines BACLOFEN; TIZANIDINE Page(s): 64, 66, INTRODUCTION Page(s): 7.',
      },
    ],
  });
  expect(item.maximus[0]?.pages.map(({ node, topics }) => [node.first, topics])).toEqual([
    [64, ['BACLOFEN', 'TIZANIDINE']],
    [66, ['BACLOFEN', 'TIZANIDINE']],
    [7, ['INTRODUCTION']],
  ]);
});

test('gives a page without a name to the guideline named last, or to the only one of the line', () => {
  const maximus =
    'Decision based on MTUS Chronic Pain Treatment Guidelines Capsaicin, topical Page(s): 28-29.';
  const named = first({
    ...case2014,
    items: [
      { maximus, rationale: 'ACOEM Chapter 3 speaks of goals. On page 48 it asks for them in writing.' },
    ],
  });
  expect(
    named.rationale.map(({ guideline, pages }) => [guideline?.id, pages.map(({ node }) => node.first)]),
  ).toEqual([['acoem-2004-ch3', [48]]]);
  const bare = first({
    ...case2014,
    items: [
      { maximus, rationale: 'Capsaicin is an option for those who tolerate nothing else (pages 28-29).' },
    ],
  });
  expect(
    bare.rationale.map(({ guideline, pages }) => [guideline?.id, pages.map(({ node }) => node.last)]),
  ).toEqual([['cpmtg-2009', [29]]]);
});

test('leaves the pages of reports and other papers alone', () => {
  const item = first({
    ...case2014,
    items: [
      {
        rationale:
          'MTUS Chronic Pain Medical Treatment Guidelines were cited. On page 3 of the progress note the provider asks for more. The report says so on page 300.',
      },
    ],
  });
  expect(item.rationale.flatMap(({ pages }) => pages)).toEqual([]);
});

test('tells a quotation from a mere name and from a denial', () => {
  const item = first({
    items: [
      {
        rationale:
          'The California MTUS and ACOEM Guidelines do not specifically address this. According to the MTUS Chronic Pain and ODG Pain guidelines, it is an option. The ODG Preface is known. MTUS is silent.',
      },
    ],
  });
  expect(item.rationale.map(({ node, stance }) => [node.name, stance])).toEqual([
    ['MTUS', 'denied'],
    ['ACOEM Guidelines', 'denied'],
    ['MTUS Chronic Pain', 'cited'],
    ['ODG', 'cited'],
    ['ODG', 'named'],
    ['MTUS', 'denied'],
  ]);
});

test('leaves what others cite to them', () => {
  const item = first({
    items: [
      {
        rationale:
          'The utilization review cited the Official Disability Guidelines. The treating physician noted that the ODG recommends it. The CDC Opioid Treatment Guidelines and ODG Acupuncture Guidelines exist.',
      },
    ],
  });
  expect(item.rationale.map(({ node, stance }) => [node.name, stance])).toEqual([
    ['Official Disability Guidelines', 'named'],
    ['ODG', 'named'],
    ['ODG', 'named'],
  ]);
});

test('tells the shape of a line', () => {
  const shape = (maximus: string): string | undefined => {
    const line = first({ items: [{ maximus }] }).item.maximus;
    return line && lineShapeOf(line);
  };
  expect(shape('The Expert Reviewer did not cite any medical evidence for its decision.')).toBe('none');
  expect(
    shape('The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines.'),
  ).toBe('outside');
  expect(shape('Decision based on MTUS Acupuncture Treatment 2007.')).toBe('cited');
  expect(shape('None.')).toBe('unread');
});

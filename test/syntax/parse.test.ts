import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDetermination, type Root } from '../../server/src/language/syntax/index.ts';
import { check } from '../support/check.ts';
import { type Layout, plain, print, sample } from '../support/layouts.ts';
import { letter } from '../support/letter.ts';
import { skeletonOf } from '../support/skeleton.ts';

interface AnyNode {
  type: string;
  position?: { start: { offset: number; line: number; column: number }; end: { offset: number } };
  children?: AnyNode[];
}

/** All nodes of a tree whose range does not lie inside the text and inside the parent's range. */
function misplaced(tree: Root, text: string): string[] {
  const wrong: string[] = [];
  const walk = (node: AnyNode, low: number, high: number): void => {
    const start = node.position?.start.offset ?? -1;
    const end = node.position?.end.offset ?? -1;
    if (start < low || end > high || start > end)
      wrong.push(`${node.type} ${start}-${end} outside ${low}-${high}`);
    for (const child of node.children ?? []) walk(child, start, end);
  };
  walk(tree as unknown as AnyNode, 0, text.length);
  return wrong;
}

describe('any text', () => {
  const pieces = fc.constantFrom(
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    'CLINICAL CASE SUMMARY',
    'IMR ISSUES, DECISIONS AND RATIONALES',
    'Case Number:',
    'CM16-0123456',
    'Date of Injury:',
    '10/13/2016',
    'Claims Administrator guideline: Decision based on MTUS Pain 2016.',
    'MAXIMUS guideline:',
    'Decision rationale: No, the request is not medically necessary.',
    'MRI: Upheld',
    'X was the original request. The remaining IMR eligible portion of the original request, Y is: Overturned',
    'leaving the original request IMR eligible. The original request, Y is: Upheld',
    'State(s) of Licensure:',
    'MEDICAL PROFESSIONAL REVIEW',
    'Case Summary:',
    '\n',
    '\r\n',
    '\r',
    '\f',
    '\u00a0',
    '\ufeff',
    '\u00ad',
    '\ufb01',
    '-\n',
    ':',
    'pages 12-13',
    '12-1-\n16',
  );

  it('is parsed without an error, every node inside the text and inside its parent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 40 }),
        (parts) => {
          const text = parts.join(parts.length % 2 ? '\n' : ' ');
          expect(misplaced(parseDetermination(text), text)).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('keeps every word of a letter in whatever place it is cut', () => {
    const text = print(sample, plain);
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(400), (at, length) => {
        const cut = text.slice(0, at) + text.slice(at + length);
        const tree = parseDetermination(cut);
        expect(misplaced(tree, cut)).toEqual([]);
        // Text after the header must be in some block, or a rule could not see it.
        const sections = tree.children.filter((child) => child.type === 'section');
        const first = sections[0]?.position.start.offset;
        if (first === undefined) return;
        const words = cut.slice(first).replace(/\s+/g, '').length;
        const covered = sections.reduce(
          (sum, section) =>
            sum +
            cut.slice(section.position.start.offset, section.position.end.offset).replace(/\s+/g, '').length,
          0,
        );
        expect(covered).toBe(words);
      }),
      { numRuns: 150 },
    );
  });

  it('reads a letter the same in a random layout', () => {
    const whole = skeletonOf(print(sample, { ...plain, width: 0 }));
    const layouts: fc.Arbitrary<Layout> = fc.record({
      width: fc.integer({ min: 56, max: 110 }),
      header: fc.constantFrom('lines', 'columns', 'labels-then-values'),
      centred: fc.boolean(),
      doubleSpaced: fc.boolean(),
      blankLines: fc.constant(true),
      trailingSpace: fc.boolean(),
      pageEvery: fc.constantFrom(0, 11, 17, 29),
      breakHyphens: fc.boolean(),
      indent: fc.constantFrom('', '  ', '\t'),
    });
    fc.assert(
      fc.property(layouts, (layout) => {
        // Without a form feed nothing tells a page break inside a heading from the end of a block.
        const pageEvery = layout.doubleSpaced ? 0 : layout.pageEvery;
        expect(skeletonOf(print(sample, { ...layout, pageEvery }))).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });
});

describe('forms', () => {
  it.each([
    ['an empty text', ''],
    ['white space', ' \n\f\n\t'],
    ['a progress note', 'PROGRESS NOTE\n\nChief complaint: low back pain.\n\nPlan: MRI of the lumbar spine.'],
    [
      'a letter that only mentions the form',
      'Dear Dr. Gray,\n\nplease see the section Clinical Case Summary of the determination.\n',
    ],
    ['one heading alone', 'CLINICAL CASE SUMMARY\n\nThe patient is doing well.'],
  ])('%s is no determination', (_, text) => {
    const tree = parseDetermination(text);
    expect(tree.form).toBe('none');
    expect(tree.children).toEqual([]);
  });

  it('knows form 1 by its headings', () => {
    expect(parseDetermination(letter()).form).toBe('final-determination');
  });

  it('knows form 1 in a fragment that holds one item', () => {
    const text = letter();
    const fragment = text.slice(text.indexOf('Baclofen 10mg #45: Upheld'));
    const { form, items } = skeletonOf(fragment);
    expect(form).toBe('final-determination');
    expect(items.map((item) => item.verdict)).toEqual(['Upheld']);
  });

  it('knows the form of 2014 by "DOCUMENTS REVIEWED" and "IMR DECISION(S) AND RATIONALE(S)"', () => {
    const text = [
      'MAXIMUS FEDERAL SERVICES, INC.',
      'Independent Medical Review',
      '',
      'HOW THE IMR FINAL DETERMINATION WAS MADE',
      'MAXIMUS Federal Services sent the complete case file to a physician reviewer.',
      '',
      'DOCUMENTS REVIEWED',
      'Medical records from the provider.',
      '',
      'CLINICAL CASE SUMMARY',
      'This is a 42-year-old woman who packs fruit.',
      '',
      'IMR DECISION(S) AND RATIONALE(S)',
      'The Final Determination was based on decisions for the disputed items/services set forth below:',
      '',
      '1. Hand therapy, 6 sessions, was medically necessary and appropriate.',
    ].join('\n');
    const { form, sections } = skeletonOf(text);
    expect(form).toBe('final-determination-2013');
    expect(sections).toEqual(['how-made', 'documents', 'summary', 'issues']);
  });

  it('knows the form of 2013/14 by its headings where its items have the labels of the later form', () => {
    const text = letter({
      replace: [
        ['IMR ISSUES, DECISIONS AND RATIONALES', 'IMR DECISION(S) AND RATIONALE(S)'],
        ['CLINICAL CASE SUMMARY', 'DOCUMENTS REVIEWED\nProgress reports\n\nCLINICAL CASE SUMMARY'],
      ],
    });
    expect(parseDetermination(text).form).toBe('final-determination-2013');
    expect(check(text, 'heading-misspelt')).toEqual([]);
  });

  it('knows the notice of 2013 by its title', () => {
    const text = [
      'Notice of Independent Medical Review Determination',
      'Dated: 9/26/2013',
      '1) MAXIMUS Federal Services, Inc. has determined the request for a knee brace is not medically necessary and appropriate.',
      'INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE',
      'An application was filed on 8/1/2013.',
      'Medical Qualifications of the Expert Reviewer:',
      'The reviewer is Board Certified in Occupational Medicine.',
      'Case Summary:',
      'The patient is a roofer.',
    ].join('\n\n');
    const { form, sections } = skeletonOf(text);
    expect(form).toBe('notice');
    expect(sections).toEqual(['decision', 'qualifications', 'summary']);
  });

  it('knows the professional review by headings that break over two lines', () => {
    const text = [
      'MEDICAL PROFESSIONAL REVIEW',
      'ISSUE AT DISPUTE:\nWhether a brace is necessary.',
      'CASE SUMMARY:\nA roofer slipped.',
      'DOCUMENTS REVIEWED FOR DETERMINATION:\nThe records.',
      'MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER\nAND WHY:\nMTUS.',
      'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT\nMEDICALLY NECESSARY:\nThe knee is stable.',
      'MEDICAL REVIEWER QUALIFICATIONS:\nOrthopedic surgery.',
    ].join('\n\n');
    const { form, sections } = skeletonOf(text);
    expect(form).toBe('professional-review');
    expect(sections).toEqual([
      'issue-at-dispute',
      'summary',
      'documents',
      'guidelines',
      'rationale',
      'qualifications',
    ]);
  });
});

const corpus = new URL('../../../shared/corpus/letters/', import.meta.url);

describe('real letters', () => {
  it.skipIf(!existsSync(corpus))('are recognised whole (needs ../shared/corpus)', () => {
    const broken = readdirSync(corpus).filter((file) => {
      const text = readFileSync(new URL(file, corpus), 'utf8');
      const { form, header, sections, credentials, summary, items } = skeletonOf(text);
      const itemsWhole = items.every(
        (item) =>
          item.verdict !== undefined &&
          item.parts.map(([label]) => label).join() === 'claims,maximus,rationale' &&
          item.parts.every(([, body]) => body !== '') &&
          (item.split !== undefined || !item.request.includes('original request')),
      );
      return !(
        form === 'final-determination' &&
        header.length === 7 &&
        header.every(([, value]) => value !== '') &&
        sections.join() === 'how-made,credentials,summary,issues' &&
        credentials.length === 2 &&
        summary.length === 1 &&
        items.length === text.split('Decision rationale:').length - 1 &&
        itemsWhole
      );
    });
    expect(broken).toEqual([]);
  });
});

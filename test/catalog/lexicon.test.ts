import { describe, expect, it } from 'vitest';
import {
  bodyRegionsOf,
  chapterFits,
  classOf,
  drugRelation,
  findDrug,
  findDrugClass,
  findService,
  hasSides,
  isInClass,
  matchTerm,
  regionRelation,
  regionsCompatible,
  sameDrug,
  sameService,
  serviceKind,
  serviceRelation,
  termWords,
} from '../../server/src/language/catalog/index.ts';

/** The terms of a sentence as "kind:id". */
function terms(sentence: string): string[] {
  const words = termWords(sentence);
  const found: string[] = [];
  for (let i = 0; i < words.length; ) {
    const match = matchTerm(words, i);
    if (match) found.push(`${match.kind}:${match.id}`);
    i += match?.words ?? 1;
  }
  return found;
}

describe('drugs', () => {
  it.each([
    ['Norco', 'hydrocodone/acetaminophen'],
    ['Hydrocodone/APAP', 'hydrocodone/acetaminophen'],
    ['ZANAFLEX', 'tizanidine'],
    ['tizanidine HCl tablets', 'tizanidine'],
    ['Tylenol #3', 'acetaminophen/codeine'],
    ['Voltaren gel', 'diclofenac topical'],
    ['Deprizine', 'ranitidine'],
  ])('%s is %s', (name, id) => {
    expect(findDrug(name)?.id).toBe(id);
  });

  it('knows brand and generic, and what is not the same', () => {
    expect(sameDrug('Pepcid', 'famotidine')).toBe(true);
    expect(sameDrug('hydrocodone', 'Norco')).toBe(true);
    expect(sameDrug('OxyContin', 'oxycodone')).toBe(true);
    expect(drugRelation('Norco', 'Percocet')).toBe('same-class');
    expect(drugRelation('Pepcid', 'Baclofen')).toBe('different');
    expect(drugRelation('Pepcid', 'notadrug')).toBeUndefined();
  });

  it('knows classes and the wider class', () => {
    expect(isInClass('Pepcid', 'h2-blocker')).toBe(true);
    expect(isInClass('Pepcid', 'proton-pump-inhibitor')).toBe(false);
    expect(classOf('Norco').map(({ id }) => id)).toEqual(['short-acting-opioid', 'opioid']);
    expect(findDrugClass('anti-spasmodic')?.id).toBe('muscle-relaxant');
    expect(findDrugClass('PPIs')?.id).toBe('proton-pump-inhibitor');
    expect(findDrugClass('patient')).toBeUndefined();
  });
});

describe('body', () => {
  it('places parts in regions', () => {
    expect(bodyRegionsOf('C-spine')).toEqual(['neck']);
    expect(bodyRegionsOf('meniscus')).toEqual(['knee']);
    expect(bodyRegionsOf('lumbosacral')).toEqual(['low-back']);
    expect(hasSides('knee')).toBe(true);
    expect(hasSides('low back')).toBe(false);
  });

  it('knows what lies in, over and beside what', () => {
    expect(regionRelation('upper-extremity', 'wrist')).toBe('contains');
    expect(regionRelation('wrist', 'hand')).toBe('overlaps');
    expect(regionRelation('neck', 'upper-back')).toBe('overlaps');
    expect(regionRelation('neck', 'low-back')).toBe('different');
    expect(regionRelation('knee', 'shoulder')).toBe('different');
    expect(regionsCompatible(['spine'], ['low-back'])).toBe(true);
    expect(regionsCompatible([], ['low-back'])).toBe(true);
  });

  it('tells a chapter of another part, and stays silent where chapters prove nothing', () => {
    expect(chapterFits('low-back', ['neck'])).toBe('contradicts');
    expect(chapterFits('neck', ['upper-back'])).toBe('fits');
    expect(chapterFits('low-back', ['upper-back'])).toBe('fits');
    expect(chapterFits('low-back', ['hip'])).not.toBe('contradicts');
    expect(chapterFits('shoulder', ['hip'])).toBe('unknown');
    expect(chapterFits('chronic-pain', ['knee'])).toBe('fits');
    expect(chapterFits('neck', ['hand'], 'electrodiagnostic')).toBe('fits');
    expect(chapterFits('neck', ['hand'], 'imaging')).toBe('contradicts');
    expect(chapterFits('neck', [])).toBe('unknown');
  });
});

describe('services', () => {
  it('knows synonyms and kinds', () => {
    expect(findService('EMG/NCV')?.id).toBe('emg-ncs');
    expect(sameService('MRI', 'magnetic resonance imaging')).toBe(true);
    expect(sameService('ESI', 'injection')).toBe(true);
    expect(sameService('EMG', 'electrodiagnostic studies')).toBe(true);
    expect(serviceRelation('physical therapy', 'occupational therapy')).toBe('near');
    expect(serviceRelation('MRI', 'acupuncture')).toBe('different');
    expect(serviceKind('TENS unit')).toBe('stimulation');
  });

  it('leaves RFA to the request for authorization', () => {
    expect(findService('RFA')).toBeUndefined();
  });
});

describe('matchTerm', () => {
  it('takes the longest term', () => {
    expect(terms('Norco 10/325mg and a cervical pillow for the cervical spine')).toEqual([
      'drug:hydrocodone/acetaminophen',
      'service:pillow',
      'body-part:cervical-spine',
    ]);
    expect(terms('Right L4-5 transforaminal epidural steroid injection')).toEqual([
      'side:right',
      'body-part:lumbar-level',
      'service:esi',
    ]);
    expect(terms('carpal tunnel release of the left wrist')).toEqual([
      'service:carpal-tunnel-release',
      'side:left',
      'body-part:wrist',
    ]);
  });

  it.each([
    'On the other hand, the worker went back to work.',
    'A face to face visit dates back months.',
    'He was left untreated and has the right to appeal.',
    'The straight leg raise was positive, and she fell ten feet.',
    'The head of the department held back.',
    'She is left handed.',
  ])('reads no part of the body in: %s', (sentence) => {
    expect(terms(sentence).filter((term) => /^(?:body-part|side)/.test(term))).toEqual([]);
  });

  it('marks adjectives', () => {
    expect(matchTerm(['lumbar', 'mri'], 0)).toMatchObject({ id: 'lumbar-spine', adjective: true });
    expect(matchTerm(['lumbar', 'spine'], 0)).not.toHaveProperty('adjective');
  });
});

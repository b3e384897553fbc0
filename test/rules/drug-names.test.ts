import { describe, expect, it } from 'vitest';
import { check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import { fixed, summaryOf } from '../support/request-item.ts';

describe('brand-generic-mismatch', () => {
  it.each([
    ['Lyrica (gabapentin) 75 mg', 'Lyrica (pregabalin) 75 mg'],
    ['Ultram (cyclobenzaprine 50 mg)', 'Ultram (tramadol 50 mg)'],
    ['ibuprofen (Prilosec)', undefined],
  ])('%s', (wrong, right) => {
    const text = letter({ summary: summaryOf(`He takes ${wrong} at night.`) });
    expect(check(text, 'brand-generic-mismatch')).toHaveLength(1);
    if (right) expect(fixed(text, 'brand-generic-mismatch')).toBe(text.replace(wrong, right));
  });

  it.each([
    'He takes Lyrica (pregabalin), Norco (hydrocodone), Percocet (oxycodone) and Flexeril (cyclobenzaprine).',
    'He takes Naprosyn (Anaprox was stopped) and Motrin (ibuprofen) 800 mg.',
    'An NSAID (naproxen) and Prilosec (for the stomach) were prescribed.',
    'He takes cyclobenzaprine (Flexeril) and Lyrica (he stopped gabapentin).',
  ])('is silent: %s', (sentence) => {
    const text = letter({ summary: summaryOf(sentence) });
    expect(check(text, 'brand-generic-mismatch')).toEqual([]);
  });
});

describe('a drug called by another class', () => {
  const found = (rationale: string): string[] => {
    const text = letter({ items: [{ rationale: `${rationale} The request is not medically necessary.` }] });
    return check(text, 'drug-class-mismatch').map((finding) => marked(text, finding));
  };

  it.each([
    ['As an opioid, baclofen is not advised.', 'opioid'],
    ['ODG describes baclofen as an opioid.', 'opioid'],
  ])('%s', (sentence, part) => {
    expect(found(sentence)).toEqual([part]);
  });

  it.each([
    'As a muscle relaxant, baclofen may be given for a short time.',
    'Gabapentin was given as an opioid-sparing drug.',
    'He uses gabapentin as an opioid alternative.',
    'As an opioid was refused, baclofen was given.',
  ])('is silent: %s', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { composeLetters } from '../../bench/planted/composed.ts';
import { kinds } from '../../bench/planted/kinds/index.ts';
import { readLetters } from '../../bench/planted/letters.ts';
import { Bench, figuresOf, restores } from '../../bench/planted/measure.ts';
import { misspelt } from '../../bench/planted/misspell.ts';
import { Random } from '../../bench/planted/random.ts';
import { edited, type Letter } from '../../bench/planted/slip.ts';
import { factsOf } from '../../server/src/language/facts/index.ts';
import { parseDetermination } from '../../server/src/language/syntax/index.ts';
import { letter as letterText } from '../support/letter.ts';

const { letters } = readLetters(['own', 'composed']);

function letterOf(text: string): Letter {
  return { name: 'test', source: 'own', text, facts: factsOf(parseDetermination(text)) };
}

function kind(id: string) {
  const found = kinds.find((entry) => entry.id === id);
  if (!found) throw new Error(`There is no kind ${id}.`);
  return found;
}

describe('the kinds of slips', () => {
  it('have identifiers of their own and cover every family of rules', () => {
    expect(new Set(kinds.map(({ id }) => id)).size).toBe(kinds.length);
    expect(new Set(kinds.map(({ family }) => family))).toEqual(
      new Set(['dates', 'citations', 'regulations', 'verdicts', 'content', 'sections', 'text', 'words']),
    );
  });

  it.each(kinds.map((entry) => [entry.id, entry] as const))(
    '%s: plants edits that lie in the letter, apart, and change it',
    (_, entry) => {
      const random = new Random(7);
      let planted = 0;
      for (let attempt = 0; attempt < 4000 && planted < 10; attempt++) {
        const letter = random.pick(letters) as Letter;
        const slip = entry.plant(letter, random);
        if (!slip) continue;
        planted++;
        let end = 0;
        for (const edit of [...slip.edits].sort((a, b) => a.start - b.start)) {
          expect(edit.start).toBeGreaterThanOrEqual(end);
          expect(edit.end).toBeGreaterThanOrEqual(edit.start);
          end = edit.end;
        }
        expect(end).toBeLessThanOrEqual(letter.text.length);
        expect(edited(letter.text, slip.edits)).not.toBe(letter.text);
      }
      expect(planted).toBe(10);
    },
  );

  it('draws the same slips for the same seed and others for another', () => {
    const few = letters.slice(0, 12);
    const draw = (seed: number) =>
      new Bench().draw(kind('verdict-swapped'), few, 5, seed).map(({ slip, letter }) => [letter.name, slip]);
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  it('changes a UR date only where the header table holds the right one', () => {
    const right = letterOf(letterText());
    const wrong = letterOf(letterText({ header: { 'UR Denial Date': '11/20/2016' } }));
    expect(kind('ur-date').count(right)).toBe(1);
    expect(kind('ur-date').count(wrong)).toBe(0);
  });

  it('flips a conclusion only where it agrees with the verdict', () => {
    const agreeing = letterOf(letterText());
    const contrary = letterOf(letterText({ items: [{ heading: 'Baclofen 10mg #45: Overturned' }] }));
    const slip = kind('conclusion-not-dropped').plant(agreeing, new Random(1));
    expect(edited(agreeing.text, slip?.edits ?? [])).toContain('the request is medically necessary.');
    expect(kind('conclusion-not-dropped').count(contrary)).toBe(0);
  });
});

describe('measuring', () => {
  const text = letterText({
    items: [
      {
        rationale:
          'There was no functional improvement as defined in Section 9792.20(e). Therefore, the request is not medically necessary.',
      },
    ],
  });
  const letter = letterOf(text);
  const at = text.indexOf('9792.20(e)') + '9792.20('.length;

  it('counts a new finding at the slip, and the fix that restores the letter', () => {
    const draw = new Bench().measure(letter, {
      edits: [{ start: at, end: at + 1, text: 'ef' }],
      what: '(ef) for (e)',
    });
    expect(draw.found.map(({ rule }) => rule)).toContain('subdivision-ef');
    expect(restores(draw, false)).toBe(true);
    expect(figuresOf(kind('subdivision-letter'), [draw])).toMatchObject({
      draws: 1,
      found: 1,
      raised: 1,
      fixes: 1,
      restored: 1,
      elsewhere: 0,
    });
  });

  it('does not count what the letter had before', () => {
    const flawed = letterOf(text.replace('9792.20(e)', '9792.20(ef)'));
    const end = flawed.text.length;
    const draw = new Bench().measure(flawed, {
      edits: [{ start: end, end, text: '\n' }],
      what: 'a line more',
    });
    expect(draw.found).toEqual([]);
    expect(draw.elsewhere).toEqual([]);
  });

  it('tells where the slip stands in the planted letter', () => {
    const draw = new Bench().measure(letter, {
      edits: [
        { start: 0, end: 0, text: 'xx' },
        { start: at, end: at + 1, text: 'ef' },
      ],
      what: 'two letters before, (ef) for (e)',
    });
    expect(draw.places.map(({ start, end }) => draw.text.slice(start, end))).toEqual(['xx', 'ef']);
  });
});

describe('chance', () => {
  it('gives the same numbers for the same seed', () => {
    const numbers = (seed: number) =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            random.below(1000)
        )(new Random(seed)),
      );
    expect(numbers(1)).toEqual(numbers(1));
    expect(numbers(1)).not.toEqual(numbers(2));
  });

  it('misspells with one typing error and keeps the first letter', () => {
    const random = new Random(5);
    for (let i = 0; i < 50; i++) {
      const word = misspelt('cervical', random, () => false);
      expect(word).not.toBe('cervical');
      expect(word).toMatch(/^c/);
      expect(Math.abs((word ?? '').length - 'cervical'.length)).toBeLessThanOrEqual(1);
    }
  });
});

describe('composed letters', () => {
  it('read as determinations with all their parts', () => {
    for (const { text } of composeLetters(30, 11)) {
      const facts = factsOf(parseDetermination(text));
      expect(facts.tree.form).toBe('final-determination');
      expect(facts.items.length).toBeGreaterThanOrEqual(2);
      for (const item of facts.items) {
        expect(item.verdict).toBeDefined();
        expect(item.claims && item.maximus && item.rationale).toBeDefined();
      }
    }
  });
});

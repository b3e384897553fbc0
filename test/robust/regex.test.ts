import fc, { type Arbitrary } from 'fast-check';
import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { prove } from '../../scripts/regex/prove.ts';

function isLinear({ source, flags }: RegExp): boolean {
  return prove(source, flags).linear;
}

describe('the proof that matching takes linear time', () => {
  it.each([
    /a+/g,
    /\b\w+\b/g,
    /(?<![a-z])[a-z]+$/,
    /^a*$/,
    /^(?:[a-z]+ )*x/,
    /foo(?=.{0,20}bar)/,
    /^(a?){0,3}b/,
    /(?:a|a)*/,
    /\d+(?:\.\d+)?/g,
    /\S+(?: \S+)*/g,
    /[ ,]*(?:and )?/y,
    /#[\s\S]*/,
    /\p{L}+(?:'\p{L}+)?/gu,
    /^[a-z]*:/m,
    /(?<=[a-z] )\*{3,}(?= [a-z])/g,
  ])('is found for %s', (expression) => {
    expect(isLinear(expression)).toBe(true);
  });

  it.each([
    [/[a-z]+$/, 'a loop that every place can begin'],
    [/(?<!a)b+$/, 'a look-behind that stops another character'],
    [/a*b/g, 'a loop at the start'],
    [/a.*?b/g, 'a lazy loop'],
    [/(?:a+)+$/, 'a loop in a loop'],
    [/(?:a|a)*b/, 'two ways through a loop'],
    [/(?:a?|b?c)*d/, 'a loop whose inside may be empty in two ways'],
    [/^a*a*$/, 'two loops side by side'],
    [/^.*?x.*?y/, 'two loops with a mark between'],
    [/foo(?=.*bar)/, 'a loop in a look-ahead'],
    [/(?<=a.*)b/, 'a loop in a look-behind'],
    [/^(?!.*a.*b)/, 'two loops in what must not follow'],
    [/a(?:[a-z]*!)?/g, 'a loop beyond the end of the match'],
    [/^[^:]*:/m, 'a loop that begins at every line and goes beyond it'],
    [/\s*,\s*/, 'white space before a mark'],
    [/\u0130+$/iu, 'another case of a letter'],
    [/(a+)b\1c/, 'a reference back'],
  ])('is not found for %s: %s', (expression) => {
    expect(isLinear(expression)).toBe(false);
  });

  it('holds by another tool, for expressions of all kinds', { timeout: 60_000 }, () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '\\w', 'ab', '');
    const { expression } = fc.letrec<Record<'expression', string>>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        atom,
        fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => one + other),
        fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => `(?:${one}|${other})`),
        fc
          .tuple(tie('expression'), fc.constantFrom('*', '+', '?', '*?', '{0,2}', '{2,}'))
          .map(([inside, times]) => `(?:${inside})${times}`),
      ),
    }));
    const anchored: Arbitrary<string> = fc
      .tuple(fc.constantFrom('', '^', '\\b'), expression, fc.constantFrom('', '$', '\\b', 'c'))
      .map((parts) => parts.join(''));
    let linear = 0;
    fc.assert(
      fc.property(anchored, (source) => {
        if (!prove(source, '').linear) return;
        linear++;
        const { status } = checkSync(source, '', { checker: 'automaton', timeout: 2_000 });
        expect(status).not.toBe('vulnerable');
      }),
      { seed: 9792, numRuns: 300 },
    );
    expect(linear).toBeGreaterThan(50);
  });
});

import { describe, expect, it } from 'vitest';
import { createWordsChecker } from '../../server/src/language/words/checker.ts';
import { indexPhrases, type PhraseEntry } from '../../server/src/language/words/phrase-index.ts';
import { compilePhrases } from '../../server/src/language/words/phrase-table.ts';
import { phraseTables } from '../../server/src/language/words/table-sources.ts';
import { fieldPhrases, wordClasses } from '../../server/src/language/words/tables.ts';
import { tokenize } from '../../server/src/language/words/tokens.ts';
import { buildLetterVocabulary } from '../../server/src/language/words/vocabulary.ts';

function find(entry: PhraseEntry, sentence: string) {
  return compilePhrases([entry], wordClasses).find(sentence, tokenize(sentence));
}

describe.each(Object.entries(phraseTables))('table %s', (_, entries) => {
  it.each(entries.map((entry) => [entry.pattern, entry] as const))('%s', (_pattern, entry) => {
    for (const sentence of entry.fires) {
      const findings = find(entry, sentence);
      expect(findings, `must fire: ${sentence}`).not.toHaveLength(0);
      const first = findings[0];
      if (first === undefined || first.suggestions.length === 0 || findings.length > 1) continue;
      const fixed = sentence.slice(0, first.start) + first.suggestions[0] + sentence.slice(first.end);
      expect(find(entry, fixed), `must be mended: ${fixed}`).toHaveLength(0);
    }
    for (const sentence of entry.silent) {
      expect(find(entry, sentence), `must stay silent: ${sentence}`).toHaveLength(0);
    }
  });

  it('says no pattern twice', () => {
    const patterns = entries.map((entry) => entry.pattern);
    expect(new Set(patterns).size).toBe(patterns.length);
  });
});

describe('the tables together', () => {
  const words = createWordsChecker();

  it.each(Object.entries(phraseTables))('leave alone what %s must', (_, entries) => {
    const loud = entries
      .flatMap((entry) => entry.silent)
      .filter(
        (text) =>
          words.checkBlock({ kind: 'rationale', text, letter: buildLetterVocabulary([text]) }).length > 0,
      );
    expect(loud).toEqual([]);
  });
});

describe('the compiled tables', () => {
  it('say what the tables say (else run scripts/words/compile-tables.ts)', () => {
    const index = indexPhrases(Object.values(phraseTables).flat(), wordClasses);
    expect(JSON.parse(JSON.stringify(index))).toEqual(JSON.parse(JSON.stringify(fieldPhrases)));
  });
});

describe('verb forms in suggestions', () => {
  it.each([
    ['The request was modify by the administrator.', 'The request was modified by the administrator.'],
    ['An injection was perform.', 'An injection was performed.'],
    ['She has undergo surgery.', 'She has undergone surgery.'],
    ['The knee did not responded to rest.', 'The knee did not respond to rest.'],
    ['She was advised to avoided lifting.', 'She was advised to avoid lifting.'],
    ['He deny numbness.', 'He denies numbness.'],
  ])('%s', (wrong, right) => {
    const table = compilePhrases(phraseTables['verb forms'] ?? [], wordClasses);
    const [finding] = table.find(wrong, tokenize(wrong));
    expect(finding).toBeDefined();
    if (finding === undefined) return;
    expect(wrong.slice(0, finding.start) + finding.suggestions[0] + wrong.slice(finding.end)).toBe(right);
    expect(table.find(right, tokenize(right))).toEqual([]);
  });

  it.each([
    'It is time to treat the cause.',
    'The plan is to continue therapy.',
    'As if he were not there, she rested.',
    'The needs of the patient were not met.',
    'The treating physicians recommend surgery.',
  ])('none in “%s”', (text) => {
    const table = compilePhrases(phraseTables['verb forms'] ?? [], wordClasses);
    expect(table.find(text, tokenize(text))).toEqual([]);
  });
});

describe('an office’s own entries', () => {
  const entry: PhraseEntry = {
    kind: 'word-slip',
    pattern: 'the [blew] form',
    replace: 'blue',
    fires: ['The blew form was sent.'],
    silent: ['The wind blew.'],
  };

  it('keep the capital of what they replace', () => {
    expect(find({ ...entry, pattern: '[blew] form' }, 'Blew form was sent.')[0]?.suggestions).toEqual([
      'Blue',
    ]);
  });

  it('stay silent behind a word that the entry names', () => {
    const silenced = { ...entry, unless: ['tin'] };
    expect(find(silenced, 'Under the tin the blew form lay.')).toHaveLength(0);
    expect(find(silenced, 'A tin fell. On the blew form it lay.')).toHaveLength(1);
  });

  it('stay silent behind a word of a class that the entry names', () => {
    const silenced = { ...entry, unless: ['tin', '@month'] };
    expect(find(silenced, 'In May the blew form lay there.')).toHaveLength(0);
    expect(find(silenced, 'Under the tin the blew form lay.')).toHaveLength(0);
    expect(find(silenced, 'Under the table the blew form lay.')).toHaveLength(1);
    expect(() => find({ ...entry, unless: ['@nowhere'] }, 'x')).toThrow(/unknown class/);
  });

  it('are refused when their pattern marks no range or names an unknown class', () => {
    expect(() => find({ ...entry, pattern: 'the blew form' }, 'x')).toThrow(/range/);
    expect(() => find({ ...entry, pattern: '[@nowhere]' }, 'x')).toThrow(/unknown class/);
    expect(() => find({ ...entry, pattern: '[*]' }, 'x')).toThrow(/found by/);
  });
});

describe('a request in capitals', () => {
  const table = compilePhrases(phraseTables.grammar ?? [], wordClasses);
  const found = (sentence: string): number => table.find(sentence, tokenize(sentence)).length;

  it.each([
    'AQUATIC THERAPY, LOW BACK, 10 VISITS is medically necessary and appropriate.',
    'MASSAGE THERAPY 6 SESSIONS is not medically necessary.',
    'Acupuncture, 8 visits is medically necessary.',
  ])('is one thing: %s', (sentence) => {
    expect(found(sentence)).toBe(0);
  });

  it.each([
    'The current 8 visits is not medically necessary.',
    'Here 8 VISITS IS not supported by it, and 6 therapy sessions is not supported.',
  ])('is not: %s', (sentence) => {
    expect(found(sentence)).toBeGreaterThan(0);
  });
});

describe('abbreviations in capitals', () => {
  const entry: PhraseEntry = {
    kind: 'word-slip',
    pattern: ', [ect] $',
    replace: 'etc',
    fires: [],
    silent: [],
  };

  it('are not taken for the small word that they spell', () => {
    expect(find(entry, 'He bends, lifts, ect.')).toHaveLength(1);
    expect(find(entry, 'She had lithium, ECT.')).toEqual([]);
  });

  it('are mended where another abbreviation is meant', () => {
    const study = { ...entry, pattern: '[mir] of', replace: 'MRI' };
    expect(find(study, 'A MIR of the knee was done.')).toHaveLength(1);
  });
});

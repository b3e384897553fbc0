import { describe, expect, it } from 'vitest';
import { compilePhrases, type PhraseEntry } from '../../server/src/language/words/phrase-table.ts';
import { phraseTables, wordClasses } from '../../server/src/language/words/tables.ts';
import { tokenize } from '../../server/src/language/words/tokens.ts';

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

  it('are refused when their pattern marks no range or names an unknown class', () => {
    expect(() => find({ ...entry, pattern: 'the blew form' }, 'x')).toThrow(/range/);
    expect(() => find({ ...entry, pattern: '[@nowhere]' }, 'x')).toThrow(/unknown class/);
    expect(() => find({ ...entry, pattern: '[*]' }, 'x')).toThrow(/found by/);
  });
});

import { describe, expect, it } from 'vitest';
import {
  addToDictionary,
  applyDictionary,
  isListedWord,
  parseDictionary,
  removeFromDictionary,
} from '../server/src/language/dictionary-list.ts';
import type { Finding } from '../server/src/language/finding.ts';

const list = '\uFEFF# words of the office\r\nGabaCyclo\r\n  Okafor # a physician\r\n\r\n';

describe('a word list', () => {
  it('is one word a line; case, remarks and possessive endings do not count', () => {
    const words = parseDictionary(list);
    expect(words.size).toBe(2);
    for (const word of ['gabacyclo', 'GABACYCLO', "Okafor's", 'Okafor’s'])
      expect(isListedWord(words, word)).toBe(true);
    expect(isListedWord(words, 'physician')).toBe(false);
  });

  it('changes only the line of a word', () => {
    expect(addToDictionary(list, 'Zorvolex')).toBe(`${list}Zorvolex\r\n`);
    expect(addToDictionary('one', 'two')).toBe('one\ntwo\n');
    expect(addToDictionary(list, 'okafor')).toBe(list);
    expect(addToDictionary(list, ' # ')).toBe(list);
    expect(removeFromDictionary(list, 'gabacyclo')).toBe(list.replace('GabaCyclo\r\n', ''));
    expect(removeFromDictionary(list, 'unknown')).toBe(list);
    expect(removeFromDictionary(addToDictionary('', 'one'), 'ONE')).toBe('');
  });

  it('answers misspellings of its words, and no other findings', () => {
    const text = 'Okafor and Balcofen';
    const finding = (rule: string, start: number, end: number): Finding => ({
      rule,
      severity: 'warning',
      message: '',
      note: undefined,
      start,
      end,
      related: [],
      fixes: [],
    });
    const found = [finding('misspelling', 0, 6), finding('wrong-word', 0, 6), finding('misspelling', 11, 19)];
    expect(applyDictionary(found, text, parseDictionary(list))).toEqual(found.slice(1));
    expect(applyDictionary(found, text, new Set())).toEqual(found);
  });
});

import type { Finding } from './finding.ts';

/**
 * Word lists that users, workspaces and offices keep: plain text, one word or phrase a line, `#` before a remark. They
 * are read by people and kept under version control, so a change touches its own line only.
 */

/** Where a workspace keeps its list, seen from its folder. */
export const DICTIONARY_FILE = '.imr/dictionary.txt';

/** The word of a line, without a remark and without space around it. */
function wordOfLine(line: string): string {
  return line
    .replace(/#[\s\S]*/, '')
    .replace(/^\uFEFF/, '')
    .trim();
}

/** Words that differ only in case, typographic apostrophe or possessive ending are one. */
function keyOf(word: string): string {
  return word.replaceAll('’', "'").toLowerCase().replace(/'s?$/, '');
}

/** The words of a list as their keys, for look-up with {@link isListedWord}. */
export function parseDictionary(text: string): Set<string> {
  const words = new Set<string>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const key = keyOf(wordOfLine(line));
    if (key !== '') words.add(key);
  }
  return words;
}

/** Whether a list holds a word, whatever its case. */
export function isListedWord(words: ReadonlySet<string>, word: string): boolean {
  return words.has(keyOf(word.trim()));
}

/** The list with a word added on a line of its own; unchanged where it is listed or is no word. */
export function addToDictionary(text: string, word: string): string {
  const added = wordOfLine(word.replace(/\s+/g, ' '));
  if (added === '' || isListedWord(parseDictionary(text), added)) return text;
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const before = text === '' || /[\r\n]$/.test(text) ? text : text + lineBreak;
  return `${before}${added}${lineBreak}`;
}

/** The list without a word; its remarks and the other lines stay as they are. */
export function removeFromDictionary(text: string, word: string): string {
  const key = keyOf(wordOfLine(word));
  return text
    .split(/(?<=\r\n|\r(?!\n)|\n)/)
    .filter((line) => key === '' || keyOf(wordOfLine(line)) !== key)
    .join('');
}

/** Findings without misspellings of words that a list holds. */
export function applyDictionary(
  findings: readonly Finding[],
  text: string,
  words: ReadonlySet<string>,
): Finding[] {
  if (words.size === 0) return [...findings];
  return findings.filter(
    (finding) => finding.rule !== MISSPELLING || !isListedWord(words, text.slice(finding.start, finding.end)),
  );
}

/** The rule whose findings a list answers. */
export const MISSPELLING = 'misspelling';

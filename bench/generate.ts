import { composeLetters } from './planted/composed.ts';

/**
 * Letters in the manner of the examples, all different, whose length lies within a tenth of a wanted one; the same
 * for the same seed.
 *
 * @param size Characters of a letter; the composed letters have 4,000 to 9,000.
 */
export function lettersOf(size: number, count: number, seed = 20161118): string[] {
  const found: string[] = [];
  for (let round = 0; found.length < count && round < 100; round++) {
    for (const { text } of composeLetters(count, seed + round)) {
      if (Math.abs(text.length - size) < size / 10 && found.length < count) found.push(text);
    }
  }
  if (found.length < count) throw new Error(`too few letters of ${size} characters can be composed`);
  return found;
}

/** A letter of about `size` characters: the items of many letters under one head. */
export function longLetter(size: number, seed = 1): string {
  const mark = /\n[^\n]*\n+(?=[^\n]*: (?:Upheld|Overturned))/;
  let text = '';
  for (let round = 0; text.length < size; round++) {
    for (const letter of composeLetters(50, seed + round)) {
      const at = mark.exec(letter.text)?.index;
      if (at === undefined) continue;
      if (text.length >= size) break;
      text += text === '' ? letter.text : letter.text.slice(at);
    }
  }
  return text;
}

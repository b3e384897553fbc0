/**
 * Plants one-edit typing errors in drug and anatomy terms and counts how many the words check finds.
 *
 *     node bench/words/planted.ts [WORD-LIST]
 *
 * Every drug and anatomy term of at least six letters is set into a sentence of its kind and damaged five times
 * by a letter left out, doubled, swapped with its neighbour, or keyed beside (fixed seed). A damage that makes
 * another field term or word of everyday English (rank 2 or more) is no spelling error and is counted apart.
 */
import { readFileSync } from 'node:fs';
import { createWordsChecker } from '../../server/src/language/words/checker.ts';
import { openDictionary } from '../../server/src/language/words/dictionary.ts';
import { fieldTerms } from '../../server/src/language/words/field-terms.ts';
import { buildLetterVocabulary } from '../../server/src/language/words/vocabulary.ts';

const ROUNDS = 5;
const LEAST_LENGTH = 6;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

let seed = 20161122;
function random(below: number): number {
  // multiplier and increment of Numerical Recipes' generator
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed % below;
}

function damage(word: string): string {
  // the first letter stays: writers seldom miss it
  const at = 1 + random(word.length - 1);
  const head = word.slice(0, at);
  const letter = word.charAt(at);
  switch (random(4)) {
    case 0:
      return head + word.slice(at + 1);
    case 1:
      return head + letter + word.slice(at);
    case 2:
      return at + 1 < word.length ? head + word.charAt(at + 1) + letter + word.slice(at + 2) : head;
    default:
      return head + ALPHABET.charAt(random(26)) + word.slice(at + 1);
  }
}

const bytes = readFileSync(process.argv[2] ?? 'dist/words.bin');
const dictionary = openDictionary(
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
);
const checker = createWordsChecker(dictionary);

for (const category of ['drugs', 'anatomy'] as const) {
  let planted = 0;
  let real = 0;
  let found = 0;
  let first = 0;
  const missed: string[] = [];
  for (const [lower, term] of fieldTerms) {
    if (term.category !== category || lower.length < LEAST_LENGTH) continue;
    for (let round = 0; round < ROUNDS; round++) {
      const slip = damage(term.text);
      if (slip.toLowerCase() === lower) continue;
      if (fieldTerms.has(slip.toLowerCase()) || dictionary.rank(slip.toLowerCase()) > 1) {
        real++;
        continue;
      }
      planted++;
      const text =
        category === 'drugs'
          ? `The current medications include ${slip} 50 mg twice daily and rest.`
          : `The note describes the ${slip} region of the patient in some detail.`;
      const findings = checker.checkBlock({ text, kind: 'rationale', letter: buildLetterVocabulary([text]) });
      const hit = findings.find((finding) => text.slice(finding.start, finding.end).includes(slip));
      if (hit !== undefined) found++;
      else missed.push(`${slip} (${term.text})`);
      if (hit?.suggestions[0]?.toLowerCase() === lower) first++;
    }
  }
  const share = (part: number) => `${part} (${((100 * part) / planted).toFixed(1)} %)`;
  console.log(
    `${category}: ${planted} planted, ${real} made another word; found ${share(found)}, first suggestion right ${share(first)}`,
  );
  if (process.argv.includes('--list')) console.log(missed.join(', '));
}

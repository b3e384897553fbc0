import { type FixedPassage, fixedPassages } from '../../../server/src/language/passages/index.ts';
import type { Block } from '../../../server/src/language/syntax/index.ts';
import { proseOf, sentenceSpans, type Word, wordsOf } from '../places.ts';
import { dropped, type Letter, rangeOf, replaced, type SlipKind, type Span, slipKind } from '../slip.ts';

/** Blocks in which a fixed passage may stand. */
function blocksFor(letter: Letter, { where }: FixedPassage): Block[] {
  return letter.facts.sections.flatMap((section) =>
    section.children
      .flatMap((child): Block[] => (child.type === 'item' ? child.children : [child]))
      .filter(({ type }) =>
        where === 'guideline-line'
          ? type === 'guidelineLine'
          : where === 'rationale'
            ? type === 'rationale'
            : section.name === where,
      ),
  );
}

/** Words of the fixed passages that a letter holds whole, each with the other words of its passage. */
function fixedWords(letter: Letter): { word: Word; others: string[] }[] {
  return fixedPassages.flatMap((passage) => {
    const standard = passage.text.replace(/\s+/g, ' ').trim();
    return blocksFor(letter, passage).flatMap((block) => {
      const at = block.flow.text.indexOf(standard);
      if (at < 0) return [];
      const words = wordsOf(block).filter(
        ({ start, end, text }) => start > at && end < at + standard.length && /^[a-z]{3,}$/.test(text),
      );
      return words
        .filter(({ text }) => !/^(?:is|was|are|were|not|the|and)$/.test(text))
        .map((word) => ({
          word,
          others: words.map(({ text }) => text).filter((text) => text !== word.text),
        }));
    });
  });
}

const fixedPassage = slipKind<{ word: Word; others: string[] }>({
  id: 'fixed-passage-word',
  family: 'text',
  definition:
    'In a passage that is the same in every letter (lead-ins, credentials text, "did not cite", openers, opioid notice) a word is left out or replaced by another.',
  places: fixedWords,
  plant({ word, others }, random) {
    if (random.below(2)) return dropped(word);
    const other = random.pick(others);
    return other === undefined ? undefined : replaced(word, other);
  },
});

const marks = [
  'XXX',
  '[date]',
  '___',
  'TBD',
  '<insert>',
  '[insert name]',
  '{drug}',
  '***',
  '???',
  '[DATE]',
  'XX/XX/XXXX',
  'TODO',
  '[ ]',
  '$1',
  '<<name>>',
];

const placeholder = slipKind<Word>({
  id: 'placeholder-left',
  family: 'text',
  definition:
    'A placeholder of a template ("[date]", "XXX", "___", "TBD", "<insert>") stands in the place of a word of the summary or a rationale.',
  restorable: false,
  places: (letter) =>
    proseOf(letter).flatMap((block) =>
      wordsOf(block).filter(
        ({ text, start, end }) =>
          text.length > 3 &&
          / /.test(block.flow.text[start - 1] ?? '') &&
          / /.test(block.flow.text[end] ?? ''),
      ),
    ),
  plant(word, random) {
    const mark = random.pick(marks);
    return mark === undefined ? undefined : replaced(word, mark);
  },
});

const doubledWord = slipKind<Word>({
  id: 'doubled-word',
  family: 'words',
  definition: 'A word of the summary or a rationale stands twice ("had had" and "that that" are not drawn).',
  places: (letter) =>
    proseOf(letter).flatMap((block) =>
      wordsOf(block).filter(
        ({ text, start, end }) =>
          /^[A-Za-z]{2,}$/.test(text) &&
          !/^(?:had|that|very)$/i.test(text) &&
          / /.test(block.flow.text[start - 1] ?? '') &&
          /[ .,]/.test(block.flow.text[end] ?? ''),
      ),
    ),
  plant: (word) =>
    replaced({ ...word, start: word.end }, ` ${word.text}`, { what: `"${word.text}" doubled` }),
});

const doubledPhrase = slipKind<Span>({
  id: 'doubled-phrase',
  family: 'words',
  definition: 'Two to five words of the summary or a rationale are repeated at once.',
  places: (letter) =>
    proseOf(letter).flatMap((block) => sentenceSpans(block).filter(({ text }) => text.split(' ').length > 8)),
  plant({ block, start, end }, random) {
    const spaces = [...block.flow.text.slice(start, end).matchAll(/ /g)].map(({ index }) => start + index);
    const first = 1 + random.below(Math.max(1, spaces.length - 7));
    const from = spaces[first];
    const to = spaces[first + 2 + random.below(4)];
    if (from === undefined || to === undefined) return undefined;
    const phrase = block.flow.text.slice(from, to);
    if (!/^(?: [a-z]+)+$/i.test(phrase)) return undefined;
    return replaced({ block, start: to, end: to }, phrase, { what: `"${phrase.trim()}" doubled` });
  },
});

const missingSpace = slipKind<Span>({
  id: 'missing-space',
  family: 'words',
  definition: 'The space after a full stop between two sentences of the summary or a rationale is lost.',
  places: (letter) =>
    proseOf(letter).flatMap((block) =>
      sentenceSpans(block)
        .slice(1)
        .filter(
          ({ start, text }) => /[a-z)]\. $/.test(block.flow.text.slice(0, start)) && /^[A-Z][a-z]/.test(text),
        )
        .map(({ start }) => ({ block, start: start - 1, end: start })),
    ),
  plant: (span) => replaced(span, '', { what: 'space after the full stop lost' }),
});

const fullStopLost = slipKind<Span>({
  id: 'full-stop-lost',
  family: 'text',
  definition:
    'The full stop between two sentences of the summary or a rationale, or at the end of a rationale, is lost.',
  places: (letter) =>
    proseOf(letter).flatMap((block) =>
      sentenceSpans(block)
        .filter(
          ({ text, end }) =>
            /[a-z]\.$/.test(text) &&
            (end === block.flow.text.length ||
              /^ (?:The|There|This|Therefore|As|In|Here|It|On|However|Treatment|An?) /.test(
                block.flow.text.slice(end),
              )),
        )
        .map(({ end }) => ({ block, start: end - 1, end })),
    ),
  plant: (span) => replaced(span, '', { what: 'full stop lost' }),
});

/** A quotation mark or bracket, and where its partner stands. */
interface Mark extends Span {
  partner: number;
}

function marksOf(block: Block): Mark[] {
  const { text } = block.flow;
  const marks: Mark[] = [];
  const open: number[] = [];
  let nested = false;
  let quoted: number | undefined;
  const pair = (from: number, to: number): void => {
    marks.push(
      { block, start: from, end: from + 1, partner: to },
      { block, start: to, end: to + 1, partner: from },
    );
  };
  for (const { 0: mark, index } of text.matchAll(/["()]/g)) {
    if (mark === '(') {
      nested = open.length > 0;
      open.push(index);
    } else if (mark === ')') {
      // "(1)" numbers a list, so that half of it may be meant; of brackets in brackets the wrong ones seem to pair.
      const from = open.pop();
      if (from === undefined) return [];
      if (index - from > 4 && open.length === 0 && !nested) pair(from, index);
    } else if (quoted === undefined) {
      quoted = index;
    } else {
      pair(quoted, index);
      quoted = undefined;
    }
  }
  return quoted === undefined && open.length === 0 ? marks : [];
}

const quote = slipKind<Mark>({
  id: 'quote-lost',
  family: 'text',
  definition:
    'One quotation mark or bracket of a pair is lost in the summary or a rationale whose marks were all paired; its partner may be marked instead.',
  places: (letter) => proseOf(letter).flatMap(marksOf),
  plant: ({ partner, ...span }) =>
    replaced(span, '', { zone: [rangeOf({ block: span.block, start: partner, end: partner + 1 })] }),
});

/** Slips in wording and marks. */
export const textKinds: readonly SlipKind[] = [
  fixedPassage,
  placeholder,
  doubledWord,
  doubledPhrase,
  missingSpace,
  fullStopLost,
  quote,
];

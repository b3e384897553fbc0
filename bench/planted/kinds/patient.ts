import { cased, proseOf, sentenceSpans, spansOf, type Term, termsOf, type Word } from '../places.ts';
import { replaced, type SlipKind, slipKind } from '../slip.ts';

/** "left" or "right" with the part of the body that it stands before. */
interface Sided {
  side: Term;
  part: string;
}

function sidedOf(terms: readonly Term[]): Sided[] {
  return terms.flatMap((side, index): Sided[] => {
    const next = terms[index + 1];
    const part =
      next && next.block === side.block && next.kind === 'body-part' && next.start - side.end < 3
        ? next.id
        : undefined;
    return side.kind === 'side' && /^(?:left|right)$/i.test(side.text) && part !== undefined
      ? [{ side, part }]
      : [];
  });
}

const side = slipKind<Sided>({
  id: 'side-swapped',
  family: 'content',
  definition:
    'Left for right or the reverse, before a part of the body in the summary or a rationale of a letter that names this part at least twice with a side, always the same one, and never "bilateral"; not in a sentence on the past.',
  places(letter) {
    const all = letter.facts.blocks.flatMap((block) => sidedOf(termsOf(block)));
    const sides = letter.facts.blocks.flatMap(termsOf).filter(({ kind }) => kind === 'side');
    if (sides.some(({ id }) => id === 'bilateral')) return [];
    return all.filter(({ side: { block, start, id }, part }) => {
      if (block.type !== 'prose' && block.type !== 'rationale') return false;
      const same = all.filter((other) => other.part === part);
      const sentence = sentenceSpans(block).find((span) => span.start <= start && start < span.end);
      if (!sentence || /\b(?:prior|previous|history|past|earlier|status post)\b/i.test(sentence.text))
        return false;
      return same.length > 1 && same.every((other) => other.side.id === id);
    });
  },
  plant: ({ side: { text, ...term } }) =>
    replaced(term, cased(text.toLowerCase() === 'left' ? 'right' : 'left', text)),
});

const subject =
  /(?<=^|[.] )(he|she)\b(?= (?:was|is|has|had|reported|complained|underwent|fell|sustained|works?|worked|returned|denied|also|then|rated|takes?|did)\b)/dgi;
const noun = /\b(male|female|man|woman|gentleman)\b/dgi;

/** What a word says of the patient's sex. */
const sexOf = (word: string): 'm' | 'f' => (/^(?:she|her|female|woman)$/i.test(word) ? 'f' : 'm');
const opposite: Readonly<Record<string, string>> = {
  he: 'she',
  she: 'he',
  male: 'female',
  female: 'male',
  man: 'woman',
  woman: 'man',
  gentleman: 'woman',
};

const sex = slipKind<Word>({
  id: 'sex-changed',
  family: 'content',
  definition:
    'The patient’s sex is changed in one place ("year old male", or "He" as subject of a sentence of the summary); the letter tells it at least twice more, always alike.',
  places(letter) {
    const blocks = proseOf(letter);
    const nouns = blocks.flatMap((block) => spansOf(block, noun));
    const subjects = blocks
      .filter(({ type }) => type === 'prose')
      .flatMap((block) => spansOf(block, subject));
    const all = [...nouns, ...subjects];
    return nouns.length > 0 && all.length > 2 && new Set(all.map(({ text }) => sexOf(text))).size === 1
      ? all
      : [];
  },
  plant: (word) => replaced(word, cased(opposite[word.text.toLowerCase()] ?? '', word.text)),
});

const age = slipKind<Word>({
  id: 'age-changed',
  family: 'content',
  definition: 'The patient’s age is changed in one of at least two places that give the same age.',
  places(letter) {
    const all = proseOf(letter).flatMap((block) =>
      spansOf(block, /\b(\d{2})(?=[ -]years?[ -]old\b)|\baged? (\d{2})\b(?! ?(?:to|-))/dgi),
    );
    return all.length > 1 && new Set(all.map(({ text }) => text)).size === 1 ? all : [];
  },
  plant(word, random) {
    const other = random.below(2)
      ? word.text.charAt(1) + word.text.charAt(0)
      : word.text.charAt(0) + random.below(10);
    return other === word.text || Number(other) < 18 || Number(other) > 89
      ? undefined
      : replaced(word, other);
  },
});

/** Slips in what is told of the patient. */
export const patientKinds: readonly SlipKind[] = [side, sex, age];

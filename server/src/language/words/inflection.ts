import verbs from './data/verbs.json' with { type: 'json' };
import type { WordClasses } from './pattern.ts';

/** A form of a verb: `base` "treat", `third` "treats", `past` "treated", `participle` "taken", `ing` "treating". */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'ing';

type Forms = Readonly<Record<VerbForm, string>>;

const irregular: Readonly<Record<string, string>> = verbs.irregular;
const doubling: ReadonlySet<string> = new Set(verbs.double);
const act = verbs.act.split(' ');
const speak = verbs.speak.split(' ');
const others = Object.keys(irregular).filter((base) => !act.includes(base) && !speak.includes(base));

/** Verbs that are in no class and only have their forms. */
const regular = verbs.regular.split(' ');

/** The forms of every verb of the field, by each of its forms. */
const byForm = new Map<string, Forms>();
for (const base of [...others, ...regular, ...speak, ...act]) {
  const forms = formsOf(base);
  for (const form of Object.values(forms)) byForm.set(form, forms);
}

/** The forms of every verb of the field that may be the verb of a clause by themselves. */
export const finiteForms: readonly Pick<Forms, 'third' | 'past'>[] = [...new Set(byForm.values())];

function formsOf(base: string): Forms {
  const stem = doubling.has(base) ? base + base.charAt(base.length - 1) : base;
  const silentE = base.endsWith('e') && !base.endsWith('ee');
  const consonantY = /[^aeiou]y$/.test(base);
  const regular = consonantY ? `${base.slice(0, -1)}ied` : silentE ? `${base}d` : `${stem}ed`;
  const [past = regular, participle = regular] = irregular[base]?.split(' ') ?? [];
  const sibilant = /(?:s|x|ch|sh|o)$/.test(base);
  return {
    base,
    third: base === 'have' ? 'has' : consonantY ? `${base.slice(0, -1)}ies` : base + (sibilant ? 'es' : 's'),
    past,
    participle,
    ing: `${silentE ? base.slice(0, -1) : stem}ing`,
  };
}

const numbers: readonly (readonly [string, string])[] = [
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
  ['does', 'do'],
];
/** The noun that names what a verb does, by the verb ("improve", "improvement"); only verbs that are no nouns. */
const nouns: Readonly<Record<string, string>> = verbs.nouns;
const otherNumber = new Map(numbers.flatMap(([one, more]) => [[one, more] as const, [more, one] as const]));

/**
 * Another form of a verb; the word itself when it is no form of a verb of the field.
 *
 * @param form a form, or `number`: the same tense in the other number ("is" for "are", "have" for "has"), or `noun`:
 * the noun that names what the verb does ("improvement" for "improved"), or `plural` and `singular` of a noun
 */
export function inflect(word: string, form: VerbForm | 'number' | 'noun' | 'plural' | 'singular'): string {
  const lower = word.toLowerCase();
  if (form === 'plural') return pluralOf(word);
  if (form === 'singular') return singularOf(word);
  if (form === 'number') return otherNumber.get(lower) ?? word;
  if (form === 'noun') return nouns[byForm.get(lower)?.base ?? lower] ?? word;
  return byForm.get(lower)?.[form] ?? word;
}

/** The plural of a regular noun, or of one like "diagnosis". */
function pluralOf(noun: string): string {
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/sis$/i.test(noun)) return `${noun.slice(0, -2)}es`;
  return noun + (/(?:s|x|ch|sh)$/i.test(noun) ? 'es' : 's');
}

/** The singular of a regular noun, or of one like "diagnoses". */
function singularOf(noun: string): string {
  if (/[^aeiou]ies$/i.test(noun)) return `${noun.slice(0, -3)}y`;
  if (/(?:no|ly|the|ta|po)ses$/i.test(noun)) return `${noun.slice(0, -2)}is`;
  return /(?:ss|x|ch|sh)es$/i.test(noun) ? noun.slice(0, -2) : noun.replace(/s$/i, '');
}

function formsIn(bases: readonly string[], forms: readonly VerbForm[]): string[] {
  const base = new Set(bases);
  return bases.flatMap((verb) => forms.map((form) => formsOf(verb)[form])).filter((word) => !base.has(word));
}

const nounVerb = Object.keys(nouns);

/**
 * Verb classes for patterns; `act*` are verbs that are no nouns or adjectives, `speak*` may be. `nounVerb` are verbs
 * whose noun (`{1:noun}`) is another word, and `nounVerbPast` their past.
 */
export const verbClasses: WordClasses = {
  nounVerb,
  nounVerbPast: formsIn(nounVerb, ['past']),
  act,
  actThird: formsIn(act, ['third']),
  actPast: formsIn(act, ['past', 'participle']),
  actIng: formsIn(act, ['ing']),
  speak,
  speakThird: formsIn(speak, ['third']),
  speakPast: formsIn(speak, ['past', 'participle']),
  speakIng: formsIn(speak, ['ing']),
};

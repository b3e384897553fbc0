import { fieldTerms, knownWords } from './field-terms.ts';
import { isGreekForm } from './greek-forms.ts';
import { locativeAdjective } from './locative.ts';
import type { WordsDictionary } from './types.ts';

/** Prefixes that make a new word from a known one ("nonoperative", "infrapatellar"). */
const PREFIXES: readonly string[] = [
  'anti',
  'arthro',
  'auto',
  'bi',
  'bio',
  'cervico',
  'chemo',
  'contra',
  'counter',
  'cranio',
  'de',
  'dis',
  'electro',
  'extra',
  'gastro',
  'hemi',
  'hyper',
  'hypo',
  'infra',
  'inter',
  'intra',
  'lumbo',
  'micro',
  'mid',
  'mini',
  'mis',
  'mono',
  'multi',
  'musculo',
  'myo',
  'neuro',
  'non',
  'osteo',
  'out',
  'over',
  'para',
  'peri',
  'physio',
  'poly',
  'post',
  'pre',
  'psycho',
  're',
  'retro',
  'self',
  'semi',
  'sub',
  'super',
  'supra',
  'tele',
  'thermo',
  'thoraco',
  'trans',
  'tri',
  'ultra',
  'un',
  'under',
  'uni',
  'viscero',
];
/** Parts of medical words that stand before a known word of some length ("viscosupplement", "patellofemoral"). */
const COMBINING_FORMS: readonly string[] = [
  'abdomino',
  'acromio',
  'angio',
  'antero',
  'calcaneo',
  'capsulo',
  'carpo',
  'cephalo',
  'cerebro',
  'chondro',
  'circum',
  'coraco',
  'cortico',
  'costo',
  'cryo',
  'cyto',
  'dermato',
  'dorso',
  'endo',
  'femoro',
  'fibro',
  'fluoro',
  'fronto',
  'gleno',
  'glosso',
  'hemo',
  'hepato',
  'hetero',
  'humero',
  'iatro',
  'ilio',
  'immuno',
  'ischio',
  'kinesio',
  'laryngo',
  'latero',
  'ligamento',
  'macro',
  'maxillo',
  'mechano',
  'medico',
  'medio',
  'menisco',
  'myelo',
  'naso',
  'nephro',
  'noci',
  'nucleo',
  'oculo',
  'ortho',
  'palato',
  'patello',
  'patho',
  'pelvi',
  'pharmaco',
  'phono',
  'photo',
  'pneumo',
  'postero',
  'proprio',
  'pseudo',
  'quadri',
  'quasi',
  'radio',
  'sacro',
  'scapulo',
  'sclero',
  'socio',
  'somato',
  'spino',
  'spondylo',
  'sterno',
  'talo',
  'tarso',
  'teno',
  'tibio',
  'tracheo',
  'ulno',
  'vaso',
  'ventro',
  'vertebro',
  'vestibulo',
  'visco',
];
const LEAST_AFTER_PREFIX = 5;
const LEAST_AFTER_FORM = 6;
/** British against American spellings; neither is a slip. */
const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/our(?=s|ed|ing|al|$)/, 'or'],
  [/is(?=e|ed|es|ing|ation|ations$)/, 'iz'],
  [/ys(?=e|ed|es|ing$)/, 'yz'],
  [/ae/, 'e'],
  [/oe/, 'e'],
  [/(?<=cent|met|lit|fib|calib|theat)re(?=s?$)/, 'er'],
  [/ll(?=ed|ing$)/, 'l'],
  [/ogue(?=s?$)/, 'og'],
  [/ence$/, 'ense'],
  [/(?<=^practi)s(?=e|ed|es|ing$)/, 'c'],
  [/programme/, 'program'],
];

const LEAST_RARE_PLURAL = 8;

/**
 * How well a word is known: `well` words are never questioned; `faint` ones (in the scientific or name lists
 * only, or made with a prefix) keep the check silent unless a drug or an anatomical term is next to them.
 */
export type Knowledge = 'well' | 'faint' | 'not';

/** How well a lower-case word is known in any way that concerns the spelling check. */
export function knowledgeOf(word: string, dictionary: WordsDictionary): Knowledge {
  if (isOfField(word)) return 'well';
  const rank = dictionary.rank(word);
  if (rank > 1 || hasKnownStem(word, dictionary) || isBritish(word, dictionary)) return 'well';
  if (isGreekForm(word, isOfField)) return 'well';
  return rank === 1 || isRarePlural(word, dictionary) || isCompound(word, dictionary) ? 'faint' : 'not';
}

function isOfField(word: string): boolean {
  return fieldTerms.has(word) || knownWords.has(word);
}

function isListed(word: string, dictionary: WordsDictionary): boolean {
  return isOfField(word) || dictionary.rank(word) > 1;
}

/** Plurals and adverbs that a word list may lack. */
function hasKnownStem(word: string, dictionary: WordsDictionary): boolean {
  if (word.endsWith('ss')) return false;
  if (word.length < 6) return word.endsWith('s') && isListed(word.slice(0, -1), dictionary);
  if (word.endsWith('s') && isListed(word.slice(0, -1), dictionary)) return true;
  if (word.endsWith('es') && isListed(word.slice(0, -2), dictionary)) return true;
  return word.endsWith('ly') && isListed(word.slice(0, -2), dictionary);
}

/** A plural of a rare word: "transections", "nephropathies"; Latin and Italian words have others. */
function isRarePlural(word: string, dictionary: WordsDictionary): boolean {
  if (word.length < LEAST_RARE_PLURAL || !word.endsWith('s') || /[siou]s$/.test(word)) return false;
  const singular = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  return dictionary.rank(singular) > 0;
}

function isCompound(word: string, dictionary: WordsDictionary): boolean {
  return (
    (hasKnownRest(word, PREFIXES, LEAST_AFTER_PREFIX, dictionary) ||
      hasKnownRest(word, COMBINING_FORMS, LEAST_AFTER_FORM, dictionary)) &&
    !locativeAdjective(word, dictionary)
  );
}

function hasKnownRest(
  word: string,
  beginnings: readonly string[],
  least: number,
  dictionary: WordsDictionary,
): boolean {
  for (const beginning of beginnings) {
    if (!word.startsWith(beginning) || word.length - beginning.length < least) continue;
    const rest = word.slice(beginning.length);
    if (isListed(rest, dictionary) || isGreekForm(rest, isOfField)) return true;
  }
  return false;
}

function isBritish(word: string, dictionary: WordsDictionary): boolean {
  for (const [british, american] of BRITISH) {
    if (british.test(word) && isListed(word.replace(british, american), dictionary)) return true;
  }
  return false;
}

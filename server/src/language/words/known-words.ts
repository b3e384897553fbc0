import { fieldTerms } from './field-terms.ts';
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
  [/programme/, 'program'],
];

/**
 * How well a word is known: `well` words are never questioned; `faint` ones (in the scientific or name lists
 * only, or made with a prefix) keep the check silent unless a drug or an anatomical term is next to them.
 */
export type Knowledge = 'well' | 'faint' | 'not';

/** How well a lower-case word is known in any way that concerns the spelling check. */
export function knowledgeOf(word: string, dictionary: WordsDictionary): Knowledge {
  if (fieldTerms.has(word)) return 'well';
  const rank = dictionary.rank(word);
  if (rank > 1 || hasKnownStem(word, dictionary) || isBritish(word, dictionary)) return 'well';
  return rank === 1 || isCompound(word, dictionary) ? 'faint' : 'not';
}

function isListed(word: string, dictionary: WordsDictionary): boolean {
  return fieldTerms.has(word) || dictionary.rank(word) > 1;
}

/** Plurals and adverbs that a word list may lack. */
function hasKnownStem(word: string, dictionary: WordsDictionary): boolean {
  if (word.endsWith('ss')) return false;
  if (word.length < 6) return word.endsWith('s') && isListed(word.slice(0, -1), dictionary);
  if (word.endsWith('s') && isListed(word.slice(0, -1), dictionary)) return true;
  if (word.endsWith('es') && isListed(word.slice(0, -2), dictionary)) return true;
  return word.endsWith('ly') && isListed(word.slice(0, -2), dictionary);
}

function isCompound(word: string, dictionary: WordsDictionary): boolean {
  for (const prefix of PREFIXES) {
    if (!word.startsWith(prefix) || word.length - prefix.length < 5) continue;
    const rest = word.slice(prefix.length);
    if (fieldTerms.has(rest) || dictionary.rank(rest) >= 2) return !locativeAdjective(word, dictionary);
  }
  return false;
}

function isBritish(word: string, dictionary: WordsDictionary): boolean {
  for (const [british, american] of BRITISH) {
    if (british.test(word) && isListed(word.replace(british, american), dictionary)) return true;
  }
  return false;
}

/** Prefixes of place; the words they make are adjectives. */
const PLACES: readonly string[] = [
  'intra',
  'inter',
  'peri',
  'supra',
  'infra',
  'sub',
  'retro',
  'trans',
  'epi',
  'para',
  'extra',
  'post',
];
/** Nouns of anatomy that need their adjective after a prefix of place. */
const ADJECTIVES: Readonly<Record<string, string>> = {
  lumen: 'luminal',
  muscle: 'muscular',
  vein: 'venous',
  artery: 'arterial',
  cranium: 'cranial',
  abdomen: 'abdominal',
  thorax: 'thoracic',
  scapula: 'scapular',
  patella: 'patellar',
  clavicle: 'clavicular',
  foramen: 'foraminal',
  acromion: 'acromial',
  lamina: 'laminar',
  sternum: 'sternal',
  trochanter: 'trochanteric',
  vertebra: 'vertebral',
  meniscus: 'meniscal',
  tendon: 'tendinous',
  ligament: 'ligamentous',
  synovium: 'synovial',
  pelvis: 'pelvic',
  tibia: 'tibial',
  fibula: 'fibular',
  femur: 'femoral',
  humerus: 'humeral',
  ulna: 'ulnar',
  cutis: 'cutaneous',
  skin: 'cutaneous',
  condyle: 'condylar',
  malleolus: 'malleolar',
  calcaneus: 'calcaneal',
  theca: 'thecal',
  nerve: 'neural',
  disc: 'discal',
  joint: 'articular',
  bursa: 'bursal',
  capsule: 'capsular',
};

/** For a word such as "intralumen", the adjective that is meant; undefined for any other word. */
export function locativeAdjective(word: string, dictionary: WordsDictionary): string | undefined {
  for (const prefix of PLACES) {
    if (!word.startsWith(prefix)) continue;
    const adjective = ADJECTIVES[word.slice(prefix.length)];
    if (adjective === undefined) continue;
    const meant = prefix + adjective;
    return dictionary.rank(meant) > 0 || fieldTerms.has(meant) || prefix === 'intra' ? meant : undefined;
  }
  return undefined;
}

import { fieldTerms } from './field-terms.ts';
import type { WordsDictionary } from './types.ts';

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

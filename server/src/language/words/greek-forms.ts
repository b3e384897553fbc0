/** Endings of the Greek words of medicine with the endings that their derived forms have in their place. */
const DERIVED: readonly (readonly [base: string, ...forms: string[]])[] = [
  ['itis', 'itic', 'itides'],
  ['osis', 'otic'],
  ['lysis', 'lytic'],
  ['esis', 'etic'],
  ['sis', 'ses', 'se', 'sed', 'sing'],
  ['algia', 'algic'],
  ['plegia', 'plegic'],
  ['praxia', 'praxic'],
  ['phobia', 'phobic'],
  ['malacia', 'malacic'],
  ['esthesia', 'esthetic'],
  ['emia', 'emic'],
  ['oma', 'omata', 'omatous'],
  ['trophy', 'trophic'],
  ['pathy', 'pathic'],
  ['graphy', 'graphic', 'graphically', 'grapher'],
  ['logy', 'logic', 'logical', 'logically', 'logist'],
  ['metry', 'metric', 'metrically'],
  ['scopy', 'scopic', 'scopically', 'scope', 'scopist'],
  ['tomy', 'tomize', 'tomized', 'tomizing'],
  ['flexion', 'flex', 'flexed', 'flexing'],
  ['ation', 'ative', 'ational'],
  ['y', 'ies'],
];
const BASES: ReadonlyMap<string, readonly string[]> = basesByForm();
const LONGEST_FORM = Math.max(...[...BASES.keys()].map((form) => form.length));
const LEAST_STEM = 3;

function basesByForm(): Map<string, string[]> {
  const bases = new Map<string, string[]>();
  for (const [base, ...forms] of DERIVED) {
    for (const form of forms) bases.set(form, [...(bases.get(form) ?? []), base]);
  }
  return bases;
}

/**
 * Whether a word is a form of a Greek word of medicine: "tenodesed", "radiculitic", "retrolistheses".
 *
 * @param isKnown whether the Greek word itself is known
 */
export function isGreekForm(word: string, isKnown: (word: string) => boolean): boolean {
  if (word.endsWith('ss')) return false;
  const singular = word.endsWith('s') && !word.endsWith('es') ? word.slice(0, -1) : word;
  for (let length = 2; length <= LONGEST_FORM && singular.length - length >= LEAST_STEM; length++) {
    const stem = singular.slice(0, -length);
    for (const base of BASES.get(singular.slice(-length)) ?? []) {
      // "diagnotic" is a slip for "diagnostic"
      if (isKnown(stem + base) && !stem.endsWith('gn')) return true;
    }
  }
  return false;
}

import { classOf, drugById, drugClass } from '../../../language/catalog/index.ts';

/** A drug: generic name, classes, brands, usual strengths. */
export function describeDrug(id: string): string | undefined {
  const drug = drugById(id);
  if (!drug) return undefined;
  const classes = classOf(drug).map(({ name }) => name);
  const lines = [`**${drug.generic}**${classes.length > 0 ? `: ${classes.join(', ')}` : ''}`];
  if (drug.ingredients && drug.ingredients.length > 1) {
    const names = drug.ingredients.map((part) => drugById(part)?.generic ?? part);
    lines.push(`Combination of ${names.join(' and ')}.`);
  }
  if (drug.brands.length > 0) lines.push(`Brands: ${drug.brands.join(', ')}.`);
  if (drug.strengths && drug.strengths.length > 0) {
    lines.push(`Usual strengths: ${drug.strengths.join(', ')} (not complete).`);
  }
  return lines.join('\n\n');
}

/** A class of drugs: its name, the wider class, the guideline topics under which it is cited. */
export function describeDrugClass(id: string): string | undefined {
  const known = drugClass(id);
  if (!known) return undefined;
  const wider = known.parent === undefined ? undefined : drugClass(known.parent);
  const lines = [`**${known.name}**: class of drugs${wider ? `, a kind of ${wider.name}` : ''}`];
  if (known.topics && known.topics.length > 0) lines.push(`Cited under: ${known.topics.join('; ')}.`);
  return lines.join('\n\n');
}

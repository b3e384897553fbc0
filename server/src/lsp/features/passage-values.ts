import { classOf, findDrug, findService } from '../../language/catalog/index.ts';
import type { CaseFacts, ItemFacts } from '../../language/facts/index.ts';
import type { SlotValues } from '../../language/passages/index.ts';
import type { Verdict } from '../../language/syntax/index.ts';

/**
 * What the letter already says of the slots of a passage that is written into an item. The rest stays open for the
 * writer.
 */
export function slotValues(facts: CaseFacts, item: ItemFacts | undefined): SlotValues {
  const values: Record<string, string> = {};
  const urDate = facts.field('urDenialDate')?.value;
  const injuryDate = facts.field('dateOfInjury')?.value;
  if (urDate) values.urDate = urDate;
  if (injuryDate) values.injuryDate = injuryDate;
  const person =
    facts.summary && /\b(applicant|injured worker|claimant|patient)\b/i.exec(facts.summary.flow.text)?.[1];
  if (person) values.person = person.toLowerCase();
  return item ? { ...values, ...itemValues(item.request, item.verdict) } : values;
}

/** What the request and the verdict of an item say of the slots of a passage. */
export function itemValues(request: string, verdict: Verdict | undefined): SlotValues {
  const values: Record<string, string> = { item: request };
  const name = shortName(request);
  if (name !== '') {
    // A service is a common noun inside a sentence; drugs and abbreviations keep their capitals.
    values.service =
      findService(name) && /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
    values.drug = name;
    values.classPhrase = classPhrase(name);
  }
  if (verdict) values.necessity = verdict === 'Upheld' ? 'not medically necessary' : 'medically necessary';
  return values;
}

/** The request without strength, quantity and the words that say when: "Retro Baclofen 10mg #45" is "Baclofen". */
function shortName(request: string): string {
  return request
    .replace(/^(?:retro(?:spective)?|prospective|concurrent)\b[\s:]*/i, '')
    .replace(/\s*(?:[,(#]|\bqty\b|\d).*$/i, '')
    .trim();
}

/** ", an opioid,": the class of a drug with its article, between commas; empty for what is no drug of the catalog. */
function classPhrase(name: string): string {
  const drug = findDrug(name);
  const kind = drug && classOf(drug)[0];
  if (!kind) return '';
  const noun = kind.name === 'antispasticity' ? 'antispasticity agent' : kind.name;
  // Abbreviations are spoken letter by letter: "an NSAID", "an H2 blocker".
  const vowel = /^(?:[aeiou](?!ro)|H\d|NSAID|NMDA|SSRI|SNRI)/.test(noun);
  return `, ${vowel ? 'an' : 'a'} ${noun},`;
}

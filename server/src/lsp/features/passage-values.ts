import type { CaseFacts, ItemFacts } from '../../language/facts/index.ts';
import type { SlotValues } from '../../language/passages/index.ts';

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
  if (!item) return values;
  values.item = item.request;
  const name = shortName(item.request);
  if (name !== '') {
    values.service = name;
    values.drug = name;
  }
  if (item.verdict)
    values.necessity = item.verdict === 'Upheld' ? 'not medically necessary' : 'medically necessary';
  return values;
}

/** The request without strength, quantity and the words that say when: "Retro Baclofen 10mg #45" is "Baclofen". */
function shortName(request: string): string {
  return request
    .replace(/^(?:retro(?:spective)?|prospective|concurrent)\b[\s:]*/i, '')
    .replace(/\s*(?:[,(#]|\bqty\b|\d).*$/i, '')
    .trim();
}

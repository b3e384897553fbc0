import { classOf, drugById, findDrug, findService } from '../../language/catalog/index.ts';
import { type CaseFacts, type DateRole, dateFactsOf, type ItemFacts } from '../../language/facts/index.ts';
import {
  type FilledPassage,
  fillPassage,
  type Passage,
  type SlotChoices,
  type SlotValues,
} from '../../language/passages/index.ts';
import type { Verdict } from '../../language/syntax/index.ts';

/** A passage with what the letter says of its slots, and with proposals for those that are the writer's to decide. */
export function fillFrom(passage: Passage, facts: CaseFacts, item: ItemFacts | undefined): FilledPassage {
  return fillPassage(passage, slotValues(facts, item), slotChoices(facts));
}

/** Dates that a rationale speaks of, the likeliest first. */
const spokenOf: readonly DateRole[] = ['service', 'visit', 'request', 'report'];
/** At most so many proposals: a list to glance over. */
const mostChoices = 6;

/** What the case summary proposes for slots: its dates of service, visits and requests, and its opioids. */
function slotChoices(facts: CaseFacts): SlotChoices {
  const dates = dateFactsOf(facts)
    .filter(({ section, role }) => section === 'summary' && spokenOf.includes(role))
    .sort((a, b) => spokenOf.indexOf(a.role) - spokenOf.indexOf(b.role))
    .map(({ text }) => text.replace(/\s+/g, ' '));
  return { date: distinct(dates), opioid: distinct(opioidsIn(facts)) };
}

function opioidsIn({ summary }: CaseFacts): string[] {
  return (summary?.children ?? []).flatMap((node) => {
    if (node.type !== 'term' || node.kind !== 'drug') return [];
    const drug = drugById(node.id);
    const isOpioid =
      drug !== undefined && classOf(drug).some(({ name }) => /\bopioid(?! antagonist)/.test(name));
    return isOpioid ? [summary?.flow.text.slice(node.start, node.end) ?? ''] : [];
  });
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].slice(0, mostChoices);
}

/**
 * What the letter already says of the slots of a passage that is written into an item. The rest stays open for the
 * writer.
 */
function slotValues(facts: CaseFacts, item: ItemFacts | undefined): SlotValues {
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
    .replace(/(?<!\s)\s*(?:[,(#]|\bqty\b|\d).*/i, '')
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

import { matches } from '../../matches.ts';
/** The slots of the library and the helper that defines passages from bodies. */
import type { Passage, PassageSlot } from '../types.ts';

const slot = (
  name: string,
  description: string,
  placeholder: string,
  choices?: readonly string[],
): PassageSlot =>
  choices ? { name, description, placeholder, choices } : { name, description, placeholder };

const choice = (name: string, description: string, choices: readonly [string, ...string[]]): PassageSlot =>
  slot(name, description, choices[0], choices);

const slots: readonly PassageSlot[] = [
  slot('caseNumber', 'Case number, CMyy-nnnnnnn', '[case number]'),
  slot('assignedDate', 'Day the case was assigned, MM/DD/YYYY', '[date assigned]'),
  slot('injuryDate', 'Day of the industrial injury', '[date of injury]'),
  slot('decisionDate', 'Day of the final determination, MM/DD/YYYY', '[decision date]'),
  slot('urDate', 'Day of the utilization review decision', '[UR date]'),
  slot('receivedDate', 'Day the application for IMR was received', '[application date]'),
  slot('rfaDate', 'Day of the request for authorization', '[RFA date]'),
  slot('date', 'A day that the case summary gives', '[date]'),
  choice('priority', 'Priority of the review', ['Standard', 'Expedited']),
  slot('states', 'State or states of licensure, joined by commas', 'California'),
  slot('specialty', 'Certification or specialty', '[specialty]'),
  slot('summary', 'The clinical case summary', '[case summary]'),
  slot('age', 'Age in years', '[age]'),
  choice('sex', 'Sex as the records state it', ['male', 'female']),
  choice('person', 'How this letter names the person', [
    'applicant',
    'injured worker',
    'claimant',
    'patient',
  ]),
  slot('complaint', 'Complaint in the words of the record', '[complaint]'),
  slot('diagnoses', 'Diagnoses, joined by commas', '[diagnoses]'),
  slot('list', 'What the record lists, joined by commas', '[list]'),
  slot(
    'item',
    'The disputed item as the application names it, with strength and quantity',
    '[disputed item]',
  ),
  slot('items', 'The disputed items, joined by commas', '[disputed items]'),
  slot('service', 'The drug or service by its short name', '[service]'),
  slot('drug', 'The drug by its name', '[drug]'),
  slot('opioid', 'The opioid that continues to be used', '[opioid]'),
  slot(
    'classPhrase',
    'Class or kind with article, between commas: ", a short-acting opioid,"; empty for none',
    ', [a class or kind],',
  ),
  slot('original', 'The original request', '[original request]'),
  slot('authorized', 'The part that the claims administrator authorized', '[authorized part]'),
  slot('remaining', 'The part that remains for IMR', '[remaining part]'),
  choice('verdict', 'Decision on this item', ['Upheld', 'Overturned']),
  choice('necessity', 'Conclusion on this item', ['not medically necessary', 'medically necessary']),
  choice('tense', 'Tense of opener and conclusion', ['was', 'is']),
  slot(
    'claimsLine',
    'What the claims administrator cited',
    'Decision based on MTUS [guideline], Section(s): [section].',
  ),
  slot(
    'maximusLine',
    'What this review relies on',
    'Decision based on MTUS [guideline], Section(s): [section].',
  ),
  slot('guideline', 'Guideline with its year, as the form names it', '[guideline]'),
  slot('section', 'Section or sections of the guideline', '[section]'),
  slot('topic', 'Topic of the guideline', '[topic]'),
  slot('page', 'Page of the guideline', '[page]'),
  slot('otherPage', 'Page that qualifies the first', '[page]'),
  slot('chapter', 'Chapter number of the ACOEM Practice Guidelines', '[chapter]'),
  slot('rule', 'What the guideline says, in a clause', '[what the guideline says]'),
  slot('otherRule', 'What the qualifying page says, in a clause', '[what the other page says]'),
  slot('source', 'The non-MTUS source with chapter and topic', '[non-MTUS source]'),
  slot('citation', 'One or more sentences that cite the guideline', '[citing sentence.]'),
  slot(
    'fact',
    'The fact of the record that decides, as a sentence end with its full stop',
    '[deciding fact.]',
  ),
  slot('finding', 'A finding of the record', '[finding]'),
  slot('missing', 'What the records do not document', '[what is missing]'),
  slot('surgery', 'The primary procedure', '[primary procedure]'),
  slot('study', 'The study in question', '[study]'),
  slot('number', 'A number of visits, tablets or days', '[number]'),
];

const byName = new Map(slots.map((entry) => [entry.name, entry]));

/** Whether the library defines a slot of this name. */
export function isSlot(name: string): boolean {
  return byName.has(name);
}

/** A slot in a body: a name between braces. */
export const SLOT = /\{([A-Za-z]+)\}/g;

/**
 * A passage from its body: the slots are read from it.
 * @throws Error when the body names a slot that the library does not define; this happens at load, so the
 *   first test finds it.
 */
export function definePassage(
  passage: Omit<Passage, 'slots' | 'tags'> & Partial<Pick<Passage, 'tags'>>,
): Passage {
  const names = new Set(matches(SLOT, passage.body).map((found) => found[1] ?? ''));
  const used = [...names].map((name) => {
    const found = byName.get(name);
    if (!found) throw new Error(`Passage ${passage.id} has an unknown slot: ${name}`);
    return found;
  });
  return { tags: {}, ...passage, slots: used };
}

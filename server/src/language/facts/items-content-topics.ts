import type { ServiceKind } from '../catalog/index.ts';
import { allDrugClasses, allServices, classOf, serviceById, serviceRelation } from '../catalog/index.ts';
import { gather } from '../gather.ts';
import type { GuidelineReference, SectionReference } from '../syntax/index.ts';
import type { ItemFacts } from './case.ts';
import { termsOf } from './terms-sides.ts';

/** A section of the MAXIMUS line that treats something else than what is disputed. */
export interface ForeignTopic {
  section: SectionReference;
  /** Identifiers of the services or drug classes that the section treats. */
  topics: readonly string[];
  kind: 'service' | 'drug-class';
}

/** Classes of drugs of which a drug in one is none of another, with the exceptions of {@link alsoUsed}. */
const exclusiveClasses: ReadonlySet<string> = new Set([
  'opioid',
  'nsaid',
  'muscle-relaxant',
  'anticonvulsant',
  'antidepressant',
  'proton-pump-inhibitor',
  'h2-blocker',
  'antiemetic',
  'laxative',
  'triptan',
  'ssri',
  'snri',
  'tricyclic-antidepressant',
  'benzodiazepine',
  'sedative-hypnotic',
]);

/** Pairs that reviewers join: diazepam as a muscle relaxant, amitriptyline as a sleeping aid, and so on. */
const alsoUsed: readonly (readonly [string, string])[] = [
  ['benzodiazepine', 'muscle-relaxant'],
  ['benzodiazepine', 'anticonvulsant'],
  ['benzodiazepine', 'sedative-hypnotic'],
  // The guideline speaks of constipation where it speaks of opioids.
  ['laxative', 'opioid'],
  ['antidepressant', 'sedative-hypnotic'],
  ['tricyclic-antidepressant', 'sedative-hypnotic'],
];

/** Whether a drug is certainly not of a class. */
export function isOutsideClass(drug: string, named: string): boolean {
  if (!exclusiveClasses.has(named)) return false;
  const own = classOf(drug).map(({ id }) => id);
  const telling = own.filter((id) => exclusiveClasses.has(id));
  if (telling.length === 0 || own.includes(named)) return false;
  if (telling.some((id) => alsoUsed.some(([a, b]) => (a === id && b === named) || (b === id && a === named))))
    return false;
  // "An SSRI" about a drug that is known as an antidepressant only: no contradiction.
  return !ancestors(named).some((id) => own[0] === id);
}

function ancestors(id: string): string[] {
  const entry = allDrugClasses().find((other) => other.id === id);
  return entry?.parent === undefined ? [] : [entry.parent, ...ancestors(entry.parent)];
}

/** Sections that treat many things in every chapter. */
const generic =
  /^(?:special studies|physical methods|initial care|general approach|summary|diagnostic criteria|surgical considerations|follow-?up|cornerstones|initial assessment|recommendations|prevention|medical history|introduction|mri)/i;

let byTitle: Map<string, { services: string[]; classes: string[] }> | undefined;

function topicsOf(title: string): { services: string[]; classes: string[] } | undefined {
  if (!byTitle) {
    byTitle = new Map();
    const add = (topic: string, key: 'services' | 'classes', id: string): void => {
      const entry = byTitle?.get(fold(topic)) ?? { services: [], classes: [] };
      entry[key].push(id);
      byTitle?.set(fold(topic), entry);
    };
    for (const service of allServices())
      for (const topic of service.topics ?? []) add(topic, 'services', service.id);
    for (const entry of allDrugClasses())
      for (const topic of entry.topics ?? []) add(topic, 'classes', entry.id);
  }
  return byTitle.get(fold(title));
}

const fold = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Kinds of service whose topic in the guideline is their own. */
const telling = new Set<ServiceKind>(['imaging', 'electrodiagnostic', 'therapy', 'injection', 'laboratory']);

/** Kinds of service that no topic on a class of drugs decides: a drug is neither given nor looked for. */
const withoutDrugs = new Set<ServiceKind>([
  'imaging',
  'electrodiagnostic',
  'therapy',
  'stimulation',
  'equipment',
  'psychological',
]);

/**
 * The sections of an item's MAXIMUS line when each of them treats another service or class of drugs than the heading
 * names, although the guideline is divided by such topics; empty otherwise.
 */
export function foreignTopicsOf(item: ItemFacts): ForeignTopic[] {
  const { heading, maximus } = item;
  if (!heading || !maximus) return [];
  const references = maximus.children.filter(
    (node): node is GuidelineReference => node.type === 'guidelineReference' && node.kind === 'mtus',
  );
  // A guideline cited as a whole (Acupuncture Treatment 2007) can cover the item.
  if (references.some(({ sections }) => sections.length === 0)) return [];
  const sections = gather(references, (reference) => reference.sections).filter(
    ({ name }) => !generic.test(name),
  );
  const known = gather(sections, (section) => {
    const topics = topicsOf(section.name);
    return topics ? [{ section, topics }] : [];
  });
  if (known.length === 0 || known.length < sections.length) return [];
  const drugs = termsOf(heading, 'drug').map(({ id }) => id);
  const [drug] = drugs;
  if (drug !== undefined) {
    const foreign = known.every(
      ({ topics }) =>
        topics.classes.length > 0 &&
        topics.classes.every((id) => drugs.every((own) => isOutsideClass(own, id))),
    );
    return foreign
      ? known.map(({ section, topics }) => ({ section, topics: topics.classes, kind: 'drug-class' }))
      : [];
  }
  const services = termsOf(heading, 'service').map(({ id }) => id);
  if (services.length === 0) return [];
  if (known.every(({ topics }) => topics.services.length === 0 && topics.classes.length > 0)) {
    return services.every((id) => withoutDrugs.has(serviceById(id)?.kind ?? 'other'))
      ? known.map(({ section, topics }) => ({ section, topics: topics.classes, kind: 'drug-class' }))
      : [];
  }
  const foreign = known.every(
    ({ topics }) =>
      topics.services.length > 0 &&
      topics.services.every((id) => services.every((own) => isForeign(own, id))),
  );
  return foreign
    ? known.map(({ section, topics }) => ({ section, topics: topics.services, kind: 'service' }))
    : [];
}

function isForeign(own: string, other: string): boolean {
  if (serviceRelation(own, other) !== 'different') return false;
  const mine = serviceById(own)?.kind;
  const theirs = serviceById(other)?.kind;
  if (mine === undefined || theirs === undefined || mine === theirs) return false;
  // An examination is not given in sessions: the one consultation that is often written for a therapy.
  if (own === 'initial-exam') return theirs === 'therapy';
  return (
    telling.has(mine) &&
    theirs !== 'program' &&
    theirs !== 'consultation' &&
    !(mine === 'therapy' && (theirs === 'stimulation' || theirs === 'psychological'))
  );
}

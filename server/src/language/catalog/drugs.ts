/** Drugs by any of their names, and which names mean the same drug. */
import data from './data/drugs.json' with { type: 'json' };
import { TermIndex, termWords } from './terms.ts';
import type { Drug, DrugClass } from './types.ts';

interface DrugData {
  classes: DrugClass[];
  drugs: Drug[];
}

// The compiler widens the strings of a JSON module; the schema test holds the shape.
const catalog = data as unknown as DrugData;

let byName: TermIndex<Drug> | undefined;
let byId: Map<string, Drug> | undefined;
let classesById: Map<string, DrugClass> | undefined;
let classesByWord: TermIndex<DrugClass> | undefined;

/** Every drug of the catalog. */
export function allDrugs(): readonly Drug[] {
  return catalog.drugs;
}

/** Every class of drugs. */
export function allDrugClasses(): readonly DrugClass[] {
  return catalog.classes;
}

/** Every name of a drug: generic, brands, other spellings. */
export function drugNames(drug: Drug): string[] {
  return [drug.generic, ...drug.brands, ...(drug.synonyms ?? [])];
}

function nameIndex(): TermIndex<Drug> {
  if (!byName) {
    byName = new TermIndex();
    for (const drug of catalog.drugs) for (const name of drugNames(drug)) byName.add(name, drug);
  }
  return byName;
}

/** Salts and release forms that may follow a drug's name without changing the drug. */
const QUALIFIERS = new Set(
  termWords(
    'hcl hydrochloride sodium potassium tartrate citrate acetate sulfate maleate bitartrate phosphate succinate er xr sr cr ir dr ds la xl odt tab tabs tablet tablets capsule capsules cream gel ointment patch patches oral',
  ),
);

/** The drug of a generic, brand or combination name, whatever its case ("Norco", "zanaflex hcl"). */
export function findDrug(name: string): Drug | undefined {
  const exact = nameIndex().get(name);
  if (exact) return exact;
  const words = termWords(name);
  while (words.length > 1 && QUALIFIERS.has(words[words.length - 1] ?? '')) {
    words.pop();
    const drug = nameIndex().get(words.join(' '));
    if (drug) return drug;
  }
  return undefined;
}

/** The drug with this identifier. */
export function drugById(id: string): Drug | undefined {
  byId ??= new Map(catalog.drugs.map((drug) => [drug.id, drug]));
  return byId.get(id);
}

function resolve(drug: Drug | string): Drug | undefined {
  return typeof drug === 'string' ? (drugById(drug) ?? findDrug(drug)) : drug;
}

const parts = (drug: Drug): readonly string[] => drug.ingredients ?? [drug.id];

/** How two drugs compare. */
export type DrugRelation = 'same' | 'shares-ingredient' | 'same-class' | 'different';

/**
 * Compares two drugs given by object, identifier or name. Brand and generic are the `same`; a combination
 * and its leading ingredient, or two forms of one substance, `shares-ingredient` (two opioids that are both
 * combined with acetaminophen do not); undefined when either is unknown.
 */
export function drugRelation(a: Drug | string, b: Drug | string): DrugRelation | undefined {
  const left = resolve(a);
  const right = resolve(b);
  if (!left || !right) return undefined;
  if (left.id === right.id) return 'same';
  const mine = parts(left);
  const theirs = parts(right);
  if (mine.includes(right.id) || theirs.includes(left.id) || mine[0] === theirs[0])
    return 'shares-ingredient';
  const classes = new Set(classOf(right).map(({ id }) => id));
  return classOf(left).some(({ id }) => classes.has(id)) ? 'same-class' : 'different';
}

/** Whether two names mean the same drug, or a combination and its leading ingredient. */
export function sameDrug(a: Drug | string, b: Drug | string): boolean {
  const relation = drugRelation(a, b);
  return relation === 'same' || relation === 'shares-ingredient';
}

/** The class with this identifier. */
export function drugClass(id: string): DrugClass | undefined {
  classesById ??= new Map(catalog.classes.map((entry) => [entry.id, entry]));
  return classesById.get(id);
}

/** The classes of a drug, its own first, then the wider ones. */
export function classOf(drug: Drug | string): DrugClass[] {
  const found = new Map<string, DrugClass>();
  const add = (id: string | undefined): void => {
    const entry = id === undefined ? undefined : drugClass(id);
    if (!entry || found.has(entry.id)) return;
    found.set(entry.id, entry);
    add(entry.parent);
  };
  for (const id of resolve(drug)?.classes ?? []) add(id);
  return [...found.values()];
}

/** The class that a word or phrase names ("PPIs", "anti-spasmodic"), or undefined. */
export function findDrugClass(phrase: string): DrugClass | undefined {
  if (!classesByWord) {
    classesByWord = new TermIndex();
    for (const entry of catalog.classes) {
      for (const term of [entry.name, ...entry.synonyms]) classesByWord.add(term, entry);
    }
  }
  return classesByWord.get(phrase);
}

/** Whether a word or phrase names a class of drugs. */
export function isDrugClassWord(phrase: string): boolean {
  return findDrugClass(phrase) !== undefined;
}

/** Whether a drug belongs to a class, directly or through a narrower class. */
export function isInClass(drug: Drug | string, classId: string): boolean {
  return classOf(drug).some(({ id }) => id === classId);
}

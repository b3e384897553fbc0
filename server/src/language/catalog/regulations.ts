/** Sections of the Medical Treatment Utilization Schedule (8 CCR 9792.20 and following) and their versions. */
import data from './data/regulations.json' with { type: 'json' };
import type { Definition, DefinitionVersion, IsoDate, RegulationSection } from './types.ts';

interface RegulationData {
  sections: RegulationSection[];
  definitions: DefinitionVersion[];
}

// The compiler widens the strings of a JSON module; the schema test holds the shape.
const catalog = data as unknown as RegulationData;

let bySection: Map<string, RegulationSection> | undefined;

/** All sections of the schedule that the catalog knows, in order. */
export function allRegulations(): readonly RegulationSection[] {
  return catalog.sections;
}

/** The section with this number, such as "9792.24.2". */
export function regulation(section: string): RegulationSection | undefined {
  bySection ??= new Map(catalog.sections.map((entry) => [entry.section, entry]));
  return bySection.get(section);
}

/**
 * Whether a section stood on the given dates. `never`: the schedule (9792.20 to 9792.27.x) has no such
 * section at any time that the catalog knows; `not-then`: it exists, but on none of the dates;
 * `unknown`: a section outside the schedule, of unverified standing, or dates on both sides.
 */
export function regulationExists(
  section: string,
  dates: readonly IsoDate[],
): 'yes' | 'never' | 'not-then' | 'unknown' {
  const entry = regulation(section);
  if (!entry) return /^9792\.2[0-7](?:\.\d+)*$/.test(section) ? 'never' : 'unknown';
  if (entry.basis === 'unverified') return 'unknown';
  if (dates.length === 0) return 'yes';
  const standing = dates.filter(
    (date) => entry.from <= date && (entry.to === null || date <= entry.to),
  ).length;
  if (standing === dates.length) return 'yes';
  return standing === 0 ? 'not-then' : 'unknown';
}

/** The public page of a section on the site of the Department of Industrial Relations. */
export function regulationUrl(section: string): string {
  return `https://www.dir.ca.gov/t8/${section.replaceAll('.', '_')}.html`;
}

/** The versions of the definitions of 9792.20, oldest first. */
export function definitionVersions(): readonly DefinitionVersion[] {
  return catalog.definitions;
}

/** The version of the definitions in force on a day; undefined before 2007-06-15. */
export function definitionsOn(date: IsoDate): DefinitionVersion | undefined {
  return catalog.definitions.find(({ from, to }) => from <= date && (to === null || date <= to));
}

/** What a letter of 9792.20 defined on a day. */
export function definitionAt(letter: string, date: IsoDate): Definition | undefined {
  const wanted = letter.toLowerCase();
  return definitionsOn(date)?.subdivisions.find((definition) => definition.letter === wanted);
}

/**
 * The letter of 9792.20 that defined "functional improvement" on every one of the dates: (e) before
 * 2009-07-18, (f) until 2015-04-19, (e) since. Undefined without dates, before the schedule, or when the
 * dates fall on both sides of a change: which of a case's dates governs is not settled.
 */
export function functionalImprovementLetter(dates: readonly IsoDate[]): 'e' | 'f' | undefined {
  const letters = new Set(
    dates.map(
      (date) =>
        definitionsOn(date)?.subdivisions.find(({ term }) => term === 'Functional improvement')?.letter,
    ),
  );
  const [letter] = letters;
  return letters.size === 1 && (letter === 'e' || letter === 'f') ? letter : undefined;
}

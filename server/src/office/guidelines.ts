import {
  type Basis,
  type Guideline,
  type GuidelineFamily,
  type Knowledge,
  SURE_BASES,
  type Topic,
  termWords,
} from '../language/catalog/index.ts';
import type { OwnGuideline } from './config-shape.ts';

/** Something that an own guideline says and that cannot be, with the keys and indexes that lead to it. */
export interface GuidelineFault {
  path: (string | number)[];
  message: string;
}

/**
 * What an own guideline says against itself or against what is known. What is named here is left out of it by
 * {@link withGuidelines}.
 */
export function guidelineFaults(own: OwnGuideline, known: readonly Guideline[]): GuidelineFault[] {
  const faults: GuidelineFault[] = [];
  const before = known.find(({ id }) => id === own.id);
  if (!before && !own.names?.length)
    faults.push({
      path: ['id'],
      message: `The product knows no guideline "${own.id}", and a new one needs "names".`,
    });
  const { from = before?.from, to = before?.to } = own;
  if (from && to && to < from)
    faults.push({
      path: own.to ? ['to'] : ['from'],
      message: 'The last day in force lies before the first.',
    });
  if (own.pages && own.pages.last < own.pages.first)
    faults.push({ path: ['pages'], message: 'The last page lies before the first.' });
  const { pages } = own;
  for (const [index, topic] of (own.topics ?? []).entries()) {
    const { first, last = first } = topic;
    const at = (key: string) => ['topics', index, key];
    if (first === undefined && last !== undefined)
      faults.push({ path: at('last'), message: 'A topic with a last page needs a first one.' });
    else if (first !== undefined && last !== undefined && last < first)
      faults.push({ path: at('last'), message: 'The last page lies before the first.' });
    else if (pages && first !== undefined && last !== undefined && (first < pages.first || last > pages.last))
      faults.push({
        path: at('first'),
        message: `The guideline has the pages ${pages.first} to ${pages.last} by this file.`,
      });
  }
  return faults;
}

/** The catalog with own guidelines: entries with a known identifier correct it, others are added. */
export function withGuidelines(base: Knowledge, own: readonly OwnGuideline[]): Knowledge {
  if (own.length === 0) return base;
  const guidelines = new Map(base.guidelines.map((guideline) => [guideline.id, guideline]));
  const families = new Map(base.families.map((family) => [family.id, family]));
  const labels = new Set(base.labels);
  for (const entry of own) {
    const before = guidelines.get(entry.id);
    const faults = guidelineFaults(entry, base.guidelines);
    if (faults.some(({ path }) => path.length < 2)) continue;
    const wrong = new Set(faults.map(({ path }) => path[1]));
    const topics = (entry.topics ?? []).filter((_, index) => !wrong.has(index));
    const made = merged(before, { ...entry, topics });
    guidelines.set(made.id, made);
    if (made.label !== undefined) labels.add(made.label);
    if (!families.has(made.family) || entry.regions)
      families.set(made.family, familyOf(made, entry, families));
  }
  return {
    ...base,
    guidelines: [...guidelines.values()],
    families: [...families.values()],
    labels: [...labels],
  };
}

function familyOf(
  { family, title }: Guideline,
  { regions = [] }: OwnGuideline,
  known: ReadonlyMap<string, GuidelineFamily>,
): GuidelineFamily {
  const before = known.get(family);
  return {
    id: family,
    title: before?.title ?? title,
    regions,
    kind: regions.length > 0 ? 'region' : (before?.kind ?? 'any'),
  };
}

function merged(before: Guideline | undefined, own: OwnGuideline): Guideline {
  const basis = own.basis ?? 'office';
  const [first = own.id] = own.names ?? before?.names ?? [];
  const year = own.year === undefined ? (before?.year ?? null) : own.year;
  const label = own.label ?? before?.label ?? (year === null ? undefined : `${first} ${year}`);
  const pages = own.pages && { ...own.pages, basis };
  // Names are added, never taken away: letters that print the old ones are still to be read.
  const names = [...new Set([...(own.names ?? []), ...(before?.names ?? [])])];
  return {
    ...(before ?? {
      id: own.id,
      family: own.id,
      title: first,
      edition: year === null ? 'of the office' : String(year),
      adoptedBy: null,
      from: null,
      to: null,
      datesSource: [],
    }),
    ...(own.family === undefined ? {} : { family: own.family }),
    ...(own.title === undefined ? {} : { title: own.title }),
    ...(own.edition === undefined ? {} : { edition: own.edition }),
    ...(own.adoptedBy === undefined ? {} : { adoptedBy: own.adoptedBy }),
    ...(own.from === undefined ? {} : { from: own.from }),
    ...(own.to === undefined ? {} : { to: own.to }),
    ...(label === undefined ? {} : { label }),
    ...(pages ? { pages, ...(SURE_BASES.has(basis) ? { bounds: pages } : {}) } : {}),
    year,
    names,
    topics: mergeTopics(before?.topics ?? [], own.topics ?? [], basis),
  };
}

/** What names a topic, whatever its case and punctuation. */
const foldTitle = (title: string): string => termWords(title).join(' ');

function mergeTopics(
  before: readonly Topic[],
  own: NonNullable<OwnGuideline['topics']>,
  basis: Basis,
): Topic[] {
  const topics = new Map(before.map((topic) => [foldTitle(topic.title), topic]));
  for (const { title, aliases, first, last = first, source, ...rest } of own) {
    const known = topics.get(foldTitle(title));
    topics.set(foldTitle(title), {
      ...known,
      title: known?.title ?? title,
      ...(aliases ? { aliases: [...new Set([...aliases, ...(known?.aliases ?? [])])] } : {}),
      ...(first === undefined || last === undefined ? {} : { first, last }),
      ...(source === undefined ? {} : { source }),
      basis: rest.basis ?? basis,
    });
  }
  return [...topics.values()];
}

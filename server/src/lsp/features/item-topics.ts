import {
  classOf,
  drugById,
  drugNames,
  findDrug,
  findSection,
  type Guideline,
  guidelineById,
  pagesOfTopic,
  serviceById,
  type Topic,
} from '../../language/catalog/index.ts';
import { type ItemFacts, sectionOfPage } from '../../language/facts/index.ts';
import type { TermNode } from '../../language/syntax/index.ts';

/** Names under which guidelines treat what an item asks for: its drugs, their classes, its services. */
export function topicNames(item: ItemFacts | undefined): string[] {
  const terms = (item?.heading?.children ?? []).filter((node): node is TermNode => node.type === 'term');
  const names = terms.flatMap((term): readonly string[] => {
    if (term.kind === 'service') {
      const service = serviceById(term.id);
      return service ? [...(service.topics ?? []), service.name] : [];
    }
    const drug = term.kind === 'drug' ? drugById(term.id) : undefined;
    if (!drug) return [];
    return [...drugNames(drug), ...classOf(drug).flatMap(({ topics, name }) => [...(topics ?? []), name])];
  });
  return [...new Set(names)];
}

/** The topics of a guideline that treat what an item asks for, closest first; those of other drugs are left out. */
export function ownTopics(names: readonly string[], guideline: Guideline): Topic[] {
  const found = new Set<Topic>();
  for (const name of names) {
    const paged = pagesOfTopic(guideline.id, name)?.topic;
    if (paged) found.add(paged);
    const section = findSection(guideline.id, name);
    if (section.match === 'exact' || section.match === 'alias') found.add(section.topic);
  }
  return [...found].filter(({ title }) => {
    const drug = findDrug(title.replace(/ ?[(,].*/, ''));
    return drug === undefined || names.includes(drug.generic);
  });
}

/** The topics of a guideline whose pages are known. */
export function pagedTopics({ topics }: Guideline): (Topic & { first: number; last: number })[] {
  return topics.filter(
    (topic): topic is Topic & { first: number; last: number } =>
      topic.first !== undefined && topic.last !== undefined,
  );
}

/** A guideline, or the chapters that a collective name stands for. */
export function chaptersOf(guideline: Guideline): Guideline[] {
  if (!guideline.parts) return [guideline];
  return guideline.parts.flatMap((part) => guidelineById(part) ?? []);
}

/** The name of the section that a topic stands in, as a line prints it; undefined for tables and parts. */
export function sectionName(guideline: Guideline, { title, first }: Topic): string | undefined {
  const name = first === undefined ? title : sectionOfPage(guideline, first, 'sections', [title]);
  return name === undefined || /^(?:Table|Figure|Part \d|Index)\b/.test(name) ? undefined : name;
}

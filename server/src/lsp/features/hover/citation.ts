import {
  type Basis,
  type Guideline,
  inForce,
  passageOnPage,
  regulationUrl,
  type Topic,
  topicsByPage,
} from '../../../language/catalog/index.ts';
import { type Citation, citationsOf, knownCaseDates, topicsOfPage } from '../../../language/facts/index.ts';
import type { GuidelineReference, PageReference } from '../../../language/syntax/index.ts';
import type { CheckedLetter } from '../../letters.ts';
import { pageAddress } from '../page-address.ts';

/** A guideline by name: edition, adoption, time in force, with the topics of the sections and pages that it lists. */
export function describeGuideline(letter: CheckedLetter, node: GuidelineReference): string | undefined {
  const citation = citationsOf(letter.facts).all.find((candidate) => candidate.node === node);
  if (!citation || citation.guidelines.length === 0) return undefined;
  const parts = citation.guidelines.map((guideline) => describeEdition(letter, guideline));
  if (citation.guidelines.length > 1) parts.unshift('Can mean any of these:');
  for (const { node: page } of citation.guideline ? citation.pages : []) {
    parts.push(describeTopics(citation.guideline as Guideline, page));
  }
  return parts.join('\n\n');
}

/** A page: the guideline that it belongs to, the topics on it and how they are known. */
export function describePage(letter: CheckedLetter, node: PageReference): string | undefined {
  const citation = citationOfPage(letter, node);
  if (!citation || citation.guidelines.length === 0) return undefined;
  const cited = citation.pages.find((page) => page.node === node);
  return citation.guidelines
    .map((guideline) => {
      const topics = cited ? topicsOfPage(citation, cited, guideline) : [];
      return [
        describeTopics(guideline, node),
        ...quote(guideline, node, topics),
        describeEdition(letter, guideline),
      ];
    })
    .map((parts) => parts.join('\n\n'))
    .join('\n\n---\n\n');
}

/** What the page itself says around the cited topics, where the guideline was read, with the way to the page. */
function quote(guideline: Guideline, { first }: PageReference, topics: readonly string[]): string[] {
  const said = passageOnPage(guideline.id, first, topics);
  const place = pageAddress(guideline.id, first);
  if (said === undefined || place === undefined) return [];
  return [`> ${escaped(said)}`, `[Page ${first} of your copy](${place}), read from the guideline.`];
}

/** Text of a document is no Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~$&]/g, '\\$&');
}

/** The citation that a page belongs to, by its own words, its sentence or the guideline line. */
function citationOfPage(letter: CheckedLetter, page: PageReference): Citation | undefined {
  return citationsOf(letter.facts).all.find(({ pages }) => pages.some(({ node }) => node === page));
}

/** How a fact is known, in words; what no source confirms is marked as such. */
export function basisInWords(basis: Basis): string {
  return basis === 'unverified' ? '**unverified**' : basis;
}

function describeTopics(guideline: Guideline, { first, last }: PageReference): string {
  const topics = new Set<Topic>();
  // A range is described by its ends: between them stand a few pages at most.
  for (const page of new Set([first, last]))
    for (const topic of topicsByPage(guideline.id, page)) topics.add(topic);
  const pages = first === last ? `Page ${first}` : `Pages ${first}-${last}`;
  if (topics.size === 0) return `${pages}: the catalog knows no topic there.`;
  const list = [...topics].map(
    (topic) => `- ${topic.title}, ${spanOf(topic)} (${basisInWords(topic.basis)})`,
  );
  return `${pages} of **${nameOf(guideline)}**:\n\n${list.join('\n')}`;
}

function spanOf({ first, last }: Topic): string {
  return first === last ? `page ${first}` : `pages ${first}-${last}`;
}

/** A guideline's name with its year, as the form prints it. */
export function nameOf({ label, title }: Guideline): string {
  return label ?? title;
}

function describeEdition(letter: CheckedLetter, guideline: Guideline): string {
  const dates = knownCaseDates(letter.facts);
  const standing = {
    all: '; in force on every date of this case',
    none: '; **not in force on any date of this case**',
    some: '; in force on some dates of this case only',
    unknown: '',
  }[inForce(guideline.id, dates)];
  const span =
    guideline.from === null
      ? 'When it was in force is not established.'
      : `In force ${guideline.from} to ${guideline.to ?? 'now'}${standing}.`;
  const section = guideline.adoptedBy?.match(/\d{4}(?:\.\d+)+/)?.[0];
  const adopted =
    guideline.adoptedBy === null
      ? ''
      : `\n\nAdopted by ${section === undefined ? guideline.adoptedBy : `[8 CCR ${section}](${regulationUrl(section)})`}.`;
  return `**${guideline.title}**, ${guideline.edition}\n\n${span}${adopted}`;
}

import type { Hover, Position } from 'vscode-languageserver';
import {
  definitionAt,
  functionalImprovementLetter,
  type Guideline,
  guidelineById,
  inForce,
  regulation,
  regulationUrl,
  topicsByPage,
} from '../../language/catalog/index.ts';
import { type DateRole, dateFactsOf, knownCaseDates } from '../../language/facts/index.ts';
import type {
  DateNode,
  GuidelineReference,
  Inline,
  PageReference,
  RegulationReference,
} from '../../language/syntax/index.ts';
import { rangeIn } from '../convert.ts';
import type { CheckedLetter } from '../letters.ts';

/** What stands at a place of a letter, in Markdown: a citation, a regulation reference or a date. */
export function hover(letter: CheckedLetter, position: Position): Hover | null {
  const offset = letter.document.offsetAt(position);
  const nodes = letter.facts.blocks
    .flatMap((block) => block.children)
    .filter((node) => node.position.start.offset <= offset && offset <= node.position.end.offset)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  for (const node of nodes) {
    const value = describe(letter, node);
    if (value === undefined) continue;
    const range = rangeIn(letter.document, {
      start: node.position.start.offset,
      end: node.position.end.offset,
    });
    return { contents: { kind: 'markdown', value }, range };
  }
  return null;
}

function describe(letter: CheckedLetter, node: Inline): string | undefined {
  switch (node.type) {
    case 'date':
      return describeDate(letter, node);
    case 'regulationReference':
      return describeRegulation(letter, node);
    case 'guidelineReference':
      return describeGuideline(letter, node);
    case 'pageReference':
      return describePage(letter, node);
    default:
      return undefined;
  }
}

const roleNames: Record<DateRole, string> = {
  injury: 'date of injury',
  'other-injury': 'another injury',
  birth: 'birth',
  service: 'date of service',
  visit: 'visit',
  report: 'note or report',
  request: 'request for authorization',
  ur: 'utilization review decision',
  application: 'application for IMR',
  assigned: 'assignment',
  decision: 'final determination',
  study: 'study',
  procedure: 'procedure',
  therapy: 'therapy',
  since: 'since this date',
  guideline: "guideline's own date",
  access: 'access or update of a source',
  planned: 'planned',
  other: 'date',
};

function describeDate(letter: CheckedLetter, node: DateNode): string | undefined {
  const dates = dateFactsOf(letter.facts);
  const fact = dates.find((date) => date.node === node);
  if (!fact) return undefined;
  const how = fact.how === 'cue' ? `told by the words "${fact.cue}"` : 'told by its place';
  const certainty = fact.certainty === 'sure' ? '' : fact.certainty === 'likely' ? ', likely' : ', a guess';
  const lines = [`**${fact.iso ?? 'Incomplete date'}**: ${roleNames[fact.role]} (${how}${certainty})`];
  const others = dates.filter((date) => date !== fact && date.iso !== undefined && date.iso === fact.iso);
  if (others.length > 0) {
    const places = others.map((date) => `line ${date.node.position.start.line} (${roleNames[date.role]})`);
    lines.push(`Also on ${places.join(', ')}.`);
  }
  return lines.join('\n\n');
}

function describeRegulation(letter: CheckedLetter, node: RegulationReference): string {
  const known = regulation(node.section);
  const lines = [
    `**8 CCR ${node.section}**${known ? `: ${known.title}` : ' is not a section that the catalog knows'}`,
  ];
  const dates = knownCaseDates(letter.facts);
  if (node.section === '9792.20' && node.subdivision !== '') {
    const terms = new Set(dates.map((date) => definitionAt(node.subdivision, date)?.term));
    const [term] = terms;
    const then = dates.length > 0 && terms.size === 1 ? ' on the dates of this case' : '';
    if (term !== undefined) lines.push(`(${node.subdivision}) defines *${term.toLowerCase()}*${then}.`);
    const right = functionalImprovementLetter(dates);
    if (right !== undefined) lines.push(`*Functional improvement* was defined in (${right})${then}.`);
  }
  if (known) lines.push(`[dir.ca.gov](${regulationUrl(node.section)})`);
  return lines.join('\n\n');
}

function describeGuideline(letter: CheckedLetter, node: GuidelineReference): string | undefined {
  const known = node.guidelines.map(guidelineById).filter((guideline) => guideline !== undefined);
  if (known.length === 0) return undefined;
  const dates = knownCaseDates(letter.facts);
  return known.map((guideline) => describeEdition(guideline, dates)).join('\n\n');
}

function describeEdition(guideline: Guideline, dates: readonly string[]): string {
  const span = `${guideline.from ?? 'start not established'} to ${guideline.to ?? 'now'}`;
  const standing = dates.length === 0 ? 'unknown' : inForce(guideline.id, dates);
  const words = {
    all: 'in force on every date of this case',
    none: '**not in force on any date of this case**',
    some: 'in force on some dates of this case only',
    unknown: '',
  }[standing];
  const adopted = guideline.adoptedBy === null ? '' : `, adopted by ${guideline.adoptedBy}`;
  return `**${guideline.title}**, ${guideline.edition}${adopted}\n\nIn force ${span}${words === '' ? '' : `; ${words}`}.`;
}

function describePage(letter: CheckedLetter, node: PageReference): string | undefined {
  const citation = letter.facts.blocks
    .flatMap((block) => block.children)
    .find(
      (other) =>
        other.type === 'guidelineReference' &&
        other.pages.some((page) => page.position.start.offset === node.position.start.offset),
    );
  const guideline =
    citation?.type === 'guidelineReference' ? guidelineById(citation.guidelines[0] ?? '') : undefined;
  if (!guideline) return undefined;
  const pages = node.first === node.last ? `page ${node.first}` : `pages ${node.first}-${node.last}`;
  const topics = topicsByPage(guideline.id, node.first);
  const list = topics.map((topic) => `- ${topic.title} (${topic.basis})`);
  const lines = [`**${guideline.title}**, ${pages}`];
  lines.push(list.length > 0 ? list.join('\n') : 'The catalog knows no topic on this page.');
  return lines.join('\n\n');
}

import {
  type Definition,
  type DefinitionVersion,
  definitionVersions,
  functionalImprovementLetter,
  regulation,
  regulationExists,
  regulationUrl,
} from '../../../language/catalog/index.ts';
import { knownCaseDates } from '../../../language/facts/index.ts';
import type { RegulationReference } from '../../../language/syntax/index.ts';
import type { CheckedLetter } from '../../letters.ts';
import { basisInWords } from './citation.ts';

/** What the definitions that letters turn on say, in our own words. Keyed by the start of the catalog's term. */
const meanings: readonly (readonly [term: string, meaning: string])[] = [
  [
    'Functional improvement',
    'A gain that shows: the person does clearly more in daily life, or works under fewer restrictions, as history and examination record it; and at the same time depends less on further treatment.',
  ],
  ['Chronic pain', 'Pain that outlasts healing: from 2015 on, pain of three months or more from its onset.'],
  ['Claims administrator', 'Whoever administers the claim: insurer, self-insured employer, or their agent.'],
  [
    'Evidence-',
    'Decisions rest on the best available studies, weighed with clinical experience and the patient’s wishes.',
  ],
  ['Medical treatment guidelines', 'Recommendations drawn up by a systematic review of the evidence.'],
  ['Medical treatment', 'Care that is reasonably required to cure or relieve the effects of the injury.'],
  ['Hierarchy of evidence', 'The order in which kinds of studies are trusted.'],
];

/** A regulation reference: its section, which definition its letter was at which time, in plain words, with a link. */
export function describeRegulation(letter: CheckedLetter, node: RegulationReference): string {
  const known = regulation(node.section);
  const dates = knownCaseDates(letter.facts);
  const lines = [
    `**8 CCR ${node.section}**${known ? `: ${known.title}` : ' is not a section that the catalog knows'}`,
  ];
  if (known && regulationExists(node.section, dates) === 'not-then') {
    lines.push(
      `**Not in force on the dates of this case**: it stands from ${known.from}${known.to ? ` to ${known.to}` : ''}.`,
    );
  }
  if (known?.basis === 'unverified') lines.push('This section is **unverified**.');
  if (node.section === '9792.20' && node.subdivision !== '')
    lines.push(...describeLetters(node.subdivision, dates));
  if (known) lines.push(`[Text on dir.ca.gov](${regulationUrl(node.section)})`);
  return lines.join('\n\n');
}

function describeLetters(letters: string, dates: readonly string[]): string[] {
  const lines: string[] = [];
  const meant = new Set<string>();
  for (const letter of letters) {
    const rows = spansOf(letter).map(({ from, to, definition }) => {
      const here = dates.some((date) => from <= date && (to === null || date <= to));
      if (here) meant.add(definition.term);
      const text = `${from} to ${to ?? 'now'}: ${definition.term}${definition.basis === 'unverified' ? ` (${basisInWords(definition.basis)})` : ''}`;
      return here ? `- **${text}** (this case)` : `- ${text}`;
    });
    lines.push(
      rows.length > 0
        ? `(${letter}) defined:\n\n${rows.join('\n')}`
        : `(${letter}) defines nothing that is known.`,
    );
  }
  for (const term of meant) {
    const meaning = meanings.find(([start]) => term.startsWith(start))?.[1];
    if (meaning !== undefined) lines.push(`In plain words: ${meaning}`);
  }
  const right = functionalImprovementLetter(dates);
  if (right !== undefined) lines.push(`On the dates of this case *functional improvement* is (${right}).`);
  return lines;
}

/** What a letter defined, by version; versions with the same term are one span. */
function spansOf(letter: string): (Pick<DefinitionVersion, 'from' | 'to'> & { definition: Definition })[] {
  const spans: (Pick<DefinitionVersion, 'from' | 'to'> & { definition: Definition })[] = [];
  for (const { from, to, subdivisions } of definitionVersions()) {
    const definition = subdivisions.find((candidate) => candidate.letter === letter);
    const last = spans[spans.length - 1];
    if (definition && last?.definition.term === definition.term) last.to = to;
    else if (definition) spans.push({ from, to, definition });
  }
  return spans;
}

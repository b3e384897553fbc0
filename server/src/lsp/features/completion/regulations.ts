import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { allRegulations, definitionsOn, regulationExists } from '../../../language/catalog/index.ts';
import { knownCaseDates } from '../../../language/facts/index.ts';
import { rangeIn } from '../../convert.ts';
import type { CheckedLetter } from '../../letters.ts';
import { type Candidate, itemsOf } from './candidates.ts';

/**
 * Completions after "9792.": the definition of functional improvement first, under the letter that it had on the dates of
 * the case; then the sections that stood on those dates.
 */
export function regulationCompletions(
  letter: CheckedLetter,
  start: number,
  offset: number,
): CompletionItem[] {
  const dates = knownCaseDates(letter.facts);
  const definitions = definitionCandidates(dates, writesBrackets(letter));
  const sections = allRegulations()
    .filter(({ section }) => section.startsWith('9792.'))
    .flatMap(({ section, title }): Candidate[] => {
      const standing = regulationExists(section, dates);
      if (standing === 'never' || standing === 'not-then') return [];
      return [
        {
          label: section,
          detail: title,
          kind: CompletionItemKind.Reference,
          unverified: standing === 'unknown',
        },
      ];
    });
  return itemsOf([...definitions, ...sections], rangeIn(letter.document, { start, end: offset }));
}

/** Definitions of 9792.20, where all dates of the case fall into one version of them. */
function definitionCandidates(dates: readonly string[], brackets: boolean): Candidate[] {
  const versions = new Set(dates.map((date) => definitionsOn(date)));
  const [version] = versions;
  if (versions.size !== 1 || !version) return [];
  return version.subdivisions
    .map(
      ({ letter, term, basis }): Candidate => ({
        label: brackets ? `9792.20(${letter})` : `9792.20${letter}`,
        detail: term,
        kind: CompletionItemKind.Reference,
        unverified: basis === 'unverified',
      }),
    )
    .sort((a, b) => Number(isImprovement(b)) - Number(isImprovement(a)));
}

function isImprovement({ detail }: Candidate): boolean {
  return detail === 'Functional improvement';
}

/** Both spellings are usual: the letter's own goes on, else that of the regulation itself. */
function writesBrackets({ text }: CheckedLetter): boolean {
  return !/\b9792\.20[a-z]/.test(text);
}

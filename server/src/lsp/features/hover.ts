import type { Hover, Position } from 'vscode-languageserver';
import type { Inline } from '../../language/syntax/index.ts';
import type { CheckedLetter } from '../letters.ts';
import { inlineAt, nodeRange } from '../places.ts';
import { dateAt } from './dates.ts';
import { describeGuideline, describePage } from './hover/citation.ts';
import { describeDate } from './hover/date.ts';
import { describeDrug, describeDrugClass } from './hover/drug.ts';
import { describeRegulation } from './hover/regulation.ts';

/** What stands at a place of a letter, in Markdown: a citation, a regulation reference, a date or a drug. */
export function hover(letter: CheckedLetter, position: Position): Hover | null {
  const offset = letter.document.offsetAt(position);
  for (const node of inlineAt(letter, offset)) {
    const value = describe(letter, node);
    if (value === undefined) continue;
    return { contents: { kind: 'markdown', value }, range: nodeRange(letter.document, node) };
  }
  const date = dateAt(letter, offset);
  if (!date) return null;
  return {
    contents: { kind: 'markdown', value: describeDate(letter, date) },
    range: nodeRange(letter.document, date.node),
  };
}

function describe(letter: CheckedLetter, node: Inline): string | undefined {
  switch (node.type) {
    case 'regulationReference':
      return describeRegulation(letter, node);
    case 'guidelineReference':
      return describeGuideline(letter, node);
    case 'pageReference':
      return describePage(letter, node);
    case 'term':
      if (node.kind === 'drug') return describeDrug(node.id);
      return node.kind === 'drug-class' ? describeDrugClass(node.id) : undefined;
    default:
      return undefined;
  }
}

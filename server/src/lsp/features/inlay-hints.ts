import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver';
import { citationsOf, dateFactsOf, roleNames } from '../../language/facts/index.ts';
import type { CheckedLetter } from '../letters.ts';
import { nameOf } from './hover/citation.ts';

/** Hints beside the text: what a date is, and which guideline a page without a name belongs to. */
export function inlayHints(letter: CheckedLetter, range: Range): InlayHint[] {
  const { document } = letter;
  const from = document.offsetAt(range.start);
  const to = document.offsetAt(range.end);
  const hints: { at: number; label: string }[] = [];
  for (const date of dateFactsOf(letter.facts)) {
    // The header's labels say it already, and a guess is not worth its room.
    if (date.how === 'header' || date.certainty === 'guess' || date.role === 'other') continue;
    hints.push({ at: date.node.position.end.offset, label: roleNames[date.role] });
  }
  for (const { node, pages, guideline } of citationsOf(letter.facts).all) {
    if (!guideline) continue;
    for (const { node: page } of pages) {
      // A page that stands beside its guideline's name belongs to the name's node already.
      const named = node.pages.includes(page) && (page.start !== node.start || page.end !== node.end);
      if (!named) hints.push({ at: page.position.end.offset, label: nameOf(guideline) });
    }
  }
  return hints
    .filter(({ at }) => at >= from && at <= to)
    .sort((a, b) => a.at - b.at)
    .map(({ at, label }) => ({
      position: document.positionAt(at),
      label,
      kind: InlayHintKind.Type,
      paddingLeft: true,
    }));
}

import type { FoldingRange } from 'vscode-languageserver';
import type { CheckedLetter } from '../letters.ts';

/** Folding: each section, each disputed item, each rationale. */
export function foldingRanges({ facts }: CheckedLetter): FoldingRange[] {
  const places = [
    ...(facts.header ? [facts.header.position] : []),
    ...facts.sections.map((section) => section.position),
    ...facts.items.flatMap((item) => [
      item.node.position,
      ...item.rationales.map((rationale) => rationale.position),
    ]),
  ];
  const ranges: FoldingRange[] = [];
  const seen = new Set<string>();
  for (const { start, end } of places) {
    const key = `${start.line}-${end.line}`;
    if (end.line <= start.line || seen.has(key)) continue;
    seen.add(key);
    ranges.push({ startLine: start.line - 1, endLine: end.line - 1 });
  }
  return ranges;
}

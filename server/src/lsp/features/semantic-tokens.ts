import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import { inForce } from '../../language/catalog/index.ts';
import { citationsOf, knownCaseDates } from '../../language/facts/index.ts';
import type { SourceRange } from '../../language/syntax/index.ts';
import type { CheckedLetter } from '../letters.ts';

/**
 * What a grammar cannot know: which words are drugs (the catalog's thousand names), and which guidelines were not in
 * force on any date of the case. Everything else is the grammar's.
 */
export const semanticLegend: SemanticTokensLegend = {
  tokenTypes: ['drug', 'guideline'],
  tokenModifiers: ['notInForce'],
};

/** Semantic tokens of a letter, in order of place, each within one line. */
export function semanticTokens({ document, facts, text }: CheckedLetter): SemanticTokens {
  const tokens: (SourceRange & { type: number; modifiers: number })[] = [];
  for (const block of facts.blocks) {
    for (const node of block.children) {
      if (node.type !== 'term' || node.kind !== 'drug') continue;
      tokens.push({
        start: node.position.start.offset,
        end: node.position.end.offset,
        type: 0,
        modifiers: 0,
      });
    }
  }
  const dates = knownCaseDates(facts);
  for (const { block, node, guidelines } of citationsOf(facts).all) {
    if (guidelines.length === 0 || !guidelines.every(({ id }) => inForce(id, dates) === 'none')) continue;
    const name = block.flow.sourceRange(node.start, Math.min(node.end, node.start + node.name.length));
    tokens.push({ ...name, type: 1, modifiers: 1 });
  }
  const builder = new SemanticTokensBuilder();
  let last = -1;
  for (const token of tokens.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (token.start < last) continue;
    last = token.end;
    for (const part of text.slice(token.start, token.end).matchAll(/[^\r\n]+/g)) {
      const shown = part[0].trim();
      if (shown === '') continue;
      const { line, character } = document.positionAt(token.start + part.index + part[0].indexOf(shown));
      builder.push(line, character, shown.length, token.type, token.modifiers);
    }
  }
  return builder.build();
}

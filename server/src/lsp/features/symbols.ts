import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { factsOf, type ItemFacts } from '../../language/facts/index.ts';
import type { Heading, Section } from '../../language/syntax/index.ts';
import type { CheckedLetter } from '../letters.ts';
import { nodeRange, sectionNames } from '../places.ts';

/** The outline of a letter: header, sections, disputed items with their verdicts. */
export function documentSymbols({ document, facts }: CheckedLetter): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  if (facts.header) {
    const range = nodeRange(document, facts.header);
    const number = facts.field('caseNumber')?.value;
    symbols.push({
      name: 'Header',
      ...(number ? { detail: number } : {}),
      kind: SymbolKind.Struct,
      range,
      selectionRange: range,
    });
  }
  const items = new Map(factsOf(facts.tree).items.map((item) => [item.node, item]));
  for (const section of facts.sections) symbols.push(sectionSymbol(document, section, items));
  return symbols;
}

function sectionSymbol(
  document: TextDocument,
  section: Section,
  items: ReadonlyMap<unknown, ItemFacts>,
): DocumentSymbol {
  const heading = section.children.find((child): child is Heading => child.type === 'heading');
  return {
    name: sectionNames[section.name],
    kind: SymbolKind.Namespace,
    range: nodeRange(document, section),
    selectionRange: nodeRange(document, heading ?? section),
    children: section.children.flatMap((child) => {
      const item = items.get(child);
      return item ? [itemSymbol(document, item)] : [];
    }),
  };
}

function itemSymbol(document: TextDocument, item: ItemFacts): DocumentSymbol {
  const parts = [...item.claimsLines, ...item.maximusLines, ...item.rationales];
  return {
    name: item.request || `Item ${item.number}`,
    detail: item.verdict ?? 'no verdict',
    kind: SymbolKind.Field,
    range: nodeRange(document, item.node),
    selectionRange: nodeRange(document, item.heading ?? item.node),
    children: parts.map((part) => ({
      name:
        part.type === 'rationale'
          ? 'Decision rationale'
          : part.party === 'claims'
            ? 'Claims Administrator guideline'
            : 'MAXIMUS guideline',
      kind: SymbolKind.String,
      range: nodeRange(document, part),
      selectionRange: nodeRange(document, part.label ?? part),
    })),
  };
}

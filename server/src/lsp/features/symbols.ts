import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { factsOf, type ItemFacts } from '../../language/facts/index.ts';
import type { Heading, Section, SectionName } from '../../language/syntax/index.ts';
import { rangeIn } from '../convert.ts';
import type { CheckedLetter } from '../letters.ts';

const names: Record<SectionName, string> = {
  'how-made': 'How the determination was made',
  credentials: 'Reviewer credentials',
  summary: 'Clinical case summary',
  issues: 'Issues, decisions and rationales',
  documents: 'Documents reviewed',
  outcomes: 'Outcomes',
  decision: 'Decision and rationale',
  'issue-at-dispute': 'Issue at dispute',
  guidelines: 'Guidelines relied upon',
  rationale: 'Rationale',
  qualifications: 'Reviewer qualifications',
};

/** The outline of a letter: header, sections, disputed items with their verdicts. */
export function documentSymbols({ document, facts }: CheckedLetter): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  if (facts.header) {
    const range = nodeRange(document, facts.header.position);
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
    name: names[section.name],
    kind: SymbolKind.Namespace,
    range: nodeRange(document, section.position),
    selectionRange: nodeRange(document, (heading ?? section).position),
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
    range: nodeRange(document, item.node.position),
    selectionRange: nodeRange(document, (item.heading ?? item.node).position),
    children: parts.map((part) => ({
      name:
        part.type === 'rationale'
          ? 'Decision rationale'
          : part.party === 'claims'
            ? 'Claims Administrator guideline'
            : 'MAXIMUS guideline',
      kind: SymbolKind.String,
      range: nodeRange(document, part.position),
      selectionRange: nodeRange(document, (part.label ?? part).position),
    })),
  };
}

function nodeRange(document: TextDocument, position: { start: { offset: number }; end: { offset: number } }) {
  return rangeIn(document, { start: position.start.offset, end: position.end.offset });
}

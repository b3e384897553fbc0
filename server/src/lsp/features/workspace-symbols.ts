import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { CheckedLetter } from '../letters.ts';
import { nodeRange } from '../places.ts';

/** Disputed items of the open letters whose request, verdict or case number holds all words of a query. */
export function workspaceSymbols(letters: readonly CheckedLetter[], query: string): WorkspaceSymbol[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return letters.flatMap(({ document, facts }) => {
    const number = facts.field('caseNumber')?.value ?? '';
    return facts.items.flatMap((item): WorkspaceSymbol[] => {
      const name = item.request || `Item ${item.number}`;
      const about = `${name} ${item.verdict ?? ''} ${number}`.toLowerCase();
      if (!words.every((word) => about.includes(word))) return [];
      return [
        {
          name: item.verdict ? `${name}: ${item.verdict}` : name,
          kind: SymbolKind.Field,
          containerName: number === '' ? 'IMR determination' : number,
          location: { uri: document.uri, range: nodeRange(document, item.heading ?? item.node) },
        },
      ];
    });
  });
}

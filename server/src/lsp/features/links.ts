import type { DocumentLink } from 'vscode-languageserver';
import { regulation, regulationUrl } from '../../language/catalog/index.ts';
import type { CheckedLetter } from '../letters.ts';
import { nodeRange } from '../places.ts';

/** Links from references to regulations that the catalog knows to their public pages. Nothing is opened by itself. */
export function documentLinks({ document, facts }: CheckedLetter): DocumentLink[] {
  return facts.blocks.flatMap((block) =>
    block.children.flatMap((node): DocumentLink[] => {
      if (node.type !== 'regulationReference') return [];
      const known = regulation(node.section);
      if (!known) return [];
      return [
        {
          range: nodeRange(document, node),
          target: regulationUrl(node.section),
          tooltip: `8 CCR ${node.section}: ${known.title}`,
        },
      ];
    }),
  );
}

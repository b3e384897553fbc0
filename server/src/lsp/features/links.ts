import type { DocumentLink } from 'vscode-languageserver';
import { regulation, regulationUrl } from '../../language/catalog/index.ts';
import { citationsOf } from '../../language/facts/index.ts';
import type { CheckedLetter } from '../letters.ts';
import { nodeRange } from '../places.ts';
import { pageAddress } from './page-address.ts';

/**
 * Links from references to regulations that the catalog knows to their public pages, and from cited pages to the office's
 * own copy of the guideline where it was read. Nothing is opened by itself.
 */
export function documentLinks(letter: CheckedLetter): DocumentLink[] {
  const { document, facts } = letter;
  const regulations = facts.blocks.flatMap((block) =>
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
  return [...regulations, ...pageLinks(letter)];
}

function pageLinks({ document, facts }: CheckedLetter): DocumentLink[] {
  return citationsOf(facts).all.flatMap(({ guideline, pages }) =>
    pages.flatMap(({ node }): DocumentLink[] => {
      const target = guideline && pageAddress(guideline.id, node.first);
      if (target === undefined) return [];
      const tooltip = `${guideline?.label ?? guideline?.title}, page ${node.first} of your copy`;
      return [{ range: nodeRange(document, node), target, tooltip }];
    }),
  );
}

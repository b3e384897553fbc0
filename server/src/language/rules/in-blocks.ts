import { knowledge } from '../catalog/index.ts';
import { numberOfCheck, partsOf, perBlock } from '../facts/index.ts';
import type { Block } from '../syntax/index.ts';
import { moveReport, type Place, type Report, type Rule } from './rule.ts';

/** A place in the folded text of a block, whichever block it is: a node, or a range. */
interface Within {
  start: number;
  end: number;
}

/** What most rules report of most blocks. */
const nothing: readonly Report<Within>[] = [];

/** Takes what a rule says about places of one block. */
export type BlockReporter = (report: Report<Within>) => void;

/**
 * The check of a rule that reads blocks of text one by one. What it reports of a block depends on nothing but the type,
 * the text and the paragraphs of the block, and on what is known of drugs, parts and guidelines; it is found once for
 * each text, so that an edit costs one block, and items of which it says nothing are passed over as a whole.
 */
export function inBlocks(
  types: readonly Block['type'][] | 'all',
  read: (block: Block, report: BlockReporter) => void,
): Rule['check'] {
  const reportsOf = knowledge.per(() =>
    perBlock((block) => {
      let reports: Report<Within>[] | undefined;
      read(block, (report) => {
        reports ??= [];
        // A node is kept as its range: it belongs to one tree.
        reports.push(moveReport(report, ({ start, end }) => ({ start, end })));
      });
      return reports ?? nothing;
    }),
  );
  const number = numberOfCheck();
  return (facts, report) => {
    const known = reportsOf();
    for (const { blocks, content } of partsOf(facts)) {
      if (content?.kept[number] === true) continue;
      let said = false;
      for (const block of blocks) {
        if (types !== 'all' && !types.includes(block.type)) continue;
        for (const found of known(block)) {
          said = true;
          report(moveReport(found, ({ start, end }): Place => ({ block, start, end })));
        }
      }
      if (content && !said) content.kept[number] = true;
    }
  };
}

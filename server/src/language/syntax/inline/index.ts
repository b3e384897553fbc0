import type { Flow } from '../flow.ts';
import type { Locator } from '../locate.ts';
import type { Block, Inline } from '../nodes.ts';
import { findConclusions, findOpener } from './conclusions.ts';
import { findDates } from './dates.ts';
import type { Draft } from './draft.ts';
import { findPages } from './pages.ts';
import { findRegulations } from './regulations.ts';

/** Finds what a block of text holds, in order of place. */
export function findInline(flow: Flow, type: Block['type'], locator: Locator): Inline[] {
  const { text } = flow;
  const drafts: Draft<Inline>[] = [];
  for (const date of findDates(text)) drafts.push({ type: 'date', ...date });
  drafts.push(...findPages(text), ...findRegulations(text));
  if (type === 'rationale' || type === 'prose') drafts.push(...findConclusions(text));
  if (type === 'rationale') drafts.push(...findOpener(text));
  drafts.sort((a, b) => a.start - b.start || b.end - a.end);
  return drafts.map((draft) => {
    const { start, end } = flow.sourceRange(draft.start, draft.end);
    return { ...draft, position: locator.position(start, end) } as Inline;
  });
}

import type { Flow } from '../flow.ts';
import type { Locator } from '../locate.ts';
import type { Block, Inline, PageReference } from '../nodes.ts';
import { findCitations } from './citations.ts';
import { findConclusions, findOpener } from './conclusions.ts';
import { findDates } from './dates.ts';
import type { Draft } from './draft.ts';
import { findDurations } from './durations.ts';
import { findMeasures } from './measures.ts';
import { findPages } from './pages.ts';
import { findRegulations } from './regulations.ts';
import { findTerms } from './terms.ts';

/** Finds what a block of text holds, in order of place. */
export function findInline(flow: Flow, type: Block['type'], locator: Locator): Inline[] {
  const { text } = flow;
  const drafts: Draft<Inline>[] = [];
  for (const date of findDates(text)) drafts.push({ type: 'date', ...date });
  drafts.push(...findRegulations(text));
  // Guidelines hold the page nodes that belong to them, so pages get their places first.
  const pages = findPages(text).map((draft) => located(draft) as PageReference);
  if (type === 'guidelineLine' || type === 'rationale' || type === 'prose') {
    drafts.push(...findCitations(text, type === 'guidelineLine', pages));
  }
  if (type === 'rationale' || type === 'prose') drafts.push(...findConclusions(text), ...findDurations(text));
  if (type === 'rationale') drafts.push(...findOpener(text));
  if (type === 'rationale' || type === 'prose' || type === 'itemHeading') {
    drafts.push(...findTerms(text), ...findMeasures(text));
  }
  const nodes: Inline[] = [...drafts.map(located), ...pages];
  return nodes.sort((a, b) => a.start - b.start || b.end - a.end);

  function located(draft: Draft<Inline>): Inline {
    const { start, end } = flow.sourceRange(draft.start, draft.end);
    return { ...draft, position: locator.position(start, end) } as Inline;
  }
}

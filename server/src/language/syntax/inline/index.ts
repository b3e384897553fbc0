import { knowledge } from '../../catalog/index.ts';
import { perText } from '../../per-text.ts';
import type { Flow } from '../flow.ts';
import type { Locator } from '../locate.ts';
import type { Block, Inline } from '../nodes.ts';
import { findCitations } from './citations.ts';
import { findConclusions, findOpener } from './conclusions.ts';
import { findDates } from './dates.ts';
import type { Draft } from './draft.ts';
import { findDurations } from './durations.ts';
import { findMeasures } from './measures.ts';
import { findPages } from './pages.ts';
import { placeDrafts } from './place.ts';
import { findRegulations } from './regulations.ts';
import { findTerms } from './terms.ts';

/** What a text is read as; blocks of one kind are read alike. */
type Reading = 'rationale' | 'prose' | 'itemHeading' | 'guidelineLine' | 'fixed';

const readingOf = (type: Block['type']): Reading =>
  type === 'rationale' || type === 'prose' || type === 'itemHeading' || type === 'guidelineLine'
    ? type
    : 'fixed';

/** What stands in a text, by its reading; guidelines and terms are those that are known while the letter is checked. */
const drafts = knowledge.per(() => ({
  rationale: perText((text) => findDrafts(text, 'rationale')),
  prose: perText((text) => findDrafts(text, 'prose')),
  itemHeading: perText((text) => findDrafts(text, 'itemHeading')),
  guidelineLine: perText((text) => findDrafts(text, 'guidelineLine')),
  fixed: perText((text) => findDrafts(text, 'fixed')),
}));

/** Finds what a block of text holds, in order of place. */
export function findInline(flow: Flow, type: Block['type'], locator: Locator): Inline[] {
  return placeDrafts(drafts()[readingOf(type)](flow.text), flow, locator);
}

/** The drafts of a text in order of place, the longer first. */
function findDrafts(text: string, reading: Reading): Draft<Inline>[] {
  const found: Draft<Inline>[] = [];
  for (const { year, month, day, iso, possible, start, end, format } of findDates(text)) {
    found.push({ type: 'date', year, month, day, iso, possible, start, end, format });
  }
  found.push(...findRegulations(text));
  const pages = findPages(text);
  if (reading === 'guidelineLine' || reading === 'rationale' || reading === 'prose') {
    found.push(...findCitations(text, reading === 'guidelineLine', pages));
  }
  if (reading === 'rationale' || reading === 'prose')
    found.push(...findConclusions(text), ...findDurations(text));
  if (reading === 'rationale') found.push(...findOpener(text));
  if (reading === 'rationale' || reading === 'prose' || reading === 'itemHeading') {
    found.push(...findTerms(text), ...findMeasures(text));
  }
  found.push(...pages);
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

import { knowledge } from '../../catalog/index.ts';
import { perText } from '../../per-text.ts';
import { stretchesOf } from '../../stretches.ts';
import type {
  Block,
  ConclusionPhrase,
  DateNode,
  Inline,
  Measure,
  RegulationReference,
  TermNode,
} from '../nodes.ts';
import { findCitations } from './citations.ts';
import { findConclusions, findOpener } from './conclusions.ts';
import { findDates } from './dates.ts';
import type { Draft } from './draft.ts';
import { findDurations } from './durations.ts';
import { findMeasures } from './measures.ts';
import { findPages } from './pages.ts';
import { findRegulations } from './regulations.ts';
import { findTerms } from './terms.ts';

/** What a text is read as; blocks of one kind are read alike. */
type Reading = 'rationale' | 'prose' | 'itemHeading' | 'guidelineLine' | 'fixed';

const readingOf = (type: Block['type']): Reading =>
  type === 'rationale' || type === 'prose' || type === 'itemHeading' || type === 'guidelineLine'
    ? type
    : 'fixed';

/** What stands in a text, by its reading; guidelines and terms are those that are known while the letter is checked. */
const drafts = knowledge.per(() => {
  const inSentence = {
    rationale: perText((text) => findInSentence(text, 'rationale')),
    prose: perText((text) => findInSentence(text, 'prose')),
    itemHeading: perText((text) => findInSentence(text, 'itemHeading')),
    guidelineLine: perText((text) => findInSentence(text, 'guidelineLine')),
    fixed: perText((text) => findInSentence(text, 'fixed')),
  };
  const inBlock = (reading: Reading) => perText((text) => findDrafts(text, reading, inSentence[reading]));
  return {
    rationale: inBlock('rationale'),
    prose: inBlock('prose'),
    itemHeading: inBlock('itemHeading'),
    guidelineLine: inBlock('guidelineLine'),
    fixed: inBlock('fixed'),
  };
});

export { placeDrafts } from './place.ts';

/** What a block of text holds, in order of place, before it has its place in the source. */
export interface BlockDrafts {
  readonly drafts: readonly Draft<Inline>[];
  /** Number of dates among them. */
  readonly dates: number;
}

/** Finds what the folded text of a block holds. */
export function findInline(text: string, type: Block['type']): BlockDrafts {
  return drafts()[readingOf(type)](text);
}

/** The drafts of a text in order of place, the longer first. */
function findDrafts(
  text: string,
  reading: Reading,
  inSentence: (text: string) => readonly SentenceDraft[],
): BlockDrafts {
  const found: Draft<Inline>[] = [];
  for (const { start, text: sentence } of stretchesOf(text)) {
    for (const draft of inSentence(sentence)) found.push(start === 0 ? draft : moved(draft, start));
  }
  // A page may belong to a guideline that another sentence names, and a page number may stand behind a stop.
  const pages = findPages(text);
  if (reading === 'guidelineLine' || reading === 'rationale' || reading === 'prose') {
    found.push(...findCitations(text, reading === 'guidelineLine', pages));
  }
  if (reading === 'rationale') found.push(...findOpener(text));
  found.push(...pages);
  return { drafts: found.sort(byPlace), dates: found.filter(({ type }) => type === 'date').length };
}

/** In order of place, the longer first. */
function byPlace(a: Draft<Inline>, b: Draft<Inline>): number {
  return a.start - b.start || b.end - a.end;
}

/** What a sentence shows by itself. */
type SentenceDraft = Draft<DateNode | RegulationReference | ConclusionPhrase | TermNode | Measure>;

function findInSentence(text: string, reading: Reading): SentenceDraft[] {
  const found: SentenceDraft[] = [];
  for (const { year, month, day, iso, possible, start, end, format } of findDates(text)) {
    found.push({ type: 'date', year, month, day, iso, possible, start, end, format });
  }
  found.push(...findRegulations(text));
  if (reading === 'rationale' || reading === 'prose')
    found.push(...findConclusions(text), ...findDurations(text));
  if (reading === 'rationale' || reading === 'prose' || reading === 'itemHeading') {
    found.push(...findTerms(text), ...findMeasures(text));
  }
  return found.sort(byPlace);
}

/** A draft of a sentence in the text of its block, written out field by field as thousands are. */
function moved(draft: SentenceDraft, by: number): SentenceDraft {
  const start = draft.start + by;
  const end = draft.end + by;
  switch (draft.type) {
    case 'date': {
      const { type, year, month, day, iso, possible, format } = draft;
      return { type, year, month, day, iso, possible, start, end, format };
    }
    case 'regulationReference': {
      const { type, section, subdivision, letters } = draft;
      return {
        type,
        section,
        subdivision,
        letters: { start: letters.start + by, end: letters.end + by },
        start,
        end,
      };
    }
    case 'conclusion':
      return { type: draft.type, necessary: draft.necessary, start, end };
    case 'term':
      return { type: draft.type, kind: draft.kind, id: draft.id, start, end };
    case 'measure': {
      const { type, kind, values, unit } = draft;
      return { type, kind, values, unit, start, end };
    }
  }
}

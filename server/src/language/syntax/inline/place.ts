import type { Flow } from '../flow.ts';
import type { Locator } from '../locate.ts';
import type { Inline, PageReference } from '../nodes.ts';
import type { Draft } from './draft.ts';

/**
 * Nodes of a block with their positions in the source. Each kind is written out field by field: a copy by spreading
 * costs several times as much where nodes of many kinds pass through it.
 */
export function placeDrafts(drafts: readonly Draft<Inline>[], flow: Flow, locator: Locator): Inline[] {
  const nodes: Inline[] = [];
  let pages: Map<Draft<PageReference>, PageReference> | undefined;
  // A guideline and its block hold the same nodes of its pages.
  const page = (draft: Draft<PageReference>): PageReference => {
    let node = pages?.get(draft);
    if (!node) {
      const { type, first, last, start, end } = draft;
      node = { type, first, last, start, end, position: positionOf(draft, flow, locator) };
      pages ??= new Map();
      pages.set(draft, node);
    }
    return node;
  };
  for (const draft of drafts) nodes.push(place(draft, flow, locator, page));
  return nodes;
}

function positionOf({ start, end }: Draft<Inline>, flow: Flow, locator: Locator): Inline['position'] {
  const source = flow.sourceRange(start, end);
  return locator.position(source.start, source.end);
}

function place(
  draft: Draft<Inline>,
  flow: Flow,
  locator: Locator,
  page: (draft: Draft<PageReference>) => PageReference,
): Inline {
  const { start, end } = draft;
  if (draft.type === 'pageReference') return page(draft);
  const position = positionOf(draft, flow, locator);
  switch (draft.type) {
    case 'date': {
      const { type, year, month, day, iso, possible, format } = draft;
      return { type, year, month, day, iso, possible, start, end, format, position };
    }
    case 'guidelineReference': {
      const { type, name, guidelines, year, sections, kind } = draft;
      const pages = draft.pages.map(page);
      return { type, name, guidelines, year, sections, pages, kind, start, end, position };
    }
    case 'regulationReference': {
      const { type, section, subdivision, letters } = draft;
      return { type, section, subdivision, letters, start, end, position };
    }
    case 'conclusion':
      return { type: draft.type, necessary: draft.necessary, start, end, position };
    case 'opener':
      return { type: draft.type, word: draft.word, start, end, position };
    case 'term':
      return { type: draft.type, kind: draft.kind, id: draft.id, start, end, position };
    case 'measure': {
      const { type, kind, values, unit } = draft;
      return { type, kind, values, unit, start, end, position };
    }
  }
}

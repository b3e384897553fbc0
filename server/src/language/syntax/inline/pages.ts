import { matches } from '../../matches.ts';
import type { PageReference } from '../nodes.ts';
import type { Draft } from './draft.ts';

/** "page 64", "pages 89-90", "pg. 607", "p 301", "Page(s): 64, 80". */
const pattern = /\b(?:pages?\b|pgs?\b\.?|pp?\b\.?(?= ?\d)|Page\(s\)) ?:? ?(?=\d)/gi;
const numbers = /(\d{1,4})(?: ?(?:-|to) ?(\d{1,4}))?(?![\d/]|\.\d)/y;
const separator = /(?:[,;] ?(?:and )?| and | & )(?=\d)/y;

/** Finds page references; a list of pages gives one reference for each entry. */
export function findPages(text: string): Draft<PageReference>[] {
  const found: Draft<PageReference>[] = [];
  for (const match of matches(pattern, text)) {
    let at = match.index + match[0].length;
    for (;;) {
      numbers.lastIndex = at;
      const entry = numbers.exec(text);
      if (!entry) break;
      const first = Number(entry[1]);
      const last = entry[2] === undefined ? first : Number(entry[2]);
      found.push({
        type: 'pageReference',
        first,
        last: Math.max(first, last),
        start: at,
        end: numbers.lastIndex,
      });
      separator.lastIndex = numbers.lastIndex;
      if (!separator.test(text)) break;
      at = separator.lastIndex;
    }
  }
  return found;
}

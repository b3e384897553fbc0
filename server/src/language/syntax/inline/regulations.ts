import { matches } from '../../matches.ts';
import type { RegulationReference } from '../nodes.ts';
import type { Draft } from './draft.ts';

/** `9792.20e`, `9792.20(f)`, `9792.20 (ef)`, `9792.24.2`, `9792.21.1(a)`; also with two of the first digits swapped. */
const pattern =
  /(?<![\d.])((?:97\d{2}|9972|7992|9279)\.\d{1,3}(?:\.\d{1,2})?)(?: ?\(([A-Za-z]{1,2})\)|([A-Za-z]{1,2}))?(?![\d\w])/g;

/** Finds references to sections of title 8 of the California Code of Regulations. */
export function findRegulations(text: string): Draft<RegulationReference>[] {
  const found: Draft<RegulationReference>[] = [];
  if (!text.includes('.2') && !text.includes('97')) return found;
  for (const match of matches(pattern, text)) {
    const section = match[1] ?? '';
    const printed = match[2] ?? match[3] ?? '';
    const start = match.index;
    const end = start + match[0].length;
    const lettersStart = printed === '' ? end : start + match[0].lastIndexOf(printed);
    found.push({
      type: 'regulationReference',
      section,
      subdivision: printed.toLowerCase(),
      letters: { start: lettersStart, end: lettersStart + printed.length },
      start,
      end,
    });
  }
  return found;
}

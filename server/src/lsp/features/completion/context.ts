import { passages } from '../../../language/passages/index.ts';
import type { GuidelineLine, Rationale } from '../../../language/syntax/index.ts';
import type { CheckedLetter } from '../../letters.ts';

/** What is being typed at the cursor; `start` is the offset where the typed part begins. */
export type CompletionContext =
  /** A page number: "page 6|". */
  | { kind: 'page'; start: number; block: Rationale | GuidelineLine }
  /** A guideline after "Decision based on MTUS |", or after ", and |". */
  | { kind: 'guideline'; start: number; block: GuidelineLine }
  /** A section after "Section(s): |", or after its comma. */
  | { kind: 'section'; start: number; block: GuidelineLine }
  /** A regulation: "9792.|". */
  | { kind: 'regulation'; start: number }
  /** Anything else: a passage. */
  | { kind: 'passage'; start: number };

/** How far back the words before the cursor are read; a guideline line with many sections is longer than a page. */
const reach = 1500;

const page = /\b(?:pages?|pgs?\.?|pp?\.|Page\(s\):?)\s+(\d{0,4})$/i;
const regulation = /\b9792\.[\d.]{0,8}(?:\(?[a-z]?)?$/i;
const mtus = /Decision\s+based\s+on\s+MTUS\s/gi;

/** Tells what a writer is about to type at an offset. */
export function contextAt(letter: CheckedLetter, offset: number): CompletionContext {
  const before = letter.text.slice(Math.max(0, offset - reach), offset);
  const cited = regulation.exec(before);
  if (cited) return { kind: 'regulation', start: offset - cited[0].length };
  const block = blockBefore(letter, offset);
  if (block) {
    const number = page.exec(before)?.[1];
    if (number !== undefined) return { kind: 'page', start: offset - number.length, block };
    if (block.type === 'guidelineLine') {
      const entry = entryContext(block, before, offset);
      if (entry) return entry;
    }
  }
  const typed = placeholderAtEnd(before) ?? /(?<![\w-])[\w-]*$/.exec(before)?.[0] ?? '';
  return { kind: 'passage', start: offset - typed.length };
}

/** Placeholders that passages leave open, as they stand in a letter. */
const placeholders: ReadonlySet<string> = new Set(
  passages.flatMap(({ slots }) => slots.map(({ placeholder }) => placeholder)),
);

/** The placeholder that the cursor stands behind: a passage takes its place. */
function placeholderAtEnd(before: string): string | undefined {
  const bracketed = /\[[^\][\n]{1,40}\]$/.exec(before)?.[0];
  return bracketed !== undefined && placeholders.has(bracketed) ? bracketed : undefined;
}

/** The guideline line or rationale that the cursor stands in, or behind with nothing but space between. */
function blockBefore({ facts, text }: CheckedLetter, offset: number): Rationale | GuidelineLine | undefined {
  const block = facts.blocks.findLast(({ position }) => position.start.offset <= offset);
  if (!block || (block.type !== 'rationale' && block.type !== 'guidelineLine')) return undefined;
  const gap = text.slice(block.position.end.offset, offset);
  return gap.trim() === '' && !/\n[^\S\n]*\n/.test(gap) ? block : undefined;
}

function entryContext(block: GuidelineLine, before: string, offset: number): CompletionContext | undefined {
  const last = [...before.matchAll(mtus)].at(-1);
  if (!last) return undefined;
  const from = last.index + last[0].length;
  const list = before.slice(from);
  // A full stop ends the list, but not that of "Vol. 2".
  if (/\.\s/.test(list)) return undefined;
  // After ", and" a new guideline begins, where the words before it are not a name of their own ("Wrist, and Hand").
  const joint = [...list.matchAll(/,\s+and\s+/g)].at(-1);
  const entryAt =
    joint && /\d{4}|Section\(s\)/.test(list.slice(0, joint.index)) ? joint.index + joint[0].length : 0;
  const entry = list.slice(entryAt);
  const sections = /Section\(s\):\s*/.exec(entry);
  if (!sections) return { kind: 'guideline', start: offset - entry.length, block };
  const names = entry.slice(sections.index + sections[0].length);
  const typed = /(?:^|,\s+(?!\s))([^,]*)$/.exec(names)?.[1] ?? '';
  return { kind: 'section', start: offset - typed.length, block };
}

/** Filling passages: to plain text, and to the snippet syntax that editors share. */
import { SLOT } from './library/slots.ts';
import type { Passage, PassageSlot } from './types.ts';

/** Values by slot name; a slot without a value keeps its placeholder. An empty string is a value. */
export type SlotValues = Readonly<Record<string, string | undefined>>;

/** A passage made ready to insert. */
export interface FilledPassage {
  /** Plain text, placeholders in the open slots. */
  readonly text: string;
  /** The same in LSP snippet syntax: a tab stop for each open slot, `$0` at the end. */
  readonly snippet: string;
  /** The slots that were left open, in order. */
  readonly open: readonly PassageSlot[];
}

/** Text that a snippet inserts as it is: `\`, `$` and `}` are escaped (LSP 3.17, "Snippet Syntax"). */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** One choice of a snippet's choice list, where comma and bar are syntax too. */
function escapeChoice(text: string): string {
  return text.replace(/[\\$},|]/g, '\\$&');
}

function tabStop(number: number, slot: PassageSlot): string {
  return slot.choices
    ? `\${${number}|${slot.choices.map(escapeChoice).join(',')}|}`
    : `\${${number}:${escapeSnippet(slot.placeholder)}}`;
}

/**
 * Fills the slots of a passage. A slot that stands in several places and stays open becomes one tab stop with
 * mirrors, so that it is typed once.
 * @param passage the passage
 * @param values what is known of the letter, by slot name
 */
export function fillPassage(passage: Passage, values: SlotValues = {}): FilledPassage {
  const open = passage.slots.filter((slot) => values[slot.name] === undefined);
  const numbers = new Map(open.map((slot, index) => [slot.name, { slot, number: index + 1 }]));
  const started = new Set<string>();
  let text = '';
  let snippet = '';
  let from = 0;
  for (const found of passage.body.matchAll(SLOT)) {
    const name = found[1] ?? '';
    const before = passage.body.slice(from, found.index);
    from = found.index + found[0].length;
    const value = values[name];
    const stop = numbers.get(name);
    text += before + (value ?? stop?.slot.placeholder ?? '');
    snippet += escapeSnippet(before);
    if (stop === undefined) snippet += escapeSnippet(value ?? '');
    else snippet += started.has(name) ? `\${${stop.number}}` : tabStop(stop.number, stop.slot);
    started.add(name);
  }
  const rest = passage.body.slice(from);
  return { text: text + rest, snippet: `${snippet}${escapeSnippet(rest)}$0`, open };
}

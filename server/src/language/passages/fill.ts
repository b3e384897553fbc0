import { matches } from '../matches.ts';
/** Filling passages: to plain text, and to the snippet syntax that editors share. */
import { SLOT } from './library/slots.ts';
import type { Passage, PassageSlot } from './types.ts';

/** Values by slot name; a slot without a value keeps its placeholder. An empty string is a value. */
export type SlotValues = Readonly<Record<string, string | undefined>>;

/** What the letter proposes for open slots, best first, by slot name: each remains a tab stop that the writer confirms. */
export type SlotChoices = Readonly<Record<string, readonly string[] | undefined>>;

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

/** An open slot with what is proposed for it: one proposal stands in it, several are a list to choose from. */
function proposed(slot: PassageSlot, choices: readonly string[] = []): PassageSlot {
  const [first, ...more] = choices;
  if (first === undefined) return slot;
  const { choices: _usual, ...rest } = slot;
  return { ...rest, placeholder: first, ...(more.length > 0 ? { choices } : {}) };
}

/**
 * Fills the slots of a passage. A slot that stands in several places and stays open becomes one tab stop with
 * mirrors, so that it is typed once.
 * @param passage the passage
 * @param values what is known of the letter, by slot name
 * @param choices what is proposed for slots that stay open
 */
export function fillPassage(
  passage: Passage,
  values: SlotValues = {},
  choices: SlotChoices = {},
): FilledPassage {
  const open = passage.slots
    .filter((slot) => values[slot.name] === undefined)
    .map((slot) => proposed(slot, choices[slot.name]));
  const numbers = new Map(open.map((slot, index) => [slot.name, { slot, number: index + 1 }]));
  const started = new Set<string>();
  let text = '';
  let snippet = '';
  let from = 0;
  for (const found of matches(SLOT, passage.body)) {
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

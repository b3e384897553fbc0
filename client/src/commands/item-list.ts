/** Reading a pasted list of disputed items. */

/** Numbers, letters and bullets that lists put before their entries. */
const MARKER = /^\s*(?:[-–—•·▪‣*]\s+|\(?\d{1,2}[.)]\s+|[a-z][.)]\s+)/i;

/**
 * The entries of a list, one a line, without their markers; empty lines are none.
 */
export function itemsOfList(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(MARKER, '').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

/**
 * What a box of one line should hold after a list was pasted into it: browsers put blanks for the line breaks.
 * @param value the box's text after pasting
 * @param clipboard the text that was pasted
 * @returns the text with the list's entries separated by semicolons; undefined where no list was pasted
 */
export function pastedList(value: string, clipboard: string | undefined): string | undefined {
  const items = itemsOfList(clipboard ?? '');
  if (clipboard === undefined || items.length < 2) return undefined;
  for (const joint of [' ', '']) {
    const folded = clipboard.trim().replace(/\r\n|\r|\n/g, joint);
    const at = value.indexOf(folded);
    if (at >= 0) return value.slice(0, at) + items.join('; ') + value.slice(at + folded.length).trimEnd();
  }
  return undefined;
}

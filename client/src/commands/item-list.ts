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
 * What a box of one line should hold after a list was pasted into it: browsers put blanks for the line breaks, so the list
 * is found again by the clipboard, or by its numbers.
 * @param value the box's text after pasting
 * @param clipboard the text that was pasted; empty where it is not known
 * @returns the list's entries separated by semicolons, with what stood around them; undefined where no list was pasted
 */
export function pastedList(value: string, clipboard: string): string | undefined {
  const items = itemsOfList(clipboard);
  if (items.length < 2) return numberedList(value);
  for (const joint of [' ', '']) {
    const folded = clipboard.trim().replace(/\r\n|\r|\n/g, joint);
    const at = value.indexOf(folded);
    if (at >= 0) return value.slice(0, at) + items.join('; ') + value.slice(at + folded.length).trimEnd();
  }
  return numberedList(value);
}

/** "1. One 2. Two" as "One; Two"; numbers that do not count up from 1 belong to the items. */
function numberedList(value: string): string | undefined {
  const items: string[] = [];
  let from = -1;
  for (const mark of value.matchAll(/(?:^|\s)\(?(\d{1,2})[.)]\s/g)) {
    if (Number(mark[1]) !== items.length + (from < 0 ? 1 : 2)) continue;
    if (from >= 0) items.push(value.slice(from, mark.index).trim());
    else if (value.slice(0, mark.index).trim() !== '') return undefined;
    from = mark.index + mark[0].length;
  }
  if (items.length === 0) return undefined;
  items.push(value.slice(from).trim());
  return items.join('; ');
}

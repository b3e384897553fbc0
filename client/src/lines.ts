/** Messages in lines: the peek view of a finding does not wrap, and cuts off what does not fit. */

/** Longest line, in characters: what the view shows beside the explorer on a usual screen. */
const WIDTH = 90;

/** A message with line breaks between words, so that no line is longer than the view shows; its own breaks stay. */
export function inLines(message: string): string {
  return message.split('\n').flatMap(broken).join('\n');
}

function broken(line: string): string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

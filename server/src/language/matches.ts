/**
 * All matches of a global expression in a text, in order: what `[...text.matchAll(pattern)]` gives, without the copy of
 * the expression that `matchAll` makes at each call, which costs more than most searches.
 *
 * @param pattern has the flag `g`
 */
export function matches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}

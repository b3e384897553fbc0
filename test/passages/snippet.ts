/**
 * A reader of the snippet syntax (LSP 3.17) for tests: the text that an editor would insert, with the
 * placeholders, first choices and mirrors in place. Throws where the syntax is broken.
 */
export function expandSnippet(snippet: string): string {
  const values = new Map<string, string>();
  let at = 0;

  const read = (until: string): string => {
    let text = '';
    for (;;) {
      const char = snippet[at];
      if (char === undefined) {
        if (until === '') return text;
        throw new Error(`unclosed tab stop in ${snippet}`);
      }
      if (until.includes(char)) return text;
      at++;
      if (char === '\\') text += snippet[at++] ?? '';
      else if (char === '$') text += stop();
      else text += char;
    }
  };

  const stop = (): string => {
    const number = /^\{?(\d+)/.exec(snippet.slice(at));
    if (!number) throw new Error(`bare $ at ${at} in ${snippet}`);
    at += number[0].length;
    const name = number[1] ?? '';
    if (!number[0].startsWith('{')) return values.get(name) ?? '';
    const kind = snippet[at++];
    if (kind === '}') return values.get(name) ?? '';
    let value: string;
    if (kind === ':') {
      value = read('}');
    } else if (kind === '|') {
      value = read(',|');
      while (snippet[at] === ',') {
        at++;
        read(',|');
      }
      at++;
    } else {
      throw new Error(`unknown tab stop at ${at} in ${snippet}`);
    }
    if (snippet[at++] !== '}') throw new Error(`unclosed tab stop in ${snippet}`);
    values.set(name, value);
    return value;
  };

  return read('');
}

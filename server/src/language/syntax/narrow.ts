const wideCharacter = /[^\0-\u00ff]/;
let lastSource = '';
let lastWide = false;

/** To look through a source so long takes more time than to narrow the blocks that an edit of it changed. */
const longSource = 100_000;

/** Whether a source may be kept in two bytes a character; asked for block after block of one source. */
export function isWide(source: string): boolean {
  if (source.length > longSource) return true;
  if (source !== lastSource) {
    lastSource = source;
    lastWide = wideCharacter.test(source);
  }
  return lastWide;
}

let codes = new Uint8Array(16384);

/**
 * The same text, in one byte a character where it can be. A source with one curly quotation mark is kept by the engine
 * in two bytes a character, and so is all that is cut from it; folded text seldom needs them, and is read by many
 * patterns.
 */
export function narrowed(text: string): string {
  const { length } = text;
  if (codes.length < length) codes = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0xff) return text;
    codes[i] = code;
  }
  // String.fromCharCode takes its codes as arguments, whose number is limited.
  const chunk = 8192;
  let made = '';
  for (let i = 0; i < length; i += chunk) {
    const part = codes.subarray(i, Math.min(length, i + chunk));
    made += String.fromCharCode.apply(null, part as unknown as number[]);
  }
  return made;
}

/** Codes of the characters of a text (UTF-16 units). */
export type Codes = Uint8Array | Uint16Array;

const encoder = new TextEncoder();
let bytes = new Uint8Array(1 << 14);

/**
 * The codes of a text as an array, for those who look at every character: an array is read several times as fast as
 * the text itself. Two zeros stand behind the last code. Holds until the next call.
 */
export function codesOf(text: string): Codes {
  const { length } = text;
  if (bytes.length < length + 2) bytes = new Uint8Array(2 * length + 2);
  const { read, written } = encoder.encodeInto(text, bytes);
  if (read !== length || written !== length) return wideCodesOf(text);
  bytes.fill(0, length, length + 2);
  return bytes;
}

/** A text with other characters than those of ASCII. */
function wideCodesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length + 2);
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  return codes;
}

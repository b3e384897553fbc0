import type { Encoding } from './read.ts';

/**
 * Writes a text in the encoding that its file had.
 *
 * @returns undefined where the encoding lacks a character of the text, or the file was a document.
 */
export function encodeText(text: string, encoding: Encoding): Uint8Array | undefined {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'windows-1252':
      return encodeWindows(text);
    default:
      return undefined;
  }
}

function encodeWindows(text: string): Uint8Array | undefined {
  // The standard's table, turned round: each of the 256 bytes stands for one character.
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const table = new Map([...new TextDecoder('windows-1252').decode(all)].map((char, byte) => [char, byte]));
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = table.get(text.charAt(i));
    if (byte === undefined) return undefined;
    bytes[i] = byte;
  }
  return bytes;
}

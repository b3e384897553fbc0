/**
 * A fingerprint of a text: 16 hexadecimal digits, the same on every machine. It tells texts apart and lets none be read
 * back, so it can stand in a file that is shared where the text itself must not. It is no lock: who can guess the text
 * can confirm the guess.
 *
 * Two multiplicative hashes of 32 bits side by side, mixed at the end ("cyrb53" by bryc, public domain, without its
 * cut to 53 bits). Letters hold a few hundred sentences, so 64 bits leave no room for chance.
 */
export function fingerprint(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return hex(b) + hex(a);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}

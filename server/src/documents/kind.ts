/** What reading a document gave: its text, or one sentence that says why there is none and what to do. */
export type Reading = { text: string } | { problem: string };

/** Kinds of files that are no plain text and are told by their first bytes; `zip` holds Word's .docx. */
export type DocumentKind = 'pdf' | 'zip' | 'ole' | 'rtf';

const signatures: readonly [DocumentKind, readonly number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** The kind of a document by its first bytes; undefined for everything else, plain text among it. */
export function documentKind(bytes: Uint8Array): DocumentKind | undefined {
  return signatures.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))?.[0];
}

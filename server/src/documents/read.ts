import { documentKind, type Reading } from './kind.ts';
import type { DocumentLibraries } from './libraries.ts';

/**
 * Takes the text out of the bytes of a document.
 *
 * @returns undefined for a file of no kind that is known, plain text among them
 */
export async function readDocument(
  bytes: Uint8Array,
  libraries: DocumentLibraries,
): Promise<Reading | undefined> {
  switch (documentKind(bytes)) {
    case 'pdf':
      return (await libraries.pdf()).readPdf(bytes);
    case 'zip':
      return (await libraries.word()).readWord(bytes);
    case 'ole':
      return {
        problem:
          'This is a Word file of the old form (.doc) or one locked with a password; save it as .docx without a password and check that.',
      };
    case 'rtf':
      return { problem: 'This is a rich-text file (.rtf); save it as .docx or plain text and check that.' };
    default:
      return undefined;
  }
}

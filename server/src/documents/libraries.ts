/**
 * Readers and writers of documents, each a large library that is loaded when it is first needed. The build lays each
 * into a file of its own under `dist/documents/`, which Node and browsers load alike.
 */
export interface DocumentLibraries {
  pdf(): Promise<typeof import('./pdf.ts')>;
  word(): Promise<typeof import('./word.ts')>;
  wordWriter(): Promise<typeof import('./word-writer.ts')>;
}

/** The libraries as Node loads them. */
export const libraries: DocumentLibraries = {
  pdf: () => import('./pdf.ts'),
  word: () => import('./word.ts'),
  wordWriter: () => import('./word-writer.ts'),
};

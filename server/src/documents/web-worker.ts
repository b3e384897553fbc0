/** A worker that converts one document for the editor, where the extension runs in a browser. */
import { convert } from './convert.ts';
import type { DocumentLibraries } from './libraries.ts';
import type { Conversion } from './protocol.ts';

/** The worker's own scope, with the name under which a script of Node's format leaves what it exports. */
interface Scope extends DedicatedWorkerGlobalScope {
  module?: { exports: unknown };
}
const scope = self as unknown as Scope;

/** Loads the script of a library; a worker does one piece of work, so it never loads two. */
async function load<T>(folder: string, name: string): Promise<T> {
  const module = { exports: {} as unknown };
  scope.module = module;
  scope.importScripts(`${folder}${name}.js`);
  return module.exports as T;
}

scope.onmessage = async ({ data }: MessageEvent<{ work: Conversion; folder: string }>) => {
  const { work, folder } = data;
  const libraries: DocumentLibraries = {
    pdf: () => load(folder, 'pdf'),
    word: () => load(folder, 'word'),
    wordWriter: () => load(folder, 'word-writer'),
  };
  const converted = await convert(work, libraries);
  scope.postMessage({ converted });
};

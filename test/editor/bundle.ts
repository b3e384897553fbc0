/** Makes the in-editor suite loadable by an editor, and the folder of letters that it works on. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { CACHE, ROOT } from '../../scripts/lib.ts';
import { printPdf } from '../support/letter-pdf.ts';

/** The suite, as an extension of its own that is activated at start-up; its module also exports `run`. */
export const SUITE_FOLDER = join(CACHE, 'editor-suite');
/** The suite's bundle. */
export const SUITE_BUNDLE = join(SUITE_FOLDER, 'suite.js');

/** Bundles the suite into {@link SUITE_FOLDER}. */
export async function bundleSuite(): Promise<void> {
  await mkdir(SUITE_FOLDER, { recursive: true });
  await build({
    entryPoints: [join(ROOT, 'test/editor/suite/index.ts')],
    outfile: SUITE_BUNDLE,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const manifest = {
    name: 'editor-suite',
    publisher: 'imr-rationale',
    version: '0.0.1',
    engines: { vscode: '^1.91.0' },
    main: './suite.js',
    activationEvents: ['onStartupFinished'],
    extensionDependencies: ['imr-rationale.imr-rationale'],
  };
  await writeFile(join(SUITE_FOLDER, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(SUITE_FOLDER, '.vscodeignore'), '');
}

/** A fresh copy of the test letters, for tests that edit and save, and one as a PDF. Gives its path. */
export async function freshLetters(name: string): Promise<string> {
  const folder = join(CACHE, 'letters', name);
  await rm(folder, { recursive: true, force: true });
  await cp(join(ROOT, 'test/editor/fixtures'), folder, { recursive: true });
  const letter = await readFile(join(folder, 'slips.imr'), 'utf8');
  await writeFile(join(folder, 'received.pdf'), await printPdf(letter));
  return folder;
}

/** Editors from the npm registry, in the versions that a folder with a package-lock.json pins; they are kept in .cache/. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE, capture, ROOT } from './lib.ts';

// Shrinkwraps of editors lack peer dependencies that nothing needs; without legacy-peer-deps npm calls them out of date.
const NPM_CI = [
  'ci',
  '--omit=dev',
  '--ignore-scripts',
  '--legacy-peer-deps',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

/**
 * Installs what `scripts/NAME/` pins into `.cache/NAME/`, unless it is there already.
 * @param complete further work in that folder, with npm; the installation counts as done after it
 * @throws Error with npm's words
 */
export async function installPinned(
  name: string,
  title: string,
  complete: (home: string, npmCi: (folder: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const pins = join(ROOT, 'scripts', name);
  const home = join(CACHE, name);
  const lock = await readFile(join(pins, 'package-lock.json'), 'utf8');
  const stamp = join(home, 'installed-lock.json');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === lock) return;

  console.log(`Installing ${title} into .cache/ …`);
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  await cp(pins, home, { recursive: true });
  const npmCi = async (folder: string) => {
    const { code, output } = await capture('npm', NPM_CI, { cwd: folder });
    if (code !== 0) throw new Error(`${title} could not be installed (npm ci):\n${output}`);
  };
  await npmCi(home);
  await complete(home, npmCi);
  await writeFile(stamp, lock);
}

/**
 * Makes the package for the npm registry: the commands `imr` and `imr-language-server` with what they need. Everything
 * is bundled, so its manifest names no dependencies; and it is not private, as that of the repository is, so that
 * nobody publishes the repository by mistake.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { capture, ROOT } from './lib.ts';

/**
 * Lays the package out in a folder, made anew. Build first.
 * @returns paths of its files, seen from the folder
 */
export async function layOutNpmPackage(folder: string): Promise<string[]> {
  await rm(folder, { recursive: true, force: true });
  const files = (await npmFiles()).filter((path) => path !== 'package.json');
  for (const path of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(ROOT, path), join(folder, path));
  }
  const { name, version, description, keywords, license, bin } = JSON.parse(
    await readFile(join(ROOT, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;
  const manifest = {
    name,
    version,
    description,
    keywords,
    license,
    type: 'commonjs',
    bin,
    engines: { node: '>=20' },
  };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return [...files, 'package.json'];
}

/**
 * Packs a folder as npm would publish it.
 * @param to folder that takes the archive
 * @returns path of the archive
 */
export async function npmPack(folder: string, to: string): Promise<string> {
  const [{ filename }] = await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', to], folder);
  return join(to, filename);
}

/** What npm takes of this repository, by .npmignore. */
async function npmFiles(): Promise<string[]> {
  const [{ files }] = await npm(['pack', '--dry-run', '--json', '--ignore-scripts'], ROOT);
  return files.map(({ path }) => path);
}

async function npm(args: string[], cwd: string): Promise<[{ filename: string; files: { path: string }[] }]> {
  const { code, output } = await capture('npm', [...args, '--loglevel=error'], { cwd });
  if (code !== 0) throw new Error(`npm ${args[0]} failed:\n${output}`);
  return JSON.parse(output.slice(output.indexOf('['))) as [{ filename: string; files: { path: string }[] }];
}

/**
 * `npm run package`: builds, and makes what is published: the extension as imr-rationale.vsix, and the commands as
 * imr-rationale-VERSION.tgz. docs/publishing.md says what is done with them.
 */
import { join } from 'node:path';
import { CACHE, ROOT, run } from './lib.ts';
import { layOutNpmPackage, npmPack } from './npm-package.ts';
import { pack } from './vsix.ts';

const built = await run(process.execPath, ['scripts/build.ts']);
if (built !== 0) process.exit(built);
await pack(ROOT, join(ROOT, 'imr-rationale.vsix'));
const folder = join(CACHE, 'npm-package');
await layOutNpmPackage(folder);
console.log(`Packaged: ${await npmPack(folder, ROOT)}`);

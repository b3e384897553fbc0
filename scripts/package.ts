/** `npm run package`: builds, and packs the extension into imr-rationale.vsix. */
import { join } from 'node:path';
import { ROOT, run } from './lib.ts';
import { pack } from './vsix.ts';

const built = await run(process.execPath, ['scripts/build.ts']);
if (built !== 0) process.exit(built);
await pack(ROOT, join(ROOT, 'imr-rationale.vsix'));

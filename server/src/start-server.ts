/**
 * Starts the language server in Node: `start-server.js --compiled-in=FOLDER …`, the other arguments being those of
 * `server.js`. The extension starts it so; for other editors `server.js` is the program.
 */
// First: the engine refuses what was compiled when it was told otherwise.
import './node/engine.ts';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { runCompiled } from './node/compiled-script.ts';

const option = '--compiled-in=';
const folder = process.argv.find((argument) => argument.startsWith(option))?.slice(option.length);
const program = fileURLToPath(new URL('server.js', import.meta.url));
if (folder) runCompiled(program, folder);
else createRequire(import.meta.url)(program);

/**
 * `npm run test:desktop`: the in-editor suite in desktop VS Code. Takes the editor that `$VSCODE` names, or lets
 * @vscode/test-electron download one. On Linux without a screen: `xvfb-run -a npm run test:desktop`. Build first.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { CACHE, ROOT } from '../../scripts/lib.ts';
import { bundleSuite, freshLetters, SUITE_BUNDLE } from './bundle.ts';
import { type Result, report } from './suite/runner.ts';

const resultFile = join(CACHE, 'editor-suite.json');
await rm(resultFile, { force: true });
await bundleSuite();
const editor = process.env.VSCODE;
await runTests({
  ...(editor === undefined ? {} : { vscodeExecutablePath: editor }),
  extensionDevelopmentPath: ROOT,
  extensionTestsPath: SUITE_BUNDLE,
  extensionTestsEnv: { IMR_EDITOR_RESULT: resultFile },
  launchArgs: [await freshLetters('desktop'), '--disable-extensions', '--disable-workspace-trust'],
});
const { passed, failed } = report(JSON.parse(await readFile(resultFile, 'utf8')) as Result[]);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;

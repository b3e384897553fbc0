/** The in-editor suite's entry: the same for desktop VS Code and for VS Code's server build. */
import { writeFile } from 'node:fs/promises';
import { commands } from 'vscode';
import { activation } from './activation.ts';
import { commandTests } from './commands.ts';
import { documentTests } from './import.ts';
import { officeTests } from './office.ts';
import { packagedTests } from './packaged.ts';
import { placeTests } from './places.ts';
import { review } from './review.ts';
import { type Result, runTests, type Tests } from './runner.ts';

/** Environment variable with the path of the file that takes the results, as JSON. */
const RESULT_VARIABLE = 'IMR_EDITOR_RESULT';

const everywhere = {
  ...activation,
  ...review,
  ...commandTests,
  ...placeTests,
  ...documentTests,
  ...officeTests,
};

/** Called by @vscode/test-electron inside the extension host. */
export function run(): Promise<void> {
  return runAndReport(everywhere);
}

/** Called by VS Code when the suite is installed as an extension of its own, which is how the server build runs it. */
export function activate(): void {
  if (process.env[RESULT_VARIABLE] !== undefined) void runAndReport({ ...everywhere, ...packagedTests });
}

/** Results go to the file, so that both hosts report alike. */
async function runAndReport(tests: Tests): Promise<void> {
  const path = process.env[RESULT_VARIABLE];
  if (path === undefined) throw new Error(`${RESULT_VARIABLE} does not name a file`);
  // Where the suite does not end, this tells in which test.
  const results: Result[] = await runTests(tests, closeEditors, (name) => writeFile(path, name));
  await writeFile(path, JSON.stringify(results, null, 2));
}

async function closeEditors(): Promise<void> {
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await commands.executeCommand('workbench.action.closeAllEditors');
}

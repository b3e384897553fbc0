/**
 * `npm test`: builds, type-checks, lints, looks for unused code, and runs unit, rule, language-server and in-editor
 * tests. The last line is `N passed, N failed`; a static check that fails counts as one failure.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE, capture, run } from './lib.ts';

const UNIT_RESULT = join(CACHE, 'vitest.json');
const EDITOR_RESULT = join(CACHE, 'editor-tests.json');
const npx = (name: string) => join('node_modules', '.bin', name);

let passed = 0;
let failed = 0;

/** Static checks run beside each other; what they print is shown only when they fail. */
async function staticChecks(): Promise<void> {
  const checks: [string, string, string[]][] = [
    ['types', npx('tsc'), ['-p', 'tsconfig.json']],
    ['types in the browser', npx('tsc'), ['-p', 'tsconfig.web.json']],
    ['lint, format, layers', npx('biome'), ['ci', '--colors=off', '.']],
    ['unused code', npx('knip'), []],
    ['generated rule pages and settings', process.execPath, ['scripts/generate-docs.ts', '--check']],
    ['generated snippets', process.execPath, ['scripts/generate-snippets.ts', '--check']],
    ['generated grammar', process.execPath, ['scripts/generate-grammar.ts', '--check']],
    ['regular expressions are linear', process.execPath, ['scripts/check-regex.ts']],
  ];
  await Promise.all(
    checks.map(async ([name, command, args]) => {
      const { code, output } = await capture(command, args);
      console.log(code === 0 ? `✓ ${name}` : `✗ ${name}\n${output}`);
      if (code !== 0) failed++;
    }),
  );
}

/** Adds the counts of a suite that wrote its result; a suite that failed without one counts as one failure. */
async function suite(
  args: string[],
  result: string,
  counts: (json: never) => [number, number],
): Promise<void> {
  await rm(result, { force: true });
  const code = await run(process.execPath, args);
  const written = await readFile(result, 'utf8').catch(() => undefined);
  const [good, bad] = written === undefined ? [0, 0] : counts(JSON.parse(written) as never);
  passed += good;
  failed += code !== 0 && bad === 0 ? 1 : bad;
}

if ((await run(process.execPath, ['scripts/build.ts'])) === 0) {
  console.log('✓ build');
  await staticChecks();
  const vitest = 'node_modules/vitest/vitest.mjs';
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_RESULT}`];
  await suite([vitest, 'run', ...reporters], UNIT_RESULT, (json: Record<string, number>) => [
    json.numPassedTests ?? 0,
    json.numFailedTests ?? 0,
  ]);
  await suite(['test/editor/browser.ts', EDITOR_RESULT], EDITOR_RESULT, (json: Record<string, number>) => [
    json.passed ?? 0,
    json.failed ?? 0,
  ]);
} else {
  failed++;
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;

/**
 * The smallest test runner that works inside VS Code's extension host, where vitest cannot run: named functions, one
 * after the other, each with a limit of time.
 */

/** A test's name and body; it fails by throwing. */
export type Tests = Record<string, () => Promise<void>>;

/** What became of one test; `error` is there when it failed. */
export interface Result {
  name: string;
  milliseconds: number;
  error?: string;
}

const LIMIT_MS = 60_000;

/**
 * Runs every test in order, after each of them `cleanUp`. Never rejects.
 *
 * @param begins called with the name of each test before it runs
 */
export async function runTests(
  tests: Tests,
  cleanUp: () => Promise<void>,
  begins?: (name: string) => Promise<void>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [name, body] of Object.entries(tests)) {
    await begins?.(name);
    const started = Date.now();
    const result: Result = { name, milliseconds: 0 };
    try {
      await withLimit(body());
      await withLimit(cleanUp());
    } catch (error) {
      result.error = error instanceof Error ? (error.stack ?? error.message) : String(error);
      await withLimit(cleanUp()).catch(() => undefined);
    }
    result.milliseconds = Date.now() - started;
    results.push(result);
  }
  return results;
}

/** Prints results the way a person reads them, and gives their counts. */
export function report(results: readonly Result[]): { passed: number; failed: number } {
  for (const { name, milliseconds, error } of results) {
    console.log(`${error === undefined ? '  ✓' : '  ✗'} ${name} (${milliseconds} ms)`);
    if (error !== undefined) console.log(error.replace(/^/gm, '      '));
  }
  const failed = results.filter(({ error }) => error !== undefined).length;
  return { passed: results.length - failed, failed };
}

async function withLimit(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${LIMIT_MS / 1000} s`)), LIMIT_MS);
  });
  await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

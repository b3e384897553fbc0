import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { letter } from '../support/letter.ts';

/** The built command line. */
export const program = join(import.meta.dirname, '../../dist/imr.js');

/** A letter without slips. */
export const clean = letter();

/** A letter with one error, whose fix is certain. */
export const slip = letter({
  items: [
    {
      rationale:
        'There was no gain as defined in 9792.20(ef). Therefore, the request is not medically necessary.',
    },
  ],
});

/** The environment of the programs under test: nothing of the machine's own settings. */
export function environment(home: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    IMR_HOME: join(home, '.no-settings'),
    NO_COLOR: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
}

/** A folder for each test, in which the command line runs. */
export class Workplace {
  folder = '';

  constructor() {
    // Each test starts the program several times; on a busy machine that takes its time.
    vi.setConfig({ testTimeout: 120_000 });
    beforeEach(() => {
      if (!existsSync(program)) throw new Error('dist/imr.js is missing: run npm run build first.');
      this.folder = mkdtempSync(join(tmpdir(), 'imr-cli-'));
    });
    afterEach(() => {
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  /** Runs `imr` with arguments and waits for its end. */
  imr(args: string[], input?: string | Uint8Array) {
    return this.run(process.execPath, [program, ...args], input);
  }

  /** Runs any program in the folder and waits for its end. */
  run(command: string, args: string[], input?: string | Uint8Array, env?: NodeJS.ProcessEnv) {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: this.folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...environment(this.folder), ...env },
      ...(input === undefined ? {} : { input }),
    });
    return { status, stdout, stderr };
  }

  /** Writes a file and gives its path. */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  bytes(name: string): Buffer {
    return readFileSync(join(this.folder, name));
  }
}

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { letter } from '../support/letter.ts';
import { Editor, patient } from './client.ts';

const program = join(import.meta.dirname, '../../dist/start-server.js');
const uri = 'file:///letters/one.imr.txt';
const slip = letter({
  items: [
    {
      rationale:
        'His horse Zephyrine threw him. There was no functional improvement as defined in Section 9792.20(ef). Therefore, the request is not medically necessary.',
    },
  ],
});

// Each test starts servers of its own and waits until they have settled.
vi.setConfig({ testTimeout: 60_000 });

/** A server keeps what it has compiled three seconds after its start. */
const settled = 4500;

let folder: string;
let kept: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-start-'));
  kept = join(folder, 'compiled');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a server as the extension does, has it check a letter, and ends it. */
async function session(whileOpen: () => Promise<void>): Promise<void> {
  const editor = new Editor(undefined, [], [program, `--compiled-in=${kept}`]);
  try {
    await editor.start();
    await editor.open(uri, slip);
    expect((await editor.diagnostics(uri)).map(({ code }) => code)).toEqual(['subdivision-ef']);
    await whileOpen();
    // Whatever became of its files, it goes on.
    expect((await editor.diagnostics(uri)).map(({ code }) => code)).toEqual(['subdivision-ef']);
  } finally {
    await editor.stop();
  }
}

const appears = (): Promise<void> => vi.waitFor(() => expect(files()).toHaveLength(1), patient);
const settles = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, settled));

function files(): string[] {
  return readdirSync(kept)
    .filter((name) => name.endsWith('.compiled'))
    .map((name) => join(kept, name));
}

/** The one file that is kept, once there is one. */
function only(): string {
  const [path, ...others] = files();
  expect(others).toEqual([]);
  return path as string;
}

describe('the start of the server in Node', () => {
  it('keeps what was compiled, and the next start uses it', async () => {
    await session(appears);
    // Of the program, and of nothing that it read.
    expect(readFileSync(only(), 'latin1')).not.toContain('Zephyrine');
    const before = statSync(only());
    await session(settles);
    const after = statSync(only());
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  it('compiles anew where what was kept is cut off, or is not what the engine takes, and mends it', async () => {
    await session(appears);
    const path = only();
    const whole = readFileSync(path);
    const damaged = Buffer.from(whole.subarray(32));
    damaged.fill(0, 0, 64);
    const digest = createHash('sha256').update(damaged).digest();
    for (const bytes of [whole.subarray(0, 100_000), Buffer.alloc(0), Buffer.concat([digest, damaged])]) {
      writeFileSync(path, bytes);
      await session(() => vi.waitFor(() => expect(readFileSync(path).equals(bytes)).toBe(false), patient));
      expect(readFileSync(path).length).toBeGreaterThan(whole.length / 2);
    }
  });

  it('takes away what another version left', async () => {
    mkdirSync(kept);
    writeFileSync(join(kept, 'of-another-version.compiled'), 'old');
    await session(() => vi.waitFor(() => expect(only()).not.toMatch(/another/), patient));
  });

  it('goes on where nothing can be kept', async () => {
    kept = join(folder, 'file/compiled');
    writeFileSync(join(folder, 'file'), 'This is no folder.');
    await session(settles);
  });

  it('checks without a folder too', async () => {
    const editor = new Editor(undefined, [], [program]);
    await editor.start();
    await editor.open(uri, slip);
    expect(await editor.diagnostics(uri)).toHaveLength(1);
    await editor.stop();
  });
});

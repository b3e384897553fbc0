import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { letter } from '../support/letter.ts';
import { RawServer } from './raw-server.ts';

const program = join(import.meta.dirname, '../../dist/imr.js');
const slip = letter({
  items: [
    {
      rationale:
        'There was no gain as defined in 9792.20(ef). Therefore, the request is not medically necessary.',
    },
  ],
});
const limit = { timeout: 120_000 };

/**
 * Runs a command that can write 512 bytes of a file and no more: the system stops it in the middle, as a full disk
 * does. What it writes to a pipe is free.
 */
const shortOfSpace = ['sh', '-c', `trap '' XFSZ; ulimit -f 1; exec "$@"`, 'sh'];

let folder: string;

beforeEach(() => {
  if (!existsSync(program)) throw new Error('dist/imr.js is missing: run npm run build first.');
  folder = mkdtempSync(join(tmpdir(), 'imr-full-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(process.platform === 'win32')('space for half a file', limit, () => {
  it('leaves the letter that was to be fixed whole, with nothing beside it', () => {
    writeFileSync(join(folder, 'one.imr'), slip);
    const [command = '', ...args] = [...shortOfSpace, process.execPath, program, 'check', '--fix', 'one.imr'];
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stdout + stderr).not.toMatch(/internal error/);
    expect(readFileSync(join(folder, 'one.imr'), 'utf8')).toBe(slip);
    expect(readdirSync(folder)).toEqual(['one.imr']);
  });

  it('leaves no half of a Word file or a report, and a report that was there whole', () => {
    writeFileSync(join(folder, 'one.imr'), slip);
    writeFileSync(join(folder, 'old.html'), 'old');
    for (const task of [
      ['export', 'one.imr', '-o', 'one.docx'],
      ['report', 'one.imr', '-o', 'new.html'],
      ['report', 'one.imr', '-o', 'old.html'],
    ]) {
      const [command = '', ...args] = [...shortOfSpace, process.execPath, program, ...task];
      const { status, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
      expect(status).toBe(2);
      expect(stderr).toContain('could not be written: the disk is full.');
    }
    expect(readFileSync(join(folder, 'old.html'), 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['old.html', 'one.imr']);
  });

  it('leaves dismissals and dictionary as they were; the server says so and goes by them until it ends', async () => {
    const dismissals = `${JSON.stringify(
      {
        dismissed: Array.from({ length: 8 }, (_, i) => ({
          rule: 'misspelling',
          sentence: String(i).padStart(16, '0'),
          words: String(i).padStart(16, 'a'),
          letter: [String(i).padStart(16, 'b')],
          reason: 'A name.',
          date: '2026-11-01',
        })),
      },
      null,
      2,
    )}\n`;
    const words = `${Array.from({ length: 120 }, (_, i) => `word${String.fromCharCode(97 + (i % 26))}`).join('\n')}\n`;
    mkdirSync(join(folder, '.imr'));
    writeFileSync(join(folder, '.imr/dismissed.json'), dismissals);
    writeFileSync(join(folder, '.imr/dictionary.txt'), words);
    const uri = pathToFileURL(join(folder, 'one.imr.txt')).href;
    const server = new RawServer([], {}, shortOfSpace);
    await server.request('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'letters' }],
      capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
    });
    server.notify('initialized', {});
    server.open(uri, slip);
    expect(await server.codes(uri)).toContain('subdivision-ef');
    const { result } = await server.request('imr/findings', { uri });
    const key = (result as { key: string; rule: string }[]).find(
      ({ rule }) => rule === 'subdivision-ef',
    )?.key;
    await server.request('workspace/executeCommand', {
      command: 'imr.server.dismiss',
      arguments: [uri, key, 'Checked by hand.'],
    });
    await server.request('workspace/executeCommand', {
      command: 'imr.server.addWord',
      arguments: [uri, 'Zyxquandolino', 'workspace'],
    });
    expect(await server.codes(uri)).not.toContain('subdivision-ef');
    const said = server.messages.map(({ error, params }) => JSON.stringify(error ?? params ?? '')).join('\n');
    expect(said).toMatch(/dismissed\.json could not be written: the disk is full/);
    expect(said).toMatch(/dictionary\.txt could not be written: the disk is full/);
    expect(readFileSync(join(folder, '.imr/dismissed.json'), 'utf8')).toBe(dismissals);
    expect(readFileSync(join(folder, '.imr/dictionary.txt'), 'utf8')).toBe(words);
    expect(readdirSync(join(folder, '.imr')).sort()).toEqual(['dictionary.txt', 'dismissed.json']);
    server.kill();
  });
});

/** A file system of its own needs rights that some systems do not give; 512 bytes above try the same there. */
const ownDisk =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs tmpfs "$0"', tmpdir()]).status === 0;

describe.skipIf(!ownDisk)('a disk without any space', limit, () => {
  it('leaves the letter that was to be fixed whole, with nothing beside it', () => {
    const disk = join(folder, 'disk');
    const out = join(folder, 'out');
    mkdirSync(disk);
    mkdirSync(out);
    writeFileSync(join(folder, 'one.imr'), slip);
    const script = `
      mount -t tmpfs -o size=64k tmpfs "$1" && cp "$2/one.imr" "$1/" && cd "$1" || exit 9
      cat /dev/zero > fill 2> /dev/null
      "$4" "$5" check --fix one.imr > "$3/report" 2>&1
      echo $? > "$3/status"
      rm fill
      ls -A > "$3/names"
      cp one.imr "$3/one.imr"`;
    const args = ['-rm', 'sh', '-c', script, 'sh', disk, folder, out, process.execPath, program];
    expect(spawnSync('unshare', args).status).toBe(0);
    expect(readFileSync(join(out, 'status'), 'utf8')).toBe('2\n');
    expect(readFileSync(join(out, 'names'), 'utf8')).toBe('one.imr\n');
    expect(readFileSync(join(out, 'one.imr'), 'utf8')).toBe(slip);
  });
});

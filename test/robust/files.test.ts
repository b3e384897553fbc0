import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
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
const windows = process.platform === 'win32';

let folder: string;

beforeEach(() => {
  if (!existsSync(program)) throw new Error('dist/imr.js is missing: run npm run build first.');
  folder = mkdtempSync(join(tmpdir(), 'imr-files-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function imr(...args: string[]) {
  return run([process.execPath, program, ...args]);
}

function run([command = '', ...args]: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

/** Of root, for whom nothing is forbidden, the user "nobody"; of anyone else, oneself. */
const nobody = '65534';
const asUser =
  process.getuid?.() === 0 ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'] : [];
/** Permissions can be tried here: not on Windows, nor by root where it cannot become somebody else. */
const permissions =
  !windows &&
  spawnSync(asUser[0] ?? 'true', [...asUser.slice(1), process.execPath, '--version']).status === 0;

/** The command line by a user for whom permissions hold. */
function imrOfUser(...args: string[]) {
  return run([...asUser, process.execPath, program, ...args]);
}

/** Paths, seen from the folder, of the letters that a JSON report tells of. */
function reported(stdout: string): string[] {
  const files = JSON.parse(stdout) as { path: string; messages: { ruleId: string }[] }[];
  return files
    .filter(({ messages }) => messages.some(({ ruleId }) => ruleId === 'subdivision-ef'))
    .map(({ path }) => path.slice(folder.length + 1));
}

describe('names', limit, () => {
  const names = [
    'a b.imr',
    "it's.imr",
    '(copy) [1] {2}.imr',
    '100% #1 & $HOME ;ls.imr',
    'Müller–李.imr',
    '🩺.imr',
    '-dash.imr',
  ];
  if (!windows)
    names.push('a"b.imr', 'new\nline.imr', 'star*?.imr', 'back\\slash.imr', 'tab\t.imr', '\u001b[31mred.imr');

  it('with any characters are found in a folder', () => {
    for (const name of names) writeFileSync(join(folder, name), slip);
    const { status, stdout } = imr('check', '--reporter', 'json', '.');
    expect(status).toBe(1);
    expect(reported(stdout).sort()).toEqual([...names].sort());
  });

  it.each(names.filter((name) => !name.startsWith('-')))('%j is checked when it is named', (name) => {
    writeFileSync(join(folder, name), slip);
    const { stdout } = imr('check', '--reporter', 'json', name);
    expect(reported(stdout)).toEqual([name]);
  });

  it('a leading dash is taken for an option unless -- or ./ stands before it', () => {
    writeFileSync(join(folder, '-dash.imr'), slip);
    expect(imr('check', '-dash.imr').status).toBe(2);
    expect(reported(imr('check', '--reporter', 'json', '--', '-dash.imr').stdout)).toEqual(['-dash.imr']);
    expect(reported(imr('check', '--reporter', 'json', './-dash.imr').stdout)).toEqual(['-dash.imr']);
  });
});

describe('files that are not what they seem', limit, () => {
  it('links in a folder are left out, wherever they lead', () => {
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'sub/good.imr'), slip);
    symlinkSync(join(folder, 'nowhere'), join(folder, 'broken.imr'));
    symlinkSync('self.imr', join(folder, 'self.imr'));
    symlinkSync(join(folder, 'sub'), join(folder, 'folder.imr'));
    symlinkSync('..', join(folder, 'sub/up'));
    symlinkSync('/dev/zero', join(folder, 'endless.imr'));
    const { status, stdout } = imr('check', '--reporter', 'json', '.');
    expect(status).toBe(1);
    expect(reported(stdout)).toEqual([join('sub', 'good.imr')]);
  });

  it.skipIf(windows)(
    'a link that is named is spoken of where it leads to no letter; others are checked',
    () => {
      writeFileSync(join(folder, 'good.imr'), slip);
      symlinkSync(join(folder, 'good.imr'), join(folder, 'link.imr'));
      symlinkSync('self.imr', join(folder, 'self.imr'));
      symlinkSync('/dev/zero', join(folder, 'endless.imr'));
      const { status, stdout, stderr } = imr(
        'check',
        '--reporter',
        'json',
        'self.imr',
        'endless.imr',
        'link.imr',
      );
      expect(status).toBe(2);
      expect(reported(stdout)).toEqual(['link.imr']);
      expect(stderr).toMatch(/self\.imr: There is no such file/);
      expect(stdout).toMatch(/This is a device, not a file/);
    },
  );

  it('a folder named like a letter is a folder', () => {
    mkdirSync(join(folder, 'old.imr'));
    writeFileSync(join(folder, 'old.imr/one.imr'), slip);
    expect(reported(imr('check', '--reporter', 'json').stdout)).toEqual([join('old.imr', 'one.imr')]);
  });

  it.skipIf(!permissions)(
    'what may not be read does not hide the others, and is spoken of when it is named',
    () => {
      chmodSync(folder, 0o755);
      mkdirSync(join(folder, 'locked'));
      chmodSync(join(folder, 'locked'), 0);
      writeFileSync(join(folder, 'secret.imr'), slip, { mode: 0o600 });
      chmodSync(join(folder, 'secret.imr'), 0);
      writeFileSync(join(folder, 'good.imr'), slip);
      const { status, stdout } = imrOfUser('check', '--reporter', 'json', '.');
      const named = imrOfUser('check', 'secret.imr');
      chmodSync(join(folder, 'locked'), 0o755);
      expect(reported(stdout)).toEqual(['good.imr']);
      expect(status).toBe(2);
      expect(named.status).toBe(2);
      expect(named.stdout + named.stderr).toContain('No permission to read the file.');
    },
  );

  it.each<[string, Uint8Array, boolean]>([
    ['UTF-16 LE', Buffer.from(`\ufeff${slip}`, 'utf16le'), true],
    ['UTF-16 BE', Buffer.from(`\ufeff${slip}`, 'utf16le').swap16(), true],
    [
      'UTF-16 of an odd length',
      Buffer.concat([Buffer.from(`\ufeff${slip}`, 'utf16le'), Buffer.from('x')]),
      true,
    ],
    ['Latin-1', Buffer.from(slip.replace('There was', 'Señor Müller. There was'), 'latin1'), true],
    ['a NUL byte far inside', Buffer.from(`${slip}${' '.repeat(9000)}\0`), true],
    ['a NUL byte near the start', Buffer.from(`\0${slip}`), false],
    ['UTF-16 without a mark', Buffer.from(slip, 'utf16le'), false],
  ])('%s is checked or refused with a reason', (_, bytes, checked) => {
    writeFileSync(join(folder, 'one.imr'), bytes);
    const { status, stdout } = imr('check', '--reporter', 'json', 'one.imr');
    expect(reported(stdout)).toEqual(checked ? ['one.imr'] : []);
    expect(status).toBe(checked ? 1 : 2);
  });
});

describe('fixing', limit, () => {
  it.each<[string, BufferEncoding, string]>([
    ['UTF-8 with mark and all line ends', 'utf8', `\ufeff${slip.replaceAll('\n', '\r\n')}\rlast\u2028🩺`],
    ['UTF-16', 'utf16le', `\ufeff${slip}`],
    ['Latin-1', 'latin1', slip.replace('There was', 'Señor. There was')],
  ])('leaves every other byte of %s as it was', (_, encoding, text) => {
    const path = join(folder, 'one.imr');
    writeFileSync(path, Buffer.from(text, encoding));
    imr('check', '--fix', 'one.imr');
    expect(readFileSync(path)).toEqual(Buffer.from(text.replace('20(ef)', '20(e)'), encoding));
    expect(readdirSync(folder)).toEqual(['one.imr']);
  });

  it('does not write a file that would not come back byte for byte', () => {
    const path = join(folder, 'one.imr');
    // Half a surrogate pair has no text.
    const bytes = Buffer.from(`\ufeff${slip}\ud83e`, 'utf16le');
    writeFileSync(path, bytes);
    expect(imr('check', '--fix', 'one.imr').status).toBe(2);
    expect(readFileSync(path)).toEqual(bytes);
  });

  it.skipIf(!permissions)('leaves a file in a folder without permission whole', () => {
    const path = join(folder, 'one.imr');
    writeFileSync(path, slip);
    chmodSync(folder, 0o555);
    const { status } = imrOfUser('check', '--fix', 'one.imr');
    chmodSync(folder, 0o755);
    expect(status).toBe(2);
    expect(readFileSync(path, 'utf8')).toBe(slip);
    expect(readdirSync(folder)).toEqual(['one.imr']);
  });
});

describe('many files', limit, () => {
  it('twenty thousand are checked in order, while others come and go', async () => {
    const count = 20_000;
    for (let i = 0; i < count; i++) {
      // Letters at both ends; notes, which are no letters, between them.
      const isLetter = i < 150 || i >= count - 150;
      writeFileSync(join(folder, `${String(i).padStart(5, '0')}.txt`), isLetter ? slip : 'Call the office.');
    }
    const child = spawn(
      process.execPath,
      ['--max-old-space-size=256', program, 'check', '--reporter', 'json', '.'],
      {
        cwd: folder,
      },
    );
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    for (let i = 5000; i < 5200; i++) rmSync(join(folder, `0${i}.txt`));
    for (let i = 0; i < 50; i++) writeFileSync(join(folder, `x${i}.txt`), 'new');
    expect(await ended).toBe(1);
    const wanted = [
      ...Array.from({ length: 150 }, (_, i) => i),
      ...Array.from({ length: 150 }, (_, i) => count - 150 + i),
    ];
    expect(reported(stdout)).toEqual(wanted.map((i) => `${String(i).padStart(5, '0')}.txt`));
  });
});

describe('the folder .imr', limit, () => {
  const config = (name: string, text: string | Uint8Array): void => {
    mkdirSync(join(folder, '.imr'), { recursive: true });
    writeFileSync(join(folder, '.imr', name), text);
  };

  it.each<[string, string | Uint8Array]>([
    ['half a JSON text', '{"dismissed": ['],
    ['a list', '[]'],
    ['entries of the wrong kind', '{"dismissed": [null, 7, {"rule": 5}], "__proto__": {"rule": "x"}}'],
    ['binary', Uint8Array.from([0, 1, 2, 255])],
  ])('dismissals of %s hide no finding', (_, text) => {
    writeFileSync(join(folder, 'one.imr'), slip);
    config('dismissed.json', text);
    const { stdout, stderr } = imr('check', '--reporter', 'json', '.');
    expect(stderr).not.toMatch(/internal error/);
    expect(reported(stdout)).toEqual(['one.imr']);
  });

  it.skipIf(windows)(
    'links to a device that never ends, and pipes that nobody writes to, are not waited for',
    () => {
      writeFileSync(join(folder, 'one.imr'), slip);
      mkdirSync(join(folder, '.imr'));
      symlinkSync('/dev/zero', join(folder, '.imr/dictionary.txt'));
      symlinkSync('/dev/zero', join(folder, '.imr/config.json'));
      spawnSync('sh', ['-c', 'mkfifo "$0"', join(folder, '.imr/dismissed.json')]);
      const { stdout, stderr } = imr('check', '--reporter', 'json', '.');
      expect(stderr).not.toMatch(/internal error/);
      expect(reported(stdout)).toEqual(['one.imr']);
    },
  );

  it('a word list that is not UTF-8 is not written back with characters lost', async () => {
    const list = Buffer.from('Müller\nSeñora\n', 'latin1');
    config('dictionary.txt', list);
    const letterUri = pathToFileURL(join(folder, 'one.imr.txt')).href;
    const server = new RawServer();
    await server.request('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'letters' }],
      capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
    });
    server.notify('initialized', {});
    server.open(letterUri, slip);
    await server.request('workspace/executeCommand', {
      command: 'imr.server.addWord',
      arguments: [letterUri, 'Zyxquandolino', 'workspace'],
    });
    server.kill();
    const said = server.messages.map(({ error, params }) => JSON.stringify(error ?? params ?? '')).join('\n');
    expect(said).toContain('dictionary.txt is not written in UTF-8');
    expect(readFileSync(join(folder, '.imr/dictionary.txt'))).toEqual(list);
  });

  it('lists of any bytes, and folders in place of files, stop nothing', () => {
    writeFileSync(join(folder, 'one.imr'), slip);
    config(
      'dictionary.txt',
      Uint8Array.from({ length: 4096 }, (_, i) => i % 256),
    );
    mkdirSync(join(folder, '.imr/dismissed.json'));
    const { stdout, stderr } = imr('check', '--reporter', 'json', '.');
    expect(stderr).not.toMatch(/internal error/);
    expect(reported(stdout)).toEqual(['one.imr']);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { letter } from '../support/letter.ts';
import { clean, environment, program, slip, Workplace } from './program.ts';

const place = new Workplace();
/** A letter with warnings and no error. */
const warned = letter({ header: { 'UR Denial Date': '11/23/2016' } });

describe('levels', () => {
  it('--rule turns a rule off or down', () => {
    place.write('one.imr', slip);
    expect(place.imr(['check', '--rule', 'subdivision-ef=off', '.']).stdout).not.toContain('subdivision-ef');
    const { status, stdout } = place.imr(['check', '--no-words', '--rule', 'subdivision-ef=info', '.']);
    expect(stdout).toMatch(/info .*subdivision-ef/);
    expect(status).toBe(0);
  });

  it('--no-words leaves out spelling', () => {
    place.write('one.imr', clean.replace('functional gain', 'functionel gain'));
    expect(place.imr(['check', '.']).stdout).toContain('misspelling');
    expect(place.imr(['check', '--no-words', '.']).stdout).not.toContain('misspelling');
  });

  it('--quiet reports errors only; warnings then do not count', () => {
    place.write('one.imr', warned);
    expect(place.imr(['check', '.'])).toMatchObject({ status: 1 });
    expect(place.imr(['check', '--quiet', '.'])).toMatchObject({
      status: 0,
      stdout: '1 letter checked, nothing found\n',
    });
    place.write('two.imr', slip);
    expect(place.imr(['check', '-q', '.']).status).toBe(1);
  });

  it('--max-warnings allows as many, and no error', () => {
    place.write('one.imr', warned);
    const warnings = place.imr(['check', '.']).stdout.match(/ warning {2}/g)?.length ?? 0;
    expect(warnings).toBeGreaterThan(0);
    expect(place.imr(['check', '--max-warnings', String(warnings), '.']).status).toBe(0);
    expect(place.imr(['check', '--max-warnings', String(warnings - 1), '.']).status).toBe(1);
    place.write('two.imr', slip);
    expect(place.imr(['check', '--max-warnings', '99', '.']).status).toBe(1);
  });
});

describe('--baseline', () => {
  it('reports only what is new, wherever lines have moved', () => {
    place.write('in/one.imr', slip);
    expect(place.imr(['check', '--baseline', 'known.json', '--update-baseline', 'in'])).toMatchObject({
      status: 0,
    });
    expect(place.read('known.json')).not.toContain('9792');
    place.write('in/one.imr', `\n\n${slip}`);
    expect(place.imr(['check', '--baseline', 'known.json', 'in'])).toMatchObject({ status: 0 });
    place.write('in/two.imr', slip);
    const { status, stdout } = place.imr(['check', '--baseline', 'known.json', 'in']);
    expect(status).toBe(1);
    expect(stdout).toContain('two.imr');
    expect(stdout).not.toContain('one.imr');
  });

  it('tells a second slip of the same kind from the known one', () => {
    place.write('one.imr', slip);
    place.imr(['check', '--baseline', 'known.json', '--update-baseline', '.']);
    place.write('one.imr', slip.replace('There was no gain', 'It follows 9792.20(ef). There was no gain'));
    expect(place.imr(['check', '--no-words', '--baseline', 'known.json', '.']).stdout).toContain('1 error');
  });

  it('says what to do where there is none, and does not take any file for one', () => {
    place.write('one.imr', slip);
    expect(place.imr(['check', '--baseline', 'no.json', '.']).stderr).toContain(
      'make it with --update-baseline',
    );
    place.write('wrong.json', '[]');
    const { status, stderr } = place.imr(['check', '--baseline', 'wrong.json', '--update-baseline', '.']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('is no baseline')]);
    expect(place.read('wrong.json')).toBe('[]');
  });
});

describe('--changed', () => {
  const git = (...args: string[]) =>
    place.run('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args]);

  it('checks what git sees as changed, staged, renamed or new', () => {
    git('init', '-q');
    for (const name of ['same', 'edited', 'old name'])
      place.write(`in/${name}.imr`, clean.replace('Baclofen', name));
    git('add', '.');
    git('commit', '-qm', 'letters');
    expect(place.imr(['check', '--changed'])).toMatchObject({
      status: 0,
      stderr: 'imr: no letter has changed.\n',
    });
    place.write('in/edited.imr', slip);
    place.write('in/new ö.imr', slip);
    git('mv', 'in/old name.imr', 'in/renamed.imr');
    const { stdout } = place.imr(['check', '--changed', '--reporter', 'json', '.']);
    const names = JSON.parse(stdout).map(({ path }: { path: string }) =>
      path.slice(path.lastIndexOf('/') + 1),
    );
    expect(names).toEqual(['edited.imr', 'new ö.imr', 'renamed.imr']);
  });

  it('with --since checks what was committed since, too', () => {
    git('init', '-q', '-b', 'main');
    for (const name of ['same', 'edited', 'gone', 'later']) place.write(`in/${name}.imr`, `${clean}${name}`);
    git('add', '.');
    git('commit', '-qm', 'letters');
    git('checkout', '-qb', 'work');
    place.write('in/edited.imr', slip);
    git('rm', '-q', 'in/gone.imr');
    git('commit', '-qam', 'edit');
    git('checkout', '-q', 'main');
    place.write('in/later.imr', slip);
    git('commit', '-qam', 'on the other branch');
    git('checkout', '-q', 'work');
    place.write('in/new.imr', slip);
    const { stdout } = place.imr(['check', '--since', 'main', '--reporter', 'json', '.']);
    const names = JSON.parse(stdout).map(({ path }: { path: string }) =>
      path.slice(path.lastIndexOf('/') + 1),
    );
    expect(names).toEqual(['edited.imr', 'new.imr']);
    for (const ref of ['no-such-branch', '--output=x'])
      expect(place.imr(['check', `--since=${ref}`, '.'])).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('git knows no commit'),
      });
  });

  it('says that it needs a repository', () => {
    place.write('one.imr', slip);
    const { status, stderr } = place.run(process.execPath, [program, 'check', '--changed'], undefined, {
      GIT_CEILING_DIRECTORIES: join(place.folder, '..'),
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('works in a git repository only')]);
  });
});

it('--watch checks again after a change, and ends when asked', async () => {
  place.write('one.imr', clean);
  const child = spawn(process.execPath, [program, 'check', '--watch', '.'], {
    cwd: place.folder,
    env: environment(place.folder),
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const until = async (met: () => boolean): Promise<void> => {
    while (!met()) await new Promise((resolve) => setTimeout(resolve, 25));
  };
  try {
    await until(() => err.includes('watching'));
    expect(out).toContain('nothing found');
    writeFileSync(join(place.folder, 'one.imr'), slip);
    await until(() => out.includes('subdivision-ef'));
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  } finally {
    child.kill('SIGKILL');
  }
});

describe('many files', () => {
  it('gives the same report from several threads, in the same order', () => {
    for (let i = 0; i < 60; i++)
      place.write(`in/${String(i).padStart(3, '0')}.imr`, i % 7 === 0 ? slip : clean);
    place.write('in/.imr/config.json', '{ "rules": { "no-such": "off" } }');
    const one = place.imr(['check', '--jobs', '1', 'in']);
    expect(one.stdout.match(/^in\/\S+\.imr$/gm)).toHaveLength(9);
    expect(place.imr(['check', '--jobs', '3', 'in'])).toEqual(one);
  });

  it.skipIf(process.platform !== 'linux')('shows on a terminal how far it is, and clears that line', () => {
    for (let i = 0; i < 60; i++) place.write(`in/${i}.imr`, clean);
    const command = `'${process.execPath}' '${program}' check --no-words in`;
    const { stdout } = place.run('script', ['-qefc', command, '/dev/null']);
    expect(stdout).toMatch(/\d+ of 60 files checked/);
    expect(stdout).toContain('\r\u001b[K');
    expect(place.imr(['check', 'in']).stderr).toBe('');
  });
});

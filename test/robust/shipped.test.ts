import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../scripts/lock.ts';

const root = join(import.meta.dirname, '../..');

describe('the bill of materials', () => {
  const { components } = JSON.parse(readFileSync(join(root, 'dist/sbom.json'), 'utf8')) as {
    components: { name: string; version: string; licenses?: object[]; hashes?: { content: string }[] }[];
  };

  it('lists every package that the product takes, as it is installed', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const name of Object.keys(manifest.dependencies)) {
      const path = join(root, 'node_modules', name, 'package.json');
      const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
      expect(components).toContainEqual(expect.objectContaining({ name, version }));
    }
  });

  it('gives licence and checksum of each', () => {
    expect(components.length).toBeGreaterThan(20);
    for (const { name, licenses, hashes } of components) {
      expect(licenses, name).toHaveLength(1);
      expect(hashes?.[0]?.content, name).toMatch(/^[0-9a-f]{128}$/);
    }
  });

  it('goes into the extension package, beside what it says of security; no source does', () => {
    const named = readFileSync(join(root, '.vscodeignore'), 'utf8').split('\n');
    expect(named).toContain('**');
    expect(named).toEqual(expect.arrayContaining(['!dist/sbom.json', '!SECURITY.md']));
    expect(named.filter((line) => /^!.*(?:\.ts|\.map|node_modules)/.test(line))).toEqual([]);
  });
});

describe('builds at the same time', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'imr-lock-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('wait for each other', async () => {
    const lock = join(folder, 'sub/lock');
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await pause(150);
      order.push(`${name} ends`);
    };
    await Promise.all([withLock(lock, work('one')), withLock(lock, work('two'))]);
    const first = order[0]?.startsWith('one') ? 'one' : 'two';
    const second = first === 'one' ? 'two' : 'one';
    expect(order).toEqual([`${first} begins`, `${first} ends`, `${second} begins`, `${second} ends`]);
  });

  it('take over the lock of one that was killed, and leave none where their work fails', async () => {
    const lock = join(folder, 'lock');
    // Larger than any process number of Linux, macOS and Windows.
    writeFileSync(lock, '4294967295');
    await expect(withLock(lock, () => Promise.reject(new Error('no space')))).rejects.toThrow('no space');
    expect(await withLock(lock, () => Promise.resolve(7))).toBe(7);
  });
});

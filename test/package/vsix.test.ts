import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack } from '../../scripts/vsix.ts';
import { listZip } from '../../server/src/documents/zip.ts';

const root = join(import.meta.dirname, '../..');
const place = mkdtempSync(join(tmpdir(), 'imr-vsix-'));
const archive = join(place, 'imr-rationale.vsix');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
let contents: string[] = [];

beforeAll(async () => {
  await pack(root, archive);
  contents = (listZip(readFileSync(archive)) ?? [])
    .map(({ name }) => name.replace(/^extension\//, ''))
    .sort();
}, 120_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Every file that the manifest names. */
function namedFiles(value: unknown): string[] {
  if (typeof value === 'string')
    return /^(?:\.\/)?[\w-]+\/[\w./-]+\.\w+$/.test(value) ? [value.replace('./', '')] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namedFiles) : [];
}

describe('the extension package', () => {
  it('holds these files and nothing else', () => {
    const rules = readdirSync(join(root, 'docs/rules')).map((name) => `docs/rules/${name}`);
    const { main, browser, icon, contributes } = manifest;
    const named = namedFiles({ main, browser, icon, contributes });
    const others = [
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'package.json',
      'readme.md',
      'changelog.md',
      'LICENSE.txt',
      'SECURITY.md',
      'client/media/timeline.css',
      'dist/server.js',
      'dist/start-server.js',
      'dist/words.bin',
      'dist/sbom.json',
      'dist/webview/timeline.js',
      'dist/documents/node-worker.js',
      'dist/documents/web-worker.js',
      'dist/documents/pdf.js',
      'dist/documents/word.js',
      'dist/documents/word-writer.js',
    ];
    expect(contents).toEqual([...new Set([...named, ...rules, ...others])].sort());
  });

  it('has at most 1.5 MB without the libraries of documents, and 4 MB with them', () => {
    const { size } = statSync(archive);
    expect(size).toBeLessThanOrEqual(4e6);
    const libraries = (listZip(readFileSync(archive)) ?? [])
      .filter(({ name }) => /dist\/documents\/(?:pdf|word|word-writer)\.js$/.test(name))
      .reduce((sum, { packed }) => sum + packed, 0);
    expect(libraries).toBeGreaterThan(0);
    expect(size - libraries).toBeLessThanOrEqual(1.5e6);
  });

  it('shows itself in a gallery: icon, banner, categories, keywords; every picture of the README is in it', () => {
    const { icon, galleryBanner, categories, keywords } = manifest;
    const png = readFileSync(join(root, icon));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([256, 256]);
    expect(galleryBanner).toMatchObject({ color: expect.stringMatching(/^#/), theme: expect.any(String) });
    expect(categories.length).toBeGreaterThan(0);
    expect(keywords.length).toBeGreaterThan(0);
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)|srcset="([^"]+)"|<img [^>]*src="([^"]+)"/g)];
    expect(pictures.length).toBeGreaterThan(1);
    for (const [, a, b, c] of pictures) expect(contents).toContain(a ?? b ?? c);
  });
});

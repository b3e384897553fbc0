import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longLetter } from '../../bench/generate.ts';
import type { Finding } from '../../server/src/language/finding.ts';
import { findingsHold, treeHolds } from '../fuzz/invariants.ts';
import { fullChecker } from '../support/full-checker.ts';
import { adversarial } from './adversarial.ts';
import { RawServer } from './raw-server.ts';

const limit = { timeout: 120_000 };
const checker = fullChecker();

/** Whether a text was checked as a whole, or one information message says that it was not. */
function checkedOrTold(findings: readonly Finding[], beyond: boolean): boolean {
  if (!beyond) return findings.every(({ rule }) => rule !== 'letter-too-long');
  const [only, ...more] = findings;
  return only?.rule === 'letter-too-long' && only.severity === 'information' && more.length === 0;
}

describe('texts made to keep a checker busy', limit, () => {
  it.each(Object.entries(adversarial))(
    '%s: a megabyte is checked, or one message says why not',
    (_, make) => {
      const text = make(1_000_000);
      const { tree, findings } = checker.check(text);
      treeHolds(text, tree);
      findingsHold(text, findings);
      expect(checkedOrTold(findings, tree.beyond !== undefined)).toBe(true);
    },
  );

  it.each([
    'one line',
    'dates in paragraphs',
    'deep brackets',
    'no full stop',
    'short lines',
    'what is no text',
  ])('%s: ten megabytes are told to be too long', (name) => {
    const text = adversarial[name]?.(10_000_000) ?? '';
    const { tree, findings } = checker.check(text);
    expect(tree.beyond?.limit).toBe('letter');
    expect(checkedOrTold(findings, true)).toBe(true);
  });
});

describe('a letter of a megabyte with hundreds of items', limit, () => {
  const text = longLetter(1_000_000);
  const uri = 'file:///letters/long.imr.txt';
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'imr-long-'));
    writeFileSync(join(folder, 'long.imr.txt'), text);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is read as what it is', () => {
    expect(checker.check(text).tree.beyond).toBeUndefined();
    expect(text.match(/: (?:Upheld|Overturned)$/gm)?.length).toBeGreaterThan(200);
  });

  it('gets the same findings from the command line', () => {
    const program = join(import.meta.dirname, '../../dist/imr.js');
    const { status, stdout } = spawnSync(process.execPath, [program, 'check', '--reporter', 'json', '.'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const [file] = JSON.parse(stdout) as [{ messages: { ruleId: string }[] }];
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(
      checker.check(text).findings.map(({ rule }) => rule),
    );
    expect(status).toBe(1);
  });

  it('is edited over the protocol, and its findings are those of a full check', async () => {
    const server = new RawServer();
    await server.initialize({ textDocument: { diagnostic: {} } });
    server.open(uri, text);
    let now = text;
    for (let version = 2; version < 8; version++) {
      const line = version * 1000;
      server.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [
          {
            range: { start: { line, character: 0 }, end: { line, character: 0 } },
            text: 'See 9792.20(ef). ',
          },
        ],
      });
      const lines = now.split('\n');
      lines[line] = `See 9792.20(ef). ${lines[line]}`;
      now = lines.join('\n');
      server.notify('textDocument/didSave', { textDocument: { uri } });
    }
    // Findings of words come with the dictionary, whenever that is read.
    const count = (codes: readonly unknown[]): number =>
      codes.filter((code) => code === 'subdivision-ef').length;
    expect(count(await server.codes(uri))).toBe(count(checker.check(now).findings.map(({ rule }) => rule)));
    server.kill();
  });
});

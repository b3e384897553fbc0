import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clean, slip, Workplace } from './program.ts';

const place = new Workplace();
const imr = place.imr.bind(place);
const write = place.write.bind(place);

describe('exit codes', () => {
  it('0 for a clean letter', () => {
    write('one.imr.txt', clean);
    expect(imr(['check'])).toMatchObject({ status: 0, stdout: '1 letter checked, nothing found\n' });
  });

  it('1 for findings, printed with line, column, rule and count', () => {
    write('one.imr.txt', slip);
    const { status, stdout } = imr(['check', 'one.imr.txt']);
    expect(status).toBe(1);
    const line = slip.slice(0, slip.indexOf('9792')).split('\n').length;
    expect(stdout).toMatch(
      new RegExp(`^one\\.imr\\.txt\\n +${line}:\\d+ +error +9792\\.20 has no subdivision \\(ef\\)`),
    );
    expect(stdout).toContain('1 letter checked: 1 error');
  });

  it.each([
    [['check', 'nowhere.txt'], /nowhere\.txt: There is no such file or folder/],
    [['check', '*.nothing'], /No file matches this pattern/],
    [['check'], /no letters found/],
    [['check', '--reporter', 'xml', '.'], /no reporter "xml"/],
    [['check', '--loud'], /--loud/],
    [['check', '--fix', '--fix-dry-run'], /not both/],
    [['check', '--max-warnings', 'few'], /whole number/],
    [['check', '--rule', 'no-such-rule=off'], /no rule "no-such-rule"/],
    [['check', '--rule', 'misspelling=loud'], /takes off, /],
    [['check', '--update-baseline'], /needs --baseline/],
    [['check', '--baseline', 'none.json', 'package.json'], /no such file/],
    [['import'], /takes PDF or Word/],
    [['export'], /takes letters/],
    [['report'], /takes letters or folders/],
    [['chek'], /no command "chek"/],
    [['explain', 'no-such-rule'], /no rule "no-such-rule"/],
    [['tree'], /takes one file/],
  ])('2 with a sentence that says what to do: %j', (args, message) => {
    const { status, stderr } = imr(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('which files', () => {
  it('takes letters by name and other text files by content, and leaves the rest', () => {
    write('a.imr', slip);
    write('b.imr.txt', slip);
    write('c.txt', slip);
    write('notes.txt', 'Call the office about the RFA.');
    write('d.log', slip);
    const { stdout } = imr(['check', '.']);
    expect(stdout.match(/^\S+\.(?:imr|txt|log)$/gm)).toEqual(['a.imr', 'b.imr.txt', 'c.txt']);
  });

  it('checks a named file whatever its name', () => {
    write('d.log', slip);
    expect(imr(['check', 'd.log']).stdout).toContain('subdivision-ef');
  });

  it('takes globs and does not check a file twice', () => {
    write('sub/a.imr', slip);
    expect(imr(['check', 'sub/a.imr', '**/*.imr', 'sub']).stdout).toContain('1 letter checked: 1 error');
  });

  it('reads standard input', () => {
    const { status, stdout } = imr(['check', '-'], slip);
    expect(status).toBe(1);
    expect(stdout).toContain('<stdin>');
  });

  it('does not follow links in a circle', () => {
    write('a.imr', clean);
    symlinkSync(place.folder, join(place.folder, 'loop'));
    expect(imr(['check', '.'])).toMatchObject({ status: 0 });
  });
});

describe('encodings and files that are no text', () => {
  it.each([
    ['UTF-8 with byte order mark', new TextEncoder().encode(`\ufeff${slip}`)],
    ['UTF-16 LE', Buffer.from(`\ufeff${slip}`, 'utf16le')],
    ['Windows-1252', Buffer.from(slip.replace('There was', 'Smith\x92s note: There was'), 'latin1')],
  ])('reads %s', (_, bytes) => {
    write('one.imr', bytes);
    expect(imr(['check']).stdout).toContain('subdivision-ef');
  });

  it.each([
    ['a PDF', '%PDF-1.7\n...', /The PDF is damaged/],
    ['a Word file', 'PK\u0003\u0004word', /Word or ZIP file is damaged/],
    ['an old Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /old form \(\.doc\)/],
    ['rich text', '{\\rtf1 letter}', /rich-text file/],
    ['a binary file', 'a\u0000b', /binary file/],
  ])('says what to do with %s, and goes on with the others', (_, content, message) => {
    write('a.imr', content);
    write('b.imr', slip);
    const { status, stdout } = imr(['check']);
    expect(status).toBe(2);
    expect(stdout).toMatch(message);
    expect(stdout).toContain('subdivision-ef');
  });

  it.skipIf(process.getuid?.() === 0)('says when a file may not be read', () => {
    chmodSync(write('a.imr', slip), 0);
    expect(imr(['check']).stdout).toContain('No permission to read the file');
  });

  it('checks an empty file without a fault', () => {
    write('a.imr', '');
    expect(imr(['check']).status).toBe(0);
  });
});

it('reports JSON in the shape of vfile-reporter-json, with related places', () => {
  const path = write('one.imr', slip);
  const [file] = JSON.parse(imr(['check', '--reporter', 'json', '.']).stdout);
  expect(file).toMatchObject({ path, history: [path] });
  const message = file.messages.find(({ ruleId }: { ruleId: string }) => ruleId === 'subdivision-ef');
  expect(message).toMatchObject({ source: 'imr', fatal: true, expected: ['e'], related: [] });
  const { start, end } = message.place;
  expect(slip.slice(start.offset, end.offset)).toBe('9792.20(ef)');
  expect([message.line, message.column]).toEqual([start.line, start.column]);
});

it('prints the tree of a letter', () => {
  write('one.imr', slip);
  const tree = JSON.parse(imr(['tree', 'one.imr']).stdout);
  expect(tree).toMatchObject({ type: 'root', form: 'final-determination' });
  expect(tree.children.map(({ type }: { type: string }) => type)).toContain('header');
});

it('lists and explains the rules', () => {
  expect(imr(['rules']).stdout).toMatch(/^subdivision-ef +error/m);
  const { stdout } = imr(['explain', 'subdivision-ef']);
  expect(stdout).toContain('9792.20(ef)');
  expect(stdout).toContain('Source:');
});

it('prints help and version', () => {
  expect(imr(['--help'])).toMatchObject({ status: 0 });
  expect(imr(['--help']).stdout).toContain('Exit codes');
  expect(imr(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

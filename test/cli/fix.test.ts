import { chmodSync, readdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { letter } from '../support/letter.ts';
import { clean, slip, Workplace } from './program.ts';

const place = new Workplace();
const mended = slip.replace('9792.20(ef)', '9792.20(e)');

describe('imr check --fix', () => {
  it('writes certain fixes and reports what is left', () => {
    place.write('one.imr', slip);
    const { status, stdout } = place.imr(['check', '--fix', '--no-words', '.']);
    expect(place.read('one.imr')).toBe(mended);
    expect(stdout).toMatch(/^ {2}fixed {2}\S/m);
    expect(stdout).toContain('(1 fixed)');
    expect(status).toBe(0);
    expect(readdirSync(place.folder)).toEqual(['one.imr']);
  });

  it('leaves alone what a reviewer must decide', () => {
    const undecided = letter({ header: { 'UR Denial Date': '11/23/2016' } });
    place.write('one.imr', undecided);
    expect(place.imr(['check', '--fix', '.']).status).toBe(1);
    expect(place.read('one.imr')).toBe(undecided);
  });

  it.each([
    [
      'UTF-8 with byte order mark and CRLF',
      (text: string) => Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`),
    ],
    ['UTF-16 LE', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 BE', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    [
      'Windows-1252 without final line end',
      (text: string) => Buffer.from(`${text.trimEnd()} \x93x\x94 \x81`, 'latin1'),
    ],
    [
      'mixed line ends and form feeds',
      (text: string) => Buffer.from(text.replace('\n', '\r').replace('\n\n', '\r\n\f\n')),
    ],
  ])('changes no other byte of %s', (_, encode) => {
    place.write('one.imr', encode(slip));
    place.imr(['check', '--fix', '--no-words', '.']);
    expect(place.bytes('one.imr')).toEqual(encode(mended));
  });

  it('keeps the permissions of a file', () => {
    chmodSync(place.write('one.imr', slip), 0o640);
    place.imr(['check', '--fix', '.']);
    expect(statSync(`${place.folder}/one.imr`).mode & 0o777).toBe(0o640);
  });

  it('does not touch a file without fixes', () => {
    const path = place.write('one.imr', clean);
    const before = statSync(path).ino;
    place.imr(['check', '--fix', '.']);
    expect(statSync(path).ino).toBe(before);
  });
});

it('imr check --fix-dry-run says what would change and changes nothing', () => {
  place.write('one.imr', slip);
  const { stdout } = place.imr(['check', '--fix-dry-run', '.']);
  expect(stdout).toMatch(/would fix {2}\S/);
  expect(stdout).toContain('(1 can be fixed)');
  expect(place.read('one.imr')).toBe(slip);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isSlot, passages } from '../../server/src/language/passages/index.ts';
import { faultsOf, officeOf } from './memory.ts';

const docs = readFileSync(join(import.meta.dirname, '../../docs/offices.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...docs.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, text = '']) => text);

it('shows settings and passages that are right', async () => {
  const shared = {
    '/office/imr.json': '{}',
    '/office/words.txt': '',
    '/office/passages/a.md': blocks('markdown')[0] ?? '',
  };
  for (const config of blocks('json'))
    expect(faultsOf(await officeOf({ ...shared, '/mine/config.json': config }, '/mine/config.json'))).toEqual(
      [],
    );
  expect(blocks('json')).toHaveLength(3);
  expect(blocks('markdown')).toHaveLength(1);
});

it('lists the places that a passage may have', () => {
  const listed = [...docs.matchAll(/^\| `\{(\w+)\}` \|/gm)].map(([, name = '']) => name);
  const used = new Set(passages.flatMap(({ slots }) => slots.map(({ name }) => name)));
  expect(listed.filter((name) => !isSlot(name))).toEqual([]);
  expect([...used].filter((name) => !listed.includes(name))).toEqual([]);
});

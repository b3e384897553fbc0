import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { GuidelineEntry } from '../../server/src/lsp/protocol.ts';
import { guidelinePdf, painTopics } from '../support/guideline-pdf.ts';
import { letter } from '../support/letter.ts';
import { able, Editor, patient } from './client.ts';

// Each test starts a server of its own; a busy machine takes its time.
vi.setConfig({ testTimeout: 30_000 });

let folder: string;
let editor: Editor;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imr-guideline-'));
  editor = new Editor(join(folder, 'home'));
  await editor.start(able, { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'letters' }] });
});

afterEach(async () => {
  await editor.stop();
  await rm(folder, { recursive: true, force: true });
});

const read = async (): Promise<GuidelineEntry[]> =>
  (await editor.request<GuidelineEntry[]>('imr/guidelines', {})).filter((entry) => entry.read);

it('is read and forgotten for the editor, and open letters are checked by it at once', async () => {
  const { bytes, pages } = await guidelinePdf({ topics: painTopics });
  const file = join(folder, 'pain.pdf');
  await writeFile(file, bytes);
  const uri = pathToFileURL(join(folder, 'one.imr')).href;
  const page = pages.get('Massage therapy') ?? 0;
  const text = letter({
    header: {
      'UR Denial Date': '11/21/2014',
      'Application Received': '11/29/2014',
      'Date Assigned': '12/06/2014',
      'Decision Date': '01/04/2015',
      'Date of Injury': '09/15/2012',
    },
    summary: 'The injured worker sustained an industrial injury on 09/15/2012.',
    items: [
      { maximus: `Decision based on MTUS Chronic Pain Treatment Guidelines GABAPENTIN Page(s): ${page}.` },
    ],
  });
  await editor.open(uri, text);
  const messages = async () => (await editor.diagnostics(uri)).map(({ message }) => message).join('\n');
  // Where the product's own index has it; then where the office's copy has it.
  expect(await messages()).toContain('the guideline treats on pages 18-19.');
  await editor.request('imr/addGuideline', { file, id: 'cpmtg-2009' });
  await expect.poll(messages, patient).toContain(`the guideline treats on page ${page - 1}.`);
  expect(await read()).toMatchObject([
    { id: 'cpmtg-2009', title: 'Chronic Pain Medical Treatment 2009', read: { topics: 7 } },
  ]);
  await editor.request('imr/removeGuideline', { id: 'cpmtg-2009' });
  await expect.poll(messages, patient).toContain('the guideline treats on pages 18-19.');
  expect(await read()).toEqual([]);
});

it.each([
  ['a file that is not there', { file: '/no/such.pdf', id: 'cpmtg-2009' }, /There is no file/],
  ['an identifier that leads elsewhere', { file: '/no/such.pdf', id: '../../x' }, /no identifier/],
  ['nothing', {}, /no identifier|There is no file/],
])('says in one sentence what is wrong with %s', async (_, params, message) => {
  await expect(editor.request('imr/addGuideline', params)).rejects.toThrow(message);
});

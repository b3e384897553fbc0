import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CodeAction, CompletionItem } from 'vscode-languageserver/node';
import type {
  AddItemResult,
  LetterFormEntry,
  NewLetterParams,
  NewLetterResult,
  PassageEntry,
  ReadFileParams,
} from '../../server/src/lsp/protocol.ts';
import { letter } from '../support/letter.ts';
import { able, Editor, patient, placeIn, pushed, rangeOf, wordsAt } from './client.ts';

const slip = letter({
  items: [
    {
      rationale:
        'There was no functional improvement as defined in Section 9792.20(ef). Therefore, the request is not medically necessary.',
    },
  ],
});

// Each test starts a server of its own; a busy machine takes its time.
vi.setConfig({ testTimeout: 30_000 });

let folder: string;
let home: string;
let editor: Editor;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imr-office-'));
  home = await mkdtemp(join(tmpdir(), 'imr-home-'));
  editor = new Editor(home);
});

afterEach(async () => {
  await editor.stop();
  await rm(folder, { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
});

const at = (path: string): string => pathToFileURL(join(folder, path)).href;

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

const folders = (...names: string[]): object => ({
  workspaceFolders: names.map((name) => ({ uri: at(name).replace(/\/$/, ''), name })),
});
const codes = async (uri: string): Promise<unknown[]> =>
  (await editor.diagnostics(uri)).map(({ code }) => code);
const tellOfChanges = (): Promise<void> =>
  editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });

describe('the settings of a workspace folder', () => {
  it('hold for its letters, and not for those of another folder', async () => {
    await write('a/.imr/config.json', '{ "rules": { "subdivision-ef": "off" } }');
    await editor.start(able, folders('a', 'b'));
    await editor.open(at('a/one.imr'), slip);
    await expect.poll(() => codes(at('a/one.imr')), patient).not.toContain('subdivision-ef');
    await editor.open(at('b/one.imr'), slip);
    await expect.poll(() => codes(at('b/one.imr')), patient).toContain('subdivision-ef');
  });

  it('are read again when the client tells of a change; the editor’s own levels win', async () => {
    await editor.start(able, folders('.'));
    await editor.open(at('one.imr'), slip);
    await expect.poll(() => codes(at('one.imr')), patient).toContain('subdivision-ef');
    expect(editor.watched).toContain('**/.imr/config.json');
    await write('.imr/config.json', '{ "rules": { "subdivision-ef": "off" } }');
    await tellOfChanges();
    await expect.poll(() => codes(at('one.imr')), patient).not.toContain('subdivision-ef');
    editor.settings = { rules: { 'subdivision-ef': 'hint' } };
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await expect.poll(() => codes(at('one.imr')), patient).toContain('subdivision-ef');
  });

  it('are told of where they are wrong, at the place in their file, until they are mended', async () => {
    const config = '{\n  "rules": { "subdivision-ef": "off", "no-such": "off" },\n}';
    await write('.imr/config.json', config);
    await editor.start(pushed, folders('.'));
    await editor.open(at('one.imr'), slip);
    const uri = at('.imr/config.json');
    const { diagnostics } = await editor.published(uri, (params) => params.diagnostics.length > 0);
    expect(diagnostics).toMatchObject([{ source: 'imr', message: expect.stringContaining('no-such') }]);
    expect(diagnostics[0] && wordsAt(config, diagnostics[0].range)).toBe('"no-such"');
    await editor.published(at('one.imr'), (params) => params.diagnostics.length === 0);
    await write('.imr/config.json', '{}');
    await tellOfChanges();
    await editor.published(uri, (params) => params.diagnostics.length === 0);
  });

  it('build on those of the user’s office, which may lie anywhere', async () => {
    await write('shared/office.json', '{ "rules": { "subdivision-ef": "off" } }');
    editor.settings = { office: { config: join(folder, 'shared/office.json') } };
    await editor.start(able, folders('letters'));
    await editor.open(at('letters/one.imr'), slip);
    await expect.poll(() => codes(at('letters/one.imr')), patient).not.toContain('subdivision-ef');
    await write('letters/.imr/config.json', '{ "rules": { "subdivision-ef": "warning" } }');
    await tellOfChanges();
    await expect.poll(() => codes(at('letters/one.imr')), patient).toContain('subdivision-ef');
  });

  it('are asked of the client for a virtual folder', async () => {
    const files: Record<string, string> = {
      '.imr/config.json': '{ "extends": "../office one.json" }',
      'office one.json': '{ "rules": { "subdivision-ef": "off" } }',
    };
    editor.answers['imr/readFile'] = ({ path }: ReadFileParams) => files[path] ?? null;
    editor.answers['imr/listFiles'] = () => null;
    const extra = { initializationOptions: { files: true } };
    await editor.start(able, { workspaceFolders: [{ uri: 'memfs:/letters', name: 'letters' }], ...extra });
    await editor.open('memfs:/letters/one.imr', slip);
    await expect.poll(() => codes('memfs:/letters/one.imr'), patient).not.toContain('subdivision-ef');
  });
});

/** Opens the letter and waits until the settings are known. */
async function open(text: string): Promise<void> {
  await editor.open(at('one.imr'), text);
  await editor.pull(at('one.imr'));
}

describe('own passages', () => {
  const passage = [
    '---',
    'title: Baclofen in our words',
    'drugs: baclofen',
    'guideline: cpmtg-2016',
    'sections: Muscle relaxants (for pain)',
    '---',
    'Our office holds that {drug} is for spasticity, and {fact}',
  ].join('\n');

  beforeEach(() => write('.imr/passages/ours.md', passage));

  it('are offered in completions under their name, filled from the letter', async () => {
    await editor.start(able, folders('.'));
    const text = letter().replace('Therefore, the request', 'imr Therefore, the request');
    await open(text);
    const items = await editor.at<CompletionItem[]>(
      'textDocument/completion',
      at('one.imr'),
      placeIn(text, 'imr Therefore', 3),
    );
    const own = items.find(({ label }) => label === 'imr-ours');
    expect(own?.textEdit?.newText).toMatch(/^Our office holds that Baclofen is for spasticity/);
  });

  it('are offered under their name where the editor loads the product’s snippets itself', async () => {
    await editor.start(able, { ...folders('.'), initializationOptions: { snippets: 'editor' } });
    const text = letter().replace('Therefore, the request', 'imr-o Therefore, the request');
    await open(text);
    const items = await editor.at<CompletionItem[]>(
      'textDocument/completion',
      at('one.imr'),
      placeIn(text, 'imr-o Therefore', 5),
    );
    expect(items.map(({ label }) => label)).toEqual(['imr-ours']);
  });

  it('are offered by the light bulb and by Insert Citation', async () => {
    const text = letter({
      items: [{ rationale: 'There is no gain. Therefore, the request is not medically necessary.' }],
    });
    await editor.start(able, folders('.'));
    await open(text);
    const actions: CodeAction[] = await editor.actions(at('one.imr'), rangeOf(text, 'There is no gain'));
    expect(actions.map(({ title }) => title)).toContain('Insert citation: Baclofen in our words');
    const position = placeIn(text, 'There is no gain');
    const found = await editor.request<PassageEntry[]>('imr/passages', {
      uri: at('one.imr'),
      position,
      query: 'our words',
    });
    expect(found).toMatchObject([{ id: 'ours', basis: 'office', fits: true, unverified: false }]);
    const inserted = await editor.request('imr/insertPassage', { uri: at('one.imr'), position, id: 'ours' });
    expect(JSON.stringify(inserted)).toContain('Our office holds that');
  });
});

it('knows the office’s guidelines when it completes and explains', async () => {
  const guideline = { id: 'acme', names: ['Acme Spasm Treatment'], year: 2016, from: '2016-01-01' };
  await write('.imr/config.json', JSON.stringify({ guidelines: [guideline] }));
  await editor.start(able, folders('.'));
  const text = letter({
    items: [{ maximus: 'Decision based on MTUS Acme Spasm Treatment 2016.' }],
  });
  await editor.open(at('one.imr'), text);
  expect(await codes(at('one.imr'))).not.toContain('guideline-name');
  const hover = await editor.at('textDocument/hover', at('one.imr'), placeIn(text, 'Acme Spasm'));
  expect(JSON.stringify(hover)).toContain('In force 2016-01-01 to now');
});

describe('own letter forms', () => {
  const form = {
    name: 'Acme',
    title: 'ACME INDEPENDENT REVIEW',
    headings: { summary: 'SUMMARY OF THE CASE' },
    labels: { rationale: 'Reasons:' },
    header: { urDenialDate: 'UR Denied:' },
  };
  const asked = (uri?: string): Promise<LetterFormEntry[]> => editor.request('imr/letterForms', { uri });
  const named = async (uri?: string): Promise<string[]> => (await asked(uri)).map(({ name }) => name);

  it('are offered for a new letter, which is a letter of that form before it is saved', async () => {
    await write('.imr/config.json', JSON.stringify({ forms: [form] }));
    await editor.start(able, folders('.'));
    await expect.poll(() => named(), patient).toEqual(['Acme']);
    const [{ fields } = { fields: [] }] = await asked();
    expect(fields).toHaveLength(7);
    const params: NewLetterParams = { items: 'Baclofen 10 mg #45', own: 'Acme', dates: { ur: '10/27/2015' } };
    const { text } = await editor.request<NewLetterResult>('imr/newLetter', params);
    expect(text).toMatch(/^ACME INDEPENDENT REVIEW\n/);
    expect(text).toContain('\nUR Denied: 10/27/2015\n');
    await editor.open('untitled:Untitled-1', text);
    const rules = new Set(await codes('untitled:Untitled-1'));
    expect([...rules]).toEqual(['placeholder-left']);
    // The header counts: its date is held against the text.
    await editor.open('untitled:Untitled-2', text.replace('UR Denied: 10/27/2015', 'UR Denied: 10/28/2015'));
    expect(await codes('untitled:Untitled-2')).toContain('date-ur-mismatch');
  });

  it('are those of the folder of the letter; with several folders an unsaved letter has none', async () => {
    await write('a/.imr/config.json', JSON.stringify({ forms: [form] }));
    await editor.start(able, folders('a', 'b'));
    await expect.poll(() => named(at('a/new.imr')), patient).toEqual(['Acme']);
    expect(await named(at('b/new.imr'))).toEqual([]);
    expect(await named()).toEqual([]);
  });

  it('are written by what adds an item to a letter of theirs', async () => {
    await write('.imr/config.json', JSON.stringify({ forms: [form] }));
    await editor.start(able, folders('.'));
    await expect.poll(() => named(), patient).toEqual(['Acme']);
    const params: NewLetterParams = { items: 'Baclofen 10 mg #45', own: 'Acme' };
    const { text } = await editor.request<NewLetterResult>('imr/newLetter', params);
    await open(text);
    const position = placeIn(text, 'Reasons:');
    const added: AddItemResult | null = await editor.request('imr/addItem', {
      uri: at('one.imr'),
      position,
      items: 'Norco 10/325 mg #60',
    });
    const written = JSON.stringify(added?.edit);
    expect(written).toContain('Reasons: Similarly, ');
    expect(written).not.toContain('Decision rationale:');
    const actions = await editor.actions(at('one.imr'), rangeOf(text, 'Reasons:'), ['refactor']);
    const adding = actions.filter(({ title }) => title.startsWith('Add a disputed item'));
    expect(adding).toHaveLength(2);
    for (const { edit } of adding) expect(JSON.stringify(edit)).toContain('Reasons: ');
  });
});

describe('a guideline that was read on this machine', () => {
  const cited =
    'As noted on page 3 of the MTUS Chronic Pain Medical Treatment Guidelines, baclofen is for spasticity. Therefore, the request is not medically necessary.';
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
      {
        maximus: 'Decision based on MTUS Chronic Pain Treatment Guidelines BACLOFEN Page(s): 3.',
        rationale: cited,
      },
    ],
  });
  const index = {
    version: 1,
    id: 'cpmtg-2009',
    path: '/office/pain guideline.pdf',
    pages: [1, 2, 3, 4].map((number) => ({
      number,
      sheet: number + 4,
      text:
        number === 3
          ? 'Some measures are listed here. Baclofen is an antispasmodic that is taken by mouth. Other words follow it, as many as a page of a book may have.'
          : 'Words about other matters altogether, with no drug named among them at all, and enough of them to be a page of a book.',
    })),
    topics: [{ title: 'Baclofen', first: 3, last: 3 }],
  };

  beforeEach(async () => {
    await mkdir(join(home, 'guidelines'));
    await writeFile(join(home, 'guidelines/cpmtg-2009.json'), JSON.stringify(index));
    await editor.start(able, folders('.'));
    await open(text);
  });

  it('is quoted around the cited topic, with the way to the page', async () => {
    const hover = await editor.at<{ contents: { value: string } }>(
      'textDocument/hover',
      at('one.imr'),
      placeIn(text, 'page 3 of'),
    );
    expect(hover.contents.value.replaceAll('\\', '')).toContain(
      'Baclofen is an antispasmodic that is taken by mouth.',
    );
    expect(hover.contents.value).toContain('(file:///office/pain%20guideline.pdf#page=7)');
  });

  it('is linked to from each cited page', async () => {
    const links = await editor.request<{ target: string; range: Parameters<typeof wordsAt>[1] }[]>(
      'textDocument/documentLink',
      { textDocument: { uri: at('one.imr') } },
    );
    const pages = links.filter(({ target }) => target.endsWith('pain%20guideline.pdf#page=7'));
    expect(pages.map(({ range }) => wordsAt(text, range))).toEqual(
      expect.arrayContaining([expect.stringContaining('3')]),
    );
    expect(pages).toHaveLength(2);
  });

  it('counts for no longer when it is forgotten', async () => {
    await rm(join(home, 'guidelines/cpmtg-2009.json'));
    await tellOfChanges();
    await expect
      .poll(() => editor.request('textDocument/documentLink', { textDocument: { uri: at('one.imr') } }))
      .toEqual([]);
  });
});

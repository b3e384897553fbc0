import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import type { FindingEntry, ReadFileParams } from '../../server/src/lsp/protocol.ts';
import { letter } from '../support/letter.ts';
import { able, Editor, patient, pushed, rangeOf } from './client.ts';

const rationale =
  'There was no functional improvement as defined in Section 9792.20(ef). Therefore, the request is not medically necessary.';
const slip = letter({ items: [{ rationale }] });
const misspelt = letter({
  items: [
    {
      rationale:
        'There is no documentation of functional gain with the use of Balcofen. Therefore, the request is not medically necessary.',
    },
  ],
});

// Each test starts a server of its own; a busy machine takes its time.
vi.setConfig({ testTimeout: 30_000 });

let folder: string;
let home: string;
let uri: string;
let editor: Editor;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imr-folder-'));
  home = await mkdtemp(join(tmpdir(), 'imr-home-'));
  uri = `${pathToFileURL(folder)}/one.imr.txt`;
  editor = new Editor(home);
});

afterEach(async () => {
  await editor.stop();
  await rm(folder, { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
});

const inFolder = (): object => ({ workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'letters' }] });
const codes = async (letterUri = uri): Promise<unknown[]> =>
  (await editor.diagnostics(letterUri)).map(({ code }) => code);
const list = (letterUri = uri): Promise<FindingEntry[]> => editor.request('imr/findings', { uri: letterUri });
const dismissedFile = (): Promise<string> => readFile(join(folder, '.imr/dismissed.json'), 'utf8');

async function actionAt(text: string, words: string, title: RegExp): Promise<CodeAction> {
  const actions = await editor.actions(uri, rangeOf(text, words), ['quickfix']);
  const action = actions.find((candidate) => title.test(candidate.title));
  if (!action)
    throw new Error(`No action ${title}: ${actions.map((candidate) => candidate.title).join('; ')}`);
  return action;
}

/** Runs an action's command as an editor does. */
async function run(action: CodeAction, ...more: unknown[]): Promise<void> {
  await editor.execute(action.command?.command ?? '', ...(action.command?.arguments ?? []), ...more);
}

describe('dismissing', () => {
  it('takes the finding away at once and keeps it in the folder, without any text of the letter', async () => {
    await editor.start(able, inFolder());
    await editor.open(uri, slip);
    expect(await codes()).toContain('subdivision-ef');
    await run(await actionAt(slip, '9792.20(ef)', /^Dismiss "subdivision-ef" here$/), 'House style of 2015');
    expect(await codes()).not.toContain('subdivision-ef');
    const file = await dismissedFile();
    expect(JSON.parse(file).dismissed).toMatchObject([
      {
        rule: 'subdivision-ef',
        reason: 'House style of 2015',
        date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      },
    ]);
    expect(file).not.toMatch(/9792|functional improvement|Baclofen/);
    expect(await readdir(join(folder, '.imr'))).toEqual(['dismissed.json']);
  });

  it('asks the client for the reason where it can', async () => {
    await editor.start(able, { ...inFolder(), initializationOptions: { commands: ['imr.dismiss'] } });
    await editor.open(uri, slip);
    const action = await actionAt(slip, '9792.20(ef)', /^Dismiss "subdivision-ef" here …$/);
    expect(action.command).toMatchObject({
      command: 'imr.dismiss',
      arguments: [uri, (await list())[0]?.key],
    });
  });

  it('survives edits elsewhere and a new start, and comes back when the sentence changes', async () => {
    await editor.start(able, inFolder());
    await editor.open(uri, slip);
    await run(await actionAt(slip, '9792.20(ef)', /^Dismiss/));
    await editor.stop();
    editor = new Editor(home);
    await editor.start(able, inFolder());
    const moved = slip
      .replace('CLINICAL CASE SUMMARY', '\n\nCLINICAL CASE SUMMARY')
      .replace('44 year', '45 year');
    await editor.open(uri, moved);
    expect(await codes()).not.toContain('subdivision-ef');
    await editor.change(uri, rangeOf(moved, 'There was no'), 'There is no');
    await editor.save(uri);
    expect(await codes()).toContain('subdivision-ef');
  });

  it('holds for one letter and one item only', async () => {
    const twice = letter({ items: [{ rationale }, { heading: 'Norco 10mg #60: Upheld', rationale }] });
    await editor.start(able, inFolder());
    await editor.open(uri, twice);
    await run(await actionAt(twice, '9792.20(ef)', /^Dismiss/));
    expect((await codes()).filter((code) => code === 'subdivision-ef')).toHaveLength(1);
    const other = uri.replace('one', 'other');
    await editor.open(other, letter({ header: { 'Case Number': 'CM16-0999999' }, items: [{ rationale }] }));
    expect(await codes(other)).toContain('subdivision-ef');
  });

  it('is listed with its reason, and can be taken back', async () => {
    await editor.start(able, inFolder());
    await editor.open(uri, slip);
    await run(await actionAt(slip, '9792.20(ef)', /^Dismiss/), 'kept');
    const entry = (await list()).find(({ rule }) => rule === 'subdivision-ef');
    expect(entry).toMatchObject({ shown: false, dismissed: { reason: 'kept' } });
    await editor.execute('imr.server.restore', uri, entry?.key);
    expect(await codes()).toContain('subdivision-ef');
    expect(JSON.parse(await dismissedFile()).dismissed).toEqual([]);
  });

  it('takes up what others wrote into the file, and keeps it when writing', async () => {
    await editor.start(able, inFolder());
    await editor.open(uri, slip);
    await run(await actionAt(slip, '9792.20(ef)', /^Dismiss/));
    const ours = await dismissedFile();
    await rm(join(folder, '.imr'), { recursive: true });
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    await expect.poll(() => codes(), patient).toContain('subdivision-ef');
    await mkdir(join(folder, '.imr'));
    await writeFile(join(folder, '.imr/dismissed.json'), ours);
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    await expect.poll(() => codes(), patient).not.toContain('subdivision-ef');
    expect(editor.watched).toEqual(
      expect.arrayContaining(['**/.imr/dismissed.json', '**/.imr/dictionary.txt']),
    );
  });

  it('never writes over a damaged file, and says so', async () => {
    await mkdir(join(folder, '.imr'));
    await writeFile(join(folder, '.imr/dismissed.json'), '{ "dismissed": [ <<<<<<< ours');
    await editor.start(able, inFolder());
    await editor.open(uri, slip);
    await run(await actionAt(slip, '9792.20(ef)', /^Dismiss/));
    expect(await dismissedFile()).toBe('{ "dismissed": [ <<<<<<< ours');
    expect(await codes()).not.toContain('subdivision-ef');
    await expect
      .poll(() => editor.messages, patient)
      .toEqual(['Kept until the editor closes only: .imr/dismissed.json is damaged.']);
  });

  it('holds until the editor closes for a letter in no folder, and in a folder that cannot be written', async () => {
    await editor.start(able);
    await editor.open(uri, slip);
    await run(await actionAt(slip, '9792.20(ef)', /^Dismiss/));
    expect(await codes()).not.toContain('subdivision-ef');
    await expect
      .poll(() => editor.messages, patient)
      .toEqual(['Kept until the editor closes only: the letter lies in no open folder.']);
    expect(await readdir(folder)).toEqual([]);
    const entry = (await list()).find(({ dismissed }) => dismissed);
    await editor.execute('imr.server.restore', uri, entry?.key);
    expect(await codes()).toContain('subdivision-ef');
    await editor.stop();

    editor = new Editor(home);
    // A file in the folder's place: not even root can write into it.
    await writeFile(join(folder, '.imr'), '');
    await chmod(folder, 0o500);
    await editor.start(able, inFolder());
    await editor.open(uri, slip);
    await run(await actionAt(slip, '9792.20(ef)', /^Dismiss/));
    expect(await codes()).not.toContain('subdivision-ef');
    await expect
      .poll(() => editor.messages[0], patient)
      .toMatch(/^Kept until the editor closes only: .*could not be written/);
    await chmod(folder, 0o700);
  });

  it('asks the client for the files of a virtual workspace', async () => {
    const files = new Map<string, string>();
    const key = ({ folder: at, path }: ReadFileParams): string => `${at}/${path}`;
    editor.answers['imr/readFile'] = (params) => files.get(key(params)) ?? null;
    editor.answers['imr/writeFile'] = (params) => {
      files.set(key(params), params.text);
      return null;
    };
    uri = 'vscode-vfs://github/office/letters/one.imr.txt';
    await editor.start(able, {
      workspaceFolders: [{ uri: 'vscode-vfs://github/office/letters', name: 'letters' }],
      initializationOptions: { files: true },
    });
    await editor.open(uri, slip);
    await run(await actionAt(slip, '9792.20(ef)', /^Dismiss/));
    expect(await codes()).not.toContain('subdivision-ef');
    expect(files.get('vscode-vfs://github/office/letters/.imr/dismissed.json')).toContain('subdivision-ef');
  });

  it('does nothing for what is unknown or ill-typed', async () => {
    await editor.start(able, inFolder());
    await editor.open(uri, slip);
    expect(await editor.execute('imr.server.dismiss', uri, 'no-such-finding')).toBe(false);
    expect(await editor.execute('imr.server.dismiss', 'file:///nowhere.imr', 'x')).toBe(false);
    expect(await editor.execute('imr.server.dismiss')).toBe(false);
    expect(await editor.execute('imr.server.addWord', uri, { word: 1 })).toBe(false);
    expect(await codes()).toContain('subdivision-ef');
  });

  it('takes the diagnostic away in editors to which diagnostics are pushed', async () => {
    await editor.start(pushed, inFolder());
    await editor.open(uri, slip);
    await editor.published(uri, ({ diagnostics }) => diagnostics.length > 0);
    await run(await actionAt(slip, '9792.20(ef)', /^Dismiss/));
    await editor.published(uri, ({ diagnostics }) =>
      diagnostics.every(({ code }) => code !== 'subdivision-ef'),
    );
  });
});

describe('the dictionary', () => {
  it('takes a word into the workspace list or the user list, from which it can be removed', async () => {
    await editor.start(able, inFolder());
    await editor.open(uri, misspelt);
    await expect.poll(() => codes(), patient).toContain('misspelling');
    await run(await actionAt(misspelt, 'Balcofen', /^Add "Balcofen" to the workspace dictionary$/));
    expect(await codes()).not.toContain('misspelling');
    expect(await readFile(join(folder, '.imr/dictionary.txt'), 'utf8')).toBe('Balcofen\n');
    await editor.execute('imr.server.removeWord', uri, 'balcofen', 'workspace');
    expect(await codes()).toContain('misspelling');
    await run(await actionAt(misspelt, 'Balcofen', /^Add "Balcofen" to the user dictionary$/));
    expect(await codes()).not.toContain('misspelling');
    expect(await readFile(join(home, 'dictionary.txt'), 'utf8')).toBe('Balcofen\n');
  });

  it("reads the office's lists that the settings name", async () => {
    await writeFile(join(folder, 'office.txt'), '# words of the house\nbalcofen\n');
    editor.settings = { words: { dictionaries: ['office.txt', 'no-such-file.txt', 7] } };
    await editor.start(able, inFolder());
    await editor.open(uri, misspelt);
    await expect.poll(() => editor.statuses, patient).toContain('ready');
    expect(await codes()).not.toContain('misspelling');
  });
});

it('turns the checking of one letter off and on again', async () => {
  await editor.start(able, inFolder());
  await editor.open(uri, slip);
  expect(await codes()).not.toEqual([]);
  await editor.connection.sendNotification('imr/setChecking', { uri, enabled: false });
  expect(await codes()).toEqual([]);
  await editor.connection.sendNotification('imr/setChecking', { uri, enabled: true });
  expect(await codes()).toContain('subdivision-ef');
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  type CancellationToken,
  CancellationTokenSource,
  type CompletionItem,
  type Hover,
} from 'vscode-languageserver/node';
import { letter } from '../support/letter.ts';
import { Editor, placeIn, pulling, rangeOf } from './client.ts';

const uri = 'file:///letters/one.imr.txt';
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

let editor: Editor;

beforeEach(() => {
  editor = new Editor();
});

afterEach(async () => {
  await editor.stop();
});

it('answers a cancelled request for diagnostics with an error, never with an empty report', async () => {
  let answer: (settings: unknown) => void = () => undefined;
  editor.settings = new Promise((resolve) => {
    answer = resolve;
  });
  await editor.start();
  await editor.open(uri, slip);
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri }, identifier: 'imr' };
  const token: CancellationToken = source.token;
  const pulled = editor.connection.sendRequest('textDocument/diagnostic', params, token);
  const refused = expect(pulled).rejects.toMatchObject({ code: -32800 });
  source.cancel();
  await refused;
  answer(null);
  expect((await editor.diagnostics(uri)).map(({ code }) => code)).toContain('subdivision-ef');
});

it('does not wait for long for a client that never answers for its settings', async () => {
  editor.settings = new Promise(() => undefined);
  await editor.start();
  await editor.open(uri, slip);
  expect((await editor.diagnostics(uri)).map(({ code }) => code)).toContain('subdivision-ef');
});

it.each([
  { words: null, inlayHints: 3, codeLens: 'no', check: [] },
  { words: { enabled: 'maybe', dictionaries: 'list.txt' } },
  { words: { dictionaries: [null, 7, '', '/no/such/list.txt'] } },
])('takes defaults for ill-typed settings: %j', async (settings) => {
  editor.settings = settings;
  await editor.start();
  await editor.open(uri, slip);
  expect((await editor.diagnostics(uri)).map(({ code }) => code)).toContain('subdivision-ef');
  expect(await editor.request('textDocument/codeLens', { textDocument: { uri } })).toHaveLength(1);
});

it.each([null, 7, { snippets: 1, commands: 'all', files: 'yes' }])(
  'takes ill-typed options for none: %j',
  async (initializationOptions) => {
    await editor.start(pulling, { initializationOptions, workspaceFolders: null });
    await editor.open(uri, slip);
    const items = await editor.at<CompletionItem[]>(
      'textDocument/completion',
      uri,
      placeIn(slip, 'There was'),
    );
    expect(items.some(({ label }) => label === 'imr-item-upheld')).toBe(true);
  },
);

it('answers its own requests for parameters that make no sense', async () => {
  await editor.start();
  await editor.open(uri, slip);
  for (const method of ['imr/findings', 'imr/timeline', 'imr/insertPassage']) {
    expect(await editor.request(method, {})).toBeNull();
    expect(await editor.request(method, { uri: 7, position: null, id: [] })).toBeNull();
  }
  expect(
    await editor.request('imr/newLetter', { items: null, verdicts: 'Upheld', dates: { ur: 7 } }),
  ).toMatchObject({
    items: [],
  });
  expect(await editor.request('imr/passages', { query: 9 })).not.toEqual([]);
});

it('works on a text in the middle of an edit, and on none at all', async () => {
  await editor.start();
  const drafts = [
    '',
    '\n',
    'MAXIMUS guideline: Decision based on MTUS ',
    'Baclofen: Upheld\n\nMAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): ',
    'Decision rationale: As noted on page ',
    slip.slice(0, slip.indexOf('Decision rationale') + 25),
  ];
  for (const [index, text] of drafts.entries()) {
    const draftUri = `${uri}${index}`;
    await editor.open(draftUri, text);
    const lines = text.split('\n');
    const position = { line: lines.length - 1, character: (lines.at(-1) ?? '').length };
    for (const method of ['completion', 'hover', 'definition', 'documentHighlight']) {
      await editor.at(`textDocument/${method}`, draftUri, position);
    }
    await editor.actions(draftUri, { start: position, end: position });
    const textDocument = { uri: draftUri };
    for (const method of [
      'foldingRange',
      'codeLens',
      'documentLink',
      'semanticTokens/full',
      'documentSymbol',
    ]) {
      await editor.request(`textDocument/${method}`, { textDocument });
    }
    await editor.request('textDocument/selectionRange', { textDocument, positions: [position] });
  }
});

it('answers from the text as it is after the last change', async () => {
  await editor.start();
  await editor.open(uri, slip);
  await editor.change(uri, rangeOf(slip, '11/21/2016 non'), '11/22/2016 non');
  const shown = await editor.at<Hover>('textDocument/hover', uri, placeIn(slip, '11/21/2016 non'));
  expect(JSON.stringify(shown.contents)).toContain('2016-11-22');
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CompletionItem, DocumentSymbol, FoldingRange, Hover } from 'vscode-languageserver/node';
import { letter } from '../support/letter.ts';
import { applyAction, Editor, patient, pulling, pushed, rangeOf } from './client.ts';

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

describe('diagnostics', () => {
  it('are pulled with range, code, page of the rule and severity', async () => {
    await editor.start();
    await editor.open(uri, slip);
    const found = (await editor.diagnostics(uri)).find(({ code }) => code === 'subdivision-ef');
    expect(found).toMatchObject({ severity: 1, source: 'imr', range: rangeOf(slip, '9792.20(ef)') });
    expect(found?.codeDescription?.href).toMatch(/^file:.*docs\/rules\/subdivision-ef\.md$/);
  });

  it('are not sent again when nothing changed', async () => {
    await editor.start();
    await editor.open(uri, slip);
    const first = await editor.pull(uri);
    const again = await editor.pull(uri, first.resultId);
    expect(again).toEqual({ kind: 'unchanged', resultId: first.resultId });
  });

  it('appear on save by default: new ones wait, mended ones go at once', async () => {
    await editor.start();
    await editor.open(uri, slip);
    const clean = slip.replace('(ef)', '(e)');
    await editor.change(uri, rangeOf(slip, '(ef)'), '(e)');
    expect(await editor.diagnostics(uri)).toEqual([]);
    await editor.save(uri);
    await editor.change(uri, rangeOf(clean, '(e)'), '(ef)');
    expect(await editor.diagnostics(uri)).toEqual([]);
    await editor.save(uri);
    expect((await editor.diagnostics(uri)).map(({ code }) => code)).toContain('subdivision-ef');
  });

  it('appear on type when the setting says so', async () => {
    editor.settings = { check: { run: 'onType' } };
    await editor.start();
    const clean = slip.replace('(ef)', '(e)');
    await editor.open(uri, clean);
    await editor.change(uri, rangeOf(clean, '(e)'), '(ef)');
    await expect
      .poll(async () => (await editor.diagnostics(uri)).map(({ code }) => code), patient)
      .toContain('subdivision-ef');
  });

  it('are pushed to editors that do not pull, and cleared when the letter is closed', async () => {
    await editor.start(pushed);
    await editor.open(uri, slip);
    const shown = await editor.published(uri, ({ diagnostics }) => diagnostics.length > 0);
    expect(shown.diagnostics.map(({ code }) => code)).toContain('subdivision-ef');
    await editor.close(uri);
    await editor.published(uri, ({ diagnostics }) => diagnostics.length === 0);
  });

  it.each([null, 7, [], { rules: null, check: 'x' }, { rules: { 'subdivision-ef': 'loud' } }])(
    'take their defaults from broken settings: %j',
    async (settings) => {
      editor.settings = settings;
      await editor.start();
      await editor.open(uri, slip);
      expect((await editor.diagnostics(uri)).map(({ code }) => code)).toContain('subdivision-ef');
    },
  );

  it('obey the level of a rule', async () => {
    editor.settings = { rules: { 'subdivision-ef': 'hint' } };
    await editor.start();
    await editor.open(uri, slip);
    await expect
      .poll(
        async () => (await editor.diagnostics(uri)).find(({ code }) => code === 'subdivision-ef')?.severity,
      )
      .toBe(4);
  });

  it('are none for a letter that is not open', async () => {
    await editor.start();
    expect(await editor.pull('file:///nowhere.imr')).toEqual({ kind: 'full', items: [] });
  });
});

describe('code actions', () => {
  it('offer the fix as preferred, and its edit gives exactly the right text', async () => {
    await editor.start();
    await editor.open(uri, slip);
    const actions = await editor.actions(uri, rangeOf(slip, '9792.20(ef)'), ['quickfix']);
    const fix = actions.find(({ title }) => title === 'Change to (e)');
    expect(fix?.isPreferred).toBe(true);
    expect(applyAction(slip, fix ?? { title: '' })).toBe(slip.replace('(ef)', '(e)'));
  });

  it('apply all certain fixes at once', async () => {
    await editor.start();
    const twice = slip.replace('Therefore', 'See 9792.20(ef). Therefore');
    await editor.open(uri, twice);
    const [all] = await editor.actions(uri, rangeOf(twice, 'HOW'), ['source.fixAll']);
    expect(applyAction(twice, all ?? { title: '' })).toBe(twice.replaceAll('(ef)', '(e)'));
  });

  it('insert a citation: the sentence before the conclusion and the entry in the guideline line', async () => {
    await editor.start();
    const text = letter({
      header: false,
      summary:
        'In a Utilization Review report dated October 27, 2015, the claims administrator failed to approve a request for Baclofen. A September 29, 2015 date of service was referenced in the determination.',
      items: [
        {
          heading: 'Baclofen 10 mg QTY 45.00: Upheld',
          claims: 'The Claims Administrator did not cite any medical evidence for its decision.',
          maximus: 'The Expert Reviewer did not cite any medical evidence for its decision.',
          rationale: 'The applicant remained off of work. Therefore, the request is not medically necessary.',
        },
      ],
    });
    await editor.open(uri, text);
    const actions = await editor.actions(uri, rangeOf(text, 'the request is not'), ['quickfix']);
    const action = actions.find(({ title }) =>
      title.startsWith('Insert citation: Baclofen, an antispasmodic, page 64'),
    );
    const after = applyAction(text, action ?? { title: '' });
    expect(after).toContain(
      'MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Muscle relaxants (for pain).',
    );
    expect(after).toMatch(
      /remained off of work\. As noted on page 64 of the MTUS Chronic Pain Medical Treatment Guidelines, baclofen is recommended orally .* neuropathic pain\. Therefore, the request/,
    );
  });
});

describe('reading', () => {
  it('outlines the letter with items and verdicts', async () => {
    await editor.start();
    await editor.open(uri, slip);
    const symbols = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    const issues = symbols.find(({ name }) => name.startsWith('Issues'));
    expect(issues?.children?.map(({ name, detail }) => [name, detail])).toEqual([
      ['Baclofen 10mg #45', 'Upheld'],
    ]);
  });

  it('folds sections', async () => {
    await editor.start();
    await editor.open(uri, slip);
    const ranges = await editor.request<FoldingRange[]>('textDocument/foldingRange', {
      textDocument: { uri },
    });
    expect(ranges).toContainEqual({
      startLine: rangeOf(slip, 'CLINICAL CASE SUMMARY').start.line,
      endLine: rangeOf(slip, 'The injured worker').start.line,
    });
  });

  it('tells what a date, a regulation reference and a citation are', async () => {
    await editor.start();
    const text = slip.replace('(ef)', '(e)');
    await editor.open(uri, text);
    const hoverAt = async (words: string): Promise<string> => {
      const { start } = rangeOf(text, words);
      const shown = await editor.request<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position: { line: start.line, character: start.character + 1 },
      });
      return JSON.stringify(shown?.contents);
    };
    expect(await hoverAt('11/21/2016 non')).toContain('utilization review decision');
    expect(await hoverAt('9792.20(e)')).toContain('functional improvement');
    expect(await hoverAt('Chronic Pain Medical Treatment 2016')).toContain('In force 2016-07-28');
    expect(
      await editor.request('textDocument/hover', {
        textDocument: { uri },
        position: { line: 0, character: 0 },
      }),
    ).toBeNull();
  });

  it('completes passages, those that fit the item first, as snippets', async () => {
    await editor.start();
    const text = letter({
      header: false,
      summary:
        'In a Utilization Review report dated October 27, 2015, the claims administrator failed to approve a request for Baclofen.',
    });
    await editor.open(uri, text);
    const { end } = rangeOf(text, 'There is no');
    const items = await editor.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: end,
    });
    const sorted = [...items].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
    expect(sorted.slice(0, 3).map(({ detail }) => detail)).toContain('Baclofen, an antispasmodic, page 64');
    expect(items.every(({ insertTextFormat }) => insertTextFormat === 2)).toBe(true);
  });
});

it('declares what it can do', async () => {
  await editor.start(pulling);
  expect(editor.initialized?.capabilities).toMatchObject({
    textDocumentSync: { change: 2, openClose: true },
    diagnosticProvider: { workspaceDiagnostics: false },
    hoverProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
  });
});

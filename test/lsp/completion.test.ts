import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CompletionItem, TextEdit } from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { letter } from '../support/letter.ts';
import { applyEdits, Editor, placeIn, pulling } from './client.ts';

const uri = 'file:///letters/one.imr.txt';
const header = {
  'Date Assigned': '12/01/2015',
  'Date of Injury': '11/19/2014',
  'Decision Date': '01/04/2016',
  'UR Denial Date': '10/27/2015',
  'Application Received': '11/16/2015',
};
const summary =
  'The applicant filed a claim for low back pain reportedly associated with an industrial injury of November 19, 2014. ' +
  'In a Utilization Review report dated October 27, 2015, the claims administrator failed to approve a request for Baclofen.';
const evidence = 'did not cite any medical evidence for its decision.';

/** A letter of winter 2015/16 with one item; `|` marks the cursor. */
function draft(item: { maximus?: string; rationale?: string }): string {
  return letter({
    header,
    summary,
    items: [
      {
        heading: 'Baclofen 10mg #45: Upheld',
        claims: `The Claims Administrator ${evidence}`,
        maximus: `The Expert Reviewer ${evidence}`,
        rationale:
          'Here, the applicant remained off of work. Therefore, the request is not medically necessary.',
        ...item,
      },
    ],
  });
}

// A busy machine takes its time.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

// Most tests share one server; those that need other settings start one of their own.
const shared = new Editor();
let editor = shared;

beforeAll(() => shared.start(pulling));

afterEach(async () => {
  if (editor !== shared) await editor.stop();
  editor = shared;
});

afterAll(() => shared.stop());

/** Completions at the cursor, in the order in which they are shown. */
async function complete(
  marked: string,
  extra: object = {},
  options?: InitializationOptions,
): Promise<[CompletionItem[], string]> {
  const text = marked.replace('|', '');
  if (options) {
    editor = new Editor();
    await editor.start(pulling, { initializationOptions: options });
  }
  await editor.open(uri, text);
  const items = await editor.at<CompletionItem[]>(
    'textDocument/completion',
    uri,
    placeIn(marked, '|', 0),
    extra,
  );
  return [items.sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? '')), text];
}

/** The text after taking a completion. */
function taken(text: string, item: CompletionItem | undefined): string {
  return applyEdits(text, [item?.textEdit as TextEdit, ...(item?.additionalTextEdits ?? [])]);
}

describe('after "page "', () => {
  const marked = draft({
    rationale:
      'As noted on page |, spasticity is treated. Therefore, the request is not medically necessary.',
  });

  it("offers the pages of the item's own topics first, unverified ones marked", async () => {
    const [items] = await complete(marked);
    expect(items[0]).toMatchObject({
      label: '64',
      detail: 'Baclofen (within Muscle relaxants (for pain)), Chronic Pain Medical Treatment 2009',
    });
    expect(items[1]?.detail).toMatch(/^Muscle relaxants \(for pain\), .* \(unverified\)$/);
  });

  it('names the guideline where the sentence does not, and completes the guideline line', async () => {
    const [items, text] = await complete(marked);
    const after = taken(text, items[0]);
    expect(after).toContain(
      'As noted on page 64 of the MTUS Chronic Pain Medical Treatment Guidelines, spasticity',
    );
    expect(after).toContain(
      'MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Muscle relaxants (for pain).',
    );
  });

  it('offers the pages of the guideline that the sentence names', async () => {
    const [items] = await complete(
      draft({
        rationale:
          'In ACOEM Chapter 12, page |, imaging is discussed. Therefore, the request is not medically necessary.',
      }),
    );
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ detail }) => detail?.includes('Low Back Complaints 2004'))).toBe(true);
  });

  it('offers nothing that was not in force on the dates of the case', async () => {
    const [items] = await complete(marked);
    expect(items.some(({ detail }) => /2016|2017/.test(detail ?? ''))).toBe(false);
  });
});

describe('in the guideline line', () => {
  it('offers entries for the item, then the names of the form in force', async () => {
    const [items] = await complete(draft({ maximus: 'Decision based on MTUS |.' }));
    expect(items[0]?.label).toBe(
      'Chronic Pain Medical Treatment 2009, Section(s): Introduction, Muscle relaxants (for pain)',
    );
    const labels = items.map(({ label }) => label);
    expect(labels).toContain('Low Back Complaints 2004');
    expect(labels).not.toContain('Chronic Pain Medical Treatment 2016');
  });

  it('writes the sentence of an entry into a rationale that does not cite it', async () => {
    const [items, text] = await complete(draft({ maximus: 'Decision based on MTUS |.' }));
    const entry = items.find(
      ({ label }) => label === 'Chronic Pain Medical Treatment 2009, Section(s): Muscle relaxants (for pain)',
    );
    const after = taken(text, entry);
    expect(after).toContain(
      'MTUS Chronic Pain Medical Treatment 2009, Section(s): Muscle relaxants (for pain).',
    );
    expect(after).toMatch(
      /off of work\. As noted on page 64 of the MTUS .* neuropathic pain\. Therefore, the request/,
    );
  });

  it('offers the sections of the entry\'s guideline after "Section(s): ", the item\'s own first, listed ones not again', async () => {
    const [items, text] = await complete(
      draft({
        maximus: 'Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Introduction, |.',
      }),
    );
    expect(items[0]).toMatchObject({ label: 'Muscle relaxants (for pain)', detail: 'for this item' });
    expect(items.map(({ label }) => label)).not.toContain('Introduction');
    expect(taken(text, items[0])).toContain('Section(s): Introduction, Muscle relaxants (for pain).');
  });

  it('offers pages after "Page(s): "', async () => {
    const [items, text] = await complete(
      draft({ maximus: 'Decision based on MTUS Chronic Pain Treatment Guidelines BACLOFEN Page(s): |' }),
    );
    expect(taken(text, items[0])).toContain('BACLOFEN Page(s): 64\n');
  });
});

describe('after "9792."', () => {
  it('offers functional improvement first, under the letter of the time', async () => {
    const rationale =
      'A lack of functional improvement as defined in 9792.|. Therefore, the request is not medically necessary.';
    const [items, text] = await complete(draft({ rationale }));
    expect(items[0]).toMatchObject({ label: '9792.20(e)', detail: 'Functional improvement' });
    expect(taken(text, items[0])).toContain('as defined in 9792.20(e). Therefore');
    expect(items.map(({ label }) => label)).toContain('9792.24.2');
    // The opioid guideline's section came in July 2016.
    expect(items.map(({ label }) => label)).not.toContain('9792.24.4');
  });
});

describe('passages', () => {
  const marked = draft({
    rationale:
      'Here, the applicant remained off of work. |Therefore, the request is not medically necessary.',
  });

  it('complete the guideline line when they cite', async () => {
    const [items, text] = await complete(marked);
    const cited = items.find(({ label }) => label === 'imr-cite-baclofen');
    expect(taken(text, cited)).toContain('Section(s): Muscle relaxants (for pain).');
  });

  it('mark what is unverified', async () => {
    const [items] = await complete(marked);
    expect(items.find(({ label }) => label === 'imr-cite-topical')?.detail).toMatch(/\(unverified\)$/);
  });

  it('are not offered after a mere blank', async () => {
    const [items] = await complete(marked, { context: { triggerKind: 2, triggerCharacter: ' ' } });
    expect(items).toEqual([]);
  });

  it('leave the snippet names to an editor that has them', async () => {
    const [items] = await complete(marked, {}, { snippets: 'editor' });
    expect(items[0]?.label).toMatch(/^Baclofen, /);
    expect(items.some(({ label }) => label.startsWith('imr-'))).toBe(false);
    const typed = marked.replace('|', 'imr-|');
    await editor.stop();
    expect((await complete(typed, {}, { snippets: 'editor' }))[0]).toEqual([]);
  });

  it('go on with the sentence whose first words stand there, before all others', async () => {
    const rationale = 'Here, however, the app| Therefore, the request is not medically necessary.';
    const [items, text] = await complete(draft({ rationale }), {}, { snippets: 'editor' });
    expect(items[0]).toMatchObject({
      label: 'Off work on the date in question',
      filterText: expect.stringMatching(/^applicant remained off of work/),
    });
    expect(taken(text, items[0])).toContain(
      'Decision rationale: Here, however, the applicant remained off of work, on total temporary disability, as of the date in question, ',
    );
  });

  it('take the place of a placeholder', async () => {
    const rationale = 'Here, however, [deciding fact.]| Therefore, the request is not medically necessary.';
    const [items, text] = await complete(draft({ rationale }), {}, { snippets: 'editor' });
    const fact = items.find(({ label }) => label === 'Activity levels diminished');
    expect(fact?.filterText).toMatch(/^\[deciding fact\.\]Activity levels/);
    expect(taken(text, fact)).toContain("Here, however, the applicant's activity levels were diminished");
    expect(items.map(({ label }) => label)).not.toContain('Here, however');
  });

  it('propose the dates and opioids of the summary', async () => {
    const told = summary.concat(
      ' On a September 29, 2015 office visit, the applicant was using Norco and baclofen.',
    );
    const [items] = await complete(marked.replace(summary, told), {}, { snippets: 'editor' });
    const text = (label: string) =>
      (items.find((item) => item.label === label)?.textEdit as TextEdit | undefined)?.newText;
    expect(text('Off work on the date in question')).toMatch(/\$\{1:September 29, 2015\}/);
    expect(text('Dependence on opioids not curtailed')).toMatch(/such as \$\{1:Norco\},/);
  });
});

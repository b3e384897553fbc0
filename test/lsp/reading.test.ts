import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type {
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  Hover,
  InlayHint,
  Location,
  SelectionRange,
  SemanticTokens,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { letter } from '../support/letter.ts';
import { Editor, placeIn, pulling, rangeOf, wordsAt } from './client.ts';

const uri = 'file:///letters/one.imr.txt';
const text = letter({
  header: {
    'Date Assigned': '12/01/2015',
    'Date of Injury': '11/19/2014',
    'Decision Date': '01/04/2016',
    'UR Denial Date': '10/27/2015',
    'Application Received': '11/16/2015',
  },
  summary:
    'The applicant filed a claim for left knee pain reportedly associated with an industrial injury of November 19, 2014. ' +
    'In a Utilization Review report dated October 27, 2015, the claims administrator failed to approve a request for Norco. ' +
    'A September 29, 2015 date of service was referenced. The right knee is well.',
  items: [
    {
      heading: 'Norco 10/325mg #60: Upheld',
      claims: 'The Claims Administrator did not cite any medical evidence for its decision.',
      maximus:
        'Decision based on MTUS Chronic Pain Treatment Guidelines WHEN TO CONTINUE OPIOIDS Page(s): 80.',
      rationale:
        'No, the request for hydrocodone was not medically necessary, medically appropriate, or indicated here. ' +
        'As noted on page 80 of the MTUS Chronic Pain Medical Treatment Guidelines, continuation needs benefit. The topic goes on (page 81). ' +
        'On the September 29, 2015 office visit, left knee pain was unchanged. This is a lack of functional improvement as defined in MTUS 9792.20e. ' +
        'Therefore, the request was not medically necessary.',
    },
  ],
});

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

/** Opens the letter, with settings in a server of its own. */
async function opened(settings?: unknown, options: object = {}): Promise<void> {
  if (settings !== undefined) {
    editor = new Editor();
    editor.settings = settings;
    await editor.start(pulling, options);
  }
  await editor.open(uri, text);
}

async function hoverAt(words: string, shift = 1): Promise<string> {
  const shown = await editor.at<Hover | null>('textDocument/hover', uri, placeIn(text, words, shift));
  return (shown?.contents as { value: string } | undefined)?.value ?? '';
}

async function wordsOf(method: string, words: string, extra: object = {}): Promise<string[]> {
  const places = await editor.at<(Location | DocumentHighlight)[] | null>(
    method,
    uri,
    placeIn(text, words),
    extra,
  );
  return (places ?? []).map(({ range }) => `${range.start.line}: ${wordsAt(text, range)}`);
}

const line = (words: string): number => rangeOf(text, words).start.line;

describe('hover', () => {
  it('tells of a page its guideline, the topics on it, how each is known, and when it was in force', async () => {
    await opened();
    const shown = await hoverAt('page 80', 6);
    expect(shown).toContain('Page 80 of **Chronic Pain Medical Treatment 2009**');
    expect(shown).toContain('- Opioids: when to continue, page 80 (printed in determinations)');
    expect(shown).toMatch(/pages 76-80 \(\*\*unverified\*\*\)/);
    expect(shown).toContain('In force 2009-07-18 to 2016-07-27; in force on every date of this case.');
    expect(await hoverAt('page 80')).toBe(shown);
  });

  it('gives a page without a name to the guideline that it continues', async () => {
    await opened();
    expect(await hoverAt('(page 81', 7)).toContain('Page 81 of **Chronic Pain Medical Treatment 2009**');
  });

  it('tells which definition a letter of 9792.20 was at which time, in plain words, with a link', async () => {
    await opened();
    const shown = await hoverAt('9792.20e');
    expect(shown).toContain('2009-07-18 to 2015-04-19: Evidence-based');
    expect(shown).toContain('**2015-04-20 to now: Functional improvement** (this case)');
    expect(shown).toContain('In plain words: A gain that shows');
    expect(shown).toContain('(https://www.dir.ca.gov/t8/9792_20.html)');
  });

  it('tells of a date its role, how that is known, its other mentions and its distance from the review', async () => {
    await opened();
    const shown = await hoverAt('September 29, 2015 date');
    expect(shown).toContain('**2015-09-29**: date of service (told by the words "date of service")');
    expect(shown).toContain('28 days before the UR decision of 2015-10-27.');
    expect(shown).toContain(`line ${line('On the September') + 1}, item 1: visit`);
    expect(await hoverAt('10/27/2015')).toContain('utilization review decision (a field of the header)');
  });

  it('tells of a drug its generic name, class, brands and strengths', async () => {
    await opened();
    const shown = await hoverAt('Norco.');
    expect(shown).toContain('**hydrocodone/acetaminophen**: short-acting opioid, opioid');
    expect(shown).toMatch(/Brands: Norco, Vicodin/);
    expect(shown).toContain('10/325 mg');
  });
});

describe('navigation', () => {
  it('goes from a date in the rationale to where the summary introduces it', async () => {
    await opened();
    const there = await editor.at<Location>(
      'textDocument/definition',
      uri,
      placeIn(text, 'September 29, 2015 office'),
    );
    expect(there.range).toEqual(rangeOf(text, 'September 29, 2015'));
  });

  it('goes from a date of the summary to the field of the header that has it', async () => {
    await opened();
    const there = await editor.at<Location>(
      'textDocument/definition',
      uri,
      placeIn(text, 'October 27, 2015'),
    );
    expect(there.range).toEqual(rangeOf(text, '10/27/2015'));
  });

  it('goes from a conclusion and from the drug by another name to the heading', async () => {
    await opened();
    const conclusion = await editor.at<Location>(
      'textDocument/definition',
      uri,
      placeIn(text, 'not medically necessary.'),
    );
    expect(wordsAt(text, conclusion.range)).toBe('Norco 10/325mg #60: Upheld');
    const drug = await editor.at<Location>('textDocument/definition', uri, placeIn(text, 'Norco. '));
    expect(drug.range.start.line).toBe(line('Norco 10/325mg'));
  });

  it('goes from a cited page to its entry in the guideline line', async () => {
    await opened();
    const there = await editor.at<Location>('textDocument/definition', uri, placeIn(text, 'page 80 of', 6));
    expect([there.range.start.line, wordsAt(text, there.range)]).toEqual([line('MAXIMUS guideline'), '80']);
  });

  it('finds all mentions of a day, and of an item its decisions', async () => {
    await opened();
    const context = { context: { includeDeclaration: true } };
    expect(await wordsOf('textDocument/references', 'October 27, 2015', context)).toEqual([
      `${line('10/27/2015')}: 10/27/2015`,
      `${line('October 27')}: October 27, 2015`,
    ]);
    expect(await wordsOf('textDocument/references', 'not medically necessary.', context)).toEqual([
      `${line('Norco 10')}: Norco 10/325mg #60: Upheld`,
      expect.stringMatching(/: No$/),
      expect.stringMatching(/: not medically necessary$/),
      expect.stringMatching(/: not medically necessary$/),
    ]);
  });

  it('highlights one side of the body, not the other', async () => {
    await opened();
    const found = await wordsOf('textDocument/documentHighlight', 'left knee');
    expect(found).toEqual([`${line('left knee pain r')}: knee`, `${line('left knee pain was')}: knee`]);
  });

  it('finds nothing in a letter that is not open', async () => {
    const position = { line: 0, character: 0 };
    const other = 'file:///nowhere.imr';
    expect(await editor.at('textDocument/definition', other, position)).toBeNull();
    expect(await editor.at('textDocument/documentHighlight', other, position)).toEqual([]);
    expect(await editor.at('textDocument/hover', other, position)).toBeNull();
    expect(await editor.at('textDocument/completion', other, position)).toEqual([]);
    expect(await editor.request('imr/timeline', { uri: other })).toBeNull();
    expect(await editor.request('imr/findings', { uri: other })).toBeNull();
  });
});

it('links regulations to their public pages', async () => {
  await opened();
  const links = await editor.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
  expect(links.map(({ range, target }) => [wordsAt(text, range), target])).toEqual([
    ['9792.20e', 'https://www.dir.ca.gov/t8/9792_20.html'],
  ]);
});

describe('inlay hints', () => {
  const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
  const ask = (): Promise<InlayHint[]> =>
    editor.request('textDocument/inlayHint', { textDocument: { uri }, range: whole });

  it('are off by default', async () => {
    await opened();
    await editor.diagnostics(uri);
    expect(await ask()).toEqual([]);
  });

  it('tell the role of a date and the guideline of a page without a name', async () => {
    await opened({ inlayHints: { enabled: true } });
    await editor.diagnostics(uri);
    const hints = await ask();
    expect(hints.map(({ label }) => label)).toEqual([
      'date of injury',
      'utilization review decision',
      'date of service',
      'Chronic Pain Medical Treatment 2009',
      'visit',
    ]);
    expect(hints[3]?.position).toEqual(rangeOf(text, '(page 81').end);
  });
});

describe('code lens', () => {
  const slipped = text.replace('Norco 10/325mg #60: Upheld', 'Norco 10/325mg #60: Overturned');

  it('shows the verdict and the findings of an item, and leads to them where the client can', async () => {
    await opened(null, { initializationOptions: { commands: ['imr.nextFinding'] } });
    await editor.open(uri, slipped);
    const [lens] = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    expect(lens?.command?.title).toMatch(/^Overturned · \d+ findings?$/);
    expect(lens?.command).toMatchObject({ command: 'imr.nextFinding', arguments: [uri, lens?.range.start] });
  });

  it('names no command that the client has not', async () => {
    await editor.open(uri, slipped);
    const [lens] = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    expect(lens?.command?.command).toBe('');
  });

  it('can be switched off', async () => {
    await opened({ codeLens: { enabled: false } });
    await editor.diagnostics(uri);
    expect(await editor.request('textDocument/codeLens', { textDocument: { uri } })).toEqual([]);
  });
});

it('grows a selection from word to sentence, block, item, section and letter', async () => {
  await opened();
  const [first] = await editor.request<SelectionRange[]>('textDocument/selectionRange', {
    textDocument: { uri },
    positions: [placeIn(text, 'unchanged')],
  });
  const grown: string[] = [];
  for (let range = first; range; range = range.parent) grown.push(wordsAt(text, range.range));
  expect(grown[0]).toBe('unchanged');
  expect(grown[1]).toBe('On the September 29, 2015 office visit, left knee pain was unchanged.');
  expect(grown[2]).toMatch(/^(?:Decision rationale: )?No, the request .* not medically necessary\.$/);
  expect(grown[3]).toMatch(/^Norco 10\/325mg #60: Upheld\n/);
  expect(grown[4]).toMatch(/^IMR ISSUES/);
  expect(grown.at(-1)).toBe(text);
});

it('finds the items of the open letters by request, verdict and case number', async () => {
  await opened();
  const find = async (query: string): Promise<string[]> =>
    (await editor.request<WorkspaceSymbol[]>('workspace/symbol', { query })).map(({ name }) => name);
  expect(await find('norco upheld')).toEqual(['Norco 10/325mg #60: Upheld']);
  expect(await find('CM16-0123456')).toHaveLength(1);
  expect(await find('baclofen')).toEqual([]);
});

it('marks drugs, and guidelines that were not in force, as semantic tokens', async () => {
  const late = text.replace(
    'The Claims Administrator did not cite any medical evidence for its decision.',
    'Decision based on MTUS Opioid Treatment 2016, Section(s): Introduction.',
  );
  await editor.open(uri, late);
  const { data } = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', {
    textDocument: { uri },
  });
  const lines = late.split('\n');
  const tokens: string[] = [];
  let [row, column] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [rows = 0, columns = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    row += rows;
    column = rows > 0 ? columns : column + columns;
    tokens.push(`${type}${modifiers} ${(lines[row] ?? '').slice(column, column + length)}`);
  }
  expect(tokens).toContain('00 Norco');
  expect(tokens).toContain('00 hydrocodone');
  expect(tokens).toContain('11 Opioid Treatment');
  expect(tokens.some((token) => token.includes('Chronic Pain'))).toBe(false);
});

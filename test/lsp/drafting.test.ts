import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { rules } from '../../server/src/language/rules/index.ts';
import type {
  AddItemResult,
  InsertPassageResult,
  NewLetterParams,
  NewLetterResult,
  PassageEntry,
  Timeline,
} from '../../server/src/lsp/protocol.ts';
import { check } from '../support/check.ts';
import { letter } from '../support/letter.ts';
import {
  able,
  applyAction,
  applyEdits,
  Editor,
  editsOf,
  placeIn,
  pulling,
  rangeOf,
  wordsAt,
} from './client.ts';

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
const upheld =
  'No, the request for Baclofen was not medically necessary, medically appropriate, or indicated here. ' +
  'There was no functional gain. Therefore, the request was not medically necessary.';

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

async function refactoring(text: string, words: string, title: RegExp): Promise<CodeAction> {
  await editor.open(uri, text);
  const actions = await editor.actions(uri, rangeOf(text, words), ['refactor']);
  const action = actions.find((candidate) => title.test(candidate.title));
  if (!action)
    throw new Error(`No action ${title}: ${actions.map((candidate) => candidate.title).join('; ')}`);
  return action;
}

describe('turning an item', () => {
  it('rewrites heading, opener and conclusions as one edit, and says what is left to the writer', async () => {
    const text = letter({ header, summary, items: [{ rationale: upheld }] });
    const action = await refactoring(text, 'There was no', /^Overturn this item/);
    expect(action.title).toBe(
      'Overturn this item: rewrites heading, opener and 2 conclusions; left to you: the argument',
    );
    expect(applyAction(text, action)).toBe(
      text
        .replace('#45: Upheld', '#45: Overturned')
        .replace(
          'No, the request for Baclofen was not medically',
          'Yes, the request for Baclofen was medically',
        )
        .replace('or indicated', 'and indicated')
        .replace('the request was not medically necessary.', 'the request was medically necessary.'),
    );
  });

  it('gives back the same letter when it is turned twice', async () => {
    const text = letter({ header, summary, items: [{ rationale: upheld }] });
    const turned = applyAction(text, await refactoring(text, 'There was no', /^Overturn/));
    await editor.close(uri);
    const back = await refactoring(turned, 'There was no', /^Uphold/);
    expect(applyAction(turned, back)).toBe(text);
  });

  it('takes the opener from the item before, and speaks of the next one', async () => {
    const other = (first: string): string =>
      `${first}, the request for Norco was ${upheld.slice(upheld.indexOf('not medically'))}`;
    const text = letter({
      header,
      summary,
      items: [
        { rationale: upheld },
        {
          heading: 'Norco 10mg #60: Upheld',
          rationale: other('Similarly').replace('was not', 'was likewise not'),
        },
        { heading: 'Motrin 800mg #60: Upheld', rationale: other('Similarly') },
      ],
    });
    const action = await refactoring(text, 'Norco was likewise', /^Overturn/);
    expect(action.title).toMatch(/; left to you: the argument and "Similarly" in the next item$/);
    expect(applyAction(text, action)).toContain(
      'Conversely, the request for Norco was medically necessary, medically appropriate, and indicated here.',
    );
  });

  it('offers both verdicts where the heading has none', async () => {
    const text = letter({ header, summary, items: [{ heading: 'Baclofen 10mg #45:', rationale: upheld }] });
    await editor.open(uri, text);
    const actions = await editor.actions(uri, rangeOf(text, 'There was no functional gain'), ['refactor']);
    const titled = (verb: string): CodeAction => {
      const action = actions.find(({ title }) => title.startsWith(verb));
      if (!action) throw new Error(`No action ${verb}.`);
      return action;
    };
    expect(applyAction(text, titled('Uphold'))).toBe(text.replace('#45:', '#45: Upheld'));
    expect(applyAction(text, titled('Overturn'))).toContain('Baclofen 10mg #45: Overturned\n');
  });
});

describe('adding an item', () => {
  it('writes it after the item at the cursor, with placeholders', async () => {
    const text = letter({ header, summary, items: [{ rationale: upheld }] });
    const after = applyAction(
      text,
      await refactoring(text, 'There was no', /^Add a disputed item: overturned$/),
    );
    expect(after).toContain(`${upheld}\n\n[disputed item]: Overturned\n\nClaims Administrator guideline: `);
  });

  it('writes items that are asked for with opener, citation and guideline line', async () => {
    const none = 'did not cite any medical evidence for its decision.';
    const lines = { claims: `The Claims Administrator ${none}`, maximus: `The Expert Reviewer ${none}` };
    const text = letter({ header, summary, items: [{ rationale: upheld, ...lines }] });
    await editor.open(uri, text);
    const asked = {
      uri,
      position: placeIn(text, 'There was no'),
      items: '1. Baclofen 20 mg #30\n2. Acupuncture, 6 visits',
      verdicts: ['Upheld', 'Overturned'],
    };
    const { edit } = await editor.request<AddItemResult>('imr/addItem', asked);
    const after = applyEdits(text, editsOf(edit));
    expect(after).toContain(`${upheld}\n\nBaclofen 20 mg #30: Upheld\n\nClaims Administrator guideline: `);
    expect(after).toContain('Similarly, the request for Baclofen, an antispasticity agent, was likewise not');
    expect(after).toContain('page 64 of the MTUS Chronic Pain Medical Treatment Guidelines');
    expect(after).toContain('Acupuncture, 6 visits: Overturned');
    expect(after).toContain('Decision rationale: Conversely, the request for acupuncture was medically');
    const parsed = check(after).filter(({ rule }) => rule !== 'placeholder-left');
    expect(parsed.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  it('says so where a letter has no section for items', async () => {
    await editor.open(uri, 'CLINICAL CASE SUMMARY\n');
    const asked = { uri, position: { line: 0, character: 0 }, items: 'Baclofen' };
    expect(await editor.request('imr/addItem', asked)).toBeNull();
  });

  it('writes it with tab stops where the client takes them', async () => {
    editor = await new Editor().start(able);
    const text = letter({ header, summary, items: [{ rationale: upheld }] });
    const action = await refactoring(text, 'There was no', /^Add a disputed item: upheld$/);
    expect(editsOf(action.edit)).toMatchObject([
      {
        snippet: {
          kind: 'snippet',
          value: expect.stringMatching(/^\n\n\$\{1:\[disputed item\]\}: Upheld\n/),
        },
      },
    ]);
  });
});

describe('inserting a passage', () => {
  const text = letter({
    header,
    summary,
    items: [
      {
        heading: 'Baclofen 10mg #45: Upheld',
        maximus: 'The Expert Reviewer did not cite any medical evidence for its decision.',
        rationale: 'The applicant remained off of work. Therefore, the request is not medically necessary.',
      },
    ],
  });

  it('finds passages and pages of the catalog by drug, topic and page, those for the item first', async () => {
    await editor.open(uri, text);
    const position = placeIn(text, 'The applicant remained');
    const find = (query: string): Promise<PassageEntry[]> =>
      editor.request('imr/passages', { uri, position, query });
    expect((await find(''))[0]).toMatchObject({ fits: true, title: expect.stringMatching(/^Baclofen/) });
    expect((await find('page 64')).map(({ title }) => title)).toContain(
      'Baclofen, an antispasmodic, page 64',
    );
    const topics = (await find('topical analgesics')).filter(({ id }) => id.startsWith('topic:'));
    expect(topics[0]).toMatchObject({ basis: 'unverified', unverified: true });
    expect((await find('opioids-2016')).concat(await find('Opioid Treatment 2016'))).toEqual([]);
    expect(await find('baclofen zygomatic')).toEqual([]);
  });

  it('writes sentence and guideline line in one edit', async () => {
    await editor.open(uri, text);
    const position = placeIn(text, 'The applicant remained');
    const insert = async (id: string): Promise<string> => {
      const result = await editor.request<InsertPassageResult>('imr/insertPassage', { uri, position, id });
      return applyEdits(text, editsOf(result.edit));
    };
    const passage = await insert('cite-baclofen');
    expect(passage).toContain(
      'Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Muscle relaxants (for pain).',
    );
    expect(passage).toMatch(/off of work\. As noted on page 64 .* neuropathic pain\. Therefore/);
    expect(await insert('topic:cpmtg-2009:Opioids: when to continue')).toContain(
      'off of work. As noted on page 80 of the MTUS Chronic Pain Medical Treatment Guidelines, [what the guideline says]. Therefore',
    );
    expect(await editor.request('imr/insertPassage', { uri, position, id: 'topic:none:none' })).toBeNull();
  });

  it('has tab stops where the client takes them', async () => {
    editor = await new Editor().start(able);
    await editor.open(uri, text);
    const actions = await editor.actions(uri, rangeOf(text, 'remained off'), ['quickfix']);
    const action = actions.find(({ title }) =>
      title.startsWith('Insert citation: Baclofen, an antispasmodic'),
    );
    expect(editsOf(action?.edit).some((edit) => 'snippet' in edit && edit.snippet.value.endsWith('$0'))).toBe(
      true,
    );
  });

  it('does not offer what the rationale cites already', async () => {
    const cited = text.replace(
      'remained off of work.',
      'remained off of work. As noted on page 64 of the MTUS Chronic Pain Medical Treatment Guidelines, baclofen is for spasticity.',
    );
    await editor.open(uri, cited);
    const titles = (await editor.actions(uri, rangeOf(cited, 'remained off'))).map(({ title }) => title);
    expect(titles).not.toContain('Insert citation: Baclofen, an antispasmodic, page 64');
    expect(titles).toContain('Insert citation: Efficacy of medication, page 7');
  });

  it('offers as citations only what cites, citing sentences before arguments', async () => {
    await editor.open(uri, text);
    const position = placeIn(text, 'The applicant remained');
    const found = await editor.request<PassageEntry[]>('imr/passages', { uri, position, query: '' });
    const ids = found.map(({ id }) => id);
    expect(ids).not.toContain('arg-activity');
    expect(ids).not.toContain('open-no');
    expect(ids.indexOf('arg-no-improvement-e')).toBeGreaterThan(ids.indexOf('cite-efficacy'));
    const actions = await editor.actions(uri, rangeOf(text, 'remained off'));
    const titles = actions.map(({ title }) => title).filter((title) => title.startsWith('Insert'));
    expect(titles).toContain('Insert citation: No functional improvement, 9792.20e');
    expect(titles).not.toContain('Insert citation: Dependence on opioids not curtailed');
  });
});

describe('a new letter', () => {
  const params: NewLetterParams = {
    items:
      '1. Baclofen 10 mg #45\n2. Physical therapy,\n   12 sessions\n3) MRI of the lumbar spine: Overturned\n',
    dates: {
      injury: '11/19/2014',
      request: '10/20/2015',
      ur: '10/27/2015',
      application: '11/16/2015',
      assigned: '12/01/2015',
      decision: '01/04/2016',
    },
    caseNumber: 'CM15-0212345',
    priority: 'Standard',
  };
  const ask = async (asked: NewLetterParams): Promise<NewLetterResult> => {
    return editor.request('imr/newLetter', asked);
  };

  it('reads the pasted items with their verdicts', async () => {
    const { items } = await ask(params);
    expect(items).toEqual([
      { request: 'Baclofen 10 mg #45', verdict: 'Upheld' },
      { request: 'Physical therapy, 12 sessions', verdict: 'Upheld' },
      { request: 'MRI of the lumbar spine', verdict: 'Overturned' },
    ]);
  });

  it('passes all rules about structure, dates and verdicts at once', async () => {
    const { text } = await ask(params);
    const families = new Map(rules.map(({ id, family }) => [id, family]));
    const found = check(text).filter(({ rule }) =>
      ['sections', 'dates', 'verdicts'].includes(families.get(rule) ?? ''),
    );
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  it('writes openers that follow from item to item, and a citation that fits', async () => {
    const { text } = await ask(params);
    expect(text).toContain(
      'Decision rationale: No, the request for Baclofen, an antispasticity agent, was not',
    );
    expect(text).toContain(
      'Decision rationale: Similarly, the request for physical therapy was likewise not',
    );
    expect(text).toContain(
      'Decision rationale: Conversely, the request for MRI of the lumbar spine was medically',
    );
    expect(text).toContain('page 64 of the MTUS Chronic Pain Medical Treatment Guidelines');
  });

  it('has one tab stop for each judgement, apart for each item', async () => {
    const { snippet } = await ask(params);
    const stops = [...snippet.matchAll(/\$\{(\d+)[:|]/g)].map((match) => Number(match[1]));
    expect(stops).toEqual(Array.from({ length: stops.length }, (_, index) => index + 1));
    expect(snippet.match(/\[deciding fact\.\]/g)).toHaveLength(3);
    expect(snippet.endsWith('$0')).toBe(true);
  });

  it('lets the writer choose what the claims administrator cited, and takes the reviewer from the settings', async () => {
    const { snippet, text } = await ask({ ...params, licensure: 'Texas', specialty: 'Pain Medicine' });
    expect(snippet).toMatch(
      /\$\{\d+\|Decision based on MTUS \[guideline\][^|]*,Decision based on MTUS Chronic Pain Medical Treatment 2009\\, Section\(s\): Muscle relaxants \(for pain\)\.,[^|]*The Claims Administrator did not cite/,
    );
    expect(text).toContain('State(s) of Licensure: Texas\nCertification(s)/Specialty: Pain Medicine');
  });

  it('shows nothing but open places where nothing was told', async () => {
    const { text } = await ask({ items: 'Baclofen 10 mg #45' });
    expect(check(text).filter(({ rule }) => rule !== 'placeholder-left')).toEqual([]);
  });

  it('can be without header and without items', async () => {
    const { text } = await ask({ items: '', form: 'without-header' });
    expect(text).toMatch(/^HOW THE IMR FINAL DETERMINATION WAS MADE\n/);
    expect(text).toContain('[disputed item]: Upheld');
  });
});

it('gives the case as a line of events with roles, places, intervals and conflicts', async () => {
  const text = letter({
    header,
    summary: summary.replace('October 27, 2015', 'October 28, 2015'),
    items: [{ rationale: upheld }],
  });
  await editor.open(uri, text);
  const { events, version } = await editor.request<Timeline>('imr/timeline', { uri });
  expect(version).toBe(1);
  expect(events.map(({ iso, role }) => `${iso} ${role}`)).toEqual([
    '2014-11-19 injury',
    '2015-10-27 ur',
    '2015-10-28 ur',
    '2015-11-16 application',
    '2015-12-01 assigned',
    '2016-01-04 decision',
  ]);
  expect(events[0]?.mentions.map(({ section, range }) => [section, wordsAt(text, range)])).toEqual([
    ['Header', '11/19/2014'],
    ['Clinical case summary', 'November 19, 2014'],
  ]);
  expect(events[1]).toMatchObject({ title: 'utilization review decision', daysSincePrevious: 342 });
  expect(events[2]?.conflicts.map(({ rule }) => rule)).toContain('date-ur-mismatch');
});

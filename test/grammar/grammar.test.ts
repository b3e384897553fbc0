import { beforeAll, describe, expect, it } from 'vitest';
import { fillPassage, passages } from '../../server/src/language/passages/index.ts';
import { loadGrammar, type Tokenize } from './tokenize.ts';

let tokenize: Tokenize;

beforeAll(async () => {
  tokenize = await loadGrammar();
});

/** The texts that carry a scope, neighbours on one line joined. */
function withScope(letter: string, scope: string): string[] {
  const found: { text: string; line: number; end: boolean }[] = [];
  let previous: { line: number; last: boolean } = { line: 0, last: false };
  for (const token of tokenize(letter)) {
    const has = token.scopes.some((name) => name === `${scope}.imr` || name.startsWith(`${scope}.`));
    if (has) {
      const last = found.at(-1);
      if (last && previous.last && previous.line === token.line) last.text += token.text;
      else found.push({ text: token.text, line: token.line, end: false });
    }
    previous = { line: token.line, last: has };
  }
  return found.map((entry) => entry.text);
}

const letter = `Case Number:          CM15-0123456
Date Assigned:        06/02/2015                      Date of Injury:      03/04/2011
Decision Date:        07/01/2015                      UR Denial Date:      05/11/2015
Priority:             Standard                        Application          05/20/2015
                                                      Received:

                 HOW THE IMR FINAL DETERMINATION WAS MADE
The Expert Reviewer has the following credentials:
State(s) of Licensure: Oregon
Certification(s)/Specialty: Anesthesiology

                                CLINICAL CASE SUMMARY
On April 9, 2015 the worker was seen again; the wrist film of 2-14-15 was read.

   IMR ISSUES, DECISIONS AND RATIONALES

Tizanidine 4mg #60, DOS: 4/9/2015: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence
for its decision.

MAXIMUS guideline: Decision based on MTUS General Approaches 2004, Section(s): Initial
Approaches to Treatment, and Chronic Pain Medical Treatment 2009, Section(s): Introduction,
Muscle relaxants (for pain).

Decision rationale: No, the request for tizanidine is not needed, as page 66 shows. There is no
functional improvement under 9792.20e. Therefore, the request is not
medically necessary.

Wrist brace: Overturned

Decision rationale: Yes, the request was medically necessary.
`;

/** The same letter in another layout. */
const layouts: [string, (text: string) => string][] = [
  ['as pdftotext lays it out', (text) => text],
  ['double-spaced with a blank after each line', (text) => text.replace(/\n/g, ' \n\n')],
  ['with carriage returns', (text) => text.replace(/\n/g, '\r\n')],
  ['indented throughout', (text) => text.replace(/^(?=.)/gm, '    ')],
];

describe.each(layouts)('a letter %s', (_name, lay) => {
  const laid = lay(letter);

  it('colours the section headings', () => {
    expect(withScope(laid, 'markup.heading.section')).toEqual([
      'HOW THE IMR FINAL DETERMINATION WAS MADE',
      'CLINICAL CASE SUMMARY',
      'IMR ISSUES, DECISIONS AND RATIONALES',
    ]);
  });

  it('colours the labels of the header table', () => {
    expect(withScope(laid, 'entity.name.tag.header')).toEqual([
      'Case Number',
      'Date Assigned',
      'Date of Injury',
      'Decision Date',
      'UR Denial Date',
      'Priority',
      'Application',
      'Received',
    ]);
  });

  it('colours item headings and tells the verdicts apart', () => {
    expect(withScope(laid, 'entity.name.section.item')).toEqual([
      'Tizanidine 4mg #60, DOS: 4/9/2015',
      'Wrist brace',
    ]);
    expect(withScope(laid, 'markup.deleted.verdict.upheld')).toEqual(['Upheld']);
    expect(withScope(laid, 'markup.inserted.verdict.overturned')).toEqual(['Overturned']);
  });

  it('colours the labels of an item, openers included', () => {
    expect(withScope(laid, 'entity.name.tag.guideline.claims')).toEqual(['Claims Administrator guideline']);
    expect(withScope(laid, 'entity.name.tag.guideline.maximus')).toEqual(['MAXIMUS guideline']);
    expect(withScope(laid, 'entity.name.tag.rationale')).toEqual([
      'Decision rationale',
      'Decision rationale',
    ]);
    expect(withScope(laid, 'keyword.control.opener.no')).toEqual(['No']);
    expect(withScope(laid, 'keyword.control.opener.yes')).toEqual(['Yes']);
  });

  it('colours the guidelines after MTUS and their section lists', () => {
    expect(withScope(laid, 'entity.name.type.guideline')).toEqual([
      'General Approaches 2004',
      'Chronic Pain Medical Treatment 2009',
    ]);
    const sections = withScope(laid, 'string.unquoted.section-list').join('|');
    expect(sections).toContain('Introduction');
    expect(sections).toContain('Muscle relaxants (for pain)');
  });

  it('colours dates, pages and the regulation', () => {
    expect(withScope(laid, 'constant.numeric.date')).toEqual([
      '06/02/2015',
      '03/04/2011',
      '07/01/2015',
      '05/11/2015',
      '05/20/2015',
      'April 9, 2015',
      '2-14-15',
      '4/9/2015',
    ]);
    expect(withScope(laid, 'constant.numeric.strength')).toEqual(['4mg']);
    expect(withScope(laid, 'constant.numeric.quantity')).toEqual(['#60']);
    expect(withScope(laid, 'constant.numeric.page')).toEqual(['66']);
    expect(withScope(laid, 'constant.other.reference.regulation')).toEqual(['9792.20e']);
  });

  it('colours a conclusion that breaks over a line as negative', () => {
    expect(withScope(laid, 'keyword.control.conclusion.negative')).toEqual(['not', 'medically necessary']);
    expect(withScope(laid, 'keyword.control.conclusion.positive')).toEqual(['medically necessary']);
  });
});

describe('dates', () => {
  it.each([
    '12/30/2016',
    '1-9-2017',
    '11-01-16',
    '3/4/15',
    'September 29, 2015',
    'Sept. 4, 2014',
    'October 2014',
    '5/2002',
    '9-2016',
    '2016-11-03',
    '10/14/ 2016',
  ])('colours %s', (date) => {
    expect(withScope(`It was noted on ${date} that pain persisted.`, 'constant.numeric.date')).toEqual([
      date,
    ]);
  });

  it('reads a range in brackets as two dates', () => {
    expect(withScope('Visits (11-01-2016 to 11-21-2016) were six.', 'constant.numeric.date')).toEqual([
      '11-01-2016',
      '11-21-2016',
    ]);
  });

  it.each([
    'Pain was 5-10/10.',
    'Trezix 320.5-30-16mg',
    'Norco 10-325mg daily',
    'at L4-5-6',
    '2-3 times',
    'CM16-0213037',
  ])('leaves "%s" alone', (text) => {
    expect(withScope(text, 'constant.numeric.date')).toEqual([]);
  });

  it('colours both ends of a line that breaks a date', () => {
    expect(withScope('seen on 11-28-\nand on May 3,\n2016.', 'constant.numeric.date')).toEqual([
      '11-28-',
      'May 3,',
    ]);
  });
});

describe('citations', () => {
  it('colours the older guideline line with topic and page', () => {
    const line =
      'MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines BACLOFEN Page(s): 64.';
    expect(withScope(line, 'entity.name.type.guideline')[0]).toContain('Chronic Pain Treatment Guidelines');
    expect(withScope(line, 'constant.numeric.page')).toEqual(['64']);
  });

  it.each([
    ['see page 7 of', '7'],
    ['on pages 335-336.', '335-336'],
    ['as on pg. 607.', '607'],
    ['(p 301)', '301'],
  ])('colours the page in "%s"', (text, page) => {
    expect(withScope(text, 'constant.numeric.page')).toEqual([page]);
  });

  it('colours the name of every guideline that a passage puts on the line', () => {
    const names = new Set(
      passages.flatMap((passage) => passage.guidelines?.map((cited) => cited.line.name) ?? []),
    );
    for (const name of names) {
      const line = `MAXIMUS guideline: Decision based on MTUS ${name}.`;
      expect(withScope(line, 'entity.name.type.guideline'), line).toEqual([name]);
    }
  });

  it('ends a guideline line at the next label even when the full stop is missing', () => {
    const text =
      'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Summary\nDecision rationale: No, it was not.';
    expect(withScope(text, 'entity.name.tag.rationale')).toEqual(['Decision rationale']);
    expect(withScope(text, 'string.unquoted.section-list').join('')).not.toContain('it was');
  });

  it('marks the ambiguous "(ef)" and a misspelt verdict as invalid', () => {
    expect(withScope('as defined in 9792.20(ef).', 'invalid.illegal.regulation')).toEqual(['9792.20(ef)']);
    expect(withScope('Back brace: Upheldd', 'invalid.illegal.verdict')).toEqual(['Upheldd']);
    expect(withScope('Back brace: Partially Overturned', 'invalid.illegal.verdict')).toEqual([
      'Partially Overturned',
    ]);
  });
});

describe('strengths and placeholders', () => {
  it.each([
    ['Norco 10/325mg daily', '10/325mg'],
    ['Fentanyl 25 mcg/hr patch', '25 mcg/hr'],
    ['Voltaren gel 1%', '1%'],
  ])('colours the strength in "%s"', (text, strength) => {
    expect(withScope(text, 'constant.numeric.strength')).toEqual([strength]);
  });

  it('colours the end of a split heading', () => {
    const heading =
      'Nine visits was the original request. Four was authorized by the Claims Administrator. The\nremaining IMR eligible portion of the original request, five visits is: Upheld';
    expect(withScope(heading, 'markup.deleted.verdict.upheld')).toEqual(['Upheld']);
  });

  it('colours a verdict that stands alone under its heading', () => {
    const heading = 'Aquatic therapy twice a week for six weeks for the knee:\nOverturned';
    expect(withScope(heading, 'markup.inserted.verdict.overturned')).toEqual(['Overturned']);
  });

  it('colours what a snippet leaves to be filled', () => {
    const passage = passages.find((entry) => entry.id === 'arg-off-work');
    expect(passage).toBeDefined();
    if (passage)
      expect(withScope(fillPassage(passage).text, 'markup.italic.placeholder')).toEqual(['[date]']);
  });
});

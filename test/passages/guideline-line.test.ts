import { describe, expect, it } from 'vitest';
import {
  guidelineLineFor,
  type LineStyle,
  lineEditsFor,
  lineEntryFor,
  lineStyleOf,
  passages,
} from '../../server/src/language/passages/index.ts';

const byId = (id: string) => {
  const found = passages.find((passage) => passage.id === id);
  if (!found) throw new Error(`no passage ${id}`);
  return found;
};

/** The line after the edits that a passage asks for. */
function completed(line: string, id: string, style?: LineStyle): string {
  const edits = lineEditsFor(line, byId(id), style).sort((a, b) => b.start - a.start);
  return edits.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), line);
}

describe('the entry of a passage', () => {
  it('is printed by page in the older style', () => {
    expect(lineEntryFor(byId('cite-baclofen'), 'pages')).toBe(
      'Chronic Pain Treatment Guidelines BACLOFEN Page(s): 64',
    );
    expect(lineEntryFor(byId('cite-antidepressant'), 'pages')).toBe(
      'ACOEM Chapter 15 Stress Related Conditions Page(s): 402',
    );
  });

  it('is printed by section in the newer style', () => {
    expect(lineEntryFor(byId('cite-baclofen'), 'sections')).toBe(
      'Chronic Pain Medical Treatment 2009, Section(s): Muscle relaxants (for pain)',
    );
    expect(lineEntryFor(byId('cite-acupuncture'), 'sections')).toBe('Acupuncture Treatment 2007');
  });

  it('is nothing for a passage that cites nothing', () => {
    expect(lineEntryFor(byId('arg-however'), 'sections')).toBeUndefined();
    expect(lineEditsFor('Decision based on MTUS Knee Complaints 2004.', byId('arg-however'))).toEqual([]);
  });

  it('names each guideline once in a whole line', () => {
    expect(guidelineLineFor([byId('cite-efficacy-acoem'), byId('cite-baclofen')], 'sections')).toBe(
      'Decision based on MTUS General Approaches 2004, Section(s): Initial Approaches to Treatment, and Chronic Pain Medical Treatment 2009, Section(s): Introduction, Muscle relaxants (for pain).',
    );
  });

  it('tells the style of a line', () => {
    expect(lineStyleOf('Decision based on MTUS X Page(s): 64.')).toBe('pages');
    expect(lineStyleOf('Decision based on MTUS X 2009, Section(s): Y.')).toBe('sections');
    expect(
      lineStyleOf('The Expert Reviewer did not cite any medical evidence for its decision.'),
    ).toBeUndefined();
  });
});

describe('completing a guideline line', () => {
  it('adds a missing section to its own guideline, not to the next one', () => {
    expect(
      completed(
        ' Decision based on MTUS Chronic Pain Medical Treatment \n2009, Section(s): Introduction, and Knee Complaints 2004, Section(s): Special Studies. \n',
        'cite-baclofen',
      ),
    ).toBe(
      ' Decision based on MTUS Chronic Pain Medical Treatment \n2009, Section(s): Introduction, Muscle relaxants (for pain), and Knee Complaints 2004, Section(s): Special Studies. \n',
    );
  });

  it('adds a missing guideline at the end of the MTUS sentence', () => {
    expect(
      completed(
        'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies. Decision based on Non-MTUS Citation ODG, Knee.',
        'cite-efficacy',
      ),
    ).toBe(
      'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies, and Chronic Pain Medical Treatment 2009, Section(s): Introduction. Decision based on Non-MTUS Citation ODG, Knee.',
    );
  });

  it('keeps the style of the line: page 7 beside page 64', () => {
    expect(
      completed(
        'Decision based on MTUS Chronic Pain Treatment Guidelines \n\nBACLOFEN Page(s): 64. ',
        'cite-baclofen-qualified',
      ),
    ).toBe(
      'Decision based on MTUS Chronic Pain Treatment Guidelines \n\nBACLOFEN Page(s): 64, and Chronic Pain Treatment Guidelines INTRODUCTION Page(s): 7. ',
    );
  });

  it('changes nothing when the line has it all, however it is wrapped', () => {
    const line =
      'Decision based on MTUS General Approaches 2004, Section(s): Initial \n\nApproaches to Treatment, and Chronic Pain Medical Treatment 2009, Section(s): Introduction, \n\nMuscle relaxants (for pain). ';
    for (const id of ['cite-baclofen', 'cite-efficacy', 'cite-efficacy-acoem', 'cite-baclofen-qualified']) {
      expect(lineEditsFor(line, byId(id)), id).toEqual([]);
    }
  });

  it('replaces a line that cites nothing, and keeps a source outside the MTUS', () => {
    const whole = 'Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Introduction.';
    expect(
      completed(' The Expert Reviewer did not cite any medical evidence for its decision. ', 'cite-efficacy'),
    ).toBe(` ${whole} `);
    expect(
      completed(
        ' The Expert Reviewer based their decision on recommendation(s) outside of the MTUS \nGuidelines. Decision based on Non-MTUS Citation ODG, Pain.',
        'cite-efficacy',
      ),
    ).toBe(` ${whole} Decision based on Non-MTUS Citation ODG, Pain.`);
  });
});

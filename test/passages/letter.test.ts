import { describe, expect, it } from 'vitest';
import { fillPassage, passages } from '../../server/src/language/passages/index.ts';
import { parseDetermination } from '../../server/src/language/syntax/index.ts';

const filled = (id: string, values = {}): string => {
  const passage = passages.find((entry) => entry.id === id);
  if (!passage) throw new Error(`no passage ${id}`);
  return fillPassage(passage, values).text;
};

/** What the parser sees of a letter: sections, header fields and the parts of each item. */
function skeleton(letter: string) {
  const tree = parseDetermination(letter);
  const items = tree.children
    .flatMap((child) => (child.type === 'section' ? child.children : []))
    .filter((child) => child.type === 'item');
  return {
    form: tree.form,
    header: tree.children.flatMap((child) =>
      child.type === 'header' ? child.children.map((field) => field.name) : [],
    ),
    sections: tree.children.flatMap((child) => (child.type === 'section' ? [child.name] : [])),
    items: items.map((item) => ({
      parts: item.children.map((part) => (part.type === 'guidelineLine' ? part.party : part.type)),
      verdict: item.children.find((part) => part.type === 'itemHeading')?.verdict?.value,
      split: item.children.find((part) => part.type === 'itemHeading')?.split?.kind,
    })),
  };
}

const parts = ['itemHeading', 'claims', 'maximus', 'rationale'];

describe('a letter from the snippets', () => {
  it('is a whole letter to the parser, even before it is filled', () => {
    expect(skeleton(`${filled('letter')}\n`)).toEqual({
      form: 'final-determination',
      header: [
        'caseNumber',
        'dateAssigned',
        'dateOfInjury',
        'decisionDate',
        'urDenialDate',
        'priority',
        'applicationReceived',
      ],
      sections: ['how-made', 'credentials', 'summary', 'issues'],
      items: [{ parts, verdict: 'Upheld', split: undefined }],
    });
  });

  it('takes every kind of item after its own', () => {
    const letter = ['letter', 'item-overturned', 'item-split', 'item-dependent']
      .map((id) => filled(id))
      .join('\n\n');
    expect(skeleton(letter).items).toEqual([
      { parts, verdict: 'Upheld', split: undefined },
      { parts, verdict: 'Overturned', split: undefined },
      { parts, verdict: 'Upheld', split: 'remaining' },
      { parts, verdict: 'Upheld', split: undefined },
    ]);
  });

  it('has both kinds of split heading', () => {
    const values = {
      original: 'A bath chair',
      authorized: 'a bath chair for one month',
      remaining: 'six visits',
      verdict: 'Overturned',
    };
    const whole = filled('item-upheld').replace('[disputed item]: Upheld', filled('split-whole', values));
    const letter = `${filled('section-decisions')}\n\n${whole}`;
    expect(skeleton(letter).items[1]).toEqual({ parts, verdict: 'Overturned', split: 'whole' });
  });
});

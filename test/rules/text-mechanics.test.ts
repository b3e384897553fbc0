import { describe, expect, it } from 'vitest';
import type { Finding, Fix } from '../../server/src/language/finding.ts';
import { applyFix, check, marked } from '../support/check.ts';
import { letter } from '../support/letter.ts';

const closing = 'Therefore, the request is not medically necessary.';
const withText = (text: string): string => letter({ items: [{ rationale: `${text} ${closing}` }] });
const preferred = (finding: Finding | undefined): Fix => finding?.fixes.find((fix) => fix.preferred) as Fix;

describe('passages', () => {
  it.each([
    ['no affiliation with the employer', 'no affiliation the employer'],
    ['no affiliation with the employer', 'no affiliation with any employer'],
    ['familiar with governing laws', 'familiar with with governing laws'],
    ['including all medical records:', 'including medical records:'],
    ['The expert reviewer developed the following', 'The expert reviewer wrote the following'],
    ['disputed items/services set forth below:', 'disputed items/services set forth above:'],
    ['The Expert Reviewer has the following credentials:', 'The Expert Reviewer has following credentials:'],
  ])('restores "%s"', (standard, altered) => {
    const text = letter({ replace: [[standard, altered]] });
    const findings = check(text, 'passage-altered');
    expect(findings).toHaveLength(1);
    expect(applyFix(text, preferred(findings[0]))).toBe(letter());
  });

  it('takes out by itself only words that repeat the passage', () => {
    const repeated = letter({
      replace: [['including all medical records:', 'including all all medical records:']],
    });
    expect(check(repeated, 'passage-altered').map(({ fixes }) => fixes[0]?.certain)).toEqual([true]);
    const added = letter({
      replace: [['following credentials:', 'following credentials: Pain Medicine, Nevada']],
    });
    const fixes = check(added, 'passage-altered').flatMap((finding) => finding.fixes);
    expect(fixes.length).toBeGreaterThan(0);
    expect(fixes.some(({ certain }) => certain)).toBe(false);
  });

  it('tells once of a passage in other words throughout', () => {
    const text = letter({
      replace: [
        ['sent the complete', 'forwarded the entire'],
        ['He/she has no', 'The reviewer has no'],
        ['and is currently working', 'and currently works'],
        ['selected based on his/her', 'chosen on the basis of'],
        ['similar specialties', 'like specialties'],
      ],
    });
    const [finding, ...more] = check(text, 'passage-altered');
    expect(more).toEqual([]);
    expect(finding?.severity).toBe('information');
    expect(finding && marked(text, finding)).toMatch(
      /^MAXIMUS Federal Services forwarded[\s\S]*determinations\.$/,
    );
  });

  it('restores the sentence on spasticity', () => {
    const right = withText(
      'Baclofen is recommended for spasticity associated with multiple sclerosis and/or spinal cord injuries.',
    );
    const text = right.replace('sclerosis', 'stenosis');
    const [finding] = check(text, 'passage-altered');
    expect(finding && marked(text, finding)).toBe('stenosis');
    expect(applyFix(text, preferred(finding))).toBe(right);
  });

  it('does not compare sentences that only share a subject with a passage', () => {
    expect(
      check(
        withText(
          'Spasticity occurs with spinal cord injuries and after a stroke, and multiple drugs are used for it.',
        ),
        'passage-altered',
      ),
    ).toEqual([]);
  });

  it('takes line breaks and quotes as they come', () => {
    const text = letter().replace('He/she has no affiliation', 'He/she has no\n\naffiliation');
    expect(check(text, 'passage-altered')).toEqual([]);
  });
});

describe('the words that open a guideline line', () => {
  const line = 'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back, MRI.';
  const rationale = `ODG recommends an MRI where a deficit progresses. ${closing}`;

  it.each([
    line.replace('MTUS', 'MUTS'),
    line.replace('based on', 'based'),
    line.replace('Non-MTUS', 'Non MTUS'),
    line.replace(' Citation', ''),
  ])('mends "%s"', (maximus) => {
    const text = letter({ items: [{ maximus, rationale }] });
    const findings = check(text, 'passage-altered');
    expect(findings).toHaveLength(1);
    expect(applyFix(text, preferred(findings[0]))).toBe(letter({ items: [{ maximus: line, rationale }] }));
    // The line is read all the same.
    expect(check(text, 'citation-not-listed')).toEqual([]);
  });

  it.each([
    line,
    'Decision based on MTUS Low Back Complaints 2004.',
    'The Expert Reviewer based his/her decision on MTUS.',
  ])('leaves "%s" alone', (maximus) => {
    expect(check(letter({ items: [{ maximus }] }), 'passage-altered')).toEqual([]);
  });
});

describe('quotation marks and brackets', () => {
  it('finds a lone bracket and a doubled word in a guideline line', () => {
    const of = (topic: string): string =>
      letter({
        items: [
          {
            maximus: `Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Pain, ${topic}.`,
          },
        ],
      });
    expect(check(of('stimulators (2016 update'), 'brackets-unbalanced')).toHaveLength(1);
    expect(check(of('stimulators and and pumps'), 'doubled-word')).toHaveLength(1);
    const right = of('Opioids, Opioids, dosing; stimulators (2016 update) and pumps');
    expect([...check(right, 'brackets-unbalanced'), ...check(right, 'doubled-word')]).toEqual([]);
  });

  it.each([
    ['a nested quotation', 'ODG says "Assess after a "six-visit trial" and then go on." There is no gain.'],
    ['curly quotes', 'Prozac takes \u201cweeks\u201d to work.'],
    ['inches and feet', 'He is 5\'6" tall and the scar is 3" long.'],
    ['an enumeration', 'He needs 1) rest, 2) ice, and a) a brace; (b) a cane.'],
    ['brackets inside quotes', 'ODG says "(1) rest [or ice] (for a week)."'],
  ])('is silent on %s', (_, text) => {
    expect(check(withText(text)).filter((finding) => /unbalanced/.test(finding.rule))).toEqual([]);
  });

  it.each([
    ['He said "I am in control. There is no gain.', 'opened and never closed'],
    ['He is in control of his impulses." There is no gain.', 'never opened'],
  ])('%s', (text, message) => {
    expect(check(withText(text), 'quotes-unbalanced').map((finding) => finding.message)).toEqual([
      expect.stringContaining(message),
    ]);
  });

  it('takes out a bracket that stands twice', () => {
    const text = withText('Care ((exercise and heat) has failed.');
    expect(applyFix(text, preferred(check(text, 'brackets-unbalanced')[0]))).toBe(
      withText('Care (exercise and heat) has failed.'),
    );
  });
});

describe('left-over text', () => {
  it('chooses the article that the next word needs', () => {
    const text = letter({ summary: 'She is a(n) 80 year old woman with a(n) injury and a(n) sprain.' });
    const fixed = check(text, 'leftover-text').reduceRight(
      (result, finding) => applyFix(result, preferred(finding)),
      text,
    );
    expect(fixed).toBe(letter({ summary: 'She is an 80 year old woman with an injury and a sprain.' }));
  });

  it('takes out footnote numbers and leaves "six [6] months" alone', () => {
    const text = withText('Opioids are tried for six [6] months. [84, 89] They may be stopped.');
    const findings = check(text, 'leftover-text');
    expect(findings.map((finding) => marked(text, finding))).toEqual(['[84, 89]']);
    expect(applyFix(text, preferred(findings[0]))).toBe(
      withText('Opioids are tried for six [6] months. They may be stopped.'),
    );
    const list = withText('Criteria: [1] failure of care; [2] a lesion; and [3] consent.');
    expect(check(list, 'leftover-text')).toEqual([]);
  });

  it.each([
    ['There is no gain. Period new paragraph. The care may wait.', 'There is no gain. The care may wait.'],
    ['The wrist, scratch that, the hand is weak.', 'The wrist, the hand is weak.'],
  ])('takes out a command of dictation: %s', (written, meant) => {
    const [finding] = check(withText(written), 'leftover-text');
    expect(applyFix(withText(written), preferred(finding))).toBe(withText(meant));
  });

  it('leaves words that are no command alone', () => {
    const text = withText(
      'A new line of care was tried. A new paragraph was added to the rule. He could not scratch that arm.',
    );
    expect(check(text, 'leftover-text')).toEqual([]);
  });

  it('finds the "he/she" of a template in a summary, not in a guideline or a quotation', () => {
    const summary = (text: string): string =>
      letter({ summary: `The injured worker is a 44 year old male injured on 09/15/2016. ${text}` });
    const text = summary('He stated that he/she slipped off a ladder.');
    expect(check(text, 'leftover-text').map((finding) => marked(text, finding))).toEqual(['he/she']);
    expect(check(summary('The form read "he/she slipped". He or she signed.'), 'leftover-text')).toEqual([]);
    expect(check(withText('A patient may resume his/her work.'), 'leftover-text')).toEqual([]);
  });

  it('takes a number with its noun for no footnote', () => {
    const wrong = withText('It may help in the following criteria, 13 the treatment having failed.');
    expect(check(wrong, 'leftover-text')).toHaveLength(1);
    expect(
      check(withText('Two trials (Marek, 60 patients; Ostrow, 19) found a gain.'), 'leftover-text'),
    ).toEqual([]);
  });

  it.each(['[insert date]', '[date of injury]', '[DATE]', 'XXX', '____', 'TBD', '{name}', '<<drug>>'])(
    'finds the placeholder %s',
    (mark) => {
      const text = withText(`She was seen on ${mark} for pain.`);
      expect(check(text, 'placeholder-left').map((finding) => marked(text, finding))).toEqual([mark]);
    },
  );

  it.each([
    '[sic]',
    '[following the block]',
    '[the patient]',
    'a 2 x 3 cm lesion',
    'Roman numeral XXX'.replace('XXX', 'XX'),
  ])('leaves %s alone', (mark) => {
    expect(check(withText(`She wrote ${mark} for pain.`), 'placeholder-left')).toEqual([]);
  });
});

describe('marks and lost words', () => {
  it.each([
    ['There is no gain..', 'There is no gain.'],
    ['There is pain , and no gain.', 'There is pain, and no gain.'],
    ['There is pain,, and no gain.', 'There is pain, and no gain.'],
  ])('%s', (wrong, right) => {
    const text = withText(wrong);
    expect(applyFix(text, preferred(check(text, 'punctuation-stray')[0]))).toBe(withText(right));
  });

  it.each([
    'Pain, stiffness, etc., were noted.',
    'He said "well ..." and left.',
    'The denial reads, in part, "12 sessions . . . with no gain."',
    'The dose was .5 mg.',
    'See e.g., page 7.',
  ])('leaves "%s" alone', (text) => {
    expect(check(withText(text), 'punctuation-stray')).toEqual([]);
  });

  it.each([
    ['The drain was replaced by and removed.', 'by and'],
    ['He carries the diagnosis of for sprain.', 'of for'],
    ['The tear of the from a fall is old.', 'the from'],
    ['It costs more than per year.', 'than per'],
    ['He had abduction of degrees and flexion of 90 degrees.', 'of degrees'],
    ['It is given for an optimum duration of . She took a dose of mg daily.', 'of .', 'of mg'],
    ['There is no plan for a fusion or for. He may ask again with a new.', 'for.', 'new.'],
  ])('finds the loss in "%s"', (wrong, ...places) => {
    const text = withText(wrong);
    expect(check(text, 'lost-span').map((finding) => marked(text, finding))).toEqual(places);
    // What is lost is not mended by taking out a space.
    expect(check(text, 'missing-space')).toEqual([]);
  });

  it.each([
    'By and large, the injury arose out of and in the course of work.',
    'He warned her to stop, and it helps her and the family.',
    'MRI with and without contrast is asked for and planned.',
    'The pain he complained of for 3 months has gone.',
    'The guidelines do not specifically address gloves.',
    'Vitamin a was given.',
    'It is told in terms of what she does rather than of a number, and more of rest than of work.',
    'The joint has loss of degrees of freedom.',
    'It is what he asked for. The graft is new. The films are neither old nor new. His gait is not clear.',
    'It is later than the previous. The old brace goes with the new. He is in the clear.',
  ])('leaves "%s" alone', (text) => {
    expect(check(withText(text), 'lost-span')).toEqual([]);
  });

  it('tells of "do not address." once in a letter', () => {
    const rationale =
      'The MTUS and ACOEM Guidelines do not address. There is no gain. Therefore, the request is not medically necessary.';
    const text = letter({ items: [{ rationale }, { heading: 'Norco 5mg #30: Upheld', rationale }] });
    const findings = check(text, 'lost-span');
    expect(findings.map((finding) => marked(text, finding))).toEqual(['address.']);
    expect(findings[0]?.related.map((place) => marked(text, place))).toEqual(['address.']);
  });

  it.each([
    ['The MTUS and ACOEM Guidelines do not expressly discuss.', 'discuss.'],
    ['The records list the finding of by sprain of the neck.', 'of by'],
    [
      'The Utilization Review on November 15, 2016 Norco 5mg #60 was the original request.',
      'Utilization Review on November 15, 2016',
    ],
    [
      'The Utilization Review dated 11-15-2016 Norco 5mg #60 was the original request.',
      'Utilization Review dated 11-15-2016',
    ],
  ])('tells of what is lost in "%s"', (sentence, place) => {
    const text = withText(sentence);
    expect(check(text, 'lost-span').map((finding) => marked(text, finding))).toEqual([place]);
  });

  it('finds a sentence that runs into the next one', () => {
    const text = withText('There is no documentation of functional The request exceeds the limit.');
    expect(check(text, 'sentence-cut').map((finding) => marked(text, finding))).toEqual([
      'functional The request',
    ]);
  });

  it.each([
    'It lasted for 3 years. (He, 2004) There is little information.',
    'Criteria: (1) pain & (6) When visits exceed the limit, factors are noted.',
    'She lives in The Dalles and reads In Touch.',
    'The chapter "The Low Back" applies.',
  ])('does not take "%s" for one', (text) => {
    expect(check(withText(text), 'sentence-cut')).toEqual([]);
  });

  it('finds a summary that stops in the middle', () => {
    expect(
      check(
        letter({ summary: 'The injured worker fell on 09/15/2016. He was treated with rest and' }),
        'sentence-cut',
      ),
    ).toHaveLength(1);
  });
});

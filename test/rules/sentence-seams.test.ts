import { describe, expect, it } from 'vitest';
import { applyFix, check } from '../support/check.ts';
import { letter } from '../support/letter.ts';

const close = 'Therefore, the request is not medically necessary.';
const rationale = (text: string): string => letter({ items: [{ rationale: `${text} ${close}` }] });

describe('a sentence that runs into the next one', () => {
  it.each([
    ['He was found to have a sprain.', 'An MRI was asked for.'],
    ['The attorney subsequently appealed.', 'On November 15, 2016, he reported pain.'],
    ['He remained off work.', 'Treatment has included physical therapy.'],
    ['He had bled two years before.', 'A PPI was prudent.'],
    ['He was treated with rest and ice.', 'Medications have included ibuprofen.'],
    ['The plan holds passive means (e.g., ice, rest).', 'Active exercise is built up.'],
    ['The list allows 2 visits over 1 week.', 'Postsurgical treatment is listed apart.'],
  ])('gets its full stop back between "%s" and "%s"', (first, second) => {
    const right = rationale(`${first} ${second}`);
    expect(check(right, 'sentence-cut')).toEqual([]);
    const wrong = rationale(`${first.slice(0, -1)} ${second}`);
    const [finding] = check(wrong, 'sentence-cut');
    expect(finding?.fixes[0] && applyFix(wrong, finding.fixes[0])).toBe(right);
  });

  it('gets a stop in place of its comma where the next part of a history begins', () => {
    const right = rationale('Treatment included: rest. Medications have included ibuprofen.');
    const wrong = rationale('Treatment included: rest, Medications have included ibuprofen.');
    const [finding] = check(wrong, 'sentence-cut');
    expect(finding?.fixes[0] && applyFix(wrong, finding.fixes[0])).toBe(right);
  });

  it.each([
    'The records are thin, and the request is not. The rest was certified.',
    'Rest was certified; what the plan says is that the request is not. He errs.',
    'The heartburn was relieved following introduction of. Use of it goes on.',
    'He has heartburn, which had been eased following introduction of. Use of it goes on.',
    'The sprain heals within a total duration of. It was old.',
    'The request for Tramadol was Page 78 of the MTUS asks for the lowest dose.',
    'Low-stress aerobic activities can Careful stretching is begun early.',
    'Manipulation has its best support in acute pain Where it is tried, five visits show whether it helps.',
    'The records do not indicate that pain medication ODG states that it is under study.',
  ])('is found, without a stop that would not mend it, in "%s"', (text) => {
    expect(check(rationale(text), 'sentence-cut')).not.toEqual([]);
  });

  it.each([
    'The rules for On-going Management and When to Continue Opioids, page 80, apply.',
    'In March he was well. Six months later he was not. However, he rests.',
    'The list holds: Stiffness of the knee; Crepitus on motion; No palpable warmth; Age over 50.',
    'He took vitamin A PPI and rest were advised.',
    'The tympanogram was type A in both ears. The protein was hemoglobin A and no other.',
    'The guideline states on Page 78 of the MTUS that pain is assessed, while ODG states that function is.',
    'A course of six visits would be in keeping with it; a course of 12 is not. The rest was certified.',
    'The administrator wrote that the worker is housebound. He is not. He drives. Is it new? It was not. She has not, and it is not.',
    'It is the drug that he saw the introduction of. She asks what it is a course of.',
    'He takes opioids (e.g., Norco) and rests.',
    'Use by routine is what ODG does not support. So ACOEM considers it, as ODG does here.',
    'Patches of the one kind are anti-inflammatory, and the other kind is not. The first block was positive; the second was not. The rest followed.',
    'She has an ASIA B injury. He had an ASIA A lesion after a fall.',
    'He read it as if such care were never paid for; what it says is that such care alone is not. He errs.',
    'The worker spoke through Ms. Villaseñor. The visit was long. The note went to Mr. Peñan.',
    'The request was sent by Dr. Lee, and The Claims Administrator denied it. He was seen at Kaiser in May.',
    'Grip (kg):\n Right Left\n6/2016 20 34\n9/2016 22 36\nThe grip is stable.',
    'The handwritten note is hard to read. A typed one of the same date is not. The knee is stable. The ankle is not.',
    'While the injection is supported, the ultrasound is not. The tear is repairable, the cartilage is not.',
    'The CBC was authorized and the EKG was not. Asked if she was pregnant, she said that she was not.',
    'As such, the request for Further aquatic therapy is medically necessary.',
  ])('is not seen in "%s"', (text) => {
    expect(check(rationale(text), 'sentence-cut')).toEqual([]);
  });
});

describe('marks', () => {
  it('sees that the bracket before a date, a page or a section is lost', () => {
    for (const text of [
      'The review 1-6-17) denied it.',
      'It is an option pages 28-29).',
      'The rule section 9792.24.1) allows it.',
    ])
      expect(check(rationale(text), 'brackets-unbalanced')).toHaveLength(1);
  });

  it('leaves enumerations alone', () => {
    expect(
      check(rationale('Criteria are: 1) pain, 2) loss of function, a) weakness.'), 'brackets-unbalanced'),
    ).toEqual([]);
  });
});

describe('placeholders', () => {
  it.each([
    '[ ]',
    '$1',
    '***',
    'XX/XX/XXXX',
    '__/__/____',
    '<<name>>',
    '«Name»',
    '[insert name]',
    'Click here to enter text',
  ])('finds "%s"', (mark) => {
    expect(check(rationale(`The visit of ${mark} told of pain.`), 'placeholder-left')).toHaveLength(1);
  });

  it.each([
    'The copay was $5 per visit and $1,200 in all.',
    'Boxes were ticked: [x] work [ ] home.',
    'He wrote "[sic]" and rated pain 5/10.',
  ])('finds none in "%s"', (text) => {
    expect(check(rationale(text), 'placeholder-left')).toEqual([]);
  });
});

describe('opening and closing words', () => {
  const opener =
    'No, the request for Baclofen was not medically necessary, medically appropriate, or indicated here. There is no gain.';

  it.each([
    ['medically appropriate, or', 'medically, or'],
    ['medically necessary, medically appropriate', 'medically indicated, medically appropriate'],
    ['medically appropriate, or', 'appropriate appropriate, or'],
  ])('restores "%s" from "%s"', (standard, altered) => {
    const wrong = rationale(opener.replace(standard, altered));
    const fixes = check(wrong, 'passage-altered').flatMap((finding) => finding.fixes);
    expect(fixes.map((fix) => applyFix(wrong, fix))).toContain(rationale(opener));
  });

  it('takes the shorter form as it is', () => {
    expect(
      check(rationale(opener.replace('medically appropriate', 'appropriate')), 'passage-altered'),
    ).toEqual([]);
  });

  it('completes a conclusion that breaks off at "medically"', () => {
    const right = rationale('There is no gain in function.');
    const wrong = right.replace('not medically necessary.', 'not medically.');
    const [finding] = check(wrong, 'conclusion-malformed');
    expect(finding?.fixes[0] && applyFix(wrong, finding.fixes[0])).toBe(right);
  });
});

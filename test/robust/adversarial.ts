/** Texts made to keep a checker busy, of any length. */
import { letter } from '../support/letter.ts';

const head = letter();

/** Repeats pieces behind a whole letter until the text is long enough. */
function behindLetter(length: number, piece: (index: number) => string): string {
  const pieces = [head];
  for (let index = 0, sum = head.length; sum < length; index++) {
    const next = piece(index);
    pieces.push(next);
    sum += next.length;
  }
  return pieces.join('');
}

/** Thirty thousand different dates. */
function dateAt(index: number): string {
  const [month, day, year] = [
    1 + (index % 12),
    1 + (Math.floor(index / 12) % 28),
    Math.floor(index / 336) % 90,
  ];
  return `${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}/${1950 + year}`;
}

const wholeItem = (index: number): string => `${index}. Norco ${index}mg #${index}: Overturned
Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009.
MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009.
Decision rationale: No, the request for item ${index + 1} is not medically necessary.

`;

/** By name, a text of about a length in UTF-16 units. */
export const adversarial: Readonly<Record<string, (length: number) => string>> = {
  'one line': (length) =>
    head.replaceAll('\n', ' ') + 'The injured worker was seen again. '.repeat(length / 35),
  'a summary of one line': (length) =>
    head.replace(
      'CLINICAL CASE SUMMARY',
      `CLINICAL CASE SUMMARY\n${'The injured worker was seen again. '.repeat(length / 35)}`,
    ),
  'dates in one block': (length) => behindLetter(length, (i) => `On ${dateAt(i)} he was seen. `),
  'dates in paragraphs': (length) => behindLetter(length, (i) => `On ${dateAt(i)} he was seen.\n\n`),
  'nine dates again and again': (length) =>
    behindLetter(length, (i) => `On said ${dateAt(i % 9)} he was seen.\n\n`),
  'deep brackets': (length) => head + '('.repeat(length / 2) + ')'.repeat(length / 2),
  'square brackets': (length) => behindLetter(length, () => '['),
  braces: (length) => behindLetter(length, () => '{{'),
  quotes: (length) => behindLetter(length, () => '"“ '),
  'no full stop': (length) => behindLetter(length, (i) => `word${i % 977} pain of the knee and `),
  'one letter': (length) => behindLetter(length, () => 'a'),
  'capital letters': (length) => behindLetter(length, () => 'ABCDEFGH '),
  'one digit': (length) => behindLetter(length, () => '1'),
  numbers: (length) => behindLetter(length, (i) => `${i} `),
  spaces: (length) => behindLetter(length, () => ' '),
  'line ends': (length) => behindLetter(length, () => '\n'),
  'short lines': (length) => behindLetter(length, () => 'x\n'),
  'tabs and stops': (length) => behindLetter(length, () => '\t.'),
  'labels of a rationale': (length) => behindLetter(length, () => 'Decision rationale: \n'),
  'labels of guideline lines': (length) =>
    behindLetter(
      length,
      () => 'Claims Administrator guideline: Decision based on MTUS \nMAXIMUS guideline: \n',
    ),
  'headings of items': (length) => behindLetter(length, () => 'Norco 10/325mg #90: Upheld\n'),
  'whole items': (length) => behindLetter(length, wholeItem),
  'headings of sections': (length) =>
    behindLetter(length, () => 'CLINICAL CASE SUMMARY\nHe was seen.\nIMR ISSUES, DECISIONS AND RATIONALES\n'),
  'whole letters': (length) => behindLetter(length, () => `${head}\n`),
  'page references': (length) => behindLetter(length, (i) => `MTUS page ${i}, pages ${i}-${i + 3}. `),
  'names of guidelines': (length) => behindLetter(length, () => 'ODG ACOEM MTUS Guidelines, '),
  sides: (length) => behindLetter(length, () => 'right knee left knee bilateral shoulder.\n\n'),
  drugs: (length) => behindLetter(length, () => 'Norco 10/325mg #90 Percocet 5mg.\n\n'),
  conclusions: (length) =>
    behindLetter(
      length,
      () => 'The request is not medically necessary. The request is medically necessary.\n\n',
    ),
  'doubled words': (length) => behindLetter(length, () => 'the the\n\n'),
  'hyphens at line ends': (length) => behindLetter(length, () => 'treat-\n'),
  'what is no text': (length) =>
    Array.from({ length }, (_, i) => String.fromCharCode((i * 7919) % 65_536)).join(''),
  'halves of characters': (length) => behindLetter(length, () => '\ud83e'),
  pictures: (length) => behindLetter(length, () => '🩺 '),
  'combining marks': (length) => behindLetter(length, () => '\u0301'),
  'subdivisions of regulations': (length) => behindLetter(length, () => '9792.20(ef) 9792.24.2.\n\n'),
};

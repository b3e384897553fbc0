/** Texts to try the checker with: letters as they are, letters that were pulled about, and anything at all. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc, { type Arbitrary } from 'fast-check';

const root = join(import.meta.dirname, '../..');

function lettersIn(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.imr.txt'))
    .sort()
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

/** Whole letters of the project: its examples, and the clean letters of all forms and years. */
export const letters: readonly string[] = [
  ...lettersIn('examples'),
  ...lettersIn('test/fixtures/letters/clean'),
];

/** Pieces that steer the parser or a rule, and characters that editors, scanners and Word leave behind. */
export const pieces: readonly string[] = [
  ...['HOW THE IMR FINAL DETERMINATION WAS MADE', 'DOCUMENTS REVIEWED', 'CLINICAL CASE SUMMARY'],
  ...['IMR ISSUES, DECISIONS AND RATIONALES', 'Claims Administrator guideline: ', 'MAXIMUS guideline: '],
  ...[
    'Decision rationale: ',
    'Decision based on MTUS ',
    ', Section(s): ',
    'Decision based on Non-MTUS Citation ',
  ],
  ...[
    'Case Number: CM15-0123456',
    'Date of Injury: ',
    'UR Denial Date:',
    'Priority: Standard',
    'Upheld',
    ': Overturned',
  ],
  ...[
    'Yes, ',
    'No, ',
    'Conversely, ',
    'Therefore, the request is not medically necessary. ',
    'is medically necessary',
  ],
  ...[
    '9792.20(ef)',
    '9792.20e',
    '9792.24.2',
    'page 64',
    'pages 78-9',
    'MTUS page 999999999999',
    'ODG',
    'ACOEM',
  ],
  ...['09/29/2015', '2/30/2015', '99/99/9999', 'September 31, 2015', '12-11-20', '00/00/0000', '10/2014'],
  ...[
    'Percocet 10/325mg #90',
    'x-ray',
    'right ',
    'left ',
    ' he ',
    ' she ',
    '45-year-old',
    '12 sessions',
    'non-certified',
  ],
  ...[
    'the the ',
    'recieve',
    'its its',
    ' ,',
    '..',
    '""',
    '“',
    '”',
    '’',
    "'",
    '(',
    ')',
    '((((',
    '[',
    ']',
    '{',
    '$1',
    '$&',
    '\\',
  ],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\n\n',
    '\t',
    '\f',
    '\v',
    '\0',
    '\u2028',
    '\u0085',
    '\u00a0',
    '\u00ad',
    '\ufeff',
    '\u200b',
  ],
  ...[
    '-\n',
    '- ',
    'ﬁ',
    'e\u0301',
    'İ',
    'ß',
    '🩺',
    '\ud83e',
    '\udd7a',
    '\ufffd',
    '\u202e',
    '１２／０９／２０１５',
  ],
];

/** One change of a letter; places are fractions of its length, so that any change fits any letter. */
type Mutation =
  | { kind: 'insert'; at: number; text: string }
  | { kind: 'delete' | 'double' | 'upper' | 'rewrap'; at: number; length: number }
  | { kind: 'move'; at: number; length: number; to: number }
  | { kind: 'splice'; at: number; length: number; to: number; other: number }
  | { kind: 'character'; at: number; code: number }
  | { kind: 'lines'; ending: string };

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
/** Mostly a few characters, at times whole sections. */
const span = fc.oneof(
  { weight: 3, arbitrary: fc.nat(12) },
  { weight: 2, arbitrary: fc.nat(200) },
  fc.nat(4000),
);

const mutation: Arbitrary<Mutation> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('insert'), at: fraction, text: fc.constantFrom(...pieces) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('delete', 'double', 'upper', 'rewrap'),
      at: fraction,
      length: span,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('character'),
      at: fraction,
      code: fc.integer({ min: 32, max: 126 }),
    }),
  },
  fc.record({ kind: fc.constant('move'), at: fraction, length: span, to: fraction }),
  fc.record({
    kind: fc.constant('splice'),
    at: fraction,
    length: span,
    to: fraction,
    other: fc.nat(letters.length - 1),
  }),
  fc.record({ kind: fc.constant('lines'), ending: fc.constantFrom('\r\n', '\r', '\n\n', ' \n', ' ') }),
);

function mutate(text: string, change: Mutation): string {
  if (change.kind === 'lines') return text.replace(/\r\n|\r|\n/g, change.ending);
  const start = Math.floor(change.at * text.length);
  const before = text.slice(0, start);
  if (change.kind === 'insert') return before + change.text + text.slice(start);
  if (change.kind === 'character') return before + String.fromCharCode(change.code) + text.slice(start + 1);
  const cut = text.slice(start, start + change.length);
  const after = text.slice(start + change.length);
  switch (change.kind) {
    case 'delete':
      return before + after;
    case 'double':
      return before + cut + cut + after;
    case 'upper':
      return before + cut.toUpperCase() + after;
    case 'rewrap':
      return before + cut.replace(/\s+/g, (space) => (space.includes('\n') ? ' ' : '\n')) + after;
    case 'move': {
      const rest = before + after;
      const to = Math.floor(change.to * rest.length);
      return rest.slice(0, to) + cut + rest.slice(to);
    }
    case 'splice': {
      const other = letters[change.other] ?? '';
      const from = Math.floor(change.to * other.length);
      return before + other.slice(from, from + change.length) + text.slice(start);
    }
  }
}

/** A letter of the project as it is. */
export const wholeLetter: Arbitrary<string> = fc.nat(letters.length - 1).map((index) => letters[index] ?? '');

/** A letter after up to a dozen changes. */
export const pulledLetter: Arbitrary<string> = fc
  .tuple(wholeLetter, fc.array(mutation, { minLength: 1, maxLength: 12 }))
  .map(([text, changes]) => changes.reduce(mutate, text));

/** A letter with one character or a few wrong, as typing makes them. */
export const slippedLetter: Arbitrary<string> = fc
  .tuple(
    wholeLetter,
    fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('character'), at: fraction, code: fc.integer({ min: 32, max: 126 }) }),
        fc.record({
          kind: fc.constantFrom('delete', 'double'),
          at: fraction,
          length: fc.integer({ min: 1, max: 12 }),
        }),
      ),
      { minLength: 1, maxLength: 4 },
    ) as Arbitrary<Mutation[]>,
  )
  .map(([text, changes]) => changes.reduce(mutate, text));

/** Pieces of letters in any order. */
const shuffledPieces = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.lorem({ maxCount: 8 }), fc.constant(' ')), { maxLength: 80 })
  .map((list) => list.join(''));

/** Any sequence of UTF-16 code units, halves of surrogate pairs among them. */
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 400 })
  .map((units) => String.fromCharCode(...units));

/** Any text at all, letters more often than noise. */
export const anyText: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: pulledLetter },
  { weight: 2, arbitrary: shuffledPieces },
  { weight: 1, arbitrary: anyUnits },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
);

/** Any bytes, and letters in the encodings that are met with, whole or damaged. */
export const anyBytes: Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc
    .tuple(
      pulledLetter,
      fc.constantFrom('utf8' as const, 'utf16le' as const, 'latin1' as const),
      fc.constantFrom('', '\ufeff'),
      fc.array(fc.tuple(fraction, fc.nat(255)), { maxLength: 6 }),
    )
    .map(([text, encoding, mark, damage]) => {
      const bytes = Uint8Array.from(Buffer.from(mark + text, encoding));
      for (const [at, value] of damage) bytes[Math.floor(at * (bytes.length - 1))] = value;
      return bytes;
    }),
);

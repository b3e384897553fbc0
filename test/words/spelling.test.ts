import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allDrugs } from '../../server/src/language/catalog/index.ts';
import { createWordsChecker } from '../../server/src/language/words/checker.ts';
import {
  joinDictionaries,
  listDictionary,
  openDictionary,
} from '../../server/src/language/words/dictionary.ts';
import { encodeWords } from '../../server/src/language/words/dictionary-format.ts';
import { weightedDistance } from '../../server/src/language/words/edit-distance.ts';
import type { WordsBlockKind } from '../../server/src/language/words/types.ts';
import { buildLetterVocabulary } from '../../server/src/language/words/vocabulary.ts';

const USUAL =
  'the and was for with note notes report this that care brought therapy house because there which people';
const KNOWN = 'described unremarkable provider radiculitis supportive behavior center sling operative';
const words = new Map<string, number>();
for (const word of KNOWN.split(' ')) words.set(word, 2);
for (const word of USUAL.split(' ')) words.set(word, 4);
words.set('tramadole', 1);
words.set('capsul', 1);
for (const word of ['transection', 'nephropathy', 'explantation']) words.set(word, 1);
const dictionary = openDictionary(encodeWords(words).buffer);

function check(text: string, options: { kind?: WordsBlockKind; others?: string[]; own?: string[] } = {}) {
  const lists = [dictionary, ...(options.own === undefined ? [] : [listDictionary(options.own)])];
  return createWordsChecker(joinDictionaries(lists)).checkBlock({
    text,
    kind: options.kind ?? 'rationale',
    letter: buildLetterVocabulary([text, ...(options.others ?? [])]),
  });
}

describe('the compiled word list', () => {
  it('finds every word with its rank and no other', () => {
    const word = fc.stringMatching(/^[a-zé]{1,40}$/);
    fc.assert(
      fc.property(
        fc.dictionary(word, fc.integer({ min: 1, max: 4 }), { minKeys: 1 }),
        word,
        (entries, other) => {
          const list = openDictionary(encodeWords(new Map(Object.entries(entries))).buffer);
          for (const [entry, rank] of Object.entries(entries)) expect(list.rank(entry)).toBe(rank);
          if (!Object.hasOwn(entries, other)) expect(list.rank(other)).toBe(0);
        },
      ),
    );
  });

  it('refuses a file of another kind', () => {
    expect(() => openDictionary(new ArrayBuffer(64))).toThrow(/word list/);
    expect(() => openDictionary(new ArrayBuffer(2))).toThrow(/word list/);
  });

  it('refuses words that do not fit', () => {
    expect(() => encodeWords(new Map([['Ω', 1]]))).toThrow(RangeError);
  });
});

describe('names and drugs of the catalog', () => {
  it('the first of two capitals in a row is a name, even beside a drug', () => {
    expect(check('Films were taken at the Sunnyside Emergency Room and read as normal.')).toEqual([]);
    expect(check('The applicant was using Neurontim twice daily.')).toHaveLength(1);
  });

  it.each([
    ['The behaviorr was suportive.', 'suportive', 'supportive'],
    ['It was unremarkkable in the notes.', 'unremarkkable', 'unremarkable'],
    ['This was opperrative care.', 'opperrative', 'operative'],
  ])('knows letters doubled that should not be, and the other way about: %s', (text, wrong, right) => {
    const found = check(text).find(({ start, end }) => text.slice(start, end) === wrong);
    expect(found?.suggestions).toContain(right);
  });

  it('leaves a word alone that is near one which is known but not usual', () => {
    expect(check('It was descrimbed there.')).toEqual([]);
  });

  it.each(['LidoPro', 'Terocin', 'Duexis', 'Zorvolex', 'Butrans', 'Hysingla', 'Lunesta', 'Xartemis'])(
    '%s is no slip',
    (name) => {
      expect(check(`The applicant was using ${name} twice daily.`)).toEqual([]);
    },
  );

  it.each([
    'H-Wave',
    'Game Ready',
    'VascuTherm',
    'Q-Tech',
    'SLAP',
    'TFCC',
    'LESI',
    'P&S',
    'QME',
    'AME',
    'BLE',
    'Orthostim',
    'Solace',
  ])('%s is no slip', (name) => {
    expect(
      check(`The request was for ${name} and for the note.`).filter(({ kind }) => kind === 'typo'),
    ).toEqual([]);
  });

  it.each([
    'triptan',
    'gliptins',
    'gliflozin',
    'sartan',
    'coxib',
    'gepant',
    'neuroleptics',
    'postconcussional',
  ])('the name of a class or condition, %s, is no slip', (word) => {
    const text = `The name of the ${word} was described in the note for care.`;
    expect(check(text, { others: [`${word}s ${word}s ${word}s`] })).toEqual([]);
  });

  it('a word beside its own plural in the letter is no slip', () => {
    expect(check('The zelotan was described.', { others: ['zelotans zelotans zelotans'] })).toEqual([]);
    expect(check('The zelotam was described.', { others: ['zelotan zelotan zelotan'] })).toHaveLength(1);
  });

  it('a slip in a drug of the catalog is one', () => {
    const name = allDrugs().find(({ generic }) => /^[a-z]{11,}$/.test(generic))?.generic ?? '';
    const slip = name.slice(0, 5) + name.slice(6);
    expect(check(`The note was for ${slip} 50 mg daily.`)[0]?.suggestions[0]).toBe(name);
  });
});

describe('words of physicians', () => {
  it.each([
    [
      'names of muscles and bones',
      'gastroc glute glutes delts nailbed discal peroneum claviculae metaphyseal',
    ],
    ['diagnoses', 'meralgia phonophobia epicondylosis neuronitis osteochondrosis xerostomia antalgia'],
    ['what was done', 'uptitrated coprescribed neuromectomy fasciectomy tendoscopy mesotherapy prehab'],
    ['short forms', 'radics scaps periop ionto discog giveway outpt nsaid creat'],
    ['work', 'rebar tarping serger sortation'],
    ['names at the start of a sentence', 'Travell Insall Stener Millon Kalso'],
  ])('are no slips: %s', (_, list) => {
    for (const word of list.split(' ')) {
      const opening = word.charAt(0).toUpperCase() + word.slice(1);
      expect(check(`${opening} was described; this was the ${word} that the provider described.`)).toEqual(
        [],
      );
    }
  });

  it.each([
    ['plurals', 'arthrodeses retrolistheses radiculitides schwannomata arthroplasties'],
    ['adjectives', 'causalgic fibromyalgic radiculitic tendinopathic myelomalacic discographic denervative'],
    ['verbs', 'arthrodesed tenodesed retrolisthesed rhizotomized dorsiflexing plantarflexed'],
    ['persons', 'arthroscopist polysomnographer epileptologist'],
  ])('regular forms of a Greek term are no slips: %s', (_, list) => {
    for (const word of list.split(' ')) expect(check(`The note described the ${word} there.`)).toEqual([]);
  });

  it.each(['transections', 'nephropathies', 'explantations', 'viscosupplementing', 'corticosteroidal'])(
    'the plural of a rare word or a compound, %s, is no slip',
    (word) => {
      expect(check(`The note described the ${word} there.`)).toEqual([]);
    },
  );

  it.each([
    ['diagnotic', 'diagnostic'],
    ['diagnosess', 'diagnoses'],
    ['arthrodessis', 'arthrodesis'],
    ['radiculopahty', 'radiculopathy'],
    ['tenotommy', 'tenotomy'],
    ['costochondrtis', 'costochondritis'],
    ['listehsis', 'listhesis'],
  ])('“%s” is still a slip for “%s”', (slip, wanted) => {
    expect(check(`The note described the ${slip} there.`).map(({ suggestions }) => suggestions[0])).toEqual([
      wanted,
    ]);
  });
});

describe('edit distance', () => {
  it('makes slips of the keyboard cheaper than others', () => {
    expect(weightedDistance('teh', 'the', 2)).toBeLessThan(weightedDistance('tqe', 'the', 2));
    expect(weightedDistance('ankkle', 'ankle', 2)).toBeLessThan(weightedDistance('anpkle', 'ankle', 2));
  });

  it('gives up beyond the limit', () => {
    expect(weightedDistance('knee', 'shoulder', 2)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('spelling', () => {
  it.each([
    ['The care brought Gabapentine and Ketaprofen.', ['Gabapentin', 'Ketoprofen']],
    ['The note described methylpredniosone.', ['methylprednisolone']],
    ['The report described the acromioclaviclar region.', ['acromioclavicular']],
    ['The report described the postreior region.', ['posterior']],
    ['This was therpay.', ['therapy']],
    ['The Spurlng test was unremarkable.', ['Spurling']],
    ["With Braggard's test unremarkable.", ["Bragard's"]],
    ['The care brought Noroc 10/325 mg.', ['Norco']],
    ['The care was notmedically described.', ['not medically']],
    ['The care was intralumen.', ['intraluminal']],
    ['Altough the note was brought, the care was.', ['Although']],
    ['Futhermore, the care was. The note, howver, was brought.', ['Furthermore', 'however']],
  ])('“%s”', (text, wanted) => {
    expect(check(text).map((finding) => finding.suggestions[0])).toEqual(wanted);
  });

  it.each([
    ['abbreviations and codes', 'The MTUS, ACOEM, ODG, ESWT, HNP, PR-2 and ICD9 notes.'],
    ['brands and names', 'The Zembrace and the Fosrenol care; the Okonkwo and Aguirre notes.'],
    ['names after a title', 'Dr. Therapi and Dr. Tramadul described this.'],
    ['strengths and units', 'Care with 10mg, 7.5-325mg, q6h and 300ml.'],
    ['eponyms', "Phalen's, Lasegue, McMurray's, Kemp's and Finkelstein."],
    ['British spelling', 'The behaviour and the centre.'],
    ['stiffness of the great toe', 'The hallux limitus and the hallux rigidus.'],
    ['prefixes', 'The nonoperative and nonradicular notes.'],
    ['parts of a hyphenated word', 'The equino-varus and the metatarso-phalangeal notes.'],
    ['words split by a reader or a line end', 'The thera py and the thera-py.'],
    ['what is far from every word', 'The zorgblatt was described.'],
  ])('is silent on %s', (_, text) => {
    expect(check(text)).toEqual([]);
  });

  it('takes a word that the letter uses often for the writer’s own', () => {
    const text = 'The care brought therapu.';
    expect(check(text)).toHaveLength(1);
    expect(check(text, { others: ['therapu and therapu and therapu'] })).toHaveLength(0);
  });

  it('obeys the lists of the user and the office', () => {
    expect(check('The care brought therapu.', { own: ['Therapu'] })).toHaveLength(0);
  });

  it('marks a rare word next to a term as a hint only', () => {
    expect(check('The note described the capsul there.').map((finding) => finding.severity)).toEqual([
      'hint',
    ]);
  });

  it('checks headings for drugs and terms, not for usual words', () => {
    expect(check('Ketaprofen 50mg #60', { kind: 'heading' })[0]?.suggestions[0]).toBe('Ketoprofen');
    expect(check('Hause therapy', { kind: 'heading' })).toHaveLength(0);
  });
});

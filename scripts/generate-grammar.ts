/**
 * Writes syntaxes/imr.tmLanguage.json. Headings, labels and guideline names come from the parser and the
 * catalog, so that colouring and checking know the same words.
 *
 *   node scripts/generate-grammar.ts           writes the file
 *   node scripts/generate-grammar.ts --check   exits 1 when the file is stale
 *
 * A grammar sees one line at a time. Letters are hard-wrapped and may be indented or double-spaced, so
 * patterns allow white space around them, and what may break over lines is carried by begin/end pairs.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allGuidelines } from '../server/src/language/catalog/index.ts';
import { headerLabels, headingForms, labels, titleForms } from '../server/src/language/syntax/form.ts';

interface Capture {
  name: string;
  patterns?: Pattern[];
}

interface Pattern {
  name?: string;
  contentName?: string;
  match?: string;
  begin?: string;
  end?: string;
  captures?: Record<string, Capture>;
  beginCaptures?: Record<string, Capture>;
  endCaptures?: Record<string, Capture>;
  patterns?: Pattern[];
  include?: string;
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A phrase whose words may stand apart by any white space. */
const spaced = (text: string): string => text.split(' ').map(escapeRegExp).join('\\s+');

/** Any of the phrases, longest first, so that a name wins over its own beginning. */
const anyOf = (phrases: Iterable<string>): string =>
  [...new Set(phrases)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(spaced)
    .join('|');

const scope = (name: string): Capture => ({ name: `${name}.imr` });
const include = (...names: string[]): Pattern[] => names.map((name) => ({ include: `#${name}` }));

const headings = anyOf([...headingForms, ...titleForms].map((form) => form.text));
const headerNames = anyOf(Object.values(headerLabels).map((label) => label.replace(/:$/, '')));
const withoutColon = (label: string): string => spaced(label.replace(/:$/, ''));
const verdict = 'Upheld|Overturned';

/** Where a guideline line or a section list ends at the latest: the next label, heading or item. */
const nextBlock = `(?=^\\s*(?:${withoutColon(labels.claims)}|${withoutColon(labels.maximus)}|${withoutColon(labels.rationale)}):|^\\s*(?:${headings})\\s*$|^.*:\\s*(?:${verdict})\\s*$)`;

// Names alone; single words ("Prevention", "Opioids") would colour ordinary prose.
const guidelineNames = anyOf(
  allGuidelines()
    .flatMap((guideline) => guideline.names)
    .filter((name) => name.includes(' ') || /^[A-Z]{3,}$/.test(name)),
);
const edition = '(?:\\s+(?:19|20)\\d{2})?';

const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?)';
const month2 = '(?:0?[1-9]|1[0-2])';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
/** No date begins inside a number, a dose ("320.5-30-16mg"), a level ("L4-5") or a case number. */
const notInside = '(?<![\\d/.\\-A-Za-z#$])';
const notDose = '(?![\\d%]|[/-]\\d|\\.\\d| ?(?:mg|mcg|ml)\\b)';
const unit = '(?:mg|mcg|µg|g|gm|ml|mL|cc|meq|units?|iu|IU)(?:/(?:hr?|ml|mL|day))?';

const necessary = 'medically\\s+necessary';
const negative = 'keyword.control.conclusion.negative';
const positive = 'keyword.control.conclusion.positive';

/** The request in an item's heading, with what is coloured inside it. */
const itemName: Capture = {
  ...scope('entity.name.section.item'),
  patterns: include('date', 'strength', 'placeholder'),
};

/** A conclusion broken over a line: its second half on the next line that is not blank. */
const broken = (first: string, second: string, name: string): Pattern => ({
  begin: `\\b(${first})(?=\\s*$)`,
  beginCaptures: { 1: scope(name) },
  end: `^\\s*(${second})\\b|(?=\\S)`,
  endCaptures: { 1: scope(name) },
});

const repository: Record<string, { patterns: Pattern[] }> = {
  heading: {
    patterns: [
      { match: `^\\s*(${headings})\\s*$`, captures: { 1: scope('markup.heading.section') } },
      {
        match: `^\\s*(${withoutColon(labels.credentials)})(:)`,
        captures: { 1: scope('markup.heading.credentials'), 2: scope('punctuation.separator.label') },
      },
    ],
  },
  header: {
    patterns: [
      {
        match: `(?:^\\s*|(?<=\\s\\s)|(?<=\\t))(${headerNames})(:)`,
        captures: { 1: scope('entity.name.tag.header'), 2: scope('punctuation.separator.label') },
      },
      // The last label wraps in pdftotext's layout: "Application   12/09/2016" over "Received:".
      { match: '\\b(Application)(?=\\s{2,}\\d)', captures: { 1: scope('entity.name.tag.header') } },
      {
        match: '^\\s+(Received)(:)',
        captures: { 1: scope('entity.name.tag.header'), 2: scope('punctuation.separator.label') },
      },
      { match: '\\bCM\\d{2}-\\d{7}\\b', name: 'constant.other.case-number.imr' },
    ],
  },
  label: {
    patterns: [
      {
        match: `^\\s*(${withoutColon(labels.licensure)}|${withoutColon(labels.specialty)})(:)`,
        captures: { 1: scope('entity.name.tag.credentials'), 2: scope('punctuation.separator.label') },
      },
      {
        match: `^\\s*(${withoutColon(labels.rationale)})(:)(?:\\s*(?:(Yes)|(No)|(Conversely|Similarly|Likewise|Finally|Lastly))\\b(?=,))?`,
        captures: {
          1: scope('entity.name.tag.rationale'),
          2: scope('punctuation.separator.label'),
          3: scope('keyword.control.opener.yes'),
          4: scope('keyword.control.opener.no'),
          5: scope('keyword.control.opener.turn'),
        },
      },
      // Double spacing may leave the label alone on its line.
      {
        match: '^\\s*(?:(Yes)|(No)|(Conversely|Similarly))(?=, the request)',
        captures: {
          1: scope('keyword.control.opener.yes'),
          2: scope('keyword.control.opener.no'),
          3: scope('keyword.control.opener.turn'),
        },
      },
    ],
  },
  guidelineLine: {
    patterns: [
      {
        name: 'meta.guideline-line.imr',
        begin: `^\\s*(?:(${withoutColon(labels.claims)})|(${withoutColon(labels.maximus)}))(:)`,
        beginCaptures: {
          1: scope('entity.name.tag.guideline.claims'),
          2: scope('entity.name.tag.guideline.maximus'),
          3: scope('punctuation.separator.label'),
        },
        end: nextBlock,
        patterns: [
          ...include('sections'),
          { match: '\\bDecision\\s+based\\s+on\\b', name: 'keyword.other.citation.imr' },
          { match: '\\bNon-MTUS\\s+Citation\\b', name: 'keyword.other.citation.non-mtus.imr' },
          { match: '\\bdid\\s+not\\s+cite\\b', name: 'keyword.other.citation.none.imr' },
          { match: '\\boutside\\s+of\\s+the\\s+MTUS\\b', name: 'keyword.other.citation.outside.imr' },
          ...include('names'),
          // A name broken over the line: what stands after MTUS, and a year that begins the next line.
          { match: '(?<=\\bMTUS )[A-Z][^.:]*(?=\\s*$)', name: 'entity.name.type.guideline.imr' },
          {
            match: '^\\s*((?:19|20)\\d{2})(?=[,.]|\\s+Guidelines)',
            captures: { 1: scope('entity.name.type.guideline') },
          },
          ...include('page', 'regulation', 'date', 'placeholder'),
        ],
      },
    ],
  },
  sections: {
    patterns: [
      {
        begin: '(Section\\(s\\))(:)',
        beginCaptures: { 1: scope('keyword.other.section'), 2: scope('punctuation.separator.label') },
        end: `(?<!\\d)(?=\\.(?:\\s|$))|${nextBlock}`,
        contentName: 'string.unquoted.section-list.imr',
        patterns: [
          {
            match: `\\b(?:${guidelineNames})\\s+(?:19|20)\\d{2}(?=,|\\.|\\s*$)`,
            name: 'entity.name.type.guideline.imr',
          },
          {
            match: '(Section\\(s\\))(:)',
            captures: { 1: scope('keyword.other.section'), 2: scope('punctuation.separator.label') },
          },
          ...include('date', 'placeholder'),
        ],
      },
    ],
  },
  item: {
    patterns: [
      // A long heading may leave its verdict alone on the next line.
      {
        match: '^\\s*(?:(Upheld)|(Overturned))\\s*$',
        captures: {
          1: scope('markup.deleted.verdict.upheld'),
          2: scope('markup.inserted.verdict.overturned'),
        },
      },
      {
        match: `^\\s*(\\S(?:.*?\\S)?)\\s*(:)\\s*(?:(Upheld)|(Overturned))\\s*$`,
        captures: {
          1: itemName,
          2: scope('punctuation.separator.verdict'),
          3: scope('markup.deleted.verdict.upheld'),
          4: scope('markup.inserted.verdict.overturned'),
        },
      },
      {
        match:
          '^\\s*(\\S(?:.*?\\S)?)\\s*(:)\\s*((?:Up[Hh]|Over[Tt])[A-Za-z]*|(?:Partially|Partly)\\s+(?:Upheld|Overturned))\\s*$',
        captures: {
          1: itemName,
          2: scope('punctuation.separator.verdict'),
          3: scope('invalid.illegal.verdict'),
        },
      },
      {
        match:
          '\\b(?:was\\s+the\\s+original\\s+request|remaining\\s+IMR\\s+eligible\\s+portion|leaving\\s+the\\s+original\\s+request\\s+IMR\\s+eligible)\\b',
        name: 'keyword.other.split.imr',
      },
    ],
  },
  names: {
    patterns: [
      {
        match: `\\b(?:${guidelineNames})\\b(?:\\s+Guidelines\\b)?${edition}\\b`,
        name: 'entity.name.type.guideline.imr',
      },
      { match: '\\b(?:CA[- ])?MTUS\\b', name: 'support.class.guideline.imr' },
      { match: '\\b(?:ODG|Official\\s+Disability\\s+Guidelines)\\b', name: 'support.class.guideline.imr' },
    ],
  },
  page: {
    patterns: [
      {
        match: '(Page\\(s\\))(:)\\s*(\\d{1,4}(?:\\s*[-–,]\\s*\\d{1,4})*)',
        captures: {
          1: scope('keyword.other.page'),
          2: scope('punctuation.separator.label'),
          3: scope('constant.numeric.page'),
        },
      },
      {
        match: '\\b((?i:pages?|pgs?\\.?)|pp?\\.?)\\s*(\\d{1,4}(?:\\s*[-–]\\s*\\d{1,4})?)\\b',
        captures: { 1: scope('keyword.other.page'), 2: scope('constant.numeric.page') },
      },
      {
        match: '\\b(Chapter)\\s+(\\d{1,2})\\b|\\b(Table)\\s+(\\d{1,2}(?:-\\d{1,2})?)\\b',
        captures: {
          1: scope('keyword.other.chapter'),
          2: scope('constant.numeric.chapter'),
          3: scope('keyword.other.table'),
          4: scope('constant.numeric.table'),
        },
      },
    ],
  },
  regulation: {
    patterns: [
      { match: '\\b9792\\.20\\(?(?i:ef)\\)?(?![A-Za-z])', name: 'invalid.illegal.regulation.imr' },
      {
        match: '\\b97(?:89|92)\\.\\d+(?:\\.\\d+)*(?:\\([a-z0-9]{1,3}\\)|[a-z](?![A-Za-z]))*',
        name: 'constant.other.reference.regulation.imr',
      },
      {
        match: '\\bLabor\\s+Code\\s+(?:section\\s+|§\\s*)?\\d{4}(?:\\.\\d+)?',
        name: 'constant.other.reference.law.imr',
      },
    ],
  },
  date: {
    patterns: [
      {
        match: `${notInside}${month2}(?: ?/ ?${day} ?/ ?| ?- ?${day} ?- ?)\\d{2}(?:\\d{2})?${notDose}`,
        name: 'constant.numeric.date.imr',
      },
      // Hyphenated at the line end: "11-28-" over "16".
      { match: `${notInside}${month2}-${day}-(?=\\s*$)`, name: 'constant.numeric.date.imr' },
      { match: `\\b${month}\\s+${day},?(?:\\s+\\d{4}\\b|(?=\\s*$))`, name: 'constant.numeric.date.imr' },
      { match: `\\b${month},?\\s+(?:19|20)\\d{2}\\b`, name: 'constant.numeric.date.imr' },
      { match: `${notInside}${month2}[/-](?:19|20)\\d{2}${notDose}`, name: 'constant.numeric.date.imr' },
      {
        match: `${notInside}(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?![\\d%/-])`,
        name: 'constant.numeric.date.imr',
      },
    ],
  },
  strength: {
    patterns: [
      {
        match: `(?<![\\w.])\\d+(?:\\.\\d+)?(?:[/-]\\d+(?:\\.\\d+)?)*(?:\\s?${unit}\\b|\\s?%)`,
        name: 'constant.numeric.strength.imr',
      },
      {
        match: '#\\s?\\d+(?:\\.\\d+)?|\\b(?i:qty)\\.?:?\\s*\\d+(?:\\.\\d+)?',
        name: 'constant.numeric.quantity.imr',
      },
    ],
  },
  conclusion: {
    patterns: [
      { match: `\\bnot\\s+${necessary}\\b`, name: `${negative}.imr` },
      broken('not\\s+medically', 'necessary', negative),
      broken('not', necessary, negative),
      { match: `\\b${necessary}\\b`, name: `${positive}.imr` },
      broken('medically', 'necessary', positive),
    ],
  },
  placeholder: {
    patterns: [
      // What a snippet leaves behind: "[date]", "{item}", "___", "XXX".
      {
        match: '\\[[a-zA-Z][a-zA-Z ,.-]{2,60}\\]|\\{[a-zA-Z]{2,30}\\}|_{3,}|\\bX{3,}\\b',
        name: 'markup.italic.placeholder.imr',
      },
    ],
  },
};

const grammar = {
  $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
  name: 'IMR determination',
  scopeName: 'text.imr',
  fileTypes: ['imr', 'imr.txt'],
  patterns: include(
    'heading',
    'guidelineLine',
    'item',
    'label',
    'header',
    'regulation',
    'page',
    'date',
    'strength',
    'conclusion',
    'names',
    'placeholder',
  ),
  repository,
};

const file = fileURLToPath(new URL('../syntaxes/imr.tmLanguage.json', import.meta.url));
const wanted = `${JSON.stringify(grammar, null, 2)}\n`;

function current(): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

if (process.argv.includes('--check')) {
  if (current() !== wanted) {
    console.error('syntaxes/imr.tmLanguage.json is stale: run node scripts/generate-grammar.ts');
    process.exitCode = 1;
  }
} else {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
}

import { allRegions, type Basis, type PageRange, type Topic } from '../language/catalog/index.ts';
import type { RuleLevel } from '../language/checker.ts';
import { rules } from '../language/rules/index.ts';
import { headerFields, headerLabels, itemParts, labels, type OwnForm } from '../language/syntax/index.ts';
import type { ObjectShape, Shape } from './shape.ts';

/** Where a folder keeps its settings, seen from the folder. `server/schema/config.schema.json` describes it. */
export const CONFIG_FILE = '.imr/config.json';

/** A guideline, or a correction of one, as a configuration gives it. */
export interface OwnGuideline {
  id: string;
  family?: string;
  title?: string;
  names?: readonly string[];
  year?: number | null;
  label?: string;
  edition?: string;
  adoptedBy?: string;
  from?: string | null;
  to?: string | null;
  regions?: readonly string[];
  pages?: PageRange;
  basis?: Basis;
  source?: string;
  topics?: readonly (Pick<Topic, 'title' | 'aliases' | 'first' | 'last' | 'source'> & { basis?: Basis })[];
}

/** What a configuration file says; what it leaves out is undefined. */
export interface OfficeConfig {
  extends?: string;
  rules?: Readonly<Record<string, RuleLevel>>;
  words?: { enabled?: boolean; dictionaries?: readonly string[] };
  passages?: readonly string[];
  guidelines?: readonly OwnGuideline[];
  forms?: readonly OwnForm[];
}

const levels = ['off', 'default', 'hint', 'information', 'warning', 'error'];

/** How an office may know a fact; what was read from a guideline itself is known by reading it only. */
const bases: readonly Basis[] = [
  'office',
  'regulation',
  'printed in determinations',
  'other page',
  'unverified',
];

const text = (what: string, description: string, pattern?: RegExp): Shape => ({
  type: 'text',
  what,
  description,
  ...(pattern ? { pattern } : {}),
});
const list = (what: string, of: Shape, description: string): Shape => ({
  type: 'list',
  what,
  of,
  description,
});
const basis: Shape = {
  type: 'choice',
  what: 'A basis',
  values: bases,
  description:
    'How it is known; "office" where it is left out. What is "unverified" or from an "other page" never raises a warning by itself.',
};
const page = (description: string): Shape => ({
  type: 'whole',
  what: 'A page is a whole number from 1 on',
  least: 1,
  description,
});

const topic: ObjectShape = {
  type: 'object',
  what: 'A topic is an object with "title", "first" and "last"',
  required: ['title'],
  fields: {
    title: text('The title of a topic is a text in quotes', 'Its name as the guideline prints it.'),
    aliases: list(
      '"aliases" is a list of names',
      { type: 'text', what: 'A name is a text in quotes' },
      'Other names under which a letter may mean it.',
    ),
    first: page('Its first page.'),
    last: page('Its last page; the first where it is left out.'),
    basis,
    source: text('A source is a text in quotes', 'Where it was read.'),
  },
};

const guideline: ObjectShape = {
  type: 'object',
  what: 'A guideline is an object with an "id"',
  required: ['id'],
  fields: {
    id: text(
      'An identifier is lower-case letters, digits and hyphens',
      'Identifier of one edition, such as "cpmtg-2009": one that the product knows is corrected, another one is added.',
      /^[a-z0-9][a-z0-9-]*$/,
    ),
    family: text(
      'A family is named by its identifier',
      'What its editions have in common, such as "chronic-pain": editions of one family replace each other.',
      /^[a-z0-9][a-z0-9-]*$/,
    ),
    title: text('A title is a text in quotes', 'Its full title.'),
    names: list(
      '"names" is a list of names',
      { type: 'text', what: 'A name is a text in quotes' },
      'Its names without year, as letters print them; the first is the form’s.',
    ),
    year: {
      type: 'whole',
      what: 'A year is a number such as 2009, or null',
      least: 1900,
      nullable: true,
      description: 'The year that a citation prints after the name.',
    },
    label: text('A label is a text in quotes', 'Name with year, as a guideline line prints it.'),
    edition: text('An edition is a text in quotes', 'The edition in words, for hovers.'),
    adoptedBy: text('A section is a text in quotes', 'The section that adopts it, such as "9792.24.2".'),
    from: {
      type: 'day',
      what: 'A day is written YYYY-MM-DD, or null',
      description: 'First day in force.',
    },
    to: {
      type: 'day',
      what: 'A day is written YYYY-MM-DD, or null',
      description: 'Last day in force; null while it is.',
    },
    regions: list(
      '"regions" is a list of regions of the body',
      { type: 'choice', what: 'A region of the body', values: allRegions().map(({ id }) => id) },
      'Regions of the body that it is for; none where it holds for any.',
    ),
    pages: {
      type: 'object',
      what: '"pages" is an object with "first" and "last"',
      required: ['first', 'last'],
      fields: { first: page('Its first page.'), last: page('Its last page.') },
      description: 'The pages that it has; a page outside of them is wrong.',
    },
    basis,
    source: text('A source is a text in quotes', 'Where it was read.'),
    topics: list(
      '"topics" is a list of topics',
      topic,
      'Topics with their pages; a topic that the product knows is corrected.',
    ),
  },
};

/** Sections that an own form may have; the others belong to forms of 2013. */
const sections = ['how-made', 'credentials', 'summary', 'documents', 'issues'];
/** Labels by what they stand at, each in place of the standard one. */
const ownLabels = (standard: Readonly<Record<string, string>>): ObjectShape['fields'] =>
  Object.fromEntries(
    Object.entries(standard).map(([name, label]) => [
      name,
      text('A label is a text that ends with a colon', `In place of "${label}".`, /^[^\r\n]{1,100}:$/),
    ]),
  );

const form: ObjectShape = {
  type: 'object',
  what: 'A form is an object with a "name"',
  required: ['name'],
  fields: {
    name: text('A name is a text in quotes', 'What the office calls it.'),
    title: text('A title is a text in quotes', 'A line that only letters of this form have.'),
    headings: {
      type: 'object',
      what: '"headings" is an object of headings by section',
      description: 'Headings by section, in place of the standard ones.',
      fields: Object.fromEntries(
        sections
          .filter((name) => name !== 'credentials')
          .map((name) => [
            name,
            text('A heading is a line of at most 100 characters', `Heading of "${name}".`, /^[A-Z].{2,99}$/),
          ]),
      ),
    },
    labels: {
      type: 'object',
      what: '"labels" is an object of labels by part',
      description: 'Labels with their colons, in place of the standard ones.',
      fields: ownLabels(labels),
    },
    header: {
      type: 'object',
      what: '"header" is an object of labels by field of the header',
      description: 'Labels of the header table with their colons, in place of the standard ones.',
      fields: ownLabels(headerLabels),
    },
    required: list(
      '"required" is a list of sections',
      { type: 'choice', what: 'A section', values: sections },
      'Sections that a letter must have, in order; those of the standard form where it is left out.',
    ),
    parts: list(
      '"parts" is a list of parts of an item',
      { type: 'choice', what: 'A part of an item', values: itemParts },
      'Parts that a disputed item must have; all three where it is left out.',
    ),
    fields: list(
      '"fields" is a list of fields of the header',
      { type: 'choice', what: 'A field of the header', values: headerFields },
      'Fields that the header table must have; all seven where it is left out.',
    ),
  },
};

const path = { type: 'text', what: 'A path is a text in quotes' } as const;

/** The shape of a configuration. */
export const configShape: ObjectShape = {
  type: 'object',
  what: 'A configuration is an object: { … }',
  fields: {
    $schema: { type: 'text', what: 'The address of a schema is a text in quotes' },
    extends: text(
      '"extends" is the path of another configuration',
      'Path of a configuration that this one builds on, seen from the folder of this file. What this one says wins.',
    ),
    rules: {
      type: 'object',
      what: '"rules" is an object of levels by rule',
      description: 'Levels by rule. A rule that is not named keeps its own.',
      unknown: (key) => `There is no rule "${key}"; imr rules lists them.`,
      fields: Object.fromEntries(
        rules.map(({ id, purpose, severity }) => [
          id,
          { type: 'choice', what: 'A level', values: levels, description: `${purpose} (${severity}).` },
        ]),
      ),
    },
    words: {
      type: 'object',
      what: '"words" is an object with "enabled" and "dictionaries"',
      description: 'Spelling, confused words and small grammar.',
      fields: {
        enabled: {
          type: 'flag',
          what: '"enabled" is true or false',
          description: 'Whether words are checked.',
        },
        dictionaries: list(
          '"dictionaries" is a list of paths',
          path,
          'Word lists: text files with one word or phrase a line; paths are seen from the folder of this file.',
        ),
      },
    },
    passages: list(
      '"passages" is a list of paths',
      path,
      'Folders of own passages (*.md), seen from the folder of this file, beside .imr/passages.',
    ),
    guidelines: list(
      '"guidelines" is a list of guidelines',
      guideline,
      'Own guidelines and editions, and corrections of those that the product knows.',
    ),
    forms: list(
      '"forms" is a list of letter forms',
      form,
      'Own letter forms: what they print in place of the standard form, and what they must have.',
    ),
  },
};

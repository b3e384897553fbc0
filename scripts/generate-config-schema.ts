/**
 * Writes server/schema/: what `.imr/config.json` holds, from its shape and the rules, and what `.imr/dismissed.json`
 * holds. Editors offer both while the files are typed.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configShape } from '../server/src/office/config-shape.ts';
import { type Shape, schemaOf } from '../server/src/office/shape.ts';
import { ROOT } from './lib.ts';

const text = (description: string): Shape => ({ type: 'text', what: '', description });

/** Dismissed findings; the program reads them by `parseDismissals`. */
const dismissedShape: Shape = {
  type: 'object',
  what: '',
  required: ['dismissed'],
  fields: {
    dismissed: {
      type: 'list',
      what: '',
      description: 'Findings that a reviewer has set aside; the editor writes them.',
      of: {
        type: 'object',
        what: '',
        required: ['rule', 'sentence', 'words', 'letter', 'reason', 'date'],
        fields: {
          rule: text('The rule.'),
          sentence: text('Fingerprint of the sentence that it speaks of.'),
          words: text('Fingerprint of the words that it marks.'),
          letter: { type: 'list', what: '', of: text('Fingerprint of what names the letter.') },
          reason: {
            type: 'text',
            what: '',
            empty: true,
            description: 'Why, in your words; name no person.',
          },
          date: { type: 'day', what: '', description: 'The day.' },
        },
      },
    },
  },
};

/** A schema (JSON Schema, draft 7, which VS Code reads) as text. */
function schemaText(title: string, shape: Shape, more: object = {}): string {
  const schema = { $schema: 'http://json-schema.org/draft-07/schema#', title, ...more, ...schemaOf(shape) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** The schemas by the names of their files. */
export function schemas(): Record<string, string> {
  return {
    // Settings are read as the editor's own settings are.
    'config.schema.json': schemaText('IMR Rationale: settings of a folder or an office', configShape, {
      allowComments: true,
      allowTrailingCommas: true,
    }),
    'dismissed.schema.json': schemaText('IMR Rationale: dismissed findings', dismissedShape),
  };
}

if (import.meta.main) {
  const folder = join(ROOT, 'server/schema');
  await mkdir(folder, { recursive: true });
  for (const [name, schema] of Object.entries(schemas())) await writeFile(join(folder, name), schema);
}

/** Writes server/schema/config.schema.json, which describes `.imr/config.json` to editors, from the rules. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rules } from '../server/src/language/rules/index.ts';
import { ROOT } from './lib.ts';

/** The schema (JSON Schema, draft 7, which VS Code reads) as text. */
export function configSchema(): string {
  const levels = ['off', 'default', 'hint', 'information', 'warning', 'error'];
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'IMR Rationale: settings of a folder or an office',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      extends: {
        type: 'string',
        description: 'Path of a configuration that this one builds on, seen from the folder of this file.',
      },
      rules: {
        type: 'object',
        description: 'Levels by rule. A rule that is not named keeps its own.',
        additionalProperties: false,
        properties: Object.fromEntries(
          rules.map(({ id, purpose, severity }) => [
            id,
            { enum: levels, description: `${purpose} (${severity}).` },
          ]),
        ),
      },
      words: {
        type: 'object',
        description: 'Spelling, confused words and small grammar.',
        additionalProperties: false,
        properties: {
          enabled: { type: 'boolean', description: 'Whether words are checked.' },
          dictionaries: {
            type: 'array',
            items: { type: 'string', minLength: 1 },
            description:
              'Word lists: text files with one word or phrase a line; paths are seen from the folder of this file.',
          },
        },
      },
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (import.meta.main) {
  const path = join(ROOT, 'server/schema/config.schema.json');
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, configSchema());
}

/**
 * Writes what is said about the rules elsewhere from the rules themselves: a page for each in `docs/rules/`, the
 * table in the README, and the settings schema in the manifest. `--check` writes nothing and fails when a file is
 * stale.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { letterParts } from '../server/src/language/rules/documentation.ts';
import { type Rule, type RuleFamily, rules } from '../server/src/language/rules/index.ts';
import { ROOT } from './lib.ts';

const families: Record<RuleFamily, string> = {
  sections: 'Sections and items',
  dates: 'Dates',
  citations: 'Citations',
  regulations: 'Regulation references',
  verdicts: 'Verdicts',
  content: 'What the letter says of the case',
  text: 'Text',
  words: 'Words',
};

const note = '<!-- Written by scripts/generate-docs.ts from the rules; edit the rule. -->';

function page(rule: Rule): string {
  const examples = rule.examples.flatMap(({ wrong, right }) => [
    '## Wrong',
    '',
    '```text',
    ...letterParts(wrong),
    '```',
    '',
    '## Right',
    '',
    '```text',
    ...letterParts(right),
    '```',
    '',
  ]);
  return `${[
    note,
    '',
    `# ${rule.id}`,
    '',
    `${rule.purpose}.`,
    '',
    `Default severity: **${rule.severity}**. Family: ${families[rule.family].toLowerCase()}.`,
    '',
    '## Why',
    '',
    rule.why,
    '',
    ...examples,
    '## Setting',
    '',
    '```json',
    `{ "imr.rules": { "${rule.id}": "off" } }`,
    '```',
    '',
    '## Source',
    '',
    rule.source,
  ].join('\n')}\n`;
}

/** Rules by family, families and rules in the order of the index. */
function byFamily(): [string, Rule[]][] {
  return (Object.keys(families) as RuleFamily[])
    .map((family): [string, Rule[]] => [families[family], rules.filter((rule) => rule.family === family)])
    .filter(([, list]) => list.length > 0);
}

function table(link: string): string {
  return byFamily()
    .map(([title, list]) => {
      const rows = list.map(
        (rule) => `| [${rule.id}](${link}${rule.id}.md) | ${rule.severity} | ${rule.purpose} |`,
      );
      return [`### ${title}`, '', '| rule | severity | what it does |', '| --- | --- | --- |', ...rows].join(
        '\n',
      );
    })
    .join('\n\n');
}

function between(text: string, start: string, end: string, inner: string, file: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} lacks the marks "${start}" and "${end}".`);
  return `${text.slice(0, from + start.length)}\n\n${inner}\n\n${text.slice(to)}`;
}

/** The manifest with a setting for each rule; text outside of it stays as it is. */
function manifest(text: string): string {
  const json = JSON.parse(text) as {
    contributes: { configuration: { properties: Record<string, Record<string, unknown>> }[] };
  };
  const groups = json.contributes.configuration;
  const setting = groups.map(({ properties }) => properties['imr.rules']).find((found) => found);
  if (!setting) throw new Error('package.json lacks the setting imr.rules.');
  const levels = ['default', 'off', 'hint', 'information', 'warning', 'error'];
  setting.properties = Object.fromEntries(
    rules.map((rule) => [
      rule.id,
      { enum: levels, default: 'default', description: `${rule.purpose} (${rule.severity}).` },
    ]),
  );
  setting.additionalProperties = false;
  return `${JSON.stringify(json, null, 2)}\n`;
}

const folder = join(ROOT, 'docs/rules');
await mkdir(folder, { recursive: true });
const wanted = new Map<string, string>(rules.map((rule) => [join(folder, `${rule.id}.md`), page(rule)]));
wanted.set(join(folder, 'README.md'), `${note}\n\n# Rules\n\n${table('')}\n`);
const readme = join(ROOT, 'README.md');
wanted.set(
  readme,
  between(
    await readFile(readme, 'utf8'),
    '<!-- rules -->',
    '<!-- /rules -->',
    table('docs/rules/'),
    'README.md',
  ),
);
const manifestPath = join(ROOT, 'package.json');
wanted.set(manifestPath, manifest(await readFile(manifestPath, 'utf8')));

const check = process.argv.includes('--check');
const stale: string[] = [];
for (const [path, text] of wanted) {
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue;
  stale.push(path);
  if (!check) await writeFile(path, text);
}
for (const name of await readdir(folder)) {
  const path = join(folder, name);
  if (wanted.has(path)) continue;
  stale.push(path);
  if (!check) await rm(path);
}
if (check && stale.length > 0) {
  console.error(`Stale, run node scripts/generate-docs.ts:\n${stale.join('\n')}`);
  process.exitCode = 1;
}

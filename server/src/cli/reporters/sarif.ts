import { pathToFileURL } from 'node:url';
import type { Finding, Severity } from '../../language/finding.ts';
import { rules } from '../../language/rules/index.ts';
import { version } from '../../version.ts';
import { type CheckedFile, pageAt, pointAt } from '../checked-file.ts';
import { rulePageOf } from '../letter-checker.ts';
import { nameOf } from './names.ts';

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;
const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The report as SARIF 2.1.0 (OASIS), with related places, fixes, dismissals and keys that outlive edits. */
export function reportSarif(files: readonly CheckedFile[]): string {
  const [first] = files;
  const unread = files.filter((file) => file.problem !== undefined);
  const log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'IMR Rationale', semanticVersion: version, rules: rules.map(ruleOf) } },
        ...(first ? { originalUriBaseIds: { LETTERS: { uri: `${pathToFileURL(first.cwd).href}/` } } } : {}),
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: unread.length === 0,
            toolExecutionNotifications: unread.map((file) => ({
              level: 'error',
              message: { text: file.problem },
              locations: [{ physicalLocation: { artifactLocation: artifactOf(file) } }],
            })),
          },
        ],
        results: files.flatMap((file) => [
          ...file.findings.map((finding, i) => resultOf(file, finding, file.keys[i])),
          ...file.dismissed.map(({ finding, reason }) => ({
            ...resultOf(file, finding, undefined),
            suppressions: [{ kind: 'external', status: 'accepted', justification: reason }],
          })),
        ]),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf({ id, purpose, why, severity, family }: (typeof rules)[number]) {
  const page = rulePageOf(id);
  return {
    id,
    shortDescription: { text: `${purpose}.` },
    fullDescription: { text: why },
    ...(page === undefined ? {} : { helpUri: page }),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [family] },
  };
}

const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));

function resultOf(file: CheckedFile, finding: Finding, key: string | undefined) {
  const page = pageAt(file, finding.start);
  const index = ruleIndex.get(finding.rule);
  const message = finding.note === undefined ? finding.message : `${finding.message} ${finding.note}`;
  return {
    ruleId: finding.rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: levels[finding.severity] satisfies 'error' | 'warning' | 'note',
    message: { text: message },
    locations: [{ physicalLocation: placeOf(file, finding) }],
    ...(finding.related.length > 0
      ? {
          relatedLocations: finding.related.map((related, id) => ({
            id,
            physicalLocation: placeOf(file, related),
            message: { text: related.message },
          })),
        }
      : {}),
    ...(key === undefined ? {} : { partialFingerprints: { 'finding/v1': key } }),
    // A document's text has no place in the document that an edit could be made at.
    ...(finding.fixes.length > 0 && file.pages === undefined
      ? { fixes: finding.fixes.map((fix) => fixOf(file, fix)) }
      : {}),
    properties: {
      severity: finding.severity satisfies Severity,
      ...(page === undefined ? {} : { page }),
    },
  };
}

function fixOf(file: CheckedFile, { title, edits }: Finding['fixes'][number]) {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: artifactOf(file),
        replacements: edits.map((edit) => ({
          deletedRegion: regionOf(file, edit),
          insertedContent: { text: edit.text },
        })),
      },
    ],
  };
}

function placeOf(file: CheckedFile, range: { start: number; end: number }) {
  return { artifactLocation: artifactOf(file), region: regionOf(file, range) };
}

function regionOf(file: CheckedFile, { start, end }: { start: number; end: number }) {
  const from = pointAt(file, start);
  const to = pointAt(file, end);
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
    charOffset: start,
    charLength: end - start,
  };
}

function artifactOf(file: CheckedFile) {
  const name = nameOf(file);
  // A path that leaves the working folder is no relative reference.
  return name.startsWith('../') || /^(?:[A-Za-z]:|\/)/.test(name)
    ? { uri: pathToFileURL(file.path).href }
    : { uri: name.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'LETTERS' };
}

/**
 * Measures the checker on the labelled corpus: `npm run bench:accuracy [-- --json] [-- --rule ID]`.
 *
 * A finding and a label meet when the finding's range, or one of its related ranges, touches the labelled quote and
 * the rule's family speaks of the label's class (groups.ts). Findings without a label are looked up in
 * adjudicated.tsv, where a person has read them; the rest are listed for reading.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../server/src/language/finding.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import { fullChecker } from '../../test/support/full-checker.ts';
import { classesOfFamily } from './groups.ts';
import { corpusFolder, findQuote, type Label, type LabelledLetter, readCorpus } from './labels.ts';

interface Measured {
  doc: string;
  text: string;
  finding: Finding;
  /** `label`: a label stands there; `right` or `wrong`: read by a person; `unread`. */
  status: 'label' | 'right' | 'wrong' | 'unread';
}

interface MeasuredLabel {
  label: Label;
  found: boolean;
  /** Found by a finding at warning or above. */
  raised: boolean;
}

const familyOf = new Map(rules.map((rule) => [rule.id, rule.family]));

function touches(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Adjudicated findings: doc, rule, marked text, verdict (right or wrong), reason. */
function readAdjudicated(): Map<string, string> {
  const rows = readFileSync(join(import.meta.dirname, 'adjudicated.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  return new Map(
    rows.filter(Boolean).map((row) => {
      const [doc, rule, hash, verdict = ''] = row.split('\t');
      return [`${doc}\t${rule}\t${hash}`, verdict];
    }),
  );
}

/** The corpus must not be copied, so an adjudicated place is named by a hash of the words it marks. */
export function placeHash(text: string): string {
  let hash = 5381;
  for (const char of text.replace(/\s+/g, ' '))
    hash = (Math.imul(hash, 33) ^ (char.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(36);
}

function measure(letters: readonly LabelledLetter[]): { findings: Measured[]; labels: MeasuredLabel[] } {
  const checker = fullChecker();
  const adjudicated = readAdjudicated();
  const findings: Measured[] = [];
  const labels: MeasuredLabel[] = [];
  for (const { doc, text, labels: own } of letters) {
    const places = own.map((label) => ({
      label,
      ranges: findQuote(text, label.quote),
      found: false,
      raised: false,
    }));
    for (const finding of checker.check(text).findings) {
      const ranges = [finding, ...finding.related];
      const classes = classesOfFamily[familyOf.get(finding.rule) ?? ''] ?? [];
      const met = places.filter(
        (place) =>
          classes.includes(place.label.class) &&
          place.ranges.some((quote) => ranges.some((range) => touches(range, quote))),
      );
      for (const place of met) {
        place.found = true;
        place.raised ||= finding.severity === 'error' || finding.severity === 'warning';
      }
      const key = `${doc}\t${finding.rule}\t${placeHash(text.slice(finding.start, finding.end))}`;
      const verdict = adjudicated.get(key);
      const status =
        verdict === 'wrong' ? 'wrong' : met.length > 0 ? 'label' : verdict === 'right' ? 'right' : 'unread';
      findings.push({ doc, text, finding, status });
    }
    labels.push(...places.map(({ label, found, raised }) => ({ label, found, raised })));
  }
  return { findings, labels };
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(0)} %`;
}

function table(rows: (string | number)[][]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => String(row[column]).length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0
            ? String(cell).padEnd(widths[column] ?? 0)
            : String(cell).padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

function summary(findings: readonly Measured[], labels: readonly MeasuredLabel[]) {
  const raised = findings.filter(
    ({ finding }) => finding.severity === 'error' || finding.severity === 'warning',
  );
  const right = raised.filter(({ status }) => status === 'label' || status === 'right').length;
  const hints = findings.filter(
    ({ finding }) => finding.severity === 'information' || finding.severity === 'hint',
  );
  const rightHints = hints.filter(({ status }) => status === 'label' || status === 'right').length;
  const cells = ['meaning', 'form'].flatMap((severity) =>
    ['sure', 'good', 'hard'].map((detectable) => {
      const group = labels.filter(
        ({ label }) => label.severity === severity && label.detectable === detectable,
      );
      return {
        severity,
        detectable,
        labels: group.length,
        found: group.filter(({ found }) => found).length,
        raised: group.filter((entry) => entry.raised).length,
      };
    }),
  );
  const classes = [...new Set(labels.map(({ label }) => label.class))].sort().map((name) => {
    const group = labels.filter(({ label }) => label.class === name);
    return { class: name, labels: group.length, found: group.filter(({ found }) => found).length };
  });
  const perRule = [...new Set(findings.map(({ finding }) => finding.rule))].sort().map((rule) => {
    const group = findings.filter(({ finding }) => finding.rule === rule);
    const count = (status: Measured['status']): number =>
      group.filter((entry) => entry.status === status).length;
    return {
      rule,
      findings: group.length,
      labelled: count('label'),
      right: count('right'),
      wrong: count('wrong'),
      unread: count('unread'),
    };
  });
  return { raised: raised.length, right, hints: hints.length, rightHints, cells, classes, rules: perRule };
}

/** The sentence around a finding, on one line, for a person to read. */
function around({ text, finding }: Measured): string {
  const before = text.slice(Math.max(0, finding.start - 70), finding.start);
  const after = text.slice(finding.end, finding.end + 70);
  return `…${before}⟦${text.slice(finding.start, finding.end)}⟧${after}…`.replace(/\s+/g, ' ');
}

function main(): void {
  const folder = corpusFolder();
  if (!folder) {
    console.error(
      'The labelled corpus (../shared/corpus beside the checkout) is not here; there is nothing to measure.',
    );
    process.exitCode = 2;
    return;
  }
  const { findings, labels } = measure(readCorpus(folder));
  const figures = summary(findings, labels);
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(figures, null, 2));
    return;
  }
  const only = process.argv.includes('--rule') ? process.argv[process.argv.indexOf('--rule') + 1] : undefined;
  console.log(
    table([
      ['class', 'labels', 'found', 'missed', ''],
      ...figures.classes.map((row) => [
        row.class,
        row.labels,
        row.found,
        row.labels - row.found,
        percent(row.found, row.labels),
      ]),
    ]),
  );
  console.log(
    `\n${table([['rule', 'findings', 'labelled', 'right', 'wrong', 'unread'], ...figures.rules.map((row) => [row.rule, row.findings, row.labelled, row.right, row.wrong, row.unread])])}`,
  );
  console.log(
    `\n${table([['labels', 'number', 'found', 'at warning or above', ''], ...figures.cells.map((row) => [`${row.severity}, ${row.detectable}`, row.labels, row.found, row.raised, percent(row.found, row.labels)])])}`,
  );
  console.log(
    `\nErrors and warnings: ${figures.raised}, right ${figures.right} (${percent(figures.right, figures.raised)})`,
  );
  console.log(
    `Information and hints: ${figures.hints}, right ${figures.rightHints} (${percent(figures.rightHints, figures.hints)})`,
  );
  const shown = findings.filter(
    (entry) =>
      (entry.status === 'unread' || entry.status === 'wrong') && (!only || entry.finding.rule === only),
  );
  console.log('\nFindings without a label, to read:');
  for (const entry of shown) {
    const { finding } = entry;
    console.log(
      `\n${entry.doc}  ${finding.severity}  ${finding.rule}  ${entry.status}  ${placeHash(entry.text.slice(finding.start, finding.end))}\n  ${finding.message}\n  ${around(entry)}`,
    );
  }
  if (only) return;
  console.log('\nLabels missed:');
  for (const { label, found } of labels) {
    if (!found)
      console.log(
        `${label.doc}  ${label.class}  ${label.severity}, ${label.detectable}: "${label.quote}": ${label.why}`,
      );
  }
}

main();

import { type CheckedFile, pageAt, pointAt } from '../checked-file.ts';
import { nameOf } from './names.ts';

/**
 * The report as JUnit XML: a suite for each letter, in it a failed case for each error and warning, or one case that
 * passed; information and hints stand in the suite's output.
 */
export function reportJUnit(files: readonly CheckedFile[]): string {
  const suites = files.map(suiteOf);
  const sum = (key: 'tests' | 'failures' | 'errors'): number =>
    suites.reduce((total, suite) => total + suite[key], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="imr" tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}">`,
    ...suites.map(({ xml }) => xml),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteOf(file: CheckedFile): { tests: number; failures: number; errors: number; xml: string } {
  const name = escapeXml(nameOf(file));
  const raised = file.findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const others = file.findings.filter((finding) => !raised.includes(finding));
  const placeOf = (offset: number): string => {
    const { line, column } = pointAt(file, offset);
    const page = pageAt(file, offset);
    return `${page === undefined ? '' : `p. ${page}, `}${line}:${column}`;
  };
  const cases = raised.map(({ rule, severity, message, note, start }) => {
    const detail = [`${placeOf(start)} ${message}`, ...(note === undefined ? [] : [note])].join('\n');
    return [
      `    <testcase name="${escapeXml(`${rule} at ${placeOf(start)}`)}" classname="${name}">`,
      `      <failure type="${severity}" message="${escapeXml(message)}">${escapeXml(detail)}</failure>`,
      '    </testcase>',
    ].join('\n');
  });
  if (file.problem !== undefined) {
    cases.push(
      `    <testcase name="read" classname="${name}"><error message="${escapeXml(file.problem)}"/></testcase>`,
    );
  } else if (cases.length === 0) {
    cases.push(`    <testcase name="check" classname="${name}"/>`);
  }
  const output = others.map(({ rule, severity, message, start }) =>
    escapeXml(`${placeOf(start)} ${severity}: ${message} (${rule})`),
  );
  const errors = file.problem === undefined ? 0 : 1;
  const xml = [
    `  <testsuite name="${name}" tests="${cases.length}" failures="${raised.length}" errors="${errors}">`,
    ...cases,
    ...(output.length > 0 ? [`    <system-out>${output.join('\n')}</system-out>`] : []),
    '  </testsuite>',
  ].join('\n');
  return { tests: cases.length, failures: raised.length, errors, xml };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for XML 1.0, which takes no control characters even escaped. */
function escapeXml(text: string): string {
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const isText = code >= 0x20 && code !== 0xfffe && code !== 0xffff && (code < 0xd800 || code > 0xdfff);
    const allowed = isText || code === 0x09 || code === 0x0a || code === 0x0d;
    out += allowed ? (entities[char] ?? char) : '\ufffd';
  }
  return out;
}

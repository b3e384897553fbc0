import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { UsageError } from './arguments.ts';
import type { CheckedFile } from './checked-file.ts';
import { createFile, replaceFile } from './write.ts';

/**
 * Findings that are known, by letter. A finding is told by its content (rule, sentence, marked words, each as a
 * fingerprint), not by its line, so it stays known when other parts of the letter change.
 */
export interface Baseline {
  /** Keys of findings by path of the letter, seen from the folder of the file; a key stands once for each finding. */
  findings: Record<string, string[]>;
}

/**
 * Reads a baseline; an empty one where there is no file and one may be made.
 *
 * @throws {UsageError} where the file is missing or no baseline.
 */
export async function readBaseline(path: string, mayBeMissing: boolean): Promise<Baseline> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    if (mayBeMissing) return { findings: {} };
    throw new UsageError(`There is no baseline ${path}; make it with --update-baseline.`);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (isBaseline(value)) return value;
  } catch {
    // Told below, as for any other text.
  }
  throw new UsageError(`${path} is no baseline; delete it and make it anew with --update-baseline.`);
}

function isBaseline(value: unknown): value is Baseline {
  if (typeof value !== 'object' || value === null || !('findings' in value)) return false;
  const { findings } = value;
  return (
    typeof findings === 'object' &&
    findings !== null &&
    Object.values(findings).every(
      (keys) => Array.isArray(keys) && keys.every((key) => typeof key === 'string'),
    )
  );
}

/** The files without the findings that a baseline knows. */
export function withoutKnown(files: readonly CheckedFile[], baseline: Baseline, path: string): CheckedFile[] {
  return files.map((file) => {
    const known = [...(baseline.findings[nameIn(path, file)] ?? [])];
    if (known.length === 0) return file;
    const kept = file.keys.map((key) => {
      const at = known.indexOf(key);
      if (at < 0) return true;
      known.splice(at, 1);
      return false;
    });
    return {
      ...file,
      findings: file.findings.filter((_, i) => kept[i]),
      keys: file.keys.filter((_, i) => kept[i]),
    };
  });
}

/** Writes the findings of files as known; what the baseline says of other files that still matter stays. */
export async function writeBaseline(
  path: string,
  before: Baseline,
  files: readonly CheckedFile[],
): Promise<void> {
  const findings = { ...before.findings };
  for (const file of files) {
    if (file.problem !== undefined || file.path === '<stdin>') continue;
    const name = nameIn(path, file);
    if (file.keys.length > 0) findings[name] = [...file.keys].sort();
    else delete findings[name];
  }
  const sorted = Object.fromEntries(Object.entries(findings).sort(([a], [b]) => (a < b ? -1 : 1)));
  const text = `${JSON.stringify({ findings: sorted } satisfies Baseline, null, 2)}\n`;
  await createFile(path, text).catch(() => replaceFile(path, text));
}

function nameIn(path: string, file: CheckedFile): string {
  return relative(dirname(resolve(path)), file.path)
    .split(sep)
    .join('/');
}

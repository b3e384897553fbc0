import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GuidelineReading } from './documents/guideline-reading.ts';
import { documentKind } from './documents/kind.ts';
import { libraries } from './documents/libraries.ts';
import { GuidelineError } from './office/guideline-error.ts';
import type { ReadGuideline } from './office/readings.ts';

/** A guideline that was read on this machine, as its index has it. */
export interface GuidelineIndex extends Omit<ReadGuideline, 'file'> {
  /** Version of this form. */
  version: 1;
  /** Path of the file that was read. */
  path: string;
  /** Its SHA-256. */
  fingerprint: string;
  /** Day on which it was read, `YYYY-MM-DD`. */
  read: string;
  /** How its page numbers and topics are known. */
  numbering: GuidelineReading['numbering'] | 'given';
  sources: GuidelineReading['sources'];
}

/** Larger files are no guideline, in bytes. */
const largestFile = 256 * 1024 * 1024;

/** An identifier is also the name of a file. */
const identifier = /^[a-z0-9][a-z0-9-]{0,80}$/;

/**
 * Folder of the indexes: `IMR_HOME`, else the place that the system gives programs for their data. They hold text of the
 * guidelines and never leave the machine.
 */
function guidelineFolder(): string {
  const { IMR_HOME, LOCALAPPDATA, XDG_DATA_HOME } = process.env;
  if (IMR_HOME) return join(IMR_HOME, 'guidelines');
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'imr-rationale', 'guidelines');
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'imr-rationale', 'guidelines');
  return join(XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'imr-rationale', 'guidelines');
}

/** The guidelines that were read on this machine, in order of their identifiers; damaged indexes are left out. */
export async function listGuidelines(): Promise<GuidelineIndex[]> {
  const folder = guidelineFolder();
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => name.endsWith('.json') && identifier.test(basename(name, '.json')))
      .sort()
      .map((name) => readIndex(join(folder, name))),
  );
  return found.filter((index) => index !== undefined);
}

async function readIndex(path: string): Promise<GuidelineIndex | undefined> {
  try {
    const index: GuidelineIndex = JSON.parse(await readFile(path, 'utf8'));
    const whole = index.version === 1 && Array.isArray(index.pages) && Array.isArray(index.topics);
    return whole && identifier.test(index.id) && typeof index.path === 'string' ? index : undefined;
  } catch {
    return undefined;
  }
}

/** The same as the checker takes them. */
export async function readGuidelines(): Promise<ReadGuideline[]> {
  return (await listGuidelines()).map(({ id, path, pages, topics }) => ({
    id,
    pages,
    topics,
    file: pathToFileURL(path).href,
  }));
}

/** Differs where the guidelines that were read do. */
export async function guidelineStamp(): Promise<string> {
  const folder = guidelineFolder();
  const names = await readdir(folder).catch(() => []);
  const times = await Promise.all(
    names
      .sort()
      .map(async (name) => `${name} ${(await stat(join(folder, name)).catch(() => null))?.mtimeMs}`),
  );
  return times.join('\n');
}

/**
 * Reads an office's own copy of a guideline and keeps what it says; what was read of the same guideline before goes.
 *
 * @param pageOne the sheet that is page 1, for files on which no page numbers are printed
 * @throws {GuidelineError} where it cannot be read or kept
 */
export async function addGuideline(
  file: string,
  id: string,
  pageOne: number | undefined,
): Promise<GuidelineIndex> {
  if (!identifier.test(id)) throw new GuidelineError(`"${id}" is no identifier of a guideline.`);
  const path = resolve(file);
  const bytes = await bytesOf(path);
  if (documentKind(bytes) !== 'pdf') throw new GuidelineError(`${basename(path)} is no PDF.`);
  const { readGuideline } = await libraries.pdf();
  const reading = await readGuideline(bytes);
  if ('problem' in reading) throw new GuidelineError(reading.problem);
  if (reading.numbering === 'sheets' && pageOne === undefined)
    throw new GuidelineError(
      `No page numbers are printed on ${basename(path)}; say which of its sheets is page 1: --page-one N.`,
    );
  const numbered = pageOne === undefined ? reading : renumbered(reading, pageOne);
  const index: GuidelineIndex = {
    version: 1,
    id,
    path,
    fingerprint: createHash('sha256').update(bytes).digest('hex'),
    read: new Date().toISOString().slice(0, 10),
    ...numbered,
  };
  await keep(index);
  return index;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new GuidelineError(`There is no file ${path}.`);
  if (found.size > largestFile)
    throw new GuidelineError(`${basename(path)} is larger than ${largestFile / 1024 / 1024} MiB.`);
  return readFile(path).catch(() => {
    throw new GuidelineError(`${path} cannot be read: no permission.`);
  });
}

/** Pages counted from a sheet on, whatever is printed on them. */
function renumbered(
  reading: GuidelineReading,
  pageOne: number,
): Omit<GuidelineReading, 'numbering'> & { numbering: 'given' } {
  const sheets = new Map(reading.pages.map(({ number, sheet }) => [number, sheet]));
  const numberOf = (number: number): number => (sheets.get(number) ?? number) - pageOne + 1;
  return {
    ...reading,
    numbering: 'given',
    pages: reading.pages
      .map((page) => ({ ...page, number: page.sheet - pageOne + 1 }))
      .filter(({ number }) => number >= 1),
    topics: reading.topics
      .map((topic) => ({ ...topic, first: numberOf(topic.first), last: numberOf(topic.last) }))
      .filter(({ first }) => first >= 1),
  };
}

/** Writes an index beside its place first, so that no reader sees half of it; for the user's eyes only. */
async function keep(index: GuidelineIndex): Promise<void> {
  const place = join(guidelineFolder(), `${index.id}.json`);
  const draft = `${place}.${process.pid}.tmp`;
  try {
    await mkdir(guidelineFolder(), { recursive: true, mode: 0o700 });
    await writeFile(draft, JSON.stringify(index), { mode: 0o600 });
    await rename(draft, place);
  } catch {
    await rm(draft, { force: true });
    throw new GuidelineError(`${guidelineFolder()} cannot be written: no permission.`);
  }
}

/** Forgets a guideline; false where it was not read. */
export async function removeGuideline(id: string): Promise<boolean> {
  if (!identifier.test(id)) return false;
  try {
    await rm(join(guidelineFolder(), `${id}.json`));
    return true;
  } catch {
    return false;
  }
}

import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readGuidelines } from '../guidelines.ts';
import type { Additions } from '../language/additions.ts';
import type { RuleLevel } from '../language/checker.ts';
import { DICTIONARY_FILE, parseDictionary } from '../language/dictionary-list.ts';
import { DISMISSALS_FILE, type Dismissal, parseDismissals } from '../language/dismissals.ts';
import type { Finding } from '../language/finding.ts';
import { readTextFile } from '../node/read-text.ts';
import { CONFIG_FILE } from '../office/config-shape.ts';
import { faultFinding, loadOffice } from '../office/load.ts';
import type { ReadGuideline } from '../office/readings.ts';
import { diskFiles, isInside } from '../office-files.ts';
import { readProductFile, userFile } from '../product-files.ts';
import { type CheckedFile, lineStarts, unchecked } from './checked-file.ts';

/** What the nearest `.imr` folder above a letter, the user's own folder and `--config` say about checking. */
export interface Office {
  rules: Readonly<Record<string, RuleLevel>>;
  /** Whether spelling, confusions and small grammar are checked. */
  words: boolean;
  /** Words that are known beyond the dictionary. */
  knownWords: ReadonlySet<string>;
  dismissals: readonly Dismissal[];
  /** What the office knows beyond the product. */
  additions: Additions | undefined;
  /** Files of the settings that are wrong, with what is wrong in them. */
  damaged: readonly CheckedFile[];
}

/** Finds the office of each letter; a folder is read once. */
export class Offices {
  readonly #cwd: string;
  readonly #chosen: string;
  readonly #byRoot = new Map<string | undefined, Promise<Office>>();
  readonly #rootOf = new Map<string, string | undefined>();
  #user: Promise<ReadonlySet<string>> | undefined;
  #read: Promise<ReadGuideline[]> | undefined;

  /**
   * @param cwd folder that reports show paths from
   * @param config settings that the user chose for this run, in place of those in the user's own folder
   */
  constructor(cwd: string, config: string | undefined) {
    this.#cwd = cwd;
    this.#chosen = config === undefined ? userFile('config.json') : resolve(cwd, config);
  }

  /** The office of the letters in a folder. */
  of(folder: string): Promise<Office> {
    const root = this.#findRoot(folder);
    let office = this.#byRoot.get(root);
    if (!office) {
      office = this.#load(root);
      this.#byRoot.set(root, office);
    }
    return office;
  }

  /** The nearest folder, upwards, that has a folder `.imr`. */
  #findRoot(folder: string): string | undefined {
    if (this.#rootOf.has(folder)) return this.#rootOf.get(folder);
    const parent = dirname(folder);
    const found = existsSync(join(folder, '.imr'))
      ? folder
      : parent === folder
        ? undefined
        : this.#findRoot(parent);
    this.#rootOf.set(folder, found);
    return found;
  }

  async #load(root: string | undefined): Promise<Office> {
    this.#user ??= readProductFile(null, DICTIONARY_FILE).then(
      (text) => parseDictionary(text ?? ''),
      () => new Set<string>(),
    );
    // Settings below the working folder may name what lies in it; others only what lies beside them.
    const boundary = root !== undefined && !isInside(this.#cwd, root) ? root : this.#cwd;
    this.#read ??= readGuidelines();
    const source = {
      chosen: pathToFileURL(this.#chosen).href,
      config: root === undefined ? undefined : pathToFileURL(join(root, CONFIG_FILE)).href,
    };
    const files = diskFiles(pathToFileURL(boundary).href);
    const settings = await loadOffice(files, source, await this.#read);
    const knownWords = new Set([...(await this.#user), ...settings.knownWords]);
    const damaged = settings.faulty.map(({ address, text, faults }) =>
      this.#damaged(fileURLToPath(address), text, faults.map(faultFinding)),
    );
    const dismissals: Dismissal[] = [];
    if (root !== undefined) {
      for (const word of parseDictionary((await readIfThere(join(root, DICTIONARY_FILE))) ?? ''))
        knownWords.add(word);
      const path = join(root, DISMISSALS_FILE);
      const text = (await readIfThere(path)) ?? '';
      try {
        dismissals.push(...parseDismissals(text));
      } catch {
        const fault = { start: 0, end: 0, message: 'This is no list of dismissed findings.' };
        damaged.push(this.#damaged(path, text, [faultFinding(fault)]));
      }
    }
    const { rules, words = true, additions } = settings;
    return { rules, words, knownWords, dismissals, additions, damaged };
  }

  #damaged(path: string, text: string, findings: Finding[]): CheckedFile {
    return { ...unchecked(path, this.#cwd, ''), problem: undefined, findings, lines: lineStarts(text) };
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readTextFile(path);
  } catch {
    return undefined;
  }
}

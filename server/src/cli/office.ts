import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { RuleLevel } from '../language/checker.ts';
import { DICTIONARY_FILE, parseDictionary } from '../language/dictionary-list.ts';
import { DISMISSALS_FILE, type Dismissal, parseDismissals } from '../language/dismissals.ts';
import type { Finding } from '../language/finding.ts';
import { readProductFile } from '../product-files.ts';
import { type CheckedFile, lineStarts, unchecked } from './checked-file.ts';
import { CONFIG_FILE, finding, readOfficeConfig } from './office-config.ts';

/** What the nearest `.imr` folder above a letter, and the user's own folder, say about checking. */
export interface Office {
  rules: Readonly<Record<string, RuleLevel>>;
  /** Whether spelling, confusions and small grammar are checked. */
  words: boolean;
  /** Words that are known beyond the dictionary. */
  knownWords: ReadonlySet<string>;
  dismissals: readonly Dismissal[];
  /** Files of the folder that are wrong, with what is wrong in them. */
  damaged: readonly CheckedFile[];
}

/** Chains of configurations that extend each other end here; longer ones go round. */
const longestChain = 8;

/** Finds the office of each letter; a folder is read once. */
export class Offices {
  readonly #cwd: string;
  readonly #byRoot = new Map<string | undefined, Promise<Office>>();
  readonly #rootOf = new Map<string, string | undefined>();
  #user: Promise<ReadonlySet<string>> | undefined;

  /** @param cwd folder that reports show paths from */
  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** The office of the letters in a folder. */
  of(folder: string): Promise<Office> {
    const root = this.#findRoot(folder);
    let office = this.#byRoot.get(root);
    if (!office) {
      office = this.#read(root);
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

  async #read(root: string | undefined): Promise<Office> {
    this.#user ??= readProductFile(null, DICTIONARY_FILE).then(
      (text) => parseDictionary(text ?? ''),
      () => new Set<string>(),
    );
    const office = {
      rules: {} as Record<string, RuleLevel>,
      words: true,
      knownWords: new Set(await this.#user),
      dismissals: [] as Dismissal[],
      damaged: [] as CheckedFile[],
    };
    if (root === undefined) return office;
    const own = await readIfThere(join(root, DICTIONARY_FILE));
    for (const word of parseDictionary(own ?? '')) office.knownWords.add(word);
    await this.#readDismissals(join(root, DISMISSALS_FILE), office);
    await this.#readConfig(join(root, CONFIG_FILE), office, []);
    return office;
  }

  async #readDismissals(
    path: string,
    office: { dismissals: Dismissal[]; damaged: CheckedFile[] },
  ): Promise<void> {
    const text = await readIfThere(path);
    try {
      office.dismissals = parseDismissals(text ?? '');
    } catch {
      office.damaged.push(
        this.#damaged(path, text ?? '', [finding(0, 0, 'This is no list of dismissed findings.')]),
      );
    }
  }

  /** Reads a configuration over those that it extends: the nearer one wins. */
  async #readConfig(
    path: string,
    office: {
      rules: Record<string, RuleLevel>;
      words: boolean;
      knownWords: Set<string>;
      damaged: CheckedFile[];
    },
    chain: readonly string[],
  ): Promise<boolean> {
    const text = await readIfThere(path);
    if (text === undefined) return false;
    const { config, findings } = readOfficeConfig(text);
    const missing = (value: string, message: string): void => {
      const start = Math.max(0, text.indexOf(JSON.stringify(value)));
      findings.push(finding(start, start + JSON.stringify(value).length, message));
    };
    if (config.extends !== undefined) {
      const base = resolve(dirname(path), config.extends);
      if (chain.includes(base) || base === path || chain.length >= longestChain)
        missing(config.extends, 'These configurations extend each other in a circle.');
      else if (!(await this.#readConfig(base, office, [...chain, path])))
        missing(config.extends, 'There is no such configuration.');
    }
    Object.assign(office.rules, config.rules);
    office.words = config.words ?? office.words;
    for (const list of config.dictionaries) {
      const words = await readIfThere(resolve(dirname(path), list));
      if (words === undefined) missing(list, 'There is no such word list.');
      for (const word of parseDictionary(words ?? '')) office.knownWords.add(word);
    }
    if (findings.length > 0) office.damaged.push(this.#damaged(path, text, findings));
    return true;
  }

  #damaged(path: string, text: string, findings: Finding[]): CheckedFile {
    findings.sort((a, b) => a.start - b.start);
    return { ...unchecked(path, this.#cwd, ''), problem: undefined, findings, lines: lineStarts(text) };
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

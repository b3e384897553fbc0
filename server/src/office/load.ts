import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type { Additions } from '../language/additions.ts';
import { type Knowledge, knowledge } from '../language/catalog/index.ts';
import type { RuleLevel } from '../language/checker.ts';
import { parseDictionary } from '../language/dictionary-list.ts';
import type { Finding } from '../language/finding.ts';
import { library, type Passage } from '../language/passages/index.ts';
import type { OwnForm } from '../language/syntax/index.ts';
import { configShape, type OfficeConfig } from './config-shape.ts';
import { formFaults, formOf } from './forms.ts';
import { guidelineFaults, withGuidelines } from './guidelines.ts';
import { readPassage } from './passages.ts';
import { type ReadGuideline, withReadings } from './readings.ts';
import { type Fault, faultAt, readJson } from './shape.ts';

/** The files that settings of an office are read from; addresses are paths or URIs, as the host has them. */
export interface OfficeFiles {
  /** The address of a path that stands in the file `from`. */
  resolve(path: string, from: string): string;
  /** Whether a file may be read for settings that lie in the workspace itself. */
  inside(address: string): Promise<boolean>;
  /** The text of a file; undefined where there is none, or it cannot be read. */
  read(address: string): Promise<string | undefined>;
  /** Addresses of the files of a folder; undefined where there is no such folder. */
  list(folder: string): Promise<readonly string[] | undefined>;
}

/** Where the settings of a letter begin. */
export interface OfficeSource {
  /** The user's or the machine's own choice: it may build on any file. It need not be there. */
  chosen?: string | undefined;
  /** Settings of the workspace, which build on the chosen ones; their paths stay inside. They need not be there. */
  config?: string | undefined;
}

/** A file of the settings in which something is wrong. */
export interface FaultyFile {
  address: string;
  text: string;
  faults: readonly Fault[];
}

/** What the settings say. */
export interface OfficeSettings {
  /** Levels by rule; the nearer file has won. */
  rules: Readonly<Record<string, RuleLevel>>;
  /** Whether words are checked; undefined where no file says. */
  words: boolean | undefined;
  /** Words that are known beyond the dictionary. */
  knownWords: ReadonlySet<string>;
  additions: Additions | undefined;
  faulty: readonly FaultyFile[];
  /** Whether the settings that the user chose are there. */
  chosen: boolean;
  /** Differs where any of the files that were read differs. */
  stamp: string;
}

/** Chains of configurations that extend each other end here; longer ones go round. */
const longestChain = 8;

/** An office with more passages than this has the wrong folder. */
const mostPassages = 500;

/** Larger files are not settings. */
const longestFile = 2_000_000;

/**
 * Reads the settings of an office. What is wrong in a file is told as a fault at its place in that file; everything
 * else holds. Nothing is run.
 *
 * @param read guidelines that were read on this machine
 */
export async function loadOffice(
  files: OfficeFiles,
  source: OfficeSource,
  read: readonly ReadGuideline[] = [],
): Promise<OfficeSettings> {
  const reader = new Reader(files);
  const chosen = source.chosen !== undefined && (await reader.config(source.chosen, [], true));
  if (source.config !== undefined) await reader.config(source.config, [], false);
  return { ...reader.settings(read), chosen };
}

class Reader {
  readonly #files: OfficeFiles;
  readonly #rules: Record<string, RuleLevel> = {};
  readonly #knownWords = new Set<string>();
  readonly #forms = new Map<string, OwnForm>();
  readonly #passageFiles = new Map<string, string>();
  readonly #faulty = new Map<string, { text: string; faults: Fault[] }>();
  /** Addresses and texts of all that was read. */
  readonly #seen: string[] = [];
  #words: boolean | undefined;
  #knowledge: Knowledge = knowledge.standard;

  constructor(files: OfficeFiles) {
    this.#files = files;
  }

  settings(read: readonly ReadGuideline[]): Omit<OfficeSettings, 'chosen'> {
    const passages = this.#readPassages();
    const known = withReadings(this.#knowledge, read);
    const forms = [...this.#forms.values()];
    const adds = passages.length > 0 || forms.length > 0 || known !== knowledge.standard;
    return {
      rules: this.#rules,
      words: this.#words,
      knownWords: this.#knownWords,
      additions: adds ? { knowledge: known, forms, passages: mergePassages(passages) } : undefined,
      faulty: [...this.#faulty].map(([address, { text, faults }]) => ({
        address,
        text,
        faults: faults.sort((a, b) => a.start - b.start),
      })),
      stamp: this.#seen.join('\0'),
    };
  }

  /** Reads a configuration over those that it extends: the nearer one wins. False where there is none. */
  async config(address: string, chain: readonly string[], free: boolean): Promise<boolean> {
    // Passages lie beside a configuration, or beside where one could lie.
    const beside = await this.passages(this.#files.resolve('passages', address), free);
    const text = await this.#read(address);
    if (text === undefined) return beside;
    const refused = !free && !(await this.#files.inside(address)) ? leadsOut : tooLong(text);
    if (refused !== undefined) {
      this.#wrong(address, '', [{ start: 0, end: 0, message: refused }]);
      return true;
    }
    const { value, tree, faults } = readJson(text, configShape);
    this.#wrong(address, text, faults);
    const config = (value ?? {}) as OfficeConfig;
    const at = (path: (string | number)[]): Node | undefined => tree && findNodeAtLocation(tree, path);
    const wrong = (path: (string | number)[], message: string): void => {
      const node = at(path);
      if (node) this.#wrong(address, text, [faultAt(node, message)]);
    };
    if (config.extends !== undefined) {
      const base = this.#files.resolve(config.extends, address);
      if (chain.includes(base) || base === address || chain.length >= longestChain)
        wrong(['extends'], 'These configurations extend each other in a circle.');
      else if (!free && !(await this.#files.inside(base))) wrong(['extends'], leadsOut);
      else if (!(await this.config(base, [...chain, address], free)))
        wrong(['extends'], 'There is no such configuration.');
    }
    Object.assign(this.#rules, config.rules);
    this.#words = config.words?.enabled ?? this.#words;
    for (const { value: list, path } of stringsAt(at(['words', 'dictionaries']), ['words', 'dictionaries'])) {
      const file = this.#files.resolve(list, address);
      if (!free && !(await this.#files.inside(file))) {
        wrong(path, leadsOut);
        continue;
      }
      const words = await this.#read(file);
      if (words === undefined) wrong(path, 'There is no such word list.');
      for (const word of parseDictionary(words ?? '')) this.#knownWords.add(word);
    }
    for (const { value: folder, path } of stringsAt(at(['passages']), ['passages'])) {
      const place = this.#files.resolve(folder, address);
      if (!free && !(await this.#files.inside(place))) wrong(path, leadsOut);
      else if (!(await this.passages(place, free))) wrong(path, 'There is no such folder of passages.');
    }
    for (const guideline of config.guidelines ?? []) {
      // Entries that were wrong are left out of the value, so the place is found by what stands in it.
      const index = indexOf(at(['guidelines']), 'id', guideline.id);
      for (const { path, message } of guidelineFaults(guideline, this.#knowledge.guidelines)) {
        const [part, number, key] = path;
        const title = part === 'topics' ? guideline.topics?.[Number(number)]?.title : undefined;
        const place =
          title === undefined
            ? path
            : ['topics', indexOf(at(['guidelines', index, 'topics']), 'title', title), String(key)];
        wrong(['guidelines', index, ...place], message);
      }
      this.#knowledge = withGuidelines(this.#knowledge, [guideline]);
    }
    for (const form of config.forms ?? []) {
      const index = indexOf(at(['forms']), 'name', form.name);
      for (const { path, message } of formFaults(form)) wrong(['forms', index, ...path], message);
      this.#forms.set(form.name, formOf(form));
    }
    return true;
  }

  /** Notes the passages of a folder; false where there is none. */
  async passages(folder: string, free: boolean): Promise<boolean> {
    const listed = await this.#files.list(folder);
    if (!listed) return false;
    for (const address of listed.filter((name) => name.endsWith('.md')).slice(0, mostPassages)) {
      if (!free && !(await this.#files.inside(address))) continue;
      const text = await this.#read(address);
      if (text !== undefined && !tooLong(text)) this.#passageFiles.set(address, text);
    }
    return true;
  }

  /** Passages may cite guidelines of the office, so that they are read last. */
  #readPassages(): Passage[] {
    const found = new Map<string, Passage>();
    for (const [address, text] of this.#passageFiles) {
      const id = decodeURIComponent(/(?<![^/\\])([^/\\]*)\.md$/.exec(address)?.[1] ?? '');
      const { passage, faults } = readPassage(id, text, this.#knowledge.guidelines);
      this.#wrong(address, text, faults);
      if (passage) found.set(id, passage);
    }
    return [...found.values()];
  }

  async #read(address: string): Promise<string | undefined> {
    const text = await this.#files.read(address);
    if (text !== undefined) this.#seen.push(address, text);
    return text;
  }

  #wrong(address: string, text: string, faults: readonly Fault[]): void {
    if (faults.length === 0) return;
    const file = this.#faulty.get(address) ?? { text, faults: [] };
    file.faults.push(...faults);
    this.#faulty.set(address, file);
  }
}

const leadsOut =
  'This path leads out of the folder. Settings that lie in a folder are read from it alone; name the file in your own settings, or with --config.';

function tooLong({ length }: string): string | undefined {
  return length > longestFile ? 'This is too long to be a file of settings.' : undefined;
}

/** Own passages before the product's; one of the same name takes its place. */
function mergePassages(own: readonly Passage[]): readonly Passage[] {
  if (own.length === 0) return library.standard;
  const names = new Set(own.map(({ id }) => id));
  return [...own, ...library.standard.filter(({ id }) => !names.has(id))];
}

/** The texts of a list with their places. */
function stringsAt(node: Node | undefined, path: string[]): { value: string; path: (string | number)[] }[] {
  return (node?.children ?? []).flatMap((child, index) =>
    typeof child.value === 'string' && child.value.trim() !== ''
      ? [{ value: child.value, path: [...path, index] }]
      : [],
  );
}

/** The index of the first entry of a list that has a value under a key. */
function indexOf(list: Node | undefined, key: string, value: string): number {
  return (list?.children ?? []).findIndex((entry) => findNodeAtLocation(entry, [key])?.value === value);
}

/** A fault as a finding in its file. */
export function faultFinding({ start, end, message }: Fault): Finding {
  return { rule: 'config', severity: 'error', message, note: undefined, start, end, related: [], fixes: [] };
}

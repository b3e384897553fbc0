import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Guideline, knowledge } from '../language/catalog/index.ts';
import { CONFIG_FILE } from '../office/config-shape.ts';
import {
  type FaultyFile,
  faultFinding,
  loadOffice,
  type OfficeFiles,
  type OfficeSettings,
} from '../office/load.ts';
import type { ReadGuideline } from '../office/readings.ts';
import { diagnosticOf } from './features/diagnostics.ts';
import type { Folders } from './files.ts';
import { clientFiles } from './office-files.ts';

/** What the machine that the server runs on knows of settings. */
export interface OfficeHost {
  /** Files of settings below a folder (its address), and those that the user chose. */
  files(folder: string): OfficeFiles;
  /** Address of the settings that the user chose: by a path of the editor's settings, else the user's own file. */
  chosen(path: string | undefined): string | undefined;
  /** Guidelines that were read on this machine. */
  guidelines(): Promise<ReadGuideline[]>;
  /** Differs where they do. */
  guidelineStamp(): Promise<string>;
  /** Reads a copy. Rejects with a {@link GuidelineError}. */
  addGuideline(file: string, id: string, pageOne: number | undefined): Promise<unknown>;
  removeGuideline(id: string): Promise<unknown>;
}

const none: OfficeSettings = {
  rules: {},
  words: undefined,
  knownWords: new Set(),
  additions: undefined,
  faulty: [],
  chosen: false,
  stamp: '',
};

/**
 * The settings of the offices that the letters belong to: `.imr/config.json` of each workspace folder, over those that
 * the user chose. What is wrong in their files is published as diagnostics of those files.
 */
export class Offices {
  readonly #connection: Connection;
  readonly #host: OfficeHost | undefined;
  readonly #folders: Folders;
  readonly #changed: () => void;
  readonly #byFolder = new Map<string, OfficeSettings>();
  /** Of letters outside of all folders. */
  #own = none;
  #path: string | undefined;
  #clientFiles = false;
  #published = new Set<string>();
  #guidelines: readonly ReadGuideline[] = [];
  #readStamp = '';
  #before = '';
  #queue: Promise<unknown> = Promise.resolve();

  /** @param changed called when something was read that changes how letters are checked */
  constructor(connection: Connection, host: OfficeHost | undefined, folders: Folders, changed: () => void) {
    this.#connection = connection;
    this.#host = host;
    this.#folders = folders;
    this.#changed = changed;
  }

  /** Takes whether the client answers for files. */
  initialize(clientFiles: boolean): void {
    this.#clientFiles = clientFiles;
  }

  /** The settings that hold for a letter; for one that is not saved, those of the workspace's folder where it has one. */
  of(uri: string): OfficeSettings {
    const [only, ...more] = this.#folders.all;
    const unsaved = uri.startsWith('untitled:') && more.length === 0 ? only : undefined;
    const folder = this.#folders.of(uri) ?? unsaved;
    return (folder === undefined ? undefined : this.#byFolder.get(folder)) ?? this.#own;
  }

  /** The guidelines that any of the offices knows, those of the product first. */
  guidelines(): Guideline[] {
    const known = new Map(knowledge.standard.guidelines.map((guideline) => [guideline.id, guideline]));
    for (const { additions } of [this.#own, ...this.#byFolder.values()])
      for (const guideline of additions?.knowledge.guidelines ?? [])
        if (!known.has(guideline.id)) known.set(guideline.id, guideline);
    return [...known.values()];
  }

  /** Takes the path that the editor's settings give, and reads all anew. */
  async configure(path: string | undefined): Promise<void> {
    this.#path = path;
    await this.reload();
    if (path !== undefined && !this.#own.chosen)
      this.#connection.console.warn(
        'The settings of the office (imr.office.config) cannot be read: they are an absolute path of a file.',
      );
  }

  /** Reads all settings again; letters are checked anew where anything has changed. */
  reload(): Promise<void> {
    const result = this.#queue.then(() => this.#read());
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #read(): Promise<void> {
    await this.#readGuidelines();
    const folders = this.#folders.all;
    const loaded = await Promise.all(
      folders.map(async (folder) => [folder, await this.#load(folder)] as const),
    );
    const own = await this.#load(undefined);
    const stamps = [this.#readStamp, ...loaded.map(([, { stamp }]) => stamp), own.stamp];
    const now = stamps.some((stamp) => stamp !== '')
      ? [...stamps, ...loaded.map(([folder]) => folder)].join('\0')
      : '';
    if (now === this.#before) return;
    this.#before = now;
    this.#byFolder.clear();
    for (const [folder, settings] of loaded) this.#byFolder.set(folder, settings);
    this.#own = own;
    this.#publish([...loaded.flatMap(([, { faulty }]) => faulty), ...own.faulty]);
    this.#changed();
  }

  async #readGuidelines(): Promise<void> {
    const stamp = (await this.#host?.guidelineStamp()) ?? '';
    if (stamp === this.#readStamp) return;
    this.#readStamp = stamp;
    this.#guidelines = (await this.#host?.guidelines()) ?? [];
  }

  async #load(folder: string | undefined): Promise<OfficeSettings> {
    const chosen = this.#host?.chosen(this.#path);
    const config = folder === undefined ? undefined : `${folder}/${CONFIG_FILE}`;
    const onDisk = folder === undefined || folder.startsWith('file:');
    if (this.#host && onDisk)
      return loadOffice(this.#host.files(folder ?? 'file:///'), { chosen, config }, this.#guidelines);
    if (!this.#clientFiles || folder === undefined) return none;
    return loadOffice(clientFiles(this.#connection, folder), { config }, this.#guidelines);
  }

  /** Publishes what is wrong in each file; files that are mended are cleared. */
  #publish(faulty: readonly FaultyFile[]): void {
    const files = new Map(faulty.map((file) => [file.address, file]));
    for (const uri of this.#published)
      if (!files.has(uri)) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const [uri, { text, faults }] of files) {
      const document = TextDocument.create(uri, 'json', 0, text);
      const diagnostics = faults.map((fault) => diagnosticOf(faultFinding(fault), document, undefined));
      void this.#connection.sendDiagnostics({ uri, diagnostics });
    }
    this.#published = new Set(files.keys());
  }
}

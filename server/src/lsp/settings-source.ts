import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver';
import { DICTIONARY_FILE } from '../language/dictionary-list.ts';
import { DISMISSALS_FILE } from '../language/dismissals.ts';
import type { WordsChecker, WordsDictionary } from '../language/words/types.ts';
import { CONFIG_FILE } from '../office/config-shape.ts';
import { type ClientAbilities, noAbilities } from './abilities.ts';
import type { Exceptions } from './exceptions.ts';
import type { Letters } from './letters.ts';
import type { Offices } from './office.ts';
import type { StatusParams } from './protocol.ts';
import type { Host } from './server.ts';
import { defaultSettings, readSettings, type Settings } from './settings.ts';

/** How long diagnostics wait for a client that does not answer for its settings, in milliseconds. */
const patience = 1000;

/**
 * The settings as they are now, and what depends on them: the rules, the words check with its dictionary, the word lists
 * and dismissals of the workspace.
 */
export class SettingsSource {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #letters: Letters;
  readonly #exceptions: Exceptions;
  readonly #offices: Offices;
  readonly #changed: () => void;
  #abilities: ClientAbilities = noAbilities;
  #settings: Settings = defaultSettings;
  /** The words check, once it is there. */
  #words: WordsChecker | undefined;
  /** What the letters were last checked by. */
  #applied: { settings: string; words: WordsChecker | undefined };
  #dictionary: StatusParams['dictionary'] = 'loading';
  #ready: Promise<unknown> | undefined;

  /**
   * @param changed called when letters are to be shown anew
   */
  constructor(
    connection: Connection,
    host: Host,
    letters: Letters,
    exceptions: Exceptions,
    offices: Offices,
    changed: () => void,
  ) {
    this.#connection = connection;
    this.#host = host;
    this.#letters = letters;
    this.#exceptions = exceptions;
    this.#offices = offices;
    this.#applied = { settings: JSON.stringify(defaultSettings), words: undefined };
    this.#changed = changed;
    connection.onDidChangeConfiguration(({ settings }) => {
      void this.#configure((settings as { imr?: unknown } | null | undefined)?.imr);
    });
    connection.onDidChangeWatchedFiles(() => {
      void exceptions.reload();
      void offices.reload();
    });
  }

  get current(): Settings {
    return this.#settings;
  }

  /** Settled when the first settings, word lists and dismissals are known, or are given up on. */
  get ready(): Promise<unknown> | undefined {
    return this.#ready;
  }

  /** Takes what the client can do. */
  initialize(abilities: ClientAbilities): void {
    this.#abilities = abilities;
  }

  /** Asks for the settings, reads the files and begins to load the words check. */
  start(): void {
    const { client } = this.#connection;
    // Without the registrations the server only misses later changes.
    if (this.#abilities.configurationChanges) {
      client.register(DidChangeConfigurationNotification.type, { section: 'imr' }).catch(() => undefined);
    }
    if (this.#abilities.watchers) {
      const files = [DISMISSALS_FILE, DICTIONARY_FILE, CONFIG_FILE, '.imr/passages/*.md'];
      const watchers = files.map((file) => ({ globPattern: `**/${file}` }));
      client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
    }
    // A client that never answers must not hold up the diagnostics for long.
    this.#ready = Promise.race([
      this.#configure(),
      new Promise<void>((resolve) => setTimeout(resolve, patience)),
    ]);
    void this.#ready.then(() => this.#loadWords());
  }

  /** Asks for the settings where the client answers such questions, else takes what it sent. */
  async #configure(sent?: unknown): Promise<void> {
    let section = sent;
    if (this.#abilities.configuration) {
      try {
        section = await this.#connection.workspace.getConfiguration('imr');
      } catch {
        this.#connection.console.warn('The settings could not be read; the defaults are used.');
      }
    }
    this.#settings = readSettings(section);
    await Promise.all([
      this.#exceptions.configure(this.#settings.dictionaries),
      this.#offices.configure(this.#settings.office),
    ]);
    this.#apply();
  }

  /** Checks all open letters by the settings and the words check as they are now, where they are others than before. */
  #apply(): void {
    const applied = { settings: JSON.stringify(this.#settings), words: this.#words };
    const same = applied.settings === this.#applied.settings && applied.words === this.#applied.words;
    this.#applied = applied;
    if (!same) this.#recheck();
    this.#tell();
  }

  #recheck(): void {
    const { rules, run, words } = this.#settings;
    this.#letters.configure(
      { rules, rulePages: this.#host.rulePages, words: words ? this.#words : undefined },
      run,
    );
    this.#changed();
  }

  /**
   * The words check with its tables and its dictionary loads in the background: a letter's first diagnostics do not wait
   * for it.
   */
  async #loadWords(): Promise<void> {
    // Letters that were opened meanwhile are checked first.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const { createWordsChecker } = await import('../language/words/checker.ts');
    let dictionary: WordsDictionary | undefined;
    try {
      dictionary = await this.#host.loadDictionary?.();
    } catch {
      this.#connection.console.warn('The dictionary could not be loaded; spelling is not checked.');
    }
    this.#dictionary = dictionary ? 'ready' : 'missing';
    this.#words = createWordsChecker(dictionary);
    if (this.#settings.words) this.#apply();
    else this.#tell();
  }

  #tell(): void {
    const status: StatusParams = { dictionary: this.#settings.words ? this.#dictionary : 'off' };
    void this.#connection.sendNotification('imr/status', status);
  }
}

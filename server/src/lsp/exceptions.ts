import {
  addToDictionary,
  DICTIONARY_FILE,
  isListedWord,
  parseDictionary,
  removeFromDictionary,
} from '../language/dictionary-list.ts';
import {
  addDismissal,
  DISMISSALS_FILE,
  type Dismissal,
  parseDismissals,
  printDismissals,
  removeDismissal,
} from '../language/dismissals.ts';
import { whyNotWritten } from '../why-not-written.ts';
import type { Files, Folders } from './files.ts';
import type { DictionaryScope } from './protocol.ts';

/** What one folder excepts from checking. */
interface FolderExceptions {
  dismissals: readonly Dismissal[];
  words: ReadonlySet<string>;
}

const none: FolderExceptions = { dismissals: [], words: new Set() };

/** Why a change could not be kept; the message is for the user and holds no text of a letter. */
export class NotKeptError extends Error {
  override name = 'NotKeptError';
}

/**
 * Dismissals and word lists by workspace folder, with the user's own list and those of the office. What a file cannot
 * take (no folder, no permission, no file system) is kept until the server ends.
 */
export class Exceptions {
  readonly #files: Files;
  readonly #folders: Folders;
  readonly #changed: () => void;
  readonly #byFolder = new Map<string, FolderExceptions>();
  /** Of letters outside of all folders, and of folders that cannot be written. */
  #session: FolderExceptions = none;
  #user: ReadonlySet<string> = new Set();
  #shared: ReadonlySet<string> = new Set();
  #sharedPaths: readonly string[] = [];
  /** One change after another, so that none is lost. */
  #queue: Promise<unknown> = Promise.resolve();

  /** @param changed called when something was read that changes what findings are shown */
  constructor(files: Files, folders: Folders, changed: () => void) {
    this.#files = files;
    this.#folders = folders;
    this.#changed = changed;
  }

  /** Dismissals that may hold in a letter. */
  dismissals(uri: string): readonly Dismissal[] {
    const { dismissals } = this.#of(uri);
    return [...dismissals, ...this.#session.dismissals];
  }

  /** Words that are known in a letter beyond the dictionary. */
  words(uri: string): ReadonlySet<string> {
    return new Set([...this.#of(uri).words, ...this.#session.words, ...this.#user, ...this.#shared]);
  }

  #of(uri: string): FolderExceptions {
    return this.#byFolder.get(this.#folders.of(uri) ?? '') ?? none;
  }

  /** Takes the paths of the office's word lists from the settings. */
  configure(sharedPaths: readonly string[]): Promise<void> {
    this.#sharedPaths = sharedPaths;
    return this.reload();
  }

  /** Reads all files again; what cannot be read counts as empty. */
  reload(): Promise<void> {
    return this.#next(async () => {
      const before = this.#print();
      const folders = this.#folders.all;
      for (const known of this.#byFolder.keys()) if (!folders.includes(known)) this.#byFolder.delete(known);
      await Promise.all(
        folders.map(async (folder) => {
          const [dismissed, words] = await Promise.all([
            this.#readDismissals(folder).catch(() => []),
            this.#files.read(folder, DICTIONARY_FILE).catch(() => undefined),
          ]);
          this.#byFolder.set(folder, { dismissals: dismissed, words: parseDictionary(words ?? '') });
        }),
      );
      this.#user = parseDictionary(
        (await this.#files.read(null, DICTIONARY_FILE).catch(() => undefined)) ?? '',
      );
      const lists = await Promise.all(
        this.#sharedPaths.map((path) => this.#files.readList(path, folders[0])),
      );
      this.#shared = new Set(lists.flatMap((list) => [...parseDictionary(list ?? '')]));
      if (this.#print() !== before) this.#changed();
    });
  }

  /** Everything in one string, to see whether reading changed anything. */
  #print(): string {
    const folders = [...this.#byFolder].map(([folder, { dismissals, words }]) => [
      folder,
      dismissals,
      [...words],
    ]);
    return JSON.stringify([folders, [...this.#user], [...this.#shared]]);
  }

  /**
   * Keeps a dismissal.
   *
   * @throws {NotKeptError} where it holds until the server ends only, with the reason.
   */
  dismiss(uri: string, dismissal: Dismissal): Promise<void> {
    return this.#changeDismissals(
      uri,
      (list) => addDismissal(list, dismissal),
      () => {
        this.#session = { ...this.#session, dismissals: addDismissal(this.#session.dismissals, dismissal) };
      },
    );
  }

  /**
   * Takes a dismissal back.
   *
   * @throws {NotKeptError} where the file that holds it could not be changed.
   */
  async restore(uri: string, dismissal: Dismissal): Promise<void> {
    const dismissals = removeDismissal(this.#session.dismissals, dismissal);
    if (dismissals.length === this.#session.dismissals.length) {
      return this.#changeDismissals(uri, (list) => removeDismissal(list, dismissal));
    }
    this.#session = { ...this.#session, dismissals };
    this.#changed();
  }

  #changeDismissals(
    uri: string,
    change: (list: readonly Dismissal[]) => Dismissal[],
    failed?: () => void,
  ): Promise<void> {
    return this.#next(async () => {
      const folder = this.#folders.of(uri);
      try {
        if (folder === undefined) throw new NotKeptError('the letter lies in no open folder');
        // Others may have changed the file since it was read.
        const dismissals = change(await this.#readDismissals(folder));
        await this.#files.write(folder, DISMISSALS_FILE, printDismissals(dismissals));
        this.#byFolder.set(folder, { ...(this.#byFolder.get(folder) ?? none), dismissals });
      } catch (error) {
        failed?.();
        throw notKept(error, DISMISSALS_FILE);
      } finally {
        this.#changed();
      }
    });
  }

  async #readDismissals(folder: string): Promise<Dismissal[]> {
    const text = await this.#files.read(folder, DISMISSALS_FILE);
    try {
      return parseDismissals(text ?? '');
    } catch {
      throw new NotKeptError(`${DISMISSALS_FILE} is damaged`);
    }
  }

  /** Adds a word to a list. Throws as {@link dismiss} does. */
  addWord(uri: string, word: string, scope: DictionaryScope): Promise<void> {
    return this.#changeWords(uri, scope, (list) => addToDictionary(list, word), word);
  }

  /** Takes a word out of a list. Throws as {@link restore} does. */
  removeWord(uri: string, word: string, scope: DictionaryScope): Promise<void> {
    return this.#changeWords(uri, scope, (list) => removeFromDictionary(list, word), undefined);
  }

  #changeWords(
    uri: string,
    scope: DictionaryScope,
    change: (list: string) => string,
    added: string | undefined,
  ): Promise<void> {
    return this.#next(async () => {
      const folder = scope === 'user' ? null : this.#folders.of(uri);
      try {
        if (folder === undefined) throw new NotKeptError('the letter lies in no open folder');
        const list = (await this.#files.read(folder, DICTIONARY_FILE)) ?? '';
        // Written back, what could not be read as UTF-8 would be lost.
        if (list.includes('\ufffd')) throw new NotKeptError(`${DICTIONARY_FILE} is not written in UTF-8`);
        const after = change(list);
        if (after !== list) await this.#files.write(folder, DICTIONARY_FILE, after);
        const words = parseDictionary(after);
        if (folder === null) this.#user = words;
        else this.#byFolder.set(folder, { ...(this.#byFolder.get(folder) ?? none), words });
      } catch (error) {
        if (added !== undefined && !isListedWord(this.#session.words, added)) {
          const words = new Set([...this.#session.words, ...parseDictionary(added)]);
          this.#session = { ...this.#session, words };
        }
        throw notKept(error, DICTIONARY_FILE);
      } finally {
        this.#changed();
      }
    });
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

function notKept(error: unknown, file: string): NotKeptError {
  if (error instanceof NotKeptError) return error;
  const reason = whyNotWritten(error);
  const why = reason === undefined ? '' : `: ${reason}`;
  return new NotKeptError(`${file} could not be written${why}`);
}

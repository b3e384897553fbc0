import type { Connection } from 'vscode-languageserver';
import type { ProductFile, ReadFileParams, WriteFileParams } from './protocol.ts';

/** Reads and writes files of the product on the machine that the server runs on. */
export interface HostFiles {
  /** @returns undefined where there is no such file. Rejects where it cannot be read. */
  read(folder: string | null, path: ProductFile): Promise<string | undefined>;
  /** Writes a whole file at once. Rejects where it cannot be written. */
  write(folder: string | null, path: ProductFile, text: string): Promise<void>;
  /** Reads a word list that the settings name; `folder` is that of the letter. Rejects where it cannot be read. */
  readList(path: string, folder: string | undefined): Promise<string>;
}

/**
 * The product's files: those of folders on disk and the user's own are the host's, those of virtual folders (and all of
 * them in a browser) are the client's where it says that it answers for files.
 */
export class Files {
  readonly #connection: Connection;
  readonly #host: HostFiles | undefined;
  #client = false;

  constructor(connection: Connection, host: HostFiles | undefined) {
    this.#connection = connection;
    this.#host = host;
  }

  /** Takes whether the client answers for files. */
  initialize(client: boolean): void {
    this.#client = client;
  }

  /** The text of a file; undefined where there is none, or nobody to ask for it. */
  async read(folder: string | null, path: ProductFile): Promise<string | undefined> {
    const host = this.#hostFor(folder);
    if (host) return host.read(folder, path);
    if (!this.#client) return undefined;
    const text: unknown = await this.#connection.sendRequest('imr/readFile', {
      folder,
      path,
    } satisfies ReadFileParams);
    return typeof text === 'string' ? text : undefined;
  }

  /**
   * Writes a file.
   *
   * @throws where it cannot be written, or nobody can.
   */
  async write(folder: string | null, path: ProductFile, text: string): Promise<void> {
    const host = this.#hostFor(folder);
    if (host) return host.write(folder, path, text);
    if (!this.#client) throw new Error('No file system.');
    await this.#connection.sendRequest('imr/writeFile', { folder, path, text } satisfies WriteFileParams);
  }

  /** The text of a word list that the settings name; undefined where it cannot be read. */
  async readList(path: string, folder: string | undefined): Promise<string | undefined> {
    try {
      return await this.#host?.readList(path, folder);
    } catch {
      return undefined;
    }
  }

  #hostFor(folder: string | null): HostFiles | undefined {
    return folder === null || folder.startsWith('file:') ? this.#host : undefined;
  }
}

/** Workspace folders, and which of them a letter belongs to. */
export class Folders {
  #folders: string[] = [];

  /** Takes the addresses of all folders. */
  set(uris: readonly string[]): void {
    this.#folders = uris.map((uri) => uri.replace(/(?<!\/)\/+$/, ''));
  }

  change(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map((uri) => uri.replace(/(?<!\/)\/+$/, '')));
    this.set([...this.#folders.filter((folder) => !gone.has(folder)), ...added]);
  }

  get all(): readonly string[] {
    return this.#folders;
  }

  /** The innermost folder that holds a letter; undefined for a letter outside of all. */
  of(uri: string): string | undefined {
    const letter = decoded(uri);
    return this.#folders
      .filter((folder) => letter.startsWith(`${decoded(folder)}/`))
      .sort((a, b) => b.length - a.length)[0];
  }
}

/** An address with its escapes undone: clients differ in what they escape ("c%3A"). */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

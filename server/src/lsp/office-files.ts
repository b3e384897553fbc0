import type { Connection } from 'vscode-languageserver';
import type { OfficeFiles } from '../office/load.ts';
import type { ListFilesParams, ReadFileParams } from './protocol.ts';

/**
 * Files of settings in a folder that the client answers for: virtual folders, and all of them in a browser. What lies
 * outside of the folder is not asked for.
 *
 * @param folder address of the workspace folder
 */
export function clientFiles(connection: Connection, folder: string): OfficeFiles {
  /** The path of an address seen from the folder; undefined outside of it. */
  const pathOf = (address: string): string | undefined =>
    address.startsWith(`${folder}/`) ? decodeURIComponent(address.slice(folder.length + 1)) : undefined;
  return {
    resolve(path, from) {
      const parts = path.split('/').map(encodeURIComponent).join('/');
      return URL.canParse(parts, from) ? new URL(parts, from).href : from;
    },
    inside: async (address) => pathOf(address) !== undefined,
    async read(address) {
      const path = pathOf(address);
      if (path === undefined) return undefined;
      const params: ReadFileParams = { folder, path };
      const text: unknown = await connection.sendRequest('imr/readFile', params).catch(() => undefined);
      return typeof text === 'string' ? text : undefined;
    },
    async list(address) {
      const path = pathOf(address);
      if (path === undefined) return undefined;
      const params: ListFilesParams = { folder, path };
      const names: unknown = await connection.sendRequest('imr/listFiles', params).catch(() => undefined);
      if (!Array.isArray(names)) return undefined;
      return names
        .filter((name) => typeof name === 'string')
        .sort()
        .map((name) => `${address}/${encodeURIComponent(name)}`);
    },
  };
}

/** The product's files where the server has no file system: in virtual folders, and all of them in a browser. */
import { type Disposable, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ListFilesParams, ReadFileParams, WriteFileParams } from '../../server/src/lsp/protocol.ts';

/** Answers the server's requests for files, through the editor's file systems. `storage` holds the user's own. */
export function answerForFiles(client: BaseLanguageClient, storage: Uri): Disposable[] {
  // A folder that is the root of its file system has no path without the slash.
  const address = ({ folder, path }: ReadFileParams): Uri =>
    Uri.joinPath(folder === null ? storage : Uri.parse(`${folder}/`, true), path);
  return [
    client.onRequest('imr/readFile', async (params: ReadFileParams) => {
      try {
        return new TextDecoder().decode(await workspace.fs.readFile(address(params)));
      } catch (error) {
        if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
        throw error;
      }
    }),
    client.onRequest('imr/listFiles', async (params: ListFilesParams) => {
      try {
        const entries = await workspace.fs.readDirectory(address(params));
        return entries.flatMap(([name, type]) => (type === FileType.File ? [name] : []));
      } catch (error) {
        if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
        throw error;
      }
    }),
    client.onRequest('imr/writeFile', async (params: WriteFileParams) => {
      const uri = address(params);
      await workspace.fs.createDirectory(Uri.joinPath(uri, '..'));
      await workspace.fs.writeFile(uri, new TextEncoder().encode(params.text));
      return null;
    }),
  ];
}

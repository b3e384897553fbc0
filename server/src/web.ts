import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { openDictionary } from './language/words/dictionary.ts';
import { serve } from './lsp/server.ts';

// The worker's own scope is the channel to the client.
const scope = self as unknown as Worker;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

// A worker has no files: the client reads the dictionary of the extension and hands its bytes over.
serve(connection, {
  loadDictionary: async () => openDictionary(await connection.sendRequest<ArrayBuffer>('imr/readDictionary')),
});

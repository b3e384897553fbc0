/**
 * What the engine of the language server's process is told. Node keeps up to twice 64 MiB for objects that live short;
 * letters are small, and with 8 MiB the server takes a fifth less memory and no more time (`npm run bench`, `npm run
 * soak`).
 */
export const serverFlags = ['--max-semi-space-size=8'];

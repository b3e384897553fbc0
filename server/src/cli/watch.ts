import { watch } from 'node:fs';

/** Changes that come this close together are one, in milliseconds: editors write a file in several steps. */
const settle = 120;

/**
 * Calls `again` after files below folders have changed, once for changes that come together, until the user ends the
 * program; a run that is going on is not disturbed.
 *
 * @returns a promise that settles when the program is to end
 */
export function watchFolders(folders: readonly string[], again: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let running: Promise<void> = Promise.resolve();
    const changed = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(again).catch(reject);
      }, settle);
    };
    const watchers = folders.map((folder) => {
      const watcher = watch(folder, { recursive: true }, (_, name) => {
        // Drafts that this program writes beside a letter.
        if (!name?.toString().endsWith('.tmp')) changed();
      });
      watcher.on('error', reject);
      return watcher;
    });
    const end = (): void => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      resolve();
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
}

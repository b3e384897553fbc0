/** Settings that name files on the machine, which a browser does not open: they are told of where they are used. */
import { type Disposable, window, workspace } from 'vscode';
import { ID } from './letter.ts';

const fileSettings = ['words.dictionaries', 'office.config'];

/** Says once of each such setting that it does nothing here. */
export function tellOfSettingsWithoutEffect(): Disposable {
  const told = new Set<string>();
  const look = (): void => {
    const settings = workspace.getConfiguration(ID);
    for (const name of fileSettings) {
      if (told.has(name) || !settings.get<string | string[]>(name)?.length) continue;
      told.add(name);
      void window.showWarningMessage(
        `${ID}.${name} has no effect in the browser: files on this machine cannot be read.`,
      );
    }
  };
  look();
  return workspace.onDidChangeConfiguration(look);
}

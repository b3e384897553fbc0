import { Checker } from '../../server/src/language/checker.ts';
import type { Finding } from '../../server/src/language/finding.ts';
import { loadOffice, type OfficeFiles, type OfficeSettings } from '../../server/src/office/load.ts';

/** Settings in memory: files by their path; `/work` is the workspace. */
function memoryFiles(files: Readonly<Record<string, string>>): OfficeFiles {
  return {
    resolve: (path, from) => new URL(path, `file://${from}`).pathname,
    inside: async (address) => address.startsWith('/case/'),
    read: async (address) => files[address],
    list: async (folder) => {
      const names = Object.keys(files).filter((name) => name.startsWith(`${folder}/`));
      return names.length > 0 ? names : undefined;
    },
  };
}

/** Reads the settings of the workspace `/work`, over those that the user chose. */
export function officeOf(files: Readonly<Record<string, string>>, chosen?: string): Promise<OfficeSettings> {
  return loadOffice(memoryFiles(files), { chosen, config: '/case/.imr/config.json' });
}

/** The settings of a workspace with one configuration. */
export function configured(config: object): Promise<OfficeSettings> {
  return officeOf({ '/case/.imr/config.json': JSON.stringify(config) });
}

/** Findings of a letter by an office; of one rule where it is named. */
export function checkBy({ rules, additions }: OfficeSettings, text: string, rule?: string): Finding[] {
  const { findings } = new Checker({ rules, additions }).check(text);
  return rule === undefined ? findings : findings.filter((finding) => finding.rule === rule);
}

/** What is wrong in the settings: the words at each place, and what is said of them. */
export function faultsOf({ faulty }: OfficeSettings): [file: string, words: string, message: string][] {
  return faulty.flatMap(({ address, text, faults }) =>
    faults.map(({ start, end, message }): [string, string, string] => [
      address,
      text.slice(start, end),
      message,
    ]),
  );
}

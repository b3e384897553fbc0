import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Checker, type CheckSettings } from '../language/checker.ts';
import { type CaseFacts, factsOf } from '../language/facts/index.ts';
import type { Finding } from '../language/finding.ts';
import type { Settings } from './settings.ts';

/** The check of one version of a letter. */
export interface CheckedLetter {
  document: TextDocument;
  version: number;
  text: string;
  facts: CaseFacts;
  findings: readonly Finding[];
}

/** A finding told apart from others by what it says of which words, not by its place. */
function keyOf(letter: CheckedLetter, finding: Finding): string {
  return `${finding.rule}\n${letter.text.slice(finding.start, finding.end)}\n${finding.message}`;
}

/**
 * Open letters and their checks. A check is made once for a version. With `onSave`, findings that the last save
 * did not have are kept back until the next one, while findings that an edit has mended go at once: nothing new
 * appears while the writer types, and nothing stale stays.
 */
export class Letters {
  #checker: Checker;
  #run: Settings['run'] = 'onSave';
  #rulePages: string | undefined;
  readonly #checked = new Map<string, CheckedLetter>();
  /** By letter, how often each finding was shown after its last save. */
  readonly #saved = new Map<string, Map<string, number>>();

  constructor(settings: CheckSettings) {
    this.#rulePages = settings.rulePages;
    this.#checker = new Checker(settings);
  }

  /** When new findings are shown. */
  get run(): Settings['run'] {
    return this.#run;
  }

  /** Address of the folder of rule pages, where the host has one. */
  get rulePages(): string | undefined {
    return this.#rulePages;
  }

  /** Takes new settings; all letters are checked anew when next asked for. */
  configure(settings: CheckSettings, run: Settings['run']): void {
    this.#run = run;
    this.#rulePages = settings.rulePages;
    this.#checker = new Checker(settings);
    this.#checked.clear();
    this.#saved.clear();
  }

  /** The check of a letter's present text. */
  check(document: TextDocument): CheckedLetter {
    const known = this.#checked.get(document.uri);
    if (known && known.document === document && known.version === document.version) return known;
    const text = document.getText();
    const { tree, findings } = this.#checker.check(text);
    const letter = { document, version: document.version, text, facts: factsOf(tree), findings };
    this.#checked.set(document.uri, letter);
    return letter;
  }

  /** Notes that a letter was opened or saved: what it has now may be shown. */
  settle(document: TextDocument): void {
    const letter = this.check(document);
    const counts = new Map<string, number>();
    for (const finding of letter.findings) {
      const key = keyOf(letter, finding);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    this.#saved.set(document.uri, counts);
  }

  /** Findings to show for a letter now. */
  shown(document: TextDocument): Finding[] {
    const letter = this.check(document);
    if (this.#run === 'onType') return [...letter.findings];
    if (!this.#saved.has(document.uri)) this.settle(document);
    const left = new Map(this.#saved.get(document.uri));
    return letter.findings.filter((finding) => {
      const key = keyOf(letter, finding);
      const count = left.get(key) ?? 0;
      if (count > 0) left.set(key, count - 1);
      return count > 0;
    });
  }

  /** Forgets a letter that was closed. */
  close(uri: string): void {
    this.#checked.delete(uri);
    this.#saved.delete(uri);
  }
}

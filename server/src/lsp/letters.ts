import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Checker, type CheckSettings } from '../language/checker.ts';
import { applyDictionary } from '../language/dictionary-list.ts';
import { applyDismissals, type Dismissal, type DismissedFinding } from '../language/dismissals.ts';
import { type CaseFacts, factsOf } from '../language/facts/index.ts';
import type { Finding } from '../language/finding.ts';
import type { Settings } from './settings.ts';

/** The check of one version of a letter. */
export interface CheckedLetter {
  document: TextDocument;
  version: number;
  text: string;
  facts: CaseFacts;
  /** Findings that stand: neither dismissed nor answered by a word list. */
  findings: readonly Finding[];
  dismissed: readonly DismissedFinding[];
  /** All that the checker said, without exceptions. */
  all: readonly Finding[];
}

/** What is excepted from checking, by letter. */
export interface LetterExceptions {
  dismissals(uri: string): readonly Dismissal[];
  words(uri: string): ReadonlySet<string>;
}

/** A finding told apart from others by what it says of which words, not by its place. */
function keyOf(text: string, finding: Finding): string {
  return `${finding.rule}\n${text.slice(finding.start, finding.end)}\n${finding.message}`;
}

function countsOf(text: string, findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = keyOf(text, finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
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
  readonly #exceptions: LetterExceptions;
  readonly #checked = new Map<string, CheckedLetter>();
  /** By letter, its text when it was last saved, and how often each finding was there, excepted ones among them. */
  readonly #saved = new Map<string, { text: string; counts: ReadonlyMap<string, number> | undefined }>();
  /** Letters whose checking was turned off. */
  readonly #off = new Set<string>();

  constructor(settings: CheckSettings, exceptions: LetterExceptions) {
    this.#rulePages = settings.rulePages;
    this.#checker = new Checker(settings);
    this.#exceptions = exceptions;
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
    // What the saved text has by the new settings is found out when it is asked for.
    for (const saved of this.#saved.values()) saved.counts = undefined;
  }

  /** Notes that exceptions have changed: they hold at once, without a save. */
  recheck(): void {
    this.#checked.clear();
  }

  /** Turns the checking of a letter off or on. */
  setChecking(uri: string, enabled: boolean): void {
    if (enabled) this.#off.delete(uri);
    else this.#off.add(uri);
    this.#checked.delete(uri);
  }

  /** The check of a letter's present text. */
  check(document: TextDocument): CheckedLetter {
    const known = this.#checked.get(document.uri);
    if (known && known.document === document && known.version === document.version) return known;
    const { uri, version } = document;
    const text = document.getText();
    const { tree, findings } = this.#checker.check(text);
    const found = this.#off.has(uri) ? [] : applyDictionary(findings, text, this.#exceptions.words(uri));
    const { shown, dismissed } = applyDismissals(found, { tree, text }, this.#exceptions.dismissals(uri));
    const letter = {
      document,
      version,
      text,
      facts: factsOf(tree),
      findings: shown,
      dismissed,
      all: findings,
    };
    this.#checked.set(uri, letter);
    return letter;
  }

  /** Notes that a letter was opened or saved: what it has now may be shown. */
  settle(document: TextDocument): void {
    const { text, all } = this.check(document);
    this.#saved.set(document.uri, { text, counts: countsOf(text, all) });
  }

  /** Findings to show for a letter now. */
  shown(document: TextDocument): Finding[] {
    const letter = this.check(document);
    if (this.#run === 'onType') return [...letter.findings];
    const left = new Map(this.#savedCounts(document));
    return letter.findings.filter((finding) => {
      const key = keyOf(letter.text, finding);
      const count = left.get(key) ?? 0;
      if (count > 0) left.set(key, count - 1);
      return count > 0;
    });
  }

  #savedCounts(document: TextDocument): ReadonlyMap<string, number> {
    const saved = this.#saved.get(document.uri) ?? { text: document.getText(), counts: undefined };
    saved.counts ??= countsOf(saved.text, this.#checker.check(saved.text).findings);
    this.#saved.set(document.uri, saved);
    return saved.counts;
  }

  /** Forgets a letter that was closed. */
  close(uri: string): void {
    this.#checked.delete(uri);
    this.#saved.delete(uri);
    this.#off.delete(uri);
  }
}

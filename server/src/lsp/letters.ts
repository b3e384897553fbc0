import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Holding, hold } from '../language/additions.ts';
import { Checker, type CheckSettings } from '../language/checker.ts';
import { applyDictionary } from '../language/dictionary-list.ts';
import { applyDismissals, type Dismissal, type DismissedFinding } from '../language/dismissals.ts';
import { type CaseFacts, factsOf } from '../language/facts/index.ts';
import type { Finding } from '../language/finding.ts';
import type { OfficeSettings } from '../office/load.ts';
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
  /** What its office holds for it. */
  holding: Holding;
}

/** The settings of the office that a letter belongs to. */
export interface LetterOffices {
  of(uri: string): OfficeSettings;
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
  #settings: CheckSettings;
  #checkers = new WeakMap<OfficeSettings, Checker>();
  #run: Settings['run'] = 'onSave';
  #rulePages: string | undefined;
  readonly #exceptions: LetterExceptions;
  readonly #offices: LetterOffices;
  readonly #checked = new Map<string, CheckedLetter>();
  /** By letter, its text when it was last saved, and how often each finding was there, excepted ones among them. */
  readonly #saved = new Map<string, { text: string; counts: ReadonlyMap<string, number> | undefined }>();
  /** Letters whose checking was turned off. */
  readonly #off = new Set<string>();

  constructor(settings: CheckSettings, exceptions: LetterExceptions, offices: LetterOffices) {
    this.#rulePages = settings.rulePages;
    this.#settings = settings;
    this.#exceptions = exceptions;
    this.#offices = offices;
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
    this.#settings = settings;
    this.#checkers = new WeakMap();
    this.#checked.clear();
    // What the saved text has by the new settings is found out when it is asked for.
    for (const saved of this.#saved.values()) saved.counts = undefined;
  }

  /** Notes that exceptions or the settings of offices have changed: they hold at once, without a save. */
  recheck(): void {
    this.#checked.clear();
  }

  /** Notes that the settings of offices have changed: what the saved texts have by them is found out anew. */
  reconsider(): void {
    this.#checked.clear();
    for (const saved of this.#saved.values()) saved.counts = undefined;
  }

  /** The checker for letters of an office; the editor's own levels win over the office's. */
  #checkerFor(uri: string): Checker {
    const office = this.#offices.of(uri);
    let checker = this.#checkers.get(office);
    if (!checker) {
      const { rules, words } = this.#settings;
      checker = new Checker({
        ...this.#settings,
        rules: { ...office.rules, ...rules },
        words: office.words === false ? undefined : words,
        additions: office.additions,
      });
      this.#checkers.set(office, checker);
    }
    return checker;
  }

  /** Turns the checking of a letter off or on. */
  setChecking(uri: string, enabled: boolean): void {
    if (enabled) this.#off.delete(uri);
    else this.#off.add(uri);
    this.#checked.delete(uri);
  }

  /** The check of a letter's present text. What its office holds for it then holds for what is asked of it next. */
  check(document: TextDocument): CheckedLetter {
    const known = this.#checked.get(document.uri);
    const letter =
      known && known.document === document && known.version === document.version
        ? known
        : this.#check(document);
    hold(letter.holding);
    return letter;
  }

  #check(document: TextDocument): CheckedLetter {
    const { uri, version } = document;
    const text = document.getText();
    const { tree, findings, holding } = this.#checkerFor(uri).check(text);
    const words = new Set([...this.#exceptions.words(uri), ...this.#offices.of(uri).knownWords]);
    const found = this.#off.has(uri) ? [] : applyDictionary(findings, text, words);
    const { shown, dismissed } = applyDismissals(found, { tree, text }, this.#exceptions.dismissals(uri));
    const letter = {
      document,
      version,
      text,
      facts: factsOf(tree),
      findings: shown,
      dismissed,
      all: findings,
      holding,
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
    saved.counts ??= countsOf(saved.text, this.#checkerFor(document.uri).check(saved.text).findings);
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

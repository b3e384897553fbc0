import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { loadDictionary, rulePagesFolder } from '../assets.ts';
import { Checker, type CheckTimes, type RuleLevel } from '../language/checker.ts';
import { applyDictionary } from '../language/dictionary-list.ts';
import { applyDismissals, type DismissedFinding, markKey, markOf } from '../language/dismissals.ts';
import type { Finding } from '../language/finding.ts';
import type { Root } from '../language/syntax/index.ts';
import { createWordsChecker } from '../language/words/checker.ts';
import type { WordsChecker } from '../language/words/types.ts';
import { whyNotWritten } from '../why-not-written.ts';
import { type CheckedFile, lineStarts, pageStarts, unchecked } from './checked-file.ts';
import { encodeText } from './encode.ts';
import type { Candidate } from './files.ts';
import { isLetterName } from './files.ts';
import { applyCertainFixes } from './fix.ts';
import { type Office, Offices } from './office.ts';
import { type ReadText, readLetter, UnreadableFileError } from './read.ts';
import { replaceFile } from './write.ts';

/** How letters are checked; plain data, so that it can go to another thread. */
export interface LetterOptions {
  cwd: string;
  /** Levels by rule, over those of the letters' offices. */
  rules: Readonly<Record<string, RuleLevel>>;
  /** Whether spelling, confusions and small grammar are checked. */
  words: boolean;
  /** Settings chosen for this run; undefined: those in the user's own folder. */
  config: string | undefined;
  fix: 'write' | 'show' | undefined;
  /** Whether findings get their keys. */
  keys: boolean;
  /** Takes up the time of each rule, where it is asked for. */
  times?: CheckTimes | undefined;
}

/** A letter with its tree, for who shows more than its findings. */
export interface ExaminedLetter {
  tree: Root;
  text: string;
  findings: readonly Finding[];
  dismissed: readonly DismissedFinding[];
}

/** A file that was read. */
interface ReadFile {
  /** Its place among the candidates. */
  index: number;
  path: string;
  /** Whether it was named, or its name says that it is a letter. */
  meant: boolean;
  read: ReadText;
}

/** Characters that are checked at once at most, but for the last letter: more would only take memory. */
const textAtOnce = 200_000;

/** Checks letters by the settings of the command line and of the offices that they belong to. */
export class LetterChecker {
  readonly #options: LetterOptions;
  readonly #offices: Offices;
  readonly #checkers = new WeakMap<Office, Checker>();
  readonly #words: WordsChecker | undefined;
  readonly #damaged = new Map<string, CheckedFile>();

  private constructor(options: LetterOptions, words: WordsChecker | undefined) {
    this.#options = options;
    this.#words = words;
    this.#offices = new Offices(options.cwd, options.config);
  }

  /** Makes a checker; loads the dictionary where words are checked. */
  static async create(options: LetterOptions): Promise<LetterChecker> {
    const words = options.words ? createWordsChecker(await loadDictionary()) : undefined;
    return new LetterChecker(options, words);
  }

  /** Files of the offices met so far that are wrong. */
  get damaged(): CheckedFile[] {
    return [...this.#damaged.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /**
   * Checks some files at once; with fixes where they are asked for.
   *
   * @returns undefined for each file of a folder that is no determination and whose name does not say that it is one.
   */
  async checkFiles(candidates: readonly Candidate[]): Promise<(CheckedFile | undefined)[]> {
    const checked: (CheckedFile | undefined)[] = candidates.map(() => undefined);
    let letters: ReadFile[] = [];
    let length = 0;
    const checkRead = async (): Promise<void> => {
      const some = letters;
      letters = [];
      length = 0;
      const examined = await this.#examineAll(
        some.map(({ path, read }) => ({ text: read.text, folder: dirname(path) })),
      );
      for (const [at, file] of some.entries())
        checked[file.index] = await this.#finish(file, examined[at] as ExaminedLetter);
    };
    for (const [index, { path, named }] of candidates.entries()) {
      const meant = named || isLetterName(path);
      try {
        const read = await readLetter(path);
        letters.push({ index, path, meant, read });
        length += read.text.length;
      } catch (error) {
        if (!(error instanceof UnreadableFileError)) throw error;
        if (meant) checked[index] = unchecked(path, this.#options.cwd, error.message);
      }
      if (length > textAtOnce) await checkRead();
    }
    await checkRead();
    return checked;
  }

  /** What is reported of a file that was read and examined. */
  async #finish({ path, meant, read }: ReadFile, examined: ExaminedLetter): Promise<CheckedFile | undefined> {
    const { cwd, fix } = this.#options;
    // A folder may hold any other file; only those that were meant are spoken of.
    if (!meant && examined.tree.form === 'none') return undefined;
    const fixed = fix && (await this.#fix(path, read));
    if (typeof fixed === 'string') return unchecked(path, cwd, fixed);
    if (!fixed) return this.#checked(path, read.encoding === 'document', examined);
    const after = await this.examine(fixed.text, dirname(path));
    return { ...this.#checked(path, false, after), fixes: fixed.titles };
  }

  /** Checks a text that lies in no file, as if it lay in the working folder. */
  async checkInput({ text, encoding }: ReadText): Promise<CheckedFile> {
    const examined = await this.examine(text, this.#options.cwd);
    return this.#checked('<stdin>', encoding === 'document', examined);
  }

  /** Parses and checks a text as a letter of a folder. */
  async examine(text: string, folder: string): Promise<ExaminedLetter> {
    return (await this.#examineAll([{ text, folder }]))[0] as ExaminedLetter;
  }

  /** Parses and checks texts as letters of folders; those of one office at once. */
  async #examineAll(letters: readonly { text: string; folder: string }[]): Promise<ExaminedLetter[]> {
    const byOffice = new Map<Office, { index: number; text: string }[]>();
    for (const [index, { text, folder }] of letters.entries()) {
      const office = await this.#offices.of(folder);
      const own = byOffice.get(office);
      if (own) own.push({ index, text });
      else byOffice.set(office, [{ index, text }]);
    }
    const examined: ExaminedLetter[] = [];
    for (const [office, own] of byOffice) {
      for (const file of office.damaged) this.#damaged.set(file.path, file);
      const texts = own.map(({ text }) => text);
      const results = this.#checkerFor(office).checkAll(texts, this.#options.times);
      for (const [at, { tree, findings }] of results.entries()) {
        const { index, text } = own[at] as (typeof own)[number];
        const told = applyDictionary(findings, text, office.knownWords);
        const { shown, dismissed } = applyDismissals(told, { tree, text }, office.dismissals);
        examined[index] = { tree, text, findings: shown, dismissed };
      }
    }
    return examined;
  }

  #checkerFor(office: Office): Checker {
    let checker = this.#checkers.get(office);
    if (!checker) {
      const rules = { ...office.rules, ...this.#options.rules };
      const { additions } = office;
      checker = new Checker({ rules, words: office.words ? this.#words : undefined, additions });
      this.#checkers.set(office, checker);
    }
    return checker;
  }

  #checked(path: string, paged: boolean, { tree, text, findings, dismissed }: ExaminedLetter): CheckedFile {
    return {
      path,
      cwd: this.#options.cwd,
      findings,
      dismissed: dismissed.map(({ finding, dismissal }) => ({ finding, reason: dismissal.reason })),
      keys: this.#options.keys ? findings.map((finding) => markKey(markOf(finding, { tree, text }))) : [],
      problem: undefined,
      lines: lineStarts(text),
      pages: paged ? pageStarts(text) : undefined,
      fixes: [],
    };
  }

  /** Applies certain fixes; the reason where they cannot be, undefined where there are none. */
  async #fix(path: string, { text, encoding, bytes }: ReadText) {
    if (encoding === 'document') return undefined;
    const office = await this.#offices.of(dirname(path));
    const checker = this.#checkerFor(office);
    const fixed = applyCertainFixes(text, (current) => {
      const { tree, findings } = checker.check(current);
      const told = applyDictionary(findings, current, office.knownWords);
      return applyDismissals(told, { tree, text: current }, office.dismissals).shown;
    });
    if (fixed.titles.length === 0) return undefined;
    const before = encodeText(text, encoding);
    const after = encodeText(fixed.text, encoding);
    // What does not come back byte for byte must not be written.
    if (!before || !after || !Buffer.from(before).equals(bytes))
      return `Its fixes cannot be written in its encoding (${encoding}); save it as UTF-8 first.`;
    if (this.#options.fix === 'write') {
      try {
        // Somebody may have saved the letter since it was read.
        if (!(await readFile(path)).equals(bytes))
          return 'It changed while it was being fixed; run the fix again.';
        await replaceFile(path, after);
      } catch (error) {
        return `Its fixes could not be written: ${whyNotWritten(error) ?? 'no permission, or the file is in use'}.`;
      }
    }
    return fixed;
  }
}

/** Address of the page of a rule, where the pages lie beside the program. */
export function rulePageOf(id: string): string | undefined {
  pages ??= { folder: rulePagesFolder() };
  return pages.folder === undefined ? undefined : `${pages.folder}${id}.md`;
}

let pages: { folder: string | undefined } | undefined;

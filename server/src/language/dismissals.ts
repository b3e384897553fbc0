import { type CaseFacts, factsOf, sentenceAt, sentencesOf } from './facts/index.ts';
import type { Finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import type { Block, Root } from './syntax/index.ts';

/**
 * Findings that a reviewer has dismissed, kept by content: by the rule, the sentence it speaks of, the words it marks and
 * the letter they stand in, each as a fingerprint, so that no text of a letter is stored. A dismissal outlives edits
 * elsewhere in the letter; when its own sentence changes it no longer holds, and the finding comes back.
 */

/** Where a folder keeps its dismissals, seen from the folder. */
export const DISMISSALS_FILE = '.imr/dismissed.json';

/** What a finding is told apart by. */
export interface FindingMark {
  /** Identifier of the rule. */
  rule: string;
  /** Fingerprint of the sentence, with the request of the item that it stands in. */
  sentence: string;
  /** Fingerprint of the marked words within their sentence. */
  words: string;
}

/** A dismissal as the file has it. */
export interface Dismissal extends FindingMark {
  /** Fingerprints of what names the letter; a dismissal holds in letters that share one. */
  letter: string[];
  /** Why, in the reviewer's words; may be empty. */
  reason: string;
  /** Day of the dismissal, `YYYY-MM-DD`. */
  date: string;
}

/** A finding that is kept back, with the dismissal that does so. */
export interface DismissedFinding {
  finding: Finding;
  dismissal: Dismissal;
}

/** A text with its tree. */
export interface ParsedLetter {
  tree: Root;
  text: string;
}

/** One key for a mark, for look-up and for messages between client and server. */
export function markKey({ rule, sentence, words }: FindingMark): string {
  return `${rule}:${sentence}:${words}`;
}

/** What tells a finding of a letter apart from all others. */
export function markOf(finding: Finding, letter: ParsedLetter): FindingMark {
  const facts = factsOf(letter.tree);
  const sentence = contextOf(finding, facts, letter.text);
  const words = fold(letter.text.slice(finding.start, finding.end));
  // What is missing marks no words; then only the message tells what it is.
  const said = words === '' ? finding.message : words;
  return {
    rule: finding.rule,
    sentence: fingerprint(sentence),
    words: fingerprint(`${finding.rule}\n${sentence}\n${said}`),
  };
}

/** A dismissal of a finding, as of a day (`YYYY-MM-DD`). */
export function dismissalOf(finding: Finding, letter: ParsedLetter, reason: string, date: string): Dismissal {
  return { ...markOf(finding, letter), letter: letterMarks(factsOf(letter.tree)), reason, date };
}

/** Parts the findings of a letter into those to show and those that were dismissed. */
export function applyDismissals(
  findings: readonly Finding[],
  letter: ParsedLetter,
  dismissals: readonly Dismissal[],
): { shown: Finding[]; dismissed: DismissedFinding[] } {
  if (dismissals.length === 0) return { shown: [...findings], dismissed: [] };
  const own = letterMarks(factsOf(letter.tree));
  const byKey = new Map<string, Dismissal>();
  for (const dismissal of dismissals) {
    if (isSameLetter(dismissal.letter, own)) byKey.set(markKey(dismissal), dismissal);
  }
  const shown: Finding[] = [];
  const dismissed: DismissedFinding[] = [];
  for (const finding of findings) {
    const dismissal = byKey.size === 0 ? undefined : byKey.get(markKey(markOf(finding, letter)));
    if (dismissal) dismissed.push({ finding, dismissal });
    else shown.push(finding);
  }
  return { shown, dismissed };
}

/** Whether a dismissal was made in the letter with these marks. */
function isSameLetter(marks: readonly string[], own: readonly string[]): boolean {
  return marks.length === 0 || own.length === 0 || marks.some((mark) => own.includes(mark));
}

/**
 * Fingerprints of what names a letter: its case number; without one, the first two sentences of the summary and the
 * last, so that an edit of one of them does not make it another letter.
 */
function letterMarks(facts: CaseFacts): string[] {
  const number = facts.field('caseNumber')?.value;
  if (number) return [fingerprint(`case ${fold(number)}`)];
  const sentences = facts.summary ? sentencesOf(facts.summary) : [];
  const chosen = new Set([sentences[0], sentences[1], sentences[sentences.length - 1]]);
  return [...chosen].flatMap((sentence) => (sentence ? [fingerprint(`summary ${fold(sentence.text)}`)] : []));
}

/** The sentence that a finding stands in, with the request of its item; outside of blocks, its line. */
function contextOf(finding: Finding, facts: CaseFacts, text: string): string {
  const block = facts.blocks.find((candidate) => holds(candidate, finding.start));
  if (!block) return fold(lineAt(text, finding.start));
  const sentence = sentenceAt(block, block.flow.indexOf(finding.start));
  const item = facts.items.find(({ node }) => node.children.some((child) => child === block));
  // Items close with the same sentences: the request tells them apart.
  const name = item === undefined || block === item.heading ? '' : item.request;
  return fold(`${name}\n${sentence?.text ?? block.flow.text}`);
}

function holds({ position }: Block, offset: number): boolean {
  return position.start.offset <= offset && offset <= position.end.offset;
}

function lineAt(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const end = /[\r\n]|$/.exec(text.slice(offset))?.index ?? 0;
  return text.slice(start, offset + end);
}

/** White space of any kind as one blank: wrapping anew changes no sentence. */
function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Reads a file of dismissals. Entries that are not understood are left out.
 *
 * @throws {SyntaxError} where the text is no JSON or no list of dismissals: such a file must not be written over.
 */
export function parseDismissals(text: string): Dismissal[] {
  const folded = text.replace(/^\uFEFF/, '').trim();
  if (folded === '') return [];
  const value: unknown = JSON.parse(folded);
  const list =
    typeof value === 'object' && value !== null && 'dismissed' in value ? value.dismissed : undefined;
  if (!Array.isArray(list)) throw new SyntaxError('There is no list "dismissed".');
  return list.flatMap((entry: unknown) => readDismissal(entry) ?? []);
}

function readDismissal(entry: unknown): Dismissal | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { rule, sentence, words, letter, reason, date } = entry as Record<string, unknown>;
  if (typeof rule !== 'string' || typeof sentence !== 'string' || typeof words !== 'string') return undefined;
  return {
    rule,
    sentence,
    words,
    letter: Array.isArray(letter) ? letter.filter((mark) => typeof mark === 'string') : [],
    reason: typeof reason === 'string' ? reason : '',
    date: typeof date === 'string' ? date : '',
  };
}

/** The file's text: one dismissal a line, in a fixed order, so that version control can merge it. */
export function printDismissals(dismissals: readonly Dismissal[]): string {
  const sorted = [...dismissals].sort((a, b) => compare(a.date, b.date) || compare(markKey(a), markKey(b)));
  const lines = sorted.map(
    ({ rule, sentence, words, letter, reason, date }) =>
      `    ${JSON.stringify({ rule, sentence, words, letter, reason, date })}`,
  );
  return `{\n  "dismissed": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The list with a dismissal added; one of the same finding in the same letter is replaced. */
export function addDismissal(dismissals: readonly Dismissal[], added: Dismissal): Dismissal[] {
  return [...removeDismissal(dismissals, added), added];
}

/** The list without what dismisses the same finding in the same letter. */
export function removeDismissal(dismissals: readonly Dismissal[], removed: Dismissal): Dismissal[] {
  const key = markKey(removed);
  return dismissals.filter((entry) => markKey(entry) !== key || !isSameLetter(entry.letter, removed.letter));
}

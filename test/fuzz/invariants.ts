/** What holds for every text: each function throws an Error that says what does not. */
import { isDeepStrictEqual } from 'node:util';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checker } from '../../server/src/language/checker.ts';
import type { Edit, Finding } from '../../server/src/language/finding.ts';
import type { Root } from '../../server/src/language/syntax/index.ts';
import { textEdits } from '../../server/src/lsp/convert.ts';
import { certainEdits } from '../../server/src/lsp/features/code-actions.ts';

function must(holds: boolean, what: () => string): void {
  if (!holds) throw new Error(what());
}

/** A node of any kind, as the tree walk sees it. */
interface AnyNode {
  type: string;
  position?: Root['position'];
  start?: number;
  end?: number;
  flow?: { text: string };
  children?: AnyNode[];
}

/** Every node lies inside the text and inside its parent, and its lines and columns say the same as its offsets. */
export function treeHolds(text: string, tree: Root): void {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  const visit = (node: AnyNode, from: number, to: number, flow: string | undefined): void => {
    const { position } = node;
    must(position !== undefined, () => `${node.type} has no position`);
    if (!position) return;
    const { start, end } = position;
    must(
      from <= start.offset && start.offset <= end.offset && end.offset <= to,
      () => `${node.type} ${start.offset}-${end.offset} lies outside of ${from}-${to}`,
    );
    for (const point of [start, end]) {
      must(
        (starts[point.line - 1] ?? Number.NaN) + point.column - 1 === point.offset,
        () => `${node.type}: line ${point.line}, column ${point.column} is not offset ${point.offset}`,
      );
    }
    if (flow !== undefined && node.start !== undefined && node.end !== undefined) {
      const { start: first, end: last } = node;
      must(
        0 <= first && first <= last && last <= flow.length,
        () => `${node.type} ${first}-${last} lies outside of its block's text`,
      );
    }
    for (const child of node.children ?? []) visit(child, start.offset, end.offset, node.flow?.text ?? flow);
  };
  visit(tree as AnyNode, 0, text.length, undefined);
}

/** Whether a place lies between the halves of a surrogate pair. */
function splitsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
}

/** Whether a place lies within a line end of two characters, where no editor can put its cursor. */
function splitsLineEnd(text: string, at: number): boolean {
  return text[at - 1] === '\r' && text[at] === '\n';
}

function rangeHolds(text: string, what: string, { start, end }: { start: number; end: number }): void {
  must(
    Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length,
    () => `${what}: ${start}-${end} lies outside of the text (0-${text.length})`,
  );
  for (const at of [start, end]) {
    must(!splitsPair(text, at), () => `${what}: ${at} splits a character`);
    must(!splitsLineEnd(text, at), () => `${what}: ${at} splits a line end`);
  }
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Findings stand in order, with ranges that an editor can show, and fixes whose edits do not touch each other. */
export function findingsHold(text: string, findings: readonly Finding[]): void {
  let last = 0;
  for (const finding of findings) {
    const { rule } = finding;
    rangeHolds(text, rule, finding);
    must(finding.start >= last, () => `${rule}: findings are out of order`);
    last = finding.start;
    must(/\S/.test(finding.message), () => `${rule}: says nothing`);
    const said = [finding, ...finding.related].map(({ message }) => message);
    for (const { title } of finding.fixes) said.push(title);
    must(
      said.every((words) => words.length <= 500),
      () => `${rule}: says more than anyone reads`,
    );
    for (const related of finding.related) rangeHolds(text, `${rule}, related place`, related);
    must(
      finding.fixes.filter(({ preferred }) => preferred).length <= 1,
      () => `${rule}: two fixes are preferred`,
    );
    for (const fix of finding.fixes) {
      must(fix.edits.length > 0, () => `${rule}, "${fix.title}": changes nothing`);
      let end = -1;
      for (const edit of inOrder(fix.edits)) {
        rangeHolds(text, `${rule}, fix`, edit);
        must(edit.start >= end, () => `${rule}: the edits of a fix overlap`);
        end = edit.end;
      }
    }
  }
}

/** The text after edits. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: replacement } of inOrder(edits)) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

/** Each fix, as an editor applies it, gives the text that its edits say: not a character elsewhere is another. */
export function fixesHold(text: string, findings: readonly Finding[]): void {
  const document = TextDocument.create('file:///letter.imr', 'imr', 1, text);
  for (const { rule, fixes } of findings) {
    for (const { edits } of fixes) {
      const edited = TextDocument.applyEdits(document, textEdits(document, edits));
      must(edited === applyEdits(text, edits), () => `${rule}: an editor applies the fix in another place`);
      must(edited !== text, () => `${rule}: the fix leaves the text as it is`);
    }
  }
}

/** How often each rule reports an error. */
function errorsByRule(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity } of findings) {
    if (severity === 'error') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

/** Most rounds of "apply all certain fixes" until nothing is left: one, and one for each fix that waited for another. */
const mostRounds = 8;

/**
 * All certain fixes, applied until none is left: that comes to an end, and no rule reports more errors than before.
 *
 * @returns the number of rounds that changed the text
 */
export function fixingHolds(text: string, checker: Checker): number {
  let before = checker.check(text).findings;
  let now = text;
  let rounds = 0;
  for (; ; rounds++) {
    const edits = certainEdits(before);
    if (edits.length === 0) return rounds;
    must(
      rounds < mostRounds,
      () => `certain fixes come to no end: ${before.find((f) => f.fixes.some((x) => x.certain))?.rule}`,
    );
    const next = applyEdits(now, edits);
    const after = checker.check(next).findings;
    const had = errorsByRule(before);
    for (const [rule, count] of errorsByRule(after)) {
      must(
        count <= (had.get(rule) ?? 0),
        () =>
          `certain fixes made an error of ${rule} (fixed: ${[...new Set(before.filter((f) => f.fixes.some((x) => x.certain)).map((f) => f.rule))].join()})`,
      );
    }
    now = next;
    before = after;
  }
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

/** Rules whose fixes insert a heading or label that the writer has to fill, and then say that it is empty. */
const scaffolds = new Set(['section-missing', 'label-missing']);

/**
 * Each fix by itself: one that is certain is done once and for all, and makes no error of any rule.
 *
 * @param first whether the fixes that are offered first are tried too: after such a one there are no more errors than
 *   before, but for those that insert a part to be filled. (Where a date could not be, the fixed one may turn out to lie
 *   in the future: one error takes the place of another.) In a text that was spliced of two letters nobody can promise
 *   that: of two dates that disagree each disagrees with something else.
 */
export function singleFixesHold(text: string, checker: Checker, first: boolean): void {
  const before = checker.check(text).findings;
  const had = errorsByRule(before);
  for (const finding of before) {
    for (const fix of finding.fixes) {
      if (!fix.certain && !(first && fix.preferred && !scaffolds.has(finding.rule))) continue;
      const fixed = applyEdits(text, fix.edits);
      const after = checker.check(fixed).findings;
      const has = errorsByRule(after);
      const made = [...has].filter(([rule, count]) => count > (had.get(rule) ?? 0)).map(([rule]) => rule);
      must(
        made.length === 0 || (!fix.certain && sum(has) <= sum(had)),
        () => `${finding.rule}, "${fix.title}": made an error of ${made.join()}`,
      );
      if (!fix.certain) continue;
      // Of three equal words one is taken out, then the next: the same words are marked again, and rightly.
      const marked = text.slice(finding.start, finding.end);
      const again = after.find(
        ({ rule, start, end, fixes }) =>
          rule === finding.rule &&
          start === finding.start &&
          fixed.slice(start, end) !== marked &&
          fixes.some(({ title }) => title === fix.title),
      );
      must(again === undefined, () => `${finding.rule}, "${fix.title}": is offered again`);
    }
  }
}

/** Two checks of a text say the same. */
export function sameFindings(one: readonly Finding[], other: readonly Finding[]): void {
  must(isDeepStrictEqual(one, other), () => 'two checks of the same text differ');
}

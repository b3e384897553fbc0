import { type Processor, unified } from 'unified';
import { lintRule } from 'unified-lint-rule';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { factsOf } from './facts/index.ts';
import type { Finding, Severity } from './finding.ts';
import { type Rule, rules, runRule } from './rules/index.ts';
import { imrParse, type Root } from './syntax/index.ts';
import type { WordsChecker } from './words/types.ts';

/** Level of a rule in settings: off, its own (`default`), or a severity that overrides it. */
export type RuleLevel = Severity | 'off' | 'default';

/** How to check. */
export interface CheckSettings {
  /** Levels by rule identifier; rules not named keep their own. */
  rules?: Readonly<Record<string, RuleLevel>>;
  /** Address of the folder of rule pages, with final slash; messages then carry the address of their rule's page. */
  rulePages?: string | undefined;
  /** The words check; without it spelling, confusions and small grammar are left out. */
  words?: WordsChecker | undefined;
}

/** A message of the unified pipeline that carries a whole finding. */
export interface FindingMessage extends VFileMessage {
  finding: Finding;
}

/** Address of a rule's page below the folder of rule pages. */
export function rulePage(id: string, folder: string): string {
  return `${folder}${id}.md`;
}

/** Makes a rule a unified lint plugin, so that it runs in any unified pipeline after {@link imrParse}. */
export function asLintRule(rule: Rule, level: Severity | undefined, rulePages: string | undefined) {
  const url = rulePages === undefined ? null : rulePage(rule.id, rulePages);
  return lintRule<Root>({ origin: `imr:${rule.id}`, url }, (tree, file) => {
    for (const finding of runRule(rule, factsOf(tree), level)) {
      const message = file.message(finding.message, placeOf(file, finding)) as FindingMessage;
      message.finding = finding;
      if (finding.note !== undefined) message.note = finding.note;
      const expected = finding.fixes
        .filter((fix) => fix.edits.length === 1)
        .map((fix) => fix.edits[0]?.text ?? '');
      if (expected.length > 0) message.expected = expected;
    }
  });
}

/** Start and end of a finding as unist points. */
function placeOf(file: VFile, finding: Finding): { start: PointOf; end: PointOf } {
  const lines = lineStartsOf(file);
  return { start: pointAt(lines, finding.start), end: pointAt(lines, finding.end) };
}

interface PointOf {
  line: number;
  column: number;
  offset: number;
}

const starts = new WeakMap<VFile, number[]>();

function lineStartsOf(file: VFile): number[] {
  let known = starts.get(file);
  if (!known) {
    known = [0];
    const text = String(file);
    for (const match of text.matchAll(/\r\n|\r|\n/g)) known.push(match.index + match[0].length);
    starts.set(file, known);
  }
  return known;
}

function pointAt(lines: readonly number[], offset: number): PointOf {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return { line: low, column: offset - (lines[low - 1] as number) + 1, offset };
}

/** The unified pipeline: parser and all rules that the settings leave on. */
export function createProcessor(settings: CheckSettings = {}): Processor<Root> {
  const processor = unified().use(imrParse);
  for (const rule of rules) {
    const level = settings.rules?.[rule.id] ?? 'default';
    if (level !== 'off')
      processor.use(asLintRule(rule, level === 'default' ? undefined : level, settings.rulePages));
  }
  return processor.use(fatality) as unknown as Processor<Root>;
}

/** Maps severities to `fatal` as vfile has it: true for errors, false for warnings, null for information. */
function fatality() {
  return (_tree: unknown, file: VFile): void => {
    for (const message of file.messages) {
      const { finding } = message as FindingMessage;
      if (finding)
        message.fatal =
          finding.severity === 'error' ? true : finding.severity === 'warning' ? false : undefined;
    }
  };
}

/** A finding that marks more characters than this speaks of a sentence, not of a word in it. */
const longestEcho = 60;

const wordRules = new Set(rules.filter((rule) => rule.family === 'words').map((rule) => rule.id));

/**
 * Leaves out what the words check says of words that a rule with more knowledge speaks of as well: a misspelt section
 * name is one slip, not two.
 */
function withoutEchoes(messages: readonly FindingMessage[]): FindingMessage[] {
  const knowing = messages.filter(
    ({ finding }) =>
      !wordRules.has(finding.rule) && isRaised(finding) && finding.end - finding.start <= longestEcho,
  );
  return messages.filter(
    ({ finding }) =>
      !wordRules.has(finding.rule) ||
      !knowing.some((other) => other.finding.start < finding.end && finding.start < other.finding.end),
  );
}

function isRaised({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

/** A checker holds its settings and can be used for any number of letters. */
export class Checker {
  readonly #processor: Processor<Root>;
  readonly #words: WordsChecker | undefined;

  constructor(settings: CheckSettings = {}) {
    this.#words = settings.words;
    this.#processor = createProcessor(settings).freeze() as Processor<Root>;
  }

  /** Checks a text; findings come in order of place. */
  check(text: string): { tree: Root; findings: Finding[]; messages: FindingMessage[] } {
    const file = new VFile(text);
    const tree = this.#processor.parse(file) as Root;
    factsOf(tree, this.#words);
    this.#processor.runSync(tree, file);
    const messages = file.messages.filter((message): message is FindingMessage => 'finding' in message);
    messages.sort((a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end);
    const told = withoutEchoes(messages);
    return { tree, findings: told.map((message) => message.finding), messages: told };
  }
}

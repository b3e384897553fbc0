import { type Processor, unified } from 'unified';
import { lintRule } from 'unified-lint-rule';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { withoutEchoes } from './echoes.ts';
import { factsOf } from './facts/index.ts';
import type { Finding, Severity } from './finding.ts';
import { matches } from './matches.ts';
import { type Rule, rules, runRule } from './rules/index.ts';
import { imrParse, type Root } from './syntax/index.ts';

/** Level of a rule in settings: off, its own (`default`), or a severity that overrides it. */
export type RuleLevel = Severity | 'off' | 'default';

/** What a unified pipeline needs to know of the settings. */
export interface PipelineSettings {
  /** Levels by rule identifier; rules not named keep their own. */
  rules?: Readonly<Record<string, RuleLevel>>;
  /** Address of the folder of rule pages, with final slash; messages then carry the address of their rule's page. */
  rulePages?: string | undefined;
}

/** A message of the unified pipeline that carries a whole finding. */
export interface FindingMessage extends VFileMessage {
  finding: Finding;
}

/** A rule that is on, and the severity that settings give it in place of its own. */
export interface ActiveRule {
  rule: Rule;
  level: Severity | undefined;
}

/** The rules that settings leave on, in the order in which they run. */
export function activeRules(settings: PipelineSettings): ActiveRule[] {
  const active: ActiveRule[] = [];
  for (const rule of rules) {
    const level = settings.rules?.[rule.id] ?? 'default';
    if (level !== 'off') active.push({ rule, level: level === 'default' ? undefined : level });
  }
  return active;
}

/** Address of a rule's page below the folder of rule pages. */
export function rulePage(id: string, folder: string): string {
  return `${folder}${id}.md`;
}

/** Makes a rule a unified lint plugin, so that it runs in any unified pipeline after {@link imrParse}. */
function asLintRule(rule: Rule, level: Severity | undefined, rulePages: string | undefined) {
  const url = rulePages === undefined ? undefined : rulePage(rule.id, rulePages);
  return lintRule<Root>({ origin: `imr:${rule.id}`, url }, (tree, file) => {
    const findings = runRule(rule, factsOf(tree), level);
    for (const message of messagesOf(findings, startsOf(file), undefined)) {
      // As `VFile.message` does it, which would give the message no place to carry the finding.
      if (file.path) {
        message.name = `${file.path}:${message.name}`;
        message.file = file.path;
      }
      file.messages.push(message);
    }
  });
}

/** The unified pipeline: parser and all rules that the settings leave on. Its messages are those of a `Checker`. */
export function createProcessor(settings: PipelineSettings = {}): Processor<Root> {
  const processor = unified().use(imrParse);
  for (const { rule, level } of activeRules(settings))
    processor.use(asLintRule(rule, level, settings.rulePages));
  return processor.use(finish) as unknown as Processor<Root>;
}

/** Brings the messages of all rules in order, leaves out echoes, and sets `fatal` as vfile has it. */
function finish() {
  return (_tree: unknown, file: VFile): void => {
    const ours = file.messages.filter((message): message is FindingMessage => 'finding' in message);
    const byFinding = new Map(ours.map((message) => [message.finding, message]));
    const others = file.messages.filter((message) => !('finding' in message));
    file.messages = others;
    for (const finding of withoutEchoes([...byFinding.keys()])) {
      const message = byFinding.get(finding) as FindingMessage;
      message.fatal = fatalOf(finding);
      file.messages.push(message);
    }
  };
}

/** `true` for errors, `false` for warnings, undefined for information and hints, as vfile has it. */
function fatalOf({ severity }: Finding): boolean | undefined {
  return severity === 'error' ? true : severity === 'warning' ? false : undefined;
}

/**
 * Findings as messages of the unified family.
 *
 * @param starts Offset at which each line of the letter begins.
 */
export function messagesOf(
  findings: readonly Finding[],
  starts: readonly number[],
  rulePages: string | undefined,
): FindingMessage[] {
  // A message is an error object; the stack that the engine would record for each is emptied by vfile at once.
  const engine = Error as ErrorConstructor & { stackTraceLimit?: number };
  const limit = engine.stackTraceLimit;
  engine.stackTraceLimit = 0;
  try {
    return findings.map((finding) => messageOf(finding, starts, rulePages));
  } finally {
    if (limit !== undefined) engine.stackTraceLimit = limit;
  }
}

function messageOf(
  finding: Finding,
  starts: readonly number[],
  rulePages: string | undefined,
): FindingMessage {
  const place = { start: pointAt(starts, finding.start), end: pointAt(starts, finding.end) };
  const made = new VFileMessage(finding.message, { place, ruleId: finding.rule, source: 'imr' });
  const message: FindingMessage = Object.assign(made, { finding });
  message.fatal = fatalOf(finding);
  if (rulePages !== undefined) message.url = rulePage(finding.rule, rulePages);
  if (finding.note !== undefined) message.note = finding.note;
  const expected = finding.fixes
    .filter((fix) => fix.edits.length === 1)
    .map((fix) => fix.edits[0]?.text ?? '');
  if (expected.length > 0) message.expected = expected;
  return message;
}

const starts = new WeakMap<VFile, number[]>();

function startsOf(file: VFile): number[] {
  let known = starts.get(file);
  if (!known) {
    known = lineStarts(String(file));
    starts.set(file, known);
  }
  return known;
}

/** Offset at which each line of a text begins (LF, CRLF or CR). */
export function lineStarts(text: string): number[] {
  const found = [0];
  for (const match of matches(/\r\n|\r|\n/g, text)) found.push(match.index + match[0].length);
  return found;
}

/** A point as unist has it: line and column from 1. */
function pointAt(lines: readonly number[], offset: number): { line: number; column: number; offset: number } {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return { line: low, column: offset - (lines[low - 1] as number) + 1, offset };
}

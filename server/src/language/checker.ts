import { type Additions, type Holding, hold, holdingFor } from './additions.ts';
import { withoutEchoes } from './echoes.ts';
import { factsOf } from './facts/index.ts';
import type { Finding } from './finding.ts';
import { makeRoomFor } from './per-text.ts';
import {
  type ActiveRule,
  activeRules,
  type FindingMessage,
  lineStarts,
  messagesOf,
  type PipelineSettings,
} from './pipeline.ts';
import { runRule } from './rules/index.ts';
import { parseDetermination, type Root } from './syntax/index.ts';
import type { WordsChecker } from './words/types.ts';

export { createProcessor, type FindingMessage, type RuleLevel, rulePage } from './pipeline.ts';

/** How to check. */
export interface CheckSettings extends PipelineSettings {
  /** The words check; without it spelling, confusions and small grammar are left out. */
  words?: WordsChecker | undefined;
  /** What the office of the letters adds to the product's own knowledge. */
  additions?: Additions | undefined;
}

/** What a check found. */
export interface CheckResult {
  tree: Root;
  /** Findings in order of place. */
  findings: Finding[];
  /** The same as messages of the unified family; made when first asked for. */
  readonly messages: FindingMessage[];
  /** What held for the letter; facts that are read later are to be read under it. */
  holding: Holding;
}

/**
 * Milliseconds by rule identifier, and by `parse` for the reading of the tree. Facts are read when a rule first
 * asks for them, so that the first of several rules that share them bears their cost.
 */
export type CheckTimes = Map<string, number>;

/** A checker holds its settings and can be used for any number of letters. */
export class Checker {
  readonly #rules: readonly ActiveRule[];
  readonly #rulePages: string | undefined;
  readonly #words: WordsChecker | undefined;
  readonly #additions: Additions | undefined;

  constructor(settings: CheckSettings = {}) {
    this.#rules = activeRules(settings);
    this.#rulePages = settings.rulePages;
    this.#words = settings.words;
    this.#additions = settings.additions;
  }

  /**
   * Checks a text. The rules run without the unified pipeline, which costs more than all of them together;
   * `createProcessor` gives the same messages.
   *
   * @param times Where given, the time that each rule takes is added to it.
   */
  check(text: string, times?: CheckTimes): CheckResult {
    return this.checkAll([text], times)[0] as CheckResult;
  }

  /**
   * Checks some texts at once, rule by rule: each result is that of {@link Checker.check}. One rule stays in the
   * processor's caches while all letters pass through it, which takes a third off the time of each; some sixteen
   * letters do, and what they hold is in memory together.
   */
  checkAll(texts: readonly string[], times?: CheckTimes): CheckResult[] {
    const holdings = texts.map((text) => holdingFor(text, this.#additions));
    const first = holdings[0];
    if (!first) return [];
    const before = hold(first);
    try {
      return this.#check(texts, holdings, times && new Stopwatch(times));
    } finally {
      hold(before);
    }
  }

  #check(
    texts: readonly string[],
    holdings: readonly Holding[],
    clock: Stopwatch | undefined,
  ): CheckResult[] {
    makeRoomFor(texts.reduce((sum, text) => sum + text.length, 0));
    const letters = texts.map((text, index) => {
      const holding = holdings[index] as Holding;
      hold(holding);
      const tree = parseDetermination(text);
      return { text, holding, tree, facts: factsOf(tree, this.#words), found: [] as Finding[] };
    });
    clock?.lap('parse');
    for (const { rule, level } of this.#rules) {
      for (const { holding, facts, found } of letters) {
        if (letters.length > 1) hold(holding);
        for (const finding of runRule(rule, facts, level)) found.push(finding);
      }
      clock?.lap(rule.id);
    }
    return letters.map(({ text, holding, tree, found }) => {
      const findings = withoutEchoes(found);
      const rulePages = this.#rulePages;
      let messages: FindingMessage[] | undefined;
      return {
        tree,
        findings,
        holding,
        get messages() {
          messages ??= messagesOf(findings, lineStarts(text), rulePages);
          return messages;
        },
      };
    });
  }
}

/** Adds the time since its last lap to a name. */
class Stopwatch {
  readonly #times: CheckTimes;
  #last = performance.now();

  constructor(times: CheckTimes) {
    this.#times = times;
  }

  lap(name: string): void {
    const now = performance.now();
    this.#times.set(name, (this.#times.get(name) ?? 0) + now - this.#last);
    this.#last = now;
  }
}

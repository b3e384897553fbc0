import type { CaseFacts } from '../facts/index.ts';
import type { Finding, Fix, RelatedPlace, Severity } from '../finding.ts';
import type { Block, Range, SourceRange } from '../syntax/index.ts';

/** A place to report: a range of the source, a node, or a range of a block's folded text. */
export type Place = SourceRange | { position: Range } | { block: Block; start: number; end: number };

/** What a rule says about a place. */
export interface Report<At = Place> {
  at: At;
  message: string;
  note?: string;
  /** Overrides the rule's default severity where a case is more or less certain. */
  severity?: Severity;
  related?: { at: At; message: string }[];
  fixes?: (Omit<Fix, 'edits' | 'preferred' | 'certain'> & {
    edits: { at: At; text: string }[];
    preferred?: boolean;
    certain?: boolean;
  })[];
}

/** Parts of a small letter; what is not given is filled with clean standard text. */
export interface LetterParts {
  /** Header fields by printed label without colon; `false` for a letter without header table. */
  header?: Partial<Record<string, string>> | false;
  /** Text of the case summary. */
  summary?: string;
  items?: {
    /** Heading with verdict, e.g. `Baclofen 10mg #45: Upheld`. */
    heading?: string;
    claims?: string;
    maximus?: string;
    rationale?: string;
  }[];
  /** Replaces text of the finished letter: for slips in its frame. */
  replace?: [from: string, to: string][];
}

/** Families that documentation and settings group rules by. */
export type RuleFamily =
  | 'sections'
  | 'dates'
  | 'citations'
  | 'regulations'
  | 'verdicts'
  | 'content'
  | 'text'
  | 'words';

/** A rule: a small function from case facts to findings, with all that is said about it elsewhere. */
export interface Rule {
  /** Identifier in kebab case; names what is wrong, never the remedy: `date-ur-mismatch`. */
  id: string;
  family: RuleFamily;
  severity: Severity;
  /** One sentence, without full stop: what it finds. */
  purpose: string;
  /** Why it matters to a reviewer, in a sentence or two. */
  why: string;
  /** Where the requirement or the knowledge comes from. */
  source: string;
  /** Wrong and right; run as the rule's first tests: `wrong` must be found, `right` must not. */
  examples: { wrong: LetterParts; right: LetterParts }[];
  /** What it says nothing without; its examples are run with it. */
  needs?: 'guideline-text';
  /** Whether it speaks of what is lost, and marks the word before the gap. */
  marksGap?: true;
  /** Whether its doubts (information, hints) say no more than a sure finding of the words check on the same words. */
  yieldsToWords?: true;
  /** Whether it runs on a text that goes beyond what is read; no other rule does. */
  beyondLimits?: true;
  check(facts: CaseFacts, report: (report: Report) => void): void;
}

/** The same said of other places. */
export function moveReport<From, To>(report: Report<From>, move: (place: From) => To): Report<To> {
  const { at, related, fixes, ...said } = report;
  const result: Report<To> = { ...said, at: move(at) };
  if (related) result.related = related.map(({ at: place, message }) => ({ at: move(place), message }));
  if (fixes) {
    result.fixes = fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map(({ at: place, text }) => ({ at: move(place), text })),
    }));
  }
  return result;
}

/** Range of the source that a place means. */
export function rangeOf(place: Place): SourceRange {
  if ('block' in place) return place.block.flow.sourceRange(place.start, place.end);
  if ('position' in place) return { start: place.position.start.offset, end: place.position.end.offset };
  return { start: place.start, end: place.end };
}

/** Most characters of what a finding says: several sentences. Only a text without spaces has it quote more. */
const longestSaying = 500;

/** What is said, without its middle where that is too long to be read. */
function brief(said: string): string {
  return said.length <= longestSaying ? said : `${said.slice(0, longestSaying - 101)}…${said.slice(-100)}`;
}

/** Runs one rule and gives its findings in the order in which it reports them. */
export function runRule(rule: Rule, facts: CaseFacts, severity: Severity | undefined): Finding[] {
  const findings: Finding[] = [];
  if (facts.tree.beyond && !rule.beyondLimits) return findings;
  rule.check(facts, (report) => {
    const related: RelatedPlace[] = (report.related ?? []).map((place) => ({
      ...rangeOf(place.at),
      message: brief(place.message),
    }));
    const fixes: Fix[] = (report.fixes ?? []).map((fix) => ({
      title: brief(fix.title),
      edits: fix.edits.map((edit) => ({ ...rangeOf(edit.at), text: edit.text })),
      preferred: fix.preferred ?? false,
      certain: fix.certain ?? false,
    }));
    findings.push({
      rule: rule.id,
      severity: severity ?? report.severity ?? rule.severity,
      message: brief(report.message),
      note: report.note,
      ...rangeOf(report.at),
      related,
      fixes,
    });
  });
  return findings;
}

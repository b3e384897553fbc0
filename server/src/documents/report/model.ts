import {
  type CaseFacts,
  daysBetween,
  eventsOf,
  factsOf,
  roleNames,
  sentenceAt,
} from '../../language/facts/index.ts';
import type { Finding, Severity } from '../../language/finding.ts';
import type { Root, SectionName, SourceRange } from '../../language/syntax/index.ts';

/** Severities, the gravest first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

/** A letter as it was checked. */
export interface CheckedLetter {
  /** Name in the report: its path seen from the folder. */
  name: string;
  tree: Root;
  text: string;
  findings: readonly Finding[];
  dismissed: readonly { finding: Finding; reason: string; date: string }[];
  /** Where an offset stands, in words: `p. 2, line 40`. */
  place(offset: number): string;
}

/** A letter as the report shows it. */
export interface ReportLetter {
  name: string;
  caseNumber: string | undefined;
  /** Day of the determination, `YYYY-MM-DD`. */
  decided: string | undefined;
  items: { request: string; verdict: string | undefined }[];
  findings: ReportFinding[];
  dismissed: (ReportFinding & { reason: string; date: string })[];
  events: ReportEvent[];
}

/** A finding with the sentence that it stands in, cut around the words that it marks. */
export interface ReportFinding {
  rule: string;
  severity: Severity;
  message: string;
  note: string | undefined;
  place: string;
  sentence: { before: string; marked: string; after: string };
  related: { place: string; message: string }[];
  fixes: string[];
}

/** An event of the case. */
export interface ReportEvent {
  iso: string;
  title: string;
  mentions: number;
  /** Days since the event before. */
  days: number | undefined;
  /** Findings that speak of it. */
  conflicts: string[];
}

const sections: Readonly<Record<SectionName, string>> = {
  'how-made': 'how it was made',
  credentials: 'credentials',
  summary: 'case summary',
  issues: 'issues and rationales',
  documents: 'documents reviewed',
  outcomes: 'outcomes',
  decision: 'decision',
  'issue-at-dispute': 'issue at dispute',
  guidelines: 'guidelines',
  rationale: 'rationale',
  qualifications: 'qualifications',
};

/** Takes from a checked letter what the report shows. */
export function reportLetter(letter: CheckedLetter): ReportLetter {
  const facts = factsOf(letter.tree);
  const show = (finding: Finding): ReportFinding => findingOf(finding, letter, facts);
  return {
    name: letter.name,
    caseNumber: facts.field('caseNumber')?.value || undefined,
    decided: facts.field('decisionDate')?.date?.iso,
    items: facts.items.map(({ request, verdict }) => ({ request, verdict })),
    findings: letter.findings.map(show),
    dismissed: letter.dismissed.map(({ finding, reason, date }) => ({ ...show(finding), reason, date })),
    events: timelineOf(letter, facts),
  };
}

function findingOf(finding: Finding, letter: CheckedLetter, facts: CaseFacts): ReportFinding {
  const around = surroundings(finding, letter.text, facts);
  const part = (start: number, end: number): string => letter.text.slice(start, end).replace(/\s+/g, ' ');
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    note: finding.note,
    place: [letter.place(finding.start), sectionOf(finding, facts)].filter((text) => text !== '').join(', '),
    sentence: {
      before: part(around.start, finding.start).trimStart(),
      marked: part(finding.start, finding.end),
      after: part(finding.end, around.end).trimEnd(),
    },
    related: finding.related.map(({ start, message }) => ({ place: letter.place(start), message })),
    fixes: finding.fixes.map(({ title }) => title),
  };
}

/** The sentences from the one in which a finding begins to the one in which it ends; outside of blocks, its line. */
function surroundings(finding: SourceRange, text: string, facts: CaseFacts): SourceRange {
  const block = facts.blocks.find(
    ({ position }) => position.start.offset <= finding.start && finding.end <= position.end.offset,
  );
  const first = block && sentenceAt(block, block.flow.indexOf(finding.start));
  const last = block && sentenceAt(block, block.flow.indexOf(Math.max(finding.start, finding.end - 1)));
  if (first && last) {
    const { start, end } = block.flow.sourceRange(first.start, last.end);
    return { start: Math.min(start, finding.start), end: Math.max(end, finding.end) };
  }
  const end = text.slice(finding.end).search(/[\r\n]|$/);
  return { start: text.lastIndexOf('\n', finding.start - 1) + 1, end: finding.end + end };
}

function sectionOf(finding: SourceRange, facts: CaseFacts): string {
  const inside = ({
    position,
  }: {
    position: { start: { offset: number }; end: { offset: number } };
  }): boolean => position.start.offset <= finding.start && finding.start <= position.end.offset;
  const item = facts.items.find(({ node }) => inside(node));
  if (item) return facts.items.length > 1 ? `item ${item.number}` : 'disputed item';
  const section = facts.sections.find(inside);
  return section ? sections[section.name] : facts.header && inside(facts.header) ? 'header' : '';
}

function timelineOf({ findings }: CheckedLetter, facts: CaseFacts): ReportEvent[] {
  let previous: string | undefined;
  return eventsOf(facts).map(({ iso, role, mentions }) => {
    const days = previous === undefined ? undefined : daysBetween(previous, iso);
    previous = iso;
    const conflicts = findings.filter(
      ({ rule, start, end }) =>
        rule.startsWith('date-') &&
        mentions.some(({ node: { position } }) => start < position.end.offset && end > position.start.offset),
    );
    return {
      iso,
      title: sentenceCase(roleNames[role]),
      mentions: mentions.length,
      days,
      conflicts: conflicts.map(({ message }) => message),
    };
  });
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

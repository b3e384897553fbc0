import { forms, leadIns, type Section, type SectionName } from '../syntax/index.ts';
import { type CaseFacts, perCase } from './case.ts';

/** How the letter stands to its form. */
export interface Frame {
  required: readonly SectionName[];
  /** Required sections that the letter has under no heading, in the order of the form. */
  missing: readonly SectionName[];
  /** The first section of each name. */
  first: ReadonlyMap<SectionName, Section>;
  /** Sections whose name the letter had before. */
  repeated: readonly Section[];
  /**
   * The letter begins in the middle: at least two sections before its first one are missing, and the header
   * table with them. It is a part of a letter, not a letter with parts missing.
   */
  fragment: boolean;
}

/** Compares the sections of a letter with those that its form has. */
export const frameOf: (facts: CaseFacts) => Frame = perCase(readFrame);

function readFrame(facts: CaseFacts): Frame {
  const required = forms.current.required[facts.tree.form];
  const first = new Map<SectionName, Section>();
  const repeated: Section[] = [];
  for (const section of facts.sections) {
    if (first.has(section.name)) repeated.push(section);
    else first.set(section.name, section);
  }
  const lacking = required.filter((name) => !first.has(name));
  const titles = lacking.length > 0 ? titleLines(facts) : [];
  const missing = lacking.filter(
    (name) => !titles.some((line) => keyWords[name].every((words) => words.test(line))),
  );
  const begins = required.findIndex((name) => first.has(name));
  return { required, missing, first, repeated, fragment: facts.header === undefined && begins >= 2 };
}

/** Words by which a section is known under another heading than its form's: "Expert Reviewer Case Summary:". */
const keyWords: Readonly<Record<SectionName, readonly RegExp[]>> = {
  'how-made': [/\bhow\b/i, /\bdetermination\b/i, /\bmade\b/i],
  credentials: [/\b(?:credentials|qualifications)\b/i],
  summary: [/\b(?:case|clinical) summary\b|\bsummary of the case\b/i],
  issues: [/\bdecisions?\b/i, /\bissues?\b|\bdecisions? and rationales?\b/i],
  documents: [/\b(?:documents?|records) (?:were )?(?:reviewed|considered)\b/i],
  outcomes: [/\boutcomes?\b/i],
  decision: [/\bdecisions? and rationales?\b/i],
  'issue-at-dispute': [/\bissues? (?:at|in) dispute\b/i],
  guidelines: [/\bguidelines?\b/i, /\brelied\b/i],
  rationale: [/\brationale\b/i, /\b(?:for|why)\b/i],
  qualifications: [/\b(?:credentials|qualifications)\b/i],
};

/** Short lines that can be headings: they end with a colon, or are in capitals. */
function titleLines(facts: CaseFacts): string[] {
  const source = facts.blocks[0]?.flow.source ?? '';
  const lines = source.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter(
    (line) =>
      line.length > 6 && line.length <= 90 && /^[A-Z]/.test(line) && (/:$/.test(line) || !/[a-z]/.test(line)),
  );
}

const names: Readonly<Record<SectionName, string>> = {
  'how-made': 'How the IMR final determination was made',
  credentials: 'credentials of the expert reviewer',
  summary: 'clinical case summary',
  issues: 'IMR issues, decisions and rationales',
  documents: 'documents reviewed',
  outcomes: 'outcomes',
  decision: 'decision and rationale',
  'issue-at-dispute': 'issue at dispute',
  guidelines: 'guidelines relied upon',
  rationale: 'rationale',
  qualifications: 'qualifications of the reviewer',
};

/** A section's name for a message. */
export function sectionTitle(name: SectionName): string {
  return names[name];
}

/** The heading that a form prints for a section; undefined for the credentials, which have only a lead-in. */
export function standardHeading(facts: CaseFacts, name: SectionName): string | undefined {
  const { form } = facts.tree;
  return forms.current.headings.find((heading) => heading.name === name && heading.forms.includes(form))
    ?.text;
}

/** What a form prints at the head of a section, one line each; the credentials with their empty labels. */
export function sectionHead(facts: CaseFacts, name: SectionName): string[] {
  const { labels } = forms.current;
  if (name === 'credentials') return [labels.credentials, labels.licensure, labels.specialty];
  const heading = standardHeading(facts, name);
  const lines = heading === undefined ? [] : [heading];
  if (facts.tree.form === 'final-determination' && (name === 'summary' || name === 'issues'))
    lines.push(leadIns[name]);
  return lines;
}

/** The line break of the letter, for text that a fix inserts. */
export function lineBreakOf(facts: CaseFacts): string {
  const source = facts.blocks[0]?.flow.source ?? '';
  return source.includes('\r\n') ? '\r\n' : source.includes('\n') || !source.includes('\r') ? '\n' : '\r';
}

import { Scope } from '../catalog/index.ts';
import { perPart } from '../per-text.ts';
import type { HeaderFieldName, LetterForm, SectionName } from './nodes.ts';

/**
 * What the letter forms print: headings, labels, lead-ins. Form 1 (`final-determination`) was read in 194 real
 * determinations of 2016/17 and in both sample letters; the 2013-14 forms are known from their headings.
 */

/** A heading of a form. */
export interface HeadingForm {
  name: SectionName;
  /** The heading as printed. */
  text: string;
  forms: readonly LetterForm[];
}

/** Headings in the order in which their forms print them. */
export const headingForms: readonly HeadingForm[] = [
  {
    name: 'how-made',
    text: 'HOW THE IMR FINAL DETERMINATION WAS MADE',
    forms: ['final-determination', 'final-determination-2013'],
  },
  { name: 'documents', text: 'DOCUMENTS REVIEWED', forms: ['final-determination-2013'] },
  {
    name: 'summary',
    text: 'CLINICAL CASE SUMMARY',
    forms: ['final-determination', 'final-determination-2013'],
  },
  { name: 'issues', text: 'IMR ISSUES, DECISIONS AND RATIONALES', forms: ['final-determination'] },
  { name: 'issues', text: 'IMR DECISION(S) AND RATIONALE(S)', forms: ['final-determination-2013'] },
  {
    name: 'decision',
    text: 'INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE',
    forms: ['notice'],
  },
  { name: 'qualifications', text: 'Medical Qualifications of the Expert Reviewer:', forms: ['notice'] },
  { name: 'summary', text: 'Case Summary:', forms: ['notice'] },
  { name: 'summary', text: 'Expert Reviewer Case Summary:', forms: ['notice'] },
  { name: 'documents', text: 'Documents Reviewed for Determination:', forms: ['notice'] },
  { name: 'issue-at-dispute', text: 'ISSUE AT DISPUTE:', forms: ['professional-review'] },
  { name: 'summary', text: 'CASE SUMMARY:', forms: ['professional-review'] },
  {
    name: 'documents',
    text: 'DOCUMENTS REVIEWED FOR DETERMINATION:',
    forms: ['professional-review'],
  },
  {
    name: 'guidelines',
    text: 'MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY:',
    forms: ['professional-review'],
  },
  {
    name: 'rationale',
    text: 'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT MEDICALLY NECESSARY:',
    forms: ['professional-review'],
  },
  {
    name: 'qualifications',
    text: 'MEDICAL REVIEWER QUALIFICATIONS:',
    forms: ['professional-review'],
  },
];

/** A title that names a form before its first heading. */
export interface TitleForm {
  readonly form: LetterForm;
  readonly text: string;
}

export const titleForms: readonly TitleForm[] = [
  { form: 'notice', text: 'Notice of Independent Medical Review Determination' },
  { form: 'professional-review', text: 'MEDICAL PROFESSIONAL REVIEW' },
];

/** Labels of form 1, in order: the credentials' three lines, then those of each item. */
export const labels = {
  credentials: 'The Expert Reviewer has the following credentials:',
  licensure: 'State(s) of Licensure:',
  specialty: 'Certification(s)/Specialty:',
  claims: 'Claims Administrator guideline:',
  maximus: 'MAXIMUS guideline:',
  rationale: 'Decision rationale:',
} as const;

export type LabelName = keyof typeof labels;

/** Sections that a form must have, in order. */
const requiredSections: Readonly<Record<LetterForm, readonly SectionName[]>> = {
  'final-determination': ['how-made', 'credentials', 'summary', 'issues'],
  'final-determination-2013': ['how-made', 'documents', 'summary', 'issues'],
  notice: ['decision', 'qualifications', 'summary'],
  'professional-review': [
    'issue-at-dispute',
    'summary',
    'documents',
    'guidelines',
    'rationale',
    'qualifications',
  ],
  office: [],
  none: [],
};

/** The label of each field of the header; `Application` stands on the line above `Received:`. */
export const headerLabels: Readonly<Record<HeaderFieldName, string>> = {
  caseNumber: 'Case Number:',
  dateAssigned: 'Date Assigned:',
  dateOfInjury: 'Date of Injury:',
  decisionDate: 'Decision Date:',
  urDenialDate: 'UR Denial Date:',
  priority: 'Priority:',
  applicationReceived: 'Application Received:',
};

/** Fields of the header table in the order of the form. */
export const headerFields = Object.keys(headerLabels) as HeaderFieldName[];

/** The fixed sentences of form 1 that open its sections, as printed. */
export const leadIns = {
  'how-made': 'MAXIMUS Federal Services sent the complete case file to an expert reviewer.',
  summary:
    'The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:',
  issues: 'The Final Determination was based on decisions for the disputed items/services set forth below:',
} as const satisfies Partial<Record<SectionName, string>>;

/** Labelled parts of a disputed item, in the order of the form. */
export const itemParts = ['claims', 'maximus', 'rationale'] as const;

/** What the letters of a form print. */
export interface FormTables {
  /** The form that the letter is known to have; undefined where its headings and labels have to tell. */
  form: 'office' | undefined;
  headings: readonly HeadingForm[];
  labels: Readonly<Record<LabelName, string>>;
  /** Labels of the header table, with their colons. */
  header: Readonly<Record<HeaderFieldName, string>>;
  /** Sections that a letter must have, in order. */
  required: Readonly<Record<LetterForm, readonly SectionName[]>>;
  /** Parts that a disputed item must have. */
  parts: readonly (typeof itemParts)[number][];
  /** Fields that the header table of a letter must have. */
  fields: readonly HeaderFieldName[];
}

/** The forms of the review organization; an office may put its own form in their place. */
export const forms = new Scope<FormTables>({
  form: undefined,
  headings: headingForms,
  labels,
  header: headerLabels,
  required: requiredSections,
  parts: itemParts,
  fields: headerFields,
});

/** What the letters of the form call a field of their header: "UR Denial Date". */
export function headerTitle(name: HeaderFieldName): string {
  return forms.current.header[name].slice(0, -1);
}

/** Sections of form 1 that a line can open by its words, though its heading is lost. */
export type OpeningSection = keyof typeof leadIns | 'credentials';

const leadInWords = (Object.entries(leadIns) as [OpeningSection, string][]).map(
  ([section, text]) => [section, text.toLowerCase().split(' ').slice(0, 10)] as const,
);
const openingSign = /^(?:The |MAXIMUS )|xpert [Rr]eviewer|Final Determination/;
const credentialsWords = ['expert', 'reviewer', 'has', 'following', 'credentials:'];

/**
 * The section whose fixed first sentence a line begins: seven of the sentence's first ten words stand among the
 * line's first eleven (of the short lead-in of the credentials, four of five), so that a slip does not hide it.
 */
export function sectionOpenedBy(line: string): OpeningSection | undefined {
  // Running text is told apart without reading its words.
  return line.length < 30 || !openingSign.test(line) ? undefined : openingIn(line);
}

const openingIn = perPart((line): OpeningSection | undefined => {
  const first = new Set(line.slice(0, 120).toLowerCase().split(/\s+/, 11));
  if (line.length <= 70 && credentialsWords.filter((word) => first.has(word)).length >= 4)
    return 'credentials';
  for (const [section, words] of leadInWords) {
    let common = 0;
    for (const word of words) if (first.has(word)) common++;
    if (common >= 7) return section;
  }
  return undefined;
});

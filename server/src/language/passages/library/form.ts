/** The frame of the form: header, sections, item frames, guideline lines, split headings. */
import type { Passage } from '../types.ts';
import { definePassage } from './slots.ts';

/** How the review was made: fixed in every letter of the form, with its odd "items/Service". */
export const HOW_MADE =
  'MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no affiliation with the employer, employee, providers or the claims administrator. He/she has been in active clinical practice for more than five years and is currently working at least 24 hours a week in active practice. The expert reviewer was selected based on his/her clinical experience, education, background, and expertise in the same or similar specialties that evaluate and/or treat the medical condition and disputed items/Service. He/she is familiar with governing laws and regulations, including the strength of evidence hierarchy that applies to Independent Medical Review determinations.';

/** First line of the credentials. */
export const CREDENTIALS_LEAD_IN = 'The Expert Reviewer has the following credentials:';

/** Fixed lead-in of the clinical case summary. */
export const SUMMARY_LEAD_IN =
  'The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:';

/** Fixed lead-in of the decisions. */
export const DECISIONS_LEAD_IN =
  'The Final Determination was based on decisions for the disputed items/services set forth below:';

const HEADER = [
  'Case Number: {caseNumber}',
  'Date Assigned: {assignedDate}',
  'Date of Injury: {injuryDate}',
  'Decision Date: {decisionDate}',
  'UR Denial Date: {urDate}',
  'Priority: {priority}',
  'Application Received: {receivedDate}',
].join('\n');

const CREDENTIALS = `${CREDENTIALS_LEAD_IN}\nState(s) of Licensure: {states}\nCertification(s)/Specialty: {specialty}`;

const HOW_MADE_SECTION = `HOW THE IMR FINAL DETERMINATION WAS MADE\n${HOW_MADE}`;

const SUMMARY_SECTION = `CLINICAL CASE SUMMARY\n${SUMMARY_LEAD_IN}\n\n{summary}`;

const DECISIONS_HEAD = `IMR ISSUES, DECISIONS AND RATIONALES\n${DECISIONS_LEAD_IN}`;

const item = (heading: string, rationale: string): string =>
  [
    heading,
    'Claims Administrator guideline: {claimsLine}',
    'MAXIMUS guideline: {maximusLine}',
    `Decision rationale: ${rationale}`,
  ].join('\n\n');

const UPHELD_RATIONALE =
  'No, the request for {service}{classPhrase} {tense} not medically necessary, medically appropriate, or indicated here. {citation} Here, however, {fact} Therefore, the request {tense} not medically necessary.';

const OVERTURNED_RATIONALE =
  'Yes, the request for {service}{classPhrase} {tense} medically necessary, medically appropriate, and indicated here. {citation} Here, {fact} Therefore, the request {tense} medically necessary.';

const UPHELD_ITEM = item('{item}: Upheld', UPHELD_RATIONALE);

const SPLIT =
  '{original} was the original request. {authorized} was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, {remaining} is: {verdict}';

const SPLIT_WHOLE =
  '{original} was the original request. The Claims Administrator authorized {authorized}, leaving the original request IMR eligible. The original request, {original} is: {verdict}';

export const formPassages: readonly Passage[] = [
  definePassage({
    id: 'letter',
    kind: 'letter',
    title: 'Whole letter',
    description: 'A determination with header, all sections and one disputed item.',
    body: [HEADER, HOW_MADE_SECTION, CREDENTIALS, SUMMARY_SECTION, DECISIONS_HEAD, UPHELD_ITEM].join('\n\n'),
    source: 'form',
  }),
  definePassage({
    id: 'header',
    kind: 'header',
    title: 'Header table',
    description: 'Case number, dates and priority.',
    body: HEADER,
    source: 'form',
  }),
  definePassage({
    id: 'section-how-made',
    kind: 'section',
    title: 'Section: how the determination was made',
    description: 'Heading and fixed paragraph about the reviewer.',
    body: HOW_MADE_SECTION,
    source: 'sample letters',
  }),
  definePassage({
    id: 'section-summary',
    kind: 'section',
    title: 'Section: clinical case summary',
    description: 'Heading, fixed lead-in and a place for the summary.',
    body: SUMMARY_SECTION,
    source: 'sample letters',
  }),
  definePassage({
    id: 'section-decisions',
    kind: 'section',
    title: 'Section: issues, decisions and rationales',
    description: 'Heading, fixed lead-in and one disputed item.',
    body: `${DECISIONS_HEAD}\n\n${UPHELD_ITEM}`,
    source: 'sample letters',
  }),
  definePassage({
    id: 'credentials',
    kind: 'credentials',
    title: 'Credentials of the expert reviewer',
    description: 'Lead-in, licensure and specialty.',
    body: CREDENTIALS,
    source: 'sample letters',
  }),
  definePassage({
    id: 'item-upheld',
    kind: 'item',
    title: 'Disputed item, upheld',
    description: 'Heading, guideline lines and rationale from "No," to the conclusion, in one tense.',
    body: UPHELD_ITEM,
    verdict: 'Upheld',
    source: 'form',
  }),
  definePassage({
    id: 'item-overturned',
    kind: 'item',
    title: 'Disputed item, overturned',
    description: 'Heading, guideline lines and rationale from "Yes," to the conclusion, in one tense.',
    body: item('{item}: Overturned', OVERTURNED_RATIONALE),
    verdict: 'Overturned',
    source: 'form',
  }),
  definePassage({
    id: 'item-dependent',
    kind: 'item',
    title: 'Disputed item that depends on a procedure which is not necessary',
    description: 'An associated service falls with its primary procedure; no guideline is cited.',
    body: [
      'Associated surgical service: {item}: Upheld',
      'Claims Administrator guideline: {claimsLine}',
      'MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.',
      'Decision rationale: Because {surgery} is not medically necessary, the associated service is not medically necessary either.',
    ].join('\n\n'),
    verdict: 'Upheld',
    source: 'own wording',
  }),
  definePassage({
    id: 'item-split',
    kind: 'item',
    title: 'Disputed item with a split heading, upheld',
    description: 'A part was authorized; the remaining part is decided.',
    body: item(SPLIT.replace('{verdict}', 'Upheld'), UPHELD_RATIONALE),
    verdict: 'Upheld',
    source: 'form',
  }),
  definePassage({
    id: 'split',
    kind: 'heading',
    title: 'Split heading: the remaining portion',
    description: 'Original request, authorized part, remaining part that is decided.',
    body: SPLIT,
    source: 'form',
  }),
  definePassage({
    id: 'split-whole',
    kind: 'heading',
    title: 'Split heading: the original request stays eligible',
    description: 'The authorized part leaves the whole original request to be decided.',
    body: SPLIT_WHOLE,
    source: 'form',
  }),
  definePassage({
    id: 'line-claims-none',
    kind: 'guideline-line',
    title: 'Claims administrator cited nothing',
    description: 'Guideline line of the claims administrator without a citation.',
    body: 'Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.',
    source: 'form',
  }),
  definePassage({
    id: 'line-claims-outside',
    kind: 'guideline-line',
    title: 'Claims administrator decided outside the MTUS',
    description: 'Guideline line of the claims administrator with a non-MTUS source only.',
    body: 'Claims Administrator guideline: The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation {source}.',
    source: 'form',
  }),
  definePassage({
    id: 'line-maximus-none',
    kind: 'guideline-line',
    title: 'Expert reviewer cites nothing',
    description: 'MAXIMUS guideline line without a citation, as for dependent services.',
    body: 'MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.',
    source: 'form',
  }),
  definePassage({
    id: 'line-maximus-outside',
    kind: 'guideline-line',
    title: 'Expert reviewer decides outside the MTUS',
    description: 'MAXIMUS guideline line with a non-MTUS source only.',
    body: 'MAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation {source}.',
    source: 'form',
  }),
  definePassage({
    id: 'line-maximus',
    kind: 'guideline-line',
    title: 'MAXIMUS guideline line by section',
    description: 'The style with year and section (from 2015).',
    body: 'MAXIMUS guideline: Decision based on MTUS {guideline}, Section(s): {section}.',
    source: 'form',
  }),
  definePassage({
    id: 'line-maximus-pages',
    kind: 'guideline-line',
    title: 'MAXIMUS guideline line by page',
    description: 'The older style with topic and page (to early 2015).',
    body: 'MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines {topic} Page(s): {page}.',
    source: 'sample letters',
  }),
  definePassage({
    id: 'line-maximus-both',
    kind: 'guideline-line',
    title: 'MAXIMUS guideline line with MTUS and another source',
    description: 'MTUS sections followed by a non-MTUS citation.',
    body: 'MAXIMUS guideline: Decision based on MTUS {guideline}, Section(s): {section}. Decision based on Non-MTUS Citation {source}.',
    source: 'form',
  }),
];

import type { LetterParts } from '../../server/src/language/rules/index.ts';

const header: Record<string, string> = {
  'Case Number': 'CM16-0123456',
  'Date Assigned': '12/06/2016',
  'Date of Injury': '09/15/2016',
  'Decision Date': '01/04/2017',
  'UR Denial Date': '11/21/2016',
  Priority: 'Standard',
  'Application Received': '11/29/2016',
};

const summary =
  'The injured worker is a 44 year old male who sustained an industrial injury on 09/15/2016. ' +
  'The diagnoses have included low back pain with muscle spasm. The request for authorization dated 11/14/2016 asked for Baclofen 10mg #45. ' +
  'The utilization review dated 11/21/2016 non-certified the request.';

const item = {
  heading: 'Baclofen 10mg #45: Upheld',
  claims:
    'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle relaxants (for pain).',
  maximus:
    'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle relaxants (for pain).',
  rationale:
    'The MTUS recommends non-sedating muscle relaxants with caution as a second-line option for short-term treatment. ' +
    'There is no documentation of functional gain with the use of Baclofen. Therefore, the request is not medically necessary.',
};

/**
 * A small letter of form 1 for tests: one clean item in the manner of winter 2016/17, with the given parts in place
 * of the standard ones. Written unwrapped, one block a line.
 */
export function letter(parts: LetterParts = {}): string {
  const lines: string[] = [];
  if (parts.header !== false) {
    for (const [label, value] of Object.entries({ ...header, ...parts.header }))
      lines.push(`${label}: ${value}`);
    lines.push('');
  }
  lines.push(
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    'MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no affiliation with the employer, employee, providers or the claims administrator. He/she has been in active clinical practice for more than five years and is currently working at least 24 hours a week in active practice. The expert reviewer was selected based on his/her clinical experience, education, background, and expertise in the same or similar specialties that evaluate and/or treat the medical condition and disputed items/Service. He/she is familiar with governing laws and regulations, including the strength of evidence hierarchy that applies to Independent Medical Review determinations.',
    '',
    'The Expert Reviewer has the following credentials:',
    'State(s) of Licensure: California',
    'Certification(s)/Specialty: Preventive Medicine, Occupational Medicine',
    '',
    'CLINICAL CASE SUMMARY',
    'The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:',
    '',
    parts.summary ?? summary,
    '',
    'IMR ISSUES, DECISIONS AND RATIONALES',
    'The Final Determination was based on decisions for the disputed items/services set forth below:',
  );
  for (const given of parts.items ?? [{}]) {
    const { heading, claims, maximus, rationale } = { ...item, ...given };
    lines.push(
      '',
      heading,
      '',
      `Claims Administrator guideline: ${claims}`,
      '',
      `MAXIMUS guideline: ${maximus}`,
      '',
      `Decision rationale: ${rationale}`,
    );
  }
  let text = `${lines.join('\n')}\n`;
  for (const [from, to] of parts.replace ?? []) {
    if (!text.includes(from)) throw new Error(`The letter holds no "${from}" to replace.`);
    text = text.replace(from, to);
  }
  return text;
}

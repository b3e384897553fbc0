/** Telling a determination from other texts by its first lines. */

/** Headings that only determinations have; white space stands for any white space, for extractors break lines at will. */
const SURE = [
  'how the imr final determination was made',
  'imr issues, decisions and rationales',
  'imr decision(s) and rationale(s)',
  'notice of independent medical review determination',
  'independent medical review final determination letter',
  'independent medical review decision and rationale',
  'medical treatment guideline(s) relied upon by professional reviewer',
];

/** Headings and labels that other medical reports may have too; two of them make a determination. */
const LIKELY = [
  'clinical case summary',
  'the expert reviewer has the following credentials',
  'claims administrator guideline:',
  'maximus guideline:',
  'ur denial date:',
  'issue at dispute:',
  'medical reviewer qualifications:',
];

/**
 * Whether a text reads like a determination.
 * @param start its first lines
 */
export function looksLikeLetter(start: string): boolean {
  const text = start.replace(/\s+/g, ' ').toLowerCase();
  if (SURE.some((heading) => text.includes(heading))) return true;
  return LIKELY.filter((label) => text.includes(label)).length >= 2;
}

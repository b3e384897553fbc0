/** What a passage adds to the guideline line of its item. */
import type { Passage, PassageGuideline } from './types.ts';

/** `pages`: the form up to early 2015, "TOPIC Page(s): 64"; `sections`: later, "NAME 2009, Section(s): …". */
export type LineStyle = 'pages' | 'sections';

/** A replacement in the text of a guideline line; offsets count from the start of that text. */
export interface LineEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The style in which a guideline line is printed, or undefined where it shows neither. */
export function lineStyleOf(line: string): LineStyle | undefined {
  if (/Section\(s\)/.test(line)) return 'sections';
  return /Page\(s\)/.test(line) ? 'pages' : undefined;
}

const pagesOf = ({ page, pageTo }: PassageGuideline): string =>
  page === undefined ? '' : ` Page(s): ${page}${pageTo === undefined ? '' : `-${pageTo}`}`;

function sectionEntries(guidelines: readonly PassageGuideline[]): string[] {
  const sections = new Map<string, string[]>();
  for (const { line } of guidelines) {
    const listed = sections.get(line.name) ?? [];
    listed.push(...line.sections.filter((section) => !listed.includes(section)));
    sections.set(line.name, listed);
  }
  return [...sections].map(([name, listed]) =>
    listed.length === 0 ? name : `${name}, Section(s): ${listed.join(', ')}`,
  );
}

const entries = (guidelines: readonly PassageGuideline[], style: LineStyle): string[] =>
  style === 'sections'
    ? sectionEntries(guidelines)
    : [...new Set(guidelines.map((guideline) => guideline.line.olderName + pagesOf(guideline)))];

/**
 * The entry for the guideline line, as it stands after "Decision based on MTUS" and before the full stop.
 * @returns undefined where the passage cites no guideline
 */
export function lineEntryFor(passage: Passage, style: LineStyle): string | undefined {
  const cited = passage.guidelines ?? [];
  return cited.length === 0 ? undefined : entries(cited, style).join(', and ');
}

/**
 * A whole guideline line for the passages of a rationale: "Decision based on MTUS ….", each guideline once.
 * @returns undefined where none of them cites a guideline
 */
export function guidelineLineFor(cited: readonly Passage[], style: LineStyle): string | undefined {
  const guidelines = cited.flatMap((passage) => passage.guidelines ?? []);
  return guidelines.length === 0
    ? undefined
    : `Decision based on MTUS ${entries(guidelines, style).join(', and ')}.`;
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds a phrase whose words may be separated by any white space, as in a wrapped line. */
function find(line: string, phrase: string, from = 0): { start: number; end: number } | undefined {
  const pattern = new RegExp(phrase.split(' ').map(escapeRegExp).join('\\s+'), 'gi');
  pattern.lastIndex = from;
  const found = pattern.exec(line);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

/** Offset of the full stop that ends the MTUS sentence: the last one before any non-MTUS sentence. */
function mtusEnd(line: string): number {
  const other = /\.?(?<!\s)\s*Decision\s+based\s+on\s+Non-MTUS/.exec(line);
  const sentence = (other ? line.slice(0, other.index) : line).trimEnd();
  return sentence.endsWith('.') ? sentence.length - 1 : sentence.length;
}

/** The edit that adds the missing sections of a guideline which the line names at `named`. */
function addSections(line: string, missing: readonly string[], named: number, end: number): LineEdit {
  // The list of this guideline ends where the next one begins, ", and NAME YEAR", or with the sentence.
  const next = /,\s+and\s+(?=[A-Z][A-Za-z,\s-]{3,60}\s(?:19|20)\d\d\b)/.exec(line.slice(named, end));
  const at = next ? named + next.index : end;
  const listed = /Section\(s\)/.test(line.slice(named, at));
  return { start: at, end: at, text: `${listed ? ', ' : ', Section(s): '}${missing.join(', ')}` };
}

/**
 * The edits that make a guideline line list what a passage cites; what it lists already stays untouched.
 * @param line the text after "MAXIMUS guideline:", wrapped or not
 * @param passage the passage that is inserted in the rationale
 * @param style the style to write in where the line itself shows none
 * @returns edits with offsets in `line`, never overlapping; empty when nothing is missing
 */
export function lineEditsFor(line: string, passage: Passage, style: LineStyle = 'sections'): LineEdit[] {
  const cited = passage.guidelines ?? [];
  const written = lineStyleOf(line) ?? style;
  if (cited.length === 0) return [];
  const mtus = /Decision\s+based\s+on\s+MTUS\s/.exec(line);
  if (!mtus) {
    const whole = `${guidelineLineFor([passage], written)}`;
    const start = line.length - line.trimStart().length;
    const nonMtus = /Decision\s+based\s+on\s+Non-MTUS/.exec(line);
    if (nonMtus) return [{ start, end: nonMtus.index, text: `${whole} ` }];
    return [{ start, end: line.trimEnd().length, text: whole }];
  }
  const end = mtusEnd(line);
  const added: PassageGuideline[] = [];
  const edits: LineEdit[] = [];
  for (const guideline of cited) {
    const named = find(
      line.slice(0, end),
      written === 'sections' ? guideline.line.name : guideline.line.olderName,
    );
    if (!named) {
      added.push(guideline);
    } else if (written === 'sections') {
      const missing = guideline.line.sections.filter(
        (section) => !find(line.slice(0, end), section, named.end),
      );
      if (missing.length > 0) edits.push(addSections(line, missing, named.end, end));
    }
  }
  if (added.length > 0) {
    edits.push({ start: end, end, text: `, and ${entries(added, written).join(', and ')}` });
  }
  return edits;
}

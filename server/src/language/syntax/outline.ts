import { headingAt, labelAt, type LineKind } from './classify.ts';
import { headingForms, titleForms } from './form.ts';
import { readLines, type LineTable, type TextLine } from './lines.ts';
import type { LetterForm, SectionName } from './nodes.ts';

/** A text line with what stands at it. */
export interface OutlineLine extends TextLine {
  mark: LineKind | undefined;
  /** The line is the second half of a heading that breaks. */
  headingTail: boolean;
}

/** The lines of one section. */
export interface OutlineSection {
  name: SectionName;
  /** Lines of the heading; empty where the section was recognised by its lead-in. */
  heading: OutlineLine[];
  /** The heading as the form prints it. */
  standard: string | undefined;
  body: OutlineLine[];
}

/** A letter cut into sections. */
export interface Outline {
  form: LetterForm;
  table: LineTable;
  /** Lines before the first section: the header table, or a title. */
  preamble: OutlineLine[];
  sections: OutlineSection[];
}

/** First words of the fixed text of form 1 and the section that it belongs to. */
const openings: readonly [pattern: RegExp, section: SectionName][] = [
  [/^MAXIMUS Federal Services sent the complete/i, 'how-made'],
  [/^The expert reviewer developed the following/i, 'summary'],
  [/^The Final Determination was based on/i, 'issues'],
];

/** Cuts a source into sections by headings, labels and fixed lead-ins. */
export function outline(source: string): Outline {
  const table = readLines(source);
  const lines = mark(table.lines);
  const form = findForm(lines);
  if (form === 'none') return { form, table, preamble: lines, sections: [] };

  const preamble: OutlineLine[] = [];
  const sections: OutlineSection[] = [];
  let current: OutlineSection | undefined;
  const open = (name: SectionName, standard: string | undefined): OutlineSection => {
    current = { name, heading: [], standard, body: [] };
    sections.push(current);
    return current;
  };
  for (const line of lines) {
    const { mark: found } = line;
    if (line.headingTail) {
      current?.heading.push(line);
    } else if (found?.kind === 'heading') {
      const standard = standardFor(found.heading.text, found.heading.name, form);
      open(found.heading.name, standard).heading.push(line);
    } else {
      const section = opensSection(line, current?.name);
      if (section) open(section, undefined);
      if (current) current.body.push(line);
      else preamble.push(line);
    }
  }
  return { form, table, preamble, sections };
}

function mark(lines: readonly TextLine[]): OutlineLine[] {
  const marked: OutlineLine[] = [];
  let tail = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as TextLine;
    if (tail) {
      marked.push({ ...line, mark: undefined, headingTail: true });
      tail = false;
      continue;
    }
    const found = labelAt(line.text) ?? headingAt(line.text, lines[i + 1]?.text);
    tail = found?.kind === 'heading' && found.lines === 2;
    marked.push({ ...line, mark: found, headingTail: false });
  }
  return marked;
}

/** A section without its heading is told by a label or by its fixed first words. */
function opensSection(line: OutlineLine, current: SectionName | undefined): SectionName | undefined {
  if (line.mark?.kind === 'label') {
    const { label } = line.mark;
    if (label === 'credentials') return 'credentials';
    if (label === 'licensure' || label === 'specialty') return current === 'credentials' ? undefined : 'credentials';
    return current === 'issues' ? undefined : 'issues';
  }
  for (const [pattern, section] of openings) {
    if (section !== current && pattern.test(line.text)) return section;
  }
  return undefined;
}

/** Of two headings for the same section, the one of this form. */
function standardFor(text: string, name: SectionName, form: LetterForm): string {
  if (headingForms.some((heading) => heading.text === text && heading.forms.includes(form))) return text;
  return headingForms.find((heading) => heading.name === name && heading.forms.includes(form))?.text ?? text;
}

/**
 * The form by its marks. One heading or label alone may stand in any medical text, so a determination needs
 * two different ones, or a title.
 */
function findForm(lines: readonly OutlineLine[]): LetterForm {
  const votes = new Map<LetterForm, Set<string>>();
  const vote = (form: LetterForm, sign: string): void => {
    const signs = votes.get(form);
    if (signs) signs.add(sign);
    else votes.set(form, new Set([sign]));
  };
  for (const line of lines) {
    const { mark: found } = line;
    if (found?.kind === 'heading') for (const form of found.heading.forms) vote(form, found.heading.text);
    if (found?.kind === 'label') vote('final-determination', found.label);
    if (!found && line.text.length < 80) {
      const lower = line.text.toLowerCase();
      for (const title of titleForms) {
        if (!lower.includes(title.text.toLowerCase())) continue;
        vote(title.form, title.text);
        vote(title.form, 'title');
      }
    }
    if (!found && openings.some(([pattern]) => pattern.test(line.text))) {
      vote('final-determination', line.text.slice(0, 20));
    }
  }
  // Ties go to the form with the sign of its own: form 2 shares two headings with form 1.
  const order: LetterForm[] = ['professional-review', 'notice', 'final-determination', 'final-determination-2013'];
  let best: LetterForm = 'none';
  let most = 1;
  for (const form of order) {
    const count = votes.get(form)?.size ?? 0;
    if (count > most) {
      best = form;
      most = count;
    }
  }
  return best;
}

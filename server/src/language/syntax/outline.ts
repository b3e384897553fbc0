import { forms } from './form.ts';
import { opensBlock } from './lines.ts';
import type { LetterForm, SectionName } from './nodes.ts';
import { type OutlineLine, type OutlineLines, readOutlineLines } from './outline-lines.ts';

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
  table: OutlineLines;
  /** Lines before the first section: the header table, or a title. */
  preamble: readonly OutlineLine[];
  sections: OutlineSection[];
}

/** Forms whose sections open with the same sentences and whose items may have the same labels; headings tell them apart. */
const alike: readonly LetterForm[] = ['final-determination', 'final-determination-2013'];

/** Cuts a source into sections by headings, labels and fixed lead-ins. */
export function outline(source: string): Outline {
  const table = readOutlineLines(source);
  const { lines } = table;
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
      if (section) {
        const before = current?.body ?? preamble;
        if (found) {
          const carried = section === 'issues' ? takeItemHeading(before, line, table.doubleSpaced) : [];
          open(section, undefined).body.push(...carried);
        } else {
          const altered = takeAlteredHeading(before);
          open(section, altered.length > 0 ? standardFor('', section, form) : undefined).heading.push(
            ...altered,
          );
        }
      }
      if (current) current.body.push(line);
      else preamble.push(line);
    }
  }
  return { form, table, preamble, sections };
}

/** A line in capitals right before a lead-in is that section's heading, however it is altered. */
function takeAlteredHeading(before: OutlineLine[]): OutlineLine[] {
  const last = before[before.length - 1];
  return last && !last.mark && /^[A-Z][A-Z ,()]{9,60}$/.test(last.text) ? before.splice(-1) : [];
}

/**
 * Where the issues begin with a label, without heading and lead-in, the block before it that ends in a verdict
 * is the heading of the first item: takes it off the lines before.
 */
function takeItemHeading(before: OutlineLine[], label: OutlineLine, doubleSpaced: boolean): OutlineLine[] {
  const last = before[before.length - 1];
  if (!last || last.mark || !/:\s*(?:upheld|overturned)\s*\.?$/i.test(last.text)) return [];
  let start = before.length - 1;
  while (start > 0 && label.number - last.number < 6 && before.length - start < 14) {
    const line = before[start] as OutlineLine;
    const above = before[start - 1] as OutlineLine;
    if (above.mark || opensBlock(line, above, doubleSpaced) || /[.!?]$/.test(above.text)) break;
    start--;
  }
  return before.splice(start);
}

/** A section without its heading is told by a label or by its fixed first words. */
function opensSection(line: OutlineLine, current: SectionName | undefined): SectionName | undefined {
  if (line.mark?.kind === 'label') {
    const { label } = line.mark;
    if (label === 'credentials') return 'credentials';
    if (label === 'licensure' || label === 'specialty')
      return current === 'credentials' ? undefined : 'credentials';
    return current === 'issues' ? undefined : 'issues';
  }
  return line.opens === current ? undefined : line.opens;
}

/** Of two headings for the same section, the one of this form. */
function standardFor(text: string, name: SectionName, form: LetterForm): string {
  const { headings } = forms.current;
  if (headings.some((heading) => heading.text === text && heading.forms.includes(form))) return text;
  return headings.find((heading) => heading.name === name && heading.forms.includes(form))?.text ?? text;
}

/**
 * The form by its marks. One heading or label alone may stand in any medical text, so a determination needs
 * two different ones, or a title.
 */
function findForm(lines: readonly OutlineLine[]): LetterForm {
  const { form } = forms.current;
  if (form) return form;
  const votes = new Map<LetterForm, Set<string>>();
  const vote = (form: LetterForm, sign: string): void => {
    const signs = votes.get(form);
    if (signs) signs.add(sign);
    else votes.set(form, new Set([sign]));
  };
  for (const line of lines) {
    const { mark: found } = line;
    if (found?.kind === 'heading') for (const form of found.heading.forms) vote(form, found.heading.text);
    if (found?.kind === 'label') for (const form of alike) vote(form, found.label);
    for (const title of line.titles) {
      vote(title.form, title.text);
      vote(title.form, 'title');
    }
    if (line.opens) for (const form of alike) vote(form, `lead-in ${line.opens}`);
  }
  // Ties go to the form with the sign of its own: form 2 shares two headings with form 1.
  const order: LetterForm[] = [
    'professional-review',
    'notice',
    'final-determination',
    'final-determination-2013',
  ];
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

import { type FormTables, forms, type HeadingForm, type LabelName } from './form.ts';
import type { HeaderFieldName, SectionName } from './nodes.ts';

/** A form of letters as an office describes it; what it leaves out is as in the standard form. */
export interface OwnForm {
  name: string;
  /** A line that only letters of this form have. */
  title?: string | undefined;
  /** Headings by section. */
  headings: Readonly<Partial<Record<SectionName, string>>>;
  /** Labels with their colons. */
  labels: Readonly<Partial<Record<LabelName, string>>>;
  /** Labels of the header table with their colons. */
  header?: Readonly<Partial<Record<HeaderFieldName, string>>> | undefined;
  /** Sections that a letter must have, in order. */
  required?: readonly SectionName[] | undefined;
  parts?: FormTables['parts'] | undefined;
  fields?: FormTables['fields'] | undefined;
}

const made = new WeakMap<OwnForm, FormTables>();

/** The tables of an own form: the standard ones with its headings, labels and requirements in their places. */
export function tablesOf(form: OwnForm): FormTables {
  const known = made.get(form);
  if (known) return known;
  const { standard } = forms;
  const usual = standard.headings.filter(
    ({ name, forms: of }) => of.includes('final-determination') && form.headings[name] === undefined,
  );
  const headings: HeadingForm[] = [
    ...Object.entries(form.headings).map(([name, text]) => ({
      name: name as SectionName,
      text,
      forms: ['office' as const],
    })),
    ...usual.map((heading) => ({ ...heading, forms: ['office' as const] })),
  ];
  const tables: FormTables = {
    form: 'office',
    headings,
    labels: { ...standard.labels, ...form.labels },
    header: { ...standard.header, ...form.header },
    required: {
      ...standard.required,
      office: form.required ?? standard.required['final-determination'],
    },
    parts: form.parts ?? standard.parts,
    fields: form.fields ?? standard.fields,
  };
  made.set(form, tables);
  return tables;
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * The tables of the own form that a letter has: its title stands in it, or two of the form's headings and labels of
 * which one is the form's own, or, for a form with nothing else of its own, a label of its header. Undefined for a letter
 * of a standard form.
 */
export function ownTablesFor(source: string, own: readonly OwnForm[]): FormTables | undefined {
  if (own.length === 0) return undefined;
  const lines = source.split(/[\r\n\f]+/, 20_000).map((line) => folded(line.slice(0, 120)));
  let best: FormTables | undefined;
  let most = 0;
  for (const form of own) {
    const signs = signsOf(form, lines);
    if (signs > most) {
      best = tablesOf(form);
      most = signs;
    }
  }
  return best;
}

/**
 * How many signs of a form stand in a letter; 0 where they are too few to tell, or where as many of the signs that the
 * form replaces stand in it: a standard letter may have a line that begins like a label of the office. Labels of the
 * header count only for a form with nothing else of its own: any medical report may have them.
 */
function signsOf(form: OwnForm, lines: readonly string[]): number {
  const { headings, labels } = tablesOf(form);
  const isHeading = (text: string): boolean => {
    const heading = folded(text).replace(/:$/, '');
    return lines.some((line) => line.replace(/:$/, '') === heading);
  };
  const isLabel = (text: string): boolean => {
    const label = folded(text);
    return lines.some((line) => line.startsWith(label));
  };
  const { standard } = forms;
  const replacedHeadings = standard.headings.filter(
    ({ name, forms: of }) => of.includes('final-determination') && form.headings[name] !== undefined,
  );
  const replacedLabels = Object.keys(form.labels) as LabelName[];
  const all =
    headings.filter(({ text }) => isHeading(text)).length + Object.values(labels).filter(isLabel).length;
  const { title, header = {} } = form;
  if (title !== undefined && lines.includes(folded(title))) return all + 10;
  const byHeader = Object.keys({ ...form.headings, ...form.labels }).length === 0;
  const own = byHeader
    ? Object.values(header).filter(isLabel).length
    : Object.values(form.headings).filter(isHeading).length +
      Object.values(form.labels).filter(isLabel).length;
  const replaced = byHeader
    ? (Object.keys(header) as HeaderFieldName[]).filter((name) => isLabel(standard.header[name])).length
    : replacedHeadings.filter(({ text }) => isHeading(text)).length +
      replacedLabels.filter((name) => isLabel(standard.labels[name])).length;
  return own > replaced && all > 1 ? all : 0;
}

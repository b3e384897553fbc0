import {
  forms,
  type HeaderFieldName,
  headerFields,
  itemParts,
  type LabelName,
  type OwnForm,
  type SectionName,
} from '../../language/syntax/index.ts';

/** Sections of a letter in the order of the form. */
const sectionOrder: readonly SectionName[] = ['how-made', 'credentials', 'documents', 'summary', 'issues'];
const credentialLabels: readonly LabelName[] = ['credentials', 'licensure', 'specialty'];

/**
 * A part of the standard form as the form that holds prints it: its headings and labels in their places, without the
 * header fields and the parts of an item that it does not have.
 */
export function inForm(body: string): string {
  const { current, standard } = forms;
  if (current === standard) return body;
  return body
    .split('\n\n')
    .map((paragraph) =>
      paragraph
        .split('\n')
        .flatMap((line) => lineInForm(line) ?? [])
        .join('\n'),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** A line in the words of the form; undefined where the form does not have it. */
function lineInForm(line: string): string | undefined {
  const { current, standard } = forms;
  const heading = standard.headings.find(({ text }) => text === line);
  if (heading) return current.headings.find(({ name }) => name === heading.name)?.text ?? line;
  const field = headerFields.find((name) => line.startsWith(standard.header[name]));
  if (field) {
    const value = line.slice(standard.header[field].length);
    return writtenFields().includes(field) ? current.header[field] + value : undefined;
  }
  const label = (Object.keys(standard.labels) as LabelName[]).find((name) =>
    line.startsWith(standard.labels[name]),
  );
  if (!label) return line;
  return hasPart(label) ? current.labels[label] + line.slice(standard.labels[label].length) : undefined;
}

/** Header fields that a letter of the form that holds is written with: those it must have, and those it names. */
export function writtenFields(): HeaderFieldName[] {
  const { current, standard } = forms;
  return headerFields.filter(
    (name) => current.fields.includes(name) || current.header[name] !== standard.header[name],
  );
}

/** An item is written with the parts that it must have and with those that the form names; its rationale always. */
function hasPart(label: LabelName): boolean {
  const { current, standard } = forms;
  const part = itemParts.find((name) => name === label);
  return (
    part === undefined ||
    part === 'rationale' ||
    current.parts.includes(part) ||
    current.labels[part] !== standard.labels[part]
  );
}

/** Sections of a new letter in order: those that it must have, those that its form names, and the issues. */
export function writtenSections(form: OwnForm | undefined): SectionName[] {
  const { current, standard } = forms;
  if (!form) return [...standard.required['final-determination']];
  const written = current.required.office.filter(
    (name) => name === 'credentials' || current.headings.some((heading) => heading.name === name),
  );
  for (const name of sectionOrder) {
    const named =
      form.headings[name] !== undefined ||
      (name === 'credentials' && credentialLabels.some((label) => form.labels[label] !== undefined));
    if (written.includes(name) || !(named || name === 'issues')) continue;
    const later = written.findIndex((other) => sectionOrder.indexOf(other) > sectionOrder.indexOf(name));
    written.splice(later < 0 ? written.length : later, 0, name);
  }
  return written;
}

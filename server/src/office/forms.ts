import { headerFields, headerLabels, type OwnForm } from '../language/syntax/index.ts';
import type { OfficeConfig } from './config-shape.ts';

/** An own form as a configuration gives it. */
type GivenForm = NonNullable<OfficeConfig['forms']>[number];

/** Something wrong in an own form, with the place of it; an empty path is the form itself. */
interface FormFault {
  path: string[];
  message: string;
}

/** The form with what it leaves out. */
export function formOf(given: GivenForm): OwnForm {
  return { ...given, headings: given.headings ?? {}, labels: given.labels ?? {} };
}

/** What an own form says against itself: no letter could have it, or be read by it. */
export function formFaults(given: GivenForm): FormFault[] {
  const { headings = {}, header = {}, required = [], fields = headerFields } = given;
  const faults: FormFault[] = [];
  // What was wrong in one of these was told already.
  if (!(given.title ?? given.headings ?? given.labels ?? given.header))
    faults.push({
      path: [],
      message: 'Nothing tells a letter of this form: it needs a title, a heading or a label.',
    });
  if (required.includes('documents') && headings.documents === undefined)
    faults.push({ path: ['required'], message: 'The section "documents" needs a heading of its own.' });
  const printed = new Map<string, string>();
  for (const name of headerFields) {
    const label = header[name] ?? (fields.includes(name) ? headerLabels[name] : undefined);
    if (label === undefined) continue;
    const other = printed.get(label);
    if (other !== undefined)
      faults.push({
        path: ['header', header[name] === undefined ? other : name],
        message: `The fields "${other}" and "${name}" have the same label.`,
      });
    printed.set(label, name);
  }
  return faults;
}

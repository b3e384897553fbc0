import { forms, headerFields } from './form.ts';
import type { HeaderFieldName } from './nodes.ts';

/** How letters print the label of a field: form 1, and the notice of 2013 ("Dated:", "IMR Application Received:"). */
const printed: Readonly<Record<HeaderFieldName, string>> = {
  caseNumber: String.raw`(?:MAXIMUS |IMR )?Case Number\s*:`,
  dateAssigned: String.raw`Date Assigned\s*:`,
  dateOfInjury: String.raw`Date of Injury\s*:`,
  decisionDate: String.raw`Decision Date\s*:|\bDated\s*:`,
  urDenialDate: String.raw`UR (?:Denial Date|Decision(?: Date)?)\s*:|Date of UR (?:Denial|Decision)\s*:`,
  priority: String.raw`Priority\s*:`,
  applicationReceived: String.raw`(?:IMR )?Application(?:[^\S\n]+Received)?\b\s*:?|(?:Date )?Received\s*:`,
};

const printedFields: readonly (readonly [key: string, HeaderFieldName])[] = [
  ['casenumber', 'caseNumber'],
  ['maximuscasenumber', 'caseNumber'],
  ['imrcasenumber', 'caseNumber'],
  ['dateassigned', 'dateAssigned'],
  ['dateofinjury', 'dateOfInjury'],
  ['decisiondate', 'decisionDate'],
  ['dated', 'decisionDate'],
  ['urdenialdate', 'urDenialDate'],
  ['urdecision', 'urDenialDate'],
  ['urdecisiondate', 'urDenialDate'],
  ['dateofurdenial', 'urDenialDate'],
  ['dateofurdecision', 'urDenialDate'],
  ['priority', 'priority'],
  ['application', 'applicationReceived'],
  ['applicationreceived', 'applicationReceived'],
  ['imrapplication', 'applicationReceived'],
  ['imrapplicationreceived', 'applicationReceived'],
  ['datereceived', 'applicationReceived'],
  ['received', 'applicationReceived'],
];

/** What finds the labels of the header table, and tells their fields. */
export interface HeaderTable {
  pattern: RegExp;
  /** Fields by {@link labelKey}. */
  fields: ReadonlyMap<string, HeaderFieldName>;
}

/** A label without what extractors and typists change: blanks, the colon, apostrophes, capitals. */
export function labelKey(label: string): string {
  return label.replace(/[\s:'’]+/g, '').toLowerCase();
}

/** The labels of the form that holds. An office's own label stands in place of all that are usual for its field. */
export const headerTable = forms.per(({ header }): HeaderTable => {
  const { standard } = forms;
  const own = headerFields.filter((name) => header[name] !== standard.header[name]);
  const usual = headerFields.filter((name) => !own.includes(name));
  const patterns = [...own.map((name) => patternOf(header[name])), ...usual.map((name) => printed[name])];
  return {
    pattern: new RegExp(patterns.join('|'), 'g'),
    fields: new Map([
      ...printedFields.filter(([, name]) => usual.includes(name)),
      ...own.map((name) => [labelKey(header[name]), name] as const),
    ]),
  };
});

/** An own label where a cell begins: "Date:" is none of the words of "Birth Date:", but may follow another's value. */
function patternOf(label: string): string {
  const words = label.trimEnd().replace(/:$/, '').trim().split(/\s+/);
  const text = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]"));
  return String.raw`(?<!\S|[^\s\d:] )${text.join(String.raw`\s+`)}\s*:`;
}

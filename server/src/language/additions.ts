import { type Knowledge, knowledge } from './catalog/index.ts';
import { library, type Passage } from './passages/index.ts';
import { type FormTables, forms, type OwnForm, ownTablesFor, tablesOf } from './syntax/index.ts';

/** What an office knows beyond the product. Plain data; one object for all letters of an office. */
export interface Additions {
  /** The catalog with the office's guidelines, and the guidelines read on this machine. */
  knowledge: Knowledge;
  /** The office's own letter forms. */
  forms: readonly OwnForm[];
  /** The passages that are offered, the office's own first. */
  passages: readonly Passage[];
}

/** What holds for one letter. */
export interface Holding {
  knowledge: Knowledge;
  form: FormTables;
  passages: readonly Passage[];
}

const standard: Holding = {
  knowledge: knowledge.standard,
  form: forms.standard,
  passages: library.standard,
};

/** What holds for a letter of an office: the form is told by the letter's own headings and labels. */
export function holdingFor(text: string, additions: Additions | undefined): Holding {
  if (!additions) return standard;
  return {
    knowledge: additions.knowledge,
    form: ownTablesFor(text, additions.forms) ?? forms.standard,
    passages: additions.passages,
  };
}

/** What holds for a letter that is being written: of an own form of the office, or of the standard form. */
export function holdingWith(form: OwnForm | undefined, additions: Additions | undefined): Holding {
  const { knowledge, passages } = additions ?? standard;
  return { knowledge, form: form ? tablesOf(form) : forms.standard, passages };
}

/** Makes it hold until the next call; gives what held before. */
export function hold(holding: Holding): Holding {
  return {
    knowledge: knowledge.enter(holding.knowledge),
    form: forms.enter(holding.form),
    passages: library.enter(holding.passages),
  };
}

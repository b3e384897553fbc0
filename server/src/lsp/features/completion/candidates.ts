import {
  type CompletionItem,
  type CompletionItemKind,
  InsertTextFormat,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';

/** Something that can complete what is being typed. */
export interface Candidate {
  label: string;
  /** What stands behind the label. */
  detail: string;
  documentation?: string;
  kind: CompletionItemKind;
  /** Marked wherever it is shown. */
  unverified: boolean;
  /** What is written, where it is more than the label. */
  text?: string;
  /** What else changes: the other side of a citation. */
  additional?: TextEdit[];
}

/** Candidates as completions in the given order, all for one range. */
export function itemsOf(candidates: readonly Candidate[], range: Range): CompletionItem[] {
  return candidates.map((candidate, index) => {
    const { label, detail, documentation, kind, unverified, text = label, additional } = candidate;
    const marked = unverified ? (detail === '' ? 'unverified' : `${detail} (unverified)`) : detail;
    return {
      label,
      ...(marked === '' ? {} : { labelDetails: { description: marked }, detail: marked }),
      ...(documentation === undefined ? {} : { documentation }),
      kind,
      sortText: String(index).padStart(4, '0'),
      filterText: label,
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: { range, newText: text },
      ...(additional === undefined || additional.length === 0 ? {} : { additionalTextEdits: additional }),
    };
  });
}

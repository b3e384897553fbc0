import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Finding } from '../../language/finding.ts';
import { textEdits } from '../convert.ts';
import type { CheckedLetter } from '../letters.ts';
import { diagnosticOf } from './diagnostics.ts';
import { insertCitationActions } from './insert-citation.ts';

/** Kind of the action that applies every certain fix of a letter. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.imr`;

/** Kinds that the server offers. */
export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind, CodeActionKind.RefactorRewrite];

/** Code actions for a range: fixes of the findings there, citation passages, and all certain fixes at once. */
export function codeActions(
  letter: CheckedLetter,
  params: CodeActionParams,
  rulePages: string | undefined,
): CodeAction[] {
  const { document } = letter;
  const only = params.context.only;
  const wants = (kind: string): boolean =>
    only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const start = document.offsetAt(params.range.start);
  const end = document.offsetAt(params.range.end);
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const finding of letter.findings) {
      if (finding.start <= end && finding.end >= start)
        actions.push(...quickFixes(letter, finding, rulePages));
    }
  }
  actions.push(...insertCitationActions(letter, start).filter(({ kind }) => wants(kind ?? '')));
  // Offered when asked for by name (on save, or from the menu), not in the light bulb of every line.
  if (only?.some((asked) => fixAllKind === asked || fixAllKind.startsWith(`${asked}.`))) {
    const edits = certainEdits(letter.findings);
    if (edits.length > 0) {
      actions.push({
        title: 'Apply all certain fixes',
        kind: fixAllKind,
        edit: workspaceEdit(document, edits),
      });
    }
  }
  return actions;
}

function quickFixes(letter: CheckedLetter, finding: Finding, rulePages: string | undefined): CodeAction[] {
  return finding.fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, letter.document, rulePages)],
    ...(fix.preferred ? { isPreferred: true } : {}),
    edit: workspaceEdit(letter.document, fix.edits),
  }));
}

/** Edits of one document, bound to the version that they were computed for. */
export function workspaceEdit(document: TextDocument, edits: readonly Edit[]): WorkspaceEdit {
  return {
    documentChanges: [
      {
        textDocument: { uri: document.uri, version: document.version },
        edits: textEdits(document, edits),
      },
    ],
  };
}

/** The certain fixes of a letter; where two touch the same text the first is taken, the other waits. */
export function certainEdits(findings: readonly Finding[]): Edit[] {
  const taken: Edit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find((candidate) => candidate.certain);
    if (!fix) continue;
    const overlaps = fix.edits.some((edit) =>
      taken.some((other) => edit.start <= other.end && edit.end >= other.start),
    );
    if (!overlaps) taken.push(...fix.edits);
  }
  return taken.sort((a, b) => a.start - b.start);
}

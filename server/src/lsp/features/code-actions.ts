import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { Edit, Finding } from '../../language/finding.ts';
import type { CheckedLetter } from '../letters.ts';
import type { ClientCommand } from '../protocol.ts';
import { addItemActions, addItemKind } from './add-item.ts';
import { diagnosticOf } from './diagnostics.ts';
import { workspaceEdit } from './edits.ts';
import { exceptActions } from './except.ts';
import { insertCitationActions } from './insert-citation.ts';
import { turnVerdictActions, turnVerdictKind } from './turn-verdict.ts';

/** Kind of the action that applies every certain fix of a letter. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.imr`;

/** Kinds that the server offers. */
export const codeActionKinds = [
  CodeActionKind.QuickFix,
  fixAllKind,
  CodeActionKind.RefactorRewrite,
  turnVerdictKind,
  addItemKind,
];

/** What code actions depend on beside the letter. */
export interface CodeActionOptions {
  rulePages: string | undefined;
  /** Whether the client takes tab stops in edits. */
  snippets: boolean;
  commands: ReadonlySet<ClientCommand>;
  /** Findings that diagnostics show now: only they are offered to be handled. */
  shown: readonly Finding[];
}

/**
 * Code actions for a range: fixes of the findings there and ways to except them, citation passages, turning or adding an
 * item, and all certain fixes at once.
 */
export function codeActions(
  letter: CheckedLetter,
  params: CodeActionParams,
  options: CodeActionOptions,
): CodeAction[] {
  const { document } = letter;
  const only = params.context.only;
  const wants = (kind: string): boolean =>
    only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const start = document.offsetAt(params.range.start);
  const end = document.offsetAt(params.range.end);
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const here = options.shown.filter((finding) => finding.start <= end && finding.end >= start);
    // Fixes of all findings first: what excepts a finding stands below what mends it.
    for (const finding of here) actions.push(...fixes(letter, finding, options.rulePages));
    for (const finding of here) {
      const diagnostic = diagnosticOf(finding, document, options.rulePages);
      actions.push(...exceptActions(letter, finding, diagnostic, options.commands));
    }
  }
  const others = [
    ...insertCitationActions(letter, start, options.snippets),
    ...turnVerdictActions(letter, start),
    ...addItemActions(letter, start, options.snippets),
  ];
  actions.push(...others.filter(({ kind }) => wants(kind ?? '')));
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

function fixes(letter: CheckedLetter, finding: Finding, rulePages: string | undefined): CodeAction[] {
  return finding.fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, letter.document, rulePages)],
    ...(fix.preferred ? { isPreferred: true } : {}),
    edit: workspaceEdit(letter.document, fix.edits),
  }));
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

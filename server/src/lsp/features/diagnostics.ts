import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { rulePage } from '../../language/checker.ts';
import type { Finding, Severity } from '../../language/finding.ts';
import { rangeIn } from '../convert.ts';
import type { Letters } from '../letters.ts';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding as the protocol has it. */
export function diagnosticOf(
  finding: Finding,
  document: TextDocument,
  rulePages: string | undefined,
): Diagnostic {
  return {
    range: rangeIn(document, finding),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(rulePages === undefined ? {} : { codeDescription: { href: rulePage(finding.rule, rulePages) } }),
    source: 'imr',
    message: finding.note === undefined ? finding.message : `${finding.message}\n${finding.note}`,
    relatedInformation: finding.related.map((related) => ({
      location: { uri: document.uri, range: rangeIn(document, related) },
      message: related.message,
    })),
  };
}

/** Diagnostics of a letter as they may be shown now. */
function diagnosticsOf(letters: Letters, document: TextDocument): Diagnostic[] {
  return letters.shown(document).map((finding) => diagnosticOf(finding, document, letters.rulePages));
}

/**
 * Serves diagnostics: clients that pull them ask, others get them pushed when a letter is opened, changed or saved.
 */
export class Diagnostics {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #letters: Letters;
  #pull = false;
  #refresh = false;

  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    letters: Letters,
    ready: () => Promise<unknown> | undefined,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#letters = letters;
    documents.onDidOpen(({ document }) => {
      letters.settle(document);
      this.#push(document);
    });
    documents.onDidChangeContent(({ document }) => this.#push(document));
    documents.onDidSave(({ document }) => {
      letters.settle(document);
      this.#push(document);
      // A client that pulls on change has already pulled for this version; tell it that there may be more now.
      if (this.#pull && this.#refresh && letters.run === 'onSave') this.#ask();
    });
    documents.onDidClose(({ document }) => {
      letters.close(document.uri);
      if (!this.#pull) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    });
    connection.languages.diagnostics.on(
      async ({ textDocument, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
        // Before the settings are known a rule that is off might flash up.
        await ready();
        // Nothing was found out: an empty report would wipe what the client shows.
        if (token.isCancellationRequested)
          throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
        const document = documents.get(textDocument.uri);
        if (!document) return { kind: 'full', items: [] };
        const items = diagnosticsOf(letters, document);
        const resultId = fingerprint(items);
        return resultId === previousResultId
          ? { kind: 'unchanged', resultId }
          : { kind: 'full', items, resultId };
      },
    );
  }

  /** Takes what the client can do. */
  initialize(capabilities: { pull: boolean; refresh: boolean }): void {
    this.#pull = capabilities.pull;
    this.#refresh = capabilities.refresh;
  }

  /** Shows all open letters anew, after a change of settings. */
  update(): void {
    if (this.#pull) {
      if (this.#refresh) this.#ask();
      return;
    }
    for (const document of this.#documents.all()) this.#push(document);
  }

  #ask(): void {
    // A client that vanished in the meantime needs no answer.
    this.#connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  #push(document: TextDocument): void {
    if (this.#pull) return;
    void this.#connection.sendDiagnostics({
      uri: document.uri,
      version: document.version,
      diagnostics: diagnosticsOf(this.#letters, document),
    });
  }
}

/** Same diagnostics, same fingerprint: lets a client keep what it shows. */
function fingerprint(items: readonly Diagnostic[]): string {
  let hash = 5381;
  for (const char of JSON.stringify(items)) hash = (Math.imul(hash, 33) ^ (char.codePointAt(0) ?? 0)) >>> 0;
  return `${items.length}-${hash.toString(36)}`;
}

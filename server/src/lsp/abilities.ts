import type { InitializeParams } from 'vscode-languageserver';
import type { ClientCommand, InitializationOptions } from './protocol.ts';

/** What the client can do, and what it told when it started the server. */
export interface ClientAbilities {
  /** Addresses of the workspace folders. */
  folders: readonly string[];
  /** It tells of workspace folders that come and go. */
  folderChanges: boolean;
  /** It answers questions for settings. */
  configuration: boolean;
  /** It can be asked to tell of changed settings. */
  configurationChanges: boolean;
  /** It can be asked to tell of changed files. */
  watchers: boolean;
  /** It pulls diagnostics. */
  pull: boolean;
  /** It can be asked to pull them again. */
  refresh: boolean;
  /** It can be asked to fetch inlay hints and code lenses again. */
  refreshHints: boolean;
  refreshLenses: boolean;
  /** It takes snippet syntax in completions. */
  completionSnippets: boolean;
  /** It takes snippet syntax in edits. */
  editSnippets: boolean;
  /** Its editor offers the snippet file itself. */
  ownSnippets: boolean;
  commands: ReadonlySet<ClientCommand>;
  /** It answers for files of the workspace. */
  files: boolean;
}

/** A client that can do nothing. */
export const noAbilities: ClientAbilities = {
  folders: [],
  folderChanges: false,
  configuration: false,
  configurationChanges: false,
  watchers: false,
  pull: false,
  refresh: false,
  refreshHints: false,
  refreshLenses: false,
  completionSnippets: false,
  editSnippets: false,
  ownSnippets: false,
  commands: new Set(),
  files: false,
};

const clientCommands: readonly ClientCommand[] = ['imr.nextFinding', 'imr.dismiss'];

/** Reads what the client says of itself; ill-typed parts of its options count as missing. */
export function readAbilities(params: InitializeParams): ClientAbilities {
  const { workspace, textDocument } = params.capabilities;
  const options = readOptions(params.initializationOptions);
  return {
    folders: foldersOf(params),
    folderChanges: workspace?.workspaceFolders === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    pull: textDocument?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    refreshHints: workspace?.inlayHint?.refreshSupport === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    completionSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    editSnippets:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.snippetEditSupport === true,
    ownSnippets: options.snippets === 'editor',
    commands: new Set(clientCommands.filter((command) => options.commands?.includes(command))),
    files: options.files === true,
  };
}

function foldersOf({ workspaceFolders, ...params }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return 'rootUri' in params && typeof params.rootUri === 'string' ? [params.rootUri] : [];
}

function readOptions(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  const { snippets, commands, files } = value as Record<string, unknown>;
  return {
    ...(snippets === 'editor' ? { snippets } : {}),
    ...(Array.isArray(commands) ? { commands } : {}),
    ...(files === true ? { files } : {}),
  };
}

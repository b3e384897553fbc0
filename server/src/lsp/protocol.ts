/**
 * What client and server say to each other beyond the Language Server Protocol. Types only: both sides import them,
 * neither the other's code. Methods are named beside their types; positions and ranges are those of the protocol.
 */
import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver';
import type { HeaderFieldName } from '../language/syntax/index.ts';

/** Commands that a client may have; the server names them in code lenses and code actions where it was told of them. */
export type ClientCommand =
  /** Goes to the next finding. Arguments: uri of the letter, position to start from. */
  | 'imr.nextFinding'
  /** Asks for a reason, then executes `imr.server.dismiss`. Arguments: uri, key of the finding. */
  | 'imr.dismiss';

/** Commands that the server executes (`workspace/executeCommand`). */
export type ServerCommand =
  /** Arguments: uri, key of the finding, reason (may be left out). */
  | 'imr.server.dismiss'
  /** Takes a dismissal back. Arguments: uri, key of the finding. */
  | 'imr.server.restore'
  /** Arguments: uri, word, {@link DictionaryScope}. */
  | 'imr.server.addWord'
  /** Arguments: uri, word, {@link DictionaryScope}. */
  | 'imr.server.removeWord';

/** Whose word list: the user's own, or the one in the workspace folder. */
export type DictionaryScope = 'user' | 'workspace';

/** `initializationOptions` of the `initialize` request; every part may be left out. */
export interface InitializationOptions {
  /**
   * `editor`: the editor loads `snippets/imr.json` itself. The server then offers the passages that fit the item by their
   * titles, and none while `imr…` is being typed, where the editor's own snippets stand.
   */
  snippets?: 'editor';
  commands?: ClientCommand[];
  /** The client answers {@link ReadFileParams} and {@link WriteFileParams}: folders that no file system of the server has. */
  files?: boolean;
}

/** Files of the product in a workspace folder, or the user's own. */
export type ProductFile = '.imr/dismissed.json' | '.imr/dictionary.txt';

/** `imr/readFile`, to the client. Answer: the text, or null where there is no such file. */
export interface ReadFileParams {
  /** Address of the workspace folder; null for the user's own file (the extension's storage). */
  folder: string | null;
  /** A {@link ProductFile}, or a file that settings of the folder name; it never leads out of the folder. */
  path: string;
}

/** `imr/listFiles`, to the client. Answer: the names of the files of a folder, or null where there is no such folder. */
export interface ListFilesParams {
  /** Address of the workspace folder. */
  folder: string;
  /** The folder below it. */
  path: string;
}

/** `imr/writeFile`, to the client: whole and at once, folders made as needed. Answer: null; an error where it failed. */
export interface WriteFileParams {
  folder: string | null;
  path: ProductFile;
  text: string;
}

/** `imr/status`, notification to the client, when something of it changes. */
export interface StatusParams {
  /** The dictionary of the words check: `off` by the settings, `missing` where it could not be loaded. */
  dictionary: 'loading' | 'ready' | 'missing' | 'off';
}

/** `imr/setChecking`, notification to the server: turns checking of one letter off or on, until it is closed. */
export interface SetCheckingParams {
  uri: string;
  enabled: boolean;
}

/** Severity of a finding. */
export type FindingSeverity = 'error' | 'warning' | 'information' | 'hint';

/** `imr/findings`, request. Answer: {@link FindingEntry} list in order of place; null for a letter that is not open. */
export interface FindingsParams {
  uri: string;
}

/** A finding, dismissed ones among them. */
export interface FindingEntry {
  /** Names the finding in commands. */
  key: string;
  rule: string;
  severity: FindingSeverity;
  message: string;
  note?: string;
  range: Range;
  /** Whether diagnostics show it now; with `imr.check.run: onSave` new findings wait for a save. */
  shown: boolean;
  /** Where it was dismissed: why, and on which day (`YYYY-MM-DD`). */
  dismissed?: { reason: string; date: string };
}

/** `imr/timeline`, request. Answer: {@link Timeline}; null for a letter that is not open. */
export interface TimelineParams {
  uri: string;
}

/** The case as a line of dated events, in order of time. */
export interface Timeline {
  /** Version of the letter that ranges count in. */
  version: number;
  events: TimelineEvent[];
  /** Findings about dates that belong to no event: impossible dates, missing ones. */
  conflicts: TimelineConflict[];
}

/** Something that happened on a day. */
export interface TimelineEvent {
  /** Day, `YYYY-MM-DD`. */
  iso: string;
  /** Identifier of the role, such as `ur`. */
  role: string;
  /** The role in words, such as "utilization review decision". */
  title: string;
  /** Whole days since the event before; left out for the first. */
  daysSincePrevious?: number;
  /** Whether any mention of it is more than a guess. */
  certain: boolean;
  mentions: TimelineMention[];
  /** Findings about dates that speak of a mention of it. */
  conflicts: TimelineConflict[];
}

/** A place that dates an event. */
export interface TimelineMention {
  range: Range;
  /** The date as printed. */
  text: string;
  /** The section in words, "Clinical case summary". */
  section: string;
  /** Number of the disputed item, where it stands in one. */
  item?: number;
  /** How the role is known: "told by the words …". */
  how: string;
}

/** A finding that an event takes part in. */
export interface TimelineConflict {
  severity: FindingSeverity;
  rule: string;
  message: string;
  range: Range;
  key: string;
}

/** `imr/passages`, request. Answer: {@link PassageEntry} list, best first. */
export interface PassagesParams {
  /** The letter and the place to insert at: passages for its item come first. */
  uri?: string;
  position?: Position;
  /** Words to find: topic, drug, guideline, page ("page 64"). Empty for everything that fits. */
  query?: string;
}

/** A passage or a page of the catalog that can be inserted. */
export interface PassageEntry {
  id: string;
  title: string;
  description: string;
  /** How its citation is known; left out where it cites nothing. */
  basis?: string;
  /** True where no source that was read confirms the page. */
  unverified: boolean;
  /** Whether it is made for the item at the place, or for its verdict. */
  fits: boolean;
  /** The text with placeholders in brackets. */
  text: string;
}

/** `imr/insertPassage`, request. Answer: {@link InsertPassageResult}; null where letter or passage are unknown. */
export interface InsertPassageParams {
  uri: string;
  position: Position;
  /** Identifier from {@link PassageEntry}. */
  id: string;
}

export interface InsertPassageResult {
  /** Sentence and guideline line in one edit; with tab stops where the client takes snippet edits. */
  edit: WorkspaceEdit;
}

/** `imr/letterForms`, request. Answer: {@link LetterFormEntry} list, empty where the office has no form of its own. */
export interface LetterFormsParams {
  /** The letter, which need not be open; an unsaved one where it is left out. */
  uri?: string;
}

/** A letter form of an office. */
export interface LetterFormEntry {
  name: string;
  /** The line that only letters of this form have. */
  title?: string;
  /** Fields of the header table that a new letter of this form has; none where it has no header. */
  fields: HeaderFieldName[];
}

/** `imr/newLetter`, request. Answer: {@link NewLetterResult}. */
export interface NewLetterParams {
  /** With or without the header table. */
  form?: 'with-header' | 'without-header';
  /** Name of an own form from {@link LetterFormEntry}, in place of `form`. */
  own?: string;
  /** The letter that it is written into; an unsaved one where it is left out. */
  uri?: string;
  /** Disputed items, one a line, as pasted: numbers and bullets are taken off, a verdict at the end is read. */
  items: string;
  /** Verdicts by item; the last one holds for the rest, `Upheld` where none is given. */
  verdicts?: ('Upheld' | 'Overturned')[];
  /** Dates as they shall be printed. */
  dates?: {
    injury?: string;
    request?: string;
    ur?: string;
    application?: string;
    assigned?: string;
    decision?: string;
  };
  caseNumber?: string;
  priority?: 'Standard' | 'Expedited';
  /** State or states of licensure of the reviewer, as they shall be printed. */
  licensure?: string;
  /** Specialty of the reviewer, as it shall be printed. */
  specialty?: string;
}

export interface NewLetterResult {
  /** The letter in snippet syntax, with a tab stop wherever judgement is needed. */
  snippet: string;
  /** The same as plain text with placeholders in brackets. */
  text: string;
  /** The items that were read, for the client to show. */
  items: { request: string; verdict: 'Upheld' | 'Overturned' }[];
}

/** `imr/addItem`, request. Answer: {@link AddItemResult}; null for a letter without a section for disputed items. */
export interface AddItemParams {
  uri: string;
  /** The items are written after the one at this place, else after the last. */
  position: Position;
  /** As in {@link NewLetterParams}. */
  items: string;
  verdicts?: ('Upheld' | 'Overturned')[];
}

export interface AddItemResult {
  /** The items in one edit; with tab stops where the client takes snippet edits. */
  edit: WorkspaceEdit;
}

/** `imr/letterParts`, request. Answer: the parts of an open letter as a typist sets them; null where it is not open. */
export interface LetterPartsParams {
  uri: string;
}

/** `imr/guidelines`, request. Answer: every {@link GuidelineEntry}; null where the server runs on no machine of its own. */
export interface GuidelineEntry {
  id: string;
  /** Name with year, as the form prints it. */
  title: string;
  /** The office's own copy, where it was read on this machine. */
  read?: { file: string; pages: number; topics: number };
}

/** `imr/addGuideline`, request: reads an office's own copy. Answer: null; an error with one sentence where it failed. */
export interface AddGuidelineParams {
  /** Path of the PDF on the machine that the server runs on. */
  file: string;
  id: string;
  /** The sheet that is page 1, for files on which no page numbers are printed. */
  pageOne?: number;
}

/** `imr/removeGuideline`, request: forgets what was read; the file stays. Answer: null. */
export interface RemoveGuidelineParams {
  id: string;
}

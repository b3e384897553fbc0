/** The case timeline: a view beside the letter that follows its edits. */
import {
  commands,
  type Disposable,
  type TextDocument,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { activeLetter, isLetter } from '../letter.ts';
import type { LetterServer } from '../server.ts';
import { type Rendered, renderNothing, renderTimeline } from './render.ts';

const TYPE = 'imr.timeline';
/** A pause in typing after which the view is drawn anew, in milliseconds. */
const PAUSE_MS = 250;

/** What the page sends: the button that was pressed, or that it is ready to be filled. */
type Message = { type: 'ready' } | { type: 'go'; target: number };

/** One panel for the window; it shows the letter that was last worked on. */
export class TimelineView implements Disposable {
  readonly #extensionUri: Uri;
  readonly #server: LetterServer;
  readonly #listeners: Disposable[];
  #panel: WebviewPanel | undefined;
  #letter: TextDocument | undefined;
  #targets: Rendered['targets'] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(extensionUri: Uri, server: LetterServer) {
    this.#extensionUri = extensionUri;
    this.#server = server;
    this.#listeners = [
      commands.registerCommand('imr.showTimeline', () => this.#show()),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor && isLetter(editor.document)) this.#follow(editor.document);
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#letter) this.#drawSoon(PAUSE_MS);
      }),
      workspace.onDidSaveTextDocument((document) => {
        if (document === this.#letter) this.#drawSoon(0);
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (document === this.#letter) this.#follow(undefined);
      }),
      // After a reload of the window the panel is there again, and empty.
      window.registerWebviewPanelSerializer(TYPE, {
        deserializeWebviewPanel: async (panel) => {
          this.#letter = window.visibleTextEditors.find(({ document }) => isLetter(document))?.document;
          this.#adopt(panel);
        },
      }),
    ];
  }

  #show(): void {
    const letter = activeLetter()?.document;
    if (!letter) return;
    this.#letter = letter;
    if (this.#panel) {
      this.#panel.reveal(undefined, false);
      this.#drawSoon(0);
      return;
    }
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: false };
    this.#adopt(window.createWebviewPanel(TYPE, 'Case Timeline', column, { enableFindWidget: true }));
  }

  #adopt(panel: WebviewPanel): void {
    this.#panel = panel;
    const folders = ['client/media', 'dist/webview'].map((path) => Uri.joinPath(this.#extensionUri, path));
    panel.webview.options = { enableScripts: true, localResourceRoots: folders };
    panel.webview.onDidReceiveMessage((message: Message) => {
      if (message.type === 'ready') void this.#draw();
      else void this.#go(message.target);
    });
    panel.onDidChangeViewState(() => {
      if (panel.visible) this.#drawSoon(0);
    });
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    panel.webview.html = page(panel.webview, this.#extensionUri);
  }

  #follow(letter: TextDocument | undefined): void {
    if (letter === this.#letter) return;
    this.#letter = letter;
    this.#drawSoon(0);
  }

  #drawSoon(pause: number): void {
    clearTimeout(this.#timer);
    if (this.#panel?.visible) this.#timer = setTimeout(() => void this.#draw(), pause);
  }

  async #draw(): Promise<void> {
    const letter = this.#letter;
    // A server that is starting again answers the next time; until then the view stays as it was.
    const timeline =
      letter && (await this.#server.timeline({ uri: letter.uri.toString() }).catch(() => undefined));
    if (letter !== this.#letter || timeline === undefined) {
      if (letter !== undefined || this.#letter !== undefined) return;
    }
    const { html, targets } =
      letter && timeline ? renderTimeline(timeline, nameOf(letter)) : { html: renderNothing(), targets: [] };
    this.#targets = targets;
    await this.#panel?.webview.postMessage({ html });
  }

  async #go(index: number): Promise<void> {
    const target = this.#targets[index];
    if (!this.#letter || !target) return;
    const shown = window.visibleTextEditors.find(({ document }) => document === this.#letter);
    const selection = this.#server.range(target);
    await window.showTextDocument(this.#letter, {
      selection,
      viewColumn: shown?.viewColumn ?? ViewColumn.One,
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#panel?.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }
}

function nameOf({ uri, isUntitled }: TextDocument): string {
  const name = uri.path.split('/').at(-1) ?? uri.path;
  return isUntitled ? `${name}, not saved yet` : name;
}

/** The page: nothing is loaded but its own style and script, nothing is fetched. */
function page(webview: Webview, extensionUri: Uri): string {
  const nonce = crypto.randomUUID();
  const address = (path: string) => webview.asWebviewUri(Uri.joinPath(extensionUri, path)).toString();
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}';">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('client/media/timeline.css')}">
<title>Case timeline</title>
</head>
<body>
<main></main>
<script nonce="${nonce}" src="${address('dist/webview/timeline.js')}"></script>
</body>
</html>`;
}

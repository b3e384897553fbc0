/** Links to pages of an office's own copies of guidelines. */
import { type DocumentLink, env, Uri, window } from 'vscode';

/** Command that opens a page; its argument is the address of the file with the page as its fragment. */
export const OPEN_PAGE = 'imr.openGuidelinePage';

/**
 * Links as the editor shows them: it has no reader of PDFs, so that pages of guidelines are opened by a command.
 *
 * @param links what the server gave
 */
export function withPageCommand(links: DocumentLink[] | null | undefined): DocumentLink[] | null | undefined {
  for (const link of links ?? []) {
    const { target } = link;
    if (target?.scheme !== 'file' || !target.fragment.startsWith('page=')) continue;
    const argument = encodeURIComponent(JSON.stringify([target.toString()]));
    link.target = Uri.parse(`command:${OPEN_PAGE}?${argument}`);
  }
  return links;
}

/** Opens a file at a page in the reader that the system has for it, or says where it lies. */
export async function openPage(address: string | undefined): Promise<void> {
  if (address === undefined) return;
  const uri = Uri.parse(address);
  if (env.remoteName === undefined && (await env.openExternal(uri))) return;
  const page = uri.fragment.replace('page=', 'sheet ');
  void window.showInformationMessage(`${uri.fsPath}, ${page}: open it in a reader of PDFs.`);
}

/** Where converted documents go: beside their original, never over a file that is there. */
import { FileSystemError, Uri, WorkspaceEdit, workspace } from 'vscode';

/** The address of a file with another ending: `a.imr.txt` and `.docx` give `a.docx`; with a number `a-2.docx`. */
export function beside(uri: Uri, ending: string, number = 1): Uri {
  const stem = nameOf(uri).replace(/(?:\.imr\.txt|\.[^.]*)$/i, '');
  return Uri.joinPath(uri, '..', `${stem}${number > 1 ? `-${number}` : ''}${ending}`);
}

/** The first such address at which nothing is. */
export async function freeBeside(uri: Uri, ending: string): Promise<Uri> {
  for (let number = 1; ; number++) {
    const place = beside(uri, ending, number);
    if (!(await exists(place))) return place;
  }
}

/** Whether there is a file or folder. */
export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

/** Makes a file. Gives false where one is there already or none can be made; nothing is ever written over. */
export async function createFile(uri: Uri, contents: Uint8Array): Promise<boolean> {
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return false;
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents });
  return workspace.applyEdit(edit).then(
    (done) => done,
    () => false,
  );
}

/** The name of a file, without its folders. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from './arguments.ts';

const execute = promisify(execFile);

/**
 * Absolute paths of files that git sees as changed, staged, or new in the repository that holds a folder.
 *
 * @param since also those that were committed since the history left this branch, tag or commit
 * @throws {UsageError} where there is no git, no repository, or no such commit.
 */
export async function changedFiles(cwd: string, since?: string): Promise<ReadonlySet<string>> {
  const root = (await git(['rev-parse', '--show-toplevel'], cwd)).replace(/\r?\n$/, '');
  const entries = (await git(['status', '--porcelain=v1', '-z', '--untracked-files=all'], cwd)).split('\0');
  const changed = new Set<string>();
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] ?? '';
    if (entry === '') continue;
    // A rename has a second entry: the old name.
    if (/^[RC]|^.[RC]/.test(entry)) i++;
    changed.add(resolve(root, entry.slice(3)));
  }
  for (const path of since === undefined ? [] : await committedSince(since, cwd))
    changed.add(resolve(root, path));
  // Git gives real paths; the letters may be reached through a link.
  const real = await realpath(cwd);
  if (real !== cwd) {
    for (const path of [...changed]) if (path.startsWith(real)) changed.add(cwd + path.slice(real.length));
  }
  return changed;
}

/** Files that exist and differ from the commit where the history left another; their paths are seen from the repository. */
async function committedSince(commit: string, cwd: string): Promise<string[]> {
  const known = commit.startsWith('-')
    ? undefined
    : await git(['rev-parse', '--verify', '--quiet', `${commit}^{commit}`], cwd).catch(() => undefined);
  if (known === undefined) throw new UsageError(`--since: git knows no commit, branch or tag "${commit}".`);
  const range = `${known.trim()}...HEAD`;
  const options = ['--name-only', '--diff-filter=d', '--no-ext-diff', '--no-textconv', '--no-renames', '-z'];
  return (await git(['diff', ...options, range], cwd)).split('\0').filter((path) => path !== '');
}

/** What a repository could have git run while it looks: its file monitor, and hooks when git writes the index. */
const harmless = ['--no-optional-locks', '-c', 'core.fsmonitor=false'];

async function git(args: string[], folder: string): Promise<string> {
  try {
    const { stdout } = await execute('git', ['-C', folder, ...harmless, ...args], {
      // Windows looks for programs in the working folder first, which must not be the one with the letters.
      cwd: dirname(process.execPath),
      maxBuffer: 256 * 1024 * 1024,
      encoding: 'utf8',
    });
    return stdout;
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new UsageError(
      missing
        ? '--changed needs git, which is not installed.'
        : '--changed works in a git repository only; leave it out, or run git init first.',
    );
  }
}

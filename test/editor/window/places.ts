/** Where letters lie: several folders, none of them trusted, one that cannot be written; and a server that is killed. */
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib.ts';
import type { Tests } from '../suite/runner.ts';
import { answer, openLetter, pressUntilVisible, runCommand, until, type Window, warnings } from './hands.ts';

const FIXTURES = join(ROOT, 'test/editor/fixtures');

/** Makes two folders of letters, the second without a place for the product's files. Gives the workspace file. */
export async function twoFolders(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  for (const name of ['north', 'south']) await mkdir(join(folder, name), { recursive: true });
  await copyFile(join(FIXTURES, 'case.imr'), join(folder, 'north/north.imr'));
  await copyFile(join(FIXTURES, 'slips.imr'), join(folder, 'north/slips.imr'));
  await copyFile(join(FIXTURES, 'case.imr'), join(folder, 'south/south.imr'));
  // No user, not even root, can make a folder where a file stands.
  await writeFile(join(folder, 'south/.imr'), '');
  const workspace = join(folder, 'letters.code-workspace');
  await writeFile(workspace, JSON.stringify({ folders: [{ path: 'north' }, { path: 'south' }] }));
  return workspace;
}

/** Tests in the workspace of {@link twoFolders}; `home` is that of the editor. */
export function placeTests({ page, folder, keep }: Window, home: string): Tests {
  const errors = page.getByRole('button', { name: 'Errors: 1' }).first();
  const notification = (text: string | RegExp) =>
    page.locator('.notifications-toasts').getByText(text).first();
  const dismissOnly = async (reason: string) => {
    await pressUntilVisible(
      page,
      'F8',
      page.locator('.marker-widget').getByText('September 24, 2015').first(),
    );
    await page.keyboard.press('Alt+i');
    await page.keyboard.press('d');
    await answer(page, /Why is it no slip/, reason);
  };
  return {
    'in Restricted Mode, letters of several folders are checked, and a dismissal holds in its folder':
      async () => {
        await page
          .getByRole('button', { name: /Restricted Mode/ })
          .first()
          .waitFor();
        await openLetter(page, 'south.imr');
        await warnings(page, 1);
        await openLetter(page, 'north.imr');
        await warnings(page, 2);
        await dismissOnly('Two visits');
        await warnings(page, 1);
        await keep('21-restricted');
        const kept = JSON.parse(await readFile(join(folder, 'north/.imr/dismissed.json'), 'utf8')) as {
          dismissed: unknown[];
        };
        assert.equal(kept.dismissed.length, 1);
      },

    'in a folder that cannot be written, a dismissal holds until the editor closes, which is said':
      async () => {
        await openLetter(page, 'south.imr');
        await dismissOnly('Two visits');
        await notification(
          /Kept until the editor closes only: \.imr\/dismissed\.json could not be written/,
        ).waitFor();
        await warnings(page, 0);
        await keep('22-not-kept');
        assert.equal(await readFile(join(folder, 'south/.imr'), 'utf8'), '');
        await runCommand(page, 'Notifications: Clear All Notifications');
      },

    'the server is killed in the middle of an edit: nothing is lost; after five times it says that it gives up':
      async () => {
        await openLetter(page, 'slips.imr');
        await errors.waitFor();
        await page.keyboard.press('Control+End');
        await page.keyboard.type('Not saved yet.');
        const typed = page.locator('.view-line').filter({ hasText: 'Not saved yet.' });
        let killed = 0;
        for (let kill = 1; kill <= 5; kill++) {
          const running = () => servers(home).filter((id) => id !== killed);
          await until(async () => running().length === 1);
          await errors.waitFor();
          [killed = 0] = running();
          process.kill(killed, 'SIGKILL');
          await page.keyboard.type('!');
          await errors.waitFor({ state: 'hidden' });
        }
        await notification(/ended 5 times .* Letters are not being checked/).waitFor();
        await keep('23-given-up');
        await typed.filter({ hasText: 'yet.!!!!!' }).waitFor();
        assert.deepEqual(servers(home), []);
        await runCommand(page, 'Notifications: Clear All Notifications');
        await runCommand(page, 'IMR: Restart Language Server');
        await errors.waitFor();
        await page.keyboard.press('Control+S');
        await page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
        assert.match(await readFile(join(folder, 'north/slips.imr'), 'utf8'), /Not saved yet\.!!!!!/);
      },
  };
}

/** The language servers of the editor with a home. */
function servers(home: string): number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return list.split('\n').flatMap((line) => {
    const [, pid, args] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return args?.includes(join(home, 'extensions')) && args.includes('dist/start-server.js')
      ? [Number(pid)]
      : [];
  });
}

/** What a person's hands do in the editor's window. */
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The window, and where its screenshots go. */
export interface Window {
  page: Page;
  /** Folder of the letters on disk. */
  folder: string;
  /** Keeps a picture of the window, or of a part of it, under a name. */
  keep(name: string): Promise<void>;
}

/** A window that keeps its screenshots in a folder. */
export function windowOf(page: Page, folder: string, screenshots: string): Window {
  const keep = async (name: string) => {
    await page.screenshot({ path: join(screenshots, `${name}.png`) });
  };
  return { page, folder, keep };
}

/** Presses keys again, as a person would, when the editor was still busy with the click before and lost them. */
export async function pressUntilVisible(page: Page, keys: string, awaited: Locator): Promise<void> {
  for (let attempt = 1; attempt < 5; attempt++) {
    await page.keyboard.press(keys);
    const shown = await awaited.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
    if (shown) return;
  }
  await awaited.waitFor();
}

/** The box at the top of the window in which commands and quick inputs are typed. */
export function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget');
}

/** Opens a quick input by its keys and types into it; again where the one before was still closing. */
async function typeInto(page: Page, keys: string, text: string): Promise<void> {
  const box = quickInput(page).locator('input[type="text"]').first();
  for (let attempt = 1; ; attempt++) {
    await page.keyboard.press(keys);
    try {
      await box.fill(text, { timeout: 2_000 });
      if ((await box.inputValue({ timeout: 1_000 })) === text && (await box.isVisible())) return;
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}

/** Runs a command through the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await typeInto(page, 'F1', `>${title}`);
  await quickInput(page).getByRole('option').filter({ hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Chooses an entry of the menu that is opening: a menu takes no click in its first moments. */
export async function chooseInMenu(page: Page, title: string): Promise<void> {
  const entry = page.getByRole('menuitem', { name: title });
  await entry.waitFor();
  for (let attempt = 1; attempt < 8; attempt++) {
    await entry.click({ timeout: 2_000 }).catch(() => undefined);
    const gone = await entry.waitFor({ state: 'hidden', timeout: 1_500 }).then(
      () => true,
      () => false,
    );
    if (gone) return;
  }
  throw new Error(`the menu did not take "${title}"`);
}

/** Answers the quick input that shows the given title, question or placeholder. */
export async function answer(page: Page, question: string | RegExp, text: string): Promise<void> {
  const widget = quickInput(page);
  await asked(page, question).waitFor();
  await widget.locator('input[type="text"]').first().fill(text);
  await page.keyboard.press('Enter');
}

/** The quick input that asks something: by its title, its message, or the placeholder of its box. */
export function asked(page: Page, question: string | RegExp): Locator {
  const widget = quickInput(page);
  return widget.getByText(question).or(widget.getByPlaceholder(question)).first();
}

/** Opens a letter of the folder with the keyboard, and waits until its text is there. */
export async function openLetter(page: Page, name: string): Promise<void> {
  const tab = page.locator('.tab.active').filter({ hasText: name });
  const row = quickInput(page).locator('.monaco-list-row.focused').filter({ hasText: name }).first();
  const within = (element: Locator): Promise<boolean> =>
    element.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  for (let attempt = 1; attempt < 6; attempt++) {
    await typeInto(page, 'Control+P', name);
    // The list may still show what was opened before while it searches, and not yet a file that is new.
    if (await within(row)) await page.keyboard.press('Enter');
    else await page.keyboard.press('Escape');
    if (await within(tab)) break;
  }
  await tab.waitFor();
  await page.locator('.editor-group-container.active .view-line').first().waitFor();
}

/** Puts the cursor at the start of a line. */
export async function goTo(page: Page, line: number): Promise<void> {
  await typeInto(page, 'Control+G', `:${line}`);
  await page.keyboard.press('Enter');
  await quickInput(page).waitFor({ state: 'hidden' });
}

/** Resolves when the status bar counts so many warnings of all letters. */
export async function warnings(page: Page, count: number): Promise<void> {
  const name = count === 0 ? /No Problems/ : new RegExp(`Warnings: ${count}`);
  await page.getByRole('button', { name }).first().waitFor();
}

/** Resolves when a condition holds that the window does not show, such as the text of a file. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  for (
    const end = Date.now() + 15_000;
    Date.now() < end;
    await new Promise((resolve) => setTimeout(resolve, 50))
  ) {
    if (await condition()) return;
  }
  throw new Error('the condition did not come to hold within 15 s');
}

/** The content of the only webview on the screen. */
export function webview(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

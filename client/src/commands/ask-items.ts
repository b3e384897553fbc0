/** Questions about disputed items. */
import { env, type QuickPickItem, ThemeIcon, UIKind, window } from 'vscode';
import { itemsOfList, pastedList } from './item-list.ts';

/** A verdict of the form. */
export type Verdict = 'Upheld' | 'Overturned';

/** Where a question stands in a row of them. */
export interface Step {
  title: string;
  step: number;
  totalSteps: number;
}

/**
 * The disputed items, one each, separated by semicolons; the list of the application can be pasted although the box has
 * one line only.
 * @returns undefined where the user gave up
 */
export async function askForItems(step: Step): Promise<string[] | undefined> {
  const box = window.createInputBox();
  Object.assign(box, step);
  box.prompt = 'Several items: separate them by semicolons, or paste the list of the application.';
  box.placeholder = 'For example: Baclofen 10 mg #45; MRI of the lumbar spine';
  box.ignoreFocusOut = true;
  box.buttons = [{ iconPath: new ThemeIcon('clippy'), tooltip: 'Paste the list on the clipboard' }];
  return new Promise((resolve) => {
    let before = '';
    let done: string[] | undefined;
    box.onDidTriggerButton(async () => {
      box.value = itemsOfList(await clipboard()).join('; ');
    });
    box.onDidChangeValue(async (value) => {
      box.validationMessage = undefined;
      const pasted = value.length > before.length + 20;
      before = value;
      if (!pasted) return;
      // A browser asks the user, or complains, when the clipboard is read; there the button above is the way.
      const list = pastedList(value, env.uiKind === UIKind.Desktop ? await clipboard() : '');
      if (list !== undefined && box.value === value) box.value = list;
    });
    box.onDidAccept(() => {
      const items = itemsOfList(box.value.replaceAll(';', '\n'));
      if (items.length === 0) {
        box.validationMessage = 'A letter decides at least one item.';
        return;
      }
      done = items;
      box.hide();
    });
    box.onDidHide(() => {
      box.dispose();
      resolve(done);
    });
    box.show();
  });
}

/** The text on the clipboard; nothing where it cannot be read. */
async function clipboard(): Promise<string> {
  try {
    return await env.clipboard.readText();
  } catch {
    return '';
  }
}

/**
 * A verdict for each item, asked at once.
 * @returns undefined where the user gave up
 */
export async function askForVerdicts(items: readonly string[], step: Step): Promise<Verdict[] | undefined> {
  const pick = window.createQuickPick<QuickPickItem>();
  Object.assign(pick, step);
  pick.placeholder = 'Tick the items that are overturned; the others are upheld';
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.items = items.map((label) => ({ label }));
  return new Promise((resolve) => {
    let done: Verdict[] | undefined;
    pick.onDidAccept(() => {
      done = pick.items.map((item) => (pick.selectedItems.includes(item) ? 'Overturned' : 'Upheld'));
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(done);
    });
    pick.show();
  });
}

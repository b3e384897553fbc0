/** Questions about disputed items. */
import { env, type QuickPickItem, ThemeIcon, window } from 'vscode';
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
 * The disputed items, one each. A list on the clipboard, as copied from the application, is proposed; a list pasted
 * into the box is taken apart although the box has one line only.
 * @returns undefined where the user gave up
 */
export async function askForItems(step: Step): Promise<string[] | undefined> {
  const box = window.createInputBox();
  Object.assign(box, step);
  box.prompt = 'Several items: separate them by semicolons, or paste the list of the application.';
  box.placeholder = 'For example: Baclofen 10 mg #45; MRI of the lumbar spine';
  box.ignoreFocusOut = true;
  box.buttons = [{ iconPath: new ThemeIcon('clippy'), tooltip: 'Paste the list on the clipboard' }];
  const clipboard = async () => (await env.clipboard.readText().then(itemsOfList, () => [])).join('; ');
  return new Promise((resolve) => {
    let before = '';
    let done: string[] | undefined;
    box.onDidTriggerButton(async () => {
      box.value = await clipboard();
    });
    box.onDidChangeValue(async (value) => {
      box.validationMessage = undefined;
      const pasted = value.length > before.length + 20;
      before = value;
      if (!pasted) return;
      const list = pastedList(value, await env.clipboard.readText().then(undefinedIfEmpty, () => undefined));
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

const undefinedIfEmpty = (text: string): string | undefined => (text === '' ? undefined : text);

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

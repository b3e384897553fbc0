/** Hands on the keyboard that count what they press. */
import type { Page } from 'playwright-core';

/** A keyboard with a counter: every key that is pressed down counts, modifiers among them. */
export interface Keys {
  /** Types a text: one keystroke a character, as for the text that it is compared with. */
  type(text: string): Promise<void>;
  /** Presses keys one after the other; `Control+Space` are two keystrokes. */
  press(...keys: string[]): Promise<void>;
  readonly count: number;
}

/** The keyboard of a page. */
export function keysOf({ keyboard }: Page): Keys {
  let count = 0;
  return {
    async type(text) {
      count += text.length;
      await keyboard.type(text, { delay: 5 });
    },
    async press(...keys) {
      for (const key of keys) {
        count += key.split('+').length;
        await keyboard.press(key);
      }
    },
    get count() {
      return count;
    },
  };
}

import {
  type CompletionContext,
  type CompletionItem,
  CompletionTriggerKind,
  type Position,
} from 'vscode-languageserver';
import type { CheckedLetter } from '../letters.ts';
import { itemAt } from '../places.ts';
import { contextAt } from './completion/context.ts';
import { guidelineCompletions, sectionCompletions } from './completion/guideline-line.ts';
import { pageCompletions } from './completion/pages.ts';
import { type PassageOptions, passageCompletions } from './completion/passages.ts';
import { regulationCompletions } from './completion/regulations.ts';

/** Characters after which a client asks by itself: what ends "page ", "MTUS ", "Section(s): " and "9792.". */
export const completionTriggers = [' ', '.'];

/**
 * Completions at a place: pages, guidelines, sections and regulations where the words before the cursor ask for them,
 * else passages. After a mere blank or full stop passages are not offered: that is typing on, not asking.
 */
export function completions(
  letter: CheckedLetter,
  position: Position,
  trigger: CompletionContext | undefined,
  options: PassageOptions,
): CompletionItem[] {
  const offset = letter.document.offsetAt(position);
  const item = itemAt(letter, offset);
  const context = contextAt(letter, offset);
  switch (context.kind) {
    case 'page':
      return pageCompletions(letter, context.block, item, context.start, offset);
    case 'guideline':
      return guidelineCompletions(letter, context.block, item, context.start, offset);
    case 'section':
      return sectionCompletions(letter, context.block, item, context.start, offset);
    case 'regulation':
      return regulationCompletions(letter, context.start, offset);
    default:
      if (trigger?.triggerKind === CompletionTriggerKind.TriggerCharacter) return [];
      return passageCompletions(letter, item, context.start, offset, options);
  }
}

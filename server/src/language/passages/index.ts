/** Standard passages of a determination: the library, filling, ranking, and what they add to the form. */
export {
  escapeSnippet,
  type FilledPassage,
  fillPassage,
  type SlotChoices,
  type SlotValues,
} from './fill.ts';
export { type FixedPassage, type FixedPlace, fixedPassages } from './fixed.ts';
export {
  guidelineLineFor,
  type LineEdit,
  type LineStyle,
  lineEditsFor,
  lineEntryFor,
  lineStyleOf,
} from './guideline-line.ts';
export { library, passages } from './library/index.ts';
export { definePassage, isSlot } from './library/slots.ts';
export { coverage, type PassageQuery, passagesFor } from './rank.ts';
export { type EditorSnippet, editorSnippets, snippetPrefix } from './snippets.ts';
export type * from './types.ts';

export { editDistance } from './distance.ts';
export { Flow, type Folded, type SourceRange } from './flow.ts';
export * from './form.ts';
export { type FoundDate, findDates, readDate, writeDate } from './inline/dates.ts';
export { type BeyondLimit, limits } from './limits.ts';
export type * from './nodes.ts';
export { numberWords } from './number-words.ts';
export { type OwnForm, ownTablesFor, tablesOf } from './own-form.ts';
export { imrParse, parseDetermination } from './parse.ts';

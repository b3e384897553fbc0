/** The catalog's look-ups in one place. Everything is pure; indexes are built at first use. */
export * from './body.ts';
export { type GuidelineText, type Knowledge, knowledge } from './current.ts';
export * from './drugs.ts';
export * from './guidelines.ts';
export * from './lexicon.ts';
export * from './names.ts';
export * from './pages.ts';
export * from './regulations.ts';
export { Scope } from './scope.ts';
export * from './sections.ts';
export * from './services.ts';
export * from './specialties.ts';
export { termWords } from './terms.ts';
export { foldName } from './text.ts';
export * from './texts.ts';
export * from './types.ts';

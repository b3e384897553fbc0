import compiled from './data/compiled-phrases.json' with { type: 'json' };
import classes from './data/word-classes.json' with { type: 'json' };
import { verbClasses } from './inflection.ts';
import type { WordClasses } from './pattern.ts';
import type { PhraseIndex } from './phrase-index.ts';

/** All phrases of the field's own tables, indexed; made by `scripts/words/compile-tables.ts`. */
export const fieldPhrases = compiled as unknown as PhraseIndex;

/** Word classes that patterns may name with `@`; an office's entries may use them too. */
export const wordClasses: WordClasses = { ...classes, ...verbClasses };

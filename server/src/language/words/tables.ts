import anatomy from './data/confusions-anatomy.json' with { type: 'json' };
import dictation from './data/confusions-dictation.json' with { type: 'json' };
import drugs from './data/confusions-drugs.json' with { type: 'json' };
import forms from './data/confusions-forms.json' with { type: 'json' };
import homophones from './data/confusions-homophones.json' with { type: 'json' };
import slips from './data/confusions-slips.json' with { type: 'json' };
import grammar from './data/grammar.json' with { type: 'json' };
import lost from './data/lost-words.json' with { type: 'json' };
import classes from './data/word-classes.json' with { type: 'json' };
import type { WordClasses } from './pattern.ts';
import type { PhraseEntry } from './phrase-table.ts';

/** The tables by name, for tests and for counting. */
export const phraseTables: Readonly<Record<string, readonly PhraseEntry[]>> = {
  homophones: homophones as PhraseEntry[],
  slips: slips as PhraseEntry[],
  dictation: dictation as PhraseEntry[],
  anatomy: anatomy as PhraseEntry[],
  drugs: drugs as PhraseEntry[],
  forms: forms as PhraseEntry[],
  grammar: grammar as PhraseEntry[],
  'lost words': lost as PhraseEntry[],
};

/** All entries of the field's own tables. */
export const fieldPhrases: readonly PhraseEntry[] = Object.values(phraseTables).flat();

/** Word classes that patterns may name with `@`; an office's entries may use them too. */
export const wordClasses: WordClasses = classes;

import anatomy from './data/confusions-anatomy.json' with { type: 'json' };
import dictation from './data/confusions-dictation.json' with { type: 'json' };
import drugs from './data/confusions-drugs.json' with { type: 'json' };
import forms from './data/confusions-forms.json' with { type: 'json' };
import homophones from './data/confusions-homophones.json' with { type: 'json' };
import slips from './data/confusions-slips.json' with { type: 'json' };
import grammar from './data/grammar.json' with { type: 'json' };
import clauses from './data/grammar-clauses.json' with { type: 'json' };
import verbs from './data/grammar-verbs.json' with { type: 'json' };
import lost from './data/lost-words.json' with { type: 'json' };
import type { PhraseEntry } from './phrase-index.ts';

/**
 * The tables by name as they are written, with their example sentences. The check itself reads what
 * `scripts/words/compile-tables.ts` made of them (`tables.ts`).
 */
export const phraseTables: Readonly<Record<string, readonly PhraseEntry[]>> = {
  homophones: homophones as PhraseEntry[],
  slips: slips as PhraseEntry[],
  dictation: dictation as PhraseEntry[],
  anatomy: anatomy as PhraseEntry[],
  drugs: drugs as PhraseEntry[],
  forms: forms as PhraseEntry[],
  grammar: grammar as PhraseEntry[],
  'verb forms': verbs as PhraseEntry[],
  clauses: clauses as PhraseEntry[],
  'lost words': lost as PhraseEntry[],
};

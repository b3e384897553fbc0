import type { Additions } from '../../server/src/language/additions.ts';
import { knowledge } from '../../server/src/language/catalog/index.ts';
import { library } from '../../server/src/language/passages/index.ts';
import { type ReadGuideline, withReadings } from '../../server/src/office/readings.ts';

const filler =
  'The attending physician documents the benefit at each visit, and measures come to an end in time when none is seen, as the records have to show.';

/** The chronic pain guideline of 2009 as if an office had read its own copy of it; the words are ours. */
const readCopy: ReadGuideline = {
  id: 'cpmtg-2009',
  file: 'file:///office/pain.pdf',
  pages: Array.from({ length: 127 }, (_, index) => ({ number: index + 1, sheet: index + 3, text: filler })),
  topics: [
    { title: 'Muscle relaxants (for pain)', first: 63, last: 66 },
    { title: 'Gabapentin (Neurontin)', first: 49, last: 49 },
  ],
};
const said: Readonly<Record<number, string>> = {
  12: 'Spasm is treated with stretching before any drug is considered.',
  49: 'Gabapentin is an antiepilepsy drug that has been considered for neuropathic pain.',
  64: 'Baclofen is recommended for spasticity. Muscle relaxants are for short use.',
  102: 'Massage therapy is an adjunct to other treatment.',
};
for (const page of readCopy.pages) Object.assign(page, { text: `${said[page.number] ?? ''} ${page.text}` });

/** What an office knows that has read {@link readCopy}. */
export const withCopy: Additions = {
  knowledge: withReadings(knowledge.standard, [readCopy]),
  forms: [],
  passages: library.standard,
};

/** First sentences of a rationale. */
import type { Passage, PassageVerdict } from '../types.ts';
import { definePassage } from './slots.ts';

const NOT = 'not medically necessary, medically appropriate, or indicated here.';
const NECESSARY = 'medically necessary, medically appropriate, and indicated here.';

const opener = (
  id: string,
  verdict: PassageVerdict,
  first: string,
  likewise: '' | 'likewise ',
  description: string,
  source: Passage['source'],
): Passage =>
  definePassage({
    id,
    kind: 'opener',
    title: `Opener: ${first}, ${verdict.toLowerCase()}`,
    description,
    body: `${first}, the request for {service}{classPhrase} was ${likewise}${verdict === 'Upheld' ? NOT : NECESSARY}`,
    verdict,
    tense: 'was',
    source,
  });

export const openerPassages: readonly Passage[] = [
  opener('open-no', 'Upheld', 'No', '', 'First item, denial stands.', 'sample letters'),
  opener('open-yes', 'Overturned', 'Yes', '', 'First item, denial falls.', 'sample letters'),
  opener(
    'open-conversely-not',
    'Upheld',
    'Conversely',
    '',
    'The item before was overturned, this one is not.',
    'sample letters',
  ),
  opener(
    'open-conversely',
    'Overturned',
    'Conversely',
    '',
    'The item before was upheld, this one is not.',
    'own wording',
  ),
  opener(
    'open-similarly-not',
    'Upheld',
    'Similarly',
    'likewise ',
    'The item before was upheld too.',
    'own wording',
  ),
  opener(
    'open-similarly',
    'Overturned',
    'Similarly',
    'likewise ',
    'The item before was overturned too.',
    'own wording',
  ),
  opener(
    'open-finally-not',
    'Upheld',
    'Finally',
    'likewise ',
    'Last item; the item before was upheld too.',
    'sample letters',
  ),
  opener(
    'open-finally',
    'Overturned',
    'Finally',
    'likewise ',
    'Last item; the item before was overturned too.',
    'own wording',
  ),
  definePassage({
    id: 'open-plain-not',
    kind: 'opener',
    title: 'Opener: bare conclusion, upheld',
    description: 'The conclusion put first, in the present tense.',
    body: 'The request for {service} is not medically necessary.',
    verdict: 'Upheld',
    tense: 'is',
    source: 'own wording',
  }),
  definePassage({
    id: 'open-plain',
    kind: 'opener',
    title: 'Opener: bare conclusion, overturned',
    description: 'The conclusion put first, in the present tense.',
    body: 'The request for {service} is medically necessary.',
    verdict: 'Overturned',
    tense: 'is',
    source: 'own wording',
  }),
  definePassage({
    id: 'open-guideline',
    kind: 'opener',
    title: 'Opener: what the guideline says',
    description: 'The guideline put first.',
    body: 'According to the {guideline}, {rule}.',
    source: 'own wording',
  }),
  definePassage({
    id: 'open-silent',
    kind: 'opener',
    title: 'Opener: the MTUS is silent',
    description: 'Neither MTUS nor ACOEM addresses the item, so that another source is used.',
    body: 'Neither the MTUS nor ACOEM specifically addresses {service}. The next source in the search sequence, {source}, states that {rule}.',
    source: 'own wording',
  }),
];

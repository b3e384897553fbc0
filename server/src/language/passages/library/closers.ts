/** Conclusions, and the notice that follows an opioid decision. */
import type { Passage, PassageVerdict } from '../types.ts';
import { OPIOIDS } from './names.ts';
import { definePassage } from './slots.ts';

const closer = (
  id: string,
  verdict: PassageVerdict,
  tense: 'is' | 'was',
  lead: string,
  source: Passage['source'],
): Passage => {
  const necessity = verdict === 'Upheld' ? 'not medically necessary' : 'medically necessary';
  return definePassage({
    id,
    kind: 'closer',
    title: `Conclusion: ${lead} … ${tense} ${necessity}`,
    description: `Conclusion of an item that is ${verdict.toLowerCase()}.`,
    body: `${lead}, the request ${tense} ${necessity}.`,
    verdict,
    tense,
    source,
  });
};

export const closerPassages: readonly Passage[] = [
  closer('close-not', 'Upheld', 'is', 'Therefore', 'sample letters'),
  closer('close-was-not', 'Upheld', 'was', 'Therefore', 'sample letters'),
  closer('close', 'Overturned', 'is', 'Therefore', 'own wording'),
  closer('close-was', 'Overturned', 'was', 'Therefore', 'sample letters'),
  closer('close-such-not', 'Upheld', 'is', 'As such', 'own wording'),
  closer('close-such', 'Overturned', 'is', 'As such', 'own wording'),
  closer('close-above-not', 'Upheld', 'is', 'Given the above', 'own wording'),
  closer('close-above', 'Overturned', 'is', 'Given the above', 'own wording'),
  definePassage({
    id: 'close-item-not',
    kind: 'closer',
    title: 'Conclusion that repeats the heading, upheld',
    description: 'Names the item as its heading does.',
    body: 'The request for {item} is not medically necessary.',
    verdict: 'Upheld',
    tense: 'is',
    source: 'own wording',
  }),
  definePassage({
    id: 'close-item',
    kind: 'closer',
    title: 'Conclusion that repeats the heading, overturned',
    description: 'Names the item as its heading does.',
    body: 'The request for {item} is medically necessary.',
    verdict: 'Overturned',
    tense: 'is',
    source: 'own wording',
  }),
  definePassage({
    id: 'close-split',
    kind: 'closer',
    title: 'Conclusion on the remaining portion',
    description: 'Decides no more than the split heading leaves.',
    body: 'Therefore, the remaining portion of the original request, {remaining}, is {necessity}.',
    source: 'own wording',
  }),
  definePassage({
    id: 'notice-opioid',
    kind: 'notice',
    title: 'Opioid notice',
    description: 'After the conclusion on an opioid: no advice to stop abruptly; see the tapering guideline.',
    body: 'The decision above concerns the medical necessity of opioids as they have been prescribed to this {person}. It is no advice to stop long-term opioids abruptly, and the {person} is advised to speak with their treating physician. For the method of weaning and terminating opioids that suits this {person}, see the MTUS Opioids Treatment Guidelines ("Tapering opioids") and, where needed, other relevant guidelines.',
    verdict: 'Upheld',
    guidelines: [
      {
        id: 'opioids-2016',
        basis: 'printed in determinations',
        line: { name: 'Opioid Treatment 2016', sections: [], olderName: 'Opioids Treatment Guidelines' },
      },
    ],
    inForce: { from: '2016-07-28', to: '2017-11-30' },
    tags: {
      drugs: OPIOIDS,
      classes: ['opioid', 'opioids', 'opioid analgesic'],
    },
    source: 'own wording',
  }),
];

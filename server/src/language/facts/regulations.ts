import { functionalImprovementLetter } from '../catalog/index.ts';
import type { Block, RegulationReference } from '../syntax/index.ts';
import { type CaseFacts, perCase } from './case.ts';
import { knownCaseDates } from './dating.ts';
import { sentenceAt } from './sentences.ts';
import { foundInBlocks } from './told.ts';

/** A reference to a lettered definition of 9792.20 in a sentence about functional improvement. */
export interface DefinitionReference {
  block: Block;
  node: RegulationReference;
  letter: string;
  /** The letter that defined functional improvement on every date of the case; undefined where they straddle a change. */
  right: 'e' | 'f' | undefined;
}

const improvement =
  /functional(?:ly)? (?:improvement|gains?|benefits?)|improve(?:ment|d)? (?:in |of )?function/i;
/** The acupuncture section (9792.24.1) kept letters of its own through all changes, and is often quoted. */
const quoted = /9792\.24\.1|\bmay be extended\b|functional improvement is documented/i;

const references = foundInBlocks((block) =>
  block.children.filter((node): node is RegulationReference => node.type === 'regulationReference'),
);

/** All references to regulations in a letter, in order of place. */
export const regulationsOf: (facts: CaseFacts) => readonly { block: Block; node: RegulationReference }[] =
  perCase((facts) => references(facts).map(({ block, found }) => ({ block, node: found })));

/**
 * References to a single letter of 9792.20 where the sentence speaks of functional improvement; beside one of them those
 * of the MAXIMUS lines, which name the definition alone ("Non-MTUS Citation MTUS 9792.20f").
 */
export const definitionReferences: (facts: CaseFacts) => readonly DefinitionReference[] = perCase((facts) => {
  const found: DefinitionReference[] = [];
  const listed: DefinitionReference[] = [];
  for (const { block, node } of regulationsOf(facts)) {
    if (node.section !== '9792.20' || node.subdivision.length !== 1) continue;
    const reference = { block, node, letter: node.subdivision, right: undefined };
    if (block.type === 'guidelineLine') {
      if (block.party === 'maximus') listed.push(reference);
      continue;
    }
    const sentence = sentenceAt(block, node.start);
    if (!sentence || !improvement.test(sentence.text) || quoted.test(sentence.text)) continue;
    found.push(reference);
  }
  if (found.length > 0) {
    found.push(...listed);
    const right = functionalImprovementLetter(knownCaseDates(facts));
    for (const reference of found) reference.right = right;
  }
  return found;
});

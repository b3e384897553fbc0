import { type ItemFacts, lineBreakOf, type Sentence, sentencesOf } from '../facts/index.ts';
import { forms, type GuidelineLine } from '../syntax/index.ts';
import { labelledParts, labelOf, type PartName, partOrder, unlabelledParts } from './item-parts.ts';
import type { Place, Rule } from './rule.ts';

/** Finds a disputed item without one of its three labels. */
export const labelMissing: Rule = {
  id: 'label-missing',
  family: 'sections',
  severity: 'error',
  purpose: 'Finds a disputed item without one of its labels, or without the part itself',
  why: 'Each item needs what the claims administrator cited, what the reviewer cited, and why.',
  source: 'The form: all three labels in 439 of 439 disputed items.',
  examples: [
    { wrong: { replace: [['MAXIMUS guideline: ', '']] }, right: {} },
    { wrong: { replace: [['Decision rationale: ', '']] }, right: {} },
  ],
  check(facts, report) {
    const eol = lineBreakOf(facts);
    for (const item of facts.items) {
      const parts = labelledParts(item);
      const bare = unlabelledParts(item);
      for (const name of partOrder) {
        if (!forms.current.parts.includes(name) || parts.some((part) => part.name === name)) continue;
        const standard = labelOf(name);
        const text = bare.find((part) => part.name === name);
        // Where another label is doubled, one of the two stands in this one's place: that is what is reported.
        if (!text && isDoubled(parts.map((part) => part.name))) continue;
        if (text) {
          const at = text.block.position.start.offset;
          report({
            at: { start: at, end: text.block.flow.sourceRange(0, 24).end },
            message: `This text stands without its label "${standard}".`,
            fixes: [
              {
                title: `Insert "${standard}"`,
                edits: [{ at: { start: at, end: at }, text: `${standard} ` }],
                preferred: true,
              },
            ],
          });
          continue;
        }
        const merged = mergedText(item, name);
        if (merged) {
          const offset = merged.block.flow.sourceOffset(merged.start);
          report({
            at: {
              block: merged.block,
              start: merged.start,
              end: Math.min(merged.start + 24, merged.block.flow.text.length),
            },
            message: `The "${standard}" part seems to begin here, without its label.`,
            fixes: [
              {
                title: `Insert "${standard}"`,
                edits: [{ at: { start: offset, end: offset }, text: `${standard} ` }],
                preferred: true,
              },
            ],
          });
          continue;
        }
        const { at, offset } = placeFor(item, name);
        const next = offset < item.node.position.end.offset;
        report({
          at,
          message: `Item ${item.number} has no "${standard}" part.`,
          fixes: [
            {
              title: `Insert "${standard}"`,
              edits: [
                {
                  at: { start: offset, end: offset },
                  text: next ? `${standard} ${eol}${eol}` : `${eol}${eol}${standard} `,
                },
              ],
            },
          ],
        });
      }
    }
  },
};

/**
 * Where the text of a part that lost its label ran into the guideline line above it: a sentence at the head of a
 * line that cites anew, or that cites no longer.
 */
function mergedText(item: ItemFacts, name: PartName): { block: GuidelineLine; start: number } | undefined {
  const block =
    name === 'maximus' ? item.claims : name === 'rationale' ? (item.maximus ?? item.claims) : undefined;
  if (!block) return undefined;
  const { flow } = block;
  const sentences = sentencesOf(block);
  for (let i = 1; i < sentences.length; i++) {
    const sentence = sentences[i] as Sentence;
    const offset = flow.sourceOffset(sentence.start);
    if (!/[\r\n]\s{0,39}$/.test(flow.source.slice(Math.max(0, offset - 40), offset))) continue;
    const cites = /^(?:Decision based on|The Expert Reviewer (?:did not cite|based))/i.test(sentence.text);
    if (cites && name === 'maximus' && !/Non-MTUS/.test(sentence.text))
      return { block, start: sentence.start };
    if (!cites && name === 'rationale' && sentence.text.length > 40) return { block, start: sentence.start };
  }
  return undefined;
}

function isDoubled(names: readonly PartName[]): boolean {
  return new Set(names).size < names.length;
}

/** Where a lost part is reported (the heading, or the item) and where it belongs. */
function placeFor(item: ItemFacts, name: PartName): { at: Place; offset: number } {
  const later = partOrder.slice(partOrder.indexOf(name) + 1);
  const following = labelledParts(item).find((part) => later.includes(part.name));
  const offset = following ? following.label.position.start.offset : item.node.position.end.offset;
  return { at: item.heading ?? following?.label ?? item.node, offset };
}

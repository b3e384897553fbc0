import { bodyRegionsOf, regionsCompatible } from '../catalog/index.ts';
import { type ItemDecision, type ItemFacts, sidedPartsOf, termsOf } from '../facts/index.ts';
import type { ItemHeading, SplitHeading } from '../syntax/index.ts';
import type { Report } from './rule.ts';

const both = /\b(?:both|bilateral) (?:[a-z]+ )?$/i;

/** "MRI of both shoulders is not medically necessary" where one side is left: the other was authorized. */
export function checkSides(
  { conclusions, rationale }: ItemDecision,
  heading: ItemHeading,
  { disputed }: SplitHeading,
  report: (report: Report) => void,
): void {
  const [left, another] = sidedPartsOf(heading).filter(
    ({ sideNode, partNode }) => sideNode.start >= disputed.start && partNode.end <= disputed.end,
  );
  if (!left || another || left.side === 'bilateral') return;
  const { text } = rationale.flow;
  for (const { sentence, phrase } of conclusions) {
    if (/\b(?:authorized|certified|approved|left|right|remaining)\b/i.test(sentence.text)) continue;
    const part = termsOf(rationale, 'body-part').find(
      ({ id, start, end }) =>
        start >= sentence.start &&
        end <= phrase.start &&
        both.test(text.slice(sentence.start, start)) &&
        regionsCompatible(bodyRegionsOf(id), left.regions),
    );
    if (!part) continue;
    const lead = both.exec(text.slice(sentence.start, part.start));
    const printed = heading.flow.text.slice(left.sideNode.start, left.partNode.end);
    report({
      at: { block: rationale, start: sentence.start + (lead?.index ?? 0), end: part.end },
      message: `The conclusion decides on both sides, but the heading leaves the ${printed}.`,
      related: [
        {
          at: { block: heading, start: left.sideNode.start, end: left.partNode.end },
          message: 'What the heading leaves',
        },
      ],
    });
  }
}

const emg = /\b(?:EMG|electromyogra\w+)\b/i;
const ncs = /\b(?:NCS|NCV|nerve con\w+(?: velocity)?(?: stud(?:y|ies)| test\w*)?)\b/i;

/** EMG and nerve conduction are asked for together and decided apart. */
export function checkStudies(
  decision: ItemDecision,
  heading: ItemHeading,
  report: (report: Report) => void,
): void {
  const { conclusion, item } = decision;
  if (!conclusion || !heading.split) return;
  const { text } = conclusion.sentence;
  const asks = { emg: emg.test(item.request), ncs: ncs.test(item.request) };
  const rules = { emg: emg.exec(text), ncs: ncs.exec(text) };
  if (asks.emg === asks.ncs || !rules.emg || !rules.ncs) return;
  if (/\b(?:authorized|certified|approved)\b/i.test(text)) return;
  const extra = asks.emg ? rules.ncs : rules.emg;
  report({
    at: {
      block: decision.rationale,
      start: conclusion.sentence.start + extra.index,
      end: conclusion.sentence.start + extra.index + extra[0].length,
    },
    message: `The conclusion decides on both studies, but the heading leaves only the ${asks.emg ? 'EMG' : 'nerve conduction study'}.`,
    related: [{ at: requestPlace(item, heading), message: 'What the heading leaves' }],
  });
}

function requestPlace(
  item: ItemFacts,
  heading: ItemHeading,
): { block: ItemHeading; start: number; end: number } {
  const start = heading.split?.disputed.start ?? 0;
  return { block: heading, start, end: start + item.request.length };
}

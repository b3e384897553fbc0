import { type CaseFacts, foundInItems, type ItemFacts, type Quantity, quantitiesIn } from '../facts/index.ts';
import type { Block, SourceRange } from '../syntax/index.ts';
import { type Report, rangeOf } from './rule.ts';

/** Where a rationale says how much was asked for, in any of its sentences, and the one number of the heading. */
interface Amount {
  readonly item: ItemFacts;
  readonly block: Block;
  readonly stated: Quantity;
  readonly asked: Quantity;
}

/** "the requested 12", "the requested number of 12", "the quantity requested, #12". */
const before =
  /\b(?:(?:the|these|those) (?:additional |further )?requested(?: (?:quantity|number|amount|course) of)?|\b(?:quantity|number|amount) requested(?:,| is| was| of)?) ?#?$/i;
/** "The 12" before "therapy visits requested"; not "requested by the provider in May", which may be another request. */
const article = /\b(?:the|these|those) $/i;
const behind =
  /^[ -](?:[a-z/]+[ -]){0,4}?(?:sessions?|visits?|treatments?|tablets?|tabs?|capsules?|pills?|months?|days?|weeks?)(?: rental| supply)? (?:now |currently |being )?requested\b(?! (?:by|in|on|from|earlier|previously|before|for|and|at|last)\b)/i;

const amountsOf = foundInItems((item): readonly Amount[] => {
  const { heading } = item;
  if (!heading || heading.split) return [];
  const asked = quantitiesIn(heading.flow.text);
  const found: Amount[] = [];
  for (const block of asked.length === 0 ? [] : item.rationales) {
    for (const stated of requestedIn(block.flow.text)) {
      const alike = asked.filter(({ unit }) => unit === stated.unit);
      const [only, more] = alike;
      if (only && !more && only.value !== stated.value) found.push({ item, block, stated, asked: only });
    }
  }
  return found;
});

/** The quantities that a text calls requested. */
function requestedIn(text: string): readonly Quantity[] {
  if (!/\brequested\b/i.test(text)) return [];
  return quantitiesIn(text).filter(({ start, end }) => {
    const ahead = text.slice(Math.max(0, start - 40), start);
    return before.test(ahead) || (article.test(ahead) && behind.test(text.slice(end, end + 90)));
  });
}

/**
 * Reports an amount that the rationale calls requested and that is not the heading's; places already reported are left
 * out. Where the letter has the same number elsewhere it may be that of another request, or of a request that was granted
 * in part: nothing is said then.
 */
export function reportRequested(
  facts: CaseFacts,
  reported: readonly SourceRange[],
  report: (report: Report) => void,
): void {
  for (const { item, block, stated, asked } of amountsOf(facts)) {
    if (!item.heading || namesElsewhere(facts, block, stated)) continue;
    const at = { block, start: stated.start, end: stated.end };
    const place = rangeOf(at);
    if (reported.some((other) => place.start < other.end && other.start < place.end)) continue;
    const text = block.flow.text.slice(stated.start, stated.end);
    const wanted = item.heading.flow.text.slice(asked.start, asked.end);
    const digits = /^\d+$/.test(text) && /^\d+$/.test(wanted);
    report({
      at,
      message: `The rationale says that ${text} were requested, but the heading says ${wanted}.`,
      related: [
        {
          at: { block: item.heading, start: asked.start, end: asked.end },
          message: `Heading of item ${item.number}`,
        },
      ],
      fixes: digits ? [{ title: `Change to ${wanted}`, edits: [{ at, text: wanted }] }] : [],
    });
  }
}

function namesElsewhere(facts: CaseFacts, block: Block, { value, unit, start }: Quantity): boolean {
  return facts.blocks.some((other) =>
    quantitiesIn(other.flow.text).some(
      (quantity) =>
        quantity.value === value && quantity.unit === unit && (other !== block || quantity.start !== start),
    ),
  );
}

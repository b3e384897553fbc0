import { gather, grouped } from '../gather.ts';
import { perText } from '../per-text.ts';
import type { Block, ItemHeading } from '../syntax/index.ts';
import { type CaseFacts, type ItemFacts, perCase } from './case.ts';
import { type Repetition, repetitionsOf } from './items-content-align.ts';
import { type ContentToken, contentTokens } from './items-content-tokens.ts';
import { perBlock } from './per-block.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { foundInItems } from './told.ts';

export type { ContentToken } from './items-content-tokens.ts';

/** A wording of an item's request in its heading: the whole request, or a clause of a split heading. */
export interface RequestWording {
  item: ItemFacts;
  part: 'request' | 'original' | 'authorized' | 'disputed';
  tokens: ContentToken[];
  start: number;
  end: number;
}

/** A place outside the heading that repeats a request. */
export interface RequestMention extends Repetition {
  wording: RequestWording;
  block: Block;
  /** Where it stands: the item's own rationale, another item's, or the summary. */
  place: 'rationale' | 'summary';
  sentence: Sentence;
  /** How clear it is that the words are about this request: by the words before it, or by its length. */
  cued: boolean;
}

/** Sentences of a summary that tell what was asked for and what was decided on it. */
const askingSentence =
  /\b(?:utili[sz]ation review|UR|requests?|requested|authorization|RFA|non-?certified|denied|modified|partially (?:approved|certified)|failed to approve|not medically necessary|original request|eligible portion|prior (?:review|determination))\b/i;
/** Sentences of a rationale that name the request. */
const namingSentence = /\b(?:request|necess|authori[sz]|certif|warranted|supported)/i;

const tokensOfSentence = perText((sentence) => contentTokens(sentence));
const asks = perText((sentence) => askingSentence.test(sentence));
const names = perText((sentence) => namingSentence.test(sentence));

/** Content tokens of the sentences of a block that can name the request: in a rationale the first one always can. */
const tokensOf = perBlock((block): readonly ContentToken[] => {
  const rationale = block.type === 'rationale';
  return gather(sentencesOf(block), ({ start, text }, index) =>
    (rationale && index === 0) || (rationale ? names(text) : asks(text))
      ? tokensOfSentence(text).map((token) => ({
          norm: token.norm,
          role: token.role,
          start: start + token.start,
          end: start + token.end,
        }))
      : [],
  );
});

/** All wordings of all items' requests. */
export const wordingsOf: (facts: CaseFacts) => readonly RequestWording[] = perCase(({ items }) =>
  gather(items, wordingsOfItem),
);

function wordingsOfItem(item: ItemFacts): RequestWording[] {
  if (!item.heading) return [];
  return wordingsOfHeading(item.heading).map(({ part, tokens, start, end }) => ({
    item,
    part,
    tokens,
    start,
    end,
  }));
}

/** "Associated surgical service:" and the like classify an item; its request comes after. */
const classifier =
  /^(?:associated surgical services?|retrospective(?: request)?(?: for)?|retro|pre-?op(?:erative)? labs|labs to include|durable medical equipment|dme)\s*:?\s+/i;

/** Dates of service at the end of a heading; repetitions leave them out. */
const serviceDate = /(?<![ ,(])[ ,(]+(?:DOS|dates? of service|per \d{1,2}\/\d{1,2}\/\d{2,4})\b/i;

/** The wordings of a heading; which item's it is does not matter. */
const wordingsOfHeading = perBlock((block) => (block.type === 'itemHeading' ? readWordings(block) : []));

type HeadingWording = Omit<RequestWording, 'item'>;

function readWordings(heading: ItemHeading): HeadingWording[] {
  const { text } = heading.flow;
  const wording = (part: RequestWording['part'], range: { start: number; end: number }): HeadingWording => {
    const lead = classifier.exec(text.slice(range.start, range.end))?.[0].length ?? 0;
    const start = range.start + lead;
    const length = serviceDate.exec(text.slice(start, range.end))?.index ?? range.end - start;
    return { part, start, end: range.end, tokens: contentTokens(text, start, start + length) };
  };
  if (!heading.split) return [wording('request', { start: 0, end: heading.requestEnd })];
  const { original, authorized, disputed } = heading.split;
  return [
    wording('disputed', disputed),
    wording('original', original),
    ...(authorized ? [wording('authorized', authorized)] : []),
  ];
}

/** Words before a phrase that announce the request. */
const announcing =
  /\b(?:requests?(?:ed)?(?: services?)?(?: (?:for|of|is|was|were|included?))?(?: an?| the| additional| retrospective)*|request for authorization (?:of|for)|determined|approve|certified|authorization (?:for|of)|denied|certify|pursuant to[^.]{0,80},) ?["']?(?:an? |the )?["']?(?:associated surgical services?:? |retrospective(?: request for)? )?$/i;
const deciding =
  /^["']?,? ?(?:[a-z]+ ){0,3}(?:is|was|are|were|be)? ?(?:therefore |thus |determined to |likewise |considered |deemed )*(?:not |be )*(?:medically necessary|supported|necessary|established|certified|warranted)/i;

/**
 * The places of the summary, and of the rationales of items of which a place changes the request, that repeat an item's
 * request, with what they changed. A place that repeats another item's request without a change is that item's mention and
 * not given for this one.
 */
export const mentionsOf: (facts: CaseFacts) => readonly RequestMention[] = perCase(readMentions);

/** The items whose own rationales repeat their request with a change. */
const changedItemsOf = foundInItems((item) => {
  const { heading, rationales } = item;
  const isChanged = ({ tokens }: HeadingWording): boolean =>
    rationales.some((block) =>
      repetitionsIn(block, tokens).some(({ repetition }) => repetition.replaced.length > 0),
    );
  return heading && wordingsOfHeading(heading).some(isChanged) ? [item] : [];
});

function readMentions(facts: CaseFacts): RequestMention[] {
  const found: RequestMention[] = [];
  const wordings = wordingsOf(facts);
  const { summary } = facts;
  const claimed = new Map<Block, RequestMention[]>();
  const read = (block: Block, wording: RequestWording, place: RequestMention['place']): void => {
    for (const { repetition, sentence, cued } of repetitionsIn(block, wording.tokens)) {
      const mention = mentionOf(repetition, wording, block, place, sentence, cued);
      found.push(mention);
      const list = claimed.get(block);
      if (list) list.push(mention);
      else claimed.set(block, [mention]);
    }
  };
  if (summary) for (const wording of wordings) read(summary, wording, 'summary');
  // Of the other items nothing is changed, and what their rationales repeat bears on nothing.
  const changed = new Set(changedItemsOf(facts));
  for (const { wording, replaced } of found) if (replaced.length > 0) changed.add(wording.item);
  for (const wording of wordings) {
    if (!changed.has(wording.item)) continue;
    for (const rationale of wording.item.rationales) read(rationale, wording, 'rationale');
  }
  // Other items' wordings are looked up in this rationale too, so that "the lumbar MRI" beside "the cervical MRI" is known.
  const others = found.filter((mention) => mention.replaced.length > 0 && mention.place === 'rationale');
  const byWord = grouped(wordings, ({ tokens }) => tokens[0]?.norm);
  for (const mention of others) {
    const tokens = tokensOf(mention.block).slice(mention.from, mention.to);
    // A wording stands here whole or not at all, so its first word does.
    const near = gather([...new Set(tokens.map(({ norm }) => norm))], (norm) => byWord.get(norm) ?? []);
    for (const wording of near) {
      if (wording.item === mention.wording.item) continue;
      for (const repetition of repetitionsOf(wording.tokens, tokens, 1)) {
        const { block, place, sentence, cued } = mention;
        claimed.get(block)?.push(mentionOf(repetition, wording, block, place, sentence, cued));
      }
    }
  }
  return found.filter((mention) => !explained(mention, claimed.get(mention.block) ?? []));
}

interface CuedRepetition {
  repetition: Repetition;
  sentence: Sentence;
  cued: boolean;
}

/** Requests whose repetitions are kept with a block; those of one letter may be hundreds, those typed before add to them. */
const mostRequests = 4096;

/** Repetitions in a block by the tokens of the request, which stay the same object as long as its text does. */
const repetitionsByRequest = perBlock(() => new Map<readonly ContentToken[], readonly CuedRepetition[]>());

/** Where a block repeats a request within one sentence. */
function repetitionsIn(block: Block, request: readonly ContentToken[]): readonly CuedRepetition[] {
  const known = repetitionsByRequest(block);
  let found = known.get(request);
  if (found === undefined) {
    if (known.size >= mostRequests) known.clear();
    found = readRepetitions(block, request);
    known.set(request, found);
  }
  return found;
}

function readRepetitions(block: Block, request: readonly ContentToken[]): CuedRepetition[] {
  const share = request.length <= 3 ? 0.6 : 0.66;
  return gather(repetitionsOf(request, tokensOf(block), share), (repetition): CuedRepetition[] => {
    const sentence = sentencesOf(block).find(
      ({ start, end }) => repetition.start >= start && repetition.start < end,
    );
    if (!sentence || repetition.end > sentence.end) return [];
    return [{ repetition, sentence, cued: isCued(block, sentence, repetition) }];
  });
}

function mentionOf(
  { matched, replaced, missing, extra, start, end, from, to }: Repetition,
  wording: RequestWording,
  block: Block,
  place: RequestMention['place'],
  sentence: Sentence,
  cued: boolean,
): RequestMention {
  return {
    matched,
    replaced,
    missing,
    extra,
    start,
    end,
    from,
    to,
    wording,
    block,
    place,
    sentence,
    cued,
  };
}

/** Whether each changed word belongs to an unchanged repetition of some wording. */
function explained(mention: RequestMention, all: readonly RequestMention[]): boolean {
  if (mention.replaced.length === 0) return false;
  return mention.replaced.every(({ found }) =>
    all.some(
      (other) =>
        other !== mention &&
        other.replaced.length === 0 &&
        other.missing.length <= 1 &&
        other.start <= found.start &&
        found.end <= other.end,
    ),
  );
}

function isCued(block: Block, sentence: Sentence, { start, end }: Repetition): boolean {
  const { text } = block.flow;
  const before = text.slice(Math.max(sentence.start, start - 90), start);
  const after = text.slice(end, Math.min(sentence.end, end + 60));
  return (
    announcing.test(before) || (start - sentence.start <= 3 && deciding.test(after)) || deciding.test(after)
  );
}

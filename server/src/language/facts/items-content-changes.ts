import { findService } from '../catalog/index.ts';
import { gather, grouped } from '../gather.ts';
import type { Block } from '../syntax/index.ts';
import { type CaseFacts, type ItemFacts, perCase } from './case.ts';
import {
  type ContentToken,
  mentionsOf,
  type RequestMention,
  type RequestWording,
  wordingsOf,
} from './items-content.ts';
import { repetitionsOf } from './items-content-align.ts';
import { termsOf } from './terms-sides.ts';

/** What a change of a request concerns. */
export type ChangeKind = 'side' | 'part' | 'service' | 'drug' | 'strength' | 'quantity' | 'level';

/** A place that says a request otherwise than the letter's other mentions of it. */
export interface RequestChange {
  kind: ChangeKind;
  item: ItemFacts;
  /** What the place says, and what the others say. */
  found: string;
  expected: string;
  /** The place that stands alone. */
  at: BlockRange;
  /** A place that says it as the others do: the heading where it does. */
  against: BlockRange;
  /** Number of places that say it as the others do, the heading among them. */
  supporters: number;
  where: 'heading' | 'summary' | 'rationale';
  /** Whether the words leave no doubt that this request is meant. */
  sure: boolean;
}

/** A range of the folded text of a block. */
export interface BlockRange {
  block: Block;
  start: number;
  end: number;
}

/** All changes of all items' requests, each slip once. */
export const requestChangesOf: (facts: CaseFacts) => readonly RequestChange[] = perCase(readChanges);

function readChanges(facts: CaseFacts): RequestChange[] {
  const mentions = grouped(mentionsOf(facts), ({ wording }) => wording);
  const wordings = grouped(wordingsOf(facts), ({ item }) => item);
  const changes = gather(facts.items, (item) => headingChanges(item, wordings.get(item) ?? []));
  const inHeading = new Set(changes.map(({ at }) => at.block));
  for (const wording of wordingsOf(facts)) {
    const mine = mentions.get(wording) ?? [];
    if (mine.every(({ replaced }) => replaced.length === 0)) continue;
    for (const token of wording.tokens) changes.push(...changesOfToken(facts, wording, token, mine));
  }
  return changes.filter((change, index) => {
    // A slip in a split heading makes its true repetitions look changed.
    if (change.where !== 'heading' && change.item.heading && inHeading.has(change.item.heading)) return false;
    // "Up to 13-20 visits" where eight were asked for: the guideline's range.
    if (change.kind === 'quantity' && isRange(change.found) && !isRange(change.expected)) return false;
    return changes.findIndex((other) => samePlace(other.at, change.at)) === index;
  });
}

function isRange(printed: string): boolean {
  return /\d ?- ?\d/.test(printed);
}

function samePlace(a: BlockRange, b: BlockRange): boolean {
  return a.block === b.block && a.start < b.end && b.start < a.end;
}

/** Reads the votes of all mentions on one token of a heading. */
function changesOfToken(
  facts: CaseFacts,
  wording: RequestWording,
  token: ContentToken,
  mentions: readonly RequestMention[],
): RequestChange[] {
  const { heading } = wording.item;
  if (!heading) return [];
  const against: { mention: RequestMention; found: ContentToken }[] = [];
  let supporters = 1;
  for (const mention of mentions) {
    const change = mention.replaced.find(({ expected }) => expected === token);
    if (change) against.push({ mention, found: change.found });
    else if (!mention.missing.includes(token)) supporters++;
  }
  const believed = against.filter(
    ({ mention, found }) =>
      !isSameService(token, found) && !isOneOfBoth(token, found, mention) && believable(facts, mention),
  );
  if (believed.length === 0) return [];
  const kind = kindOf(token);
  if (!kind) return [];
  const place = rangeOf(heading, token, kind);
  const [first] = believed;
  const value = first?.found.norm;
  // Two or more places agree against a heading that stands alone: then the heading is the slip.
  if (
    first &&
    supporters === 1 &&
    believed.length > 1 &&
    believed.every(({ found }) => found.norm === value)
  ) {
    const { mention, found } = first;
    return [
      {
        kind,
        item: wording.item,
        found: printed(place),
        expected: printed(rangeOf(mention.block, found, kind)),
        at: place,
        against: rangeOf(mention.block, found, kind),
        supporters: believed.length,
        where: 'heading',
        sure: true,
      },
    ];
  }
  return believed.map(({ mention, found }) => {
    const at = rangeOf(mention.block, found, kind);
    return {
      kind,
      item: wording.item,
      found: printed(at),
      expected: printed(place),
      at,
      against: place,
      supporters,
      where: mention.place,
      sure: mention.cued && (supporters > 1 || mention.place === 'rationale'),
    };
  });
}

/** "First the right side and two weeks later the left", "with contrast", where both are asked for. */
function isOneOfBoth(token: ContentToken, found: ContentToken, mention: RequestMention): boolean {
  const { sentence, wording } = mention;
  if (token.norm === 'without' && /\bwith(?: and |\/| or )without\b/i.test(wording.item.request)) return true;
  if (token.norm !== 'bilateral' || found.role !== 'side') return false;
  return /\bleft\b/i.test(sentence.text) && /\bright\b/i.test(sentence.text);
}

/** "Wrist splint" for "wrist brace": two words for one service. */
function isSameService(a: ContentToken, b: ContentToken): boolean {
  const service = a.role === 'service' ? findService(a.norm) : undefined;
  return service !== undefined && b.role === 'service' && findService(b.norm)?.id === service.id;
}

const termKinds = { part: 'body-part', service: 'service', drug: 'drug' } as const;

/** Range of a token; of a part of the body, a service or a drug, the whole of its name ("lumbar spine"). */
function rangeOf(block: Block, token: ContentToken, kind: ChangeKind): BlockRange {
  const name =
    kind === 'part' || kind === 'service' || kind === 'drug'
      ? termsOf(block, termKinds[kind]).find(({ start, end }) => start <= token.start && token.end <= end)
      : undefined;
  return { block, start: name?.start ?? token.start, end: name?.end ?? token.end };
}

function printed({ block, start, end }: BlockRange): string {
  return block.flow.text.slice(start, end);
}

/**
 * Whether a changed repetition speaks of the same request at all: announced or decided there, or so long that
 * nothing else can be meant; not beside an unchanged repetition in the same sentence, where it names another request.
 */
function believable(facts: CaseFacts, mention: RequestMention): boolean {
  const { wording, replaced, matched, extra, place, block, sentence } = mention;
  if (replaced.length !== 1 || extra > 2) return false;
  const long = matched >= 4 && matched / wording.tokens.length >= 0.75;
  if (!mention.cued && !long) return false;
  const unchanged = mentionsOf(facts).some(
    (other) =>
      other.block === block &&
      other.replaced.length === 0 &&
      other.wording.item === wording.item &&
      other.start >= sentence.start &&
      other.end <= sentence.end,
  );
  if (unchanged || wording.part !== partMeant(mention)) return false;
  // What a summary lists beside the request can be another item of the same kind, or a request that was given up.
  const [change] = replaced;
  if (place === 'summary' && change) {
    if (givenUp.test(sentence.text)) return false;
    const elsewhere = wordingsOf(facts).some(
      ({ item, tokens }) => item !== wording.item && tokens.some(({ norm }) => norm === change.found.norm),
    );
    if (elsewhere) return false;
  }
  return true;
}

/** Words that tell of more than one request for the same: the first form is not what is decided. */
const givenUp =
  /\b(?:replac(?:ed|es|ing)|supersed(?:ed|es)|amended|revised|resubmitted|re-submitted|withdr(?:ew|awn)|corrected|first (?:form|request|rfa)|second (?:form|request|rfa)|originally|initially|earlier request)\b/i;

/** Which clause of a split heading a repetition stands for, by the words after it. */
function partMeant({ wording, block, end }: RequestMention): RequestWording['part'] {
  if (wording.part === 'request') return 'request';
  const after = block.flow.text.slice(end, end + 30);
  if (/^[ ,"']*(?:was|were) authorized/.test(after)) return 'authorized';
  return /^[ ,"']*(?:was|were) the original/.test(after) ? 'original' : 'disputed';
}

/** Clauses of one split heading that name their drug, part or side differently. */
function headingChanges(item: ItemFacts, mine: readonly RequestWording[]): RequestChange[] {
  const { heading } = item;
  if (!heading?.split) return [];
  const disputed = mine.find(({ part }) => part === 'disputed');
  if (!disputed) return [];
  const found: RequestChange[] = [];
  const { kind: scope } = heading.split;
  const others = mine.filter((wording) => wording !== disputed);
  const repeated = others.map(({ tokens }) => repetitionsOf(disputed.tokens, tokens, 0.45)[0]);
  for (const token of disputed.tokens) {
    const kind = kindOf(token);
    // Quantities, and the parts of a request that lists several, differ between the clauses as they should.
    if (kind === undefined || kind === 'quantity' || kind === 'service') continue;
    const values: ContentToken[] = [token];
    for (const [index, repetition] of repeated.entries()) {
      // Another strength may be authorized; the original request that is left is the original one.
      if (kind === 'strength' && scope === 'whole' && others[index]?.part === 'authorized') continue;
      if (!repetition || repetition.missing.includes(token)) continue;
      const change = repetition.replaced.find(({ expected }) => expected === token);
      // An unchanged token stands for itself; which of its like it is does not matter.
      const unchanged = others[index]?.tokens.find(({ norm }) => norm === token.norm);
      if (change) values.push(change.found);
      else if (unchanged) values.push(unchanged);
    }
    const votes = (norm: string): number => values.filter((value) => value.norm === norm).length;
    const norms = [...new Set(values.map(({ norm }) => norm))];
    if (norms.length !== 2) continue;
    const [a = '', b = ''] = norms;
    if (votes(a) === votes(b) && kind !== 'strength' && kind !== 'drug') continue;
    if (
      kind === 'part' &&
      new Set(
        mine.map(
          ({ start, end }) =>
            termsOf(heading, 'body-part').filter((term) => term.start >= start && term.end <= end).length,
        ),
      ).size > 1
    )
      continue;
    const wrong = votes(a) <= votes(b) ? a : b;
    const alone = values.find(({ norm }) => norm === wrong);
    const kept = values.find(({ norm }) => norm !== wrong);
    if (!alone || !kept) continue;
    const at = rangeOf(heading, alone, kind);
    const against = rangeOf(heading, kept, kind);
    found.push({
      kind,
      item,
      found: printed(at),
      expected: printed(against),
      at,
      against,
      supporters: votes(kept.norm),
      where: 'heading',
      sure: true,
    });
  }
  return found;
}

function kindOf(token: ContentToken): ChangeKind | undefined {
  switch (token.role) {
    case 'side':
    case 'part':
    case 'service':
    case 'drug':
    case 'strength':
    case 'level':
      return token.role;
    case 'unit':
      return /^(?:week|month|day)$/.test(token.norm) ? 'quantity' : 'strength';
    case 'qualifier':
      return /^(?:physical|occupational|aquatic|with|without|rental|purchase|inpatient|outpatient)$/.test(
        token.norm,
      )
        ? 'service'
        : 'part';
    case 'quantity':
    case 'visits':
    case 'frequency':
    case 'duration':
    case 'number':
      return 'quantity';
    default:
      return undefined;
  }
}

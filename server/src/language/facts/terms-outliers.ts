import { bodyRegion, bodyRegionsOf, regionsCompatible } from '../catalog/index.ts';
import { gather } from '../gather.ts';
import type { Block, TermNode } from '../syntax/index.ts';
import type { CaseFacts } from './case.ts';
import { sentenceAt } from './sentences.ts';
import {
  hasBareOther,
  isBesideOther,
  isOperatedBare,
  isOtherOperation,
  isOtherSideSaid,
  isSideMeant,
  isSpared,
} from './terms-side-meant.ts';
import { allSidedParts, type SidedPart, sidedPartsOf, sidesIn, termsOf } from './terms-sides.ts';

/** A sided part that stands alone against the rest of the letter. */
export interface SideOutlier {
  odd: SidedPart;
  /** The mentions of the other side of the same part, or of parts that belong to it. */
  others: SidedPart[];
  /** Whether three mentions stand against it, and its sentence tells of the case: an examination compares the sides. */
  sure: boolean;
}

/** Sentences that tell of the case: what is asked for, imaged, diagnosed, injured or operated on. */
const tellsCase =
  /\b(?:request|authoriz|MRIs?\b|x-?rays?\b|radiograph|films?\b|CT\b|scan|imaging|ultraso|EMG|NC[VS]\b|nerve conduction|stud(?:y|ies)\b|diagnos|impression|assessment|inject|surg|operat|underwent|s\/p\b|status[- ]post|arthroscop|arthroplast|repair|release|replac|fixation|fusion|ORIF\b|fractur|fragment|avuls|dislocat|lesion|arthriti|degenerat|hardware|plate\b|splint|brace|tear|torn|ruptur|sprain|strain|contusion|tendin|syndrome|injur)/i;

/**
 * Mentions of one side of a part of which the letter otherwise knows only the other side: no mention is bilateral, at
 * least two are of the other side, and the sentence gives no reason for the difference.
 */
export function sideOutliersOf(facts: CaseFacts): SideOutlier[] {
  const all = allSidedParts(facts);
  const found: SideOutlier[] = [];
  const tallies = tally(all);
  for (const odd of all) {
    // "Arm" and "leg" hold every joint of the limb: they say too little.
    if (odd.side === 'bilateral' || isWholeLimb(odd)) continue;
    const counts = tallies.get(odd.part);
    if (!counts || !isOdd(counts, odd.side)) continue;
    const against = counts[otherSide(odd.side)];
    if (
      isSideMeant(odd.block, odd.sideNode, odd.partNode) ||
      isOperatedBare(facts, all, odd.side) ||
      hasBareOther(odd.block, odd.sideNode)
    )
      continue;
    const others = all.filter((other) => other !== odd && regionsCompatible(other.regions, odd.regions));
    // One heading asks for the left, another for the right: the letter is about both.
    const asked = [odd, ...others].filter(({ block }) => block.type === 'itemHeading');
    if (new Set(asked.map(({ side }) => side)).size > 1) continue;
    if (isOtherOperation(odd, others) || isBesideOther(odd, others) || isSaidOfBoth(facts, odd)) continue;
    // Another sentence has compared the sides already.
    if (others.some(({ block, side, sideNode }) => side !== odd.side && hasBareOther(block, sideNode)))
      continue;
    // "A left hernia repair in 1998. The left groin was intact.": what stands against it is of another time, or sound.
    const stands = others.some(
      ({ block, side, sideNode, partNode }) =>
        side !== odd.side && !isOtherSideSaid(block, sideNode) && !isSpared(block, partNode),
    );
    if (!stands) continue;
    const said = sentenceAt(odd.block, odd.sideNode.start)?.text ?? '';
    found.push({
      odd,
      others: others.filter(({ side }) => side !== 'bilateral'),
      sure: against >= 3 && tellsCase.test(said),
    });
  }
  return found;
}

const otherSide = (side: 'left' | 'right'): 'left' | 'right' => (side === 'left' ? 'right' : 'left');

/** Whether a part is said of a side at most once, of the other more often, and never of both. */
function isOdd(counts: Readonly<Record<SidedPart['side'], number>>, side: 'left' | 'right'): boolean {
  return counts[side] <= 1 && counts.bilateral === 0 && counts[otherSide(side)] >= 2;
}

/** "Injuries of the neck and both shoulders": the letter is about both sides, whatever it says of one. */
function isSaidOfBoth(facts: CaseFacts, { regions }: SidedPart): boolean {
  return facts.blocks.some((block) =>
    termsOf(block, 'body-part').some(
      ({ id, start }) =>
        regionsCompatible(bodyRegionsOf(id), regions) &&
        both.test(block.flow.text.slice(Math.max(0, start - 30), start)),
    ),
  );
}

const both = /\bboth (?:of )?(?:the |his |her )?(?:[a-z]+ )?$/i;

/**
 * The side of a part by the headings of the letter, for an item whose own heading names none; undefined where the
 * headings disagree, or summary and rationales do not say the same side three times and the other at most once.
 */
export function sideByHeadings(facts: CaseFacts, part: SidedPart): SidedPart | undefined {
  if (isWholeLimb(part)) return undefined;
  const same = (other: SidedPart): boolean => regionsCompatible(other.regions, part.regions);
  const headings = gather(facts.items, ({ heading }) => (heading ? sidedPartsOf(heading).filter(same) : []));
  const [first] = headings;
  if (!first || first.side === 'bilateral' || headings.some(({ side }) => side !== first.side))
    return undefined;
  const sides = allSidedParts(facts).filter((other) => other !== part && same(other));
  const count = (side: SidedPart['side']): number => sides.filter((other) => other.side === side).length;
  const sure = count(first.side) - headings.length >= 3 && count('bilateral') === 0;
  return sure && (first.side === part.side || count(part.side) <= 1) ? first : undefined;
}

/** How often each side is said of each part, or of another part that can be the same. */
function tally(all: readonly SidedPart[]): Map<string, Record<SidedPart['side'], number>> {
  const own = new Map<string, { sample: SidedPart; counts: Record<SidedPart['side'], number> }>();
  for (const mention of all) {
    let entry = own.get(mention.part);
    if (!entry) {
      entry = { sample: mention, counts: { left: 0, right: 0, bilateral: 0 } };
      own.set(mention.part, entry);
    }
    // "Sensation in the bilateral upper extremities" does not make both wrists hurt.
    if (mention.side !== 'bilateral' || !isWholeLimb(mention)) entry.counts[mention.side]++;
  }
  const sums = new Map<string, Record<SidedPart['side'], number>>();
  for (const [part, { sample }] of own) {
    const sum = { left: 0, right: 0, bilateral: 0 };
    for (const other of own.values()) {
      if (!regionsCompatible(other.sample.regions, sample.regions)) continue;
      for (const side of ['left', 'right', 'bilateral'] as const) sum[side] += other.counts[side];
    }
    sums.set(part, sum);
  }
  return sums;
}

/**
 * The one "left" of a letter that otherwise says only "right", or the reverse; undefined where both sides come up more
 * than once, or anything is bilateral.
 */
export function loneSideOf(facts: CaseFacts): { block: Block; node: TermNode; others: number } | undefined {
  if (!mayHaveLoneSide(facts)) return undefined;
  const all = gather(facts.blocks, (block) => termsOf(block, 'side').map((node) => ({ block, node })));
  const left = all.filter(({ node }) => node.id === 'left');
  const right = all.filter(({ node }) => node.id === 'right');
  if (left.length + right.length < all.length) return undefined;
  const asked = new Set(all.flatMap(({ block, node }) => (block.type === 'itemHeading' ? [node.id] : [])));
  if (asked.size > 1) return undefined;
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  const [lone] = few;
  if (!lone || few.length > 1 || many.length < 2) return undefined;
  // "3/10 in the left knee and 7/10 in the right": both sides are meant.
  const around = sentenceAt(lone.block, lone.node.start);
  const beside = many.some(
    ({ block, node }) =>
      block === lone.block && around && node.start >= around.start && node.end <= around.end,
  );
  if (beside) return undefined;
  const part = allSidedParts(facts).find(({ sideNode }) => sideNode === lone.node);
  if (part && isSaidOfBoth(facts, part)) return undefined;
  // "the left frontal white matter": of something else than the rest of the letter.
  const { text } = lone.block.flow;
  if (
    !part &&
    /^ (?!sided?\b|hand(?:ed)?\b|and\b|or\b|is\b|was\b|with\b|than\b)[a-z]{3}/i.test(
      text.slice(lone.node.end),
    )
  )
    return undefined;
  if (
    part &&
    !allSidedParts(facts).some((other) => other !== part && regionsCompatible(other.regions, part.regions))
  )
    return undefined;
  const meant =
    isSideMeant(lone.block, lone.node, part?.partNode) ||
    (part !== undefined &&
      isOtherOperation(
        part,
        allSidedParts(facts).filter((other) => other !== part),
      ));
  return meant ? undefined : { ...lone, others: many.length };
}

/** Whether a letter names one side once at most, the other more often, and never both. */
function mayHaveLoneSide({ blocks }: CaseFacts): boolean {
  let left = 0;
  let right = 0;
  for (const block of blocks) {
    for (const side of sidesIn(block)) {
      if (side === 'left') left++;
      else if (side === 'right') right++;
      else return false;
    }
  }
  return left <= 1 || right <= 1;
}

/** "Arm", "lower extremity". */
function isWholeLimb({ regions }: SidedPart): boolean {
  return regions.some((region) => bodyRegion(region)?.contains !== undefined);
}

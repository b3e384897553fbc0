import { bodyRegion, regionsCompatible } from '../catalog/index.ts';
import { gather } from '../gather.ts';
import type { Block, TermNode } from '../syntax/index.ts';
import type { CaseFacts } from './case.ts';
import { sentenceAt } from './sentences.ts';
import { isMeasuredAgain, isMeasuredBeside } from './terms-measured.ts';
import { allSidedParts, type SidedPart, sidedPartsOf, termsOf } from './terms-sides.ts';

/** A sided part that stands alone against the rest of the letter. */
export interface SideOutlier {
  odd: SidedPart;
  /** The mentions of the other side of the same part, or of parts that belong to it. */
  others: SidedPart[];
  /** Whether enough mentions stand against it. */
  sure: boolean;
}

/** Sentences that speak of the other side on purpose, or of another time. */
const otherSideMeant =
  /\b(?:compar|contralateral|extra load|kneels?\b|sle(?:eps|pt)\b|hops?\b|high school|(?:pain|symptoms?|complaints?|numbness) (?:was|were) denied|unlike|disuse|by contrast|un(?:hurt|burned|harmed|scathed)|not (?:hurt|burned|injured|affected|involved)|\b(?:brother|sister|mother|father|son|daughter|wife|husband|co-?worker|friend)\b|\b(?:carr(?:y|ied|ying)|h[eo]ld(?:s|ing)?|pull(?:ed|ing)?|push(?:ed|ing)?|grab(?:bed)?|caught|catch|threw|throw|wrote|writ(?:es|ing)|point(?:ed)?)\b[^.;]{0,40}\b(?:left|right) (?:hand|arm)|\bmy (?:left|right)\b|bilateral|symmetric|uninjured|unaffected|uninvolved|opposite|spread|mirror|other (?:side|hand|arm|leg|knee|shoulder|foot|hip|elbow|wrist|ankle|eye|ear)|(?:better|good|sound|healthy|normal) (?:side|hand|arm|leg|knee|shoulder|foot|hip|elbow|wrist|ankle|eye|ear|one)\b|childhood|since birth|congenital|lifelong|pre-?existing|prior|previous|past |history of|old (?:injur|fractur|tear)|ago\b|remote|radiat|compensat|overus|favou?r|domina|non-?industrial|neither of (?:which|these) is|gout\b|canes?\b|crutch|comorbid|unrelated|resolved|guideline|versus|vs|(?:19\d|20[012])\d\b(?![-/]))/i;

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
    const against = counts?.[odd.side === 'left' ? 'right' : 'left'] ?? 0;
    if (!counts || counts[odd.side] > 1 || counts.bilateral > 0 || against < 2) continue;
    const sentence = sentenceAt(odd.block, odd.sideNode.start)?.text ?? '';
    if (
      otherSideMeant.test(withoutDates(sentence)) ||
      isMeasuredBeside(odd.block, odd.sideNode) ||
      isMeasuredAgain(odd.block, odd.sideNode) ||
      isOperatedBare(facts, all, odd.side) ||
      isSpared(odd.block, odd.partNode) ||
      hasBareOther(odd.block, odd.sideNode)
    )
      continue;
    const others = all.filter((other) => other !== odd && regionsCompatible(other.regions, odd.regions));
    if (isOtherOperation(odd, others) || isBesideOther(odd, others)) continue;
    // "A left hernia repair in 1998. The left groin was intact.": what stands against it is of another time, or sound.
    const standing = others.filter(({ block, side, sideNode, partNode }) => {
      const said = sentenceAt(block, sideNode.start)?.text ?? '';
      return side !== odd.side && !otherSideMeant.test(withoutDates(said)) && !isSpared(block, partNode);
    });
    if (standing.length === 0) continue;
    found.push({ odd, others: others.filter(({ side }) => side !== 'bilateral'), sure: against >= 3 });
  }
  return found;
}

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

/** "A cuff repair on the right, a revision on the right": what was operated on there is told without the part. */
function isOperatedBare(facts: CaseFacts, all: readonly SidedPart[], side: SidedPart['side']): boolean {
  const withPart = new Set(all.map(({ sideNode }) => sideNode));
  const bare = gather(facts.blocks, (block) =>
    block.type === 'prose' || block.type === 'rationale'
      ? termsOf(block, 'side').filter(
          (node) =>
            node.id === side &&
            !withPart.has(node) &&
            operation.test(sentenceAt(block, node.start)?.text ?? ''),
        )
      : [],
  );
  return bare.length > 0;
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
  const all = gather(facts.blocks, (block) => termsOf(block, 'side').map((node) => ({ block, node })));
  const left = all.filter(({ node }) => node.id === 'left');
  const right = all.filter(({ node }) => node.id === 'right');
  if (left.length + right.length < all.length) return undefined;
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
    otherSideMeant.test(withoutDates(around?.text ?? '')) ||
    isMeasuredBeside(lone.block, lone.node) ||
    isMeasuredAgain(lone.block, lone.node) ||
    isSpared(lone.block, part?.partNode ?? lone.node) ||
    (part !== undefined &&
      isOtherOperation(
        part,
        allSidedParts(facts).filter((other) => other !== part),
      ));
  return meant ? undefined : { ...lone, others: many.length };
}

/** A part, alone or with another, as the subject of what is found at it: "and both wrists were", "exhibits". */
const subjectOfFinding =
  /^(?: joint| side)?(?:, [^,;.]{1,50}){0,2}(?:,? (?:and|or) (?:the |both )?(?:(?:left|right) )?[a-z]+(?: [a-z]+)?)?,? (?:is|was|are|were|has|had|have|shows?|showed|demonstrate[sd]?|reveals?|revealed|exhibit(?:s|ed)?|display(?:s|ed)?|appear(?:s|ed)?|remain(?:s|ed)?|move[sd]?)\b/i;
/** Where another subject begins: "but the right was tender". */
const otherClause =
  /;|, (?:whereas|while)\b| (?:but|however|although),? (?:(?:on |at |in )?the )?(?:left|right)\b/i;
/** "no effusion", "without pain": what is not there. */
const absent = /\b(?:no|without|free of|never|nor|not|non)\b[^,;.]{0,50}/gi;
const sound =
  /\b(?:never (?:been )?(?:injured|hurt|affected|involved|operated|treated)|not (?:been )?(?:injured|hurt|affected|involved)|no|without|never|normal|painless|pain-?free|symptom[- ]?free|full|freely|non-?tender|stable|unremarkable|intact|asymptomatic|negative|spared|benign|uninjured|symmetrical?|strong)\b|\b5\/5(?!\d)/i;
const ill =
  /\b(?:tender|tenderness|pain|painful|positive|decreased|reduced|limited|limitation|loss|weak|weakness|swollen|swelling|torn|tear|impingement|atrophy|diminished|spasms?|stiff|instability|injured|operated|repaired|replaced|surgery)\b/i;

/** "Without symptoms of the right foot". */
const absentAt =
  /\b(?:no|without|denie[sd]|free of|absence of|never had) (?:any )?(?:[a-z]+ ){0,3}(?:of|in|at|over|to|about) (?:the |his |her )?(?:left|right) (?:[a-z]+ )?$/i;

/** Whether the part is only named for having nothing, as the sound side of a comparison has. */
function isSpared(block: Block, partNode: TermNode): boolean {
  if (absentAt.test(block.flow.text.slice(Math.max(0, partNode.start - 80), partNode.start))) return true;
  const end = sentenceAt(block, partNode.start)?.end ?? partNode.end;
  const [said = ''] = block.flow.text.slice(partNode.end, end).split(otherClause, 1);
  return subjectOfFinding.test(said) && sound.test(said) && !ill.test(said.replace(absent, ' '));
}

/** "20/20 in the right eye and 20/80 in the left": both sides are meant. */
function hasBareOther(block: Block, sideNode: TermNode): boolean {
  const sentence = sentenceAt(block, sideNode.start);
  return (
    sentence !== undefined &&
    termsOf(block, 'side').some(
      ({ start, end, id }) =>
        id !== sideNode.id &&
        id !== 'bilateral' &&
        start >= sentence.start &&
        end <= sentence.end &&
        /^[,.;)]/.test(block.flow.text.slice(end, end + 1)) &&
        /\bthe $/i.test(block.flow.text.slice(Math.max(0, start - 4), start)),
    )
  );
}

/** "(Left wrist) contusion": a complaint or diagnosis of its own. */
const ownNoun =
  /^ (?!and\b|or\b|is\b|was\b|were\b|are\b|has\b|had\b|with|for\b|from\b|that\b|which\b|who\b|when\b|where\b|after\b|before\b|since\b|but\b|while\b|show|reveal|joint\b|side\b|region\b|area\b|level\b)[a-z]{4,}/;

/** "… in the right eye; the (left eye) was comfortable": where the other side is set against the first. */
const besideThat = /(?:; |, (?:while|whereas|but) )(?:on |in |at )?(?:the |his |her )?$/i;

/** "Right wrist sprain, left wrist contusion": one sentence has a complaint of each side, or sets one against the other. */
function isBesideOther({ block, side, part, sideNode, partNode }: SidedPart, others: readonly SidedPart[]) {
  const { text } = block.flow;
  const contrasted = besideThat.test(text.slice(Math.max(0, sideNode.start - 16), sideNode.start));
  if (!contrasted && !ownNoun.test(text.slice(partNode.end, partNode.end + 30))) return false;
  const sentence = sentenceAt(block, sideNode.start);
  return others.some(
    (other) =>
      other.block === block &&
      other.part === part &&
      other.side !== side &&
      sentence !== undefined &&
      other.sideNode.start >= sentence.start &&
      other.sideNode.end <= sentence.end &&
      (contrasted
        ? other.sideNode.start < sideNode.start
        : ownNoun.test(text.slice(other.partNode.end, other.partNode.end + 30))),
  );
}

const operation =
  /\b(?:status[- ]post|s\/p|underwent|undergone|operated|operation|surgery|replaced|replacement|arthroplasty|arthroscopy|meniscectomy|release|repaired|repair|reconstruct(?:ed|ion)|fus(?:ed|ion)|fixation|ORIF|amputat(?:ed|ion))\b/i;
const day = /\b\d{1,2}[-/] ?\d{1,2}[-/] ?\d{2,4}\b|\b[A-Z][a-z]+ \d{1,2}, \d{4}/;

/** An operation that has a day of its own, which nothing on the other side has: "status post left release on D". */
function isOtherOperation({ block, sideNode, partNode }: SidedPart, others: readonly SidedPart[]): boolean {
  const sentence = sentenceAt(block, sideNode.start);
  if (!sentence) return false;
  const from = Math.max(
    sentence.start,
    ...[', ', '; '].map((mark) => block.flow.text.lastIndexOf(mark, sideNode.start)),
  );
  const [rest = ''] = block.flow.text.slice(partNode.end, sentence.end).split(/[,;] (?!\d{4}\b)/, 1);
  const clause = block.flow.text.slice(from, partNode.end) + rest;
  const [own] = day.exec(clause) ?? [];
  return (
    own !== undefined &&
    operation.test(clause) &&
    !others.some((other) => sentenceAt(other.block, other.sideNode.start)?.text.includes(own))
  );
}

/** "Arm", "lower extremity". */
function isWholeLimb({ regions }: SidedPart): boolean {
  return regions.some((region) => bodyRegion(region)?.contains !== undefined);
}

/** Dates of the case hold years too, and tell nothing about another time. */
function withoutDates(sentence: string): string {
  return sentence.replace(/\b\d{1,2}[-/] ?\d{1,2}[-/] ?\d{2,4}\b|\b[A-Z][a-z]+ \d{1,2}, \d{4}/g, '');
}

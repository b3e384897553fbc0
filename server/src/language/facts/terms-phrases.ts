import { bodyRegionsOf, regionsCompatible } from '../catalog/index.ts';
import { gather } from '../gather.ts';
import { matches } from '../matches.ts';
import { perText } from '../per-text.ts';
import type { Block, Measure, TermNode } from '../syntax/index.ts';
import { type CaseFacts, type ItemFacts, perItem } from './case.ts';
import { sentencesOf } from './sentences.ts';
import { type SidedPart, sidedPartsOf, termsOf } from './terms-sides.ts';

/** A phrase of a rationale that says what is asked for: "the request for an MRI of the left knee". */
export interface RequestPhrase {
  item: ItemFacts;
  block: Block;
  /** Range of what is asked for, without the words that announce it. */
  start: number;
  end: number;
  /** Where it stands: in the first sentence, in one that decides, or in one that states the request. */
  place: 'opening' | 'deciding' | 'stating';
  terms: TermNode[];
  sides: SidedPart[];
  measures: Measure[];
}

/**
 * "the request for", "this request is for", "with regard to the request for". Not "the concurrent request for
 * surgery", "the original request for": those are other requests.
 */
const announced =
  /(?<!\b(?:concurrent|concurrently|associated|prior|previous|original|initial|other|another|earlier|similar|surgical|additional|separate|denied|recent|first|second|requested|dated) )\b(?:requests? (?:is |was )?(?:for|of)|requested(?: (?:amount|number|quantity|course) of)?|original request,|questions? is whether) (?:the |associated surgical services?:? |an? |additional |further |retrospective |prospective |continued |proposed |use of |purchase of |["'])*/gi;
/** What ends the phrase: a verb, a stop, a clause. */
const ending =
  /["';:]|,(?! (?:left|right|bilateral|lumbar|cervical|thoracic|and|one|two|three|\d))|\.(?= |$)|\b(?:is|was|are|were|be|being|has|have|had|does|did|do|can|cannot|could|would|should|exceeds?|dated|due|because|which|that|as|to (?:be|help|rule|evaluate|assess|determine)|not|on|given|based|from|therefore|thus|when|while|since|by|if)\b/i;

/** Words that only join a sentence to the one before. */
const lead =
  /^(?:(?:therefore|consequently|thus|as such|accordingly|hence|in summary|for these reasons|based on the above|given the above|in conclusion),? )?(?:the |an? |this |both |repeat |additional |current |proposed )*/i;
/** A sentence whose subject is what is decided: "MRI of the right shoulder is medically necessary." Not a reason. */
const subject =
  /^(?!(?:as the|as an?|since|because|if|while|although|when|given that|any|no|there|it|medical necessity)\b)[^.;:]{4,140}? (?:is|was|are|were) (?:therefore |thus )?(?:not )?(?:medically necessary|medically appropriate)/i;

/** The verb right behind such a subject. */
const decidedHere =
  /^,? ?(?:is|was|are|were) (?:therefore |thus )?(?:not )?(?:medically necessary|medically appropriate)/i;

const stating =
  /^(?:in this case, )?(?:this|the (?:current|present))? ?(?:request|is a request|issue)\b|^this is a request|\brequested (?:amount|number|quantity|course) of /i;

/** What a sentence shows by itself: whether it states the request, and where what it asks for begins. */
const signsOf = perText((sentence) => ({
  states: stating.test(sentence),
  starts: matches(announced, sentence).map((match) => match.index + match[0].length),
}));

/** "The trial is not medically necessary; hence, the testing is not": a reason too. */
const reasonBefore =
  /\bmedically (?:necessary|appropriate)[;,] (?:and )?(?:hence|therefore|thus|so|accordingly|consequently)\b/i;

/** Where the subject of a deciding sentence begins; undefined where it has none that could be a request. */
const subjectOf = perText((sentence): number | undefined =>
  subject.test(sentence) && !reasonBefore.test(sentence) ? (lead.exec(sentence)?.[0].length ?? 0) : undefined,
);

/** The phrases of an item's rationales that say what is asked for. */
export const phrasesOf: (item: ItemFacts) => readonly RequestPhrase[] = perItem((item) =>
  gather(item.rationales, (block) => phrasesIn(item, block)),
);

/** The phrases of all rationales that say what is asked for. */
export function requestPhrasesOf(facts: CaseFacts): RequestPhrase[] {
  return gather(facts.items, phrasesOf);
}

function phrasesIn(item: ItemFacts, block: Block): RequestPhrase[] {
  const found: RequestPhrase[] = [];
  const { text } = block.flow;
  const conclusions = block.children.filter(({ type }) => type === 'conclusion');
  const terms = termsOf(block);
  const sides = new Map(sidedPartsOf(block).map((part) => [part.sideNode, part]));
  const measures = block.children.filter((node): node is Measure => node.type === 'measure');
  for (const [index, sentence] of sentencesOf(block).entries()) {
    const decides = conclusions.length > 0 && within(conclusions, sentence.start, sentence.end).length > 0;
    const { states, starts } = signsOf(sentence.text);
    if (index > 0 && !decides && !states) continue;
    const alone = starts.length === 0 && decides ? subjectOf(sentence.text) : undefined;
    for (const offset of alone === undefined ? starts : [alone]) {
      const start = sentence.start + offset;
      const stop = ending.exec(text.slice(start, start + 200));
      // "Norco is not advisable and thus Senokot is not medically necessary": the subject is another.
      if (alone !== undefined && stop && !decidedHere.test(text.slice(start + stop.index))) continue;
      const end = Math.min(stop ? start + stop.index : sentence.end, sentence.end, start + 200);
      const named = within(terms, start, end);
      if (named.length === 0) continue;
      found.push({
        item,
        block,
        start,
        end,
        place: decides ? 'deciding' : states ? 'stating' : 'opening',
        terms: named,
        sides: sidesWithin(named, sides),
        measures: within(measures, start, end),
      });
    }
  }
  return found;
}

/** The sided parts whose side is one of some terms. */
function sidesWithin(terms: readonly TermNode[], sides: ReadonlyMap<TermNode, SidedPart>): SidedPart[] {
  return terms.map((term) => sides.get(term)).filter((part) => part !== undefined);
}

/** The nodes of a list in order of place that begin and end within a range. */
function within<Node extends { start: number; end: number }>(
  nodes: readonly Node[],
  start: number,
  end: number,
): Node[] {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((nodes[middle] as Node).start < start) low = middle + 1;
    else high = middle;
  }
  const found: Node[] = [];
  for (let at = low; at < nodes.length; at++) {
    const node = nodes[at] as Node;
    if (node.start >= end) break;
    if (node.end <= end) found.push(node);
  }
  return found;
}

/** The sided parts of an item's heading that can be the part of these regions. */
export function headingSides(item: ItemFacts, regions: readonly string[]): SidedPart[] {
  return item.heading
    ? sidedPartsOf(item.heading).filter((part) => regionsCompatible(part.regions, regions))
    : [];
}

/** Regions of the body that an item's heading names; empty where it names none. */
export function headingRegions(item: ItemFacts): string[] {
  if (!item.heading) return [];
  return [...new Set(gather(termsOf(item.heading, 'body-part'), ({ id }) => bodyRegionsOf(id)))];
}

/** A part in a phrase that cannot be any of the heading's, with the heading's; `only`: the heading names no second. */
export function foreignPart(
  phrase: RequestPhrase,
): { part: TermNode; own: TermNode; only: boolean } | undefined {
  const { heading } = phrase.item;
  const parts = heading ? termsOf(heading, 'body-part') : [];
  const [own] = parts;
  if (!own) return undefined;
  const part = phrase.terms.find(
    (term) =>
      term.kind === 'body-part' &&
      parts.every(
        (other) =>
          !regionsCompatible(bodyRegionsOf(term.id), bodyRegionsOf(other.id)) ||
          areOtherSpines(phrase.block.flow.text, term, heading?.flow.text ?? '', other),
      ),
  );
  return part ? { part, own, only: new Set(parts.map(({ id }) => id)).size === 1 } : undefined;
}

const spine = /^(?:cervical|thoracic|lumbar) spine$/i;

/** "Thoracic spine" and "lumbar spine": pain goes from one to the other, but what is asked for is of one. */
function areOtherSpines(text: string, part: TermNode, otherText: string, other: TermNode): boolean {
  return (
    part.id !== other.id &&
    spine.test(text.slice(part.start, part.end)) &&
    spine.test(otherText.slice(other.start, other.end))
  );
}

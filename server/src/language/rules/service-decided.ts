import { type ServiceKind, serviceKind } from '../catalog/index.ts';
import {
  type CaseFacts,
  foundInItems,
  type ItemFacts,
  type Sentence,
  sentencesOf,
  termsOf,
} from '../facts/index.ts';
import { gather } from '../gather.ts';
import type { Block, Measure, Rationale, TermNode } from '../syntax/index.ts';
import { numberOf } from '../syntax/inline/measures.ts';
import { findTerms } from '../syntax/inline/terms.ts';
import { relationOf } from './service-relation.ts';

/** A service that a rationale decides on, although the heading asks for another and nothing else in the letter names it. */
export interface DecidedService {
  item: ItemFacts;
  block: Block;
  found: TermNode;
  own: TermNode;
  /** Whether it comes with the heading's own number of visits. */
  counted: boolean;
}

const some =
  /\b(?:visits|sessions|treatments|criteria for|(?:recommended|allowed|supported|warranted|indicated|approved|certified|justified|authorized))\b/i;

/** "The eight visits of …", "the eight … visits": what is asked for, told by its number. */
const countBefore =
  /\b(?:the|these) (?:requested |proposed |additional |initial |remaining )*(\d{1,2}|[a-z]+(?:-[a-z]+)?) (?:requested |proposed |additional |more )?((?:visits|sessions|treatments) of (?:[a-z]+ )?)?$/i;
const countBehind = /^ (?:visits|sessions|treatments)\b/i;
/** What is said of visits still to come: those that were had "brought", "were" and "have been". */
const toCome =
  /^(?: (?:visits|sessions|treatments))?(?: for the [^.,;]{0,40}?)?(?: (?:now )?(?:requested|asked for|sought|under review))? (?:exceeds?|would|are|is|cannot|can|fall|lie|conform|go|surpass|may|will|should)\b/i;

/** "Without these, the … study cannot be supported at this time." */
const named = /\b(?:the|this|these) (?:requested |proposed )?$/i;
const decided =
  /^(?: (?:study|studies|treatments?|therapy|devices?|units?|tests?|testing))? (can ?not be|(?:is|are|was|were)( not)?)(?: (?:therefore|thus|medically|currently))? (?:supported|warranted|indicated|approved|certified|justified|authorized)(?=[.,;]| at this time| on this| here\b| based on| given| in this case)/i;

/** "The criteria for an … are met." */
const criteria = /\bcriteria for (?:an? |the )?(?:[a-z]+ )?$/i;
const met = /^ (?:are|were|have)( not)?(?: all)?(?: been)? (?:met|satisfied|fulfilled)\b/i;

/** "As a walker is recommended after surgery, the request is medically necessary." */
const reason = /^(?:as|because|since) (?:an? |the )?$/i;
const allowed =
  /^ (?:is|are) (?:recommended|supported|indicated|allowed)\b[^;.]{0,80}, the request is medically necessary/i;

/** A reason, an alternative, what a guideline says, or what somebody else held. */
const elsewhere =
  /^(?:as(?! such\b)|since|because|given that|although|while|if|when|until|unless)\b|\b(?:guidelines? (?:state|note|recommend)|MTUS|ODG|ACOEM|utili[sz]ation review|instead|rather|first|alternative|before|other|another|prior|previous(?:ly)?|only|after|once|provider|physician|surgeon|also)\b/i;

/** What others depend on, or what is too wide to be told from the request. */
const vague = new Set<ServiceKind>(['surgery', 'perioperative', 'consultation', 'laboratory', 'other']);
const vagueServices = new Set(['injection', 'exercise', 'durable-medical-equipment', 'supplies', 'brace']);
/** What is asked for because of another service. */
const dependent = new Set<ServiceKind>(['perioperative', 'consultation', 'laboratory', 'other', 'home-care']);

/** The services that rationales decide on in other words than those for a request. */
export function decidedServicesOf(facts: CaseFacts): readonly DecidedService[] {
  return candidatesOf(facts).filter(({ block, found }) => !isNamedElsewhere(facts, block, found));
}

/** The same, whatever else the letter names. */
const candidatesOf = foundInItems((item) => {
  const { heading } = item;
  if (!heading || termsOf(heading, 'drug').length > 0) return [];
  const asked = termsOf(heading, 'service');
  const [own] = asked;
  if (!own || asked.some(({ id }) => id === 'fluoroscopy' || isOneOf(dependent, id))) return [];
  return gather(item.rationales, (block) =>
    gather(sentencesOf(block), (sentence) => {
      if (!some.test(sentence.text)) return [];
      return gather(termsOf(block, 'service'), (found): DecidedService[] => {
        if (found.start < sentence.start || found.end > sentence.end) return [];
        if (vagueServices.has(found.id) || isOneOf(vague, found.id)) return [];
        if (asked.some(({ id }) => relationOf(id, found.id) !== 'different')) return [];
        const way = wayOf(item, block, sentence, found, own);
        return way === undefined ? [] : [{ item, block, found, own, counted: way === 'counted' }];
      });
    }),
  );
});

function isOneOf(kinds: ReadonlySet<ServiceKind>, id: string): boolean {
  const kind = serviceKind(id);
  return kind !== undefined && kinds.has(kind);
}

/** How a sentence decides on a service, where it does. */
function wayOf(
  { heading, verdict }: ItemFacts,
  block: Rationale,
  sentence: Sentence,
  found: TermNode,
  own: TermNode,
): 'counted' | 'named' | undefined {
  const before = block.flow.text.slice(sentence.start, found.start);
  const behind = block.flow.text.slice(found.end, sentence.end);
  const count = countBefore.exec(before);
  if (count && (count[2] !== undefined || countBehind.test(behind)) && toCome.test(behind)) {
    const visits = (heading?.children ?? []).filter(
      (node): node is Measure => node.type === 'measure' && node.kind === 'visits',
    );
    const value = numberOf(count[1] ?? '');
    return visits.some(({ values }) => values.length === 1 && values[0] === value) ? 'counted' : undefined;
  }
  if (reason.test(before)) {
    const isEquipment = serviceKind(own.id) === 'equipment' && serviceKind(found.id) === 'equipment';
    return isEquipment && verdict === 'Overturned' && allowed.test(behind) ? 'named' : undefined;
  }
  if (elsewhere.test(sentence.text)) return undefined;
  const says = named.test(before)
    ? decided.exec(behind)
    : criteria.test(before)
      ? met.exec(behind)
      : undefined;
  if (!says || verdict === undefined) return undefined;
  const refused = /\bcan ?not\b|\bnot\b/i.test(says[0]);
  // What goes against the verdict is an argument about something else.
  return refused === (verdict === 'Upheld') ? 'named' : undefined;
}

/** Whether anything else in a letter names a service, or one like it. */
function isNamedElsewhere(facts: CaseFacts, block: Block, found: TermNode): boolean {
  return facts.blocks.some((other) =>
    (other.type === 'guidelineLine' ? findTerms(other.flow.text) : termsOf(other, 'service')).some(
      (term) =>
        term.kind === 'service' &&
        !(other === block && term.start === found.start) &&
        relationOf(term.id, found.id) !== 'different',
    ),
  );
}

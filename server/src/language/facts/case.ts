import { gather } from '../gather.ts';
import type {
  Block,
  Credential,
  GuidelineLine,
  Header,
  HeaderField,
  HeaderFieldName,
  Item,
  ItemHeading,
  Prose,
  Rationale,
  Root,
  Section,
  SectionName,
  Verdict,
} from '../syntax/index.ts';
import type { WordsChecker } from '../words/types.ts';

/** A disputed item with its parts at hand; a missing part is undefined, a doubled one is in the lists. */
export interface ItemFacts {
  node: Item;
  number: number;
  heading: ItemHeading | undefined;
  /** The request as printed in the heading, without verdict; of a split heading, what is left to decide. */
  request: string;
  verdict: Verdict | undefined;
  claims: GuidelineLine | undefined;
  maximus: GuidelineLine | undefined;
  rationale: Rationale | undefined;
  claimsLines: GuidelineLine[];
  maximusLines: GuidelineLine[];
  rationales: Rationale[];
  /** What functions have read of it ({@link perItem}). */
  readonly kept: unknown[];
}

/** Numbers of functions that read letters, and items. */
const functions = { ofCase: 0, ofItem: 0 };

/** Kept in place of an answer that is undefined. */
const nothing = Symbol('nothing');

/**
 * Keeps what a function reads of a letter with the facts of the letter: it is read once, when it is first asked for. To be
 * called when the program is loaded. (A weak map for each function did the same; the engine goes over all their entries
 * whenever it clears up.)
 */
export function perCase<T>(read: (facts: CaseFacts) => T): (facts: CaseFacts) => T {
  return once(functions.ofCase++, read);
}

/** As {@link perCase}, of an item of a letter. */
export function perItem<T>(read: (item: ItemFacts) => T): (item: ItemFacts) => T {
  return once(functions.ofItem++, read);
}

function once<O extends { readonly kept: unknown[] }, T>(
  index: number,
  read: (owner: O) => T,
): (owner: O) => T {
  return (owner) => {
    const known = owner.kept[index];
    if (known !== undefined) return (known === nothing ? undefined : known) as T;
    const answer = read(owner);
    owner.kept[index] = answer === undefined ? nothing : answer;
    return answer;
  };
}

/**
 * What the tree says about the case. Facts that cost time are read when a rule first asks for them and kept.
 * Rules compare facts; they do not parse the text again.
 */
export class CaseFacts {
  readonly tree: Root;
  readonly header: Header | undefined;
  readonly sections: readonly Section[];
  readonly items: readonly ItemFacts[];
  /** All blocks of text, in order of place. */
  readonly blocks: readonly Block[];

  /** What functions keep of the letter ({@link perCase}). */
  readonly kept: unknown[] = new Array(functions.ofCase).fill(undefined);

  /** The words check, where it is on. */
  readonly words: WordsChecker | undefined;

  constructor(tree: Root, words?: WordsChecker) {
    this.tree = tree;
    this.words = words;
    this.header = tree.children.find((child): child is Header => child.type === 'header');
    this.sections = tree.children.filter((child): child is Section => child.type === 'section');
    this.items = gather(this.sections, (section) =>
      section.children.filter((child): child is Item => child.type === 'item').map(readItem),
    );
    this.blocks = gather(this.sections, (section) =>
      gather(section.children, (child): Block[] => (child.type === 'item' ? child.children : [child])),
    );
  }

  /** The header field of a name, where the letter has a header table with it. */
  field(name: HeaderFieldName): HeaderField | undefined {
    return this.header?.children.find((field) => field.name === name);
  }

  /** First section of a name. */
  section(name: SectionName): Section | undefined {
    return this.sections.find((section) => section.name === name);
  }

  /** Running text of the case summary, without heading and lead-in. */
  get summary(): Prose | undefined {
    return this.section('summary')?.children.find((child): child is Prose => child.type === 'prose');
  }

  /** A line of the reviewer's credentials. */
  credential(name: Credential['name']): Credential | undefined {
    return this.section('credentials')?.children.find(
      (child): child is Credential => child.type === 'credential' && child.name === name,
    );
  }
}

function readItem(node: Item): ItemFacts {
  const heading = node.children.find((child): child is ItemHeading => child.type === 'itemHeading');
  const lines = node.children.filter((child): child is GuidelineLine => child.type === 'guidelineLine');
  const claimsLines = lines.filter((line) => line.party === 'claims');
  const maximusLines = lines.filter((line) => line.party === 'maximus');
  const rationales = node.children.filter((child): child is Rationale => child.type === 'rationale');
  const request = heading
    ? heading.flow.text.slice(
        heading.split?.disputed.start ?? 0,
        heading.split?.disputed.end ?? heading.requestEnd,
      )
    : '';
  return {
    node,
    number: node.number,
    heading,
    request,
    verdict: heading?.verdict?.value,
    claims: claimsLines[0],
    maximus: maximusLines[0],
    rationale: rationales[0],
    claimsLines,
    maximusLines,
    rationales,
    kept: [],
  };
}

const cache = new WeakMap<Root, CaseFacts>();

/** The facts of a tree, read once; the words check is that of the first call. */
export function factsOf(tree: Root, words?: WordsChecker): CaseFacts {
  let facts = cache.get(tree);
  if (!facts) {
    facts = new CaseFacts(tree, words);
    cache.set(tree, facts);
  }
  return facts;
}

import { type Guideline, type IsoDate, knowledge } from '../catalog/index.ts';
import { gather } from '../gather.ts';
import { perText } from '../per-text.ts';
import type { Block, GuidelineLine, GuidelineReference, PageReference } from '../syntax/index.ts';
import { type CaseFacts, type ItemFacts, perCase } from './case.ts';
import { barePageOwner } from './citations-bare-pages.ts';
import { type ForceOf, forceOn, resolve } from './citations-resolve.ts';
import { type Stance, stanceOf } from './citations-stance.ts';
import { knownCaseDates } from './dating.ts';
import { perBlock } from './per-block.ts';

/** Who issued what is cited. A bare "MTUS" is the schedule as such; `other` is any source outside these three. */
type Authority = 'mtus' | 'acoem' | 'odg' | 'other';

/** A page with the topics that the same entry of a guideline line names for it. */
export interface CitedPage {
  node: PageReference;
  /** Topic names as printed; empty in running text, where {@link topicsNear} reads them from the sentence. */
  topics: readonly string[];
  /** Guidelines that it can be a page of: several chapters may share one list ("Chapter 8 …, Chapter 9 … Page(s): 178, 208"). */
  guidelines: readonly Guideline[];
}

/** A guideline that a line lists or a text names. */
export interface Citation {
  node: GuidelineReference;
  block: Block;
  item: ItemFacts | undefined;
  place: 'claims' | 'maximus' | 'rationale' | 'text';
  authority: Authority;
  /** Guidelines that it can mean, by its name, its year, the item's own line and the dates of the case. */
  guidelines: readonly Guideline[];
  /** The one guideline, where there is only one. */
  guideline: Guideline | undefined;
  pages: readonly CitedPage[];
  /** What running text does with it; entries of a line are always `cited`. */
  stance: Stance;
}

/** What a guideline line says as a whole. */
export type LineShape =
  /** It lists guidelines or other sources. */
  | 'cited'
  /** "… outside of the MTUS Guidelines", with or without a source. */
  | 'outside'
  /** "… did not cite any medical evidence for its decision." */
  | 'none'
  /** None of the form's sentences was recognised. */
  | 'unread';

/** The citations of a disputed item. */
export interface ItemCitations {
  readonly item: ItemFacts;
  readonly claims: readonly Citation[];
  readonly maximus: readonly Citation[];
  readonly rationale: readonly Citation[];
  /** Shape of the MAXIMUS line; undefined where there is none. */
  readonly shape: LineShape | undefined;
}

/** All citations of a letter. */
export interface CitationFacts {
  /** Dates on which the guideline in force is judged; the same list for letters with the same dates. */
  readonly dates: readonly IsoDate[];
  readonly items: readonly ItemCitations[];
  /** Mentions outside of the items: in the summary, in the guideline section of the older forms. */
  readonly elsewhere: readonly Citation[];
  /** Every citation, in order of place within its group. */
  readonly all: readonly Citation[];
}

/** What a guideline line says as a whole. */
export function lineShapeOf(line: GuidelineLine): LineShape {
  const { text } = line.flow;
  if (/\bnot cite any (?:medical )?evidence\b/i.test(text)) return 'none';
  if (/\boutside of the MTUS\b/i.test(text)) return 'outside';
  return line.children.some((child) => child.type === 'guidelineReference') ? 'cited' : 'unread';
}

/** The citations of a letter, resolved against the catalog. */
export const citationsOf: (facts: CaseFacts) => CitationFacts = perCase(read);

const sameDates = perText((dates): readonly IsoDate[] => (dates === '' ? [] : dates.split(' ')));

function read(facts: CaseFacts): CitationFacts {
  const dates = sameDates(knownCaseDates(facts).join(' '));
  const force = forceOn(dates);
  const items = facts.items.map((item) => new LazyCitations(item, force));
  let elsewhere: readonly Citation[] | undefined;
  let all: readonly Citation[] | undefined;
  return {
    dates,
    items,
    get elsewhere() {
      elsewhere ??= readElsewhere(facts, force);
      return elsewhere;
    },
    get all() {
      all ??= [
        ...this.elsewhere,
        ...gather(items, ({ claims, maximus, rationale }) => [...claims, ...maximus, ...rationale]),
      ];
      return all;
    },
  };
}

function readElsewhere(facts: CaseFacts, force: ForceOf): Citation[] {
  const own = new Set<Block>(gather(facts.items, ({ node }) => node.children));
  return gather(
    facts.blocks.filter((block) => !own.has(block)),
    (block) => readBlock(block, 'text', undefined, force, []),
  );
}

/** Reads the citations of an item when they are asked for: most rules pass over most items of a letter that is typed. */
class LazyCitations implements ItemCitations {
  readonly item: ItemFacts;
  readonly #force: ForceOf;
  #read: Omit<ItemCitations, 'item'> | undefined;

  constructor(item: ItemFacts, force: ForceOf) {
    this.item = item;
    this.#force = force;
  }

  get claims(): readonly Citation[] {
    return this.#citations.claims;
  }

  get maximus(): readonly Citation[] {
    return this.#citations.maximus;
  }

  get rationale(): readonly Citation[] {
    return this.#citations.rationale;
  }

  get shape(): LineShape | undefined {
    return this.#citations.shape;
  }

  get #citations(): Omit<ItemCitations, 'item'> {
    this.#read ??= readItem(this.item, this.#force);
    return this.#read;
  }
}

function readItem(item: ItemFacts, force: ForceOf): Omit<ItemCitations, 'item'> {
  const claims = gather(item.claimsLines, (line) => readBlock(line, 'claims', item, force, []));
  const maximus = gather(item.maximusLines, (line) => readBlock(line, 'maximus', item, force, []));
  const rationale = gather(item.rationales, (block) => readBlock(block, 'rationale', item, force, maximus));
  return { claims, maximus, rationale, shape: item.maximus && lineShapeOf(item.maximus) };
}

/** Reads the citations of a block; `line` holds the entries of the item's own MAXIMUS line, for a rationale. */
function readBlock(
  block: Block,
  place: Citation['place'],
  item: ItemFacts | undefined,
  force: ForceOf,
  line: readonly Citation[],
): Citation[] {
  const citations: Citation[] = [];
  const uses = usesOf()(block);
  for (const node of block.children) {
    if (node.type !== 'guidelineReference') continue;
    const guidelines = resolve(node, force, line);
    const inLine = node.kind !== 'mention';
    const { authority, stance } = uses[citations.length] as Use;
    citations.push({
      node,
      block,
      item,
      place,
      authority,
      guidelines,
      guideline: guidelines.length === 1 ? guidelines[0] : undefined,
      pages: inLine
        ? listedPages(node, shared(node, guidelines, citations))
        : node.pages.map((page) => ({ node: page, topics: [], guidelines })),
      stance,
    });
  }
  if (place === 'rationale') addBarePages(block, citations, line);
  return citations;
}

/** What a text does with a guideline that it names, and who issued that. */
type Use = Pick<Citation, 'authority' | 'stance'>;

/** The uses of the guidelines that a block names, in order of place. */
const usesOf = knowledge.per(() =>
  perBlock((block): readonly Use[] => {
    const uses: Use[] = [];
    let previous: GuidelineReference | undefined;
    let stance: Stance = 'named';
    for (const node of block.children) {
      if (node.type !== 'guidelineReference') continue;
      stance = node.kind === 'mention' ? stanceOf(block, node, previous, stance) : 'cited';
      uses.push({ authority: authorityOf(node), stance });
      previous = node;
    }
    return uses;
  }),
);

function authorityOf(node: GuidelineReference): Authority {
  if (node.kind === 'mtus') return node.guidelines.some((id) => id === 'acoem-2004') ? 'acoem' : 'mtus';
  const odg = /\bODG\b|Official Disability/i.test(node.name);
  if (node.kind === 'other')
    return odg ? 'odg' : /\bACOEM\b|American College of Occ/i.test(node.name) ? 'acoem' : 'other';
  if (odg) return 'odg';
  if (/MTUS|Medical Treatment Util/i.test(node.name)) return 'mtus';
  return /ACOEM|American College/i.test(node.name) ? 'acoem' : 'mtus';
}

/** The guidelines that the pages of an entry can belong to: its own and those of entries before it that have no list. */
function shared(
  node: GuidelineReference,
  own: readonly Guideline[],
  before: readonly Citation[],
): readonly Guideline[] {
  if (node.pages.length === 0) return own;
  const guidelines = [...own];
  for (const entry of [...before].reverse()) {
    if (entry.node.kind !== 'mtus' || entry.pages.length > 0 || entry.node.year !== undefined) break;
    guidelines.push(...entry.guidelines);
  }
  return guidelines;
}

/** Pages of an entry with the topics that stand before them: "TOPIC; TOPIC Page(s): 7, 64, TOPIC Page(s): 80". */
function listedPages(node: GuidelineReference, guidelines: readonly Guideline[]): CitedPage[] {
  let topics: string[] = [];
  let groupStart = node.start;
  return node.pages.map((page) => {
    const between = node.sections.filter(({ start, end }) => start >= groupStart && end <= page.start);
    if (between.length > 0) topics = between.map(({ name }) => name);
    groupStart = page.end;
    return { node: page, topics, guidelines };
  });
}

/** Gives pages that stand without a name ("… (pages 28-29)") to the guideline that they continue. */
function addBarePages(block: Block, citations: Citation[], line: readonly Citation[]): void {
  const linked = new Set(gather(citations, ({ pages }) => pages.map(({ node }) => node)));
  for (const page of block.children) {
    if (page.type !== 'pageReference' || linked.has(page)) continue;
    const owner = barePageOwner(block, page, citations, line);
    if (!owner) continue;
    const added: CitedPage = { node: page, topics: [], guidelines: owner.guidelines };
    const index = citations.indexOf(owner);
    if (index >= 0) {
      citations[index] = { ...owner, pages: [...owner.pages, added] };
      continue;
    }
    // Named by the line alone: the page itself is where the rationale cites it.
    const { start, end, position } = page;
    const node: GuidelineReference = {
      type: 'guidelineReference',
      kind: 'mention',
      name: block.flow.text.slice(start, end),
      start,
      end,
      position,
      guidelines: owner.guidelines.map(({ id }) => id),
      year: undefined,
      sections: [],
      pages: [page],
    };
    citations.push({ ...owner, node, block, place: 'rationale', pages: [added], stance: 'cited' });
  }
  citations.sort((a, b) => a.node.start - b.node.start);
}

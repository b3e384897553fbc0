import type { Flow } from './flow.ts';
import type { HeadingReading } from './heading.ts';
import { type BlockDrafts, placeDrafts } from './inline/index.ts';
import type { Locator } from './locate.ts';
import type {
  Boilerplate,
  Credential,
  GuidelineLine,
  Heading,
  Inline,
  ItemHeading,
  Label,
  LeadIn,
  Party,
  Prose,
  Range,
  Rationale,
} from './nodes.ts';

/** What a block of text is made of. */
export interface TextOfBlock {
  readonly flow: Flow;
  readonly drafts: BlockDrafts['drafts'];
  readonly locator: Locator;
  /** Offsets of the block in the source, its label among it. */
  readonly start: number;
  readonly end: number;
}

/**
 * A block of text in the tree. What stands in it is given its place in the source when it is first asked for: of a long
 * letter in which a key was struck, rules look into few blocks.
 */
abstract class TextNode {
  readonly flow: Flow;
  readonly #text: TextOfBlock;
  #children: Inline[] | undefined;
  #position: Range | undefined;

  constructor(text: TextOfBlock) {
    this.flow = text.flow;
    this.#text = text;
  }

  get children(): Inline[] {
    this.#children ??= placeDrafts(this.#text.drafts, this.flow, this.#text.locator);
    return this.#children;
  }

  get position(): Range {
    this.#position ??= this.#text.locator.position(this.#text.start, this.#text.end);
    return this.#position;
  }

  /** A printed tree holds what a block finds when it is asked for. */
  toJSON(): object {
    return { ...this, children: this.children, position: this.position };
  }
}

export class ProseNode extends TextNode implements Prose {
  readonly type = 'prose';
}

export class BoilerplateNode extends TextNode implements Boilerplate {
  readonly type = 'boilerplate';
}

export class LeadInNode extends TextNode implements LeadIn {
  readonly type = 'leadIn';
}

export class HeadingNode extends TextNode implements Heading {
  readonly type = 'heading';
  readonly standard: string;

  constructor(text: TextOfBlock, standard: string) {
    super(text);
    this.standard = standard;
  }
}

export class CredentialNode extends TextNode implements Credential {
  readonly type = 'credential';
  readonly name: Credential['name'];
  readonly label: Label;

  constructor(text: TextOfBlock, name: Credential['name'], label: Label) {
    super(text);
    this.name = name;
    this.label = label;
  }
}

export class ItemHeadingNode extends TextNode implements ItemHeading {
  readonly type = 'itemHeading';
  readonly requestEnd: ItemHeading['requestEnd'];
  readonly verdict?: NonNullable<ItemHeading['verdict']>;
  readonly split?: NonNullable<ItemHeading['split']>;

  constructor(text: TextOfBlock, { requestEnd, verdict, split }: HeadingReading) {
    super(text);
    this.requestEnd = requestEnd;
    if (verdict) this.verdict = verdict;
    if (split) this.split = split;
  }
}

export class GuidelineLineNode extends TextNode implements GuidelineLine {
  readonly type = 'guidelineLine';
  readonly party: Party;
  readonly label: Label;

  constructor(text: TextOfBlock, party: Party, label: Label) {
    super(text);
    this.party = party;
    this.label = label;
  }
}

export class RationaleNode extends TextNode implements Rationale {
  readonly type = 'rationale';
  readonly label: Label | undefined;

  constructor(text: TextOfBlock, label: Label | undefined) {
    super(text);
    this.label = label;
  }
}

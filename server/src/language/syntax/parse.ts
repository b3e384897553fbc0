import type { Plugin } from 'unified';
import { foldBlock } from './block-text.ts';
import { Flow, type Folded } from './flow.ts';
import { forms } from './form.ts';
import { readHeader } from './header.ts';
import { readHeading } from './heading.ts';
import { findInline } from './inline/index.ts';
import { cutItems, type ItemLines, type ItemPart } from './items.ts';
import { type BeyondLimit, limits } from './limits.ts';
import { opensBlock } from './lines.ts';
import { Locator } from './locate.ts';
import type { Block, GuidelineLine, Item, Label, LeadIn, Prose, Rationale, Root, Section } from './nodes.ts';
import { type OutlineSection, outline } from './outline.ts';
import type { OutlineLine } from './outline-lines.ts';
import {
  BoilerplateNode,
  CredentialNode,
  GuidelineLineNode,
  HeadingNode,
  ItemHeadingNode,
  LeadInNode,
  ProseNode,
  RationaleNode,
  type TextOfBlock,
} from './text-node.ts';

/**
 * Parses the text of a determination. Never throws, whatever the text; a text that is no determination gives a
 * root with form `none` and no children.
 *
 * @param source The text exactly as the editor holds it; all positions refer to it. Of a text beyond the
 *   {@link limits} only its outline is read, or nothing where it is too long as a whole.
 */
export function parseDetermination(source: string): Root {
  if (source.length > limits.letter) return unread(source);
  const plan = outline(source);
  const locator = new Locator(plan.table.starts);
  const build = new Builder(source, locator, plan.table.doubleSpaced);
  const children: Root['children'] = [];
  const header = plan.form === 'none' ? undefined : readHeader(preambleOf(source, plan.preamble));
  if (header) children.push(header);
  for (const section of plan.sections) children.push(build.section(section));
  return {
    type: 'root',
    form: plan.form,
    doubleSpaced: plan.table.doubleSpaced,
    ...(build.beyond ? { beyond: build.beyond } : {}),
    children,
    position: locator.position(0, source.length),
  };
}

/** The source up to the end of the last line before the first section. */
function preambleOf(source: string, lines: readonly OutlineLine[]): string {
  return source.slice(0, lines[lines.length - 1]?.end ?? 0);
}

/** The tree of a text that is too long to be read. */
function unread(source: string): Root {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  const position = new Locator(starts).position(0, source.length);
  const beyond: BeyondLimit = { limit: 'letter', start: 0, end: 0 };
  return { type: 'root', form: 'none', doubleSpaced: false, beyond, children: [], position };
}

/** unified plugin: sets {@link parseDetermination} as the parser. */
export const imrParse: Plugin<[], string, Root> = function () {
  this.parser = (document) => parseDetermination(document);
};

/** How a guideline line begins, with or without its label. */
const citing = /^(?:Decision based on|The (?:Claims Administrator|Expert Reviewer) (?:did not cite|based))/i;

class Builder {
  readonly #source: string;
  readonly #locator: Locator;
  readonly #doubleSpaced: boolean;
  #items = 0;
  #dates = 0;
  /** Where the text first goes beyond what is read. */
  beyond: BeyondLimit | undefined;

  constructor(source: string, locator: Locator, doubleSpaced: boolean) {
    this.#source = source;
    this.#locator = locator;
    this.#doubleSpaced = doubleSpaced;
  }

  section(plan: OutlineSection): Section {
    const children: Section['children'] = [];
    if (plan.heading.length > 0) {
      children.push(new HeadingNode(this.#text(plan.heading, 'heading'), plan.standard ?? ''));
    }
    children.push(...this.#body(plan));
    const first = (plan.heading[0] ?? plan.body[0]) as OutlineLine;
    const last = (plan.body.at(-1) ?? plan.heading.at(-1)) as OutlineLine;
    return {
      type: 'section',
      name: plan.name,
      children,
      position: this.#locator.position(first.start, last.end),
    };
  }

  #body(plan: OutlineSection): Section['children'] {
    switch (plan.name) {
      case 'how-made':
        return plan.body.length > 0 ? [new BoilerplateNode(this.#text(plan.body, 'boilerplate'))] : [];
      case 'credentials':
        return this.#credentials(plan.body);
      case 'summary': {
        const { leadIn, rest } = this.#leadIn(plan.body, 'summary');
        return rest.length > 0 ? [...leadIn, this.#prose(rest)] : leadIn;
      }
      case 'issues': {
        const { leadIn, rest } = this.#leadIn(plan.body, 'issues');
        const items = cutItems(rest, this.#doubleSpaced).map((item) => this.#item(item));
        if (items.length === 0 && rest.length > 0) return [...leadIn, this.#prose(rest)];
        return [...leadIn, ...items];
      }
      default:
        return plan.body.length > 0 ? [this.#prose(plan.body)] : [];
    }
  }

  /** The fixed sentence at the head of a section: from its first words to the colon that ends it. */
  #leadIn(
    body: readonly OutlineLine[],
    section: 'summary' | 'issues',
  ): { leadIn: LeadIn[]; rest: readonly OutlineLine[] } {
    const first = body[0];
    if (first?.opens !== section) return { leadIn: [], rest: body };
    let end = 1;
    while (end < body.length && end < 4) {
      const before = body[end - 1] as OutlineLine;
      const line = body[end] as OutlineLine;
      if (before.text.endsWith(':') || line.mark || opensBlock(line, before, this.#doubleSpaced)) break;
      end++;
    }
    return {
      leadIn: [new LeadInNode(this.#text(body.slice(0, end), 'leadIn'))],
      rest: body.slice(end),
    };
  }

  #credentials(body: readonly OutlineLine[]): Section['children'] {
    const children: Section['children'] = [];
    let at = 0;
    while (at < body.length) {
      const line = body[at] as OutlineLine;
      let end = at + 1;
      while (end < body.length && !(body[end] as OutlineLine).mark) end++;
      const lines = body.slice(at, end);
      const mark = line.mark?.kind === 'label' ? line.mark : undefined;
      if (mark?.label === 'licensure' || mark?.label === 'specialty') {
        const label = this.#label(line, mark.length, forms.current.labels[mark.label]);
        children.push(new CredentialNode(this.#text(lines, 'credential', mark.length), mark.label, label));
      } else if (mark?.label === 'credentials' || line.opens === 'credentials') {
        children.push(new LeadInNode(this.#text(lines, 'leadIn')));
      } else {
        children.push(this.#prose(lines));
      }
      at = end;
    }
    return children;
  }

  #prose(lines: readonly OutlineLine[]): Prose {
    return new ProseNode(this.#text(lines, 'prose'));
  }

  #item(plan: ItemLines): Item {
    const children: Item['children'] = [];
    if (plan.heading.length > 0) {
      const text = this.#text(plan.heading, 'itemHeading');
      children.push(new ItemHeadingNode(text, readHeading(text.flow.text)));
    }
    for (const part of plan.parts) children.push(this.#part(part));
    this.#items++;
    if (plan.parts.length > limits.parts) this.#stop('parts', plan.parts[0]?.lines[0]);
    const first = (plan.heading[0] ?? plan.parts[0]?.lines[0]) as OutlineLine;
    const last = (plan.parts.at(-1)?.lines ?? plan.heading).at(-1) as OutlineLine;
    return {
      type: 'item',
      number: this.#items,
      children,
      position: this.#locator.position(first.start, last.end),
    };
  }

  #part(part: ItemPart): GuidelineLine | Rationale | Prose {
    const first = part.lines[0] as OutlineLine;
    const mark = first.mark?.kind === 'label' ? first.mark : undefined;
    if (!mark) {
      // Text without a label: short notes stay what they are, a long block is a rationale that lost its label.
      const length = part.lines.reduce((sum, line) => sum + line.text.length, 0);
      if (length < 120 || citing.test(first.text)) return this.#prose(part.lines);
      return new RationaleNode(this.#text(part.lines, 'rationale'), undefined);
    }
    const standard = forms.current.labels[mark.label];
    const label = this.#label(first, mark.length, standard);
    if (mark.label === 'claims' || mark.label === 'maximus') {
      return new GuidelineLineNode(this.#text(part.lines, 'guidelineLine', mark.length), mark.label, label);
    }
    return new RationaleNode(this.#text(part.lines, 'rationale', mark.length), label);
  }

  #label(line: OutlineLine, length: number, standard: string): Label {
    return {
      standard,
      text: line.text.slice(0, length),
      position: this.#locator.position(line.start, line.start + length),
    };
  }

  /** Folds lines to a block of text. `skip` is the length of the label on the first line, which is not text. */
  #text(lines: readonly OutlineLine[], type: Block['type'], skip = 0): TextOfBlock {
    const first = lines[0] as OutlineLine;
    const { end } = lines[lines.length - 1] as OutlineLine;
    const flow = new Flow(this.#source, Math.min(first.start + skip, end), this.#folded(first, skip, end));
    const drafts = this.#drafts(flow.text, type, first);
    return { flow, drafts, locator: this.#locator, start: first.start, end };
  }

  /** The folded text of the block from a line on; of one that an edit left as it was, that of before. */
  #folded(first: OutlineLine, skip: number, end: number): Folded {
    const start = Math.min(first.start + skip, end);
    const { block } = first;
    if (block?.skip === skip && block.length === end - start) return block.folded;
    const folded = foldBlock(this.#source, start, end, this.#doubleSpaced);
    first.block = { skip, length: end - start, folded };
    return folded;
  }

  #drafts(text: string, type: Block['type'], first: OutlineLine): TextOfBlock['drafts'] {
    if (text.length > limits.block) this.#stop('block', first);
    if (this.beyond) return [];
    const { drafts, dates } = findInline(text, type);
    this.#dates += dates;
    if (this.#dates > limits.dates) this.#stop('dates', first);
    return drafts;
  }

  #stop(limit: BeyondLimit['limit'], line: OutlineLine | undefined): void {
    const at = line?.start ?? 0;
    this.beyond ??= { limit, start: at, end: at };
  }
}

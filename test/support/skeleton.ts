import { type Item, parseDetermination, type Section } from '../../server/src/language/syntax/index.ts';

/** What a parser must recognise of a letter, in plain text. */
export interface Skeleton {
  form: string;
  header: [name: string, value: string][];
  sections: string[];
  credentials: [name: string, text: string][];
  summary: string[];
  items: {
    request: string;
    verdict: string | undefined;
    /** Kind of split heading, with the clause that is left to decide. */
    split: [kind: string, disputed: string] | undefined;
    /** Parts after the heading, by label. */
    parts: [label: string, text: string][];
  }[];
}

/** Reads the skeleton of a letter. */
export function skeletonOf(text: string): Skeleton {
  const tree = parseDetermination(text);
  const sections = tree.children.filter((child): child is Section => child.type === 'section');
  const header = tree.children.find((child) => child.type === 'header');
  const items = sections
    .flatMap((section) => section.children)
    .filter((child): child is Item => child.type === 'item');
  return {
    form: tree.form,
    header: header?.children.map((field) => [field.name, field.value]) ?? [],
    sections: sections.map((section) => section.name),
    credentials: sections
      .flatMap((section) => section.children)
      .flatMap((child): [string, string][] =>
        child.type === 'credential' ? [[child.name, child.flow.text]] : [],
      ),
    summary: sections
      .filter((section) => section.name === 'summary')
      .flatMap((section) => section.children)
      .flatMap((child) => (child.type === 'prose' ? [child.flow.text] : [])),
    items: items.map((item) => {
      const heading = item.children.find((child) => child.type === 'itemHeading');
      const split = heading?.split;
      return {
        request: heading ? heading.flow.text.slice(0, heading.requestEnd) : '',
        verdict: heading?.verdict?.value,
        split:
          split && heading
            ? [split.kind, heading.flow.text.slice(split.disputed.start, split.disputed.end)]
            : undefined,
        parts: item.children.flatMap((child): [string, string][] => {
          if (child.type === 'guidelineLine') return [[child.party, child.flow.text]];
          if (child.type === 'rationale')
            return [[child.label ? 'rationale' : 'unlabelled', child.flow.text]];
          return child.type === 'prose' ? [['prose', child.flow.text]] : [];
        }),
      };
    }),
  };
}

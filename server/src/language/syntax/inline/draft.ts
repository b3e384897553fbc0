import type { GuidelineReference, PageReference } from '../nodes.ts';

/** A node that has its range in a flow but no position in the source yet. */
export type Draft<Node> = Node extends GuidelineReference
  ? Omit<Node, 'position' | 'pages'> & { pages: Draft<PageReference>[] }
  : Node extends unknown
    ? Omit<Node, 'position'>
    : never;

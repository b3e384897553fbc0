/** A node that has its range in a flow but no position in the source yet. */
export type Draft<Node> = Node extends unknown ? Omit<Node, 'position'> : never;

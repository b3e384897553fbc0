/** The characters of one regular expression, as few classes as tell its character sets apart. */
import type { CharSet, Node, NoParent } from 'refa';

/** A set of classes; bit `Alphabet.edge` stands for the beginning or the end of the text. */
export type Classes = bigint;

/** All character sets below a node. */
function setsIn(node: NoParent<Node>, found: Map<string, CharSet>): void {
  if (node.type === 'CharacterClass') found.set(keyOf(node.characters), node.characters);
  else if (node.type === 'Concatenation') for (const element of node.elements) setsIn(element, found);
  else if ('alternatives' in node) for (const part of node.alternatives) setsIn(part, found);
}

function keyOf({ ranges }: CharSet): string {
  return ranges.map(({ min, max }) => `${min}-${max}`).join();
}

/** Classes of characters that the sets of an expression treat alike. */
export class Alphabet {
  /** A character of each class. */
  readonly examples: readonly number[];
  readonly #classes = new Map<string, Classes>();

  constructor(node: NoParent<Node>) {
    const sets = new Map<string, CharSet>();
    setsIn(node, sets);
    const starts = new Set([0]);
    for (const { ranges } of sets.values()) for (const { min, max } of ranges) starts.add(min).add(max + 1);
    const maximum = [...sets.values()][0]?.maximum ?? 0xffff;
    const byMembership = new Map<string, { example: number; members: string[] }>();
    for (const start of starts) {
      if (start > maximum) continue;
      const members = [...sets].filter(([, set]) => set.has(start)).map(([key]) => key);
      const known = byMembership.get(members.join(';'));
      // A letter or digit reads better in an attack than a control character.
      if (!known) byMembership.set(members.join(';'), { example: start, members });
      else if (!/\w/.test(String.fromCodePoint(known.example))) known.example = start;
    }
    const classes = [...byMembership.values()];
    this.examples = classes.map(({ example }) => example);
    for (const key of sets.keys()) {
      let bits = 0n;
      for (const [index, { members }] of classes.entries())
        if (members.includes(key)) bits |= 1n << BigInt(index);
      this.#classes.set(key, bits);
    }
  }

  /** The beginning or end of the text, beyond all characters. */
  get edge(): Classes {
    return 1n << BigInt(this.examples.length);
  }

  /** Every character, and the edge of the text. */
  get all(): Classes {
    return (this.edge << 1n) - 1n;
  }

  of(set: CharSet): Classes {
    return this.#classes.get(keyOf(set)) ?? 0n;
  }
}

/**
 * The position automaton (Glushkov) of a regular expression: a state for each place in it that reads a character, an edge
 * for each way from one such place to the next. Ways carry what the assertions between the places ask of the character
 * before and the one after; an assertion that asks for more is left out, which can only add ways.
 */
import type { Assertion, Concatenation, Element, Expression, NoParent } from 'refa';
import { Alphabet, type Classes } from './alphabet.ts';

/** What a way asks for. */
export interface Condition {
  /** The character read last, or the edge of the text. */
  before: Classes;
  /** The character read next, or the edge of the text. */
  after: Classes;
  /** An assertion was left out: the way may be closed all the same. */
  unsure: boolean;
}

/** A way to a state. */
export interface Edge extends Condition {
  to: number;
}

interface Place {
  state: number;
  on: Condition;
}

/** A part of the expression: how it is passed without reading, where it begins and where it ends. */
interface Part {
  empty: Condition[];
  first: Place[];
  last: Place[];
}

/** An expression is too large, or refers back to what it matched. */
export class TooHardError extends Error {}

/** States beyond which an expression is not looked at. */
const mostStates = 20_000;

type Tree = NoParent<Expression> | NoParent<Assertion>;

export class Automaton {
  readonly alphabet: Alphabet;
  /** By state, the characters that lead into it. */
  readonly reads: Classes[] = [];
  /** By state, the ways on. */
  readonly edges: Edge[][] = [];
  /** The ways into the expression. */
  readonly entries: Edge[];
  /** By state, the ways out of the expression with a match. */
  readonly exits: Condition[][];
  /** Assertions that read more than one character, to be looked at apart. */
  readonly lookarounds: NoParent<Assertion>[] = [];
  readonly #backward: boolean;
  readonly #free: Condition;

  /** @param tree an expression, or an assertion whose inside is meant; that of a look-behind is read backward */
  constructor(tree: Tree) {
    this.#backward = tree.type === 'Assertion' && tree.kind === 'behind';
    this.alphabet = new Alphabet(tree);
    const { all } = this.alphabet;
    this.#free = { before: all, after: all, unsure: false };
    const whole = this.#alternatives(tree.alternatives);
    this.entries = whole.first.map(({ state, on }) => ({ to: state, ...on }));
    this.exits = this.reads.map(() => []);
    for (const { state, on } of whole.last) this.exits[state]?.push(on);
  }

  #alternatives(list: readonly NoParent<Concatenation>[]): Part {
    const parts = list.map((part) => this.#sequence(part.elements));
    return {
      empty: parts.flatMap(({ empty }) => empty),
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
    };
  }

  #sequence(elements: readonly NoParent<Element>[]): Part {
    let sum: Part = { empty: [this.#free], first: [], last: [] };
    const order = this.#backward ? [...elements].reverse() : elements;
    for (const element of order) sum = this.#join(sum, this.#element(element));
    return sum;
  }

  #element(element: NoParent<Element>): Part {
    switch (element.type) {
      case 'CharacterClass':
        return this.#character(this.alphabet.of(element.characters));
      case 'Alternation':
        return this.#alternatives(element.alternatives);
      case 'Quantifier':
        return this.#repeated(element.alternatives, element.min, element.max);
      case 'Assertion':
        return { empty: this.#asks(element), first: [], last: [] };
      case 'Unknown':
        throw new TooHardError(`it refers back (${element.id})`);
    }
  }

  #character(reads: Classes): Part {
    if (reads === 0n) return { empty: [], first: [], last: [] };
    const state = this.reads.push(reads) - 1;
    if (state >= mostStates) throw new TooHardError('it is too large');
    this.edges.push([]);
    const place = { state, on: this.#free };
    return { empty: [], first: [place], last: [place] };
  }

  #repeated(list: readonly NoParent<Concatenation>[], min: number, max: number): Part {
    let sum: Part = { empty: [this.#free], first: [], last: [] };
    // What must come, but for the last copy of a loop, which the loop itself is.
    const fixed = max === Number.POSITIVE_INFINITY ? Math.max(0, min - 1) : min;
    for (let i = 0; i < fixed; i++) sum = this.#join(sum, this.#alternatives(list));
    if (max === Number.POSITIVE_INFINITY) {
      const loop = this.#alternatives(list);
      this.#connect(loop.last, loop.first);
      return this.#join(sum, min > 0 ? loop : { ...loop, empty: [this.#free] });
    }
    // x{0,3} is (x(x(x)?)?)?: built from the inside.
    let tail: Part = { empty: [this.#free], first: [], last: [] };
    for (let i = min; i < max; i++)
      tail = { ...this.#join(this.#alternatives(list), tail), empty: [this.#free] };
    return this.#join(sum, tail);
  }

  #join(a: Part, b: Part): Part {
    this.#connect(a.last, b.first);
    return {
      empty: this.#ways(a.empty, b.empty),
      first: [...a.first, ...this.#places(b.first, a.empty)],
      last: [...b.last, ...this.#places(a.last, b.empty)],
    };
  }

  #connect(from: readonly Place[], to: readonly Place[]): void {
    for (const { state, on } of from) {
      for (const next of to) {
        const way = this.#both(on, next.on);
        const reads = this.reads[next.state] ?? 0n;
        if ((way.before & (this.reads[state] ?? 0n)) === 0n || (way.after & reads) === 0n) continue;
        this.edges[state]?.push({ to: next.state, ...way });
      }
    }
  }

  #places(places: readonly Place[], ways: readonly Condition[]): Place[] {
    return places.flatMap(({ state, on }) => this.#ways([on], ways).map((way) => ({ state, on: way })));
  }

  /** Every way of one list followed by every way of another. */
  #ways(a: readonly Condition[], b: readonly Condition[]): Condition[] {
    return a
      .flatMap((one) => b.map((other) => this.#both(one, other)))
      .filter(({ before, after }) => before !== 0n && after !== 0n);
  }

  #both(a: Condition, b: Condition): Condition {
    if (a === this.#free) return b;
    if (b === this.#free) return a;
    return { before: a.before & b.before, after: a.after & b.after, unsure: a.unsure || b.unsure };
  }

  /** What an assertion asks of the characters beside its place, as far as a single character tells. */
  #asks(assertion: NoParent<Assertion>): Condition[] {
    const { kind, negate, alternatives } = assertion;
    const exact = alternatives.every(({ elements }) => elements.length === 1 && isCharacter(elements[0]));
    if (!exact) this.lookarounds.push(assertion);
    // Of what may not follow, single characters are kept; of what must follow, the character beside the place.
    const known = negate ? alternatives.filter(({ elements }) => elements.length === 1) : alternatives;
    let classes = 0n;
    for (const { elements } of known) {
      const beside = elements.at(kind === 'ahead' ? 0 : -1);
      if (beside?.type === 'CharacterClass') classes |= this.alphabet.of(beside.characters);
      else if (!negate) classes = this.alphabet.all;
    }
    const allowed = negate ? this.alphabet.all & ~classes : classes;
    const ahead = (kind === 'ahead') !== this.#backward;
    return [
      {
        before: ahead ? this.alphabet.all : allowed,
        after: ahead ? allowed : this.alphabet.all,
        unsure: !exact,
      },
    ];
  }
}

function isCharacter(element: NoParent<Element> | undefined): boolean {
  return element?.type === 'CharacterClass';
}

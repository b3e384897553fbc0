/**
 * Proves of a regular expression that matching takes time in proportion to the length of the text, whatever the text.
 *
 * An engine that backtracks tries, at worst, every way of reading the text from every place where a match could begin.
 * Their number is bounded by a constant for each character unless two different places of the expression, p and q, can be
 * read over and over with the same word v while that word also leads from p to q (Weber and Seidl 1991; for
 * regular expressions Weideman et al. 2016, "Analyzing Matching Time Behavior of Backtracking Regular Expression Matchers").
 * "Not begun yet" counts as such a place p, since a match may begin anywhere; with the flag `y` it begins where the caller
 * says. This looks for such pairs. Places from which a match cannot fail any more are left out: what is read there is
 * not read again.
 *
 * Where no pair is found the time is linear. Where one is, it need not be worse: an assertion of several characters
 * is taken to hold always.
 */
import { JS } from 'refa';
import { Automaton, type Edge, TooHardError } from './automaton.ts';
import { componentsOf } from './components.ts';

/** What was found out about an expression. */
export type Proof =
  | { linear: true }
  /** `pump` is a word that, repeated, is read in ever more ways; empty where the expression was too hard. */
  | { linear: false; why: string; pump: string };

/** Combinations of places beyond which an expression counts as too hard. */
const mostSteps = 3_000_000;

/** @throws SyntaxError where it is no regular expression. */
export function prove(source: string, flags: string): Proof {
  const { expression } = JS.Parser.fromLiteral({ source, flags }).parse({
    assertions: 'parse',
    backreferences: 'unknown',
    maxNodes: 200_000,
  });
  try {
    const open = [new Automaton(expression)];
    let anywhere = !flags.includes('y');
    for (let automaton = open.pop(); automaton; automaton = open.pop()) {
      const proof = new Ambiguity(automaton).find(anywhere);
      if (!proof.linear) return proof;
      // What an assertion looks for can begin wherever the expression comes by.
      anywhere = true;
      for (const inside of automaton.lookarounds) open.push(new Automaton(inside));
    }
    return { linear: true };
  } catch (error) {
    if (error instanceof TooHardError) return { linear: false, why: error.message, pump: '' };
    throw error;
  }
}

/** The state before a match begins. */
const outside = -1;

/** A way on, with the classes of characters as a table. */
interface Step {
  to: number;
  /** By kind of the character before. */
  before: readonly boolean[];
  /** By class of the character read. */
  reads: readonly boolean[];
}

/** Looks for two places that are read with the same word, in an automaton. */
class Ambiguity {
  readonly #automaton: Automaton;
  readonly #classes: number;
  /** By class, its kind as a character before: what no condition tells apart is one kind. */
  readonly #kind: number[];
  readonly #kinds: number;
  /** By state, shifted by one for `outside`, the steps that can fail. */
  readonly #steps: Step[][];
  readonly #component: number[];
  #left = mostSteps;

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
    this.#classes = automaton.alphabet.examples.length;
    const ways = [automaton.entries, ...automaton.edges];
    const conditions = [...new Set(ways.flatMap((edges) => edges.map(({ before }) => before)))];
    const kinds = new Map<string, number>();
    this.#kind = Array.from({ length: this.#classes }, (_, index) => {
      const key = conditions.map((before) => (before >> BigInt(index)) & 1n).join('');
      const kind = kinds.get(key) ?? kinds.size;
      kinds.set(key, kind);
      return kind;
    });
    this.#kinds = kinds.size;
    const settled = this.#settled();
    this.#steps = ways.map((edges) => this.#tables(edges.filter(({ to }) => !settled[to])));
    this.#component = componentsOf(this.#steps.slice(1).map((steps) => steps.map(({ to }) => to)));
  }

  /**
   * States from which the match is sure, and what is read in vain beyond it is bounded: they are ends of matches, and no
   * loop of other states can be reached from them. What begins there is either part of the match or a few characters.
   */
  #settled(): boolean[] {
    const { alphabet, edges, exits, reads } = this.#automaton;
    const ends = exits.map((list, state) =>
      list.some(
        ({ before, after, unsure }) =>
          !unsure && after === alphabet.all && ((reads[state] ?? 0n) & ~before) === 0n,
      ),
    );
    const others = componentsOf(
      edges.map((list, state) => (ends[state] ? [] : list.flatMap(({ to }) => (ends[to] ? [] : [to])))),
    );
    const loops = others.map((component) => component >= 0);
    for (let changed = true; changed; ) {
      changed = false;
      for (const [state, list] of edges.entries()) {
        if (loops[state] || !list.some(({ to }) => loops[to])) continue;
        loops[state] = true;
        changed = true;
      }
    }
    return ends.map((end, state) => end && !loops[state]);
  }

  #tables(edges: readonly Edge[]): Step[] {
    const known = new Map<bigint, readonly boolean[]>();
    const table = (bits: bigint): readonly boolean[] => {
      const made =
        known.get(bits) ??
        Array.from({ length: this.#classes }, (_, index) => ((bits >> BigInt(index)) & 1n) === 1n);
      known.set(bits, made);
      return made;
    };
    return edges.map(({ to, before, after }) => {
      const byKind: boolean[] = [];
      for (const [index, holds] of table(before).entries()) byKind[this.#kind[index] ?? 0] = holds;
      return { to, before: byKind, reads: table(after & (this.#automaton.reads[to] ?? 0n)) };
    });
  }

  /** @param anywhere whether a match may begin at every place of the text */
  find(anywhere: boolean): Proof {
    const doubled = this.#doubledWay();
    if (doubled) return doubled;
    const looping = this.#component.flatMap((component, state) => (component >= 0 ? [state] : []));
    for (const q of looping) {
      for (const p of anywhere ? [outside, ...looping] : looping) {
        if (p === q) continue;
        for (let kind = 0; kind < this.#kinds; kind++) {
          const pump = this.#pump(p, q, kind);
          if (pump !== undefined)
            return { linear: false, why: 'the same text is read in ever more ways', pump };
        }
      }
    }
    return { linear: true };
  }

  /** Two ways between the same states of a loop, that the same character takes. */
  #doubledWay(): Proof | undefined {
    for (const [state, component] of this.#component.entries()) {
      if (component < 0) continue;
      const steps = (this.#steps[state + 1] ?? []).filter(({ to }) => this.#component[to] === component);
      for (const [index, a] of steps.entries()) {
        for (const b of steps.slice(index + 1)) {
          const reads = a.to === b.to ? a.reads.findIndex((holds, at) => holds && b.reads[at]) : -1;
          if (reads >= 0 && a.before.some((holds, kind) => holds && b.before[kind]))
            return {
              linear: false,
              why: 'a loop goes round in two ways',
              pump: this.#character(reads),
            };
        }
      }
    }
    return undefined;
  }

  /** A word that leads from p to p, from p to q, and from q to q, and ends in a character of a kind. */
  #pump(p: number, q: number, kind: number): string | undefined {
    const stays = p === outside ? undefined : this.#component[p];
    const inLoop = this.#component[q];
    const size = this.#automaton.reads.length + 1;
    const keyOf = (x: number, y: number, z: number, last: number): number =>
      (((x + 1) * size + (y + 1)) * size + (z + 1)) * this.#kinds + last;
    const goal = keyOf(p, q, q, kind);
    const cameFrom = new Map<number, [before: number, read: number]>();
    const open: [number, number, number, number][] = [[p, p, q, kind]];
    for (let item = open.pop(); item; item = open.pop()) {
      const [x, y, z, last] = item;
      const here = keyOf(x, y, z, last);
      for (const third of this.#steps[z + 1] ?? []) {
        if (this.#component[third.to] !== inLoop || !third.before[last]) continue;
        for (let read = 0; read < this.#classes; read++) {
          if (!third.reads[read]) continue;
          const next = this.#kind[read] ?? 0;
          const firsts = stays === undefined ? [outside] : this.#after(x, last, read, stays);
          if (firsts.length === 0) continue;
          const seconds = this.#after(y, last, read, undefined);
          if (y === outside) seconds.push(outside);
          for (const first of firsts) {
            for (const second of seconds) {
              const key = keyOf(first, second, third.to, next);
              if (cameFrom.has(key)) continue;
              if (this.#left-- <= 0) throw new TooHardError('it is too hard');
              cameFrom.set(key, [here, read]);
              if (key === goal) return this.#wordTo(goal, keyOf(p, p, q, kind), cameFrom);
              open.push([first, second, third.to, next]);
            }
          }
        }
      }
    }
    return undefined;
  }

  /** States after one character, all or those of a loop. */
  #after(state: number, last: number, read: number, component: number | undefined): number[] {
    const found: number[] = [];
    for (const { to, before, reads } of this.#steps[state + 1] ?? []) {
      if (component !== undefined && this.#component[to] !== component) continue;
      if (before[last] && reads[read]) found.push(to);
    }
    return found;
  }

  #character(index: number): string {
    return String.fromCodePoint(this.#automaton.alphabet.examples[index] ?? 0);
  }

  #wordTo(end: number, start: number, cameFrom: ReadonlyMap<number, [number, number]>): string {
    let word = '';
    for (let at = end; ; ) {
      const [before, read] = cameFrom.get(at) ?? [start, 0];
      word = this.#character(read) + word;
      if (before === start) return word;
      at = before;
    }
  }
}

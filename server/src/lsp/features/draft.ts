import { fillPassage, type PassageSlot, passages } from '../../language/passages/index.ts';
import { inForm } from './draft-form.ts';

const slotName = /\{([A-Za-z]+)\}/g;
const slots = new Map(passages.flatMap((passage) => passage.slots.map((slot) => [slot.name, slot] as const)));

/** What is proposed for the slots of a part, by slot name: a text, or several to choose from. */
export type Proposals = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * The body of a passage of the library.
 *
 * @throws Error where the library has none of this identifier
 */
export function bodyOf(id: string): string {
  const passage = passages.find((candidate) => candidate.id === id);
  if (!passage) throw new Error(`The library has no passage ${id}.`);
  return passage.body;
}

/** A letter, or a part of one, in the making: parts with their slots, those of each item told apart. */
export class Draft {
  readonly #values: Record<string, string | undefined>;
  readonly #choices: Record<string, readonly string[]> = {};
  readonly #bodies: string[] = [];
  readonly #slots = new Map<string, PassageSlot>();

  /** @param values what is known of the whole letter */
  constructor(values: Readonly<Record<string, string | undefined>>) {
    this.#values = { ...values };
  }

  /** Adds a passage of the library; `bodies` stand in place of its slots. */
  add(id: string, bodies: Readonly<Record<string, string>> = {}, proposals: Proposals = {}): void {
    const body = bodyOf(id).replace(slotName, (slot, name: string) => bodies[name] ?? slot);
    this.addBody(body, '', {}, proposals);
  }

  /**
   * Adds a part, as the form that holds prints it.
   *
   * @param suffix sets its slots apart from those of the same name in other parts
   * @param values what is known of its slots
   * @param proposals what stands in its slots until the writer changes it
   */
  addBody(
    body: string,
    suffix = '',
    values: Readonly<Record<string, string | undefined>> = {},
    proposals: Proposals = {},
  ): void {
    const filled = body.replace(slotName, (_, name: string) => {
      const slot = slots.get(name);
      if (!slot) throw new Error(`No passage has a slot ${name}.`);
      const own = `${name}${suffix}`;
      const proposal = proposals[name];
      this.#slots.set(own, { ...slot, name: own });
      if (proposal !== undefined) this.#choices[own] = typeof proposal === 'string' ? [proposal] : proposal;
      const value = values[name] ?? (suffix === '' ? undefined : this.#values[name]);
      if (value !== undefined) this.#values[own] = value;
      return `{${own}}`;
    });
    this.addText(inForm(filled));
  }

  /** Adds a part as it is. */
  addText(text: string): void {
    this.#bodies.push(text);
  }

  /** The parts, an empty line between them, and what stands at the end, as text and as snippet. */
  fill(end: '' | '\n' = ''): { text: string; snippet: string } {
    const body = this.#bodies.join('\n\n') + end;
    const order = [...body.matchAll(slotName)].map((match) => match[1] ?? '');
    // Braces in a title or label of an office's form are text.
    const literal = Object.fromEntries(
      order.filter((name) => !this.#slots.has(name)).map((name) => [name, `{${name}}`]),
    );
    const used = [...new Set(order)].flatMap((name) => this.#slots.get(name) ?? []);
    const { text, snippet } = fillPassage(
      {
        id: 'draft',
        kind: 'letter',
        title: '',
        description: '',
        body,
        slots: used,
        tags: {},
        source: 'form',
      },
      { ...this.#values, ...literal },
      this.#choices,
    );
    return { text, snippet };
  }
}

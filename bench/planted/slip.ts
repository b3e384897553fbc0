import type { CaseFacts } from '../../server/src/language/facts/index.ts';
import type { Edit } from '../../server/src/language/finding.ts';
import type { RuleFamily } from '../../server/src/language/rules/index.ts';
import type { Block, SourceRange } from '../../server/src/language/syntax/index.ts';
import type { Random } from './random.ts';

/** A letter to plant slips in. */
export interface Letter {
  name: string;
  /** `own`: written for this project; `composed`: put together here; `sample` and `corpus`: real, beside the checkout. */
  source: 'own' | 'composed' | 'sample' | 'corpus';
  text: string;
  facts: CaseFacts;
}

/** A planted slip: edits of the letter that do not overlap, in order of place. */
export interface Slip {
  edits: Edit[];
  /** What was done, for a person to read: `"left" for "right"`. */
  what: string;
  /** Places, besides the edited ones, where a careful reader may mark this slip (ranges of the original letter). */
  zone?: SourceRange[];
}

/** A kind of slip. */
export interface SlipKind {
  id: string;
  family: RuleFamily;
  /** What is done, and why the result is a slip that a reader of the whole letter can see. */
  definition: string;
  /** False where the letter no longer holds what was lost, so that no fix can bring it back. */
  restorable: boolean;
  /** How many places of a letter can take a slip of this kind. */
  count(letter: Letter): number;
  /** Plants one at a random place; undefined where that draw gives no real slip. */
  plant(letter: Letter, random: Random): Slip | undefined;
}

/** Makes a kind from the places that can take it and what is done to one; the places of a letter are kept. */
export function slipKind<P>(kind: {
  id: string;
  family: RuleFamily;
  definition: string;
  restorable?: false;
  places(letter: Letter): P[];
  plant(place: P, random: Random, letter: Letter): Slip | undefined;
}): SlipKind {
  const known = new WeakMap<Letter, P[]>();
  const placesOf = (letter: Letter): P[] => {
    let places = known.get(letter);
    if (!places) {
      places = kind.places(letter);
      known.set(letter, places);
    }
    return places;
  };
  return {
    id: kind.id,
    family: kind.family,
    definition: kind.definition,
    restorable: kind.restorable ?? true,
    count: (letter) => placesOf(letter).length,
    plant(letter, random) {
      const place = random.pick(placesOf(letter));
      return place === undefined ? undefined : kind.plant(place, random, letter);
    },
  };
}

/** A range of a block's folded text. */
export interface Span {
  block: Block;
  start: number;
  end: number;
}

/** Source range of a node or of a range of a block's folded text. */
export function rangeOf(
  place: Span | { position: { start: { offset: number }; end: { offset: number } } },
): SourceRange {
  if ('block' in place) return place.block.flow.sourceRange(place.start, place.end);
  return { start: place.position.start.offset, end: place.position.end.offset };
}

/** The slip that puts `text` in the place of a span. */
export function replaced(span: Span, text: string, more: { what?: string; zone?: SourceRange[] } = {}): Slip {
  const printed = span.block.flow.text.slice(span.start, span.end);
  return {
    edits: [{ ...rangeOf(span), text }],
    what:
      more.what ??
      (text === ''
        ? `"${printed.trim()}" dropped`
        : printed === ''
          ? `"${text.trim()}" added`
          : `"${text}" for "${printed}"`),
    ...(more.zone && { zone: more.zone }),
  };
}

/** The slip that drops a span with the white space before it. */
export function dropped(span: Span, zone?: SourceRange[]): Slip {
  const { text } = span.block.flow;
  const start = span.start > 0 && text[span.start - 1] === ' ' ? span.start - 1 : span.start;
  return replaced({ ...span, start }, '', zone && { zone });
}

/** A letter's text with edits made. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

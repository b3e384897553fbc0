import type { Edit, Finding } from '../../server/src/language/finding.ts';
import type { SourceRange } from '../../server/src/language/syntax/index.ts';
import { fullChecker } from '../../test/support/full-checker.ts';
import { Random, seedOf } from './random.ts';
import { edited, type Letter, type Slip, type SlipKind } from './slip.ts';

/** A slip planted in a letter, and what the checker said of it. */
export interface Draw {
  letter: Letter;
  slip: Slip;
  /** The letter with the slip. */
  text: string;
  /** Where the slip stands in {@link text}. */
  places: SourceRange[];
  /** New findings that touch the slip, with any of their ranges. */
  found: Finding[];
  /** New findings at warning or above that do not. */
  elsewhere: Finding[];
}

/** A finding may mark the word beside the slip's last character. */
const reach = 3;

const raised = (finding: Finding): boolean => finding.severity === 'error' || finding.severity === 'warning';

/** Where an offset of the unplanted letter comes to stand; an offset inside an edit moves to the edit's end. */
function moved(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const edit of edits) {
    if (offset <= edit.start) break;
    if (offset < edit.end) return edit.start + edit.text.length + shift;
    shift += edit.text.length - (edit.end - edit.start);
  }
  return offset + shift;
}

function touches(a: SourceRange, b: SourceRange): boolean {
  return a.start <= b.end + reach && b.start <= a.end + reach;
}

/** Checks letters and planted letters; what a letter's own findings are is asked once. */
export class Bench {
  readonly #checker = fullChecker();
  readonly #own = new Map<Letter, Finding[]>();

  /** The findings of a letter as it is. */
  findings(letter: Letter): Finding[] {
    let findings = this.#own.get(letter);
    if (!findings) {
      findings = this.#checker.check(letter.text).findings;
      this.#own.set(letter, findings);
    }
    return findings;
  }

  /** Checks a letter with a slip in it and tells which findings are new. */
  measure(letter: Letter, slip: Slip): Draw {
    const edits = [...slip.edits].sort((a, b) => a.start - b.start);
    const text = edited(letter.text, edits);
    const at = (range: SourceRange): SourceRange => ({
      start: moved(range.start, edits),
      end: moved(range.end, edits),
    });
    const places = edits.map((edit) => {
      const start = moved(edit.start, edits);
      return { start, end: start + edit.text.length };
    });
    const zone = [...places, ...(slip.zone ?? []).map(at)];
    const before = this.findings(letter);
    const key = (finding: Finding, range: SourceRange): string =>
      `${finding.rule} ${range.start} ${range.end}`;
    const known = new Set(before.map((finding) => key(finding, at(finding))));
    const said = new Set(before.map((finding) => `${key(finding, at(finding))} ${finding.message}`));
    const found: Finding[] = [];
    const elsewhere: Finding[] = [];
    for (const finding of this.#checker.check(text).findings) {
      const ranges = [finding, ...finding.related];
      if (ranges.some((range) => zone.some((place) => touches(range, place)))) {
        if (!said.has(`${key(finding, finding)} ${finding.message}`)) found.push(finding);
      } else if (raised(finding) && !known.has(key(finding, finding))) {
        elsewhere.push(finding);
      }
    }
    return { letter, slip, text, places, found, elsewhere };
  }

  /**
   * Plants a kind of slip at random places of random letters, no slip twice. Composed letters are much alike: they give
   * a quarter of the draws, and what the others cannot.
   *
   * @param wanted number of draws; fewer come where the letters do not have the places.
   */
  draw(kind: SlipKind, letters: readonly Letter[], wanted: number, seed: number): Draw[] {
    const random = new Random(seedOf(kind.id, seed));
    const able = letters.filter((letter) => kind.count(letter) > 0);
    const composed = able.filter(({ source }) => source === 'composed');
    const others = able.filter(({ source }) => source !== 'composed');
    const seen = new Set<string>();
    const draws: Draw[] = [];
    for (let attempt = 0; attempt < wanted * 20 && draws.length < wanted; attempt++) {
      const letter = random.pick(random.below(4) > 0 && others.length > 0 ? others : composed);
      if (!letter) continue;
      const slip = kind.plant(letter, random);
      if (!slip) continue;
      const name = JSON.stringify([letter.name, slip.edits]);
      if (seen.has(name)) continue;
      seen.add(name);
      draws.push(this.measure(letter, slip));
    }
    return draws;
  }
}

/** Figures of one kind of slip. */
export interface KindFigures {
  kind: string;
  family: string;
  /** Slips planted, all different. */
  draws: number;
  /** Letters that took one. */
  letters: number;
  /** Found at any severity. */
  found: number;
  /** Found at warning or above. */
  raised: number;
  /** Draws in which a finding at the place offers a fix, and those where some fix restores the letter; 0 where none can. */
  fixes: number;
  restored: number;
  /** The same of preferred fixes alone. */
  preferred: number;
  preferredRestored: number;
  /** Draws with a new finding at warning or above elsewhere. */
  elsewhere: number;
}

/** Lines end where the extractor ended them: a fix restores the text when it is the same but for line breaks. */
const unwrapped = (text: string): string =>
  text
    .replace(/-\s*\n\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether one of the fixes of a draw's findings gives the letter as it was. */
export function restores(draw: Draw, preferredOnly: boolean): boolean {
  const original = unwrapped(draw.letter.text);
  return draw.found.some((finding) =>
    finding.fixes.some(
      (fix) => (!preferredOnly || fix.preferred) && unwrapped(edited(draw.text, fix.edits)) === original,
    ),
  );
}

/** Counts the draws of a kind. */
export function figuresOf(kind: SlipKind, draws: readonly Draw[]): KindFigures {
  const count = (test: (draw: Draw) => boolean): number => draws.filter(test).length;
  const offers = (draw: Draw): boolean => kind.restorable && draw.found.some(({ fixes }) => fixes.length > 0);
  const prefers = (draw: Draw): boolean =>
    kind.restorable && draw.found.some(({ fixes }) => fixes.some(({ preferred }) => preferred));
  return {
    kind: kind.id,
    family: kind.family,
    draws: draws.length,
    letters: new Set(draws.map(({ letter }) => letter)).size,
    found: count(({ found }) => found.length > 0),
    raised: count(({ found }) => found.some(raised)),
    fixes: count(offers),
    restored: count((draw) => offers(draw) && restores(draw, false)),
    preferred: count(prefers),
    preferredRestored: count((draw) => prefers(draw) && restores(draw, true)),
    elsewhere: count(({ elsewhere }) => elsewhere.length > 0),
  };
}

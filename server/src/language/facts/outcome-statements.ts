import type { Flow, SourceRange } from '../syntax/index.ts';

/**
 * Where letters of 2013/14 say what becomes of a numbered request: in the numbered lines before the first section, in
 * the same lines of the decision, in the heading of the item, and in the last sentence of its rationale.
 */
export type OutcomePlace = 'opening' | 'decision' | 'heading' | 'conclusion';

/** What a letter of 2013/14 says in one place about a numbered request. */
export interface OutcomeStatement {
  place: OutcomePlace;
  /** The request as it is named there; empty where a conclusion says "the request" alone. */
  request: Named;
  /** Undefined where the place names the request without its outcome. */
  outcome: StatedOutcome | undefined;
}

/** A stretch of folded text. */
export interface Named {
  flow: Flow;
  start: number;
  end: number;
}

/** "is not medically necessary", with what an edit needs to turn it. */
export interface StatedOutcome extends SourceRange {
  necessary: boolean;
  /** Whether it is said in the words of the form. */
  plain: boolean;
  /** The "not " to take out. */
  not: SourceRange | undefined;
  /** Where "medically" begins: the place for a "not ". */
  medically: number;
}

/** A numbered request with all that the letter says of its outcome, in order of place. */
export interface NumberedRequest {
  number: number;
  statements: readonly OutcomeStatement[];
}

/** "Final Determination: PARTIAL OVERTURN. This means we decided that some (but not all) of …" of 2014. */
export interface FinalDetermination {
  word: SourceRange & { says: Overall };
  /** "none", "some (but not all)" or "all", where the sentence that explains the word is there. */
  meaning: (SourceRange & { says: Overall }) | undefined;
}

/** What becomes of all requests of a letter together. */
export type Overall = 'UPHOLD' | 'PARTIAL OVERTURN' | 'OVERTURN';

/** What a letter of 2013/14 says of the outcomes of its numbered requests. */
export interface Outcomes {
  requests: readonly NumberedRequest[];
  final: FinalDetermination | undefined;
  /** Whether each request, from number 1 on, is decided in its heading and in its rationale. */
  complete: boolean;
}

/** A number with what is said of it in one place, or in heading and rationale of one item. */
export interface Entry {
  number: number;
  statements: OutcomeStatement[];
}

/** The outcome that a stretch "is not medically necessary" says. */
export function outcomeAt(flow: Flow, start: number, end: number): StatedOutcome {
  const said = flow.text.slice(start, end);
  const not = /not ?/i.exec(said);
  return {
    ...flow.sourceRange(start, end),
    necessary: not === null,
    plain: true,
    not: not ? flow.sourceRange(start + not.index, start + not.index + not[0].length) : undefined,
    medically: flow.sourceOffset(start + said.search(/medically/i)),
  };
}

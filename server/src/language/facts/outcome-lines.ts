import { gather } from '../gather.ts';
import { matches } from '../matches.ts';
import type { Block, Flow } from '../syntax/index.ts';
import { conclusionIn } from './outcome-conclusions.ts';
import { type Entry, type OutcomePlace, type OutcomeStatement, outcomeAt } from './outcome-statements.ts';

/** Longest line, from its number to its full stop. */
const longestLine = 500;

const outcomeLine =
  /\d{1,2}[.)] MAXIMUS Federal Services,? (?:Inc\.? )?has determined (?:that )?the request for /gi;

/** The verb of a line, and what it says. */
const plainOutcome = / (?:is|are|was|were) ?(not ?)?medically necessary(?: and appropriate)?/i;

/** A request that is decided in parts, or not by this line. */
const inParts =
  /\b(?:partial(?:ly)? (?:medically|certif|approv|overturn|necess)|in part\b|modif(?:y|ied)\b|medically)/i;

/** "1) MAXIMUS Federal Services, Inc. has determined the request for X is not medically necessary and appropriate." */
export function linesIn(flow: Flow, place: 'opening' | 'decision'): Entry[] {
  const starts = matches(outcomeLine, flow.text).filter(({ index }) => beginsLine(flow, index));
  return starts.map((start, i) => {
    const from = start.index + start[0].length;
    const end = stretchEnd(flow, from, starts[i + 1]?.index);
    const { statement, after } = lineAt(flow, from, end, place);
    const { outcome } = statement;
    const closed = outcome !== undefined && /^\.?(?: |$)/.test(flow.text.slice(after, end));
    return {
      number: Number.parseInt(start[0], 10),
      statements: [closed ? statement : { ...statement, outcome: undefined }],
    };
  });
}

/** A request with its outcome from one offset of a flow to another. */
function lineAt(
  flow: Flow,
  from: number,
  end: number,
  place: OutcomePlace,
): { statement: OutcomeStatement; after: number } {
  const line = flow.text.slice(from, end);
  const found = plainOutcome.exec(line);
  if (!found)
    return { statement: { place, request: { flow, start: from, end }, outcome: undefined }, after: end };
  const at = from + found.index;
  const request = { flow, start: from, end: at };
  const after = at + found[0].length;
  const outcome = inParts.test(line.slice(0, found.index)) ? undefined : outcomeAt(flow, at + 1, after);
  return { statement: { place, request, outcome }, after };
}

/** Where a line that begins before an offset ends at the latest. */
function stretchEnd(flow: Flow, from: number, next: number | undefined): number {
  const paragraph = flow.paragraphs.find((start) => start > from);
  return Math.min(next ?? flow.text.length, paragraph ?? flow.text.length, from + longestLine);
}

/** Whether nothing but white space stands before a character on its line of the source. */
function beginsLine(flow: Flow, index: number): boolean {
  let at = flow.sourceOffset(index) - 1;
  while (at >= 0 && ' \t\f\u00a0'.includes(flow.source.charAt(at))) at--;
  return at < 0 || flow.source.charAt(at) === '\n' || flow.source.charAt(at) === '\r';
}

/** The head of an item: "1) Regarding the request for X:", or "1. X is medically necessary and appropriate." */
interface Head {
  index: number;
  /** Where the text behind it begins. */
  after: number;
  number: number;
  statement: OutcomeStatement;
}

const numbered = /\b\d{1,2}[.)] (?=\S)/g;
const regarding = /^Regarding the request (?:for|of) /i;

/** The numbered items of a block, each with its heading and, where that is plain, its conclusion. */
export function itemsIn(block: Block): Entry[] {
  const { flow } = block;
  const heads = gather(matches(numbered, flow.text), (start) => headAt(flow, start));
  return heads.map((head, i) => {
    const conclusion = conclusionIn(block, head.after, heads[i + 1]?.index ?? flow.text.length);
    return { number: head.number, statements: conclusion ? [head.statement, conclusion] : [head.statement] };
  });
}

function headAt(flow: Flow, start: RegExpExecArray): Head[] {
  const { index } = start;
  const from = index + start[0].length;
  const rest = flow.text.slice(from, from + longestLine);
  if (/^MAXIMUS\b/i.test(rest) || !beginsLine(flow, index)) return [];
  const number = Number.parseInt(start[0], 10);
  const end = stretchEnd(flow, from, undefined);
  const opening = regarding.exec(rest);
  if (opening) {
    const named = from + opening[0].length;
    const colon = flow.text.charAt(end - 1) === ':' ? end - 1 : flow.text.indexOf(':', named);
    const request = { flow, start: named, end: colon < 0 || colon > end ? end : colon };
    return [{ index, after: named, number, statement: { place: 'heading', request, outcome: undefined } }];
  }
  const { statement, after } = lineAt(flow, from, end, 'heading');
  // A numbered line of the argument is no head: who based the decision on what follows it.
  const follows = /^\.?(?= ?$| The (?:Claims|Physician|Expert) )/.exec(flow.text.slice(after, end));
  return statement.outcome && follows ? [{ index, after: after + follows[0].length, number, statement }] : [];
}

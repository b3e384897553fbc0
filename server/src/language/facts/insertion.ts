import type { Edit } from '../finding.ts';
import type { Rationale } from '../syntax/index.ts';
import type { CaseFacts, ItemFacts } from './case.ts';
import { citationsOf } from './citations.ts';
import { type LineEntry, lineEdits } from './citations-line-edit.ts';
import { sentencesOf } from './sentences.ts';

export type { LineEntry } from './citations-line-edit.ts';

/** A passage to insert: a sentence for the rationale and what the guideline line lists for it; either may be left out. */
export interface CitationInsertion {
  /** Whole sentence or sentences, with the full stop. */
  sentence?: string;
  lineEntry?: LineEntry | readonly LineEntry[];
  /** Offset in the source at which the sentence is wanted; without it, before the conclusion. */
  at?: number;
}

/** Ways to begin a notice that follows the conclusion. */
const notice =
  /^(?:Of note|Note|Although|While|However|This (?:decision|determination)|Opioids?|The (?:treating )?(?:physician|provider)|Please|It is|If|Nothing)\b/;

/**
 * Edits that put a citing sentence into the rationale of an item and the cited guideline on its MAXIMUS line. The
 * sentence goes before the concluding sentence, or to the start of the sentence at the wanted offset; where nothing
 * concludes, to the end. The line is changed in its own style, "… did not cite any medical evidence …" is replaced.
 */
export function insertCitation(facts: CaseFacts, item: ItemFacts, insertion: CitationInsertion): Edit[] {
  const citations = citationsOf(facts);
  const own = citations.items.find((candidate) => candidate.item === item);
  const entries = insertion.lineEntry === undefined ? [] : [insertion.lineEntry].flat();
  const edits = own ? lineEdits(own, entries, citations) : [];
  if (item.rationale && insertion.sentence !== undefined) {
    edits.push(sentenceEdit(item.rationale, insertion.sentence.trim(), insertion.at));
  }
  return edits;
}

function sentenceEdit(rationale: Rationale, sentence: string, at: number | undefined): Edit {
  const { flow } = rationale;
  const sentences = sentencesOf(rationale);
  const wanted = at === undefined ? conclusionStart(rationale) : nearestStart(rationale, at);
  if (wanted === undefined) {
    const end = flow.sourceRange(0, flow.text.length).end;
    return { start: end, end, text: ` ${sentence}` };
  }
  const start = flow.sourceOffset(wanted);
  return { start, end: start, text: `${sentence}${gapOf(rationale, sentences)}` };
}

/** What the writer puts between two sentences: one blank or two. */
function gapOf({ flow }: Rationale, sentences: readonly { start: number; end: number }[]): string {
  let double = 0;
  let single = 0;
  for (const [index, { start }] of sentences.entries()) {
    const previous = sentences[index - 1];
    if (!previous) continue;
    const width = flow.sourceOffset(start) - flow.sourceRange(previous.end - 1, previous.end).end;
    if (width === 2) double++;
    else if (width === 1) single++;
  }
  return double > single ? '  ' : ' ';
}

/** Start of the sentence that concludes: the last one with a conclusion, notices after it left aside. */
function conclusionStart(rationale: Rationale): number | undefined {
  const conclusions = rationale.children.filter((child) => child.type === 'conclusion');
  const sentences = sentencesOf(rationale);
  const concluding = sentences.filter(
    ({ start, end, text }) =>
      !notice.test(text) && conclusions.some((node) => node.start >= start && node.end <= end),
  );
  // A rationale that opens with its conclusion has no other: the citation follows it.
  const last = concluding[concluding.length - 1];
  return last === undefined || (last.start === sentences[0]?.start && sentences.length > 1)
    ? undefined
    : last.start;
}

function nearestStart(rationale: Rationale, at: number): number | undefined {
  const offset = rationale.flow.indexOf(at);
  return sentencesOf(rationale).find(({ start, end }) => offset <= start || offset < end)?.start;
}

import type { Position } from 'vscode-languageserver';
import { fillPassage } from '../../language/passages/index.ts';
import type { CheckedLetter } from '../letters.ts';
import { itemAt } from '../places.ts';
import type { InsertPassageResult, PassageEntry, PassagesParams } from '../protocol.ts';
import { type SnippetEdit, snippetWorkspaceEdit } from './edits.ts';
import { citationEdits, rationaleAt } from './insert-citation.ts';
import { findInsertables, insertableById } from './insertables.ts';
import { fillFrom } from './passage-values.ts';

/** Answers `imr/passages`: what can be inserted at a place, best first. */
export function passageEntries(letter: CheckedLetter | undefined, params: PassagesParams): PassageEntry[] {
  const item =
    letter && params.position ? itemAt(letter, letter.document.offsetAt(params.position)) : undefined;
  const query = typeof params.query === 'string' ? params.query : '';
  return findInsertables(letter, item, query).map(({ passage, basis, unverified, fits }) => ({
    id: passage.id,
    title: passage.title,
    description: passage.description,
    ...(basis === undefined ? {} : { basis }),
    unverified,
    fits,
    text: (letter ? fillFrom(passage, letter.facts, item) : fillPassage(passage)).text,
  }));
}

/** Answers `imr/insertPassage`: in a rationale after the sentence at the place, with its guideline line; else there. */
export function insertPassage(
  letter: CheckedLetter,
  position: Position,
  id: string,
  snippets: boolean,
): InsertPassageResult | null {
  const insertable = insertableById(id);
  if (!insertable) return null;
  const { document, facts } = letter;
  const { passage, entries } = insertable;
  const offset = document.offsetAt(position);
  const place = rationaleAt(letter, offset);
  if (place && (passage.kind === 'citation' || passage.kind === 'argument')) {
    const edits = citationEdits(letter, place.item, place.rationale, offset, passage, entries);
    return { edit: snippetWorkspaceEdit(document, edits, snippets) };
  }
  const { text, snippet } = fillFrom(passage, facts, itemAt(letter, offset));
  const edit: SnippetEdit = { start: offset, end: offset, text, snippet };
  return { edit: snippetWorkspaceEdit(document, [edit], snippets) };
}

/** The editor's snippet file, made from the library. */
import { fillPassage } from './fill.ts';
import { passages } from './library/index.ts';
import type { Passage } from './types.ts';

/** One snippet in the format of VS Code's snippet files; the body is a list of lines. */
export interface EditorSnippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

/** What a writer types to get a passage: short and predictable, `imr-close-not`. */
export const snippetPrefix = (passage: Passage): string => `imr-${passage.id}`;

/** When a passage may be written, in words; empty for always. */
function span({ inForce }: Passage): string {
  if (!inForce) return '';
  const { from, to } = inForce;
  if (from && to) return ` In force ${from} to ${to}.`;
  return from ? ` In force from ${from}.` : ` In force to ${to}.`;
}

/** The snippet file: every passage of the library by its title. */
export function editorSnippets(library: readonly Passage[] = passages): Record<string, EditorSnippet> {
  return Object.fromEntries(
    library.map((passage) => [
      passage.title,
      {
        prefix: snippetPrefix(passage),
        body: fillPassage(passage).snippet.split('\n'),
        description: passage.description + span(passage),
      },
    ]),
  );
}

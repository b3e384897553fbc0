import { escapeSnippet, type FilledPassage } from '../../../language/passages/index.ts';

/** What of a passage is still to be written. */
export interface Continued {
  text: string;
  snippet: string;
  /** Whether its first words stand before the cursor already. */
  continues: boolean;
}

/** Fewer letters than these say nothing of what a writer is about to write. */
const fewest = 5;

/**
 * A passage without the words that stand before the cursor: after "Here, however, " the sentence "Here, however, the
 * applicant remained …" goes on with "the applicant", and another sentence begins with a small letter. White space stands
 * for any white space.
 *
 * @param before the text before the cursor
 * @param body the passage as the library has it
 */
export function continued(before: string, { text, snippet }: FilledPassage, body: string): Continued {
  const end = before.replace(/\s+/g, ' ');
  // Whole words only, the longest first.
  const ends = [...text.matchAll(/(?<!\S)\S+\s/g)].map((word) => word.index + word[0].length).reverse();
  for (const length of ends) {
    const lead = text.slice(0, length);
    if (length <= fewest || length > end.length || !end.endsWith(lead)) continue;
    const escaped = escapeSnippet(lead);
    // A slot among these words would lose its tab stop.
    if (!snippet.startsWith(escaped)) continue;
    return { text: text.slice(length), snippet: snippet.slice(escaped.length), continues: true };
  }
  if (!inSentence.test(end) || !startsPlainly(body)) return { text, snippet, continues: false };
  return { text: lower(text), snippet: lower(snippet), continues: false };
}

/** After a comma or a word a sentence goes on. */
const inSentence = /[,\w] $/;

/** A first word that is a capital only as the first of its sentence: no slot, which may be a name, and no abbreviation. */
function startsPlainly(body: string): boolean {
  return /^[A-Z][a-z]* /.test(body);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

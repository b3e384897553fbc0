import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One labelled error of the corpus; its README explains the columns. */
export interface Label {
  doc: string;
  class: string;
  severity: 'meaning' | 'form';
  detectable: 'sure' | 'good' | 'hard';
  quote: string;
  why: string;
}

/** A letter of the corpus with its labels. */
export interface LabelledLetter {
  doc: string;
  text: string;
  labels: Label[];
}

/** Folder of the corpus, beside the checkout; undefined where it is absent. */
export function corpusFolder(): string | undefined {
  const folder = join(import.meta.dirname, '../../../shared/corpus');
  return existsSync(join(folder, 'labels.tsv')) ? folder : undefined;
}

/** Reads the corpus with its labels. */
export function readCorpus(folder: string): LabelledLetter[] {
  const [head = '', ...rows] = readFileSync(join(folder, 'labels.tsv'), 'utf8').trimEnd().split('\n');
  const columns = head.split('\t');
  const labels = rows.map((row): Label => {
    const cells = row.split('\t');
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    return {
      doc: cell('doc'),
      class: cell('class'),
      severity: cell('severity') as Label['severity'],
      detectable: cell('detectable') as Label['detectable'],
      quote: cell('quote'),
      why: cell('why'),
    };
  });
  return readdirSync(join(folder, 'letters'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((doc) => ({
      doc,
      text: readFileSync(join(folder, 'letters', doc), 'utf8'),
      labels: labels.filter((label) => label.doc === doc),
    }));
}

/** All places of a quote in a text, white space folded; a line end after a hyphen may be no space. */
export function findQuote(text: string, quote: string): { start: number; end: number }[] {
  const words = quote
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('-', '-\\s*'));
  const pattern = new RegExp(words.join('\\s+'), 'g');
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

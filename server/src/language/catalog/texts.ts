/** Guidelines whose own text was read on this machine: what stands on their pages. */
import { knowledge } from './current.ts';
import { classOf, findDrug, findDrugClass } from './drugs.ts';
import { findService } from './services.ts';
import { wordsOf } from './text.ts';
import type { PageRange } from './types.ts';

/** Whether a guideline was read, so that its pages can be looked up. */
export function isRead(guidelineId: string): boolean {
  return knowledge.current.texts.has(guidelineId);
}

/** The sheet of the office's own copy that is a page: the file and which of its sheets, from 1. */
export function sheetOfPage(guidelineId: string, page: number): { file: string; sheet: number } | undefined {
  const text = knowledge.current.texts.get(guidelineId);
  const found = text?.pages.get(page);
  return text && found && { file: text.file, sheet: found.sheet };
}

/** Words of titles and requests that tell nothing about a topic. */
const emptyWord =
  /^(?:acute|additional|appropriate|assessment|body|care|chapter|chronic|class|continue|criteria|dose|drugs?|evaluations?|general|guidelines?|initial|injections?|interventions?|long|management|measures?|medical|medications?|methods?|ongoing|options?|other|pain|part|parts|patients?|physical|plan|policy|process|program|programs|recommendations?|request|section|services?|short|specific|studies|study|summary|system|term|terms|testing|tests?|therapy|therapies|topics?|treatments?|type|types|usage|used|users?|whole|when|with|within|without|from|which|were|that|this|than|have|only|also|more|most|left|right)$/;

/** The words and phrases of which any shows that a text speaks of a topic; none where its name tells too little. */
const tellingWords = knowledge.per(() => new Map<string, readonly string[]>());

function tellingWordsOf(name: string): readonly string[] {
  const known = tellingWords().get(name);
  if (known) return known;
  const names = [name, ...name.split(/[(),;:/]/)];
  const drug = findDrug(name.replace(/ ?\(.*/, '')) ?? findDrug(name);
  if (drug) names.push(drug.generic, ...drug.brands, ...(drug.synonyms ?? []), ...(drug.ingredients ?? []));
  const classes = drug ? classOf(drug) : [findDrugClass(name)].filter((kind) => kind !== undefined);
  for (const kind of classes) names.push(kind.name, ...kind.synonyms, ...(kind.topics ?? []));
  const service = findService(name.replace(/ ?\(.*/, ''));
  if (service) names.push(service.name, ...service.terms);
  const words = new Set<string>();
  for (const part of names) {
    for (const word of wordsOf(part)) {
      const long = word.length >= 5 || (word.length >= 3 && isAbbreviation(word, part));
      if (long && !emptyWord.test(word) && !/^\d+$/.test(word)) words.add(stem(word));
    }
    // Of names in short words ("TENS", "bed rest") the whole tells.
    const whole = wordsOf(part);
    const tells = (word: string): boolean =>
      word.length >= (whole.length === 1 ? 3 : 4) && !emptyWord.test(word);
    if (whole.some(tells)) words.add(whole.join(' '));
  }
  const found = [...words];
  if (tellingWords().size > 1000) tellingWords().clear();
  tellingWords().set(name, found);
  return found;
}

/** Written in capitals: "TENS", "NSAIDs". */
function isAbbreviation(word: string, name: string): boolean {
  return name.includes(word.toUpperCase()) && name !== name.toUpperCase();
}

/** Singular and plural, "-ing" and "-ed" are one word. */
function stem(word: string): string {
  return word.length > 5 ? word.replace(/(?:ies|es|s|ing|ed|ation|y)$/, '') : word;
}

const foldedPages = knowledge.per(() => new Map<string, string>());

/** The words of a page with spaces between and around them. */
function wordsOnPage(guidelineId: string, page: number): string | undefined {
  const key = `${guidelineId} ${page}`;
  let folded = foldedPages().get(key);
  if (folded === undefined) {
    const text = knowledge.current.texts.get(guidelineId)?.pages.get(page)?.text;
    if (text === undefined) return undefined;
    folded = ` ${wordsOf(text).join(' ')} `;
    foldedPages().set(key, folded);
  }
  return folded;
}

/**
 * Whether pages of a guideline that was read speak of any of some topics or drugs: by a telling word of their names, of
 * the drug's other names, or of its class. Undefined where that cannot be told: the guideline or one of the pages was not
 * read, or a name has no telling word.
 */
export function pagesSpeakOf(
  guidelineId: string,
  { first, last }: PageRange,
  names: readonly string[],
): boolean | undefined {
  if (!isRead(guidelineId) || names.length === 0) return undefined;
  let unknown = false;
  for (let page = first; page <= Math.min(last, first + 20); page++) {
    const words = wordsOnPage(guidelineId, page);
    if (words === undefined) {
      unknown = true;
      continue;
    }
    for (const name of names) {
      const telling = tellingWordsOf(name);
      if (telling.length === 0) unknown = true;
      // Long words are found inside others too: a line end may have joined "non-" and "steroidal".
      else if (telling.some((word) => words.includes(word.length < 7 ? ` ${word}` : word))) return true;
    }
  }
  return unknown ? undefined : false;
}

/** The pages of a guideline that was read which speak of any of some topics or drugs. */
export function pagesSpeakingOf(guidelineId: string, names: readonly string[]): number[] {
  const pages = knowledge.current.texts.get(guidelineId)?.pages.keys() ?? [];
  return [...pages].filter((page) => pagesSpeakOf(guidelineId, { first: page, last: page }, names));
}

/** So much of a page is shown around a topic, in characters. */
const around = 420;

/** What a page says around the first of some topics that it speaks of, from sentence to sentence; else how it begins. */
export function passageOnPage(
  guidelineId: string,
  page: number,
  names: readonly string[],
): string | undefined {
  const text = knowledge.current.texts.get(guidelineId)?.pages.get(page)?.text;
  if (text === undefined) return undefined;
  const lower = text.toLowerCase();
  const places = names
    .flatMap((name) => tellingWordsOf(name))
    .map((word) => lower.indexOf(word))
    .filter((at) => at >= 0);
  const at = places.length > 0 ? Math.min(...places) : 0;
  const begin = text.lastIndexOf('. ', at);
  const start = begin < 0 || at - begin > around / 2 ? Math.max(0, at - around / 4) : begin + 2;
  const cut = text.indexOf('. ', start + around);
  const end = cut < 0 || cut - start > 2 * around ? Math.min(text.length, start + 2 * around) : cut + 1;
  return `${start > 0 ? '… ' : ''}${text.slice(start, end).trim()}${end < text.length ? ' …' : ''}`;
}

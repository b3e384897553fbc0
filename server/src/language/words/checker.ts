import { gather } from '../gather.ts';
import { perText } from '../per-text.ts';
import { type Stretch, stretchesOf } from '../stretches.ts';
import { checkAdverbs } from './adverbs.ts';
import { checkAgreement } from './agreement.ts';
import { checkArticles } from './articles.ts';
import { checkCapitals } from './capitals.ts';
import { checkDoublePrepositions } from './double-preposition.ts';
import { checkDoubled } from './doubled.ts';
import { checkDoubledItems } from './doubled-items.ts';
import { checkLostHelpers } from './lost-helper.ts';
import { checkLostLinks } from './lost-link.ts';
import { checkLostNouns } from './lost-noun.ts';
import { createMisheard } from './misheard.ts';
import { checkNounNumber } from './noun-number.ts';
import type { PhraseEntry } from './phrase-index.ts';
import { compilePhrases, openPhrases } from './phrase-table.ts';
import { checkPossessives } from './possessives.ts';
import { checkSetPhrases } from './set-phrases.ts';
import { checkSpacing } from './spacing.ts';
import { createSpelling } from './spelling.ts';
import { fieldPhrases, wordClasses } from './tables.ts';
import { type Token, tokenize } from './tokens.ts';
import type { WordFinding, WordsChecker, WordsDictionary } from './types.ts';
import { checkVerbForms } from './verb-forms.ts';

/** What an office may add to the words check. */
export interface WordsOptions {
  /** Further phrase entries, in the form of the tables under `data/`. */
  readonly phrases?: readonly PhraseEntry[];
}

/** Overlapping findings: the one that knows most wins. */
const PRECEDENCE: Readonly<Record<WordFinding['kind'], number>> = {
  'sound-alike': 0,
  'word-slip': 0,
  'doubled-word': 1,
  grammar: 2,
  typo: 3,
  'missing-space': 4,
  punctuation: 5,
};

/**
 * Makes a checker.
 *
 * @param dictionary the word list; while it is still loading pass none: spelling is then left out, the phrase
 *   tables, articles, doubled words and spaces are checked all the same.
 * @throws SyntaxError when an added phrase entry is not understood.
 */
export function createWordsChecker(dictionary?: WordsDictionary, options: WordsOptions = {}): WordsChecker {
  const phrases = openPhrases(fieldPhrases, wordClasses);
  const added = options.phrases === undefined ? undefined : compilePhrases(options.phrases, wordClasses);
  const spelling = dictionary === undefined ? undefined : createSpelling(dictionary);
  const misheard = dictionary === undefined ? undefined : createMisheard(dictionary);
  const read = (text: string, running: boolean): Reading => {
    const tokens = tokenize(text);
    const found = phrases.find(text, tokens);
    if (added !== undefined) found.push(...added.find(text, tokens));
    if (running) {
      found.push(
        ...checkAgreement(tokens),
        ...checkVerbForms(tokens),
        ...checkNounNumber(tokens),
        ...checkLostLinks(tokens),
        ...checkLostHelpers(tokens),
        ...checkLostNouns(tokens),
        ...checkDoublePrepositions(tokens),
        ...checkPossessives(tokens),
        ...checkAdverbs(tokens),
        ...checkArticles(tokens),
        ...checkDoubled(tokens),
        ...checkDoubledItems(tokens),
        ...checkSpacing(text),
        ...checkCapitals(tokens),
      );
    } else {
      found.push(...checkDoubled(tokens));
    }
    const words = spelling?.suspects(tokens) ?? [];
    found.push(...checkSetPhrases(tokens, words));
    if (misheard !== undefined) found.push(...misheard.check(tokens));
    const suspects = words.length === 0 ? [] : [{ start: 0, tokens, words }];
    return { findings: withoutOverlaps(found), found, suspects };
  };
  const sentence = perText((text) => read(text, true));
  const running = perText((text) => joined(stretchesOf(text), sentence));
  const fixed = perText((text) => read(text, false));
  return {
    checkBlock(input) {
      const { findings, found, suspects } =
        input.kind === 'summary' || input.kind === 'rationale' ? running(input.text) : fixed(input.text);
      if (spelling === undefined || suspects.length === 0) return findings;
      const spelt = gather(suspects, ({ start, tokens, words }) =>
        moved(spelling.check(tokens, words, input), start),
      );
      return withoutOverlaps([...found, ...spelt]);
    },
  };
}

/** What a text shows whatever letter it stands in. */
interface Reading {
  /** What is found but for spelling, and the same without overlaps. */
  readonly found: readonly WordFinding[];
  readonly findings: readonly WordFinding[];
  readonly suspects: readonly Suspects[];
}

/** Words of a sentence that the spelling check does not know well; the letter tells whether they are slips. */
interface Suspects {
  /** Where the sentence begins in the text. */
  readonly start: number;
  readonly tokens: readonly Token[];
  /** Indexes of the words. */
  readonly words: readonly number[];
}

/** The readings of the parts of a text as one. */
function joined(stretches: readonly Stretch[], read: (text: string) => Reading): Reading {
  const found: WordFinding[] = [];
  const findings: WordFinding[] = [];
  const suspects: Suspects[] = [];
  for (const { start, text } of stretches) {
    const reading = read(text);
    found.push(...moved(reading.found, start));
    findings.push(...moved(reading.findings, start));
    for (const one of reading.suspects) suspects.push({ ...one, start: one.start + start });
  }
  return { found, findings, suspects };
}

function moved(findings: readonly WordFinding[], by: number): readonly WordFinding[] {
  if (by === 0) return findings;
  return findings.map((finding) => ({ ...finding, start: finding.start + by, end: finding.end + by }));
}

function withoutOverlaps(found: readonly WordFinding[]): readonly WordFinding[] {
  if (found.length < 2) return found;
  const findings = found.toSorted(
    (a, b) => PRECEDENCE[a.kind] - PRECEDENCE[b.kind] || a.start - b.start || b.end - a.end,
  );
  const kept: WordFinding[] = [];
  for (const finding of findings) {
    if (!kept.some((other) => overlap(finding, other) || insertTwice(finding, other))) kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function overlap(a: WordFinding, b: WordFinding): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether the one puts behind its word what the other puts before the next: "sensation and" and "and motor". */
function insertTwice(a: WordFinding, b: WordFinding): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const [, added] = first.suggestions[0]?.split(' ') ?? [];
  return (
    added !== undefined && first.end + 1 === second.start && second.suggestions[0]?.split(' ')[0] === added
  );
}

import { matches } from '../../matches.ts';
import type { ConclusionPhrase, Opener } from '../nodes.ts';
import { clauseBefore, readGoverning } from './conclusion-governing.ts';
import type { Draft } from './draft.ts';

/** "medically necessary", "medically unnecessary", "medically appropriate and necessary". */
const necessary =
  /\bmedical(?:ly)? (?:(?:reasonable|appropriate|indicated)(?:,| and|,? or)? (?:and |or )?(?:medically )?)?(necessary|unnecessary)\b/gi;
const necessity =
  /\bmedical necessity (?:(?:of|for) [^.;]{0,160}? )?(is|was|has|have|had|are|can(?= ?not)|could(?= ?not))( ?not)?(?: yet)? (?:be(?:en)? )?(?:established|supported|demonstrated|shown|substantiated|met|proven|apparent|evident)\b/gi;
/** "Fails to establish the medical necessity of", "the request lacks medical necessity", "remains unproven". */
const necessityLacking =
  /\b(?:(?:fail(?:s|ed)? to|do(?:es)? not|did not|cannot) (?:\w+ly )?(?:establish|support|demonstrate|show|substantiate|prove|confirm) (?:the |any )?|lack(?:s|ed) )medical necessity\b|\bmedical necessity (?:(?:of|for) [^.;,]{0,80} )?remains (?:unproven|unclear|unestablished|unsupported)\b/gi;

/** Words that end the look for a "not" before the phrase: another verb or clause begins there. */
const clauseStart =
  /^(?:is|are|was|were|has|have|had|and|but|that|which|who|because|since|so|therefore|thus|hence|request|requested|however)$/i;
const negator = /^(?:not|cannot|never|isn't|wasn't|aren't|weren't|can't|neither|nor)$/i;

/**
 * Finds the phrases that say whether a treatment is medically necessary. Conditions ("if medically necessary"),
 * attributes ("a medically necessary program") and what a clause with "that" or "whether" reports are no conclusions.
 */
export function findConclusions(text: string): Draft<ConclusionPhrase>[] {
  const found: Draft<ConclusionPhrase>[] = [];
  if (!/medical/i.test(text)) return found;
  for (const match of matches(necessary, text)) {
    const end = match.index + match[0].length;
    const direct = readNegation(text, match.index);
    if (direct === undefined || isGeneral(text, match.index, direct.negated)) continue;
    const governed = readGoverning(text, match.index, end, direct.negated);
    if (governed === 'nothing') continue;
    const reading = { ...direct, negated: direct.negated || governed === 'not' };
    if (
      !reading.negated &&
      /\b(?:an?|any|of|other) $/i.test(text.slice(Math.max(0, match.index - 8), match.index))
    )
      continue;
    const un = match[1]?.toLowerCase() === 'unnecessary';
    found.push({
      type: 'conclusion',
      necessary: reading.negated === un,
      start: reading.start,
      end,
    });
  }
  for (const match of matches(necessity, text)) {
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    if (/\b(?:if|when|unless|until|whether|once) (?:the )?$/i.test(before)) continue;
    const lacking = /\bno $/i.test(before);
    found.push({
      type: 'conclusion',
      necessary: match[2] === undefined && !lacking,
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  for (const match of matches(necessityLacking, text)) {
    const clause = clauseBefore(text, match.index, 110);
    if (/\b(?:if|when|where|unless|until|whether|once|that|which)\b/i.test(clause)) continue;
    found.push({
      type: 'conclusion',
      necessary: false,
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return found;
}

const possibly =
  /\b(?:may|might|can|could)(?: also| well| then)? (?:be|become|have been)(?: (?:considered|deemed|regarded as|found|viewed as|thought))?(?: to be)? $/i;

/** "Such programs may be considered medically necessary, the guideline tells us, when …": a rule, which concludes nothing. */
function isGeneral(text: string, at: number, negated: boolean): boolean {
  return !negated && possibly.test(text.slice(Math.max(0, at - 60), at));
}

/** "Is certified as", "cannot be certified as": a decision, where "was certified as" tells of the review. */
const certifiedAs =
  /\b(?:is|are|can ?not be|can be|could not be) (?:therefore |hereby )?(?:certified|approved|authorized|accepted|recognized) as $/i;

/**
 * Looks back from a phrase for its "not", over words such as "considered", "supported by the records as being".
 *
 * @returns Where the phrase begins with its "not"; undefined where the phrase concludes nothing.
 */
function readNegation(text: string, at: number): { negated: boolean; start: number } | undefined {
  const clause = clauseBefore(text, at, 110);
  const words = clause.match(/[A-Za-z']+/g) ?? [];
  if (certifiedAs.test(clause))
    return { negated: /\b(?:cannot|not) be [a-z]+ as $/i.test(clause), start: at };
  if (/^(?:if|when|as|whether|unless|where|than|once)$/i.test(words[words.length - 1] ?? ''))
    return undefined;
  let steps = 0;
  for (let i = words.length - 1; i >= 0 && steps < 11; i--, steps++) {
    const word = words[i] as string;
    if (negator.test(word)) {
      const start = text.lastIndexOf(word, at - 1);
      return { negated: true, start };
    }
    if (clauseStart.test(word)) break;
  }
  const last = clause.slice(clause.lastIndexOf(',') + 1);
  if (/\b(?:if|whether|unless|until|when)\b/i.test(last)) return undefined;
  if (/\bas (?:determined|deemed|considered|found|felt)\b/i.test(last)) return undefined;
  // "neither is the service …", "none of the services … are": the subject stands between.
  return { negated: /\b(?:neither|nor|none)\b/i.test(last), start: at };
}

const opener = /^(yes|no|conversely|similarly|likewise|finally)\b,?/i;

/** The word that opens a rationale and takes sides, if there is one. */
export function findOpener(text: string): Draft<Opener>[] {
  const match = opener.exec(text);
  if (!match) return [];
  // "No" takes sides only with its comma: "No evidence was given" does not.
  const word = (match[1] ?? '').toLowerCase();
  const answers = word === 'no' || word === 'yes';
  if (answers && !match[0].endsWith(',')) return [];
  // "Yes, he improved": it grants a point, and does not answer for the request.
  if (answers && /^ (?:he|she|they|there|some|many|most)\b/i.test(text.slice(match[0].length))) return [];
  const kind = word === 'likewise' ? 'similarly' : word;
  return [{ type: 'opener', word: kind as Opener['word'], start: 0, end: word.length }];
}

import { matches } from '../../matches.ts';
import type { ConclusionPhrase, Opener } from '../nodes.ts';
import type { Draft } from './draft.ts';

/** "medically necessary", "medically unnecessary", "medically appropriate and necessary". */
const necessary =
  /\bmedical(?:ly)? (?:(?:reasonable|appropriate|indicated)(?:,| and|,? or)? (?:and |or )?(?:medically )?)?(necessary|unnecessary)\b/gi;
const necessity =
  /\bmedical necessity (?:(?:of|for) [^.;]{0,160}? )?(is|was|has|have|had|are|can(?= ?not)|could(?= ?not))( ?not)?(?: yet)? (?:be(?:en)? )?(?:established|supported|demonstrated|shown|substantiated|met)\b/gi;

/** Words that end the look for a "not" before the phrase: another verb or clause begins there. */
const clauseStart =
  /^(?:is|are|was|were|has|have|had|and|but|that|which|who|because|since|so|therefore|thus|hence|request|requested|however)$/i;
/** Marks that end a clause; a sentence may end inside a quotation or a bracket. */
const clauseEnds = ['. ', '; ', ': ', '." ', ".' ", '.) '];
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
    const governed = readGoverning(
      clauseBefore(text, match.index),
      text.slice(end, end + 24),
      direct.negated,
    );
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
  return found;
}

const possibly =
  /\b(?:may|might|can|could)(?: also| well| then)? (?:be|become|have been)(?: (?:considered|deemed|regarded as|found|viewed as|thought))?(?: to be)? $/i;

/** "Such programs may be considered medically necessary, the guideline tells us, when …": a rule, which concludes nothing. */
function isGeneral(text: string, at: number, negated: boolean): boolean {
  return !negated && possibly.test(text.slice(Math.max(0, at - 60), at));
}

/**
 * Looks back from a phrase for its "not", over words such as "considered", "supported by the records as being".
 *
 * @returns Where the phrase begins with its "not"; undefined where the phrase concludes nothing.
 */
function readNegation(text: string, at: number): { negated: boolean; start: number } | undefined {
  const from = Math.max(0, at - 110);
  const window = text.slice(from, at);
  const clause = window.slice(Math.max(...clauseEnds.map((mark) => window.lastIndexOf(mark))) + 1);
  const words = clause.match(/[A-Za-z']+/g) ?? [];
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

/** Characters before a phrase that can govern it. */
const REACH = 320;

/** The text between the last full stop, semicolon or colon and a phrase. */
function clauseBefore(text: string, at: number): string {
  const window = text.slice(Math.max(0, at - REACH), at);
  return window.slice(Math.max(...clauseEnds.map((mark) => window.lastIndexOf(mark))) + 1);
}

/** Words that join a sentence to the one before, and stand before its subject. */
const joining =
  '^[\\s"(]*(?:(?:thus|therefore|hence|accordingly|consequently|so|and|but|as such|at this (?:time|point|juncture)|at present|here|now|beyond that|in (?:sum|short|summary|conclusion)|in this (?:case|instance)),? )*';
/** "No MRI is", "none of the visits", "at no point was": the subject or an adverb denies. "No fewer than eight" does not. */
const deniedSubject = new RegExp(
  `${joining}(?:no(?! (?:fewer|less|sooner|wonder|doubt|question)\\b)|hardly any|none|nothing|neither|not one|at no|by no means|in no|under no|on no)\\b`,
  'i',
);
const onlySome = new RegExp(`${joining}only\\b`, 'i');
/** Right before a phrase: "no longer", "anything but". */
const deniedNear = /\b(?:no longer|hardly|scarcely|barely|anything but|far from|nowhere near) (?:\w+ )?$/i;
/** "I am unable to find the MRI medically necessary." */
const deniedFinding =
  /\b(?:unable|not able|fail(?:s|ed)?|cannot|could not|can't|do not|did not) (?:to )?(?:find|consider|see|deem|call|regard|judge) (?:[a-z0-9-]+ ){1,6}(?:as |to be )?$/i;
/** "It would be a stretch to call", "one might hold that", "to say that": nobody decides so. */
const unmeant =
  /\b(?:would be (?:a stretch|wrong|a mistake|hard|difficult)|to (?:say|argue|claim|hold|contend) that|(?:one|some|it) (?:may|might|could) (?:well )?(?:argue|hold|say|think|claim|be (?:argued|said|held|thought))|the argument that)/i;
/** Sentences on other items, other patients or another time. */
const ofOthers =
  /^[\s"(]*(?:unlike|in contrast|ordinarily|generally|for most|routine|in principle|in general|as long as|for (?:axial|acute|mild|most))\b|\b(?:in|for) most (?:patients|cases|people)\b|\b(?:acute|early|initial) (?:phase|stage)\b|\bevery one of which\b|\bthat make\b/i;
/** Right before a phrase: a rule, which concludes nothing on this request. */
const generalNear =
  /\b(?:rarely|seldom|usually|generally|typically|ordinarily|normally|often|sometimes) (?:not )?(?:\w+ )?$/i;

/** What reports or doubts what follows it: "does not establish that", "it is unclear why", "there is no indication that". */
const reporting = /\b(?:that|why|how)\b/gi;
/** Where a clause of its own begins behind it. */
const goesOn = /\b(?:but|however|therefore|thus|hence|so|although|while|and (?:the|this|it|is|are|was))\b/i;
const denial =
  /\b(?:not|no|never|cannot|\w+n't|fail(?:s|ed|ing)?|lack(?:s|ed|ing)?|insufficient(?:ly)?|inadequate(?:ly)?|unable|unclear|doubt(?:s|ed|ful)?|unlikely|unconvinced|questionable|little|nothing|nowhere|absence|absent|disagree[sd]?|wrong|incorrect|neither|nor|hardly|scarcely|without)\b/i;
/** "There can be no doubt that", "I see no ground to doubt that". */
const undoubted =
  /\b(?:no|not|never|without|little|cannot|can't)\b[^.;]{0,40}\b(?:doubt(?:ed|ful)?|question(?:ed|able)?|dispute[sd]?|den(?:y|ied)|disagree|argue[sd]?|contested)\b/i;

/** "If weakness progresses, an MRI will be": a condition with what would follow from it. */
const conditional =
  /\b(?:if|should|were|had|unless|when|without|until|once|in the absence of|in other|with it|before)\b/i;
const possible = /\b(?:would|will|could|might)(?: \w+)? (?:be|become|have been|not be)(?: \w+)? $/i;
/** "Necessary only with a change", "necessary first": not for this request as it stands. */
const limited =
  /^,? (?:only (?:if|when|with|where|after|in|for|once)|if|when|where|unless|before|first\b|provided|as long as)/i;
/** "…, although an EMG would not be". */
const conceded = /^[\s"(]*(?:although|though|while|whereas|even if|even though)\b/i;

/**
 * How what stands around a phrase governs it: `not` where it denies what the phrase says, `nothing` where the sentence
 * concludes nothing on the request.
 *
 * @param before The clause before the phrase.
 * @param after The characters behind it.
 * @param negated Whether the phrase has a "not" of its own.
 */
function readGoverning(before: string, after: string, negated: boolean): 'not' | 'nothing' | undefined {
  if (generalNear.test(before) || ofOthers.test(before) || /^[^.;]{0,20}\?/.test(after)) return 'nothing';
  if (!negated && limited.test(after)) return 'nothing';
  if (unmeant.test(before) || /^[\s"(]*(?:that|what)\b/i.test(before)) return 'nothing';
  if (!negated && deniedFinding.test(before)) return 'not';
  const main = before.slice(before.lastIndexOf(', ') + 1);
  if (conceded.test(main)) return 'nothing';
  if (possible.test(before) && (!/\brequest/i.test(before) || conditional.test(before.replace(possible, ''))))
    return 'nothing';
  const that = matches(reporting, before).at(-1);
  if (that && !goesOn.test(before.slice(that.index))) {
    const outer = before.slice(0, that.index);
    if (denial.test(outer) && !undoubted.test(outer)) return negated ? 'nothing' : 'not';
  }
  if (negated) return undefined;
  // "No reason to consider it anything but necessary."
  if (deniedNear.test(before)) return denial.test(before.replace(deniedNear, '')) ? 'nothing' : 'not';
  if (deniedSubject.test(main)) return 'not';
  return onlySome.test(main) ? 'nothing' : undefined;
}

const opener = /^(yes|no|conversely|similarly|likewise|finally)\b,?/i;

/** The word that opens a rationale and takes sides, if there is one. */
export function findOpener(text: string): Draft<Opener>[] {
  const match = opener.exec(text);
  if (!match) return [];
  // "No" takes sides only with its comma: "No evidence was given" does not.
  const word = (match[1] ?? '').toLowerCase();
  if ((word === 'no' || word === 'yes') && !match[0].endsWith(',')) return [];
  const kind = word === 'likewise' ? 'similarly' : word;
  return [{ type: 'opener', word: kind as Opener['word'], start: 0, end: word.length }];
}

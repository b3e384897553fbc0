/**
 * What stands around "medically necessary" and turns it, or takes it for no decision: "no MRI is", "the records fail to
 * show that it is", "if weakness came, it would be". Where the words leave it open, nothing is concluded: a conclusion
 * that is read the wrong way is an error on a sound letter.
 */
import { matches } from '../../matches.ts';

/** Characters before a phrase that can govern it. */
const REACH = 320;
/** Marks that end a clause; a sentence may end inside a quotation or a bracket. */
const clauseEnds = ['. ', '; ', ': ', '." ', ".' ", '.) '];

/** The text between the last full stop, semicolon or colon and a place, at most so many characters of it. */
export function clauseBefore(text: string, at: number, most: number): string {
  const window = text.slice(Math.max(0, at - most), at);
  return window.slice(Math.max(...clauseEnds.map((mark) => window.lastIndexOf(mark))) + 1);
}

/** Words that join a sentence to the one before, and stand before its subject. */
const joining =
  '^[\\s"(]*(?:(?:thus|therefore|hence|accordingly|consequently|so|and|but|as such|at this (?:time|point|juncture)|at present|here|now|beyond that|in (?:sum|short|summary|conclusion)|in this (?:case|instance)),? )*';
/** "No MRI is", "at no point was": the subject or an adverb denies. "No fewer than eight" does not. */
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
/** "I do not believe the MRI is": a "that" that is left out. */
const deniedBelief =
  /\b(?:(?:do|does|did|can|could) ?not|(?:do|does|did|ca|could)n't) (?:believe|think|feel|agree|find) (?:the|this|these|an?|it|such|that) [^,]{0,80}\b(?:is|are|was|were) (?:\w+ )?$/i;
/** "It would be a stretch to call", "one might hold that", "to say that": nobody decides so. */
const unmeant =
  /\b(?:would be (?:a stretch|wrong|a mistake|hard|difficult)|to (?:say|argue|claim|hold|contend) that|(?:one|some|it) (?:may|might|could) (?:well )?(?:argue|hold|say|think|claim|be (?:argued|said|held|thought))|the argument that)/i;
/** "That it is necessary in general is not at issue", "what is necessary is a taper": a clause is the subject. */
const clauseAsSubject = /^[\s"(]*(?:that(?! (?:being )?said\b)|what)\b[^,]*$/i;
/** Sentences on other items, other patients or another time. */
const ofOthers =
  /^[\s"(]*(?:unlike|in contrast|ordinarily|generally|for most|routine|in principle|in general|as long as|for (?:axial|acute|mild|most))\b|\b(?:in|for) most (?:patients|cases|people)\b|\b(?:acute|early|initial) (?:phase|stage)\b|\bevery one of which\b|\bthat make\b/i;
/** Right before a phrase: a rule, which concludes nothing on this request. */
const generalNear =
  /\b(?:rarely|seldom|usually|generally|typically|ordinarily|normally|often|sometimes) (?:not )?(?:\w+ )?$/i;

/** "If weakness progresses, an MRI will be": a condition with what would follow from it. */
const conditional =
  /\b(?:if|should|were|had|unless|when|without|until|once|in the absence of|in other|with it|before)\b/i;
const possible = /\b(?:would|will|could|might)(?: \w+)? (?:be|become|have been|not be)(?: \w+)? $/i;
/** "Necessary only with a change", "necessary first": not for this request as it stands. */
const limited =
  /^,? (?:only (?:if|when|with|where|after|in|for|once)|if|when|where|unless|before|first\b|provided|as long as)/i;
/** "…, although an EMG would not be". */
const conceded = /^[\s"(]*(?:although|though|while|whereas|even if|even though)\b/i;

/** "The therapy was not necessary, but the MRI is.": what is not said again decides on another item. */
const otherwiseBehind =
  /^,? (?:but|while|whereas|yet) (?:the |this |that |an? )?[^.;,]{1,60} (?:is|are|was|were)(?: not)?(?:[.;]|$)/i;
/** "Unlike the request for the neck, the request for the back is": the request itself after all. */
const requestAgain = /^ (?:the|this) (?:\w+ )?request\b/i;

/** What may stand between a word that denies and the "that" it governs: a few words of one clause. */
const fewWords = String.raw`(?: (?!and\b|but\b|so\b|that\b|which\b|who\b)[\w'-]+){0,3}`;
/** Right before a "that": "does not establish", "there is no evidence", "it is doubtful", "I disagree with the finding". */
const deniesThat = new RegExp(
  [
    `(?:\\b(?:not|never|cannot|unable to|fail(?:s|ed|ing)? to|hardly|scarcely)|n't)${fewWords}`,
    `\\b(?:no|little|insufficient|inadequate|lack of|absence of|without|neither)(?: [\\w'-]+){0,4} (?:evidence|indication|documentation|explanation|proof|record|sign|suggestion|mention|discussion|statement|reason|rationale|finding|note|basis|showing|support|information)${fewWords}`,
    `\\b(?:unclear|doubtful|unlikely|questionable|unproven|doubts?|disagree[sd]?|wrong|incorrect)${fewWords}`,
  ]
    .map((denial) => `(?:${denial} $)`)
    .join('|'),
  'i',
);
/** A word that denies, wherever it stands. */
const denial =
  /\b(?:not|no|never|none|cannot|\w+n't|fail(?:s|ed|ing)?|lack(?:s|ed|ing)?|insufficient(?:ly)?|inadequate(?:ly)?|unable|unclear|doubt(?:s|ed|ful)?|unlikely|unconvinced|questionable|little|nothing|nowhere|absence|absent|disagree[sd]?|wrong|incorrect|neither|nor|hardly|scarcely|without)\b/i;
/** "There can be no doubt that", "I see no ground to doubt that". */
const undoubted =
  /\b(?:no|not|never|without|little|cannot|can't)\b[^.;]{0,40}\b(?:doubt(?:ed|ful)?|question(?:ed|able)?|dispute[sd]?|den(?:y|ied)|disagree|argue[sd]?|contested)\b/i;
const reporting = /\b(?:that|why|how)\b/gi;
/** The clause of a "that" whose verb is that of the phrase: a subject, one form of "to be", an adverb. */
const simpleClause = /^\w+ [^,]*?\b(?:is|are|was|were|be|been|being|as)\b(?: [\w'-]+){0,2} $/i;
const finite =
  /\b(?:is|are|was|were|has|have|had|does|do|did|can|could|will|would|may|might|should|must)\b/gi;
/** Where another subject begins without a comma. */
const newSubject = /\b(?:and|but|so|yet) (?:the|it|this|these|an?|he|she)\b/i;
/** Another clause, with a subject of its own, behind a comma: "although care failed, I agree". */
const ownClause = /^ (?:(?:and|so|yet|therefore) )*(?:I|it|the|this|these|those|he|she|we|records|an?)\b/i;

/** Whether what a "that" reports is denied by the words before it; `open` where it cannot be told. */
function deniedReport(before: string): boolean | 'open' {
  const that = matches(reporting, before).at(-1);
  const inner = that ? before.slice(that.index) : '';
  if (!that || !simpleClause.test(inner) || matches(finite, inner).length > 1) return false;
  const outer = before.slice(0, that.index);
  if (undoubted.test(outer)) return false;
  if (deniesThat.test(outer)) return true;
  const last = outer.slice(outer.lastIndexOf(',') + 1);
  return denial.test(ownClause.test(last) ? last : outer) ? 'open' : false;
}

/**
 * How what stands around a phrase governs it: `not` where it denies what the phrase says, `nothing` where the sentence
 * concludes nothing on the request, or where that cannot be told; undefined where the phrase says what it says.
 *
 * @param start Where the phrase begins in the text, without a "not" before it.
 * @param end Where it ends.
 * @param negated Whether the phrase has a "not" of its own.
 */
export function readGoverning(
  text: string,
  start: number,
  end: number,
  negated: boolean,
): 'not' | 'nothing' | undefined {
  const before = clauseBefore(text, start, REACH);
  const after = text.slice(end, end + 90);
  const main = before.slice(before.lastIndexOf(', ') + 1);
  if (generalNear.test(before) || otherwiseBehind.test(after) || /^[^.;]{0,20}\?/.test(after))
    return 'nothing';
  if (ofOthers.test(before) && !requestAgain.test(main)) return 'nothing';
  if (unmeant.test(before) || clauseAsSubject.test(before)) return 'nothing';
  if (conceded.test(main)) return 'nothing';
  if (possible.test(before) && (!/\brequest/i.test(before) || conditional.test(before.replace(possible, ''))))
    return 'nothing';
  const report = deniedReport(before);
  if (negated) return report === true ? 'nothing' : undefined;
  if (limited.test(after) || report === 'open') return 'nothing';
  if (report || deniedFinding.test(before) || deniedBelief.test(before)) return 'not';
  // "No reason to consider it anything but necessary."
  if (deniedNear.test(before)) return denial.test(before.replace(deniedNear, '')) ? 'nothing' : 'not';
  // "No red flag is present but the MRI is", "nothing is amiss and the request is": it has a verb of its own.
  if (deniedSubject.test(main))
    return matches(finite, main).length > 1 || newSubject.test(main) ? 'nothing' : 'not';
  return onlySome.test(main) ? 'nothing' : undefined;
}

import type { Block, GuidelineReference } from '../syntax/index.ts';
import { sentenceAt } from './sentences.ts';

/**
 * What a text does with a guideline that it names: quotes it as a reason (`cited`), says that it has nothing on the
 * matter or does not apply (`denied`), or only names it.
 */
export type Stance = 'cited' | 'denied' | 'named';

const citingBefore =
  /(?:\b(?:according to|as per|per|pursuant to|based (?:up)?on|in accordance with|(?:noted|stated|defined|outlined|recommended|set forth|described|discussed|espoused|made|specified|listed) (?:in|on|by|at)|contravened by|qualified by|cites?|cited|under|from) (?:the )?(?:(?:commentary|position|recommendations?|criteria) (?:made |set forth |found )?(?:in|on|of|by) )?(?:the )?|\bpages? \d[\d, -]*(?:and \d+ )?(?:of|in) (?:the )?)(?:(?:CA|California|current|latest|revised|updated)[ -]?){0,2}(?:(?:MTUS|Non-MTUS)[,/ ]? ?)?"?$/i;
const verb =
  '(?:states?|stated|recommends?|recommended|notes?|noted|indicates?|indicated|advises?|supports?|requires?|suggests?|specif(?:y|ies)|says?|writes?|lists?|describes?|considers?|defines?|reports?|discuss(?:es)?|provides?|endorses?|acknowledges?|allows?|limits?|stipulates?|explains?|holds?|asks?|calls?|permits?|outlines?|clarif(?:y|ies)|quantif(?:y|ies)|tells?|adds?|accepts?|deems?|make no recommendation|do(?:es)? (?:not )?(?:recommend|acknowledge|support|state|note|allow|endorse|advise|suggest|consider|require|indicate|ask|call|permit|advocate|favor|encourage))';
const citingAfter = new RegExp(
  `^"?(?:'s)?(?:[,:;]? ?(?:\\(?(?:on |at )?(?:pages?|pgs?\\.?|Table|Chapter|section|topic)[^.;]{1,50}|[A-Z(][^.;]{0,60}?|guide-?lines? (?:for|on) [^.;]{1,50}?|for [^.;]{1,50}?|on [^.;]{1,50}?))?[,:;]? (?:also |further |furthermore |additionally |more |clearly |specifically |generally |typically |only |then |[a-z]+ly ){0,2}${verb}\\b`,
);
const denying =
  /^"?[^.;]{0,45}?\b(?:(?:do|does|did|is|are|was|were)(?: not|n't) (?:specifically |directly |adequately |clearly |explicitly |appear to |otherwise )?(?:address|apply|applicable|discuss|speak|mention|contain|offer|cover|relevant|pertain|specific|comment|applied|consider the)|(?:is|are) (?:silent|mute)|fails? to (?:address|discuss)|has no\b|have no\b|lacks?\b|not addressed|no(?:t)? (?:specific )?(?:guideline|mention|chapter))/i;
const deniedBefore =
  /\b(?:silent|not (?:specifically |directly )?(?:addressed|discussed|covered|mentioned) (?:by|in|within)|not (?:in|within)|outside(?: of)?|absen(?:t|ce) (?:from|in)) (?:the )?(?:(?:CA|California)[ -]?)?$/i;
/** "The utilization review cited …", "the provider noted that …": somebody else's citation, reported. */
const reported =
  /\b(?:utilization review|UR|administrator|(?:prior|previous|initial|peer|UR) review(?:er)?|denial|insurer|carrier|provider|physician|surgeon|attorney)\b[^.;]{0,60}?\b(?:cit|not|stat|referenc|rel|argu|quot|invok|us|mention)(?:es|ed|ied|ing|s)\b[^.;]{0,60}$/i;
/**
 * "… acknowledge therapy in general terms but do not address the number of sessions", "… discuss braces for three other
 * conditions, none of which applies here": nothing rests on it.
 */
const setAside =
  /\b(?:but|yet|although it|though it) (?:do(?:es)?|did) not (?:specifically |directly |otherwise |further )?(?:address|discuss|lay down|specify|set|give|mention|speak|cover|provide|offer|define|quantify|limit|comment)\b|\b(?:none|neither) of (?:which|these|them) (?:appl(?:y|ies)|concerns?|bears?|(?:is|are) (?:applicable|relevant|at issue|on point))\b|\b(?:which|but (?:this|that|these|those|it|they)) (?:(?:do(?:es)?|did) not (?:apply|concern|bear on|relate to|extend to|reach)|(?:is|are) (?:inapplicable|not (?:applicable|relevant|on point)))\b/i;
/** "The administrator took the number from …": what somebody else rests on, whether or not the reviewer does. */
const borrowed =
  /\b(?:utilization review|UR(?: physician| reviewer)?|(?:claims )?administrator|insurer|carrier|adjuster) (?:[a-z]+ly )?(?:took|takes|drew|draws|derived|borrowed|relied|relies|relying|used|uses|applied|applies|followed|based|quotes|invoked)\b[^.;]{0,60}$/i;
/** The notice that follows the refusal of an opioid sends the reader to the tapering guideline. */
const tapering =
  /advised to consult|\btapering\b|\bweaning and terminating\b|\bwean(?:ing|ed)?\b[^.;]{0,40}\b(?:is|are|was) (?:discussed|described|set out|set forth|outlined|addressed|found)\b/i;

/** Whether a sentence only tells the reader where tapering is described; the decision does not rest on that. */
export function pointsToTapering(sentence: string): boolean {
  return tapering.test(sentence);
}

const joined = /^ ?(?:\/|and|or|&|,|, and|as well as)(?: the)?(?: (?:CA|California))? ?$/i;

/**
 * How a mention is used, by the words around it in its sentence.
 *
 * @param previous the mention before it in the block, with its stance: what holds for one of two that are joined by
 *   "and" holds for the other
 */
export function stanceOf(
  block: Block,
  node: GuidelineReference,
  previous: GuidelineReference | undefined,
  stance: Stance,
): Stance {
  const { text } = block.flow;
  const sentence = sentenceAt(block, node.start);
  if (!sentence) return 'named';
  const before = text.slice(Math.max(sentence.start, node.start - 110), node.start);
  const after = text.slice(node.end, sentence.end);
  if (pointsToTapering(sentence.text) || reported.test(before) || borrowed.test(before)) return 'named';
  if (denying.test(after) || deniedBefore.test(before)) return 'denied';
  if (node.pages.length > 0) return 'cited';
  if (setAside.test(after)) return 'named';
  const follows =
    previous !== undefined &&
    previous.start >= sentence.start &&
    joined.test(text.slice(previous.end, node.start));
  if (follows && stance !== 'named') return stance;
  if (citingBefore.test(before) || citingAfter.test(after)) return 'cited';
  return 'named';
}

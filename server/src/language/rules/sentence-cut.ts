import { type CaseFacts, decisionOf, type Sentence, sentencesOf } from '../facts/index.ts';
import { gather } from '../gather.ts';
import { matches } from '../matches.ts';
import { perText } from '../per-text.ts';
import type { Block, Prose } from '../syntax/index.ts';
import { inItems } from './in-items.ts';
import type { Report, Rule } from './rule.ts';

/** A sentence that stops at a word which cannot be its last. */
const cutEnd =
  /(?<![\p{L}\p{N}_])(?:the|an|and|or|because|than|with the|of the|to the|is not|was not|their|its|(?:introduction|initiation|administration|discontinuation|resumption|cessation|completion|duration|sensitivity|specificity|dose|total|maximum|minimum|course) of)\.?$/u;

const month = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** Words that are written with a capital only at the head of a sentence. */
const opener =
  'The|This|These|Those|There|A|An|In|On|At|It|He|She|They|As|If|When|Where|What|No|Not|Nor|Per|His|Her|Their|According|Based|Given|However|Therefore|While|Whereas|Although|Since|Due|Currently|Additionally|Furthermore|Moreover|Nevertheless|Initially|Also|Yet|Any|All|Both|Each|Most|Many|Here|Further|During|After|Before|From|To|Thus|Once|Prior|Such|Then|Other|Some|Until|Unless|Because|Only|Even|Nothing|Neither|Despite|Within|Without|Between|Upon';

/** Words before a letter that names a kind: "hepatitis A PCR", "type A TENS", "type A in both ears". */
const kind =
  '(?:vitamin|hepatitis|type|grade|part|toxin|botulinum|hemoglobin|immunoglobulin|influenza|plan|schedule|group|table|class|category|stage|section|level|factor|point|option)';

/** What summaries and rationales begin a sentence with, and do not write with a capital inside one. */
const subject =
  'Treatment to date|Treatments? (?:has |have )?included|Objective findings|Subjective (?:findings|complaints)|Physical exam\\w*|Medical records (?:\\(|dated|indicate)|Current [a-z]+ (?:included?|are|is|was|were)\\b|Work status|Provider documentation|(?:Strength|Sensation|Gait) (?:was|is)\\b|Reflexes (?:were|are)\\b';

/** The next part of a history: behind a comma too it is a sentence of its own. */
const part = String.raw`(?:Current |Past |Prior )?(?:Medications?|Treatments?|Diagnos[ei]s|Surgeries|Therapies|Injections) (?:has|have|had|was|were|is|are|includes?|included)\b`;
const history = new RegExp(`^${part}`);

/**
 * A new sentence begins in the middle of one: the stop, or the rest of the sentence before it, is lost. In 100 real
 * and own letters one hit was wrong.
 */
const runOn = new RegExp(
  // The capital first: it turns down most places at once.
  '(?=[A-Z])(?<=(?:[a-z0-9)%°;,]|[A-Z]{2}) )(?:' +
    [
      String.raw`(?<!\b(?:in|of|by|per|from|at|to|and|with|on|for) )(?:The|This|There|His|Her) [A-Z]\w*`,
      String.raw`(?<=\b(?:request|requests|imaging|need) (?:for|of) )The MTUS`,
      String.raw`(?:On|In|By|At|Since|From) \d[\d/-]*`,
      `(?<![0-9,;] )(?:On|In|As of|By) (?:said )?(?:${month})\\b`,
      `(?<=[a-z] )A (?:${month}) \\d`,
      String.raw`(?<=[a-z] )(?<!\b${kind} )An? [A-Z]{2,}s?\b(?! [A-Z]{2})`,
      String.raw`(?<=\s[a-z]+ )(?:Examination|Range|Motor|Sensation|Strength|Straight|Diagnos[ei]s|Radiographs|Records|Criteria) [a-z]+`,
      // "When to Continue Opioids" is a section of the guideline.
      // "ASIA A paraplegia": a grade.
      // "The request for Further therapy": the heading as it stands.
      String.raw`(?!When to |An? (?<=(?:\b${kind}|[A-Z]{3}) An? ))(?!(?<=\brequests? for )(?:Further|Additional|Continued|Ongoing|Initial))(?<!\bRelied )(?:${opener}) [a-z][a-z-]*`,
      `(?:${subject})`,
      // "physical therapy, Medications have included".
      `(?<=[a-z],? )${part}`,
      // "(e.g., massage, ultrasound) Active therapy is".
      String.raw`(?<=\((?:e\.g\.|i\.e\.|such as|for example|including),? [^().]{3,60}\) )[A-Z][a-z]{3,} [a-z]+ (?:is|are|was|were|has|have|may|should|can)\b`,
      '(?:Here|However|Therefore|Furthermore|Additionally|Currently|Moreover), ',
      // Lines of a guideline's list of visits, pasted one behind the other: "… over 2 weeks With evidence of …".
      String.raw`(?<=\bweeks? )(?:With evidence|Post-? ?(?:surgical|operative|injection)|Elective|Recurrences|Medical treatment|Sprains and|Intervertebral|Displacement of|Myalgia and|Spondylosis|Carpal tunnel|Fracture of|Rotator cuff|Adhesive capsulitis|Derangement of|Work conditioning)\b`,
      // "was Page 69 of the MTUS …", "medication ODG states": a citation opens the sentence.
      String.raw`(?<=[a-z]{2} )(?<!\b(?:on|by|from|in|per|see|and|or|with|to|at|of|under|the|that|as|while|but|than) )Pages? \d+(?:-\d+)? of the MTUS`,
      String.raw`(?<=\brequest for [a-z-]{3,30}, )Pages? \d+`,
      String.raw`(?<=[a-z]{3} )(?<!\b(?:the|and|while|whereas|but|since|that|because|though|although|which|when|where|what|as|than|how|why|per|both|these|under|with|from) )(?:ODG|The ODG|ACOEM) (?:states|recommends|notes|indicates|advises|does|considers)\b`,
      // "activities can Careful stretching".
      String.raw`(?<=\b(?:can|could|may|might|will|would|should|must|cannot) )[A-Z][a-z]{3,} [a-z]+`,
    ].join('|') +
    ')',
  'g',
);

const smallWord =
  /^(?:an?|the|of|and|or|to|in|on|at|by|for|from|with|as|is|was|are|were|be|been|has|have|had|that|which|who|this|these|must|will|would|not|no|his|her|their)$|[,;]$/i;

/** "That he saw", "what it is": its object may be what the last word of the sentence lacks. */
const asksForObject =
  /\b(?:that|which|what|whom) (?!(?:had|has|have|is|was|were|are|did|does|will|would|may|can|could|should|must)\b)/i;

/**
 * The ending that cannot be the last; undefined too where "is not" answers what stands before it: "It is not.", "one is
 * an NSAID, and the other is not", "while the injection is supported, the ultrasound is not".
 */
function cutOf(sentence: string): RegExpExecArray | undefined {
  const cut = cutEnd.exec(sentence);
  if (!cut) return undefined;
  // "The drug that he saw the introduction of."
  if (cut[0].includes(' of')) return asksForObject.test(sentence) ? undefined : cut;
  if (!/^(?:is|was) not/.test(cut[0])) return cut;
  const head = sentence.slice(0, cut.index);
  // Behind what says when: "Six months later he was not."
  if (/^(?:[A-Z][^,;:]{0,40} )?(?:it|this|that|he|she|such|they) $/i.test(head)) return undefined;
  const joint = matches(clauseJoint, head).at(-1);
  if (!joint) return contrasted.test(head) ? undefined : cut;
  const earlier = head.slice(0, joint.index);
  // A "that" only reports: "she said that she was not", but "it was noted that the pain is not".
  const told = /\b(?:that|if)\b/i.test(joint[0]);
  const before = told ? earlier.slice(0, Math.max(0, earlier.search(/[,;][^,;]*$/))) : earlier;
  if (!predicate.test(before) && !(told && asked.test(earlier))) return cut;
  // "The request is not.": of the request the rest must be said, or stand before.
  return ofRequest.test(head.slice(joint.index)) && !ruled.test(earlier) ? cut : undefined;
}

/** "A typed one is not.", "The latter was not.": set against what the sentence before says. */
const contrasted =
  /\b(?:one|ones|other|others|latter|former|second|third|last|rest|remainder|those) (?:[a-z]+ ){0,6}$/i;
/** "The knee is stable. The ankle is not." */
const shortAnswer =
  /^(?:the|his|her|its) (?!patient|claimant|applicant|worker|employee|provider|physician|surgeon|request|documentation|evidence|necessity|record)[a-z]+ (?:[a-z]+ )?(?:is|was) not\.$/i;
const shortPredicate = /\b(?:is|are|was|were) (?:[a-z]+ ){0,3}[a-z]+\.$/i;

/** Where the clause of an "is not" begins: "…, the cartilage", "… and the EKG", "she said that she". */
const clauseJoint = /[,;] |\b(?:and|but|while|whereas|though|although|that|if) /gi;
/** What an "is not" behind it can answer: "the tear is repairable, the cartilage is not", "she has not, and it is not". */
const predicate =
  /\b(?:is|are|was|were|be|been|being)\b|\b(?:has|have|had|do|does|did|can|could|will|would) not,? ?$/i;
const asked = /\b(?:said|told|asked|wrote|answered|replied)\b/i;
const ofRequest = /\b(?:request|necessity|documentation|evidence)\b/i;
const ruled = /\bmedically (?:necessary|appropriate)\b/i;

/** What a sentence shows by itself: where another begins inside it, and whether it ends on a word that cannot be its last. */
const signsOf = perText((sentence) => ({
  runOns: matches(runOn, sentence).map(({ 0: text, index }) => ({ text, index })),
  cut: cutOf(sentence),
}));

/** Finds a sentence that was cut: no stop at the end of a block, an ending on "the", a new sentence inside one. */
export const sentenceCut: Rule = {
  id: 'sentence-cut',
  family: 'text',
  severity: 'warning',
  purpose: 'Finds a sentence that ends in the middle, or into which the next one runs',
  why: 'The end of the sentence, and the fact that it held, is lost.',
  source: 'Seen in real determinations of winter 2016/17.',
  examples: [
    {
      wrong: {
        items: [
          {
            rationale: 'There is no documentation of the. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {},
    },
    {
      wrong: {
        items: [
          {
            rationale:
              'There is no documentation of functional Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {},
    },
    { wrong: { summary: 'The injured worker is a 44 year old male. He was treated with' }, right: {} },
  ],
  check(facts, report) {
    const older = facts.tree.form === 'final-determination' ? [] : otherProse(facts);
    const { summary } = facts;
    if (summary) checkBlock(summary, true, undefined, report);
    for (const block of older) if (block !== summary) checkBlock(block, false, undefined, report);
    checkRationales(facts, report);
  },
};

const checkRationales = inItems((item, report) => {
  const concluding = decisionOf(item)?.conclusion?.sentence;
  for (const block of item.rationales) checkBlock(block, true, concluding, report);
});

/**
 * @param told whether the block is the summary or a rationale, whose sentences are looked at to their ends
 * @param concluding the sentence of it that concludes, which other rules look at
 */
function checkBlock(
  block: Block,
  told: boolean,
  concluding: Sentence | undefined,
  report: (report: Report) => void,
): void {
  const sentences = sentencesOf(block);
  sentences.forEach((sentence, index) => {
    const { runOns, cut } = signsOf(sentence.text);
    for (const match of runOns) {
      if (followsReference(block.flow.text, sentence.start + match.index)) continue;
      const start = sentence.start + match.index;
      const head = sentence.text.slice(0, match.index);
      // "Stiffness; Crepitus; No warmth": a list whose items have capitals.
      if (head.endsWith('; ') && /[;:] [A-Z]/.test(head)) continue;
      // "6/2016 20 34 / 9/2016 22 36 / The grip is stable.": the last cell of a table.
      if (/\d \d+ $/.test(head)) continue;
      const word = /(?<!\S)(\S+) $/.exec(head)?.[1] ?? '';
      // A bracket that is never closed has lost its end, and with it perhaps more than a stop.
      const open = head.lastIndexOf('(') > head.lastIndexOf(')');
      const isHistory = word.endsWith(',') && history.test(match.text);
      report({
        at: { block, start: start - word.length - 1, end: start + match.text.length },
        message: `A new sentence begins at "${match.text}", but the one before it has no end.`,
        // After a small word the rest of the sentence is lost, not its stop.
        fixes:
          open || (smallWord.test(word) && !isHistory)
            ? []
            : [
                {
                  title: isHistory ? 'Change the comma to a full stop' : 'Add a full stop',
                  edits: [
                    {
                      at: { block, start: start - 2, end: start - 1 },
                      text: isHistory ? '.' : `${sentence.text.charAt(match.index - 2)}.`,
                    },
                  ],
                },
              ],
      });
    }
    if (!told) return;
    const last = index === sentences.length - 1;
    const before = sentences[index - 1]?.text ?? '';
    if (cut && shortAnswer.test(sentence.text) && shortPredicate.test(before)) return;
    if (cut) {
      report({
        at: { block, start: sentence.start + cut.index, end: sentence.end },
        message: `The sentence ends at "${cut[0]}": the rest of it is lost.`,
      });
    } else if (last && sentence !== concluding && !/[.!?]["')\]]*$/.test(sentence.text)) {
      report({
        at: { block, start: Math.max(sentence.start, sentence.end - 40), end: sentence.end },
        message: 'The text ends without a full stop: the rest of the sentence may be lost.',
      });
    }
  });
}

/** Running text of the older forms outside summary and rationale; the list of documents is none. */
function otherProse(facts: CaseFacts): Prose[] {
  return gather(
    facts.sections.filter(({ name }) => name !== 'documents'),
    ({ children }) => children.filter((child): child is Prose => child.type === 'prose'),
  );
}

/** Guidelines set a reference behind the full stop: "… for 3 years. (He, 2004) There is …". */
function followsReference(text: string, at: number): boolean {
  if (text.charAt(at - 2) !== ')') return false;
  const open = text.lastIndexOf('(', at - 2);
  // Also an enumeration, "& (6) When …", "2) If …".
  if (open < 0 || at - open < 7 || text.slice(open, at - 2).includes(')')) return true;
  return open === 0 || /[.!?)]["']? $/.test(text.slice(Math.max(0, open - 3), open));
}

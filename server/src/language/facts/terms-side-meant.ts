import { gather } from '../gather.ts';
import type { Block, TermNode } from '../syntax/index.ts';
import type { CaseFacts } from './case.ts';
import { sentenceAt } from './sentences.ts';
import { isMeasuredAgain, isMeasuredBeside } from './terms-measured.ts';
import { type SidedPart, termsOf } from './terms-sides.ts';

const otherParts = 'hand|arm|leg|knee|shoulder|foot|hip|elbow|wrist|ankle|eye|ear';
/** Sentences that speak of the other side on purpose, or of another time. */
const otherSideMeant = new RegExp(
  [
    // both sides, or one against the other
    'bilateral|symmetric|mirror|versus|vs|compar|contralateral|opposite|unlike|by contrast|radiat|spread',
    `other (?:side|${otherParts})|(?:better|good|sound|healthy|normal) (?:side|${otherParts}|one)\\b`,
    'neither of (?:which|these) is',
    // the sound side
    'uninjured|unaffected|uninvolved|un(?:hurt|burned|harmed|scathed)|not (?:hurt|burned|injured|affected|involved)',
    '(?:pain|symptoms?|complaints?|numbness) (?:was|were) denied|resolved',
    // what the sound side bears or does for the other
    'compensat|overus|disuse|extra load|favou?r|domina|canes?\\b|crutch',
    '(?:kneels?|sle(?:eps|pt)|hops?)\\b',
    '(?:carr(?:y|ied|ying)|h[eo]ld(?:s|ing)?|pull(?:ed|ing)?|push(?:ed|ing)?|grab(?:bed)?|caught|catch|threw|throw|wrote|writ(?:es|ing)|point(?:ed)?)\\b[^.;]{0,40}\\b(?:left|right) (?:hand|arm)',
    // another time, cause or person
    'prior|previous|past |history of|old (?:injur|fractur|tear)|ago\\b|remote|pre-?existing|(?:19\\d|20[012])\\d\\b(?![-/])',
    'childhood|since birth|congenital|lifelong|high school',
    'non-?industrial|unrelated|comorbid|gout\\b|guideline',
    '(?:brother|sister|mother|father|son|daughter|wife|husband|co-?worker|friend)\\b',
    // a slip that the letter tells itself
    'by mistake|in error|mistaken(?:ly)?|erroneous(?:ly)?',
    // the patient's own words
    'my (?:left|right)\\b',
  ]
    .map((reason) => `\\b(?:${reason})`)
    .join('|'),
  'i',
);

/** Whether the sentence around a side speaks of the other side on purpose, or of another time. */
export function isOtherSideSaid(block: Block, sideNode: TermNode): boolean {
  return otherSideMeant.test(withoutDates(sentenceAt(block, sideNode.start)?.text ?? ''));
}

/** Whether the sentence around a side gives a reason why it is another than the rest of the letter has. */
export function isSideMeant(block: Block, sideNode: TermNode, partNode: TermNode = sideNode): boolean {
  return (
    isOtherSideSaid(block, sideNode) ||
    isMeasuredBeside(block, sideNode) ||
    isMeasuredAgain(block, sideNode) ||
    isSpared(block, partNode)
  );
}

/** "A cuff repair on the right, a revision on the right": what was operated on there is told without the part. */
export function isOperatedBare(
  facts: CaseFacts,
  all: readonly SidedPart[],
  side: SidedPart['side'],
): boolean {
  const withPart = new Set(all.map(({ sideNode }) => sideNode));
  const bare = gather(facts.blocks, (block) =>
    block.type === 'prose' || block.type === 'rationale'
      ? termsOf(block, 'side').filter(
          (node) =>
            node.id === side &&
            !withPart.has(node) &&
            operation.test(sentenceAt(block, node.start)?.text ?? ''),
        )
      : [],
  );
  return bare.length > 0;
}

/** A part, alone or with another, as the subject of what is found at it: "and both wrists were", "exhibits". */
const subjectOfFinding =
  /^(?: joint| side)?(?:, [^,;.]{1,50}){0,2}(?:,? (?:and|or) (?:the |both )?(?:(?:left|right) )?[a-z]+(?: [a-z]+)?)?,? (?:is|was|are|were|has|had|have|shows?|showed|demonstrate[sd]?|reveals?|revealed|exhibit(?:s|ed)?|display(?:s|ed)?|appear(?:s|ed)?|remain(?:s|ed)?|move[sd]?)\b/i;
/** "Right ankle WNL.": a finding in few words. */
const soundInShort =
  /^(?: joint| exam(?:ination)?)?:? (?:WNL|within normal limits|normal|unremarkable|intact|non-?tender|negative)(?=[.,;]|$)/i;
/** Where another subject begins: "but the right was tender". */
const otherClause =
  /;|, (?:whereas|while)\b| (?:but|however|although),? (?:(?:on |at |in )?the )?(?:left|right)\b/i;
/** "no effusion", "without pain": what is not there. */
const absent = /\b(?:no|without|free of|never|nor|not|non)\b[^,;.]{0,50}/gi;
const sound =
  /\b(?:never (?:been )?(?:injured|hurt|affected|involved|operated|treated)|not (?:been )?(?:injured|hurt|affected|involved)|no|without|never|normal|painless|pain-?free|symptom[- ]?free|full|freely|non-?tender|stable|unremarkable|intact|asymptomatic|negative|spared|benign|wnl|within normal limits|uninjured|symmetrical?|strong)\b|\b5\/5(?!\d)/i;
const ill =
  /\b(?:tender|tenderness|pain|painful|positive|decreased|reduced|limited|limitation|loss|weak|weakness|swollen|swelling|torn|tear|impingement|atrophy|diminished|spasms?|stiff|instability|injured|operated|repaired|replaced|surgery)\b/i;

/** "Without symptoms of the right foot". */
const absentAt =
  /\b(?:no|without|denie[sd]|free of|absence of|never had) (?:any )?(?:[a-z]+ ){0,3}(?:of|in|at|over|to|about) (?:the |his |her )?(?:left|right) (?:[a-z]+ )?$/i;

/** Whether the part is only named for having nothing, as the sound side of a comparison has. */
export function isSpared(block: Block, partNode: TermNode): boolean {
  if (absentAt.test(block.flow.text.slice(Math.max(0, partNode.start - 80), partNode.start))) return true;
  const end = sentenceAt(block, partNode.start)?.end ?? partNode.end;
  const [said = ''] = block.flow.text.slice(partNode.end, end).split(otherClause, 1);
  if (soundInShort.test(said)) return true;
  return subjectOfFinding.test(said) && sound.test(said) && !ill.test(said.replace(absent, ' '));
}

/** "20/20 in the right eye and 20/80 in the left", "flexed to 80 degrees and the left to 120": both sides are meant. */
export function hasBareOther(block: Block, sideNode: TermNode): boolean {
  const sentence = sentenceAt(block, sideNode.start);
  return (
    sentence !== undefined &&
    termsOf(block, 'side').some(
      ({ start, end, id }) =>
        id !== sideNode.id &&
        id !== 'bilateral' &&
        start >= sentence.start &&
        end <= sentence.end &&
        /^(?:[,.;)]| (?:and|but|to|at|of|is|was|has|had|than)\b)/.test(block.flow.text.slice(end, end + 5)) &&
        /\bthe $/i.test(block.flow.text.slice(Math.max(0, start - 4), start)),
    )
  );
}

/** "(Left wrist) contusion": a complaint or diagnosis of its own. */
const ownNoun =
  /^ (?!and\b|or\b|is\b|was\b|were\b|are\b|has\b|had\b|with|for\b|from\b|that\b|which\b|who\b|when\b|where\b|after\b|before\b|since\b|but\b|while\b|show|reveal|joint\b|side\b|region\b|area\b|level\b)[a-z]{4,}/;

/** "… in the right eye; the (left eye) was comfortable": where the other side is set against the first. */
const besideThat = /(?:(?:; |, (?:while|whereas|but) )(?:on |in |at )?(?:the |his |her )?|, the )$/i;

/** "Right wrist sprain, left wrist contusion": one sentence has a complaint of each side, or sets one against the other. */
export function isBesideOther(
  { block, side, part, sideNode, partNode }: SidedPart,
  others: readonly SidedPart[],
) {
  const { text } = block.flow;
  const contrasted = besideThat.test(text.slice(Math.max(0, sideNode.start - 16), sideNode.start));
  if (!contrasted && !ownNoun.test(text.slice(partNode.end, partNode.end + 30))) return false;
  const sentence = sentenceAt(block, sideNode.start);
  return others.some(
    (other) =>
      other.block === block &&
      other.part === part &&
      other.side !== side &&
      sentence !== undefined &&
      other.sideNode.start >= sentence.start &&
      other.sideNode.end <= sentence.end &&
      (contrasted
        ? other.sideNode.start < sideNode.start
        : ownNoun.test(text.slice(other.partNode.end, other.partNode.end + 30))),
  );
}

const operation =
  /\b(?:status[- ]post|s\/p|underwent|undergone|operated|operation|surgery|replaced|replacement|arthroplasty|arthroscopy|meniscectomy|release|repaired|repair|reconstruct(?:ed|ion)|fus(?:ed|ion)|fixation|ORIF|amputat(?:ed|ion))\b/i;
const day = /\b\d{1,2}[-/] ?\d{1,2}[-/] ?\d{2,4}\b|\b[A-Z][a-z]+ \d{1,2}, \d{4}/;

/** An operation that has a day of its own, which nothing on the other side has: "status post left release on D". */
export function isOtherOperation(
  { block, sideNode, partNode }: SidedPart,
  others: readonly SidedPart[],
): boolean {
  const sentence = sentenceAt(block, sideNode.start);
  if (!sentence) return false;
  const from = Math.max(
    sentence.start,
    ...[', ', '; '].map((mark) => block.flow.text.lastIndexOf(mark, sideNode.start)),
  );
  const [rest = ''] = block.flow.text.slice(partNode.end, sentence.end).split(/[,;] (?!\d{4}\b)/, 1);
  const clause = block.flow.text.slice(from, partNode.end) + rest;
  const [own] = day.exec(clause) ?? [];
  return (
    own !== undefined &&
    operation.test(clause) &&
    !others.some((other) => sentenceAt(other.block, other.sideNode.start)?.text.includes(own))
  );
}

/** Dates of the case hold years too, and tell nothing about another time. */
function withoutDates(sentence: string): string {
  return sentence.replace(/\b\d{1,2}[-/] ?\d{1,2}[-/] ?\d{2,4}\b|\b[A-Z][a-z]+ \d{1,2}, \d{4}/g, '');
}

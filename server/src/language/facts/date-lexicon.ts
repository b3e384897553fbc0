import { matches } from '../matches.ts';
/**
 * What a date is, by the words that stand by it. One pattern finds all cue words of a sentence in one pass; which
 * of them speaks of the date is decided by what stands between the two ({@link roleOfDate}).
 */

import { perText } from '../per-text.ts';

/** What a date of a letter is. */
export type DateRole =
  /** The injury that the claim is about. */
  | 'injury'
  /** Another injury under discussion: earlier, later, not industrial. */
  | 'other-injury'
  | 'birth'
  /** Date of service of the disputed treatment ("DOS", "a September 29, 2015 date of service"). */
  | 'service'
  /** What happened or was found at a visit ("On 11/18/2016, the patient was seen …"). */
  | 'visit'
  /** A note, report or record. */
  | 'report'
  /** The request for authorization (RFA). */
  | 'request'
  /** The utilization review (UR) decision. */
  | 'ur'
  /** The application for independent medical review. */
  | 'application'
  | 'assigned'
  | 'decision'
  /** Imaging, electrodiagnostic and laboratory studies. */
  | 'study'
  /** Surgery and injections. */
  | 'procedure'
  | 'therapy'
  /** When something that goes on began ("since at least 11/07/2016", "introduced on"). */
  | 'since'
  /** The date of a guideline or article itself. */
  | 'guideline'
  /** When a guideline or web page was read or updated. */
  | 'access'
  /** What is planned: "until", "scheduled for". */
  | 'planned'
  | 'other';

/** How sure a role is. */
export type Certainty = 'sure' | 'likely' | 'guess';

/** A word or phrase of a sentence that tells what a date near it is. */
export interface Cue {
  role: DateRole | 'person';
  /** A noun can follow its date at once ("the 11/28/2016 clinical note"); a verb cannot. */
  noun: boolean;
  /** The words as printed. */
  text: string;
  /** Only a landmark in time ("after the utilization review"): it dates nothing itself. */
  landmark: boolean;
  start: number;
  end: number;
}

/** Cue words by role; earlier entries win where two begin at the same place. */
const lexicon: readonly (readonly [role: Cue['role'], noun: boolean, source: string])[] = [
  ['birth', true, 'date of birth|birth ?dates?|dob|born'],
  ['service', true, 'dates? of service|service dates?|dos'],
  [
    'request',
    true,
    'requests? for authorizations?|authorization requests?|rfas?|requests? (?:was|were) (?:received|made|submitted)',
  ],
  [
    'application',
    true,
    'applications? for (?:an )?(?:independent medical review|imr)|imr applications?|(?:imr|independent medical review) (?:was|were) (?:requested|filed)|applied for (?:imr|independent medical review)|application (?:was )?(?:submitted|received|filed|signed)',
  ],
  [
    'other-injury',
    true,
    '(?:prior|previous|earlier|old|second|another|similar|interval|intervening|subsequent|separate|different|additional|new|non-?industrial|remote) (?:industrial |work(?:-related)? |injury |left |right |back |neck |low back |knee |shoulder )*(?:injur(?:y|ies)|accident)|(?:car|auto|automobile) accident',
  ],
  [
    'injury',
    true,
    "dates? of (?:the )?(?:industrial )?injury|doi|injury dates?|date injured|(?:industrial|occupational|outpatient|workers'? compensation|work)(?:-work)?(?:[- ]related)?(?: cumulative trauma)? (?:injury|injuries|claim|accident|incident)|(?:was|were) injured|sustained an? (?:\\w+ )?injury|injured in|cumulative trauma",
  ],
  [
    'ur',
    true,
    'utili[sz]ation reviews?|ur|(?:prior|previous|original|initial|earlier) (?:ur |utili[sz]ation )?(?:reviews?|determinations?|denials?|decisions?|adverse determinations?)|denials?(?! of (?:the |his |her )?(?:claim|coverage|liability))|non-?certifications?|peer reviews?|physician advisor',
  ],
  [
    'ur',
    false,
    '(?:previously|initially|originally) (?:reviewed|denied|modified|determined)|non-?certified|denied|not certified|claims administrator (?:denied|failed|partially|modified|apparently)',
  ],
  ['access', true, 'accessed|updated|retrieved|web version|last reviewed|last updated|viewed'],
  ['guideline', true, 'guidelines?|mtus|odg|acoem|cpmtg|edition|regulations?|adopted|effective|labor code'],
  [
    'planned',
    false,
    'scheduled|until|through|up to|runs? (?:to|on)|extends? to|ends? on|return(?:ing)? to (?:regular |modified |full |light )?(?:work|duty|duties)(?: work| duty| duties)?(?! with)|next (?:visit|appointment)|anticipated|expected|expires?',
  ],
  [
    'since',
    false,
    'since(?: at least)?|as early as|dating back to|as far back as|going back to|introduced|first prescribed|started on|began|hired|employed|worked',
  ],
  [
    'procedure',
    true,
    'surger(?:y|ies)|surgical|arthroscop(?:y|ic)|fusion|laminectomy|discectomy|decompression|fixation|closed reduction|open reduction|percutaneous pinning|injections?|carpal tunnel release|operat(?:ion|ive report)|underwent|status[- ]post|post-?op(?:erative)?|arthroplasty|orif|debridement|meniscectomy|foraminotomy|rhizotomy|ablation|amputation|(?:cuff|tendon|labral|meniscal|hernia|ligament) (?:repair|reconstruction)|replacement|hospitali[sz](?:ed|ation)|emergency (?:room|department)',
  ],
  [
    'study',
    true,
    'mris?|magnetic resonance(?: imaging)?(?: arthrograms?)?|x-?rays?|radiographs?|radiograph(?:y|ic)|ct(?: scans?| myelograms?)?|computed tomography|emg(?:[/-]ncs|[/-]ncv)?|ncs|ncv|nerve conduction(?: study| studies)?|electrodiagnostic(?: study| studies| testing)?|electromyogra(?:m|phy)|diagnostic stud(?:y|ies)|ultrasound|(?:bone )?scans?|arthrogram|urine (?:drug|toxicology)(?: screens?| screening| tests?| testing)?|uds|laborator(?:y|ies)|labs|sleep study|echocardiogram|ekg|imaging',
  ],
  [
    'report',
    true,
    "progress (?:reports?|notes?)|pr-?2s?|(?:doctor's |physician's )?first report(?:s)?(?: of occupational injury(?: or illness)?)?|reports?|notes?|records?|documentation|narrative|letter|questionnaire|(?:imr|independent medical review) (?:determinations?|decisions?)|(?:upheld|overturned|affirmed|reversed) (?:on|by|at|in) (?:an? )?(?:imr|independent medical review)",
  ],
  [
    'visit',
    true,
    'office visits?|(?:clinic |follow-?up |initial )?visits?|evaluations?|follow(?:-| )?ups?(?: exam(?:ination)?s?| appointments?)?|(?:physical )?exam(?:ination)?s?|consult(?:ation)?s?|(?:re-?)?assessments?|appointments?|encounters?|treatment plans?|work status|pain (?:levels?|scores?|ratings?)|(?:subjective|objective)(?: complaints?| findings?| data| assessment)?|home visit',
  ],
  [
    'visit',
    false,
    'was seen|were seen|seen|was evaluated|evaluated|(?:re-?)?examined|presented|presents|complained|complains|complaints?|reported|reports|reported that|noted|stated|re-?assessed|followed up|requested|recommended|ordered|prescribed|renewed|refilled|documented|indicated|demonstrated|dispensed|provided',
  ],
  [
    'therapy',
    true,
    '(?:physical|occupational|aquatic|manual|massage|behaviou?ral|speech) therapy|therapy|chiropractic(?: treatments?| therapy| care)?|acupuncture|sessions?|home health care',
  ],
  [
    'person',
    true,
    'injured worker|iw|worker|patient|applicant|claimant|employee|he|she|provider|physician|therapist|doctor|chiropractor',
  ],
  // "Injuries:" opens a list, whose dates are of other things.
  ['injury', false, '(?:injury|accident)(?! (?:reports?|forms?|logs?)\\b)|injuries(?!:)|injured'],
];

/** Words before a cue that make it a landmark for something else. */
const landmarkBefore =
  /\b(?:after|following|before|since|subsequent to|prior to|postdating|removed from|months? from|weeks? from|days? from) (?:the |that |this |its |his |her )?(?:date of (?:the |that )?)?(?:original |initial )?$|\bpost[- ]$/i;

const cuePattern = new RegExp(
  `(?<![A-Za-z0-9])(?:${lexicon.map(([, , source]) => `(${source})`).join('|')})(?![A-Za-z0-9])`,
  'g',
);

/** "Was seen for the injury on D", "reported his injury on D": the day of what was done about it. "An injury on D" is dated. */
const aboutIt =
  /\b(?:for|about|(?<!result )of|reported|reports|reporting|disclosed|mentioned|accepted|discussed|described|investigated|evaluated|examined|treated) (?:the|this|that|his|her|their)(?: original| initial)? $/i;

/** "Discussed the denial on D", "sent to utilization review on D": the day of what was done with it. */
const withIt =
  /\b(?:(?<!dates? )of|against|to|about|from|for|discuss(?:ed|es)|receiv(?:ed|es)|appeal(?:ed|s)|disput(?:ed|es)|contest(?:ed|s)|read|got|reviewed|address(?:ed|es)) (?:the |this |that |an? |his |her |its )?$/i;

/** "On the day of the injury, and again on D": the day of something else. */
const andOnAnotherDay = /^,? and (?:once |then )?(?:again |later )?on\b/i;

/** "Upon advice from UR": what is dated is what was done upon it. */
const advisedBy =
  /\b(?:advice|advised|guidance|questions?|inquir(?:y|ies)|(?:phone |telephone )?calls?|discussions?|discussed|conferred|spoke|negotiations?) (?:from|with|by|of) (?:the )?$/i;

/** "A healthy boy was born on D": not the patient. */
const anotherWas =
  /\b(?:boys?|girls?|baby|babies|child|children|infants?|newborns?|sons?|daughters?|twins?) (?:who )?(?:was|were) $/i;

/** "The claim was denied": by the insurer, who pays for nothing then. */
const claimIs =
  /\b(?:claim|coverage|liability|compensability|payment|reimbursement|benefits|bill)(?: for [^.,;]{1,30})? (?:was|is|had been|has been) (?:initially |first |at first )?$/i;

/** "Was denied", "the denied request": passive, or done by one who decides. */
const isDenied =
  /\b(?:was|were|been|being|be|is|are|not|or|the|this|initially|previously|originally|subsequently|retrospectively|partially|again) $/i;
const decides =
  /\b(?:utili[sz]ation|ur|review(?:er|s)?|administrator|adjuster|insur(?:er|ance)|carrier|advis[oe]r|determination|decision|plan|company|employer|defendant|claims)\b/i;
/** What a patient denies stands without an article: "denied constipation and sedation", "denied any numbness". */
const complaintDenied =
  /^ (?!(?:by|on|in|as|for|due|because|since|per|at|with|the|this|that|these|those|his|her|its|dated|from|under|based|and|or|pending|without|after|again|coverage|authorization|payment|approval|certification)\b)[a-z]/;

/** The cue words of a sentence, in order of place; offsets are in the given text. */
export const cuesOf: (text: string) => readonly Cue[] = perText(findCues);

function findCues(text: string): Cue[] {
  const cues: Cue[] = [];
  // One case makes the long alternation quick; a letter whose small form is longer would move the offsets.
  const small = text.toLowerCase();
  for (const match of matches(cuePattern, small.length === text.length ? small : text)) {
    let index = 1;
    while (match[index] === undefined) index++;
    const [role, noun] = lexicon[index - 1] as (typeof lexicon)[number];
    const before = text.slice(Math.max(0, match.index - 48), match.index);
    if (role === 'birth' && anotherWas.test(before)) continue;
    if (match[0] === 'denied' && claimIs.test(before)) continue;
    if (match[0] === 'denied' && isComplaintDenied(text, match.index, before)) continue;
    const previous = cues[cues.length - 1];
    // "after the date of the utilization review report": the report is the same landmark.
    const landmark =
      (previous?.landmark === true && match.index - previous.end === 1) ||
      ((role === 'ur' || role === 'injury') && landmarkBefore.test(before)) ||
      (role === 'injury' &&
        (aboutIt.test(before) || andOnAnotherDay.test(text.slice(match.index + match[0].length)))) ||
      (role === 'ur' && noun && (advisedBy.test(before) || withIt.test(before)));
    cues.push({
      role,
      noun,
      text: text.slice(match.index, match.index + match[0].length),
      landmark,
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return cues;
}

function isComplaintDenied(text: string, at: number, before: string): boolean {
  return (
    complaintDenied.test(text.slice(at + 'denied'.length, at + 40)) &&
    !isDenied.test(before) &&
    !decides.test(text.slice(0, at))
  );
}

import type { Certainty, Cue, DateRole } from './date-lexicon.ts';

/** A date of a sentence with the text that may speak of it; offsets are in the sentence. */
interface DateContext {
  sentence: string;
  cues: readonly Cue[];
  start: number;
  end: number;
  /** End of the date before it in the sentence, or 0. */
  from: number;
  /** Start of the next date of the sentence, or its end. */
  to: number;
}

/** What the words by a date say about it. */
interface DateReading {
  role: DateRole;
  certainty: Certainty;
  /** The words that tell, where any do. */
  cue: Cue | undefined;
}

/** Words that may stand between a cue and its date without a change of subject. */
const fillers = new Set(
  `a an the this that his her their said same is was were are has been be being or about approximately at in on of
   from for as by to and with dated date dates signed received submitted completed performed provided made issued
   done created sent faxed filed mailed prepared obtained taken given noted occurring occurred occurrence reported documented
   form forms document documentation report reports note notes letter decision determination due also both which
   late electronically initially originally most recent recently`.split(/\s+/),
);

/** Cues that alone do not tell what a date at the start of the sentence is: the subject's verb does. */
const weakAhead = new Set<Cue['role']>([
  'person',
  'study',
  'procedure',
  'therapy',
  'injury',
  'other-injury',
  'guideline',
  'access',
  'planned',
  'since',
  'birth',
]);

/** The words of a gap, lower case, without punctuation. */
function wordsOf(gap: string): string[] {
  return gap.toLowerCase().match(/[a-z0-9'/-]+/g) ?? [];
}

/** Order in which cues that all stand right before a date are believed: "utilization review report dated" is the review. */
const priority: Partial<Record<Cue['role'], number>> = {
  birth: 5,
  service: 5,
  application: 5,
  request: 4,
  ur: 4,
  injury: 3,
  'other-injury': 3,
  study: 2,
  procedure: 2,
  access: 2,
  guideline: 2,
  since: 2,
  planned: 2,
  report: 1,
  therapy: 0,
  visit: 0,
  person: -1,
};

/** Role of a date by the words around it; `other` and `guess` where nothing tells. */
export function roleOfDate(context: DateContext): DateReading {
  const { sentence, cues, start, end, from, to } = context;
  const ahead = cues.filter((cue) => cue.start >= end && cue.end <= to);

  const adjacent = adjacentNoun(sentence, end, ahead);
  if (adjacent) return adjacent;

  const behind = cues.filter((cue) => cue.start >= from && cue.end <= start && cue.role !== 'person');
  const tight = tightCue(sentence, start, behind);
  if (tight && isOfLater(tight, sentence.slice(tight.end, start)))
    return { role: 'other', certainty: 'guess', cue: undefined };
  if (tight) return { role: tight.role as DateRole, certainty: 'sure', cue: tight };

  // "The re-request, of D, was non-certified by the review of …": the date of the request, whatever the verb says.
  if (ofRequest.test(sentence.slice(Math.max(0, start - 90), start)))
    return { role: 'other', certainty: 'guess', cue: undefined };
  if (opensClause(sentence.slice(from, start))) {
    const opening = openingRole(sentence, end, ahead);
    if (opening) return opening;
  }
  // "The claim was opened on D": a claim is dated by its injury only in words for that.
  const last = behind.findLast((cue) => !cue.landmark && !/ claim$/i.test(cue.text));
  if (last && !saysElse(last, sentence.slice(last.end, start))) {
    const distance = wordsOf(sentence.slice(last.end, start)).length;
    return { role: last.role as DateRole, certainty: distance <= 8 ? 'likely' : 'guess', cue: last };
  }
  // "What was sought on D was denied on …": the verb between two dates has its own right behind it.
  const taken = new Set<Cue['role']>();
  if (to < sentence.length)
    for (const cue of ahead) if (isTight(sentence.slice(cue.end, to))) taken.add(cue.role);
  const own = ahead.filter(({ role }) => !taken.has(role));
  return openingRole(sentence, end, own) ?? { role: 'other', certainty: 'guess', cue: undefined };
}

/** Whether only fillers stand between a cue and a date. */
function isTight(gap: string): boolean {
  return wordsOf(gap).every((word) => fillers.has(word));
}

const delivered = /\b(?:mailed|received|sent|faxed|served|delivered|forwarded)\b/i;
const toldOf =
  /\b(?:reported|documented|noted|filed|mailed|received|submitted|signed|created|made) on $|\b(?:is|was|were), on $/i;

const didElse =
  /\b(?:called|phoned|asked|requested|deferred|contacted|spoke|extended|wrote|left|received|sought|sent|faxed|mailed)\b/i;
const becameOfIt = /\b(?:ruled out|entered|accepted|added|listed|discussed|investigated)\b/i;

/** "The UR physician called on D", "an injury was ruled out on D": another day than that of the decision, or of the injury. */
function saysElse({ role }: Cue, gap: string): boolean {
  return (role === 'ur' && didElse.test(gap)) || (role === 'injury' && becameOfIt.test(gap));
}

/** "The denial was mailed on D", "the injury was reported on D": not the day of the decision, or of the injury. */
function isOfLater({ role }: Cue, gap: string): boolean {
  return (role === 'ur' && delivered.test(gap)) || (role === 'injury' && toldOf.test(gap));
}

const ofRequest = /\b(?:re-?)?requests?(?: for [^,;.]{1,50})?,? (?:of|dated) $/i;

/** The cue before a date with only fillers in between; of several, the one that names the thing. */
function tightCue(sentence: string, start: number, behind: readonly Cue[]): Cue | undefined {
  let best: Cue | undefined;
  for (let i = behind.length - 1; i >= 0; i--) {
    const cue = behind[i] as Cue;
    const gap = sentence.slice(cue.end, start);
    if (!isTight(gap)) break;
    // "two weeks after the injury on D" dates what happened then; "after the injury of D" dates the injury.
    if (cue.landmark && !/^ \(?(?:of|dated) /i.test(gap)) continue;
    if (!best || (priority[cue.role] ?? 0) > (priority[best.role] ?? 0)) best = cue;
  }
  return best;
}

/** Whether what stands before a date in its sentence is no more than "On", "In a", "However, on", "(". */
function opensClause(before: string): boolean {
  const clause = before.slice(
    Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf('(')) + 1,
  );
  return wordsOf(clause).every((word) => fillers.has(word));
}

/** "the D utilization review", "a D date of service", "the D clinical note". */
function adjacentNoun(sentence: string, end: number, ahead: readonly Cue[]): DateReading | undefined {
  const first = ahead.findIndex((cue) => cue.role !== 'person');
  const cue = ahead[first];
  if (!cue?.noun) return undefined;
  const gap = sentence.slice(end, cue.start);
  // One adjective may stand between; a verb ("included MRI"), a comma or a bracket may not.
  if (
    !/^ (?:[a-z-]+ )?$/i.test(gap) ||
    /(?:ed|[^s]s|to|for|of|with|and|or|the|an?|was|is|in|by|at) $/i.test(gap)
  )
    return undefined;
  // "the December 12 physical therapy progress note": the last noun of the group names the thing.
  let named = cue;
  for (let i = first + 1; i < ahead.length; i++) {
    const next = ahead[i] as Cue;
    if (!next.noun || next.start - named.end !== 1 || next.role === 'person') break;
    if ((priority[next.role] ?? 0) >= (priority[named.role] ?? 0)) named = next;
  }
  return { role: named.role as DateRole, certainty: 'sure', cue: named };
}

/** What a clause that opens with the date tells: the first cue that is a subject or verb of it. */
function openingRole(sentence: string, end: number, ahead: readonly Cue[]): DateReading | undefined {
  const application = ahead.find((cue) => cue.role === 'application');
  if (application) return { role: 'application', certainty: 'sure', cue: application };
  const strong = ahead.find((cue) => !weakAhead.has(cue.role) && !cue.landmark);
  if (strong) return { role: strong.role as DateRole, certainty: 'sure', cue: strong };
  const weak = ahead[0];
  if (!weak) return undefined;
  // "On D, MRI of the knee revealed …" has the study as its subject; farther on, it is only mentioned.
  const near = wordsOf(sentence.slice(end, weak.start)).length <= 2;
  const subject = near && (weak.role === 'study' || weak.role === 'procedure' || weak.role === 'therapy');
  return { role: subject ? (weak.role as DateRole) : 'visit', certainty: 'likely', cue: weak };
}

import { bodyRegionsOf, isKindOf, regionsCompatible } from '../catalog/index.ts';
import { gather } from '../gather.ts';
import type { Block, TermNode } from '../syntax/index.ts';
import { perBlock } from './per-block.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { termsOf } from './terms-sides.ts';

/** What a sentence says of a treatment: that the patient had it, or never had it. */
export interface TreatmentStatement {
  /** Identifier of the service in the catalog. */
  service: string;
  had: boolean;
  /** Regions of the body that the sentence names. */
  regions: readonly string[];
  start: number;
  end: number;
}

/** Words before a treatment that deny all of it: "has never tried a", "has had no", "no prior". */
const never =
  /(?:\b(?:has|have|had) (?:never|not(?: yet| ever)?) (?:yet )?(?:tried|had|used|undergone|received|attempted|been (?:given|treated with|provided(?: with)?)|participated in|attended)|\bhas had no)(?: any)?(?: prior| previous)?(?: an?| the)?(?: (?:trial|sessions?|course|visits) of)?(?: an?)? $/i;
/** The same with the treatment as the subject: "No acupuncture has been provided". */
const noneBefore =
  /(?:^|[,;] (?:and |but )?)(?:(?:in this case|here|to date),? )?no (?:prior |previous )?(?:sessions? of )?$/i;
const noneBehind =
  /^(?: (?:treatments?|therapy|visits|sessions))? (?:has|have) (?:ever )?been (?:provided|given|tried|received|attempted|done|performed|administered)\b/i;
/** "Physical therapy has not yet started". */
const notBegun =
  /^(?: (?:treatments?|therapy|visits|sessions))? (?:has|have|was|were) (?:not|never)(?: yet)?(?: been)? (?:started|begun|tried|attempted|given|provided|received)(?: yet)?(?=[.,;]|$)/i;
/** What may stand behind a treatment that is denied as a whole. */
const wholly =
  /^(?: (?:units?|therapy|treatments?|sessions?|visits|care|injections?))?(?: (?:before|to date|so far|for this (?:injury|condition|claim)))?(?=[.,;]|$)/i;
/** What narrows a denial to a time, a place or a kind. */
const narrowed =
  /\b(?:since|recent(?:ly)?|current(?:ly)?|this year|past|last|level|second|repeat|additional|further|another|formal|supervised|again|yet to|until|prior to|before (?:the|his|her)|for the|other than|except|if|patients|guidelines?)\b|\d[-/]\d/i;

/** Words before a treatment by which a summary tells that it was given. */
const given =
  /\b(?:(?:treatments?|care|management|therapies)(?: to date)?(?: for this injury)? (?:has |have )?(?:included?|includes|consisted of)|(?:has |had )?(?:completed|attended|received|underwent|undergone|tried|been treated with)|trial of|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:visits|sessions|treatments) of)\b[^.;]{0,120}$/i;
/** The same behind a treatment: "the two injections he received". */
const givenBehind =
  /^,?(?: (?:that|which))? (?:he|she|the patient|the injured worker|the claimant|the applicant) (?:has |had )?(?:received|had|underwent|completed|tried|attended)\b(?! not)/i;
/** A sentence on what is asked for or planned, not on what was done. */
const planned =
  /\b(?:request\w*|recommend\w*|asked|authoriz\w*|approv\w*|certif\w*|denied|deni\w*|plan\w*|prescri\w*|order\w*|refer\w*|schedul\w*|would|should|may|will|not|no|never|without|declin\w*|refus\w*|if|pending|propos\w*|consider\w*|UR|utilization|reviewer|continue|begin|start|spouse|wife|husband)\b/i;

/** The treatments that a summary or rationale says the patient never had. */
export const treatmentsDenied: (block: Block) => readonly TreatmentStatement[] = perBlock((block) =>
  /\b(?:never|not|no)\b/i.test(block.flow.text) ? treatmentsIn(block, isDenied, false) : [],
);

/** The treatments that a summary or rationale says the patient had. */
export const treatmentsGiven: (block: Block) => readonly TreatmentStatement[] = perBlock((block) =>
  treatmentsIn(block, isGiven, true),
);

function treatmentsIn(
  block: Block,
  isSo: (sentence: Sentence, term: TermNode) => boolean,
  had: boolean,
): TreatmentStatement[] {
  const services = termsOf(block, 'service');
  if (services.length === 0) return [];
  const parts = termsOf(block, 'body-part');
  return gather(sentencesOf(block), (sentence) => {
    const within = ({ start, end }: TermNode): boolean => start >= sentence.start && end <= sentence.end;
    const said = services.filter((term) => within(term) && isSo(sentence, term));
    if (said.length === 0) return [];
    const regions = gather(parts.filter(within), ({ id }) => bodyRegionsOf(id));
    return said.map(({ id: service, start, end }) => ({ service, had, regions, start, end }));
  });
}

function isDenied({ text, start }: Sentence, term: TermNode): boolean {
  const before = text.slice(0, term.start - start);
  const behind = text.slice(term.end - start);
  const denied =
    (never.test(before) && wholly.test(behind)) ||
    (noneBefore.test(before) && noneBehind.test(behind)) ||
    notBegun.test(behind);
  return denied && !narrowed.test(text);
}

function isGiven({ text, start }: Sentence, term: TermNode): boolean {
  const told =
    given.test(text.slice(0, term.start - start)) || givenBehind.test(text.slice(term.end - start));
  return told && !planned.test(text);
}

/** Whether one statement of a treatment is on what another says of it: who never had an injection had no steroid injection. */
export function isSameTreatment(a: TreatmentStatement, b: TreatmentStatement): boolean {
  return (
    (a.service === b.service || isKindOf(a.had ? a.service : b.service, a.had ? b.service : a.service)) &&
    (a.regions.length === 0 || b.regions.length === 0 || regionsCompatible(a.regions, b.regions))
  );
}

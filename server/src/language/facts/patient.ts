import { matches } from '../matches.ts';
import type { Block } from '../syntax/index.ts';
import { type CaseFacts, perCase } from './case.ts';
import {
  type AgeBound,
  type AgeMention,
  ofOthers,
  patientNoun,
  readAgeBounds,
  readAges,
  readBareAges,
} from './patient-ages.ts';
import { perBlock } from './per-block.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { foundInBlocks } from './told.ts';
import { holdsAny, wordSigns } from './word-signs.ts';

export type Sex = 'male' | 'female';

/** A word that tells the patient's sex. */
export interface SexMention {
  sex: Sex;
  /** `stated`: "44 year old male"; `pronoun`: "His diagnoses include". */
  kind: 'stated' | 'pronoun';
  word: string;
  block: Block;
  start: number;
  end: number;
}

/** What the letter says of the patient, in order of place. */
export interface PatientFacts {
  sexes: SexMention[];
  /**
   * Pronouns at the head of a sentence that the text alone does not prove to be the patient's, though nobody else is
   * named there or in the two sentences before.
   */
  open: SexMention[];
  ages: AgeMention[];
  bounds: AgeBound[];
}

/** The patient's sex and age, wherever the summary or a rationale tells them beyond doubt. */
export const patientOf: (facts: CaseFacts) => PatientFacts = perCase((facts) => {
  const patient: PatientFacts = { sexes: [], open: [], ages: [], bounds: [] };
  for (const { block, found } of readingsOf(facts)) {
    const { sexes, open, ages, bounds } = found;
    for (const mention of sexes) patient.sexes.push(inBlock(mention, block));
    for (const mention of open) patient.open.push(inBlock(mention, block));
    for (const { years, start, end } of ages) patient.ages.push({ years, block, start, end });
    for (const { years, side, start, end } of bounds) patient.bounds.push({ years, side, block, start, end });
  }
  return patient;
});

const sexWord: Readonly<Record<string, Sex>> = {
  male: 'male',
  man: 'male',
  gentleman: 'male',
  mr: 'male',
  he: 'male',
  him: 'male',
  his: 'male',
  himself: 'male',
  female: 'female',
  woman: 'female',
  lady: 'female',
  ms: 'female',
  mrs: 'female',
  she: 'female',
  her: 'female',
  hers: 'female',
  herself: 'female',
};

const stated = new RegExp(
  `\\byears?[ -]old,?(?: (?!who|whose|and|with|that|was|is)[a-z-]+){0,4}? (male|female|man|woman|gentleman|lady)\\b|\\b(?:the|this) ${patientNoun} (?:is|was) an? (?:[a-z-]+ ){0,2}(male|female|man|woman|gentleman)\\b`,
  'gi',
);
const relative =
  /^[^.]{0,40}\b(?:son|daughter|child|boy|girl|mother|father|brother|sister|wife|husband|spouse|coworker|co-worker|driver of)\b/i;
const pronoun =
  /\b(?:he|him|his|himself|she|her|hers|herself)\b(?![/]|,? (?:or|and) (?:she|he|her|his|him)\b)/gi;

/** Somebody else whom a pronoun can mean. */
const otherPerson =
  /\b(?:physicians?|providers?|doctors?|dr|therapists?|surgeons?|specialists?|chiropractors?|psychologists?|psychiatrists?|nurses?|examiners?|evaluators?|reviewers?|adjusters?|attorneys?|podiatrists?|dentists?|acupuncturists?|practitioners?|radiologists?|orthopedists?|neurologists?|supervisors?|boss|managers?|employers?|co-?workers?|colleagues?|wife|husband|spouse|partner|son|daughter|mother|father|brother|sister|child|children|girlfriend|boyfriend|friend|customers?|clients?|students?|residents?|inmates?|suspects?|driver|person|man|woman|men|women|patients|interpreter|author|PTP|MD|DC|DO)\b/i;
/** Further people whom a pronoun at the head of a sentence can mean. */
const anyPerson =
  /\b(?:[a-z]+(?:ologist|iatrist|trician|ician|opath|anist)|ame|qme|np|pa-c|rn|staff|foreman|uncle|aunt|grand[a-z]+|nephew|niece|cousin|baby|neighbou?r|roommate|assistant|caregiver|aide|attendant|lawyer|judge|office|clinic)s?\b/i;
/** Further verbs of an author. */
const authorVerb =
  /^(?:he|she) (?:also |then |further |again |would |did |does )*(?:asks?|argue|think|thought|consider|propos|conclud|gives?|gave|says?|said|adds?|offer|attribut|agree|disagree|cit(?:es|ed)|calls?|points|holds|held|answer|respond|certif|den(?:y|ies|ied) (?:the|this|that) (?:request|treatment))/i;
/** What may stand before the subject of a sentence: a date, an adverb. */
const opening =
  /^(?:on|as of|at|in|since|currently|here|however|additionally|also|presently|then|today|when|the records? (?:indicate|show|note)[sd]?(?: that)?)\b[^.;]{0,60}$/i;
/** Verbs of patient and provider alike. */
const eitherPredicate =
  /^(?:he|she) (?:also |has |had )*(?:not(?:ed|es)|states?|stated|report(?:s|ed)|mention)/i;
/** Somebody else named only as a source or by way of what he or she did for the patient. */
const inPassing =
  /\b(?:according to|per|by|from|with|to|see|saw|seen) (?:an? |the |his |her )?(?:[a-z-]+ ){0,3}?(?:physician|provider|doctor|therapist|surgeon|specialist|chiropractor|practitioner)s?(?:'s)?\b|\b(?:physician|provider|doctor|therapist|surgeon)'s (?:[a-z-]+ ){0,3}?(?:report|note|visit)s?\b/gi;
const isPatient = new RegExp(`\\b${patientNoun}\\b`, 'i');

/** What follows a pronoun at the head of a sentence that can only be the patient's. */
const patientPredicate =
  /^(?:he|she) (?:also |has |had |been |since |first |then |still |now |not |currently |reportedly |is |was |continues to |continued to )*(?:complain|den(?:y|ies|ied)|rate[sd]?\b|sustained|underwent|undergone|injured|diagnosed|treated|being treated|prescribed|evaluated|seen|referred|placed|advised|given|fell|slipped|tripped|twisted|lifted|felt (?:a|pain|sudden)|developed|presented|ambulat|walk|unable|able to|working|works? |worked|off work|taking|takes|tak(?:en|es) off|using|uses|completed|pain|tender|difficulty|trouble|limited|hit|struck|status post|returned|instructed|temporar|scheduled|attended|had \d|denying|in (?:mild|moderate|severe|no) |smok|obese|under (?:the )?care|done \d|told (?:her|his) |right[- ]hand|left[- ]hand)|^(?:his|her) (?:[a-z-]+ ){0,2}?(?:diagnos[ei]s|pain|symptoms?|complaints?|injur(?:y|ies)|medications?|history|work (?:status|restrictions)|gait|range of motion|back|neck|shoulders?|knees?|wrists?|hands?|hips?|ankles?|foot|feet|elbows?|arms?|legs?|job|occupation|condition|activities|sleep|weight|strength|sensation|reflexes|surgery|headaches?|anxiety|depression|function|mood|blood pressure|exercise|spine|fingers?|thumb|current|physical activities|conservative)\b/i;
/** What an author does: the subject is then likelier the provider. */
const providerPredicate =
  /^(?:he|she) (?:also |has |had |then |is |was |would |did |does |not )*(?:documents?|documented|expect|asked|hop(?:ed|es)|recommend|prescrib(?:es|ed the)|request|order|wrote|writes|opine|indicat|believe|explain|refer(?:s|red (?:her|him|the))|found|finds|examin|perform|wish|want|plan|inten|advis(?:es|ed (?:her|him|the))|suggest|warn|dispens|administ|review|discuss|describ|submitted|appeal|diagnos(?:es|ed (?:her|him|the)))|^(?:his|her) (?:[a-z-]+ )?(?:report|note|opinion|recommend|request|rationale|plan|appeal|letter|documentation|progress|choice|intent|findings|examination|assessment|impression|interpretation)/i;

const pronouns = wordSigns('he', 'she', 'his', 'her', 'him');
const sexes = wordSigns('male', 'female', 'man', 'woman');

/** What one block says of the patient. */
interface BlockReading {
  sexes: Omit<SexMention, 'block'>[];
  open: Omit<SexMention, 'block'>[];
  ages: Omit<AgeMention, 'block'>[];
  bounds: Omit<AgeBound, 'block'>[];
}

function inBlock(mention: Omit<SexMention, 'block'>, block: Block): SexMention {
  const { sex, kind, word, start, end } = mention;
  return { sex, kind, word, block, start, end };
}

/** What the summary and the rationales tell of the patient. */
const readingsOf = foundInBlocks((block) => {
  if (block.type !== 'prose' && block.type !== 'rationale') return [];
  const reading = readBlock(block);
  const { sexes, open, ages, bounds } = reading;
  return sexes.length + open.length + ages.length + bounds.length > 0 ? [reading] : [];
});

const readBlock = perBlock((block): BlockReading => {
  const { text } = block.flow;
  const patient: BlockReading = { sexes: [], open: [], ages: [], bounds: [] };
  const hasYears = /\byears?[ -]/i.test(text);
  if (hasYears || (holdsAny(block, sexes) && /\b(?:male|female|man|woman)\b/i.test(text)))
    readStated(text, patient);
  if (hasYears) patient.ages.push(...readAges(text));
  if (/ \d\d, /.test(text)) patient.ages.push(...readBareAges(text));
  if (/\b(?:older|younger|over|under|age of)\b/i.test(text)) patient.bounds.push(...readAgeBounds(text));
  if (holdsAny(block, pronouns)) readPronouns(block, patient);
  patient.sexes.sort((a, b) => a.start - b.start);
  return patient;
});

function readStated(text: string, patient: BlockReading): void {
  for (const match of matches(stated, text)) {
    const word = match[1] ?? match[2] ?? '';
    const end = match.index + match[0].length;
    if (
      relative.test(text.slice(end)) ||
      ofOthers.test(text.slice(Math.max(0, match.index - 24), match.index).replace(/(?<!\d)\d+[ -]?$/, ''))
    )
      continue;
    add(patient.sexes, 'stated', word, end - word.length);
  }
}

function readPronouns(block: Block, patient: BlockReading): void {
  const sentences = sentencesOf(block);
  /** Whether the sentence before was about the patient and nobody else. */
  let clear = false;
  for (const [index, sentence] of sentences.entries()) {
    const outside = withoutQuotes(sentence.text);
    const others = otherPerson.test(outside);
    const words = matches(pronoun, outside).filter(
      ({ index }) => !/\($/.test(outside.slice(0, index)) && !/\bor $|\/$/.test(outside.slice(0, index)),
    );
    const [first] = words;
    const before = first ? outside.slice(0, first.index) : '';
    const rest = first ? outside.slice(first.index) : '';
    // "The pain has not decreased, and she is unable to sit": nobody else is near.
    const joined =
      /(?:, (?:and|but)|;) $/.test(before) &&
      !sentences.slice(Math.max(0, index - 2), index + 1).some(namesPerson);
    const initial =
      first !== undefined && (before === '' || joined || (opening.test(before) && !otherPerson.test(before)));
    const sure = initial && patientPredicate.test(rest);
    const likely: boolean =
      first !== undefined &&
      !others &&
      clear &&
      !providerPredicate.test(rest) &&
      !(eitherPredicate.test(rest) && isPatient.test(outside));
    const named = !others && isPatient.test(first ? before : outside);
    if (sure || likely || named) {
      // Beside another person only the first pronoun of a sure sentence is the patient's.
      const mine = others ? words.slice(0, 1) : words;
      for (const word of mine) add(patient.sexes, 'pronoun', word[0], sentence.start + word.index);
    } else if (
      first?.index === 0 &&
      !providerPredicate.test(rest) &&
      !eitherPredicate.test(rest) &&
      !authorVerb.test(rest) &&
      !sentences.slice(Math.max(0, index - 2), index + 1).some(namesPerson)
    ) {
      add(patient.open, 'pronoun', first[0], sentence.start);
    }
    const another = others && otherPerson.test(outside.replace(inPassing, ' '));
    clear =
      !another &&
      (clear || sure || isPatient.test(outside)) &&
      !/\b(?:guidelines?|MTUS|ODG|ACOEM)\b/.test(outside);
  }
}

/** Whether a sentence names somebody; "patients" at large are nobody. */
function namesPerson({ text }: Sentence): boolean {
  return otherPerson.test(text.replace(/\bpatients\b/gi, ' ')) || anyPerson.test(text);
}

function add(
  mentions: Omit<SexMention, 'block'>[],
  kind: SexMention['kind'],
  word: string,
  start: number,
): void {
  const sex = sexWord[word.toLowerCase()];
  if (sex) mentions.push({ sex, kind, word, start, end: start + word.length });
}

/** The sentence with what stands in quotation marks blanked out, so that places stay. */
function withoutQuotes(text: Sentence['text']): string {
  return text.includes('"') ? text.replace(/"[^"]*"/g, (quoted) => ' '.repeat(quoted.length)) : text;
}

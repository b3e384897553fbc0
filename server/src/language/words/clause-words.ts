import nouns from './data/agreement.json' with { type: 'json' };
import { finiteForms, inflect } from './inflection.ts';
import { wordClasses } from './tables.ts';

/** The words of a class of the tables. */
export const classOf = (name: string): readonly string[] => {
  const members = wordClasses[name];
  if (members === undefined) throw new Error(`no word class ${name}`);
  return members;
};
/** The words of a list. */
export const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const joined = (...lists: (readonly string[])[]): ReadonlySet<string> => new Set(lists.flat());

/** Nouns that begin a clause without an article: "Examination of the knee". */
export const BARE = joined(
  classOf('bareSubject'),
  classOf('uncounted'),
  classOf('spokenStudy'),
  'exam palpation inspection relief'.split(' '),
);
/** Nouns of the field that name one thing. */
export const ONE = joined(
  nouns.one.split(' '),
  classOf('singularHead'),
  classOf('countedOne'),
  classOf('thing'),
  classOf('uncounted'),
  [...BARE],
);
/** Nouns of the field that name more than one. */
export const MORE = joined(
  nouns.more.split(' '),
  classOf('manyHeads'),
  classOf('countedMany'),
  classOf('pluralFinding'),
  classOf('pluralThing'),
);
/** Nouns that do so only with a phrase behind them: "Use of opioids". */
export const BARE_WITH_PHRASE = setOf(
  'use review range authorization continuation administration lack absence evidence presence completion mechanism history diagnosis cause severity onset frequency duration intensity',
);
/** Nouns with which either number goes: "a number of visits were", "the number is". */
export const QUANTITY = setOf(nouns.quantity);
const ONE_ENDING =
  /.{3}(?:tion|sion|ment|ity|ance|ence|ology|ness|ism|itis|osis|opathy|plasty|ectomy|otomy|graphy|scopy|algia|gram)$/;
const MORE_ENDING = /.{3}(?:tion|sion|ment|itie|ance|ence|ologie|ectomie|otomie|gram|graph|scan|ist)s$/;

/** How many a noun names; undefined for what is no noun of the field. */
export function countOf(noun: string): 'one' | 'more' | undefined {
  if (ONE.has(noun)) return 'one';
  if (MORE.has(noun) || MORE_ENDING.test(noun)) return 'more';
  return ONE_ENDING.test(noun) ? 'one' : undefined;
}

const NO_PLURAL = new Set(classOf('oneEndingInS'));

/** Whether a word that is no noun of the field looks like a plural, as it is written: "crutches". */
export function looksPlural(word: string): boolean {
  return (
    /^[A-Z]?[a-z]+(?:[^aiousA-Z']|[^s]e)s$/.test(word) && !/(?:ss|ics)$/.test(word) && !NO_PLURAL.has(word)
  );
}

const NO_SINGULAR = new Set(classOf('notSingular'));

/** Whether a word that is no noun of the field can only be a singular noun behind an article: "the hardware". */
export function looksSingular(word: string): boolean {
  return (
    /^[a-z]{4,}$/.test(word) && !/(?:s|ed|ly|ae|i|a|ing|en|er|est)$/.test(word) && !NO_SINGULAR.has(word)
  );
}

/** The months as they are written: "may" is no month. */
export const MONTH: ReadonlySet<string> = new Set(
  classOf('month').map((month) => month.charAt(0).toUpperCase() + month.slice(1)),
);
/** Units, a count of which may be one amount: "ten sessions is". */
export const MEASURE = setOf(nouns.measure);
/** Who acts in a determination. */
export const PERSON = setOf(
  'patient applicant claimant worker employee provider physician surgeon reviewer doctor therapist nurse chiropractor psychologist psychiatrist pharmacist attorney adjuster administrator employer',
);

/** Verbs that are no nouns, in the form that goes with more than one. */
export const BASE: ReadonlySet<string> = new Set(
  [...classOf('surelyVerb'), ...nouns.verbs.split(' ')].filter((verb) => verb !== 'diagnose'),
);
const SURELY_THIRD: ReadonlySet<string> = new Set(
  [...BASE].map((verb) => inflect(verb, 'third')).filter((verb) => !BASE.has(verb)),
);
/** Verb forms that go with more than one. */
export const FOR_MORE = joined([...BASE], ['are', 'were', 'have', 'do']);
/** Verb forms that go with one. */
export const FOR_ONE = joined([...SURELY_THIRD], ['is', 'was', 'has', 'does']);

/** Every verb form that goes with one, be it a plural noun as well: "limits". */
export const THIRD = joined(
  [...FOR_ONE],
  finiteForms.map(({ third }) => third),
);

/** Verbs that are nouns as well, in the form that goes with more than one. */
export const EITHER_FOR_MORE = setOf('lack need use cause report note request');
/** The same in the form that goes with one. */
export const EITHER_FOR_ONE: ReadonlySet<string> = new Set(
  [...EITHER_FOR_MORE].map((verb) => inflect(verb, 'third')),
);
/** Words behind which such a word is surely the verb: "the request lack any reason". */
export const BEHIND_VERB = setOf('a an no any some mild moderate severe decreased sufficient adequate');

/** Articles and the like that go with one and with more. */
export const THE = setOf('the his her their its your our no');
/** Words that stand for more than one of what "of" names: "both of the drugs". */
export const MORE_OF = setOf('both many several few two three four five six seven eight nine ten most');
/** Those that go with one. */
export const A = setOf('a an this each every another');
/** Those that go with more, or with one whose number is left open. */
export const ANY = setOf('any some');
/** Those that go with more. */
export const THESE = setOf('these those several many few both multiple numerous various');
/** Numbers above one, in words. */
export const NUMBER = setOf(
  'two three four five six seven eight nine ten eleven twelve fifteen eighteen twenty',
);
/** Prepositions behind which a noun stands. */
export const PREPOSITION = setOf(
  'of in for on at to with from by regarding between during over under within without through about against among around behind below beneath beside concerning despite following into near onto per throughout toward towards upon via',
);
/** Participles that stand behind the noun that they describe. */
export const BEHIND_NOUN = setOf(
  'present absent seen found submitted provided available reviewed received dated performed obtained prescribed listed described given taken sought presented documented identified issued attached requested noted used completed attended ordered recommended required authorized certified approved recorded observed elicited reported mentioned cited achieved',
);
/** Adverbs that may stand before a verb. */
export const ADVERB = setOf(
  'itself himself herself themselves also clearly currently therefore thus still generally now often further typically usually only',
);
/** Words after which a clause may begin with its subject. */
export const CLAUSE = setOf(
  'that because although though whereas when where if unless whether how why which what while',
);
/** Words that open a sentence before its subject. */
export const BEFORE_SUBJECT = setOf(
  'therefore thus hence however additionally furthermore moreover finally currently conversely similarly also here overall specifically previously recently initially subsequently consequently',
);
/** Words that begin what leads to a subject. */
export const FRONTED = joined(
  [...PREPOSITION],
  [...BEFORE_SUBJECT],
  [...CLAUSE],
  'based as given according after before since'.split(' '),
);
/** Verbs behind which the bare form of another stands. */
export const HELPING = joined(classOf('auxiliary'), classOf('bareInfinitive'), ['than', 'nor']);
/** Words that ask for the bare form of a verb: "recommends that he take". */
export const ASKING: ReadonlySet<string> = new Set(classOf('subjunctive'));
/** The same with "indicated", which may ask and may tell: "it is indicated that he rest". */
export const SUBJUNCTIVE = joined([...ASKING], ['indicated']);
/** Words behind which "were" speaks of what is not so. */
export const UNREAL = setOf('if though whether wish wishes unless lest suppose');
/** Words at which a noun and what describes it end. */
export const STOP = joined(classOf('phraseEnd'), 'whom whose never always'.split(' '));
/** What may stand before a noun that begins a clause without an article: "Medical records shows". */
export const DESCRIBING = setOf(
  'insufficient sufficient adequate inadequate limited sensory medical physical objective subjective clinical previous prior earlier recent current additional available oral topical chronic acute plain conservative lumbar cervical thoracic muscle nerve progress laboratory diagnostic treatment pain trigger epidural steroid neurological functional surgical opioid repeat repeated further',
);
/** Finite verbs that are no nouns of the field; no subject is read across one. */
export const FINITE_THIRD = withoutNouns([...finiteForms.map(({ third }) => third), 'lets']);
/** Past forms of such verbs. */
export const FINITE_PAST = withoutNouns(finiteForms.map(({ past }) => past));

function withoutNouns(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.filter((word) => !ONE.has(word) && !MORE.has(word)));
}

/** Verbs behind which a clause about a person begins without "that". */
export const REPORTS = setOf(
  'states stated indicates indicated reports reported notes noted documents documented mentions mentioned opined confirmed',
);

/** Endings of words that can only describe a noun. */
export const ADJECTIVE = /.{3}(?:ive|al|ic|ary|ous|ful|able|ible|ular)$/;
/** Parts of the body. */
export const PART: ReadonlySet<string> = new Set(classOf('bodyPart'));

import { bodyRegionsOf, regionsCompatible } from '../catalog/index.ts';
import { gather } from '../gather.ts';
import type { Block } from '../syntax/index.ts';
import type { CaseFacts } from './case.ts';
import { dateReadingsOf } from './dates.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { termsOf } from './terms-sides.ts';
import { foundInBlocks } from './told.ts';

/** What a sentence says that a study of one day has shown. */
export interface StudyReading {
  /** The study as it is compared: "mri". */
  study: string;
  /** The day in ISO form; of "the MRI", which the letter dates elsewhere, there is none. */
  day: string | undefined;
  normal: boolean;
  /** Regions of the body that the sentence names. */
  regions: readonly string[];
  block: Block;
  sentence: Sentence;
}

/** A study that has a result: the words for it, for a result without any finding, and for findings. */
interface Study {
  readonly name: string;
  readonly words: RegExp;
  readonly normal: RegExp;
  readonly finding: RegExp;
}

/** A result without any finding; "normal for age" and "normal except" say something else. */
const normal =
  /\b(?:was|were|is|are|as|showed|shows|revealed|reveals)(?: \w+){0,3} (?:normal|unremarkable|negative)\b(?! (?:for|except|apart|other|but|alignment|disc|signal|motor|sensory|on the))/i;
/** Findings that no normal study has. */
const finding =
  /\b(?:tears?|torn|fractures?|herniations?|extrusion|stenosis|neuropathy|radiculopathy|hematoma|rupture|compression|tendinosis|tendinopathy|tendinitis|osteoarthritis|arthrosis|degenerat\w+|dislocation|hearing loss|deafness)\b/i;

const studies: readonly Study[] = [
  { name: 'mri', words: /\b(?:MRI|magnetic resonance imaging)\b/i, normal, finding },
  { name: 'ct', words: /\b(?:CT|CAT scan|computed tomography)\b/, normal, finding },
  { name: 'x-ray', words: /\b(?:x-?rays?|radiographs?|(?:plain )?films)\b/i, normal, finding },
  { name: 'ultrasound', words: /\b(?:ultrasound|ultrasonography|sonogram)\b/i, normal, finding },
  { name: 'emg', words: /\b(?:EMG|electromyography)\b/i, normal, finding },
  { name: 'nerve conduction', words: /\b(?:NCV|NCS|nerve[- ]conduction)\b/i, normal, finding },
  { name: 'audiogram', words: /\baudiogram\b/i, normal, finding },
  {
    name: 'drug-screen',
    words: /\b(?:UDS|urine (?:drug|toxicology) (?:screen(?:ing)?|test(?:ing)?))\b/i,
    normal: /\bconsistent\b|\bas expected\b|\bpositive for the prescribed\b/i,
    finding:
      /\binconsistent\b|\baberrant\b|\bpositive for (?:cocaine|methamphetamine|illicit|non-?prescribed)/i,
  },
];

/** What takes a finding back, or opens a second result. */
const qualified =
  /\b(?:no|not|without|nor|neither|negative for|rul(?:e|ed) out|exclud\w+|free of|absence|lack|question\w*|possible|suspect\w*|if|whether|except|but|although|however|other(?:wise)?|earlier|prior|previous|repeat|old|healed|mild)\b/i;

/** The results of studies that blocks of one type date; a sentence of two days or studies tells none. */
export function studiesOf(facts: CaseFacts, type: 'prose' | 'rationale'): StudyReading[] {
  const known = new Set<Sentence>();
  return gather(datedStudies[type](facts), ({ block, found }): StudyReading[] => {
    // A sentence that stands in two blocks which read the same is told once.
    if (known.has(found.sentence)) return [];
    known.add(found.sentence);
    return [{ ...found, block }];
  });
}

const datedStudies = {
  prose: foundInBlocks((block) => (block.type === 'prose' ? studiesIn(block) : [])),
  rationale: foundInBlocks((block) => (block.type === 'rationale' ? studiesIn(block) : [])),
};

/** "The MRI showed": a study that was told of before, and its result. */
const toldBefore =
  /\bthe (?:[a-z]+ ){0,3}(?:MRI|CT|x-?rays?|radiographs?|ultrasound|EMG|NCV|NCS|audiogram)\b[^.;,]{0,40}? (?:showed|revealed|demonstrated|confirmed|was|were)\b/i;
/** What a study may show, not what it showed. */
const anyStudy =
  /\b(?:when|where|should|may|might|can|could|would|will|must|patients|guidelines?|criteria|MTUS|ACOEM|ODG|recommend\w*|request\w*|dated|second|new|other|latest|last|recent|subsequent)\b/i;

/** The results of "the MRI" of which the summary tells once, where a rationale names no day. */
export function undatedStudiesOf(facts: CaseFacts): StudyReading[] {
  const { summary } = facts;
  if (!summary) return [];
  const found = undatedStudies(facts);
  if (found.length === 0) return [];
  const told = sentencesOf(summary);
  return found.flatMap(({ block, found: reading }) => {
    const words = studies.find(({ name }) => name === reading.study)?.words;
    return told.filter(({ text }) => words?.test(text)).length === 1 ? [{ ...reading, block }] : [];
  });
}

const undatedStudies = foundInBlocks((block) => {
  if (block.type !== 'rationale') return [];
  return gather(sentencesOf(block), (sentence): Omit<StudyReading, 'block'>[] => {
    const { text } = sentence;
    if (!toldBefore.test(text) || anyStudy.test(text) || /\d[-/]\d|\b(?:19|20)\d\d\b/.test(text)) return [];
    const reading = readingOf(block, sentence, undefined);
    return reading ? [reading] : [];
  });
});

function studiesIn(block: Block): readonly Omit<StudyReading, 'block'>[] {
  if (dateReadingsOf(block).length === 0) return [];
  const dated = new Map<Sentence, Set<string>>();
  for (const { sentence, iso } of dateReadingsOf(block)) {
    if (iso === undefined) continue;
    const days = dated.get(sentence);
    if (days) days.add(iso);
    else dated.set(sentence, new Set([iso]));
  }
  return gather([...dated], ([sentence, days]) => {
    const [day] = days;
    if (day === undefined || days.size > 1) return [];
    const reading = readingOf(block, sentence, day);
    return reading ? [reading] : [];
  });
}

/** What a sentence says of the one study that it names. */
function readingOf(
  block: Block,
  sentence: Sentence,
  day: string | undefined,
): Omit<StudyReading, 'block'> | undefined {
  const { text } = sentence;
  const named = studies.filter(({ words }) => words.test(text));
  const [study] = named;
  if (!study || named.length > 1) return undefined;
  const isNormal = study.normal.test(text);
  if (isNormal === study.finding.test(text)) return undefined;
  const result = (isNormal ? study.normal : study.finding).exec(text);
  if (!result || qualified.test(text.slice(0, result.index + result[0].length))) return undefined;
  const regions = gather(termsOf(block, 'body-part'), ({ id, start, end }) =>
    start >= sentence.start && end <= sentence.end ? bodyRegionsOf(id) : [],
  );
  return { study: study.name, day, normal: isNormal, regions, sentence };
}

/** Whether two readings are of one study of one day, or one of them names no day. */
export function isSameStudy(a: StudyReading, b: StudyReading): boolean {
  return (
    a.study === b.study &&
    (a.day === undefined || b.day === undefined || a.day === b.day) &&
    (a.regions.length === 0 || b.regions.length === 0 || regionsCompatible(a.regions, b.regions))
  );
}

import { opensClause } from './clause-opening.ts';
import { PREPOSITION, setOf } from './clause-words.ts';
import { missingBefore } from './misformed.ts';
import { isVerb } from './noun-phrase.ts';
import type { Token } from './tokens.ts';
import type { WordFinding } from './types.ts';

/**
 * Finds places where a preposition is lost between what was found or done and the part of the body ("the injection the
 * right shoulder was given", "there is decreased sensation the left foot"), or between a review, a use and the like and
 * what was reviewed or used. What may begin a clause of its own ("the pain the knee causes", "after the injury the wrist
 * was splinted") is left alone.
 */
export function checkLostLinks(tokens: readonly Token[]): WordFinding[] {
  const findings: WordFinding[] = [];
  for (let at = 1; at < tokens.length; at++) {
    const link = LINKS.get((tokens[at - 1] as Token).lower);
    if (link === undefined || !ARTICLE.has((tokens[at] as Token).lower)) continue;
    const end = targetEnd(tokens, at, link.targets);
    if (end < 0 || !(isSubject(tokens, at - 1, end) || isObject(tokens, at - 1, end))) continue;
    findings.push(
      missingBefore(
        tokens[at] as Token,
        link.preposition,
        'a part of the body behind what was found or done',
      ),
    );
  }
  return findings;
}

const ARTICLE = setOf('the his her');
/** What may stand between an article and the nouns below. */
const DESCRIBING = setOf(
  'left right upper lower bilateral medial lateral anterior posterior proximal distal lumbar cervical thoracic lumbosacral paraspinal paravertebral low index ring middle little great big medical submitted available provided requested proposed',
);
const PARTS = setOf(
  'knee knees shoulder shoulders elbow elbows wrist wrists hand hands hip hips ankle ankles foot feet neck back spine arm arms leg legs thumb finger fingers toe toes thigh calf forearm heel shin groin abdomen chest muscles extremity extremities face buttock',
);
const THINGS = setOf(
  'records notes documentation medication medications drug drugs opioids treatment therapy request surgery procedure device unit injury condition symptoms pain',
);

/** The preposition that leads from a noun to what it is about. */
interface Link {
  readonly preposition: string;
  readonly targets: ReadonlySet<string>;
}

const linked = (preposition: string, targets: Link['targets'], nouns: string) =>
  nouns.split(' ').map((noun) => [noun, { preposition, targets }] as const);

const LINKS: ReadonlyMap<string, Link> = new Map([
  ...linked(
    'of',
    PARTS,
    'examination exam evaluation inspection palpation imaging mri radiograph radiographs arthroscopy range motion mobility strength flexion extension rotation abduction adduction fracture fractures sprain strain tear repair',
  ),
  ...linked(
    'in',
    PARTS,
    'pain weakness numbness tingling swelling spasm spasms sensation discomfort soreness stiffness instability',
  ),
  ...linked('to', PARTS, 'injury injuries injection injections trauma therapy'),
  ...linked(
    'of',
    THINGS,
    'review use efficacy effectiveness frequency duration dosage severity cause purpose necessity',
  ),
]);

const MOST_WORDS = 3;

/** Place behind the noun that an article leads to, where it is one of those; else -1. */
function targetEnd(tokens: readonly Token[], article: number, targets: Link['targets']): number {
  for (let at = article + 1; at <= article + MOST_WORDS; at++) {
    const lower = tokens[at]?.lower ?? '';
    const compound = tokens[at + 1]?.type === 'word' && (tokens[at + 1] as Token).glued;
    if (targets.has(lower) && !targets.has(tokens[at + 1]?.lower ?? '')) return compound ? -1 : at + 1;
    if (!DESCRIBING.has(lower) && !targets.has(lower)) return -1;
  }
  return -1;
}

const SAYS = setOf('is was were are shows showed reveals revealed demonstrates demonstrated');

/** Whether the noun is the subject of the verb behind the part: "The injection the right shoulder was". */
function isSubject(tokens: readonly Token[], noun: number, end: number): boolean {
  if (!SAYS.has(tokens[end]?.lower ?? '')) return false;
  for (let at = noun; at >= Math.max(0, noun - MOST_WORDS); at--) {
    if (isVerb(tokens, at) || RULING.has((tokens[at] as Token).lower)) return false;
    if (opensClause(tokens, at)) return !isLeading(tokens[at] as Token);
  }
  return false;
}

/** "After surgery the knee was iced". */
const LEADING = setOf('after before since because until given prior due');

function isLeading({ lower }: Token): boolean {
  return PREPOSITION.has(lower) || LEADING.has(lower);
}

/** Whether the noun is the object of a verb before it, and the part ends the sentence: "he had numbness the right hand." */
function isObject(tokens: readonly Token[], noun: number, end: number): boolean {
  const next = tokens[end];
  if (next !== undefined && next.text !== '.' && next.text !== ';') return false;
  for (let at = noun - 1; at >= 0; at--) {
    const token = tokens[at] as Token;
    if (token.text === ',' || token.text === ';' || token.text === ':') return false;
    if (isVerb(tokens, at) || RULING.has(token.lower)) return true;
    if (token.opens) return false;
  }
  return false;
}

/** Verbs of the past behind which what was found stands. */
const RULING = setOf(
  'had showed revealed demonstrated reported sustained noted complained described underwent received experienced developed',
);

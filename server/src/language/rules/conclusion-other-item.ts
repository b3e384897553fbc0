import { decisionOf, type ItemFacts, type Sentence, toldByItems } from '../facts/index.ts';
import { gather } from '../gather.ts';
import { matches } from '../matches.ts';
import { perText } from '../per-text.ts';
import type { Rule } from './rule.ts';

/**
 * Finds a conclusion or opening sentence that names the request of another item of the letter: pasted from there,
 * and not changed.
 */
export const conclusionOtherItem: Rule = {
  id: 'conclusion-other-item',
  family: 'verdicts',
  severity: 'warning',
  purpose: 'Finds a conclusion that names the request of another disputed item',
  why: 'Rationales are often copied from item to item; a conclusion about another request decides nothing here.',
  source: 'Labor Code 4610.6(d): each disputed service is decided.',
  examples: [
    {
      wrong: {
        items: [
          {
            heading: 'MRI of the lumbar spine: Upheld',
            rationale:
              'There are no red flags. As such, the request for MRI of the cervical spine is not medically necessary.',
          },
          {
            heading: 'MRI of the cervical spine: Upheld',
            rationale:
              'There are no red flags. As such, the request for MRI of the cervical spine is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            heading: 'MRI of the lumbar spine: Upheld',
            rationale:
              'There are no red flags. As such, the request for MRI of the lumbar spine is not medically necessary.',
          },
          {
            heading: 'MRI of the cervical spine: Upheld',
            rationale:
              'There are no red flags. As such, the request for MRI of the cervical spine is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    if (facts.items.length < 2) return;
    const foreign = foreignRequestsOf(facts);
    if (foreign.length === 0) return;
    const itemsWith = itemsByWord(facts.items);
    for (const { item, told } of foreign) {
      const { rationale } = item;
      const { words, own, telling, start, text } = told;
      const other = itemsWith
        .get(telling)
        ?.find((candidate) => candidate !== item && namesOther(words, own, contentWords(candidate.request)));
      if (!other?.heading || !rationale) continue;
      const at = { block: rationale, start, end: start + text.length };
      report({
        at,
        message: `This sentence decides on "${text}", the request of item ${other.number}; this is item ${item.number}, "${shortened(item)}".`,
        related: [{ at: other.heading, message: `Item ${other.number}` }],
        fixes:
          item.request === ''
            ? []
            : [
                {
                  title: `Change to "${shortened(item)}"`,
                  edits: [{ at, text: inSentence(item.request, rationale.flow.text.slice(0, at.start)) }],
                },
              ],
      });
    }
  },
};

/** The requests that concluding and opening sentences name in words which are not all the heading's. */
const foreignRequestsOf = toldByItems((item) => {
  const decision = decisionOf(item);
  if (!decision) return [];
  const { conclusions, conclusion } = decision;
  return gather(conclusions, (stated) => {
    if (stated !== conclusion && stated.index !== 0) return [];
    // "As the surgery is not …, the sling is not …": the reason may well be another item.
    if (
      isReason(stated.sentence, stated.phrase.end - stated.sentence.start) ||
      conclusions.some(
        (later) => later.sentence === stated.sentence && later.phrase.start > stated.phrase.start,
      )
    )
      return [];
    // "As the trial is not necessary, no testing is necessary": what stands before belongs to the reason.
    const from = Math.max(
      stated.sentence.start,
      ...conclusions
        .filter((earlier) => earlier.phrase.start < stated.phrase.start)
        .map(({ phrase }) => phrase.end),
    );
    const named = namedRequest(stated.sentence, from, stated.phrase.start);
    if (!named) return [];
    const words = contentWords(named.text);
    const own = contentWords(item.request);
    const telling = [...words].find((word) => !own.has(word));
    if (telling === undefined) return [];
    return [{ words, own, telling, start: stated.sentence.start + named.start, text: named.text }];
  });
});

/** The items by the words of their requests, in order. */
function itemsByWord(items: readonly ItemFacts[]): ReadonlyMap<string, readonly ItemFacts[]> {
  const itemsWith = new Map<string, ItemFacts[]>();
  for (const item of items) {
    for (const word of contentWords(item.request)) {
      const list = itemsWith.get(word);
      if (list) list.push(item);
      else itemsWith.set(word, [item]);
    }
  }
  return itemsWith;
}

/** "As the requested trial is not medically necessary, none of …": an opening clause that gives the reason. */
function isReason({ text }: Sentence, phraseEnd: number): boolean {
  return (
    /^(?:as(?! such\b)|since|because|given that|once|if|inasmuch as|considering that|now that)\b/i.test(
      text,
    ) && /^,? [a-z]/i.test(text.slice(phraseEnd))
  );
}

const request =
  /\b(?:requests?|need|necessity) (?:for |of )(?:(?:an?|the) )?|\brequested (?!service|treatment|surg|ancillary|procedure|study)|\boriginal request, /gi;

/** What a concluding sentence names as the request between two places of its block, up to its verb. */
function namedRequest(
  sentence: Sentence,
  from: number,
  to: number,
): { text: string; start: number } | undefined {
  const head = sentence.text.slice(0, to - sentence.start);
  const cue = matches(request, head).findLast(({ index }) => sentence.start + index >= from);
  if (!cue) return undefined;
  const start = cue.index + cue[0].length;
  const rest = head.slice(start);
  const verb = /,? (?:is|are|was|were|has|have|cannot|does|at this time)\b/i.exec(rest);
  const text = (verb ? rest.slice(0, verb.index) : rest)
    .replace(/^"/, '')
    .replace(/(?<!["',])["',]+$/, '')
    .trim();
  return text === '' || text.length > 220 ? undefined : { text, start: start + rest.indexOf(text) };
}

const empty = new Set(
  'the a an of for to with without and or in on at by per from as times time x week weeks day days month months medication medications treatment treatments service services request requested associated surgical additional remaining original retrospective retro qty dos mg ml tablet tablets capsule capsules session sessions visit visits unit purchase rental prescription of one two three four five six eight ten twelve initial further continued ongoing use this these use anti drug agent study studies test testing imaging post op pre operative postoperative preoperative'.split(
    ' ',
  ),
);

/** Words of a request that tell it from others, numbers left out. */
const contentWords = perText((text): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const match of matches(/[a-z]{2,}/g, text.toLowerCase())) {
    if (!empty.has(match[0])) words.add(match[0].replace(/(?<=[a-z]{3})s$/, ''));
  }
  return words;
});

/**
 * Whether words name another item: all of them stand in its heading, some of them only there, and what tells the
 * own heading from it does not appear among them.
 */
function namesOther(
  words: ReadonlySet<string>,
  own: ReadonlySet<string>,
  other: ReadonlySet<string>,
): boolean {
  let telling = 0;
  for (const word of words) {
    if (!other.has(word)) return false;
    if (!own.has(word)) telling++;
  }
  if (telling === 0) return false;
  for (const word of own) if (!other.has(word) && words.has(word)) return false;
  return [...own].some((word) => !other.has(word));
}

/** A request as it stands after an article: "the request for a functional restoration program". */
function inSentence(request: string, before: string): string {
  const capital = /^[A-Z][a-z]/.test(request) && /\b(?:an?|the) $/i.test(before);
  return capital ? request.charAt(0).toLowerCase() + request.slice(1) : request;
}

function shortened(item: ItemFacts): string {
  return item.request.length > 60 ? `${item.request.slice(0, 57)}…` : item.request;
}

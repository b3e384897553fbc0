import { foundInBlocks, holdsAny, sentencesOf, wordSigns } from '../facts/index.ts';
import { matches } from '../matches.ts';
import type { Block } from '../syntax/index.ts';
import { inBlocks } from './in-blocks.ts';
import type { Rule } from './rule.ts';

/**
 * Second words that cannot follow a small word: something is lost between the two. Pairs that English has in some
 * turn of phrase are not here ("out of and in the course of", "with or without").
 */
const impossible: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    the: 'and of for from is was are were has had than to',
    an: 'and of for from is was are were has had than to',
    their: 'and of for from is was are were has had than to',
    a: 'of from with is was are were has',
    of: 'for with to by',
    by: 'and of for',
    with: 'of for',
    for: 'of',
    than: 'per or and',
  }).map(([first, second]) => [first, new Set(second.split(' '))]),
);
const pair =
  /\b(the|an?|their|of|by|with|for|than) (and|of|for|from|is|was|are|were|has|had|than|to|with|per|or|by)(?= [a-z])/g;

/** What stands before or after a pair and makes it sound: "complained of for", "vitamin a was", "by and large". */
const soundBefore: Readonly<Record<string, RegExp>> = {
  a: /\b(?:vitamin|hepatitis|type|grade|group|class|schedule|part|option|section|category|toxin) $/i,
  of: /\b(?:complain(?:ed|s|ing)?|thought|spoken|heard|disposed|aware|capable|approved|asked|think|care|use|because|made|rid) $/i,
};
const soundAfter: Readonly<Record<string, RegExp>> = {
  'by and':
    /^ (?:large|between|through|for|by|on|of|to|in|at|with|is|are|was|were|has|had|worse|better|returns?|increas(?:es|ed)|[a-z]+(?:ed|en|own|one) (?:by|with|to|under|in|from|through|on|at|for|of))\b/,
  'than or': /^ equal\b/,
};

/** A guideline or its section without the rest of its name: "General Approaches to indicates". */
const cutName =
  /\b(?:approaches|guidelines?|section|chapter|schedule) (?:to|on|of|for) (?:indicates?|states?|recommends?|notes?)\b/gi;

/** "Abduction of degrees", "a dose of mg daily", "an optimum duration of .": the number, or the rest, is lost. */
const cutAmount = /\bof (?:(?:degrees|mg|mcg|mL|mm|cm)\b(?! of\b)|[.,](?=\s|$))/g;

/** "No plan for surgery or for.", "made again with a new.": a sentence that ends before its noun ("than the previous." does not). */
const cutNoun =
  /\.(?=\s|$)(?<=\b(?:(?:and|or|nor|but) (for|of|to|with|by|from)|(?:a|an|of|with|for) (new|further|additional|recent|significant|persistent|appropriate|adequate|ongoing|previous))\.)/g;

/** "The guidelines do not address." */
const objectless =
  /\b(?:guidelines?|MTUS|ACOEM|ODG)\b[^.]{0,60}\b(?:do|does) not (?:specifically |directly |expressly |explicitly )?(?:address|discuss|mention|cover)\.$/i;

/** "The Utilization Review on 11-15-2016 Norco was the original request": what the review did is lost. */
const verbless =
  /\b[Uu]tilization [Rr]eview (?:on|dated|of) (?:[\d/-]{6,10}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}),? (?=(?:[A-Z]|\d{1,6} )[^.]{2,90}? was the original request\b)/g;

/** "The physical examination the right hip revealed", "due to lack documentation": an "of" is lost. */
const lostOf =
  /\b(?:physical )?examination (?=(?:the |cervical |lumbar |thoracic |right |left )(?:[a-z]+ ){0,3}?(?:revealed|showed|demonstrated)\b)|\b(?:due to|because of|given|the|a) lack (?=(?:documentation|evidence|clarification)\b)/gi;

/** "Six visits for the lumbar: Overturned": the noun is lost. */
const lostNoun =
  /\b(?:for|of|to) the (?:(?:cervical|thoracic|lumbar),? (?:and )?)*(cervical|thoracic|lumbar)(?=$| (?:for|with|without|times|x)\b|,? \d)/i;

/** The fixed sentence on what is left of a split request, without its verb. */
const remainder = /^the remaining IMR[- ]eligible portion of the original request\b/i;
const verb = /\b(?:is|are|was|were)\b/i;

const sources = wordSigns('approaches', 'guideline', 'section', 'chapter', 'schedule');
const sayings = wordSigns('indicate', 'state', 'recommend', 'note');
const beforeOf = wordSigns('examination', 'lack');
const original = wordSigns('original');

/** Where a text shows by itself that words are lost. */
const lossesIn = (block: Block, text: string) => ({
  between: matches(pair, text)
    .filter((match) => {
      const [whole, first = '', second = ''] = match;
      return (
        impossible.get(first)?.has(second) &&
        !soundBefore[first]?.test(text.slice(Math.max(0, match.index - 16), match.index)) &&
        !soundAfter[whole]?.test(text.slice(match.index + whole.length))
      );
    })
    .concat(holdsAny(block, sources) && holdsAny(block, sayings) ? matches(cutName, text) : [])
    .map(placed),
  ofs: holdsAny(block, beforeOf) ? matches(lostOf, text).map(placed) : [],
  verbs: holdsAny(block, original) ? matches(verbless, text).map(placed) : [],
  amounts: matches(cutAmount, text).map(placed),
  nouns: matches(cutNoun, text).map(({ index, 1: joined, 2: described }) => {
    const word = joined ?? described ?? '';
    return { start: index - word.length, words: `${word}.` };
  }),
});

function placed({ index, 0: words }: RegExpExecArray): { start: number; words: string } {
  return { start: index, words };
}

/** Finds places where words are lost: "replaced by and", "the diagnosis of for", "more than per year". */
export const lostSpan: Rule = {
  id: 'lost-span',
  marksGap: true,
  yieldsToWords: true,
  family: 'text',
  severity: 'warning',
  purpose: 'Finds places where a name, an amount or other words are lost between two small words',
  why: 'Redaction and text extraction take out names and amounts; what is left makes no sense.',
  source: 'Seen in real determinations of winter 2016/17.',
  examples: [
    {
      wrong: {
        summary:
          'The injured worker is a 44 year old male. The drain was then replaced by and later removed.',
      },
      right: {
        summary:
          'The injured worker is a 44 year old male. The drain was then replaced by a stent and later removed; by and large he does well.',
      },
    },
    {
      wrong: {
        items: [
          {
            rationale:
              'The MTUS and ACOEM Guidelines do not specifically address. There is no gain. Therefore, the request is not medically necessary.',
          },
        ],
      },
      right: {
        items: [
          {
            rationale:
              'The MTUS and ACOEM Guidelines do not specifically address gloves. There is no gain. Therefore, the request is not medically necessary.',
          },
        ],
      },
    },
  ],
  check(facts, report) {
    for (const { heading, request } of facts.items) {
      const start = heading?.flow.text.lastIndexOf(request) ?? -1;
      const match = heading && start >= 0 ? lostNoun.exec(request) : null;
      if (!heading || !match) continue;
      const end = start + match.index + match[0].length;
      report({
        at: { block: heading, start: end - (match[1] ?? '').length, end },
        severity: 'information',
        message: `"${match[1]}" has no noun here: the spine?`,
        fixes: [
          {
            title: 'Insert "spine"',
            edits: [
              {
                at: { block: heading, start: end - 1, end },
                text: `${heading.flow.text.slice(end - 1, end)} spine`,
              },
            ],
          },
        ],
      });
    }
    checkText(facts, report);
    // A turn of the writer's, which comes in each item: one remark, with all its places.
    const [first, ...more] = objectlessOf(facts).map(({ block, found }) => ({ block, ...found }));
    if (first) {
      report({
        at: first,
        message: 'The sentence does not say of what the guidelines do not speak.',
        related: more.map((at) => ({ at, message: 'Here too' })),
      });
    }
  },
};

/** Where a block says "The guidelines do not address.", in its folded text. */
const objectlessOf = foundInBlocks((block) =>
  block.type === 'prose' || block.type === 'rationale'
    ? sentencesOf(block)
        .filter(({ text }) => /(?:ddress|iscuss|ention|over)\.$/.test(text) && objectless.test(text))
        .map(({ text, end }) => ({ start: end - (text.length - text.lastIndexOf(' ') - 1), end }))
    : [],
);

/** What is lost in running text. */
const checkText = inBlocks(['prose', 'rationale'], (block, report) => {
  const { text } = block.flow;
  const { between, ofs, verbs, amounts, nouns } = lossesIn(block, text);
  for (const { start, words } of between) {
    report({
      at: { start, end: start + words.length },
      message: `Between the words of "${words}" something is lost.`,
    });
  }
  for (const { start, words } of amounts)
    report({ at: { start, end: start + words.length }, message: 'After "of" something is lost.' });
  for (const { start, words } of nouns)
    report({
      at: { start, end: start + words.length },
      message: `The sentence ends at "${words}": what follows is lost.`,
    });
  for (const { start, words } of ofs) {
    const end = start + words.length;
    report({
      at: { start, end: end - 1 },
      message: `After "${words.trim()}" an "of" is lost.`,
      fixes: [
        {
          title: 'Insert "of"',
          edits: [{ at: { start: end, end }, text: 'of ' }],
          preferred: true,
        },
      ],
    });
  }
  for (const { start, words } of verbs) {
    report({
      at: { start, end: start + words.trimEnd().length },
      message: 'What the utilization review did with the request is lost here.',
    });
  }
  for (const sentence of sentencesOf(block)) {
    if (remainder.test(sentence.text) && !verb.test(sentence.text)) {
      report({
        at: { start: sentence.start, end: sentence.end },
        message: 'This sentence on the remaining portion has no verb.',
      });
    }
  }
});

/**
 * Everyday slips anywhere in a sentence: one small word is exchanged, lost, or has the wrong form, wherever a letter's
 * summary or rationales hold such a word. Unlike the slips of `npm run bench:planted`, which are of kinds that rules
 * were made for, these say how much of what a tired hand does is found at all: `npm run bench:everyday`.
 *
 * --draws N    places drawn of each kind (default 100)
 * --misses N   prints so many places of each kind where nothing was found
 * --letters S  sources of letters (default own,composed,sample,corpus)
 * --json       figures as JSON
 */
import { parseArgs } from 'node:util';
import { gather } from '../../server/src/language/gather.ts';
import { readLetters } from '../planted/letters.ts';
import { Bench } from '../planted/measure.ts';
import { Random, seedOf } from '../planted/random.ts';
import type { Letter } from '../planted/slip.ts';

/** What becomes of a word: its place in a sentence as an expression, and the text that takes its place. */
interface Kind {
  id: string;
  place: RegExp;
  slip(found: string): string | undefined;
}

const exchange = (from: string, to: string): Kind => ({
  id: `"${to}" for "${from}"`,
  place: new RegExp(`(?<=[a-z,)] )${from}(?= [a-z])`, 'g'),
  slip: () => to,
});
const loss = (word: string): Kind => ({
  id: `"${word}" lost`,
  place: new RegExp(`(?<=[a-z]) ${word}(?= [a-z])`, 'g'),
  slip: () => '',
});

/** Verbs that lose no letter but "ed" with their past ("deny" and "carry" change more). */
const pastTense = /^(?!.*(?:[bcdgilnprtuvz]e?d|ied)$).+ed$/;

const kinds: readonly Kind[] = [
  exchange('was', 'were'),
  exchange('were', 'was'),
  exchange('is', 'are'),
  exchange('are', 'is'),
  exchange('has', 'have'),
  exchange('have', 'has'),
  exchange('does', 'do'),
  {
    id: '"been" for "be" behind a modal verb',
    place: /(?<=\b(?:may|can|should|would|could|must|will) (?:not )?)be(?= )/g,
    slip: () => 'been',
  },
  {
    id: '"-s" behind a modal verb',
    place:
      /(?<=\b(?:may|can|should|would|could|must|will|not) )(?:require|include|provide|benefit|support|show|improve|indicate)(?= )/g,
    slip: (verb) => `${verb}s`,
  },
  {
    id: '"-ed" lost',
    place: /(?<=\b(?:was|were|been|is|are|be|has|have) (?:not )?)[a-z]{3,}ed(?=[ ,.])/g,
    slip: (verb) => (pastTense.test(verb) ? verb.slice(0, -2) : undefined),
  },
  {
    id: '"-s" lost behind a number',
    place:
      /(?<=\b(?:two|three|four|six|eight|twelve|[2-9]|1\d|2\d) )(?:session|visit|week|month|treatment|tablet|day|injection)s\b/g,
    slip: (unit) => unit.slice(0, -1),
  },
  loss('to'),
  loss('of'),
  loss('on'),
  loss('by'),
  loss('for'),
  loss('with'),
  loss('in'),
  loss('be'),
  loss('is'),
  loss('was'),
  loss('the'),
  exchange('than', 'then'),
  exchange('there', 'their'),
  exchange('from', 'form'),
  exchange('to', 'too'),
  exchange('an', 'and'),
  exchange('and', 'an'),
  exchange('of', 'or'),
  exchange('on', 'one'),
  exchange('not', 'now'),
  exchange('were', 'where'),
  exchange('her', 'here'),
];

const { values } = parseArgs({
  options: {
    draws: { type: 'string', default: '100' },
    misses: { type: 'string', default: '0' },
    letters: { type: 'string', default: 'own,composed,sample,corpus' },
    json: { type: 'boolean', default: false },
  },
});

interface Place {
  letter: Letter;
  start: number;
  end: number;
  text: string;
}

/** All places of running text, each sentence that comes in several letters once. */
function placesOf({ place, slip }: Kind, letters: readonly Letter[]): Place[] {
  const seen = new Set<string>();
  return gather(letters, (letter) =>
    gather(letter.facts.blocks, (block) => {
      if (block.type !== 'prose' && block.type !== 'rationale') return [];
      const { text } = block.flow;
      return [...text.matchAll(place)].flatMap(({ 0: found, index }) => {
        const around = text.slice(Math.max(0, index - 30), index + 30);
        const put = slip(found);
        if (put === undefined || seen.has(around)) return [];
        seen.add(around);
        return [{ letter, ...block.flow.sourceRange(index, index + found.length), text: put }];
      });
    }),
  );
}

const { letters, absent } = readLetters(values.letters.split(',') as Letter['source'][]);
const bench = new Bench();
const figures = kinds.map((kind) => {
  const random = new Random(seedOf(kind.id, 1));
  const places = placesOf(kind, letters);
  const drawn: Place[] = [];
  while (drawn.length < Number(values.draws) && places.length > 0)
    drawn.push(...places.splice(random.below(places.length), 1));
  const missed = drawn.filter(
    ({ letter, start, end, text }) =>
      bench.measure(letter, { edits: [{ start, end, text }], what: kind.id }).found.length === 0,
  );
  return { kind: kind.id, draws: drawn.length, found: drawn.length - missed.length, missed };
});

if (values.json) {
  console.log(JSON.stringify({ kinds: figures.map(({ missed: _, ...row }) => row) }));
} else {
  if (absent.length > 0) console.log(`Absent beside the checkout: ${absent.join(', ')}.`);
  for (const { kind, draws, found, missed } of figures) {
    console.log(`${kind.padEnd(38)} ${String(found).padStart(4)} of ${String(draws).padStart(4)}`);
    for (const { letter, start, end, text } of missed.slice(0, Number(values.misses)))
      console.log(
        `    ${letter.name}: …${`${letter.text.slice(Math.max(0, start - 40), start)}[${text}]${letter.text.slice(end, end + 40)}`.replace(/\s+/g, ' ')}…`,
      );
  }
  const sum = (key: 'draws' | 'found'): number => figures.reduce((total, row) => total + row[key], 0);
  console.log(
    `${'all'.padEnd(38)} ${String(sum('found')).padStart(4)} of ${String(sum('draws')).padStart(4)}`,
  );
}

import {
  CREDENTIALS_LEAD_IN,
  DECISIONS_LEAD_IN,
  HOW_MADE,
  SUMMARY_LEAD_IN,
} from '../../server/src/language/passages/library/form.ts';
import { type ItemTemplate, itemTemplates } from './composed-items.ts';
import { Random } from './random.ts';

/**
 * Letters put together from parts that we wrote, in the manner of the applicant family: two to four items, with or
 * without header table, of 2014 to early 2017. They give places for slips that few letters of the other sources have
 * (several items, openers, pages on both sides, regulation letters, later references to a visit).
 *
 * @returns `count` letters, the same for the same seed.
 */
export function composeLetters(count: number, seed: number): { name: string; text: string }[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) => ({
    name: `composed-${index + 1}`,
    text: compose(random),
  }));
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day as milliseconds, written in words or in digits. */
const words = (day: number): string => {
  const date = new Date(day);
  return `${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
};
const digits = (day: number): string => {
  const [year, month, date] = new Date(day).toISOString().slice(0, 10).split('-');
  return `${month}/${date}/${year}`;
};

/** First days of UR decisions of three times: 9792.20(f); 9792.20(e); the guideline of 2016. */
const times = [
  { from: Date.UTC(2014, 1, 3), days: 270, letter: 'f', late: false },
  { from: Date.UTC(2015, 5, 1), days: 210, letter: 'e', late: false },
  { from: Date.UTC(2016, 9, 3), days: 100, letter: 'e', late: true },
];

const dayLength = 86_400_000;

/** An item of one letter. */
interface Disputed {
  template: ItemTemplate;
  /** What is to decide, and the heading up to the verdict. */
  request: string;
  heading: string;
  upheld: boolean;
}

/** What the rationales of a letter repeat. */
interface Case {
  late: boolean;
  letter: string;
  /** Visit at issue, written as the letter writes dates. */
  visit: string;
  /** Date of the request for authorization, and the patient's age. */
  requested: string;
  age: number;
}

function compose(random: Random): string {
  const time = random.pick(times) as (typeof times)[number];
  const ur = time.from + random.below(time.days) * dayLength;
  const visit = ur - (12 + random.below(9)) * dayLength;
  const request = visit + (2 + random.below(4)) * dayLength;
  const injury = visit - (400 + random.below(1600)) * dayLength;
  const application = ur + (7 + random.below(15)) * dayLength;
  const assigned = application + (8 + random.below(12)) * dayLength;
  const decision = assigned + (20 + random.below(14)) * dayLength;
  const write = random.below(2) ? words : digits;
  const sex = random.pick([
    { noun: 'man', subject: 'He' },
    { noun: 'woman', subject: 'She' },
  ]) as { noun: string; subject: string };
  const age = 24 + random.below(40);
  const items = shuffled(itemTemplates, random)
    .slice(0, 2 + random.below(3))
    .map((template): Disputed => {
      const split = random.below(2) ? template.split?.(random) : undefined;
      const text = split?.request ?? template.request(random);
      return { template, request: text, heading: split?.heading ?? text, upheld: random.below(3) > 0 };
    });
  const names = list(items.map(({ request: text }) => text));
  const header =
    random.below(4) === 0
      ? []
      : [
          `Case Number: CM${String(new Date(application).getUTCFullYear()).slice(2)}-0${100000 + random.below(99999)}`,
          `Date Assigned: ${digits(assigned)}`,
          `Date of Injury: ${digits(injury)}`,
          `Decision Date: ${digits(decision)}`,
          `UR Denial Date: ${digits(ur)}`,
          'Priority: Standard',
          `Application Received: ${digits(application)}`,
          '',
        ];
  const summary = [
    `The applicant is a ${age}-year-old ${sex.noun} who has filed a claim for chronic low back pain reportedly associated with an industrial injury of ${write(injury)}.`,
    `In a Utilization Review report dated ${write(ur)}, the claims administrator failed to approve requests for ${names}.`,
    `A request for authorization form dated ${write(request)} was referenced in the determination.`,
    "The applicant's attorney subsequently appealed.",
    `On ${write(visit)}, the applicant reported ongoing complaints of low back pain, ${4 + random.below(5)}/10.`,
    `${sex.subject} was using several medications and had completed a course of exercise.`,
    `${sex.subject} was given a ${5 * (2 + random.below(5))}-pound lifting limitation.`,
  ];
  const told: Case = {
    late: time.late,
    letter: time.letter,
    visit: write(visit),
    requested: write(request),
    age,
  };
  const blocks = [
    ...header,
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    HOW_MADE,
    '',
    CREDENTIALS_LEAD_IN,
    `State(s) of Licensure: ${random.pick(['California', 'Texas, California', 'California, Arizona'])}`,
    `Certification(s)/Specialty: ${random.pick(['Occupational Medicine', 'Physical Medicine & Rehabilitation', 'Preventive Medicine, Occupational Medicine'])}`,
    '',
    'CLINICAL CASE SUMMARY',
    SUMMARY_LEAD_IN,
    '',
    summary.join(' '),
    '',
    'IMR ISSUES, DECISIONS AND RATIONALES',
    DECISIONS_LEAD_IN,
  ];
  let before: boolean | undefined;
  for (const item of items) {
    blocks.push('', ...itemBlocks(item, before, told, random));
    before = item.upheld;
  }
  return `${blocks.map((block) => wrapped(block, 96)).join('\n')}\n`;
}

function itemBlocks(
  { template, request, heading, upheld }: Disputed,
  before: boolean | undefined,
  told: Case,
  random: Random,
): string[] {
  const { line, rule } = told.late ? template.late : template.old;
  const opener =
    before === undefined ? (upheld ? 'No' : 'Yes') : before === upheld ? 'Similarly' : 'Conversely';
  const necessary = upheld
    ? 'not medically necessary, medically appropriate, or indicated here'
    : 'medically necessary, medically appropriate, and indicated here';
  const also = opener === 'Similarly' ? 'likewise ' : '';
  const rationale = [
    `${opener}, the request for ${template.opening} was ${also}${necessary}.`,
    rule,
    upheld
      ? `Here, however, the ${told.visit} office visit at issue did not change the picture.`
      : `Here, the ${told.visit} office visit at issue gave the reason for the request.`,
    ...(before === undefined && random.below(2)
      ? [
          `The request for authorization form dated ${told.requested} was signed by the physician who had seen this ${told.age}-year-old applicant.`,
        ]
      : []),
    upheld ? template.against : template.inFavor,
    ...(upheld && random.below(2)
      ? [
          `All of the foregoing, taken together, suggested a lack of functional improvement as defined in MTUS 9792.20${told.letter}.`,
        ]
      : []),
    random.below(2)
      ? `Therefore, the request was ${upheld ? 'not ' : ''}medically necessary.`
      : `Therefore, the request for ${request} was ${upheld ? 'not ' : ''}medically necessary.`,
  ];
  return [
    `${heading}: ${upheld ? 'Upheld' : 'Overturned'}`,
    '',
    `Claims Administrator guideline: Decision based on MTUS ${line}.`,
    '',
    `MAXIMUS guideline: Decision based on MTUS ${line}.`,
    '',
    `Decision rationale: ${rationale.join(' ')}`,
  ];
}

function list(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function shuffled<T>(entries: readonly T[], random: Random): T[] {
  return entries
    .map((entry) => ({ entry, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}

/** Breaks a block into lines of at most `width` characters. */
function wrapped(block: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of block.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}

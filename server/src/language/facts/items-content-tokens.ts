import { findBodyPart, findDrug, findService } from '../catalog/index.ts';
import { gather } from '../gather.ts';
import { copy } from '../per-text.ts';
import { numberOf } from '../syntax/inline/measures.ts';

/** What a number of a request counts, or what a word names; only like may stand for like. */
type TokenRole =
  | 'strength'
  | 'quantity'
  | 'visits'
  | 'frequency'
  | 'duration'
  | 'number'
  | 'level'
  | 'side'
  | 'unit'
  | 'part'
  | 'service'
  | 'drug'
  | 'qualifier'
  | 'word';

/** A word or number that carries content, in its normal form. */
export interface ContentToken {
  /** Lower case, singular, numbers in digits: what is compared. */
  norm: string;
  role: TokenRole;
  /** Place in the folded text. */
  start: number;
  end: number;
}

const pattern =
  /(?<![A-Za-z0-9])[CTLS]\d{1,2}(?:[-/][CTLS]?\d{1,2}){0,2}(?![A-Za-z0-9])|\d+(?:\.\d+)?(?:(?: ?[-/] ?| to )\d+(?:\.\d+)?){0,4}|[A-Za-z]+(?:'[a-z]+)?|[#%]/g;

const stop = new Set(
  'a an the of for to in on at and or is was were be been per by as this that it its his her their from any more one-time being with each every x-times'.split(
    ' ',
  ),
);

/** Spellings of one thing. */
const same = new Map<string, string>(
  Object.entries({
    times: 'x',
    time: 'x',
    weekly: 'week',
    wk: 'week',
    wks: 'week',
    daily: 'day',
    monthly: 'month',
    ncv: 'ncs',
    milligram: 'mg',
    milligrams: 'mg',
    tab: 'tablet',
    tabs: 'tablet',
    cap: 'capsule',
    caps: 'capsule',
    visit: 'session',
    visits: 'session',
    qty: '#',
    quantity: '#',
    chiro: 'chiropractic',
    gms: 'gm',
    mris: 'mri',
    feet: 'foot',
    extremities: 'extremity',
    studies: 'study',
    therapies: 'therapy',
    electromyogram: 'emg',
    electromyography: 'emg',
    evaluation: 'eval',
    xray: 'x-ray',
    xrays: 'x-ray',
    pc: 'piece',
  }),
);

const sides = new Set(['left', 'right', 'bilateral']);
const units = new Set(['mg', 'mcg', 'gm', 'g', 'ml', '%']);
const periods = new Set(['week', 'month', 'day']);
const counted = new Set(['tablet', 'capsule', 'patch', 'tube', 'refill', 'pill', 'container', 'bottle']);
/** What stands behind the tablets of one dose. */
const dosing = new Set(
  'day once twice thrice bid tid qid qd qhs q nightly bedtime morning evening night'.split(' '),
);
/** Words of which one excludes the other, in groups. */
const qualifiers = new Map<string, number>(
  gather(
    [
      ['upper', 'lower'],
      ['without', 'with'],
      ['medial', 'lateral'],
      ['anterior', 'posterior'],
      ['maxillary', 'mandibular'],
      ['proximal', 'distal'],
      ['rental', 'purchase'],
      ['inpatient', 'outpatient'],
      ['physical', 'occupational', 'aquatic'],
      ['index', 'middle', 'ring', 'little'],
    ],
    (group, index) => group.map((word): [string, number] => [word, index]),
  ),
);

const kinds = new Map<string, TokenRole>();

/** What a word names, by the catalog; kept, as letters say the same words again and again. */
function roleOfWord(norm: string): TokenRole {
  let role = kinds.get(norm);
  if (role === undefined) {
    if (sides.has(norm)) role = 'side';
    else if (units.has(norm) || periods.has(norm)) role = 'unit';
    else if (qualifiers.has(norm)) role = 'qualifier';
    else if (norm.length > 2 && findBodyPart(norm)) role = 'part';
    else if (norm.length > 1 && findService(norm)) role = 'service';
    else if (norm.length > 3 && findDrug(norm)) role = 'drug';
    else role = 'word';
    if (kinds.size > 5000) kinds.clear();
    kinds.set(copy(norm), role);
  }
  return role;
}

function normal(word: string): string {
  const small = word.toLowerCase();
  const lower = small.includes("'") ? small.replace(/'s?$/, '') : small;
  const known = same.get(lower);
  if (known !== undefined) return known;
  return lower.length > 4 && lower.endsWith('s') && !/(?:ss|us|is)$/.test(lower)
    ? (same.get(lower.slice(0, -1)) ?? lower.slice(0, -1))
    : lower;
}

/**
 * The content of a text: its words and numbers without articles and the like, in normal form, so that "Six sessions
 * of physical therapy" and "6 physical therapy visits" hold the same tokens.
 */
export function contentTokens(text: string, from = 0, to = text.length): ContentToken[] {
  const tokens: ContentToken[] = [];
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match && match.index < to; match = pattern.exec(text)) {
    const printed = match[0];
    const start = match.index;
    const end = start + printed.length;
    const code = printed.charCodeAt(0);
    if (code <= 0x39) {
      if (code === 0x23) tokens.push({ norm: '#', role: 'word', start, end });
      else if (code === 0x25) tokens.push({ norm: '%', role: 'unit', start, end });
      else tokens.push(numberToken(printed, start, end));
      continue;
    }
    const second = printed.charCodeAt(1);
    if (second >= 0x30 && second <= 0x39) {
      tokens.push({ norm: printed.replace('/', '-'), role: 'level', start, end });
      continue;
    }
    if (
      printed.length === 1 &&
      (printed === 'x' || printed === 'X') &&
      /^[- ]rays?\b/i.test(text.slice(end, end + 6))
    ) {
      const length = /^[- ]rays?/i.exec(text.slice(end, end + 6))?.[0].length ?? 0;
      tokens.push({ norm: 'x-ray', role: 'service', start, end: end + length });
      pattern.lastIndex = end + length;
      continue;
    }
    const lower = printed.toLowerCase();
    if (stop.has(lower) && !(lower === 'with' && /^ contrast\b/.test(text.slice(end, end + 9)))) continue;
    const number = lower.length > 2 ? numberOf(lower) : undefined;
    if (number !== undefined) {
      tokens.push({ norm: String(number), role: 'number', start, end });
      continue;
    }
    if (lower === 'imaging' && tokens.at(-1)?.norm === 'resonance' && tokens.at(-2)?.norm === 'magnetic') {
      tokens.pop();
      const first = tokens.pop();
      tokens.push({ norm: 'mri', role: 'service', start: first?.start ?? start, end });
      continue;
    }
    const norm = normal(printed);
    tokens.push({ norm, role: roleOfWord(norm), start, end });
  }
  for (const [index, token] of tokens.entries())
    if (token.role === 'number') token.role = numberRole(tokens, index);
  return tokens;
}

/** Dates are the business of other rules: here they are words, which nothing can stand for. */
const dateLike = /^(?:\d{1,2}\/\d{1,2}\/(?:\d{2}|\d{4})|(?:19|20)\d\d)$/;

function numberToken(printed: string, start: number, end: number): ContentToken {
  const norm = numberNorm(printed);
  return { norm, role: dateLike.test(norm) ? 'word' : 'number', start, end };
}

function numberNorm(printed: string): string {
  return printed
    .replace(/ ?(?:-|\/|to) ?/g, '/')
    .replace(/\.0+(?=\/|$)/g, '')
    .replace(/(?<![\d.])0+(?=\d)/g, '');
}

/** What a number counts, by the tokens around it. */
function numberRole(tokens: readonly ContentToken[], index: number): TokenRole {
  const before = tokens[index - 1]?.norm ?? '';
  const next = tokens[index + 1]?.norm ?? '';
  const after = tokens[index + 2]?.norm ?? '';
  if (units.has(next)) return 'strength';
  // "One tablet daily" is a dose, which no quantity can stand for.
  if (counted.has(next) && (dosing.has(after) || tokens[index + 3]?.norm === 'hour')) return 'word';
  if (before === '#' || counted.has(next)) return 'quantity';
  if (next === 'x') return periods.has(after) || /^\d/.test(after) ? 'frequency' : 'number';
  if (periods.has(next))
    return tokens[index]?.norm === '1' ||
      before === 'x' ||
      tokens[index - 2]?.norm === 'x' ||
      tokens[index - 1] === undefined ||
      !/^[123]$/.test(tokens[index]?.norm ?? '') ||
      before === 'week' ||
      before === 'day'
      ? 'duration'
      : 'frequency';
  for (let ahead = 1; ahead <= 5; ahead++) {
    const norm = tokens[index + ahead]?.norm;
    if (norm === undefined || /^\d/.test(norm)) break;
    if (norm === 'session' || norm === 'treatment') return 'visits';
  }
  return before === 'x' ? 'visits' : 'number';
}

/** Whether two unlike tokens are of one kind, so that one of them may have been written for the other. */
export function rival(a: ContentToken, b: ContentToken): boolean {
  if (a.role !== b.role) return a.role === 'number' ? isCount(b) : b.role === 'number' && isCount(a);
  if (a.role === 'word') return false;
  if (a.role === 'qualifier') return qualifiers.get(a.norm) === qualifiers.get(b.norm);
  if (a.role === 'unit') return units.has(a.norm) === units.has(b.norm);
  return true;
}

function isCount(token: ContentToken): boolean {
  return (
    token.role === 'quantity' ||
    token.role === 'visits' ||
    token.role === 'frequency' ||
    token.role === 'duration'
  );
}

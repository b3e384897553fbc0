import type { Guideline } from '../language/catalog/index.ts';
import {
  definePassage,
  isSlot,
  type Passage,
  type PassageGuideline,
  type PassageKind,
} from '../language/passages/index.ts';
import { type Fault, isDay } from './shape.ts';

const kinds: readonly PassageKind[] = ['summary', 'opener', 'citation', 'argument', 'closer', 'notice'];
const keys = [
  'title',
  'kind',
  'description',
  'verdict',
  'drugs',
  'classes',
  'services',
  'regions',
  'guideline',
  'page',
  'sections',
  'from',
  'to',
];

/** A line of the head of a passage file. */
interface Field {
  value: string;
  start: number;
  end: number;
}

const headLine = /^([a-z]+)[ \t]*:[ \t]*(?![ \t])((?:.*[^ \t])?)[ \t]*$/;
const fence = /^---[ \t]*$/;
/** What is meant as a slot. */
const braced = /\{([^{}\r\n]{0,60})\}/g;
const pageRange = /^(\d{1,4})(?:\s*-\s*(\d{1,4}))?$/;

/**
 * Reads a passage of the office: a Markdown file with a head of `key: value` lines between two lines `---`, and the
 * text below it, with slots of the library in braces. What is wrong becomes a fault at its place; a passage that cannot
 * be offered is undefined.
 *
 * @param id name of the file without its ending
 * @param guidelines guidelines that it may cite
 */
export function readPassage(
  id: string,
  text: string,
  guidelines: readonly Guideline[],
): { passage: Passage | undefined; faults: Fault[] } {
  const faults: Fault[] = [];
  const { fields, bodyStart } = readHead(text, faults);
  const field = (key: string): Field | undefined => fields.get(key);
  const wrong = (at: { start: number; end: number }, message: string): undefined => {
    faults.push({ start: at.start, end: at.end, message });
    return undefined;
  };
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id))
    wrong(
      { start: 0, end: 0 },
      'The name of a passage file is lower-case letters, digits and hyphens: it is what is typed to get it.',
    );
  const title = field('title')?.value;
  if (!title) wrong(field('title') ?? { start: 0, end: firstLine(text) }, 'A passage needs a "title".');

  const body = text.slice(bodyStart).replace(/\r\n?/g, '\n').trim();
  if (body === '') wrong({ start: 0, end: firstLine(text) }, 'A passage needs text below its head.');
  let slotsKnown = true;
  for (const found of text.slice(bodyStart).matchAll(braced)) {
    if (isSlot(found[1] ?? '')) continue;
    slotsKnown = false;
    const start = bodyStart + found.index;
    wrong(
      { start, end: start + found[0].length },
      `There is no slot "${found[1]}"; docs/offices.md lists them.`,
    );
  }
  const oneOf = <T extends string>(key: string, values: readonly T[]): T | undefined => {
    const given = field(key);
    if (!given) return undefined;
    const value = values.find((candidate) => candidate.toLowerCase() === given.value.toLowerCase());
    return value ?? wrong(given, `"${key}" is one of ${values.join(', ')}.`);
  };
  const day = (key: string): string | undefined => {
    const given = field(key);
    if (!given) return undefined;
    return isDay(given.value) ? given.value : wrong(given, 'A day is written YYYY-MM-DD.');
  };
  const words = (key: string): string[] | undefined =>
    field(key)
      ?.value.toLowerCase()
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);

  const kind = oneOf('kind', kinds) ?? 'citation';
  const verdict = oneOf('verdict', ['Upheld', 'Overturned']);
  const from = day('from');
  const to = day('to');
  const cited = readGuideline(field, guidelines, wrong);
  if (!title || body === '' || !slotsKnown || faults.some(({ end }) => end === 0))
    return { passage: undefined, faults };
  const tags = Object.fromEntries(
    ['drugs', 'classes', 'services', 'regions'].flatMap((key) => {
      const value = words(key);
      return value?.length ? [[key, value]] : [];
    }),
  );
  const passage = definePassage({
    id,
    kind,
    title,
    description: field('description')?.value ?? 'Passage of the office.',
    body,
    ...(verdict ? { verdict } : {}),
    ...(cited ? { guidelines: [cited] } : {}),
    ...(from || to ? { inForce: { ...(from ? { from } : {}), ...(to ? { to } : {}) } } : {}),
    tags,
    source: 'office',
  });
  return { passage, faults };
}

function firstLine(text: string): number {
  const end = text.search(/[\r\n]/);
  return Math.max(1, end < 0 ? text.length : end);
}

function readHead(text: string, faults: Fault[]): { fields: Map<string, Field>; bodyStart: number } {
  const fields = new Map<string, Field>();
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let opened = false;
  while (at < text.length) {
    const rest = /\r\n|\r|\n/g;
    rest.lastIndex = at;
    const stop = rest.exec(text);
    const end = stop?.index ?? text.length;
    const line = text.slice(at, end);
    const next = stop ? end + stop[0].length : text.length;
    if (!opened) {
      if (!fence.test(line)) break;
      opened = true;
    } else if (fence.test(line)) {
      return { fields, bodyStart: next };
    } else if (line.trim() !== '') {
      readField(line, at, fields, faults);
    }
    at = next;
  }
  faults.push({
    start: 0,
    end: firstLine(text),
    message: opened
      ? 'The head of the passage has no end: a second line "---" is missing.'
      : 'A passage begins with a head: "key: value" lines between two lines "---".',
  });
  return { fields, bodyStart: opened ? text.length : 0 };
}

function readField(line: string, at: number, fields: Map<string, Field>, faults: Fault[]): void {
  const found = headLine.exec(line);
  const whole = { start: at, end: at + line.length };
  const [, key = '', value = ''] = found ?? [];
  if (!found) faults.push({ ...whole, message: 'A line of the head is "key: value".' });
  else if (!keys.includes(key))
    faults.push({
      start: at,
      end: at + key.length,
      message: `"${key}" is not known here; known are ${keys.join(', ')}.`,
    });
  else if (fields.has(key)) faults.push({ ...whole, message: `"${key}" is given twice.` });
  else if (value === '') faults.push({ ...whole, message: `"${key}" has no value.` });
  else {
    const start = at + line.lastIndexOf(value);
    fields.set(key, { value, start, end: start + value.length });
  }
}

function readGuideline(
  field: (key: string) => Field | undefined,
  guidelines: readonly Guideline[],
  wrong: (at: Field, message: string) => undefined,
): PassageGuideline | undefined {
  const given = field('guideline');
  const page = field('page');
  if (!given) return page && wrong(page, 'A page needs the "guideline" that it is a page of.');
  const guideline = guidelines.find(({ id }) => id === given.value);
  if (!guideline)
    return wrong(given, `There is no guideline "${given.value}"; imr guideline list --all lists them.`);
  const numbers = page && pageRange.exec(page.value);
  if (page && !numbers) wrong(page, 'A page is a number, or two with a hyphen between them.');
  const first = numbers ? Number(numbers[1]) : undefined;
  const last = numbers?.[2] === undefined ? undefined : Number(numbers[2]);
  const sections =
    field('sections')
      ?.value.split(';')
      .map((section) => section.trim())
      .filter(Boolean) ?? [];
  const name = guideline.label ?? guideline.names[0] ?? guideline.title;
  const older = guideline.names.find((candidate) => /Guidelines$/.test(candidate)) ?? name;
  return {
    id: guideline.id,
    ...(first === undefined ? {} : { page: first }),
    ...(last === undefined ? {} : { pageTo: last }),
    basis: 'office',
    line: { name, sections, olderName: sections.length > 0 ? `${older} ${sections.join(', ')}` : older },
  };
}

import type { GuidelinePage } from './guideline-pages.ts';

/** A topic of a guideline with the sheets on which it stands. */
export interface TopicSheets {
  title: string;
  first: number;
  last: number;
}

/** Where a topic begins, how deep in the order of headings. */
export interface TopicStart {
  title: string;
  /** Sheet, from 1. */
  sheet: number;
  level: number;
}

/** How topics were found. */
export type TopicSource = 'outline' | 'contents' | 'headings';

/** Fewer entries than these are no list of topics. */
const fewestOutline = 3;
const fewestContents = 4;
/** Contents stand at the front. */
const contentsWithin = 20;
/** Letters of a heading are so much larger than those of the text. */
const larger = 1.12;
const longestTitle = 120;

/**
 * The topics of a guideline: those of its outline and its contents, else its headings.
 *
 * @param outline entries of the file's own outline
 */
export function findTopics(
  pages: readonly GuidelinePage[],
  outline: readonly TopicStart[],
): { topics: TopicSheets[]; sources: TopicSource[] } {
  const sources: TopicSource[] = [];
  const starts: TopicStart[] = [];
  const known = new Set<string>();
  const take = (found: readonly TopicStart[], source: TopicSource, fewest: number): void => {
    if (found.length < fewest) return;
    const fresh = found.filter(({ title }) => !known.has(fold(title)));
    if (fresh.length === 0) return;
    for (const { title } of fresh) known.add(fold(title));
    starts.push(...fresh);
    sources.push(source);
  };
  take(outline.map(cleaned).filter(isTitle), 'outline', fewestOutline);
  take(contentsOf(pages), 'contents', fewestContents);
  if (starts.length === 0) take(headingsOf(pages), 'headings', fewestOutline);
  return { topics: spans(starts, pages), sources };
}

const cleaned = (start: TopicStart): TopicStart => ({
  ...start,
  title: withoutLeaders(start.title).replace(/\s+/g, ' ').trim(),
});

/** A text without the dots and blanks at its end. */
function withoutLeaders(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.·…]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

const isTitle = ({ title }: TopicStart): boolean =>
  title.length >= 3 && title.length <= longestTitle && /[A-Za-z]{3}/.test(title);

/** Letters and digits only: spelling of titles differs between contents and headings. */
const fold = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A topic ends where the next one of its level begins: on that page, unless the next one begins at its top. */
function spans(starts: readonly TopicStart[], pages: readonly GuidelinePage[]): TopicSheets[] {
  const ordered = [...starts].sort((a, b) => a.sheet - b.sheet);
  return ordered.map(({ title, sheet, level }, index) => {
    const next = ordered.slice(index + 1).find((later) => later.level <= level);
    const end = next ? next.sheet - (opens(pages[next.sheet - 1], next.title) ? 1 : 0) : pages.length;
    return { title, first: sheet, last: Math.max(sheet, end) };
  });
}

/** Whether a page begins with a title. */
function opens(page: GuidelinePage | undefined, title: string): boolean {
  const first = fold(
    page?.lines
      .slice(0, 3)
      .map(({ text }) => text)
      .join('') ?? '',
  );
  return first.startsWith(fold(title));
}

const lastNumber = /(?<!\d)\d{1,4}$/;

/** The title and page of a line of contents: "Title ........ 12", or with a wide gap between. */
function contentsEntry(line: string): { title: string; number: number } | undefined {
  const number = lastNumber.exec(line)?.[0];
  if (number === undefined) return undefined;
  const before = line.slice(0, -number.length);
  const title = withoutLeaders(before);
  const leaders = before.slice(title.length);
  const parted = leaders.length >= 3 || /[.·…]{2}/.test(leaders);
  return parted && title.length > 1 ? { title, number: Number(number) } : undefined;
}

/** The topics of the contents pages, whose numbers are printed ones; none where the pages named do not hold them. */
function contentsOf(pages: readonly GuidelinePage[]): TopicStart[] {
  const sheetOf = new Map(pages.map(({ number, sheet }) => [number, sheet]));
  const found: TopicStart[] = [];
  for (const page of pages.slice(0, contentsWithin)) {
    const entries = page.lines.flatMap(({ text }) => contentsEntry(text) ?? []);
    if (entries.length < Math.min(3, fewestContents)) continue;
    for (const { title, number } of entries) {
      const sheet = sheetOf.get(number);
      if (sheet !== undefined && sheet > page.sheet) found.push(cleaned({ title, sheet, level: 1 }));
    }
  }
  const titles = found.filter(isTitle);
  const standing = titles.filter(({ title, sheet }) => holds(pages[sheet - 1], title)).length;
  return standing >= 0.6 * titles.length ? titles : [];
}

function holds(page: GuidelinePage | undefined, title: string): boolean {
  return page !== undefined && fold(page.lines.map(({ text }) => text).join('')).includes(fold(title));
}

/** Lines in letters larger than those of the text. */
function headingsOf(pages: readonly GuidelinePage[]): TopicStart[] {
  const letters = new Map<number, number>();
  for (const { lines } of pages)
    for (const { size, text } of lines) {
      const rounded = Math.round(size * 2) / 2;
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
    }
  const [body] = [...letters].sort((a, b) => b[1] - a[1]);
  if (!body) return [];
  const found: (TopicStart & { size: number })[] = [];
  for (const { lines, sheet, number } of pages) {
    if (number === undefined) continue;
    for (const [index, { text, size }] of lines.entries()) {
      if (size < larger * body[0] || /[.;,]$/.test(text)) continue;
      const before = found.at(-1);
      // A heading over two lines is one heading.
      if (
        before?.sheet === sheet &&
        before.size === size &&
        lines[index - 1]?.text.endsWith(lastOf(before.title))
      )
        before.title += ` ${text}`;
      else found.push({ title: text, sheet, level: 1, size });
    }
  }
  const sizes = [...new Set(found.map(({ size }) => Math.round(size)))].sort((a, b) => b - a);
  return found
    .map(({ title, sheet, size }) => cleaned({ title, sheet, level: sizes.indexOf(Math.round(size)) + 1 }))
    .filter(isTitle);
}

/** The end of a title, to see whether the line before is its last one. */
const lastOf = (title: string): string => title.slice(-20);

import { PDFDict, PDFDocument, type PDFFont, PDFHexString, type PDFPage, StandardFonts } from 'pdf-lib';

/** A topic of a made-up guideline. */
export interface MadeTopic {
  title: string;
  /** Its text; words are wrapped. Several paragraphs fill several pages. */
  text: string[];
}

/** How a made-up guideline is set. */
export interface GuidelineStyle {
  topics: readonly MadeTopic[];
  /** Sheets before page 1. */
  cover?: number;
  outline?: boolean;
  /** A page of contents, before page 1. */
  contents?: boolean;
  columns?: 1 | 2;
  /** Running head, and the page number in the foot. */
  heads?: boolean;
  /** Headings in larger letters. */
  headings?: boolean;
}

const [width, height, margin] = [612, 792, 72];
const size = 10;
const pitch = 14;
/** Lines on a page. */
const depth = 40;

/** The topics' first printed pages, in order, and the bytes of the file. Every topic begins a new page. */
export async function guidelinePdf(
  style: GuidelineStyle,
): Promise<{ bytes: Uint8Array; pages: Map<string, number>; sheets: number }> {
  const { topics, columns = 1, heads = true, headings = true, contents = false } = style;
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const front = (style.cover ?? 0) + (contents ? 1 : 0);
  for (let sheet = 0; sheet < (style.cover ?? 0); sheet++)
    pdf
      .addPage([width, height])
      .drawText('Adopted by the office for use in reviews', { x: 150, y: 500, size, font });
  const contentsPage = contents ? pdf.addPage([width, height]) : undefined;
  const pages = new Map<string, number>();
  const starts: { title: string; page: PDFPage }[] = [];
  for (const { title, text } of topics) {
    const column = (width - 2 * margin - (columns - 1) * 30) / columns;
    const lines = text.flatMap((paragraph) => [...wrap(paragraph, font, column), '']);
    for (let at = 0; at < lines.length || at === 0; at += depth * columns) {
      const page = pdf.addPage([width, height]);
      const number = pdf.getPageCount() - front;
      if (heads) {
        const head = number % 2 === 0 ? 'Treatment Guidelines of the Office' : 'May 2009, as adopted';
        page.drawText(head, { x: margin, y: height - 40, size, font });
        page.drawText(`Page ${number} of ${topics.length}`, { x: 280, y: 36, size, font });
      }
      if (at === 0) {
        pages.set(title, number);
        starts.push({ title, page });
        if (headings) page.drawText(title, { x: margin, y: height - margin, size: 14, font });
      }
      for (let part = 0; part < columns; part++) {
        const own = lines.slice(at + part * depth, at + (part + 1) * depth);
        for (const [index, line] of own.entries())
          page.drawText(line, {
            x: margin + part * (column + 30),
            y: height - margin - 24 - index * pitch,
            size,
            font,
          });
      }
    }
  }
  if (contentsPage) {
    contentsPage.drawText('Contents', { x: margin, y: height - margin, size: 14, font });
    for (const [index, [title, number]] of [...pages].entries())
      contentsPage.drawText(`${title} ........................ ${number}`, {
        x: margin,
        y: height - margin - 30 - index * pitch,
        size,
        font,
      });
  }
  if (style.outline) addOutline(pdf, starts);
  return { bytes: await pdf.save(), pages, sheets: pdf.getPageCount() };
}

function wrap(text: string, font: PDFFont, column: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && font.widthOfTextAtSize(longer, size) > column) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** The outline that readers show beside the pages (PDF 32000-1, 12.3.3). */
function addOutline(pdf: PDFDocument, starts: readonly { title: string; page: PDFPage }[]): void {
  const { context } = pdf;
  const root = context.nextRef();
  const refs = starts.map(() => context.nextRef());
  for (const [index, { title, page }] of starts.entries()) {
    const [before, ref, after] = [refs[index - 1], refs[index], refs[index + 1]];
    if (!ref) continue;
    const entry = context.obj({ Parent: root, Dest: [page.ref, 'Fit'] });
    if (!(entry instanceof PDFDict)) continue;
    entry.set(context.obj('Title'), PDFHexString.fromText(title));
    if (before) entry.set(context.obj('Prev'), before);
    if (after) entry.set(context.obj('Next'), after);
    context.assign(ref, entry);
  }
  const [first, last] = [refs[0], refs.at(-1)];
  if (!first || !last) return;
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: starts.length }));
  pdf.catalog.set(context.obj('Outlines'), root);
}

/** A sentence or two about something, long enough to be read as text. */
const about = (matter: string): string =>
  `The use of ${matter} should be considered for patients whose function improves with it, and the attending physician documents the benefit at each visit. Where ${matter} brings no benefit within a few weeks, its use should be discontinued, and other measures be considered.`;

/** Topics of a guideline on chronic pain in words of our own. */
export const painTopics: readonly MadeTopic[] = [
  { title: 'Introduction to the guideline', text: [about('any measure'), about('measures of function')] },
  { title: 'Acetaminophen (APAP)', text: [about('acetaminophen'), about('paracetamol')] },
  { title: 'Baclofen (Lioresal)', text: Array.from({ length: 14 }, () => about('baclofen')) },
  { title: 'Gabapentin (Neurontin)', text: [about('gabapentin'), about('antiepilepsy drugs')] },
  { title: 'Massage therapy', text: [about('massage'), about('passive modalities')] },
  { title: 'Topical lidocaine', text: [about('lidocaine patches'), about('topical agents')] },
  { title: 'Work conditioning', text: [about('work hardening'), about('conditioning programs')] },
];

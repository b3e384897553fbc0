import { PDFDocument, StandardFonts } from 'pdf-lib';

/** Prints a letter as a PDF of 40 lines a page. */
export async function printPdf(letter: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const lines = letter.split('\n').flatMap((line) => line.match(/.{1,100}(?:\s|$)/g) ?? ['']);
  for (let at = 0; at < lines.length; at += 40) {
    const page = pdf.addPage([612, 792]);
    for (const [i, line] of lines.slice(at, at + 40).entries())
      page.drawText(line.trimEnd(), { x: 72, y: 720 - 14 * i, size: 11, font });
  }
  return pdf.save();
}

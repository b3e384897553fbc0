import { sheetOfPage } from '../../language/catalog/index.ts';

/** Address of a page in the office's own copy of a guideline, as readers of PDFs take it; undefined where it was not read. */
export function pageAddress(guidelineId: string, page: number): string | undefined {
  const found = sheetOfPage(guidelineId, page);
  return found && `${found.file}#page=${found.sheet}`;
}

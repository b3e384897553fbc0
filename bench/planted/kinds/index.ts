import type { SlipKind } from '../slip.ts';
import { citationKinds } from './citations.ts';
import { contentKinds } from './content.ts';
import { dateKinds } from './dates.ts';
import { pageKinds } from './pages.ts';
import { patientKinds } from './patient.ts';
import { structureKinds } from './structure.ts';
import { textKinds } from './text.ts';
import { verdictKinds } from './verdicts.ts';
import { wordKinds } from './words.ts';

/** All kinds of slips, by family. */
export const kinds: readonly SlipKind[] = [
  ...dateKinds,
  ...citationKinds,
  ...pageKinds,
  ...verdictKinds,
  ...contentKinds,
  ...patientKinds,
  ...structureKinds,
  ...textKinds,
  ...wordKinds,
];

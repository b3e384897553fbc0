import type { LetterParts } from '../../server/src/language/rules/index.ts';
import { applyFix, check } from './check.ts';

type Item = NonNullable<LetterParts['items']>[number];

/** A case summary of the usual injury that goes on with a text. */
export const summaryOf = (text: string): string =>
  `The injured worker is a 44 year old male with an industrial injury of 09/15/2016. ${text}`;

/** A guideline line of a request for imaging of the low back. */
const imaging = 'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.';

/** A letter of one upheld item. */
export function item(heading: string, rationale: string, more: Partial<Item> = {}): LetterParts {
  return {
    summary: summaryOf('He has pain.'),
    items: [{ heading: `${heading}: Upheld`, claims: imaging, maximus: imaging, rationale, ...more }],
  };
}

/**
 * The text after the first fix of a rule's first finding.
 *
 * @throws Error where there is none.
 */
export function fixed(text: string, rule: string): string {
  const fix = check(text, rule)[0]?.fixes[0];
  if (!fix) throw new Error(`no fix by ${rule}`);
  return applyFix(text, fix);
}

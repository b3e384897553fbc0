/** Why a guideline could not be read or kept: one sentence for the user. */
export class GuidelineError extends Error {
  override name = 'GuidelineError';
}

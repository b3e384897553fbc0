import type { Citation } from './citations.ts';

/** Whether a citation names ACOEM's book as a whole, without chapter. */
export function isBareAcoem({ guidelines }: Pick<Citation, 'guidelines'>): boolean {
  return guidelines.length === 1 && guidelines[0]?.id === 'acoem-2004';
}

import { type ServiceRelation, serviceById, serviceRelation } from '../catalog/index.ts';

/** Services that are near each other or of one guideline, and that a request must tell apart all the same. */
const distinct = new Set([
  'physical-therapy',
  'occupational-therapy',
  'mri',
  'ct',
  'h-wave',
  'interferential',
]);

/**
 * Equipment and injections of kinds that nobody takes for one another, although they share a wider kind; those that the
 * catalog calls near stay so.
 */
const ofOneKind: readonly ReadonlySet<string>[] = [
  new Set(
    'crutches cane walker knee-scooter wheelchair power-mobility commode shower-chair hospital-bed mattress pillow exercise-equipment inversion-table reacher hot-tub cpap lift-chair stair-lift blood-pressure-monitor glucometer nebulizer oxygen-concentrator cpm cold-therapy lumbar-support cervical-collar orthotics'.split(
      ' ',
    ),
  ),
  new Set(
    'esi facet-injection medial-branch-block si-injection trigger-point-injection viscosupplementation prp botox-injection sympathetic-block'.split(
      ' ',
    ),
  ),
];

/** How two services compare in words for a request. */
export function relationOf(a: string, b: string): ServiceRelation | undefined {
  if (a !== b && distinct.has(a) && distinct.has(b)) return 'different';
  const relation = serviceRelation(a, b);
  return relation === 'near' && !isNear(a, b) && ofOneKind.some((set) => set.has(a) && set.has(b))
    ? 'different'
    : relation;
}

function isNear(a: string, b: string): boolean {
  return [
    [a, b],
    [b, a],
  ].some(([one = '', other = '']) => serviceById(one)?.near?.includes(other));
}

import type { DateRole } from './dates.ts';

/** Roles of dates in words. */
export const roleNames: Readonly<Record<DateRole, string>> = {
  injury: 'date of injury',
  'other-injury': 'another injury',
  birth: 'birth',
  service: 'date of service',
  visit: 'visit',
  report: 'note or report',
  request: 'request for authorization',
  ur: 'utilization review decision',
  application: 'application for IMR',
  assigned: 'assignment',
  decision: 'final determination',
  study: 'study',
  procedure: 'procedure',
  therapy: 'therapy',
  since: 'since this date',
  guideline: "guideline's own date",
  access: 'access or update of a source',
  planned: 'planned',
  other: 'date',
};

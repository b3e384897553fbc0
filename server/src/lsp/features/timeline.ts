import {
  type CaseEvent,
  type DateFact,
  daysBetween,
  eventsOf,
  roleNames,
} from '../../language/facts/index.ts';
import type { Finding } from '../../language/finding.ts';
import { rules } from '../../language/rules/index.ts';
import type { SourceRange } from '../../language/syntax/index.ts';
import { rangeIn } from '../convert.ts';
import type { CheckedLetter } from '../letters.ts';
import { nodeRange, sectionNames } from '../places.ts';
import type { Timeline, TimelineConflict, TimelineEvent, TimelineMention } from '../protocol.ts';
import { howKnown } from './dates.ts';
import { findingKey } from './except.ts';

const dateRules: ReadonlySet<string> = new Set(
  rules.filter(({ family }) => family === 'dates').map(({ id }) => id),
);

/** Answers `imr/timeline`: the dated events of the case in order of time, with findings about dates at their events. */
export function timelineOf(letter: CheckedLetter, shown: readonly Finding[]): Timeline {
  const conflicts = shown.filter(({ rule }) => dateRules.has(rule));
  const placed = new Set<Finding>();
  let previous: CaseEvent | undefined;
  const events = eventsOf(letter.facts).map((event): TimelineEvent => {
    const own = conflicts.filter((finding) => concerns(finding, event));
    for (const finding of own) placed.add(finding);
    const since = previous ? { daysSincePrevious: daysBetween(previous.iso, event.iso) } : {};
    previous = event;
    return {
      iso: event.iso,
      role: event.role,
      title: roleNames[event.role],
      ...since,
      certain: event.mentions.some(({ certainty }) => certainty !== 'guess'),
      mentions: event.mentions.map((mention) => mentionOf(letter, mention)),
      conflicts: own.map((finding) => conflictOf(letter, finding)),
    };
  });
  return {
    version: letter.version,
    events,
    conflicts: conflicts
      .filter((finding) => !placed.has(finding))
      .map((finding) => conflictOf(letter, finding)),
  };
}

/** Whether a finding marks a mention of an event, or names one as its other side. */
function concerns(finding: Finding, { mentions }: CaseEvent): boolean {
  const ranges: SourceRange[] = [finding, ...finding.related];
  return mentions.some(({ node: { position } }) =>
    ranges.some((range) => range.start < position.end.offset && range.end > position.start.offset),
  );
}

function mentionOf({ document }: CheckedLetter, mention: DateFact): TimelineMention {
  const { node, text, section, item } = mention;
  return {
    range: nodeRange(document, node),
    text,
    section: section === 'header' ? 'Header' : sectionNames[section],
    ...(item ? { item: item.number } : {}),
    how: howKnown(mention),
  };
}

function conflictOf(letter: CheckedLetter, finding: Finding): TimelineConflict {
  const { rule, severity, message } = finding;
  return {
    rule,
    severity,
    message,
    range: rangeIn(letter.document, finding),
    key: findingKey(letter, finding),
  };
}

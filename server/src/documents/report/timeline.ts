import { type Html, html } from './html.ts';
import type { ReportEvent } from './model.ts';

/** Measures of the figure, in pixels. */
const width = 372;
const dateWidth = 84;
const axis = dateWidth + 14;
const row = 30;
/** The longest stretch between two events; how far they are apart is told by words too. */
const mostStretch = 26;

/**
 * The case as a figure: events from top to bottom, further apart where more time lies between them, with the stretches in
 * words; events that a finding speaks of are marked.
 */
export function timeline(events: readonly ReportEvent[]): Html | undefined {
  if (events.length < 2) return undefined;
  const longest = Math.max(1, ...events.map(({ days }) => days ?? 0));
  let y = 12;
  const placed = events.map((event) => {
    const { days } = event;
    // A case has days between some events and years between others: lengths go by the logarithm.
    if (days !== undefined) y += row + (mostStretch * Math.log1p(days)) / Math.log1p(longest);
    return { ...event, y };
  });
  const height = y + 14;
  return html`<figure class="timeline">
<figcaption>The case</figcaption>
<svg viewBox="0 0 ${width} ${height.toFixed(0)}" width="${width}" height="${height.toFixed(0)}" role="img" aria-label="${spoken(events)}">
<line class="axis" x1="${axis}" y1="12" x2="${axis}" y2="${y.toFixed(1)}"/>
${placed.map((event, i) => eventMarks(event, placed[i - 1]?.y))}
</svg>
</figure>`;
}

function eventMarks(event: ReportEvent & { y: number }, before: number | undefined): Html {
  const { y, iso, title, mentions, days, conflicts } = event;
  const text = y + 4;
  const middle = before === undefined ? 0 : (before + y) / 2 + 3.5;
  const conflict = conflicts.length > 0;
  return html`${days ? html`<text class="span" x="${axis + 14}" y="${middle.toFixed(1)}">${inWords(days)}</text>` : undefined}
<text class="date" x="${dateWidth}" y="${text.toFixed(1)}" text-anchor="end">${iso}</text>
${
  conflict
    ? html`<path class="conflict" d="M${axis} ${(y - 7).toFixed(1)}l7 7-7 7-7-7z"><title>${conflicts.join(' ')}</title></path>`
    : html`<circle class="event" cx="${axis}" cy="${y.toFixed(1)}" r="4.5"/>`
}
<text class="title" x="${axis + 14}" y="${text.toFixed(1)}">${title}${mentions > 1 ? html`<tspan class="count"> ×${mentions}</tspan>` : undefined}${conflict ? html`<tspan class="disputed"> · disputed</tspan>` : undefined}</text>
`;
}

/** The figure for who cannot see it. */
function spoken(events: readonly ReportEvent[]): string {
  return events
    .map(({ iso, title, conflicts }) => `${iso} ${title}${conflicts.length > 0 ? ' (disputed)' : ''}`)
    .join('; ');
}

/** A span of days in words. */
function inWords(days: number): string {
  const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
  if (days < 92) return plural(days, 'day');
  const months = Math.round(days / (365.25 / 12));
  if (months < 24) return plural(months, 'month');
  const rest = months % 12;
  return `${plural(Math.floor(months / 12), 'year')}${rest === 0 ? '' : ` ${plural(rest, 'month')}`}`;
}

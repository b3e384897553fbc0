import { describe, expect, it } from 'vitest';
import { renderTimeline } from '../../client/src/timeline/render.ts';
import { spanInWords, stretches } from '../../client/src/timeline/scale.ts';
import type { Timeline, TimelineEvent } from '../../server/src/lsp/protocol.ts';

const range = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 9 } });

function event(iso: string, title: string, parts: Partial<TimelineEvent> = {}): TimelineEvent {
  const mentions = [
    { range: range(3), text: iso, section: 'Clinical case summary', how: 'told by the words' },
  ];
  return { iso, role: 'visit', title, certain: true, mentions, conflicts: [], ...parts };
}

const timeline = (events: TimelineEvent[]): Timeline => ({ version: 1, events, conflicts: [] });

describe('the axis', () => {
  it('is proportional: twice the time is longer by twice as much', () => {
    const [short, medium, long] = stretches([10, 20, 40]).map(({ length }) => length);
    expect((long ?? 0) - (medium ?? 0)).toBeGreaterThan((medium ?? 0) - (short ?? 0));
  });

  it('cuts a long empty stretch short, and says so', () => {
    const [years, days] = stretches([700, 12, 9, 20]);
    expect(years?.collapsed).toBe(true);
    expect(days?.collapsed).toBe(false);
    expect(years?.length).toBeLessThan(100);
  });

  it('names spans as people do', () => {
    expect([1, 26, 200, 731, 820].map(spanInWords)).toEqual([
      '1 day',
      '26 days',
      '200 days (7 months)',
      '2 years',
      '2 years 3 months',
    ]);
  });
});

describe('the page', () => {
  it('groups the events of one day, and spells out everything for a screen reader', () => {
    const { html } = renderTimeline(
      timeline([
        event('2015-03-05', 'visit'),
        event('2015-09-24', 'visit'),
        event('2015-09-24', 'request for authorization'),
      ]),
      'case.imr',
    );
    expect(html.match(/<li class="day/g)).toHaveLength(2);
    expect(html).toContain(
      'aria-label="Sep 24, 2015: visit, 203 days (7 months) after the date before, mentioned once"',
    );
  });

  it('leads every button to its place in the letter', () => {
    const second = { ...event('2015-09-24', 'visit').mentions[0], range: range(8) };
    const { html, targets } = renderTimeline(
      timeline([event('2015-09-24', 'visit', { mentions: [second as TimelineEvent['mentions'][number]] })]),
      'case.imr',
    );
    expect(html).toMatch(/<button class="event" data-target="0"/);
    expect(targets.map(({ start }) => start.line)).toEqual([8, 8]);
  });

  it('shows a conflict with its severity as colour, shape and word', () => {
    const conflict = { severity: 'warning', rule: 'r', message: 'a < b', range: range(1), key: 'k' } as const;
    const { html } = renderTimeline(
      timeline([event('2015-09-24', 'visit', { conflicts: [conflict] })]),
      'case.imr',
    );
    expect(html).toMatch(/<li class="day warning">/);
    expect(html).toContain('aria-label="Warning"');
    expect(html).toContain('a &lt; b');
    expect(html).toContain('1 conflict');
  });

  it('tells a conflict once, and points to it from the other date', () => {
    const conflict = {
      severity: 'warning',
      rule: 'r',
      message: 'They differ.',
      range: range(1),
      key: 'k',
    } as const;
    const { html } = renderTimeline(
      timeline([
        event('2015-09-21', 'visit', { conflicts: [conflict] }),
        event('2015-09-24', 'visit', { conflicts: [conflict] }),
      ]),
      'case.imr',
    );
    expect(html.match(/They differ\./g)).toHaveLength(1);
    expect(html).toContain('See the conflict at Sep 21, 2015.');
    expect(html).toContain('1 conflict');
  });
});

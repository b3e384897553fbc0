import { type Draw, type KindFigures, restores } from './measure.ts';
import type { SlipKind } from './slip.ts';

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** Prints the figures as a table, with a line of sums. */
export function printTable(figures: readonly KindFigures[]): void {
  const sum = (name: Exclude<keyof KindFigures, 'kind' | 'family'>): number =>
    figures.reduce((total, row) => total + row[name], 0);
  const total: KindFigures = {
    kind: 'all',
    family: '',
    draws: sum('draws'),
    letters: 0,
    found: sum('found'),
    raised: sum('raised'),
    fixes: sum('fixes'),
    restored: sum('restored'),
    preferred: sum('preferred'),
    preferredRestored: sum('preferredRestored'),
    elsewhere: sum('elsewhere'),
  };
  const rows = [
    [
      'kind',
      'family',
      'draws',
      'letters',
      'found',
      '',
      'raised',
      '',
      'fix',
      'restored',
      '',
      'preferred',
      'restored',
      '',
      'elsewhere',
    ],
    ...[...figures, ...(figures.length > 1 ? [total] : [])].map((row) => [
      row.kind,
      row.family,
      row.draws,
      row.letters || '',
      row.found,
      percent(row.found, row.draws),
      row.raised,
      percent(row.raised, row.draws),
      row.fixes,
      row.restored,
      percent(row.restored, row.fixes),
      row.preferred,
      row.preferredRestored,
      percent(row.preferredRestored, row.preferred),
      row.elsewhere,
    ]),
  ].map((row) => row.map(String));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) =>
          column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    );
  }
}

/** The text around a range, on one line, the range in double brackets. */
export function around(text: string, range: { start: number; end: number }, width = 90): string {
  const marked = `${text.slice(Math.max(0, range.start - width), range.start)}⟦${text.slice(range.start, range.end)}⟧${text.slice(range.end, range.end + width)}`;
  return marked.replace(/\s+/g, ' ');
}

/** Prints some of the slips that were not found. */
export function printMisses(kind: SlipKind, draws: readonly Draw[], most: number): void {
  const missed = draws.filter(({ found }) => found.length === 0).slice(0, most);
  if (missed.length > 0) console.log(`\n## ${kind.id}: not found`);
  for (const { letter, slip, text, places } of missed) {
    console.log(`- ${letter.name}: ${slip.what}`);
    for (const place of places) console.log(`    …${around(text, place)}…`);
  }
}

/** Prints some of the new findings at other places. */
export function printElsewhere(kind: SlipKind, draws: readonly Draw[], most: number): void {
  const noisy = draws.filter(({ elsewhere }) => elsewhere.length > 0).slice(0, most);
  if (noisy.length > 0) console.log(`\n## ${kind.id}: newly flagged elsewhere`);
  for (const { letter, slip, text, elsewhere } of noisy) {
    console.log(`- ${letter.name}: ${slip.what}`);
    for (const finding of elsewhere)
      console.log(
        `    ${finding.severity} ${finding.rule}: ${finding.message}\n      …${around(text, finding, 60)}…`,
      );
  }
}

/** Prints some of the findings whose fixes do not restore the letter. */
export function printWrongFixes(kind: SlipKind, draws: readonly Draw[], most: number): void {
  const offering = draws.filter(({ found }) => found.some(({ fixes }) => fixes.length > 0));
  const wrong = kind.restorable ? offering.filter((draw) => !restores(draw, false)).slice(0, most) : [];
  if (wrong.length > 0) console.log(`\n## ${kind.id}: the fix does not restore the text`);
  for (const { letter, slip, text, found } of wrong) {
    console.log(`- ${letter.name}: ${slip.what}`);
    for (const finding of found) {
      console.log(`    ${finding.rule}: ${finding.message}\n      …${around(text, finding, 60)}…`);
      for (const fix of finding.fixes) {
        const edits = fix.edits.map(
          (edit) => `${JSON.stringify(text.slice(edit.start, edit.end))} → ${JSON.stringify(edit.text)}`,
        );
        console.log(`      ${fix.title}${fix.preferred ? ' (preferred)' : ''}: ${edits.join('; ')}`);
      }
    }
  }
}

import type { Severity } from '../../language/finding.ts';
import { type Html, html } from './html.ts';
import { type ReportFinding, type ReportLetter, severities } from './model.ts';

/** Kinds that the first figure shows; the rest is counted in one line. */
const mostKinds = 20;

type Counts = Record<Severity, number>;

/** Counts findings by severity. */
function count(findings: readonly ReportFinding[]): Counts {
  const counts: Counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function total(counts: Counts): number {
  return severities.reduce((sum, severity) => sum + counts[severity], 0);
}

/**
 * What a folder of letters comes to: counts, findings by kind, findings over time, and a table of letters that leads to
 * each.
 *
 * @param purposes what each rule finds, by rule
 */
export function overview(letters: readonly ReportLetter[], purposes: ReadonlyMap<string, string>): Html {
  return html`<section class="overview">
${tiles(letters)}
<div class="figures">${byKind(letters, purposes)}${overTime(letters)}</div>
${byLetter(letters)}
</section>`;
}

/** Counts of letters and findings, for the head of the page. */
export function tiles(letters: readonly ReportLetter[]): Html {
  const counts = count(letters.flatMap(({ findings }) => findings));
  const clean = letters.filter(({ findings }) => findings.length === 0).length;
  const dismissed = letters.reduce((sum, letter) => sum + letter.dismissed.length, 0);
  const tile = (value: number, label: string, kind = ''): Html =>
    html`<div class="tile ${kind}"><b>${value}</b><span>${label}</span></div>`;
  return html`<div class="tiles">
${letters.length > 1 ? [tile(letters.length, 'letters'), tile(clean, 'without findings')] : undefined}
${tile(counts.error, counts.error === 1 ? 'error' : 'errors', 'error')}
${tile(counts.warning, counts.warning === 1 ? 'warning' : 'warnings', 'warning')}
${tile(counts.information + counts.hint, 'worth knowing', 'information')}
${tile(dismissed, 'dismissed')}
</div>`;
}

function byKind(letters: readonly ReportLetter[], purposes: ReadonlyMap<string, string>): Html | undefined {
  const kinds = new Map<string, { counts: Counts; letters: number }>();
  for (const letter of letters) {
    for (const rule of new Set(letter.findings.map((finding) => finding.rule))) {
      const own = count(letter.findings.filter((finding) => finding.rule === rule));
      const known = kinds.get(rule) ?? { counts: count([]), letters: 0 };
      for (const severity of severities) known.counts[severity] += own[severity];
      known.letters++;
      kinds.set(rule, known);
    }
  }
  if (kinds.size === 0) return undefined;
  const sorted = [...kinds].sort(
    ([a, { counts: x }], [b, { counts: y }]) => total(y) - total(x) || (a < b ? -1 : 1),
  );
  const shown = sorted.slice(0, mostKinds);
  const most = Math.max(...shown.map(([, { counts }]) => total(counts)));
  const rest = sorted.length - shown.length;
  return html`<figure class="kinds"><figcaption>Findings by kind</figcaption><table>
${shown.map(
  ([rule, { counts, letters: inLetters }]) =>
    html`<tr title="${purposes.get(rule)}"><th scope="row">${rule}</th><td class="wide">${bar(counts, most)}</td><td class="number">${total(counts)}</td><td class="quiet">in ${inLetters === 1 ? '1 letter' : `${inLetters} letters`}</td></tr>
`,
)}</table>${rest > 0 ? html`<p class="quiet">and ${rest} more kinds</p>` : undefined}</figure>`;
}

/** A bar of findings by severity, as long as its share of the longest. */
function bar(counts: Counts, most: number): Html {
  let x = 0;
  const parts = severities.flatMap((severity) => {
    const width = (100 * counts[severity]) / most;
    if (width === 0) return [];
    const part = html`<rect class="${severity}" x="${x.toFixed(2)}" width="${width.toFixed(2)}" height="10"><title>${counts[severity]} ${severity}</title></rect>`;
    x += width;
    return [part];
  });
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

/** Findings for each letter by the month in which it was decided; needs letters of two months. */
function overTime(letters: readonly ReportLetter[]): Html | undefined {
  const months = new Map<string, ReportLetter[]>();
  for (const letter of letters) {
    const month = letter.decided?.slice(0, 7);
    if (month !== undefined) months.set(month, [...(months.get(month) ?? []), letter]);
  }
  if (months.size < 2) return undefined;
  const sorted = [...months].sort(([a], [b]) => (a < b ? -1 : 1)).slice(-24);
  const means = sorted.map(([month, own]) => {
    const counts = count(own.flatMap(({ findings }) => findings));
    for (const severity of severities) counts[severity] /= own.length;
    return { month, letters: own.length, counts };
  });
  const height = 150;
  const most = Math.max(...means.map(({ counts }) => total(counts)), 1);
  const step = Math.min(64, 560 / means.length);
  const width = Math.max(260, step * means.length + 34);
  return html`<figure class="months"><figcaption>Findings a letter, by month of the determination</figcaption>
<svg viewBox="0 0 ${width} ${height + 52}" width="${width}" role="img" aria-label="${means.map(({ month, counts }) => `${month}: ${total(counts).toFixed(1)}`).join('; ')}">
<line class="axis" x1="26" y1="${height + 10}" x2="${width}" y2="${height + 10}"/>
${means.map(({ month, counts, letters: inMonth }, i) => {
  const x = 30 + i * step;
  const center = (x + step * 0.36).toFixed(1);
  let y = height + 10;
  const parts = severities.map((severity) => {
    const length = ((height - 16) * counts[severity]) / most;
    y -= length;
    return html`<rect class="${severity}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${(step * 0.72).toFixed(1)}" height="${length.toFixed(1)}"/>`;
  });
  return html`<g><title>${month}: ${total(counts).toFixed(1)} a letter, ${inMonth} letters</title>${parts}
<text class="number" x="${center}" y="${(y - 4).toFixed(1)}" text-anchor="middle">${total(counts).toFixed(1)}</text>
<text class="date" x="${center}" y="${height + 26}" text-anchor="middle">${month}</text>
<text class="count" x="${center}" y="${height + 42}" text-anchor="middle">${inMonth} ${inMonth === 1 ? 'letter' : 'letters'}</text></g>`;
})}
</svg></figure>`;
}

function byLetter(letters: readonly ReportLetter[]): Html {
  const most = Math.max(1, ...letters.map(({ findings }) => findings.length));
  const sorted = letters
    .map((letter, index) => ({ letter, index, counts: count(letter.findings) }))
    .sort(
      (a, b) => b.counts.error - a.counts.error || total(b.counts) - total(a.counts) || a.index - b.index,
    );
  return html`<h2>Letters</h2><table class="letters"><thead><tr><th>Letter</th><th>Case</th><th>Decided</th><th>Items</th><th class="wide">Findings</th><th></th></tr></thead><tbody>
${sorted.map(
  ({ letter, index, counts }) =>
    html`<tr><td><a href="#letter-${index + 1}">${letter.name}</a></td><td>${letter.caseNumber}</td><td>${letter.decided}</td><td class="quiet">${itemsInWords(letter)}</td><td class="wide">${bar(counts, most)}</td><td class="number">${total(counts)}</td></tr>
`,
)}</tbody></table>`;
}

function itemsInWords({ items }: ReportLetter): string {
  const of = (verdict: string): number => items.filter((item) => item.verdict === verdict).length;
  return [`${of('Upheld')} upheld`, `${of('Overturned')} overturned`]
    .filter((text) => !text.startsWith('0 '))
    .join(', ');
}

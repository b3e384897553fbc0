import { type Html, html, Html as Markup } from './html.ts';
import type { ReportFinding, ReportLetter } from './model.ts';
import { overview, tiles } from './overview.ts';
import { style } from './style.ts';
import { timeline } from './timeline.ts';

/** What the page says beside the letters. */
export interface PageOptions {
  /** Day of the report, `YYYY-MM-DD`. */
  day: string;
  version: string;
  /** Files that could not be checked, with the reason. */
  problems: readonly { name: string; problem: string }[];
  /** What each rule finds, by rule. */
  purposes: ReadonlyMap<string, string>;
}

/** The report as one page that needs nothing beside itself: no script, no picture, no address outside. */
export function reportPage(letters: readonly ReportLetter[], options: PageOptions): string {
  const [only] = letters;
  const title = letters.length === 1 && only ? only.name : `${letters.length} letters`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>IMR determinations checked: ${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
<header>
<h1>IMR determinations checked</h1>
<p class="quiet">${title}, <time datetime="${options.day}">${options.day}</time>. This page quotes medical records: keep it where you keep them.</p>
${filter(letters)}
</header>
${letters.length === 1 ? tiles(letters) : overview(letters, options.purposes)}
${problems(options.problems)}
${letters.map(letterSection)}
<footer>Made by IMR Rationale ${options.version} on this machine. A finding is a question to the reviewer, not a verdict.</footer>
</main>
</body>
</html>
`;
  return page.markup;
}

/** Boxes that show and hide findings by severity, where there are several. */
function filter(letters: readonly ReportLetter[]): Html | undefined {
  const labels = [
    ['warning', 'Warnings'],
    ['information', 'Information'],
    ['hint', 'Hints'],
  ] as const;
  const found = new Set(letters.flatMap(({ findings }) => findings.map(({ severity }) => severity)));
  if (found.size < 2) return undefined;
  return html`<div class="show">${labels
    .filter(([severity]) => found.has(severity))
    .map(
      ([severity, label]) =>
        html`<label><input type="checkbox" id="show-${severity}" checked> ${label}</label>`,
    )}</div>`;
}

function problems(list: PageOptions['problems']): Html | undefined {
  if (list.length === 0) return undefined;
  return html`<section><h2>Not checked</h2><ul>${list.map(({ name, problem }) => html`<li><b>${name}</b>: ${problem}</li>`)}</ul></section>`;
}

function letterSection(letter: ReportLetter, index: number): Html {
  const { name, caseNumber, decided, items, findings, dismissed, events } = letter;
  const about = [caseNumber, decided === undefined ? undefined : `decided ${decided}`].filter(
    (text) => text !== undefined,
  );
  return html`<section class="letter" id="letter-${index + 1}">
<h2>${name}</h2>
<p class="quiet">${about.join(', ')}</p>
${
  items.length > 0
    ? html`<ul class="items">${items.map(({ request, verdict }) => html`<li>${request || 'Item without a heading'}: <span class="verdict">${verdict ?? 'no verdict'}</span></li>`)}</ul>`
    : undefined
}
<div class="columns">
<div class="findings">
${findings.length === 0 ? html`<p class="quiet">Nothing found.</p>` : findings.map((finding) => findingCard(finding))}
${
  dismissed.length > 0
    ? html`<div class="dismissed"><h3>Dismissed</h3>${dismissed.map((finding) => findingCard(finding, finding))}</div>`
    : undefined
}
</div>
${timeline(events)}
</div>
</section>
`;
}

function findingCard(finding: ReportFinding, dismissal?: { reason: string; date: string }): Html {
  const { rule, severity, message, note, place, sentence, related, fixes } = finding;
  const quoted = sentence.before + sentence.marked + sentence.after;
  return html`<article class="finding ${severity}">
<p class="head"><span class="severity">${severity}</span> · ${place} · ${rule}</p>
<p class="message">${message}</p>
${
  quoted.trim() === ''
    ? undefined
    : html`<blockquote>${sentence.before}<mark>${sentence.marked}</mark>${sentence.after}</blockquote>`
}
${note === undefined ? undefined : html`<p class="small">${note}</p>`}
${related.map((other) => html`<p class="small">${other.place}: ${other.message}</p>`)}
${fixes.length > 0 ? html`<p class="small">Possible: ${fixes.join('; ')}</p>` : undefined}
${
  dismissal
    ? html`<p class="small"><b>Dismissed</b> ${dismissal.date}${dismissal.reason === '' ? ', no reason given' : `: ${dismissal.reason}`}</p>`
    : undefined
}
</article>
`;
}

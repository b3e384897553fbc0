/** A piece of HTML; made by {@link html} only, so that no text of a letter is ever taken for markup. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a template: text is escaped, HTML stays, lists are joined, undefined is nothing. */
type Value = string | number | Html | undefined | readonly Value[];

/** Template tag: the page's own markup with values put in safely. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  let out = strings[0] ?? '';
  for (const [i, value] of values.entries()) out += print(value) + (strings[i + 1] ?? '');
  return new Html(out);
}

function print(value: Value): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(print).join('');
  return escapeHtml(String(value));
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

/**
 * The page of the case timeline. The extension sends its content as HTML; the page sets lengths, moves the focus by
 * arrow keys, and tells the extension which button was pressed.
 */

/** The page's side of the channel to the extension. */
declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

const extension = acquireVsCodeApi();
const main = document.querySelector('main') ?? document.body;

/** All buttons in order of time: the stops of the arrow keys. */
const buttons = (): HTMLButtonElement[] => [...main.querySelectorAll('button')];

/** Puts one button into the tab order: Tab enters and leaves the line as a whole. */
function makeCurrent(current: HTMLButtonElement | undefined): void {
  for (const button of buttons()) button.tabIndex = button === current ? 0 : -1;
}

/** What a button is, whatever its place: keeps the focus where it was when the content is drawn anew. */
function identity(button: Element | null): string | undefined {
  return button instanceof HTMLButtonElement
    ? `${button.closest('.day')?.querySelector('time')?.dateTime} ${button.className} ${button.textContent}`
    : undefined;
}

function draw(html: string): void {
  const focused = identity(document.activeElement);
  const current = identity(main.querySelector('button[tabindex="0"]'));
  main.innerHTML = html;
  for (const gap of main.querySelectorAll<HTMLElement>('[data-length]'))
    gap.style.setProperty('--length', `${gap.dataset.length}px`);
  const all = buttons();
  const find = (wanted: string | undefined) =>
    all.find((button) => wanted !== undefined && identity(button) === wanted);
  makeCurrent(find(focused) ?? find(current) ?? all[0]);
  find(focused)?.focus();
}

/** The button that a key leads to: up and down from event to event, left and right through all that belongs to them. */
function neighbour(from: HTMLButtonElement, key: string): HTMLButtonElement | undefined {
  const all = buttons();
  const at = all.indexOf(from);
  const isEvent = (button: HTMLButtonElement) => button.classList.contains('event');
  switch (key) {
    case 'ArrowDown':
      return all.slice(at + 1).find(isEvent);
    case 'ArrowUp':
      return all.slice(0, at).findLast(isEvent);
    case 'ArrowRight':
      return all[at + 1];
    case 'ArrowLeft':
      return all[at - 1];
    case 'Home':
      return all.find(isEvent);
    case 'End':
      return all.findLast(isEvent);
    default:
      return undefined;
  }
}

main.addEventListener('keydown', (event) => {
  if (!(event.target instanceof HTMLButtonElement) || event.ctrlKey || event.altKey || event.metaKey) return;
  const next = neighbour(event.target, event.key);
  if (!next) return;
  event.preventDefault();
  makeCurrent(next);
  next.focus();
});

main.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (!button) return;
  makeCurrent(button);
  extension.postMessage({ type: 'go', target: Number(button.dataset.target) });
});

window.addEventListener('message', ({ data }: MessageEvent<{ html: string }>) => draw(data.html));
// When the panel gets the focus, the line has it.
window.addEventListener('focus', () => main.querySelector<HTMLElement>('button[tabindex="0"]')?.focus());
extension.postMessage({ type: 'ready' });

/** Pictures of the editor that weigh little: few colours, no loss. */
import type { Page } from 'playwright-core';

/** So many colours are enough for text on plain ground; each more costs bytes. */
const COLOURS = 16;

/**
 * Runs in a page. The palette takes, one after the other, the colour whose pixels are farthest from those it has: frequent
 * colours and rare bright ones, as of a warning's mark, both come in.
 */
const QUANTIZE = `async (address, colours) => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const data = context.getImageData(0, 0, canvas.width, canvas.height);
  const pixels = new Uint32Array(data.data.buffer);
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const part = (colour, shift) => (colour >>> shift) & 255;
  const distance = (a, b) =>
    (part(a, 0) - part(b, 0)) ** 2 + (part(a, 8) - part(b, 8)) ** 2 + (part(a, 16) - part(b, 16)) ** 2;
  const all = [...counts].map(([colour, count]) => ({ colour, count, far: Infinity, nearest: colour }));
  let next = all.reduce((most, entry) => (entry.count > most.count ? entry : most));
  for (let taken = 0; taken < colours && next.far > 0; taken++) {
    const { colour } = next;
    for (const entry of all) {
      const far = distance(entry.colour, colour);
      if (far < entry.far) Object.assign(entry, { far, nearest: colour });
    }
    next = all.reduce((most, entry) => (entry.count * entry.far > most.count * most.far ? entry : most));
  }
  const nearest = new Map(all.map((entry) => [entry.colour, entry.nearest]));
  pixels.forEach((pixel, at) => { pixels[at] = nearest.get(pixel); });
  context.putImageData(data, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 1 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}`;

/**
 * A screenshot as WebP with few colours.
 * @param page any page of Chromium that stands on nothing, which does the work
 * @param png the screenshot
 */
export async function smallPicture(page: Page, png: Buffer): Promise<Buffer> {
  const address = `data:image/png;base64,${png.toString('base64')}`;
  const base64 = await page.evaluate<string>(`(${QUANTIZE})(${JSON.stringify(address)}, ${COLOURS})`);
  return Buffer.from(base64, 'base64');
}

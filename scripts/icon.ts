/** Draws client/media/icon.png, the extension's icon in galleries, from icon.svg beside it: `node scripts/icon.ts`. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureChromium, launchChromium } from './chromium.ts';
import { ROOT } from './lib.ts';

const SIZE = 256;

const source = join(ROOT, 'client/media/icon.svg');
const browser = await launchChromium(await ensureChromium());
try {
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${await readFile(source, 'utf8')}`);
  const picture = await page.screenshot({ omitBackground: true });
  await writeFile(source.replace(/svg$/, 'png'), picture);
} finally {
  await browser.close();
}

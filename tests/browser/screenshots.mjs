// Pictures of the pages: `node screenshots.mjs README-FOLDER LOOK-FOLDER`; scripts/screenshots calls it.
//
// The first folder gets the README's two, the second every page at 360 and 1280 px to be looked at.

import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { everything, visit } from './site.mjs';

const [readme, look] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--no-first-run', '--disable-background-networking'] });

await mkdir(readme, { recursive: true });
await mkdir(look, { recursive: true });
await picture('/', { width: 360, height: 1100 }, `${readme}/home-360.png`, false);
await picture('/xep-hang', { width: 1280, height: 1000 }, `${readme}/ranking-1280.png`, false);
for (const width of [360, 1280]) {
  for (const path of await everything()) {
    const name = path === '/' ? 'home' : path.slice(1).replace(/[^\w.=-]+/g, '_');
    await picture(path, { width, height: 900 }, `${look}/${name}-${width}.png`, true);
  }
  await picture('/', { width, height: 900, scheme: 'dark' }, `${look}/home-dark-${width}.png`, true);
}
await browser.close();

async function picture(path, window, file, whole) {
  const { page, go, close } = await visit(browser, window);
  await go(path);
  await page.screenshot({ path: file, fullPage: whole });
  await close();
}

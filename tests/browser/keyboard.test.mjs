// Everything a mouse reaches, the Tab key reaches, and one sees where one is.

import assert from 'node:assert/strict';
import test from 'node:test';
import { tabFaults } from './asks.mjs';
import { browse, pages, visit } from './site.mjs';

test('Tab reaches every link and control, shows where it is, and leaves the page', async (t) => {
  const browser = await browse(t);
  for (const width of [320, 1280]) {
    const { page, go } = await visit(browser, { width });
    for (const path of await pages()) {
      await t.test(`${path} at ${width} px`, async () => {
        await go(path);
        assert.deepEqual(await tabFaults(page), []);
      });
    }
  }
});

test('the first stop skips to the content', async (t) => {
  const { page, go } = await visit(await browse(t));
  for (const path of ['/', '/en', '/xep-hang']) {
    await go(path);
    await page.keyboard.press('Tab');
    assert.match(await page.evaluate(() => document.activeElement.getAttribute('href') ?? ''), /^#./, path);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement.closest('main') !== null), `${path}: lands in the content`);
  }
});

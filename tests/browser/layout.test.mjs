// Pages hold: on a narrow screen, enlarged, without scripts, in print, and all from one place.

import assert from 'node:assert/strict';
import test from 'node:test';
import { headFaults, printFaults, tooWide } from './asks.mjs';
import { choose } from './choices.mjs';
import { address, browse, everything, pages, refused, visit } from './site.mjs';

test('every page has one h1, its language, no fault and no foreign request', async (t) => {
  const { page, faults, go } = await visit(await browse(t));
  for (const path of await everything()) {
    await t.test(path, async () => {
      faults.length = 0;
      await go(path);
      assert.deepEqual([...await headFaults(page, path), ...faults], []);
    });
  }
});

test('what cannot be answered says so in its status and in words', async (t) => {
  for (const [path, status] of refused()) {
    await t.test(path, async () => {
      const answer = await fetch(address + path);
      assert.equal(answer.status, status);
      assert.match(await answer.text(), /<h1/);
    });
  }
});

// 320 px is a 1280 px screen at 400 % zoom.
for (const [name, width, size] of [['at 320 px', 320, 'size-0'], ['at 320 px with text at its largest', 320, 'size-2'], ['at 1280 px with text at its largest', 1280, 'size-2']]) {
  test(`nothing scrolls sideways ${name}`, async (t) => {
    const { page, go } = await visit(await browse(t), { width });
    await choose(page, size);
    for (const path of await everything()) {
      await t.test(path, async () => {
        await go(path);
        assert.deepEqual(await tooWide(page), []);
      });
    }
  });
}

test('a page says the same without scripts', async (t) => {
  const browser = await browse(t);
  const plain = await visit(browser, { scripts: false });
  const scripted = await visit(browser);
  for (const path of await pages()) {
    await t.test(path, async () => {
      await plain.go(path);
      await scripted.go(path);
      assert.equal(await plain.page.locator('main').textContent(), await scripted.page.locator('main').textContent());
    });
  }
});

test('print leaves out what only a screen needs', async (t) => {
  const { page, go } = await visit(await browse(t));
  for (const path of await pages()) {
    await t.test(path, async () => {
      await go(path);
      assert.deepEqual(await printFaults(page), []);
    });
  }
});

// Everything a mouse reaches, the Tab key reaches, and one sees where one is.

import assert from 'node:assert/strict';
import test from 'node:test';
import { browse, pages, visit } from './site.mjs';

test('Tab reaches every link and control, shows where it is, and leaves the page', async (t) => {
  const browser = await browse(t);
  for (const width of [320, 1280]) {
    const { page, go } = await visit(browser, { width });
    for (const path of await pages()) {
      await t.test(`${path} at ${width} px`, async () => {
        await go(path);
        const wanted = await page.evaluate(markControls);
        const { reached, unseen, left } = await walk(page, wanted.length + 40);
        assert.deepEqual(wanted.filter((name) => !reached.has(name)), [], 'not reached');
        assert.deepEqual(unseen, [], 'focus not visible');
        assert.ok(left, 'the walk came to its end');
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

// Presses Tab until it comes back out of the page.
async function walk(page, most) {
  const reached = new Set();
  const unseen = [];
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(lookAtFocus);
    if (here === null || (here.name && reached.has(here.name))) return { reached, unseen, left: true };
    if (here.name) reached.add(here.name);
    if (!here.seen) unseen.push(here.name ?? here.tag);
  }
  return { reached, unseen, left: false };
}

// In the page: names every control that can be used now. Of a group of radio buttons Tab reaches one, as it should.
function markControls() {
  const groups = new Set();
  const usable = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter((control) => {
    if (control.disabled || control.type === 'hidden' || control.tabIndex < 0) return false;
    if (!control.checkVisibility({ visibilityProperty: true })) return false;
    if (control.type !== 'radio') return true;
    const chosen = document.querySelector(`input[type=radio][name="${control.name}"]:checked`);
    const stop = chosen ? chosen === control : !groups.has(control.name);
    groups.add(control.name);
    return stop;
  });
  return usable.map((control, index) => {
    const words = (control.textContent || control.name || control.getAttribute('href') || '').trim().replace(/\s+/g, ' ');
    control.dataset.walk = `${index} <${control.localName}> ${words.slice(0, 40)}`;
    return control.dataset.walk;
  });
}

// In the page: what has the focus, and whether one can see that it has.
function lookAtFocus() {
  const control = document.activeElement;
  if (control === null || control === document.body || control === document.documentElement) return null;
  const style = getComputedStyle(control);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  const box = control.getBoundingClientRect();
  const within = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  return { name: control.dataset.walk, tag: control.localName, seen: within && (outlined || style.boxShadow !== 'none') };
}

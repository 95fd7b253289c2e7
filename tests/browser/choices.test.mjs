// What a reader chose stays chosen: after a reload, on other pages, in a link that is sent on. No script takes part.

import assert from 'node:assert/strict';
import test from 'node:test';
import { choose } from './choices.mjs';
import { address, browse, visit } from './site.mjs';

const choices = [
  ['text size', 'size-2', () => getComputedStyle(document.querySelector('main')).fontSize],
  ['colours', 'dark', () => getComputedStyle(document.body).backgroundColor],
  ['contrast', 'strong', () => getComputedStyle(document.querySelector('footer')).color],
];

for (const [words, choice, look] of choices) {
  test(`the chosen ${words} stays set after a reload and on other pages`, async (t) => {
    const { page, go } = await visit(await browse(t), { scripts: false });
    await go('/xep-hang');
    const before = await page.evaluate(look);
    await choose(page, choice);
    assert.equal(new URL(page.url()).pathname, '/xep-hang', 'one stays where one was');
    const after = await page.evaluate(look);
    assert.notEqual(after, before);
    await page.reload();
    assert.equal(await page.evaluate(look), after, 'after a reload');
    await go('/en/about');
    assert.equal(await page.evaluate(look), after, 'on another page, in the other language');
  });
}

test('order and filter of the ranking are in its address', async (t) => {
  const { page, go } = await visit(await browse(t), { scripts: false });
  await go('/xep-hang?year=2024');
  await page.locator('main table thead a').first().click();
  assert.match(page.url(), /sort=/);
  await go('/xep-hang?year=2024');
  const region = page.locator('main form select[name="region"]');
  const wanted = await region.locator('option').last().getAttribute('value');
  await region.selectOption(wanted);
  await region.locator('xpath=ancestor::form').locator('button, input[type=submit]').first().click();
  assert.equal(new URL(page.url()).searchParams.get('region'), wanted);
  const rows = await page.locator('main table tbody tr').allTextContents();
  assert.ok(rows.length > 0 && rows.length < 63, `${rows.length} provinces of a region`);
  await page.reload();
  assert.deepEqual(await page.locator('main table tbody tr').allTextContents(), rows);
  assert.equal(await region.inputValue(), wanted, 'the control shows the filter');
});

test('a choice sends nobody to another site', async () => {
  const body = new URLSearchParams({ set: 'size-1', back: 'https://elsewhere.example/' });
  const answer = await fetch(`${address}/tuy-chon`, { method: 'POST', body, redirect: 'manual', headers: { 'Sec-Fetch-Site': 'same-origin' } });
  const target = new URL(answer.headers.get('location') ?? '/', address);
  assert.equal(target.origin, new URL(address).origin);
});

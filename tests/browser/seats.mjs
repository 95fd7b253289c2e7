// People of the demonstration before a browser: they sign in, fill in forms, and see what a page says.

import assert from 'node:assert/strict';
import { visit } from './site.mjs';

export const commonPassword = 'muoi-trang-ruong-xanh';

// A window of a certain width on a server.
export async function window({ browser, server, width }) {
  const seat = await visit(browser, { width, height: width === 360 ? 740 : 900, at: server.address });
  // A busy machine may take long; how long is no matter of these tests.
  seat.page.setDefaultTimeout(60_000);
  return seat;
}

// Signs somebody of the demonstration in.
export async function signIn(stage, account) {
  const seat = await window(stage);
  await seat.go('/dang-nhap');
  await seat.page.locator('main [name=account]').fill(account);
  await seat.page.locator('main [name=password]').fill(commonPassword);
  await press(seat, 'Đăng nhập');
  await seat.page.waitForURL(/viec-cua-toi/);
  return seat;
}

export const press = async ({ page }, button) => {
  await page.locator('main').getByRole('button', { name: button }).first().click();
  await page.waitForLoadState();
};

export async function sees({ page }, words) {
  const content = page.locator('main');
  await content.getByText(words).first().waitFor({ state: 'attached', timeout: 60_000 })
    .catch(async () => assert.fail(`does not say «${words}»: ${(await content.innerText()).slice(0, 1500)}`));
}

// What was written in one place is shown in the others within a second; a busy machine may take longer.
export async function shownSoon(seat, path, says) {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await seat.go(path);
    if (answer.status() === 200 && (!says || (await seat.page.locator('main').innerText()).includes(says))) return;
    await new Promise((wake) => { setTimeout(wake, 100); });
  }
  assert.fail(`${path} does not show ${says ?? 'anything'}`);
}

// Fills the form that holds a field of this name, whatever the language of the page, and presses its button.
export async function send({ page }, fields, button = 'button:not([value=preview])') {
  const [first] = Object.keys(fields);
  const form = page.locator('main form[method=post]').filter({ has: page.locator(`[name="${first}"]`) }).first();
  for (const details of await form.locator('xpath=ancestor-or-self::*').locator('xpath=self::details[not(@open)]').all()) {
    await details.locator('summary').first().click();
  }
  for (const [name, value] of Object.entries(fields)) await put(form.locator(`[name="${name}"]`), value);
  await form.locator(button).first().click();
  await page.waitForLoadState();
  assert.deepEqual(await page.locator('main .refusal[role=alert]').allTextContents(), []);
}

async function put(field, value) {
  const kind = await field.first().evaluate((part) => part.localName === 'select' ? 'select' : part.type);
  if (kind === 'hidden') return undefined;
  if (kind === 'select') return field.selectOption(value);
  if (kind === 'file') return field.setInputFiles(value);
  if (kind === 'radio' || kind === 'checkbox') {
    for (const one of [value].flat()) await field.and(field.page().locator(`[value="${one}"]`)).check();
    return undefined;
  }
  return field.fill(value);
}

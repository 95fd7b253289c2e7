// The reader's choices, made as a reader makes them: with the controls in the frame.

import { address } from './site.mjs';

// Opens the controls of the page that one is on (of home when on none) and presses one: `size-2`, `dark`, `strong`.
export async function choose(page, word) {
  if (!page.url().startsWith(address)) await page.goto(address);
  await page.locator('header details.choices summary').click();
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.locator(`header button[name="set"][value="${word}"]`).click();
  await answered;
  await page.waitForLoadState();
}

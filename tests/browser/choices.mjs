// The reader's choices, made as a reader makes them: with the controls in the frame.

import { address } from './site.mjs';

// Presses the control for a choice, on the page where one is (the home page when on none).
export async function choose(page, name, value) {
  if (!page.url().startsWith(address)) await page.goto(address);
  await Promise.all([page.waitForEvent('load'), page.locator(control(name, value)).first().click()]);
}

const control = (name, value) => `form[action*="tuy-chon"] button[name="${name}"][value="${value}"]`;

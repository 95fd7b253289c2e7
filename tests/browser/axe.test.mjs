// Nothing on any public page breaks the rules of accessibility that a program can check.

import assert from 'node:assert/strict';
import test from 'node:test';
import { axeFinds } from './asks.mjs';
import { browse, everything, visit } from './site.mjs';

test('axe finds nothing at 320 and 1280 px, light and dark', async (t) => {
  const { page, go } = await visit(await browse(t));
  for (const path of await everything()) {
    await t.test(path, async () => {
      await go(path);
      assert.deepEqual(await axeFinds(page), []);
    });
  }
});

// A first page is small: everything that comes over the line, headers and stylesheet included.

import assert from 'node:assert/strict';
import test from 'node:test';
import { pages } from './site.mjs';
import { weigh } from './weight.mjs';

test('the home page weighs at most 60 kB', async () => {
  for (const path of ['/', '/en']) {
    const { total, parts } = await weigh(path);
    assert.ok(total <= 60_000, `${path}: ${total} bytes, ${JSON.stringify(parts)}`);
  }
});

test('any page weighs at most 100 kB', async (t) => {
  for (const path of await pages()) {
    await t.test(path, async () => {
      const { total, parts } = await weigh(path);
      assert.ok(total <= 100_000, `${total} bytes, ${JSON.stringify(parts)}`);
    });
  }
});

// The site stands: every page answers in both languages, and the machines' doors are open.

import assert from 'node:assert/strict';
import test from 'node:test';
import { address, kinds, languageOf, pages } from './site.mjs';

test('every page answers in its language', async (t) => {
  for (const path of await pages()) {
    await t.test(path, async () => {
      const answer = await fetch(address + path);
      assert.equal(answer.status, 200);
      const html = await answer.text();
      assert.ok(html.includes(`lang="${languageOf(path)}"`), 'the language');
      assert.match(html, /<h1[\s\S]*<\/h1>/);
    });
  }
});

test('the sitemap lists pages in both languages', async () => {
  const languages = (await kinds()).map(languageOf);
  assert.ok(languages.filter((language) => language === 'vi').length >= 9, 'Vietnamese');
  assert.ok(languages.filter((language) => language === 'en').length >= 9, 'English');
});

test('health, robots and the description of the API answer', async () => {
  assert.equal((await (await fetch(`${address}/healthz`)).text()).trim(), 'ok');
  assert.equal((await fetch(`${address}/robots.txt`)).status, 200);
  const description = await (await fetch(`${address}/api/v1/openapi.json`)).json();
  assert.match(description.openapi, /^3\.1/);
  const ranking = await (await fetch(`${address}/api/v1/ranking?year=2024&dimension=total`)).json();
  assert.deepEqual([ranking.length, ranking[0].rank, ranking[0].of], [63, 1, 61]);
});

test('every answer carries the headers that keep a page safe', async () => {
  const { headers } = await fetch(`${address}/`);
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'|default-src 'self'/);
  assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe-/);
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.ok(headers.get('referrer-policy'), 'referrer policy');
});

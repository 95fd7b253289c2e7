// The pages behind the sign-in hold what the public ones hold: every kind of page, as each kind of person sees it.
//
// The pages are found by their own links: a new page is walked by itself, and one that no link leads to fails here.

import assert from 'node:assert/strict';
import test from 'node:test';
import { axeFinds, headFaults, printFaults, tabFaults, tooWide } from './asks.mjs';
import { choose } from './choices.mjs';
import { cookieOf, crawl, patterns, people, visitAs } from './desk.mjs';
import { browse, everything, kinds, languageOf } from './site.mjs';
import { weigh } from './weight.mjs';

// Doors, not rooms: what one sees before one is in.
const doors = ['/dang-nhap', '/en/sign-in', '/lien-ket/khong-con', '/en/link/khong-con'].map((path) => ({ account: '', path }));
// Shown only between password and code, and after a file was sent (the story looks at that); the way to the province's
// own identity service is open only where one is configured (tests of its own walk it).
const between = ['/dang-nhap/dinh-danh', '/en/sign-in/identity', '/dang-nhap/dinh-danh/tra-ve', '/en/sign-in/identity/back',
  '/dang-nhap/ma', '/en/sign-in/code', '/ke-hoach/{slug}/phu-luc/{form}', '/en/plans/{slug}/annex/{form}'];

const found = await crawl();
const walked = [...doors, ...found.walked];

test('no link leads to a refusal', () => assert.deepEqual(found.refused, []));

test('a link leads to every page', async () => {
  const open = new Set([...await kinds(), ...await everything(), ...doors.map((door) => door.path)].map((path) => path.split('?')[0]));
  const reached = (pattern) => found.kinds.has(pattern) || between.includes(pattern)
    || [...open].some((path) => new RegExp(`^${pattern.replace(/\{[^}]*\}/g, '[^/]+')}$`).test(path));
  assert.deepEqual((await patterns()).filter((pattern) => !reached(pattern)), []);
});

test('a page behind the sign-in holds', async (t) => {
  const browser = await browse(t);
  for (const account of ['', ...Object.values(people)]) {
    const visitor = await visitAs(browser, account);
    const plain = await visitAs(browser, account, { scripts: false });
    for (const { path } of walked.filter((one) => one.account === account)) {
      await t.test(`${path} as ${account || 'nobody'}`, async () => assert.deepEqual(await faultsOf(visitor, plain, path), []));
    }
    await Promise.all([visitor.close(), plain.close()]);
  }
});

test('nothing scrolls sideways at 320 px with text at its largest', async (t) => {
  const browser = await browse(t);
  for (const account of Object.values(people)) {
    const { page, go, close } = await visitAs(browser, account, { width: 320 });
    await choose(page, 'size-2');
    for (const { path } of walked.filter((one) => one.account === account)) {
      await t.test(`${path} as ${account}`, async () => {
        await go(path);
        assert.deepEqual(await tooWide(page), []);
      });
    }
    await close();
  }
});

test('a page behind the sign-in weighs at most 100 kB', async (t) => {
  for (const { account, path } of walked) {
    await t.test(`${path} as ${account || 'nobody'}`, async () => {
      const { total, parts } = await weigh(path, account && await cookieOf(account));
      assert.ok(total <= 100_000, `${total} bytes, ${JSON.stringify(parts)}`);
    });
  }
});

async function faultsOf(visitor, plain, path) {
  const { page, faults, go } = visitor;
  faults.length = 0;
  await go(path);
  await plain.go(path);
  const content = [visitor, plain].map(({ page }) => page.locator('main').textContent());
  const [scripted, bare] = await Promise.all(content);
  const found = [...faults, ...await headFaults(page, path), ...await printFaults(page), ...await axeFinds(page)];
  await page.setViewportSize({ width: 320, height: 900 });
  if (keyless(scripted) !== keyless(bare)) found.push('says something else without scripts');
  // Both languages have the same stops; one walk is enough.
  return [...found, ...await tooWide(page), ...languageOf(path) === 'vi' ? await tabFaults(page) : []];
}

// A visit of one's own account is told there with its minute.
const keyless = (text) => text.replace(/\d\d:\d\d(:\d\d)?/g, '');

// The site under test: where it is, which pages it has, and a browser to look at them with.
//
// scripts/test starts a demonstration and hands its address over; by hand: NANGHANG_ADDRESS=http://127.0.0.1:8080 node --test

import { chromium } from 'playwright-core';

export const address = process.env.NANGHANG_ADDRESS ?? 'http://127.0.0.1:8080';

// No first-run pages, no services of the browser's maker: the machine may have no network.
const quiet = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--hide-scrollbars'];

// One path to a page in Vietnamese, and its twin in English.
const twins = {
  '/xep-hang': '/en/ranking', '/tinh': '/en/provinces', '/so-sanh': '/en/compare', '/giai-thich': '/en/explain',
  '/muc-tieu': '/en/targets', '/phuong-phap': '/en/method', '/gioi-thieu': '/en/about', '/tim-kiem': '/en/search',
  '/van-ban': '/en/documents', '/hoi-dap/theo-doi': '/en/questions/follow', '/hoi-dap/da-tra-loi': '/en/questions/answered', '/hoi-dap/du-lieu-ca-nhan': '/en/questions/personal-data', '/tham-do': '/en/polls', '/tiep-can': '/en/accessibility', '/tin-tuc': '/en/news', '/tra-loi': '/en/answer', '/tuy-chon': '/en/choices',
};

// What a page can look like beyond its first sight.
const states = [
  '/xep-hang?year=2024&dimension=4',
  '/xep-hang?year=2023&dimension=1.1',
  '/xep-hang?year=2024&units=34',
  '/xep-hang?year=2015&sort=name&order=desc',
  '/so-sanh?province=95&province=96',
  '/giai-thich?province=95&from=2023&to=2024',
  '/giai-thich?province=26&from=2023&to=2024',
  '/muc-tieu?province=95&year=2024&target=rank%3D20',
  '/muc-tieu?province=26&year=2024&target=rank%3D20',
  '/tim-kiem?q=bac+lieu',
  '/tim-kiem?q=thu+tuc+hanh+chinh',
  '/tim-kiem?q=zzzz',
  '/tin-tuc?section=guidance&dimension=5',
  '/tin-tuc?tongue=km',
  '/tuy-chon',
  '/hoi-dap/theo-doi',
  '/hoi-dap/da-tra-loi?q=duong',
  '/hoi-dap/du-lieu-ca-nhan',
  '/tiep-can/1',
  '/tham-do/1',
  '/tham-do/2',
  '/tham-do/2?told=thanks',
  '/tra-loi/1',
  '/tra-loi/2',
  '/tra-loi/2?told=thanks',
];

// What a visitor types wrong in a form: the page answers, with a sentence.
const slips = ['/muc-tieu?province=95&year=2024&target=hang-hai-muoi'];

// What a page says when it cannot answer: each with its status.
const refusals = [
  ['/khong-co-trang-nay', 404],
  ['/tinh/khong-co-tinh-nay', 404],
  ['/xep-hang?year=1999', 404],
];

// Every kind of page once, in both languages, as the sitemap lists them.
export async function kinds() {
  const map = await (await fetch(`${address}/sitemap.xml`)).text();
  const paths = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((found) => new URL(found[1], address).pathname);
  const listed = new Set(paths);
  const kept = new Map();
  for (const path of paths) {
    const parent = path.slice(0, path.lastIndexOf('/'));
    const one_of_many = listed.has(parent) && parent !== '/en';
    const kind = one_of_many ? `${parent}/*` : path;
    if (!kept.has(kind) || path.endsWith('/bac-lieu')) kept.set(kind, path);
  }
  return [...kept.values()];
}

// Every kind of page and every state of it that answers.
export const pages = async () => [...await kinds(), ...states.flatMap(bothLanguages)];

// Every page there is to look at, slips and refusals included.
export const everything = async () => [...await pages(), ...slips.flatMap(bothLanguages), ...refused().map(([path]) => path)];

// Paths that cannot be answered, in both languages, with the status that says so.
export const refused = () => refusals.flatMap(([path, status]) => bothLanguages(path).map((twin) => [twin, status]));

// The language that a path promises.
export const languageOf = (path) => (/^\/en(\/|\?|$)/.test(path) ? 'en' : 'vi');

function bothLanguages(path) {
  const known = Object.keys(twins).find((start) => path === start || path.startsWith(`${start}?`) || path.startsWith(`${start}/`));
  return [path, known ? path.replace(known, twins[known]) : `/en${path}`];
}

// A browser for one test file; closed with it.
export async function browse(t) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: quiet });
  t.after(() => browser.close());
  return browser;
}

// A window of a visitor, with what went wrong in it: { page, faults }.
export async function visit(browser, { width = 1280, height = 900, scheme = 'light', scripts = true, motion = 'reduce', at = address } = {}) {
  const context = await browser.newContext({
    viewport: { width, height }, colorScheme: scheme, javaScriptEnabled: scripts, reducedMotion: motion,
  });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => {
    // The browser reports the status of a page that we know to be refused; the tests of refusals look at it.
    const status = /Failed to load resource/.test(message.text()) && message.location().url === page.url();
    if (['error', 'warning'].includes(message.type()) && !status) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(at).origin) faults.push(`asks another origin: ${request.url()}`);
  });
  return { page, faults, close: () => context.close(), go: (path) => page.goto(at + path) };
}

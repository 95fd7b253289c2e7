// The pages behind the sign-in: who walks them, and where their own links lead.

import { readFile } from 'node:fs/promises';
import { address, visit } from './site.mjs';

// One account of the demonstration for each kind of work.
export const people = { standing: 'thuong-truc', officer: 'phuong-2', head: 'giam-doc-stp', administrator: 'quan-tri', auditor: 'giam-sat' };
const password = 'muoi-trang-ruong-xanh';

// How many addresses of one kind are looked at for something new.
const AT_MOST = 6;

const cookies = new Map();

// The cookies of who signed in; each signs in once for a test file.
export async function cookieOf(account) {
  if (!cookies.has(account)) cookies.set(account, await signIn(account));
  return cookies.get(account);
}

async function signIn(account) {
  const answer = await fetch(`${address}/dang-nhap`, {
    method: 'POST', body: new URLSearchParams({ account, password }), redirect: 'manual', headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  if (answer.status !== 303) throw new Error(`${account} cannot sign in: ${answer.status}`);
  return answer.headers.getSetCookie().map((set) => set.split(';')[0]).join('; ');
}

// A window of somebody who signed in; of a stranger when nobody is named.
export async function visitAs(browser, account, window) {
  const visitor = await visit(browser, window);
  if (!account) return visitor;
  const given = (await cookieOf(account)).split('; ').map((pair) => pair.split('='));
  await visitor.page.context().addCookies(given.map(([name, value]) => ({ name, value, url: address })));
  return visitor;
}

// Every kind and state of a page that somebody's own links lead to, in both languages: { walked, refused, kinds }.
//
// A page is walked where its kind is new, or where it is built of parts that none of its kind had before, whoever saw it.
export async function crawl() {
  const found = { walked: [], refused: [], kinds: new Map() };
  for (const account of Object.values(people)) await follow(account, found);
  return found;
}

async function follow(account, found) {
  const routes = await patterns();
  const counts = new Map();
  const asked = new Set();
  const queue = [['/viec-cua-toi', 'signing in']];
  while (queue.length > 0) {
    const [path, from] = queue.shift();
    const kind = kindOf(path, routes);
    if (kind === null || asked.has(path) || await isPublic(path, kind.pattern)) continue;
    asked.add(path);
    const count = (counts.get(kind.asks) ?? 0) + 1;
    if (count > AT_MOST) continue;
    counts.set(kind.asks, count);
    const answer = await fetch(address + path, { headers: { cookie: await cookieOf(account) }, redirect: 'manual' });
    if (answer.status !== 200) found.refused.push(`${account}: ${path} from ${from}: ${answer.status}`);
    if (answer.status !== 200 || !/html/.test(answer.headers.get('content-type'))) continue;
    const html = await answer.text();
    const known = found.kinds.get(kind.pattern) ?? new Set();
    const fresh = partsOf(html).filter((part) => !known.has(part));
    if (fresh.length > 0) found.walked.push({ account, path });
    found.kinds.set(kind.pattern, new Set([...known, ...fresh]));
    queue.push(...linksOf(html).map((link) => [link, path]));
  }
}

// The addresses of the program as it lists them itself, in both languages: `/viec/{id}`.
export async function patterns() {
  const source = await readFile(new URL('../../crates/web/src/page.rs', import.meta.url), 'utf8');
  const named = [...source.matchAll(/\("(\/[^"]*)", "(\/en[^"]*)"\)/g)].flatMap(([, vi, en]) => [vi, en]);
  return named.sort((a, b) => holes(a) - holes(b));
}

const holes = (pattern) => pattern.split('{').length;

// What a path is one of, and what it asks for; null for what is no page, or asks for two things at once.
function kindOf(path, routes) {
  const url = new URL(path, address);
  const names = [...new Set(url.searchParams.keys())].sort();
  const pattern = routes.find((route) => new RegExp(`^${route.replace(/\{[^}]*\}/g, '[^/]+')}$`).test(url.pathname));
  return pattern && names.length < 2 ? { pattern, asks: `${pattern}?${names}` } : null;
}

const open = new Map();

// Whether a stranger may read it: those pages have their own tests.
async function isPublic(path, pattern) {
  if (!open.has(pattern)) open.set(pattern, (await fetch(address + path, { redirect: 'manual' })).status === 200);
  return open.get(pattern);
}

// What the content is built of: `input.wide[checkbox]`.
function partsOf(html) {
  const content = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return [...new Set([...content.matchAll(/<(\w+)([^>]*)>/g)].map(([, tag, rest]) => {
    const said = (name) => rest.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? '';
    return `${tag}.${said('class')}[${said('type')}${said('role')}]`;
  }))];
}

function linksOf(html) {
  const plain = (text) => text.replace(/&(?:amp|#38);/g, '&');
  const urls = [...html.matchAll(/<a [^>]*?href="([^"]+)"/g)].map(([, target]) => new URL(plain(target), address));
  return urls.filter((url) => url.origin === new URL(address).origin).map((url) => url.pathname + url.search);
}

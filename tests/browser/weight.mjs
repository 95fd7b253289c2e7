// The bytes of a page over the line: `node weight.mjs PATH…` prints them, without a path those of every page.

import http from 'node:http';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { address, pages } from './site.mjs';

// A page with everything that it asks for: { total, parts: { path: bytes } }. With a cookie, as its owner sees it.
export async function weigh(path, cookie) {
  const page = await get(path, cookie);
  const asked = [...page.text.matchAll(/<(?:link|script|img|source)\b[^>]*?(?:href|src)="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !tag.startsWith('<link') || /rel="(?:stylesheet|icon|preload|manifest)"/.test(tag))
    .map(([, target]) => new URL(target, address + path))
    .filter((target) => target.origin === new URL(address).origin);
  const parts = { [path]: page.bytes };
  for (const { pathname, search } of asked) parts[pathname] = (await get(pathname + search, cookie)).bytes;
  return { total: Object.values(parts).reduce((sum, bytes) => sum + bytes, 0), parts };
}

// One request on a connection of its own, as a browser would send it.
function get(path, cookie = '') {
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'gzip', Accept: 'text/html,*/*', Cookie: cookie };
    http.get(address + path, { headers, agent: false }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => {
        const body = Buffer.concat(chunks);
        const text = answer.headers['content-encoding'] === 'gzip' ? zlib.gunzipSync(body) : body;
        resolve({ bytes: answer.socket?.bytesRead ?? body.length, text: text.toString() });
      });
    }).on('error', reject);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const paths = process.argv.length > 2 ? process.argv.slice(2) : await pages();
  for (const path of paths) console.log(path, (await weigh(path)).total);
}

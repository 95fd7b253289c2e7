// A server of a test's own: on a free port, in an empty folder, gone afterwards.

import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const program = process.env.NANGHANG_PROGRAM ?? new URL('../../target/debug/nanghang', import.meta.url).pathname;
const bare = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NANGHANG_')));

// An empty folder for one installation, and its commands: run('import', …), serve('--demo') → { address, first, stop }.
export async function installation(t) {
  const folder = await mkdtemp(join(tmpdir(), 'nanghang-story.'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const common = ['--data-dir', join(folder, 'data'), '--lang', 'vi'];
  return {
    folder,
    run: async (...args) => (await promisify(execFile)(program, [...args, ...common], { env: bare })).stdout,
    serve: (...args) => serve(t, ['serve', '--bind', '127.0.0.1:0', ...args, ...common]),
  };
}

// Answers when the program has said where it is; `first` is the link of the first administrator, where it said one.
async function serve(t, args) {
  const child = spawn(program, args, { env: bare, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  const stop = async () => { child.kill('SIGTERM'); await ended; };
  t.after(stop);
  const said = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (/\/lien-ket\/|Mật khẩu chung/.test(line)) break;
  }
  const found = (pattern) => said.join('\n').match(pattern)?.[0];
  return { address: found(/http:\/\/127\.0\.0\.1:\d+/), first: found(/http:\/\/\S+\/lien-ket\/\S+/), stop };
}

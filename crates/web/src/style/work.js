// A small proof of work for who has sent much within the hour: a number by which the SHA-256 of the form's ticket begins
// with so many zero bits. Nothing is asked of anybody else, and nothing is kept. Own code, since browsers hash by
// themselves only where the line is encrypted.
"use strict";
(() => {
  const K = new Int32Array(64), H = new Int32Array(8);
  const root = (n, k) => ((Math.pow(n, 1 / k) % 1) * 0x100000000) | 0;
  for (let n = 2, found = 0; found < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (!prime) continue;
    if (found < 8) H[found] = root(n, 2);
    K[found++] = root(n, 3);
  }

  // The first word of the SHA-256 of a short text of ASCII, and whether so many bits of it are zero.
  const w = new Int32Array(64), state = new Int32Array(8);
  const turn = (x, n) => (x >>> n) | (x << (32 - n));
  function first(text) {
    const blocks = ((text.length + 8) >> 6) + 1;
    const words = new Int32Array(blocks * 16);
    for (let at = 0; at < text.length; at++) words[at >> 2] |= text.charCodeAt(at) << (24 - (at & 3) * 8);
    words[text.length >> 2] |= 0x80 << (24 - (text.length & 3) * 8);
    words[words.length - 1] = text.length * 8;
    state.set(H);
    for (let block = 0; block < words.length; block += 16) {
      let a = state[0], b = state[1], c = state[2], d = state[3];
      let e = state[4], f = state[5], g = state[6], h = state[7];
      for (let at = 0; at < 64; at++) {
        if (at < 16) w[at] = words[block + at];
        else {
          const x = w[at - 15], y = w[at - 2];
          const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3), s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
          w[at] = (w[at - 16] + s0 + w[at - 7] + s1) | 0;
        }
        const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25), s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
        const one = (h + s1 + ((e & f) ^ (~e & g)) + K[at] + w[at]) | 0;
        const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
      }
      state[0] += a; state[1] += b; state[2] += c; state[3] += d;
      state[4] += e; state[5] += f; state[6] += g; state[7] += h;
    }
    return state[0] >>> 0;
  }

  const told = document.getElementById("work");
  const field = told && document.querySelector("input[name=work]");
  if (!field) return;
  const { ticket, bits, busy, ready } = told.dataset;
  const most = Math.pow(2, 32 - Number(bits));
  let next = 0;

  function done() {
    told.textContent = ready;
    told.className = "notice";
    told.setAttribute("role", "status");
  }

  // Some at a time, so that the page stays alive.
  function search() {
    for (const end = next + 1500; next < end; next++) {
      if (first(ticket + ":" + next) >= most) continue;
      field.value = String(next);
      return done();
    }
    setTimeout(search, 0);
  }

  if (field.value) return done();
  told.textContent = busy;
  // What is sent meanwhile waits.
  field.form.addEventListener("submit", (event) => {
    if (field.value) return;
    event.preventDefault();
    const send = () => (field.value ? field.form.requestSubmit() : setTimeout(send, 100));
    send();
  });
  search();
})();

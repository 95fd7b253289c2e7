// The story of the program, told in a browser by the people who live it: from the first link to the public page.
//
// On a server of its own that knows nobody: everything that the story needs is made in it, as an office would make it.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { axeFinds } from './asks.mjs';
import { press, sees, shownSoon, signIn, window } from './seats.mjs';
import { installation } from './server.mjs';
import { browse, visit } from './site.mjs';

const password = 'sen-no-tren-kenh-xang';
const agencies = [
  ['T-SNV', 'Sở Nội vụ', 'Sở, ban, ngành'], ['T-STP', 'Sở Tư pháp', 'Sở, ban, ngành'],
  ['T-VHTT', 'Sở Văn hóa, Thể thao và Du lịch', 'Sở, ban, ngành'], ['T-P2', 'UBND phường Hai', 'UBND cấp xã'],
];
const staff = [
  ['Nguyễn Thị Lan', 'lan', 'Chuyên viên theo dõi PAPI', 'Sở Nội vụ', 'Cơ quan thường trực'],
  ['Lê Văn Chín', 'chin', 'Giám đốc Sở', 'Sở Tư pháp', 'Thủ trưởng cơ quan'],
];
const day = (shift) => new Date(Date.now() + 7 * 3_600_000 + shift * 86_400_000).toISOString().slice(0, 10);
const year = Number(day(0).slice(0, 4));

for (const width of [360, 1280]) {
  test(`from the first link to the public page, at ${width} px`, async (t) => {
    const place = await installation(t);
    const server = await place.serve('--province', '96');
    const browser = await browse(t);
    const office = await tell(t, { browser, server, width, place });
    assert.deepEqual(office.flatMap((seat) => seat.faults), [], 'no fault in any window');
  });
}

test('1 March and 1 July 2025 pass, and nothing is orphaned', async (t) => {
  const place = await installation(t);
  const browser = await browse(t);
  for (const today of ['2025-02-20', '2025-03-04', '2025-07-02']) {
    const server = await place.serve('--demo', '--today', today);
    await t.test(today, async () => {
      const standing = await signIn({ browser, server, width: 360 }, 'thuong-truc');
      const get = async (path) => (await standing.page.context().request.get(server.address + path)).text();
      const rows = parse(await get('/bang-theo-doi?format=csv'));
      const inForce = new Set([...(await get('/co-quan')).matchAll(/<h2><a href="\/co-quan\/([^"]+)"/g)].map(([, code]) => code));
      const at = (row, name) => row[rows[0].indexOf(name)];
      const waiting = parse(await get('/bang-theo-doi?status=undecided&format=csv')).slice(1);
      const named = (row) => ['Mã số', 'Kỳ báo cáo', 'Mã cơ quan'].map((column) => at(row, column)).join(' ');
      const undecided = new Set(waiting.map(named));
      const open = rows.slice(1).filter((row) => !at(row, 'Tình trạng').startsWith('Hoàn thành'));
      assert.ok(open.length > 100 && inForce.size > 20, 'the province is at work');
      const orphans = open.filter((row) => !inForce.has(at(row, 'Mã cơ quan')) && !undecided.has(named(row)));
      assert.deepEqual(orphans.map(named), []);
      await standing.go('/bang-theo-doi');
      if (undecided.size > 0) await sees(standing, `${undecided.size} việc của cơ quan đã sáp nhập, giải thể`);
      t.diagnostic(`${today}: ${open.length} open, ${undecided.size} wait for a decision, 0 orphaned`);
      const officer = await signIn({ browser, server, width: 360 }, 'phuong-2');
      assert.ok(await officer.page.locator('main a.owed').count() > 0, 'the officer of a commune still has work');
      assert.deepEqual([...standing.faults, ...officer.faults], []);
    });
    await server.stop();
  }
});

async function tell(t, stage) {
  const photo = await takePhoto(stage);
  const annex = await writeAnnex(stage.place.folder);
  const admin = await window(stage);
  const reviewer = await window(stage);
  const officer = await window(stage);
  const successor = await window(stage);
  const links = {};

  await t.test('the first administrator arrives by the link and sets a password', async () => {
    await arrive(admin, stage.server.first);
    await sees(admin, 'Việc của tôi');
  });

  await t.test('the administrator makes agencies, and people from a spreadsheet', async () => {
    for (const [code, name, kind] of agencies) {
      await admin.go('/co-quan');
      await open(admin, 'Nhập cơ quan');
      await fill(admin, { code, name, kind, first: `${year - 1}-01-01` }, 'Mã');
    }
    await sees(admin, 'UBND phường Hai');
    await admin.go('/quan-tri/nhap-nguoi-dung');
    const list = join(stage.place.folder, 'nguoi-dung.csv');
    await writeFile(list, csv([['Họ và tên', 'Tài khoản', 'Chức vụ', 'Cơ quan', 'Vai trò'], ...staff]));
    await admin.page.locator('main input[type=file]').setInputFiles(list);
    await press(admin, 'Thêm và tạo phiếu');
    for (const slip of await admin.page.locator('.slip').all()) {
      links[await slip.locator('b').textContent()] = await slip.locator('code').textContent();
    }
    assert.deepEqual(Object.keys(links).sort(), ['chin', 'lan']);
  });

  await t.test('the administrator opens a post and appoints the officer who has held it for a month', async () => {
    await admin.go('/quan-tri/chuc-vu');
    await open(admin, 'Mở chức vụ');
    await fill(admin, { agency: /UBND phường Hai/, name: 'Công chức Văn phòng', role: 'Chuyên viên', first: day(-30) }, 'Tên chức vụ');
    await addPerson(admin, { name: 'Ngô Thị Út', account: 'ut', post: /Công chức Văn phòng/, first: day(-30) });
    links.ut = await linkFor(admin, 'Ngô Thị Út');
  });

  await t.test('the standing body registers the document and drafts the plan', async () => {
    await arrive(reviewer, links.lan);
    await reviewer.go('/so-van-ban');
    await fill(reviewer, { sign: '12/KH-UBND', kind: 'Kế hoạch', issued_on: day(-20), issuer: 'UBND tỉnh', title: 'Nâng xếp hạng PAPI' }, 'Số, ký hiệu');
    await sees(reviewer, 'Đã ghi vào sổ');
    await shownSoon(reviewer, '/van-ban/12-kh-ubnd');
    await reviewer.go('/ke-hoach');
    await open(reviewer, 'Lập kế hoạch mới');
    await fill(reviewer, { title: 'Nâng xếp hạng PAPI', slug: 'nang-hang', document: /12\/KH-UBND/, first: `${year}-01-01`, last: `${year + 1}-12-31` }, 'Tên kế hoạch');
    await sees(reviewer, 'Dự thảo');
  });

  await t.test('the annex of 70 tasks is imported, and the plan published', async () => {
    await reviewer.page.getByRole('link', { name: 'Phụ lục' }).click();
    await reviewer.page.locator('main input[type=file]').setInputFiles(annex);
    await press(reviewer, 'Gửi và kiểm tra');
    await sees(reviewer, '“Ngành văn hóa”');
    assert.deepEqual(await axeFinds(reviewer.page), [], 'a page that only an upload leads to');
    await reviewer.page.setViewportSize({ width: stage.width, height: 900 });
    await reviewer.page.locator('[name=other-0]').fill('Sở Văn hóa, Thể thao và Du lịch');
    await press(reviewer, 'Ghi nhớ và kiểm tra lại');
    await sees(reviewer, 'Phụ lục nhập được');
    await press(reviewer, 'Nhập vào kế hoạch');
    await reviewer.go('/ke-hoach/nang-hang');
    await sees(reviewer, '70 nhiệm vụ');
    await press(reviewer, 'Ban hành');
    await sees(reviewer, 'Đã ban hành');
  });

  await t.test('what the quarter asks arises, and the officer reports it from a phone with a photo', async () => {
    await arrive(officer, links.ut);
    const { taps, fields, seconds } = await report(officer, photo);
    t.diagnostic(`${stage.width} px: a report takes ${taps} taps and ${fields} fields, ${seconds.toFixed(1)} s of the program`);
    assert.ok(taps <= 8 && fields <= 3, 'one screen, one minute');
    await sees(officer, 'Đã gửi báo cáo');
    await sees(officer, 'anh.jpg');
  });

  await t.test('it is returned with a reason, sent again, and accepted', async () => {
    await reviewer.go('/tham-dinh');
    await reviewer.page.locator('main article').first().locator('summary', { hasText: 'ảnh' }).click();
    assert.ok(await reviewer.page.locator('main article img').first().evaluate((image) => image.decode().then(() => image.naturalWidth > 0)), 'the photo is seen');
    await reviewer.page.locator('main [name=reason]').first().fill('Thiếu số biên bản');
    await press(reviewer, 'Trả lại');
    await sees(reviewer, 'Đã trả lại 1 báo cáo');
    await officer.go('/viec-cua-toi');
    await sees(officer, 'Thiếu số biên bản');
    await officer.page.locator('main a.owed').first().click();
    await officer.page.locator('[name=done]').fill('Đã họp dân ở 5 khóm; biên bản số 07/BB-UBND.');
    await press(officer, 'Gửi báo cáo');
    await reviewer.go('/tham-dinh');
    await sees(reviewer, 'Đã gửi lại, chờ thẩm định');
    await press(reviewer, 'Chấp nhận');
    await sees(reviewer, 'Đã chấp nhận 1 báo cáo');
  });

  await t.test('an extension is asked and granted', async () => {
    await officer.go('/viec-cua-toi');
    await officer.page.locator('main section:not(:has(#work-done)) a.owed').first().click();
    const asked = officer.page.url();
    await open(officer, 'Đề nghị gia hạn');
    await fill(officer, { until: day(60), why: 'Chờ hướng dẫn của Sở Tư pháp' }, 'Gia hạn đến');
    await sees(officer, 'Đã gửi đề nghị gia hạn');
    await reviewer.go('/tham-dinh');
    await press(reviewer, 'Đồng ý');
    await sees(reviewer, 'Đã đồng ý 1 đề nghị gia hạn');
    await officer.page.goto(asked);
    await sees(officer, day(60).split('-').reverse().map(Number).join('/'));
  });

  await t.test('the post is handed over, and with it what is open', async () => {
    await officer.go('/viec-cua-toi');
    const open_before = await officer.page.locator('main a.owed').count();
    await addPerson(admin, { name: 'Trần Văn Ba', account: 'ba' });
    links.ba = await linkFor(admin, 'Trần Văn Ba');
    await admin.go('/quan-tri/chuc-vu');
    await admin.page.getByRole('link', { name: 'Công chức Văn phòng' }).click();
    await fill(admin, { who: 'ba', first: day(0) }, 'Giao cho');
    await arrive(successor, links.ba);
    await sees(successor, 'Việc của tôi');
    assert.equal(await successor.page.locator('main a.owed').count(), open_before);
    await officer.go('/viec-cua-toi');
    assert.equal(await officer.page.locator('main a.owed').count(), 0, 'who handed it over has it no more');
  });

  await t.test('the public page shows it all', async () => {
    const reader = await window(stage);
    await reader.go('/tien-do');
    await sees(reader, 'Nâng xếp hạng PAPI');
    await sees(reader, /70 nhiệm vụ/);
    assert.doesNotMatch(await reader.page.locator('main').textContent(), /Thiếu số biên bản|Ngô Thị Út/, 'what is not public stays inside');
  });
  return [admin, reviewer, officer, successor];
}

// Counts what the officer does with a finger, from the list of work to the answer.
async function report(seat, photo) {
  let taps = 0;
  let fields = 0;
  const tap = async (part) => { taps += 1; await part.click(); };
  const begun = performance.now();
  await seat.go('/viec-cua-toi');
  await tap(seat.page.locator('main a.owed').first());
  const value = seat.page.locator('[name=value]');
  if (await value.count() > 0) { await tap(value); await value.fill('85'); fields += 1; }
  await tap(seat.page.locator('[name=done]'));
  await seat.page.locator('[name=done]').fill('Đã họp dân ở 5 khóm.');
  fields += 1;
  // Opening the chooser and choosing are two taps.
  await seat.page.locator('#files').setInputFiles(photo);
  taps += 2;
  fields += 1;
  await tap(seat.page.getByRole('button', { name: 'Gửi báo cáo' }));
  await seat.page.locator('main .notice').waitFor();
  return { taps, fields, seconds: (performance.now() - begun) / 1000 };
}

// By a one-time link: sets a password and is in.
async function arrive({ page }, link) {
  await page.goto(link);
  for (const name of ['password', 'again']) await page.locator(`[name=${name}]`).fill(password);
  await page.locator('main form button').click();
  await page.waitForURL(/viec-cua-toi/);
}

async function addPerson(seat, person) {
  await seat.go('/quan-tri/nguoi-dung');
  await open(seat, 'Thêm người');
  await fill(seat, person, 'Họ và tên');
}

async function linkFor(seat, name) {
  await seat.go('/quan-tri/nguoi-dung');
  await seat.page.getByRole('link', { name }).click();
  await press(seat, 'Tạo liên kết');
  return seat.page.locator('.slip code').textContent();
}

const open = ({ page }, summary) => page.locator('main summary', { hasText: summary }).click();

// Fills the form that has a field with this label, by the names of its fields, and sends it.
async function fill(seat, fields, label) {
  const form = seat.page.locator('main form[method=post]').filter({ has: seat.page.getByLabel(label, { exact: false }) }).first();
  for (const [name, value] of Object.entries(fields)) await put(form.locator(`[name="${name}"]`), value);
  await form.locator('button').first().click();
  await seat.page.waitForLoadState();
  const refused = await seat.page.locator('main .refusal[role=alert]').allTextContents();
  assert.deepEqual(refused, []);
}

async function put(field, value) {
  if (await field.evaluate((part) => part.localName) !== 'select') return field.fill(value);
  const labels = await field.locator('option').allTextContents();
  const label = labels.find((text) => (value instanceof RegExp ? value.test(text) : text === value));
  assert.ok(label, `«${value}» is not among ${labels}`);
  return field.selectOption({ label });
}

// A real photograph's kind of file, of a camera's size.
async function takePhoto({ browser, place }) {
  const { page, close } = await visit(browser, { width: 1600, height: 1200 });
  await page.setContent('<body style="background:linear-gradient(45deg,#083,#fd5,#06a)"><h1>Họp dân khóm 5</h1>');
  const path = join(place.folder, 'anh.jpg');
  await page.screenshot({ path, type: 'jpeg', quality: 92 });
  await close();
  return path;
}

// The sample's 70 tasks, led by the agencies that this office has made.
async function writeAnnex(folder) {
  const rows = parse(await readFile(new URL('../../data/practice/tasks.csv', import.meta.url), 'utf8'));
  const [heads, ...tasks] = rows;
  const at = (name) => heads.indexOf(name);
  const rhythms = { hang_thang: 'Hằng tháng', hang_quy: 'Hằng quý', sau_thang: '6 tháng', nam: 'Hằng năm' };
  const lead = (code) => (code.startsWith('@') ? 'UBND phường Hai' : { 'BL-SNV': 'Sở Nội vụ', 'BL-STP': 'Sở Tư pháp' }[code] ?? 'Ngành văn hóa');
  const measure = (text) => [text.replace(/ *\(.*/, ''), text.match(/\(([^)]*)\)/)?.[1] ?? ''];
  const lines = tasks.map((row) => [row[at('ma')], row[at('nhiem_vu')], lead(row[at('chu_tri')]), rhythms[row[at('chu_ky')]] ?? 'Hằng quý', row[at('san_pham_minh_chung')], ...measure(row[at('chi_tieu_do_trong_nam')])]);
  const path = join(folder, 'phu-luc.csv');
  await writeFile(path, csv([['Mã', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Chu kỳ', 'Sản phẩm', 'Chỉ tiêu đo', 'Đơn vị tính'], ...lines]));
  return path;
}

const csv = (rows) => rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');

// Rows of a CSV in which a quoted cell may hold commas.
const parse = (text) => text.replace(/^\ufeff/, '').trim().split('\n').map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell.replace(/^"|"$/g, '').replaceAll('""', '"')));

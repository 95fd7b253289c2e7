// Told and heard: what the province tells its people and what they say back, in a browser, on a phone and on a desk, in
// both languages.

import assert from 'node:assert/strict';
import test from 'node:test';
import { axeFinds } from './asks.mjs';
import { installation } from './server.mjs';
import { send, sees, shownSoon, signIn, window } from './seats.mjs';
import { browse } from './site.mjs';

const paths = {
  vi: {
    news: '/tin-tuc', newsDraft: '/so-tin-bai/bai-moi', search: '/tim-kiem', poll: '/tham-do/2', broadcasts: '/phat-thanh',
    ask: '/hoi-dap', follow: '/hoi-dap/theo-doi', inbox: '/so-hoi-dap', duties: '/so-cong-khai', commune: '/cong-khai/BL-X-P2', campaigns: '/dot-tuyen-truyen',
  },
  en: {
    news: '/en/news', newsDraft: '/en/news-register/new', search: '/en/search', poll: '/en/polls/2', broadcasts: '/en/broadcasts',
    ask: '/en/questions', follow: '/en/questions/follow', inbox: '/en/question-register', duties: '/en/disclosure-register',
    commune: '/en/disclosures/BL-X-P2', campaigns: '/en/campaigns',
  },
};
// What a screen reader says of a form, field after field.
const spoken = {
  vi: {
    ask: ['"Hỏi đáp" [level=1]', 'group "Ông, bà cần gì?"', 'radio "Hỏi, góp ý', 'radio "Xin thông tin', 'radio "Khiếu nại, tố cáo', 'combobox "Về việc gì', 'textbox "Nội dung', 'combobox "Gửi đến', 'button "Một ảnh', 'textbox "Thư điện tử hoặc số điện thoại', 'checkbox "Cho đăng', 'button "Gửi"'],
    follow: ['[level=1]', 'Nhập mã số', 'textbox "Mã số"', 'textbox "Mã tra cứu (giữ kín)"', 'button "Xem"'],
  },
  en: {
    ask: ['[level=1]', 'group "What do you need?"', 'radio ', 'combobox ', 'textbox ', 'combobox ', 'button ', 'textbox ', 'checkbox ', 'button "Send"'],
    follow: ['[level=1]', 'textbox "Code"', 'textbox "Secret', 'button '],
  },
};
const speaking = [['BL-TT-BLTP', 'dai-bac-lieu'], ['BL-TT-GR', 'dai-gia-rai'], ['BL-TT-HD', 'dai-hong-dan'], ['BL-X-P2', 'phuong-2']];
const silent = 'BL-X-XHT';
const row = (seat, code) => seat.page.locator(`main tr:has(a[href*="/${code}"])`).first();
const opening = '2025-05-20';
const later = '2025-06-24';

for (const [width, lang] of [[360, 'vi'], [1280, 'en'], [360, 'en'], [1280, 'vi']]) {
  test(`at ${width} px, ${lang}`, async (t) => {
    const at = paths[lang];
    const place = await installation(t);
    const browser = await browse(t);
    const seats = [];
    let server = await place.serve('--demo', '--today', opening);
    const stage = () => ({ browser, server, width });
    const sit = async (account) => {
      const seat = account ? await signIn(stage(), account) : await window(stage());
      seats.push(seat);
      return seat;
    };

    await t.test('an article is written, approved, corrected, and found without marks', async () => {
      const [writer, leader, reader] = [await sit('truyen-thong'), await sit('lanh-dao'), await sit()];
      await writer.go(at.newsDraft);
      const text = { section: 'guidance', 'title-vi': 'Bộ thủ tục hành chính mới', 'summary-vi': 'Nộp ở đâu.', 'body-vi': '•\tTại bộ phận một cửa', author: 'Ban biên tập' };
      await send(writer, text);
      const entry = new URL(writer.page.url()).pathname;
      await leader.go(entry);
      await send(leader, { answers: 'Trần Văn Hải', day: '2025-05-21', hour: '08:00' });
      await reader.go(`${at.search}?q=bo+thu+tuc+hanh+chinh+moi`);
      assert.ok(!(await reader.page.content()).includes('bo-thu-tuc-hanh-chinh-moi'), 'its hour has not come');
      await writer.go(entry);
      await send(writer, { ...text, version: '' }, 'button[value=change]');
      await leader.go(entry);
      await send(leader, { answers: 'Trần Văn Hải' });
      await shownSoon(reader, `${at.search}?q=bo+thu+tuc+hanh+chinh+moi`, 'Bộ thủ tục hành chính mới');
      await reader.page.locator('main a', { hasText: 'Bộ thủ tục hành chính mới' }).first().click();
      await leader.go(entry);
      await leader.page.locator('main details:has([name=said]) > summary').click();
      await send(leader, { said: 'Thiếu tên cơ quan.', ...text, 'body-vi': '•\tTại bộ phận một cửa của xã, phường' }, 'button[value=correct]');
      await shownSoon(reader, new URL(reader.page.url()).pathname, 'Thiếu tên cơ quan.');
      assert.deepEqual(await axeFinds(reader.page), []);
      // A second one waits for its hour; the month that follows finds it shown.
      await writer.go(at.newsDraft);
      await send(writer, { ...text, 'title-vi': 'Lịch trả kết quả tháng 6', 'body-vi': 'Thứ Bảy vẫn trả kết quả.' });
      await leader.go(new URL(writer.page.url()).pathname);
      await send(leader, { answers: 'Trần Văn Hải', day: '2025-06-02', hour: '08:00' });
      await reader.page.waitForTimeout(1_500);
      assert.ok(!await finds(reader, at, 'lich tra ket qua thang 6'), 'its hour has not come');
      await reader.page.goBack();
      await readsInOrder(reader, ['2025', '"Bộ thủ tục hành chính mới" [level=1]', 'Nộp ở đâu.', 'Tại bộ phận một cửa', 'Ban biên tập', 'Thiếu tên cơ quan.', 'Trần Văn Hải']);
    });

    await t.test('a poll is answered twice from one browser and counts once', async () => {
      const reader = await sit();
      await reader.go(at.poll);
      await readsInOrder(reader, ['[level=1]', 'group ', 'radio ', 'button ']);
      await send(reader, { choice: '0' });
      const counted = await reader.page.locator('main').innerText();
      assert.ok(/1 người đã trả lời|One person answered/.test(counted), counted);
      assert.equal(await reader.page.locator('main [name=choice]').count(), 0, 'it asks no more');
      await reader.go(at.poll);
      assert.ok(/1 người đã trả lời|One person answered/.test(await reader.page.locator('main').innerText()));
    });

    let bulletin;
    let campaign;
    await t.test('a month is planned: a campaign, its items, and a bulletin for five stations', async () => {
      const writer = await sit('truyen-thong');
      await writer.go(at.campaigns);
      await send(writer, { title: 'Tháng tiếp dân', aim: 'Biết ngày tiếp dân của xã, phường', audience: 'Người dân toàn tỉnh', messages: 'Ngày 20 hằng tháng', content: '1', first: '2025-05-21', last: '2025-06-20' });
      campaign = new URL(writer.page.url()).pathname;
      await send(writer, { channel: 'zalo', what: 'Bài đăng về ngày tiếp dân', agency: 'BL-SNV25', due: '2025-05-30' });
      await sees(writer, 'Bài đăng về ngày tiếp dân');
      // Nothing of a campaign that has not begun is late.
      await writer.page.locator('main form:has([name=act][value=open]) button').click();
      await writer.page.waitForLoadState();
      await writer.go(at.broadcasts);
      await writer.page.locator('main details:has([name=title]) > summary').click();
      await send(writer, { title: 'Lịch tiếp dân tháng 6', text: 'Kính thưa bà con. Ủy ban tiếp dân ngày 20 hằng tháng.', priority: 'normal', content: '1', first: '2025-05-21', last: '2025-05-23', times: '1' });
      bulletin = new URL(writer.page.url()).pathname;
      await send(writer, { to: [...speaking.map(([code]) => code), silent] });
      assert.equal(await row(writer, silent).locator('.lacks').count(), 0, 'nothing is late before its last day is over');
    });

    await t.test('a ward posts its budget late, and anyone sees it', async () => {
      const [reader, officer] = [await sit(), await sit('hiep-thanh')];
      await officer.go(at.duties);
      await officer.page.locator('main tbody a[href$="CK04"]').first().click();
      await officer.page.waitForLoadState();
      const boxes = officer.page.locator('main form:has([name=first]) [name=place]');
      const spots = await boxes.evaluateAll((all) => all.map((one) => one.value));
      const reasons = Object.fromEntries(spots.map((spot) => [`why-${spot}`, 'Máy ảnh hư']));
      await send(officer, { place: spots, ...reasons, first: opening });
      const late = lang === 'vi' ? 'chậm 35 ngày' : '35 days';
      await shownSoon(reader, at.commune.replace('P2', 'XHT'), late);
    });

    await t.test('a citizen misses a notice, the commune looks, and the page changes', async () => {
      const [reader, officer] = [await sit(), await sit('phuong-2')];
      await reader.go(at.commune);
      const card = reader.page.locator('main article.promise:has(form)[id$="CK11"]').first();
      await readsInOrder(reader, ['[level=1]', lang === 'vi' ? 'Ông, bà có quyền' : 'You have the right', '[level=2]', '[level=3]']);
      const id = await card.getAttribute('id');
      const lacking = await card.locator('.lacks').count();
      await card.locator('details:has(form) > summary').click();
      await card.locator('form button').click();
      await reader.page.waitForLoadState();
      await officer.go(`${at.duties}/${id.slice(1)}`);
      await officer.page.locator('main form:has([name=check])').first().locator('[value=absent]').click();
      await officer.page.waitForLoadState();
      await reader.page.waitForTimeout(1_500);
      await reader.go(at.commune);
      const now = await reader.page.locator(`main [id="${id}"] .lacks`).count();
      assert.ok(now > lacking, `${id}: ${lacking} and then ${now} places lack it`);
      assert.deepEqual(await axeFinds(reader.page), []);
    });

    let keys;
    await t.test('a question is asked and moved', async () => {
      const [asker, standing] = [await sit(), await sit('thuong-truc')];
      await asker.go(at.follow);
      await readsInOrder(asker, spoken[lang].follow);
      await asker.go(at.ask);
      await readsInOrder(asker, spoken[lang].ask);
      // Nobody fills in a form in no time: the program waits for a person's time.
      await new Promise((wake) => { setTimeout(wake, 4_000); });
      await send(asker, { kind: 'feedback', words: 'Đường trước cổng trường bị hư, nước ngập mỗi khi mưa.', place: 'BL-SNV25' });
      keys = await asker.page.locator('main code').allTextContents();
      await standing.go(`${at.inbox}?q=${keys[0]}`);
      await standing.page.locator('main tbody a').first().click();
      await standing.page.waitForLoadState();
      await standing.page.locator('main details:has([name=to]) > summary').click();
      await send(standing, { to: 'BL-X-P2', words: 'Đường do phường quản lý' });
      await follow(asker, at, keys);
      await sees(asker, 'Đường do phường quản lý');
    });

    await server.stop();
    server = await place.serve('--demo', '--today', later);

    await t.test('a month later it is answered late, opened again, answered, and rated', async () => {
      const [asker, ward] = [await sit(), await sit('phuong-2')];
      const answer = async (words) => {
        await ward.go(`${at.inbox}?q=${keys[0]}`);
        await ward.page.locator('main tbody a').first().click();
        await ward.page.waitForLoadState();
        await send(ward, { words });
      };
      await answer('Phường đã vá đường.');
      await follow(asker, at, keys);
      await sees(asker, 'Phường đã vá đường.');
      await send(asker, { why: 'Nước vẫn ngập.' });
      await answer('Phường đã khơi cống.');
      await follow(asker, at, keys);
      await send(asker, { rating: '4' });
      await follow(asker, at, keys);
      await sees(asker, '4/5');
      await readsInOrder(asker, ['[level=1]', keys[0], 'Đường trước cổng trường', 'Đường do phường quản lý', 'Phường đã vá đường.', 'Nước vẫn ngập.', 'Phường đã khơi cống.']);
      assert.deepEqual(await axeFinds(asker.page), []);
    });

    await t.test('the article that waited is found after its hour, and the late item of the campaign is seen', async () => {
      const [reader, writer] = [await sit(), await sit('truyen-thong')];
      assert.ok(await finds(reader, at, 'lich tra ket qua thang 6'));
      await writer.go(campaign);
      assert.ok(await writer.page.locator('main tr', { hasText: 'Bài đăng về ngày tiếp dân' }).locator('.lacks, .late').count() > 0);
      assert.deepEqual(await axeFinds(writer.page), []);
    });

    await t.test('four stations log what they aired, and who stayed silent is seen', async () => {
      for (const [, account] of speaking) {
        const station = await sit(account);
        await station.go(bulletin);
        await send(station, { day: '2025-05-21', hour: '05:00', length: '1:10' });
        await station.close();
      }
      const writer = await sit('truyen-thong');
      await writer.go(bulletin);
      for (const [code] of speaking) assert.equal(await row(writer, code).locator('.lacks').count(), 0, code);
      assert.equal(await row(writer, silent).locator('.lacks').count(), 1, await row(writer, silent).innerText());
      await writer.go(`${at.broadcasts}?month=2025-05`);
      assert.ok(await row(writer, silent).locator('.lacks').count() > 0, 'the month shows it too');
      assert.deepEqual(await axeFinds(writer.page), []);
    });

    assert.deepEqual(seats.flatMap((seat) => seat.faults), [], 'no fault in any window');
  });
}

// As a screen reader comes upon it: one text after the other, each named.
async function readsInOrder({ page }, wanted) {
  const read = await page.locator('main').ariaSnapshot();
  // Each is looked for behind the one before, so that one word may come twice.
  const places = [];
  for (const words of wanted) places.push(read.indexOf(words, (places.at(-1) ?? -1) + 1));
  assert.ok(places.every((place, n) => place >= 0 && place > (places[n - 1] ?? -1)), `${wanted} at ${places} in\n${read}`);
}

// Whether the search leads to an article of these words.
async function finds({ page, go }, at, words) {
  await go(`${at.search}?q=${words.replaceAll(' ', '+')}`);
  return await page.locator('main a mark').count() > 0;
}

// By code and secret, as the asker was given them.
async function follow(asker, at, [code, secret]) {
  await asker.go(at.follow);
  await send(asker, { secret, code });
}

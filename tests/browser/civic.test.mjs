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
    news: '/tin-tuc', newsRegister: '/so-tin-bai', search: '/tim-kiem', poll: '/tham-do/2', broadcasts: '/phat-thanh',
    ask: '/hoi-dap', follow: '/hoi-dap/theo-doi', inbox: '/so-hoi-dap', duties: '/so-cong-khai', commune: '/cong-khai/BL-X-P2',
    answered: 'Đã trả lời', silent: 'Chưa ghi nhật ký',
  },
  en: {
    news: '/en/news', newsRegister: '/en/news-register', search: '/en/search', poll: '/en/polls/2', broadcasts: '/en/broadcasts',
    ask: '/en/questions', follow: '/en/questions/follow', inbox: '/en/question-register', duties: '/en/disclosure-register',
    commune: '/en/disclosures/BL-X-P2', answered: 'Answered', silent: 'Not logged',
  },
};
const opening = '2025-05-20';
const later = '2025-06-24';

for (const [width, lang] of [[360, 'vi'], [1280, 'en']]) {
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
      await writer.go(at.newsRegister);
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
      await send(leader, { said: 'Thiếu tên cơ quan.', ...text }, 'button[value=correct]');
      await shownSoon(reader, new URL(reader.page.url()).pathname, 'Thiếu tên cơ quan.');
      assert.deepEqual(await axeFinds(reader.page), []);
    });

    await t.test('a poll is answered twice from one browser and counts once', async () => {
      const reader = await sit();
      await reader.go(at.poll);
      await send(reader, { choice: '0' });
      const counted = await reader.page.locator('main').innerText();
      assert.ok(/1 người đã trả lời|One person answered/.test(counted), counted);
      assert.equal(await reader.page.locator('main [name=choice]').count(), 0, 'it asks no more');
      await reader.go(at.poll);
      assert.ok(/1 người đã trả lời|One person answered/.test(await reader.page.locator('main').innerText()));
    });

    await t.test('four stations log a bulletin and one stays silent', async () => {
      const writer = await sit('truyen-thong');
      await writer.go(at.broadcasts);
      await writer.page.locator('main details:has([name=title]) > summary').click();
      await send(writer, { title: 'Lịch tiếp dân tháng 6', text: 'Kính thưa bà con. Ủy ban tiếp dân ngày 20 hằng tháng.', priority: 'normal', content: '1', first: opening, last: opening, times: '1' });
      const bulletin = new URL(writer.page.url()).pathname;
      await send(writer, { to: ['BL-TT-BLTP', 'BL-TT-GR', 'BL-TT-HD', 'BL-X-P2', 'BL-X-XHT'] });
      for (const account of ['dai-bac-lieu', 'dai-gia-rai', 'dai-hong-dan', 'phuong-2']) {
        const station = await sit(account);
        await station.go(bulletin);
        await send(station, { day: opening, hour: '05:00', length: '1:10' });
        await station.close();
      }
      await writer.go(bulletin);
      const row = (code) => writer.page.locator(`main tr:has(a[href$="/${code}"])`);
      for (const code of ['BL-TT-BLTP', 'BL-TT-GR', 'BL-TT-HD', 'BL-X-P2']) assert.ok(!(await row(code).innerText()).includes(at.silent), code);
      assert.equal(await row('BL-X-XHT').locator('.lacks').count(), 0, 'today is never late');
    });

    await t.test('a citizen misses a notice, the commune looks, and the page changes', async () => {
      const [reader, officer] = [await sit(), await sit('phuong-2')];
      await reader.go(at.commune);
      const card = reader.page.locator('main article.promise:has(form)').first();
      const id = await card.getAttribute('id');
      const lacking = await card.locator('.lacks').count();
      await card.locator('summary').click();
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
      await asker.go(at.ask);
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
      assert.deepEqual(await axeFinds(asker.page), []);
    });

    await t.test('who stayed silent a month ago is seen', async () => {
      const writer = await sit('truyen-thong');
      await writer.go(`${at.broadcasts}?month=2025-05`);
      const row = writer.page.locator('main tr:has(a[href$="/BL-X-XHT"])').first();
      await row.waitFor();
      assert.ok((await row.innerText()).includes(at.silent), await row.innerText());
    });

    await t.test('the ward posted its budget late, and anyone sees it', async () => {
      const [reader, officer] = [await sit(), await sit('phuong-2')];
      await officer.go(at.duties);
      await officer.page.locator('main tbody a[href$="CK04"]').first().click();
      await officer.page.waitForLoadState();
      const boxes = officer.page.locator('main form:has([name=first]) [name=place]');
      const spots = await boxes.evaluateAll((all) => all.map((one) => one.value));
      await send(officer, { first: later, place: spots });
      await shownSoon(reader, at.commune);
      assert.ok(/muộn|late/.test(await reader.page.locator('main').innerText()));
    });

    assert.deepEqual(seats.flatMap((seat) => seat.faults), [], 'no fault in any window');
  });
}

// By code and secret, as the asker was given them.
async function follow(asker, at, [code, secret]) {
  await asker.go(at.follow);
  await send(asker, { secret, code });
}

//! Campaigns as people run them: written, opened, made, closed; counts that stay counts.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod air;
mod drive;

use accounts::{Desk, Role, audit};
use air::{STATIONS, aired_as_planned, at, draft as bulletin, ngoc, open as province, seat, sent};
use drive::{TODAY, begun, draft, going, item, said};
use inform::article::{self, Approval};
use inform::campaign::{
    Channel, Draft, NewItem, Refusal, Standing, State, TASKS_MAX, Teller, all, change, change_item, close,
    done, drop_item, of_task, one, open, put, write,
};
use jiff::civil::date;
use sample::on_both;

on_both! {
    async fn it_is_written_once_opened_with_something_to_make_and_closed_with_an_outcome(scratch: Scratch) {
        let desk = province(&scratch).await;
        let ngoc = ngoc(&desk);
        let made = write(&ngoc, &draft(), "f").await.unwrap();
        assert_eq!(write(&ngoc, &draft(), "f").await.unwrap().id, made.id);
        assert_eq!((made.state(), made.contents.as_slice()), (State::Draft, &[5, 8][..]));
        assert!(matches!(open(&ngoc, made.id, 1, None).await, Err(Refusal::NoItems)));
        let bare = Draft { messages: String::new(), ..draft() };
        let bare = write(&ngoc, &bare, "bare").await.unwrap();
        assert!(matches!(open(&ngoc, bare.id, 1, None).await, Err(Refusal::NoMessages)));
        let first = put(&ngoc, made.id, &item("i", "Bài đăng"), None).await.unwrap();
        assert_eq!(put(&ngoc, made.id, &item("i", "Bài đăng"), None).await.unwrap().id, first.id);
        open(&ngoc, made.id, 1, None).await.unwrap();
        assert!(matches!(open(&ngoc, made.id, 1, None).await, Err(Refusal::Opened)));
        assert!(matches!(close(&ngoc, made.id, " ").await, Err(Refusal::NoOutcome)));
        close(&ngoc, made.id, "Làm được một việc").await.unwrap();
        assert!(matches!(change(&ngoc, made.id, 1, &draft(), None).await, Err(Refusal::Closed)));
        assert!(matches!(put(&ngoc, made.id, &item("j", "Thêm"), None).await, Err(Refusal::Closed)));
        assert_eq!(one(&ngoc, made.id).await.unwrap().campaign.state(), State::Closed);
    }

    async fn no_decision_covers_a_flagged_item_that_came_after_it(scratch: Scratch) {
        let desk = province(&scratch).await;
        let ngoc = ngoc(&desk);
        let id = write(&ngoc, &draft(), "f").await.unwrap().id;
        let coaching = "Tờ rơi hướng dẫn trả lời phiếu khảo sát";
        put(&ngoc, id, &item("i", coaching), None).await.unwrap();
        let seen = one(&ngoc, id).await.unwrap().campaign.version;
        put(&ngoc, id, &item("j", "Bài đăng trên Zalo"), None).await.unwrap();
        assert_eq!(one(&ngoc, id).await.unwrap().campaign.version, seen, "what is not flagged takes nobody's form away");
        put(&ngoc, id, &item("k", "Phổ biến đáp án mẫu cho bà con"), None).await.unwrap();
        assert!(matches!(open(&ngoc, id, seen, Some("Chỉ là tờ rơi")).await, Err(Refusal::Changed)));
        let read = one(&ngoc, id).await.unwrap().campaign.version;
        assert!(matches!(open(&ngoc, id, read, None).await, Err(Refusal::Flagged(_))));
        open(&ngoc, id, read, Some("Đã đọc cả hai")).await.unwrap();
        let refused = put(&ngoc, id, &item("l", coaching), None).await;
        assert!(matches!(refused, Err(Refusal::Flagged(_))), "what was decided was about other words");
        put(&ngoc, id, &item("l", coaching), Some("Đã sửa lời")).await.unwrap();
        assert!(matches!(change(&ngoc, id, read, &draft(), Some("Chưa đọc")).await, Err(Refusal::Changed)));
        assert_eq!(one(&ngoc, id).await.unwrap().campaign.decided.as_deref(), Some("Đã sửa lời"));
    }

    async fn who_saves_or_opens_has_read_what_it_became(scratch: Scratch) {
        let desk = province(&scratch).await;
        let ngoc = ngoc(&desk);
        let id = write(&ngoc, &draft(), "f").await.unwrap().id;
        put(&ngoc, id, &item("i", "Bài đăng"), None).await.unwrap();
        let other = Draft { aim: "Người dân biết hỏi ai".into(), ..draft() };
        assert_eq!(change(&ngoc, id, 1, &other, None).await.unwrap().version, 2);
        assert!(matches!(change(&ngoc, id, 1, &draft(), None).await, Err(Refusal::Changed)));
        assert!(matches!(open(&ngoc, id, 1, None).await, Err(Refusal::Changed)));
        assert_eq!(one(&ngoc, id).await.unwrap().campaign.aim, other.aim);
        open(&ngoc, id, 2, None).await.unwrap();
        change(&ngoc, id, 2, &draft(), None).await.unwrap();
    }

    async fn who_makes_an_item_says_so_and_its_views_are_kept_as_a_count(scratch: Scratch) {
        let desk = province(&scratch).await;
        let (id, item) = begun(&desk).await;
        let ut = seat(&desk, Role::Officer, "BL-X-P2");
        assert!(matches!(done(&ut, item.id, &said(1, date(2025, 5, 21), "x", None), None).await, Err(Refusal::NotYet(_))));
        assert!(matches!(done(&ut, item.id, &said(1, TODAY, " ", None), None).await, Err(Refusal::NoWhat)));
        assert!(matches!(done(&ut, item.id, &said(1, TODAY, "x", Some(-1)), None).await, Err(Refusal::Reached)));
        done(&ut, item.id, &said(1, TODAY, "https://zalo.me/phuong2", Some(1_250)), None).await.unwrap();
        let seen = one(&ut, id).await.unwrap();
        assert_eq!(seen.items[0].done.as_ref().unwrap().reached, Some(1_250));
        assert_eq!(seen.items[0].standing(TODAY), Standing::Done);
        assert!(matches!(drop_item(&ngoc(&desk), item.id, 2, "Trùng").await, Err(Refusal::Made)));
        let stranger = seat(&desk, Role::Officer, "BL-X-P3");
        assert!(matches!(one(&stranger, id).await, Err(Refusal::Missing)));
        assert!(matches!(done(&stranger, item.id, &said(1, TODAY, "x", None), None).await, Err(Refusal::Missing)));
        assert!(all(&stranger).await.unwrap().is_empty());
        let head = seat(&desk, Role::Head, "BL-SVHTTDL");
        assert!(matches!(done(&head, item.id, &said(1, TODAY, "x", None), None).await, Err(Refusal::Forbidden(_))));
    }

    async fn an_item_is_changed_until_it_is_made_and_what_was_said_of_it_is_put_right(scratch: Scratch) {
        let desk = province(&scratch).await;
        let ngoc = ngoc(&desk);
        let (id, made) = begun(&desk).await;
        let other = NewItem { due: date(2025, 5, 28), agency: "BL-X-P3".into(), ..item("z", "Hai bài đăng") };
        let now = change_item(&ngoc, made.id, &other, &going(1)).await.unwrap();
        assert_eq!((now.due, now.agency.as_str(), now.form), (other.due, "BL-X-P3", made.form));
        let coaching = item("z", "Hướng dẫn cách trả lời");
        assert!(matches!(change_item(&ngoc, made.id, &coaching, &going(2)).await, Err(Refusal::Flagged(_))));
        let gone = NewItem { agency: "BL-SNV".into(), ..other.clone() };
        assert!(matches!(change_item(&ngoc, made.id, &gone, &going(2)).await, Err(Refusal::NoAgency)));
        done(&ngoc, made.id, &said(2, TODAY, "Đăng nhầm số", Some(41_200)), None).await.unwrap();
        done(&ngoc, made.id, &said(3, TODAY, "Trang Zalo của phường", Some(412)), None).await.unwrap();
        let seen = one(&ngoc, id).await.unwrap().items.remove(0).done.unwrap();
        assert_eq!((seen.shown.as_str(), seen.reached), ("Trang Zalo của phường", Some(412)));
        assert!(matches!(change_item(&ngoc, made.id, &other, &going(4)).await, Err(Refusal::Made)));
        let officer = seat(&desk, Role::Officer, "BL-X-P3");
        assert!(matches!(change_item(&officer, made.id, &other, &going(4)).await, Err(Refusal::Forbidden(_))));
    }

    async fn words_that_coach_are_kept_only_with_a_reason(scratch: Scratch) {
        let desk = province(&scratch).await;
        let ngoc = ngoc(&desk);
        let id = write(&ngoc, &draft(), "f").await.unwrap().id;
        put(&ngoc, id, &item("i", "Tập huấn trả lời phiếu cho hộ được khảo sát"), None).await.unwrap();
        let Err(Refusal::Flagged(flags)) = open(&ngoc, id, 2, None).await else { panic!("it was opened") };
        assert_eq!(flags.len(), 2);
        open(&ngoc, id, 2, Some("Phiếu của bộ phận một cửa")).await.unwrap();
        let other = item("j", "Hướng dẫn cách trả lời");
        assert!(matches!(put(&ngoc, id, &other, None).await, Err(Refusal::Flagged(_))));
        let aims = Draft { aim: "Gợi ý trả lời cho địa bàn khảo sát".into(), ..draft() };
        let (first, second) = (begun_plain(&desk).await, change(&ngoc, id, 2, &aims, None).await);
        assert!(second.is_ok(), "a reason was given for the same kinds of words");
        assert!(matches!(change(&ngoc, first, 1, &aims, None).await, Err(Refusal::Flagged(_))));
        let entries = audit::list(&mut desk.read().await.unwrap(), 0, 10_000).await.unwrap();
        let opened = entries.iter().find(|entry| entry.act == "campaign.opened").unwrap();
        assert!(format!("{opened:?}").contains("một cửa"));
    }

    async fn an_item_for_loudspeakers_is_told_by_the_logs_of_its_bulletin(scratch: Scratch) {
        let desk = province(&scratch).await;
        let day = date(2025, 5, 6);
        let aired = sent(&desk, &bulletin(day, day, 1), &STATIONS[..2]).await;
        aired_as_planned(&desk, aired, STATIONS[0], &[at(day, 5)]).await;
        let (id, _) = begun(&desk).await;
        let wrong = NewItem { told_by: Some(Teller::Bulletin(aired)), ..item("j", "Bản tin") };
        assert!(matches!(put(&ngoc(&desk), id, &wrong, None).await, Err(Refusal::NoBulletin)), "Zalo has none");
        let loud = NewItem { channel: Channel::Loudspeaker, ..wrong };
        let none = NewItem { told_by: Some(Teller::Bulletin(aired + 99)), ..loud.clone() };
        assert!(matches!(put(&ngoc(&desk), id, &none, None).await, Err(Refusal::NoBulletin)));
        let put = put(&ngoc(&desk), id, &loud, None).await.unwrap();
        assert_eq!(put.standing(TODAY), Standing::InLogs);
        assert!(matches!(done(&ngoc(&desk), put.id, &said(1, TODAY, "x", None), None).await, Err(Refusal::InLogs)));
        assert!(matches!(drop_item(&ngoc(&desk), put.id, 1, " ").await, Err(Refusal::NoReason)));
        drop_item(&ngoc(&desk), put.id, 1, "Trùng việc khác").await.unwrap();
        assert_eq!(one(&ngoc(&desk), id).await.unwrap().items.len(), 1);
    }

    async fn an_item_for_the_portal_is_made_when_readers_see_its_article(scratch: Scratch) {
        let desk = province(&scratch).await;
        let ngoc = ngoc(&desk);
        let (id, _) = begun(&desk).await;
        let article = article::write(&ngoc, &news()).await.unwrap();
        let wrong = NewItem { told_by: Some(Teller::Article(article.id)), ..item("j", "Bài trên cổng") };
        assert!(matches!(put(&ngoc, id, &wrong, None).await, Err(Refusal::NoArticle)), "Zalo has none");
        let portal = NewItem { channel: Channel::Portal, ..wrong };
        let none = NewItem { told_by: Some(Teller::Article(article.id + 99)), ..portal.clone() };
        assert!(matches!(put(&ngoc, id, &none, None).await, Err(Refusal::NoArticle)));
        let put = put(&ngoc, id, &portal, None).await.unwrap();
        assert!(matches!(done(&ngoc, put.id, &said(1, TODAY, "x", None), None).await, Err(Refusal::InNews)));
        let stands = async |desk: &Desk| {
            let seen = one(desk, id).await.unwrap();
            let item = seen.items.into_iter().find(|item| item.id == put.id).unwrap();
            (item.standing(desk.today), item.done.and_then(|done| done.reached))
        };
        assert_eq!(stands(&ngoc).await, (Standing::Coming, None));
        assert_eq!(stands(&ngoc.on(date(2025, 5, 26))).await, (Standing::Late, None));
        let reader = seat(&desk, Role::Leader, "BL-VP");
        let approval = Approval { version: article.version, answers: "Trần Văn Hải".into(), shows_at: None, is_fine: false };
        article::approve(&reader, article.id, &approval).await.unwrap();
        assert_eq!(stands(&ngoc).await, (Standing::Done, Some(0)));
        article::withdraw(&reader, article.id, "Trùng bài").await.unwrap();
        assert_eq!(stands(&ngoc).await, (Standing::Done, Some(0)), "it was out in time, whatever became of it");
        assert_eq!(stands(&ngoc.on(date(2025, 5, 26))).await, (Standing::Done, Some(0)));
    }

    async fn nobody_overwrites_an_item_that_they_have_not_seen(scratch: Scratch) {
        let desk = province(&scratch).await;
        let ngoc = ngoc(&desk);
        let (id, made) = begun(&desk).await;
        let other = item("z", "Hai bài đăng");
        let now = change_item(&ngoc, made.id, &other, &going(1)).await.unwrap();
        assert_eq!(change_item(&ngoc, made.id, &other, &going(1)).await.unwrap(), now, "pressed twice");
        let third = item("z", "Ba bài đăng");
        assert!(matches!(change_item(&ngoc, made.id, &third, &going(1)).await, Err(Refusal::Changed)));
        assert!(matches!(drop_item(&ngoc, made.id, 1, "Trùng").await, Err(Refusal::Changed)));
        let counted = said(2, TODAY, "Trang Zalo", Some(1_200));
        done(&ngoc, made.id, &counted, None).await.unwrap();
        done(&ngoc, made.id, &counted, None).await.unwrap();
        let old = done(&ngoc, made.id, &said(2, TODAY, "Trang Zalo", Some(5)), None).await;
        assert!(matches!(old, Err(Refusal::Changed)), "an old page");
        assert_eq!(one(&ngoc, id).await.unwrap().items[0].done.as_ref().unwrap().reached, Some(1_200));
    }

    async fn what_was_done_before_the_campaign_was_written_down_can_be_said(scratch: Scratch) {
        let desk = province(&scratch).await;
        let ngoc = ngoc(&desk);
        let (_, made) = begun(&desk).await;
        let early = said(1, date(2024, 5, 19), "Đăng", None);
        assert!(matches!(done(&ngoc, made.id, &early, None).await, Err(Refusal::LongAgo(_))), "the year is a slip");
        done(&ngoc, made.id, &said(1, date(2025, 5, 19), "Đăng", None), None).await.unwrap();
    }

    async fn what_was_done_is_guarded_as_what_is_to_be(scratch: Scratch) {
        let desk = province(&scratch).await;
        let (id, made) = begun(&desk).await;
        let ut = seat(&desk, Role::Officer, "BL-X-P2");
        let coached = said(1, TODAY, "Hướng dẫn người dân trả lời phiếu khảo sát", None);
        assert!(matches!(done(&ut, made.id, &coached, None).await, Err(Refusal::Flagged(_))));
        done(&ut, made.id, &coached, Some("Phiếu của bộ phận một cửa")).await.unwrap();
        let seen = one(&ut, id).await.unwrap();
        assert_eq!(seen.campaign.flags(&seen.items).len(), 1);
        assert_eq!(seen.campaign.decided.as_deref(), Some("Phiếu của bộ phận một cửa"));
    }

    async fn an_aim_that_is_a_rank_waits_for_a_person(scratch: Scratch) {
        let desk = province(&scratch).await;
        let ngoc = ngoc(&desk);
        let rank = Draft { aim: "Vào nhóm 20 tỉnh đầu về điểm PAPI".into(), ..draft() };
        let id = write(&ngoc, &rank, "f").await.unwrap().id;
        put(&ngoc, id, &item("i", "Bài đăng"), None).await.unwrap();
        assert!(matches!(open(&ngoc, id, 1, None).await, Err(Refusal::Flagged(_))));
        open(&ngoc, id, 1, Some("Theo kế hoạch của tỉnh")).await.unwrap();
    }

    async fn it_serves_several_tasks_which_lead_back_to_it(scratch: Scratch) {
        let desk = province(&scratch).await;
        sample::town::plan::run(&desk).await.unwrap();
        let tasks = plan::task::of_plan(&desk, "193-kh-ubnd").await.unwrap();
        let [first, second] = [tasks[0].id, tasks[9].id];
        let ngoc = ngoc(&desk);
        let both = Draft { tasks: vec![second, first, second], ..draft() };
        let id = write(&ngoc, &both, "f").await.unwrap().id;
        assert_eq!(one(&ngoc, id).await.unwrap().campaign.tasks, [first, second]);
        assert_eq!(of_task(&ngoc, second).await.unwrap(), [(id, draft().title)]);
        let stranger = seat(&desk, Role::Officer, "BL-X-P3");
        assert!(of_task(&stranger, second).await.unwrap().is_empty(), "a campaign that it may not see");
        change(&ngoc, id, 1, &Draft { tasks: vec![first], ..draft() }, None).await.unwrap();
        assert!(of_task(&ngoc, second).await.unwrap().is_empty());
        let many = Draft { tasks: vec![first; TASKS_MAX + 1], ..draft() };
        assert!(matches!(write(&ngoc, &many, "g").await, Err(Refusal::TooManyTasks)));
    }

    async fn what_does_not_fit_is_refused(scratch: Scratch) {
        let desk = province(&scratch).await;
        let ngoc = ngoc(&desk);
        let of = async |draft: Draft| write(&ngoc, &draft, "f").await;
        assert!(matches!(of(Draft { title: " ".into(), ..draft() }).await, Err(Refusal::NoTitle)));
        assert!(matches!(of(Draft { aim: "".into(), ..draft() }).await, Err(Refusal::NoAim)));
        assert!(matches!(of(Draft { audience: "".into(), ..draft() }).await, Err(Refusal::NoAudience)));
        assert!(matches!(of(Draft { messages: "x".repeat(2_001), ..draft() }).await, Err(Refusal::TooLong)));
        assert!(matches!(of(Draft { last: date(2025, 5, 19), ..draft() }).await, Err(Refusal::Days)));
        assert!(matches!(of(Draft { budget: Some(-1), ..draft() }).await, Err(Refusal::Budget)));
        assert!(matches!(of(Draft { tasks: vec![987_654], ..draft() }).await, Err(Refusal::NoTask)));
        let officer = seat(&desk, Role::Officer, "BL-X-P2");
        assert!(matches!(write(&officer, &draft(), "f").await, Err(Refusal::Forbidden(_))));
        let id = write(&ngoc, &draft(), "f").await.unwrap().id;
        let gone = NewItem { agency: "BL-SNV".into(), ..item("i", "x") };
        assert!(matches!(put(&ngoc, id, &gone, None).await, Err(Refusal::NoAgency)));
        assert!(matches!(put(&ngoc, id, &item("i", " "), None).await, Err(Refusal::NoWhat)));
    }
}

fn news() -> article::Draft {
    let text = |words: &str| words.to_owned();
    let (title, summary, body) =
        (text("Nộp hồ sơ qua mạng"), text("Nộp ở đâu"), text("Bà con nộp qua cổng."));
    article::Draft {
        form: None,
        section: Some(article::Section::Guidance),
        tie: article::Tie::default(),
        agency: "BL-SVHTTDL".into(),
        author: "Ban biên tập".into(),
        texts: vec![article::Text { tongue: article::Tongue::Vi, title, summary, body }],
    }
}

/// A second campaign, open, without words that are flagged.
async fn begun_plain(desk: &Desk) -> i64 {
    let ngoc = ngoc(desk);
    let id = write(&ngoc, &draft(), "g").await.unwrap().id;
    put(&ngoc, id, &item("k", "Bài đăng"), None).await.unwrap();
    open(&ngoc, id, 1, None).await.unwrap();
    id
}

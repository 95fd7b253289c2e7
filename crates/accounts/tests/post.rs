//! Posts: held by one at a time, handed over, deputised, and going on when their agency ends.

#![allow(clippy::unwrap_used)]

mod office;

use accounts::post::{self, Carried, Filter, Handover, Named, Refusal};
use accounts::{Chance, Desk, Directory, Post, Role, audit, session};
use jiff::civil::{Date, date};
use office::{FIRST, office, on, open, person, program, sit};
use sample::{Scratch, on_both};

/// Who holds a post on a day, deputies last.
async fn holders(desk: &Desk, post: &str, day: Date) -> Vec<String> {
    let mut held = post::show(desk, post).await.unwrap().holdings;
    held.sort_by_key(|holding| holding.deputy);
    held.retain(|holding| holding.is_held(day));
    held.into_iter().map(|holding| holding.account).collect()
}

fn handover<'a>(post: &'a str, to: i64, on: Date) -> Handover<'a> {
    Handover { post, from: None, to, on, words: "Quyết định 12/QĐ-SNV" }
}

async fn officer(scratch: &Scratch) -> (Desk, Post, i64, i64) {
    let desk = office(scratch).await;
    let post = open(&desk, "BL-STC", "Chuyên viên", Role::Officer, FIRST).await;
    let lan = person(&desk, "Nguyễn Thị Lan", &[(&post.code, FIRST)]).await;
    let minh = person(&desk, "Trần Minh", &[]).await;
    (desk, post, lan, minh)
}

/// Whether whoever holds a token sits anywhere on a day, and where.
async fn seat(desk: &Desk, token: &str, day: Date) -> Option<(String, Option<String>)> {
    let sits = session::sit(&program(desk, day), token).await.unwrap()?;
    Some((sits.post, sits.agency))
}

async fn token(desk: &Desk, person: i64, post: &str) -> String {
    session::open(desk, person, Some(post), &Chance::new(|bytes| bytes.fill(7))).await.unwrap()
}

on_both! {
    async fn a_code_is_made_of_agency_and_name_and_numbered_where_there_is_one(scratch: Scratch) {
        let desk = office(&scratch).await;
        let first = open(&desk, "BL-STC", "Chuyên viên", Role::Officer, FIRST).await;
        let second = open(&desk, "BL-STC", " Chuyên  viên ", Role::Officer, FIRST).await;
        assert_eq!((first.code.as_str(), second.code.as_str()), ("bl-stc.chuyen-vien", "bl-stc.chuyen-vien-2"));
        assert_eq!(second.name, "Chuyên viên");
    }

    async fn a_form_sent_twice_opens_one_post(scratch: Scratch) {
        let desk = office(&scratch).await;
        let named =
            Named { agency: "BL-STC", name: "Chuyên viên", role: Role::Officer, first: FIRST, form: Some("f1") };
        post::open(&desk, &named).await.unwrap();
        assert!(matches!(post::open(&desk, &named).await, Err(Refusal::Sent)));
        assert_eq!(post::list(&desk, &Filter::default()).await.unwrap().len(), 1);
    }

    async fn a_post_opens_only_at_an_agency_in_force_and_with_a_name(scratch: Scratch) {
        let desk = office(&scratch).await;
        let named = |agency, name, first| Named { agency, name, role: Role::Officer, first, form: None };
        let refused = post::open(&desk, &named("BL-STC", " – ", FIRST)).await;
        assert!(matches!(refused, Err(Refusal::NoName)), "{refused:?}");
        let refused = post::open(&desk, &named("BL-SNV", "Chuyên viên", date(2025, 3, 1))).await;
        assert!(matches!(refused, Err(Refusal::NotInForce { .. })), "{refused:?}");
        let refused = post::open(&desk, &named("XX", "Chuyên viên", FIRST)).await;
        assert!(matches!(refused, Err(Refusal::NoAgency(_))), "{refused:?}");
    }

    async fn a_post_has_one_holder_at_a_time(scratch: Scratch) {
        let (desk, post, lan, minh) = officer(&scratch).await;
        let refused = post::appoint(&desk, &post.code, minh, desk.today, None).await;
        assert!(matches!(&refused, Err(Refusal::Overlap { holder, .. }) if holder == "Nguyễn Thị Lan"), "{refused:?}");
        let refused = post::appoint(&desk, &post.code, lan, date(2023, 1, 1), Some(date(2023, 2, 1))).await;
        assert!(matches!(refused, Err(Refusal::NotOpen { .. })), "{refused:?}");
        let refused = post::appoint(&desk, &post.code, minh, desk.today, Some(FIRST)).await;
        assert!(matches!(refused, Err(Refusal::Backwards { .. })), "{refused:?}");
    }

    async fn handed_over_the_old_holder_ends_the_day_before_and_old_deeds_keep_their_author(scratch: Scratch) {
        let (desk, post, lan, minh) = officer(&scratch).await;
        let deputy = person(&desk, "Lê Hoa", &[]).await;
        let her = sit(&desk, lan, "lan.nguyen-thi", &Post { role: Role::Administrator, ..post.clone() });
        post::deputise(&her, &post.code, deputy, date(2025, 5, 1), date(2025, 5, 2)).await.unwrap();
        let before = audit::about(&mut desk.read().await.unwrap(), "post/bl-stc.chuyen-vien").await.unwrap();

        post::hand_over(&desk, &handover(&post.code, minh, date(2025, 6, 1))).await.unwrap();

        assert_eq!(holders(&desk, &post.code, date(2025, 5, 31)).await, ["lan.nguyen-thi"]);
        assert_eq!(holders(&desk, &post.code, date(2025, 6, 1)).await, ["minh.tran"]);
        let after = audit::about(&mut desk.read().await.unwrap(), "post/bl-stc.chuyen-vien").await.unwrap();
        assert_eq!(after[..before.len()], before);
        let authors: Vec<_> = after.iter().map(|entry| (entry.act.as_str(), entry.who.as_str())).collect();
        assert_eq!(authors, [
            ("post.opened", "Lan"), ("post.deputised", "lan.nguyen-thi"), ("post.handed_over", "Lan"),
        ]);
        assert!(after.last().unwrap().after.as_ref().unwrap().contains("Quyết định 12/QĐ-SNV"));
    }

    async fn nothing_is_handed_over_where_nobody_holds_it_or_to_who_holds_it(scratch: Scratch) {
        let (desk, post, lan, minh) = officer(&scratch).await;
        let refused = post::hand_over(&desk, &handover(&post.code, lan, desk.today)).await;
        assert!(matches!(refused, Err(Refusal::Same(_))), "{refused:?}");
        let empty = open(&desk, "BL-STC", "Kế toán", Role::Officer, FIRST).await;
        let refused = post::hand_over(&desk, &handover(&empty.code, minh, desk.today)).await;
        assert!(matches!(refused, Err(Refusal::Vacant(_))), "{refused:?}");
    }

    async fn who_holds_a_post_from_today_hands_it_over_tomorrow_at_the_earliest(scratch: Scratch) {
        let (desk, _, lan, minh) = officer(&scratch).await;
        let post = open(&desk, "BL-STC", "Kế toán", Role::Officer, FIRST).await;
        post::appoint(&desk, &post.code, lan, desk.today, None).await.unwrap();
        let seen = post::show(&desk, &post.code).await.unwrap().holdings[0].id;
        let now = Handover { from: Some(seen), ..handover(&post.code, minh, desk.today) };
        let refused = post::hand_over(&desk, &now).await;
        assert!(
            matches!(&refused, Err(Refusal::JustBegan { holder, began }) if holder == "Nguyễn Thị Lan" && *began == desk.today),
            "{refused:?}"
        );
        post::hand_over(&desk, &Handover { on: desk.today.tomorrow().unwrap(), ..now }).await.unwrap();
    }

    async fn the_second_of_two_who_hand_it_over_is_told_who_holds_it_now(scratch: Scratch) {
        let (desk, post, _, minh) = officer(&scratch).await;
        let hoa = person(&desk, "Lê Hoa", &[]).await;
        let seen = post::show(&desk, &post.code).await.unwrap().holdings[0].id;
        post::hand_over(&desk, &handover(&post.code, minh, desk.today)).await.unwrap();
        let late = Handover { from: Some(seen), ..handover(&post.code, hoa, date(2025, 6, 1)) };
        let refused = post::hand_over(&desk, &late).await;
        assert!(matches!(&refused, Err(Refusal::Changed(Some(now))) if now == "Trần Minh"), "{refused:?}");
        assert_eq!(holders(&desk, &post.code, date(2025, 6, 1)).await, ["minh.tran"]);
    }

    async fn a_deputy_sits_at_the_post_on_those_days_only(scratch: Scratch) {
        let (desk, post, _, minh) = officer(&scratch).await;
        let (first, last) = (date(2025, 5, 20), date(2025, 5, 22));
        post::deputise(&desk, &post.code, minh, first, last).await.unwrap();
        let token = token(&desk, minh, &post.code).await;
        assert_eq!(seat(&desk, &token, date(2025, 5, 19)).await, None);
        for day in [first, last] {
            assert_eq!(seat(&desk, &token, day).await.unwrap().0, post.code);
            assert_eq!(holders(&desk, &post.code, day).await, ["lan.nguyen-thi", "minh.tran"]);
        }
        assert_eq!(seat(&desk, &token, date(2025, 5, 23)).await, None);
    }

    async fn a_deputys_time_is_ended_early_or_taken_away(scratch: Scratch) {
        let (desk, post, _, minh) = officer(&scratch).await;
        post::deputise(&desk, &post.code, minh, date(2025, 5, 20), date(2025, 5, 30)).await.unwrap();
        let number = post::show(&desk, &post.code).await.unwrap().holdings[0].id;
        post::recall(&desk, &post.code, number, date(2025, 5, 21)).await.unwrap();
        assert_eq!(holders(&desk, &post.code, date(2025, 5, 22)).await, ["lan.nguyen-thi"]);
        post::recall(&desk, &post.code, number, date(2025, 5, 19)).await.unwrap();
        assert_eq!(post::show(&desk, &post.code).await.unwrap().holdings.len(), 1);
        let refused = post::recall(&desk, &post.code, number, date(2025, 5, 19)).await;
        assert!(matches!(refused, Err(Refusal::NoDeputy)), "{refused:?}");
    }

    async fn a_head_deputises_at_home_and_finds_no_other_post(scratch: Scratch) {
        let (desk, post, _, minh) = officer(&scratch).await;
        let other = open(&desk, "BL-H", "Chuyên viên", Role::Officer, FIRST).await;
        let chief = open(&desk, "BL-STC", "Giám đốc", Role::Head, FIRST).await;
        let head = sit(&desk, 99, "giam-doc", &chief);
        post::deputise(&head, &post.code, minh, desk.today, desk.today).await.unwrap();
        for code in [other.code.as_str(), "bl-h.khong-co"] {
            let refused = post::deputise(&head, code, minh, desk.today, desk.today).await;
            assert!(matches!(refused, Err(Refusal::NoPost(_))), "{refused:?}");
            assert!(matches!(post::show(&head, code).await, Err(Refusal::NoPost(_))));
        }
        let seen = post::list(&head, &Filter::default()).await.unwrap();
        assert!(seen.iter().all(|held| held.post.agency == "BL-STC") && seen.len() == 2);
        let refused = post::deputise(&sit(&desk, 98, "cv", &post), &post.code, minh, desk.today, desk.today).await;
        assert!(matches!(refused, Err(Refusal::Forbidden(_))), "{refused:?}");
    }

    async fn a_head_lets_nobody_sit_at_an_administrators_post(scratch: Scratch) {
        let (desk, _, _, minh) = officer(&scratch).await;
        let post = open(&desk, "BL-STC", "Quản trị", Role::Administrator, FIRST).await;
        let chief = open(&desk, "BL-STC", "Giám đốc", Role::Head, FIRST).await;
        let head = sit(&desk, minh, "minh.tran", &chief);
        let refused = post::deputise(&head, &post.code, minh, desk.today, desk.today).await;
        assert!(matches!(refused, Err(Refusal::AdministratorsPost)), "{refused:?}");
        assert!(post::show(&desk, &post.code).await.unwrap().holdings.is_empty());
    }

    async fn a_closed_post_is_held_no_longer_than_its_last_day(scratch: Scratch) {
        let (desk, post, _, minh) = officer(&scratch).await;
        post::deputise(&desk, &post.code, minh, date(2025, 6, 10), date(2025, 6, 12)).await.unwrap();
        post::close(&desk, &post.code, date(2025, 5, 31)).await.unwrap();
        assert_eq!(holders(&desk, &post.code, date(2025, 5, 31)).await, ["lan.nguyen-thi"]);
        assert!(holders(&desk, &post.code, date(2025, 6, 10)).await.is_empty());
        let refused = post::close(&desk, &post.code, date(2025, 6, 30)).await;
        assert!(matches!(refused, Err(Refusal::NotOpen { .. })), "{refused:?}");
    }

    async fn the_last_administrators_post_is_not_closed(scratch: Scratch) {
        let desk = office(&scratch).await;
        let post = open(&desk, "BL-STC", "Quản trị", Role::Administrator, FIRST).await;
        person(&desk, "Lan", &[(&post.code, FIRST)]).await;
        let refused = post::close(&desk, &post.code, desk.today).await;
        assert!(matches!(refused, Err(Refusal::LastAdministrator)), "{refused:?}");
        assert!(post::show(&desk, &post.code).await.unwrap().post.ended.is_none());
    }

    async fn when_an_agency_ends_its_posts_go_on_at_the_one_successor(scratch: Scratch) {
        let desk = office(&scratch).await;
        let early = on(&desk, date(2025, 2, 1));
        let posts = [
            open(&early, "BL-SNV", "Giám đốc", Role::Head, FIRST).await,
            open(&early, "BL-LDTB", "Giám đốc", Role::Head, FIRST).await,
        ];
        let lan = person(&early, "Lan", &[(&posts[0].code, FIRST)]).await;
        person(&early, "Minh", &[(&posts[1].code, FIRST)]).await;
        let hoa = person(&early, "Hoa", &[]).await;
        post::deputise(&early, &posts[0].code, hoa, date(2025, 2, 20), date(2025, 3, 10)).await.unwrap();

        let day = program(&desk, date(2025, 3, 1));
        assert_eq!(post::carry(&program(&desk, date(2025, 2, 28))).await.unwrap(), Carried::default());
        assert_eq!(post::carry(&day).await.unwrap(), Carried { posts: 2, undecided: vec![] });
        assert_eq!(post::carry(&day).await.unwrap(), Carried::default());

        let (old, last, first) = ("bl-snv.giam-doc", date(2025, 2, 28), date(2025, 3, 1));
        assert_eq!(holders(&desk, old, last).await, ["lan", "hoa"]);
        assert!(holders(&desk, old, first).await.is_empty());
        let at_heir: Vec<_> = post::list(&on(&desk, first), &Filter::default()).await.unwrap();
        let codes: Vec<_> = at_heir.iter().map(|held| held.post.code.as_str()).collect();
        assert_eq!(codes, ["bl-snv25.giam-doc", "bl-snv25.giam-doc-2"]);
        let holds = |who: &str| at_heir.iter().find(|held| held.holdings[0].account == who).unwrap();
        assert_eq!(holds("lan").holdings[1].account, "hoa");
        assert_eq!(holds("lan").holdings[1].ended, Some(date(2025, 3, 10)));
        assert_eq!(holds("minh").post.began, first);
        let token = token(&desk, lan, old).await;
        assert_eq!(seat(&desk, &token, first).await.unwrap().1.as_deref(), Some("BL-SNV25"));
    }

    async fn two_mergers_while_the_program_was_off_are_carried_one_after_the_other(scratch: Scratch) {
        let desk = office(&scratch).await;
        let post = open(&desk, "BL-SNV", "Chuyên viên", Role::Officer, FIRST).await;
        person(&desk, "Lan", &[(&post.code, FIRST)]).await;
        let day = program(&desk, date(2025, 7, 10));
        assert_eq!(post::carry(&day).await.unwrap(), Carried { posts: 2, undecided: vec![] });
        assert_eq!(holders(&desk, "bl-snv25.chuyen-vien", date(2025, 5, 1)).await, ["lan"]);
        assert_eq!(holders(&desk, "cm-snv.chuyen-vien", date(2025, 7, 1)).await, ["lan"]);
    }

    async fn several_successors_wait_for_a_person_and_orphan_nobody(scratch: Scratch) {
        let desk = office(&scratch).await;
        let post = open(&desk, "BL-H", "Chuyên viên", Role::Officer, FIRST).await;
        let lan = person(&desk, "Lan", &[(&post.code, FIRST)]).await;
        let july = date(2025, 7, 2);
        let carried = post::carry(&program(&desk, july)).await.unwrap();
        assert_eq!(carried, Carried { posts: 0, undecided: vec![post.code.clone()] });
        let token = token(&desk, lan, &post.code).await;
        assert_eq!(seat(&desk, &token, july).await.unwrap().0, post.code);

        let desk = on(&desk, july);
        let directory = Directory::load(&mut desk.read().await.unwrap()).await.unwrap();
        let waiting = post::undecided(&desk, &directory).await.unwrap();
        let heirs: Vec<_> = waiting[0].1.iter().map(|agency| agency.code.as_str()).collect();
        assert_eq!(heirs, ["CM-X1", "CM-X2"]);
        let refused = post::settle(&desk, &post.code, "CM-SNV").await;
        assert!(matches!(refused, Err(Refusal::NoHeir(_))), "{refused:?}");
        let next = post::settle(&desk, &post.code, "CM-X2").await.unwrap();
        assert_eq!((next.agency.as_str(), next.began), ("CM-X2", date(2025, 7, 1)));
        assert_eq!(seat(&desk, &token, july).await.unwrap().1.as_deref(), Some("CM-X2"));
        assert!(matches!(post::settle(&desk, &post.code, "CM-X1").await, Err(Refusal::NothingToDecide)));
    }

    async fn without_a_known_successor_any_agency_in_force_may_take_the_post(scratch: Scratch) {
        let (desk, post, ..) = officer(&scratch).await;
        let desk = on(&desk, date(2025, 7, 1));
        assert_eq!(post::carry(&program(&desk, desk.today)).await.unwrap().undecided, std::slice::from_ref(&post.code));
        post::settle(&desk, &post.code, "CM-SNV").await.unwrap();
        assert_eq!(holders(&desk, "cm-snv.chuyen-vien", date(2025, 7, 1)).await, ["lan.nguyen-thi"]);
    }
}

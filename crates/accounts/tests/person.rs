//! People: added with an account, renamed, disabled and enabled, one by one and many at once.

#![allow(clippy::unwrap_used)]

mod office;

use accounts::listing::Kind;
use accounts::person::{self, Filter, New, Refusal, Unread};
use accounts::{Chance, Desk, Person, Role, audit, post, session};
use office::{FIRST, later, office, open, person as somebody, program, sit};
use sample::on_both;
use sheet::File;

const HEADINGS: &str = "Danh sách cán bộ;;;;\nHọ và tên;Tài khoản;Chức vụ;Cơ quan;Vai trò\n";

async fn take_in(desk: &Desk, rows: &str) -> Result<Vec<Person>, Unread> {
    let text = format!("{HEADINGS}{rows}");
    person::take_in(desk, File { name: "can-bo.csv", bytes: text.as_bytes() }, "95-2008", "form").await
}

async fn count(desk: &Desk) -> usize {
    person::list(desk, &Filter::default()).await.unwrap().len()
}

on_both! {
    async fn an_account_is_suggested_from_the_name_and_numbered_where_there_is_one(scratch: Scratch) {
        let desk = office(&scratch).await;
        let mut accounts = Vec::new();
        for (name, account) in [("Nguyễn Thị Lan", ""), ("Nguyễn Thị Lan", ""), ("Trần Văn Đức", "Đức.Trần")] {
            let new = New { name, account, ..New::default() };
            accounts.push(person::add(&desk, &new).await.unwrap().account);
        }
        assert_eq!(accounts, ["lan.nguyen-thi", "lan.nguyen-thi-2", "duc.tran"]);
    }

    async fn nobody_is_added_twice_or_without_a_name(scratch: Scratch) {
        let desk = office(&scratch).await;
        let lan = New { name: "Lan", account: "lan", form: Some("f1"), ..New::default() };
        person::add(&desk, &lan).await.unwrap();
        assert!(matches!(person::add(&desk, &lan).await, Err(Refusal::Sent)));
        let again = person::add(&desk, &New { form: Some("f2"), ..lan.clone() }).await;
        assert!(matches!(&again, Err(Refusal::Known(account)) if account == "lan"), "{again:?}");
        let refused = person::add(&desk, &New { name: " ", ..New::default() }).await;
        assert!(matches!(refused, Err(Refusal::NoName)), "{refused:?}");
        let refused = person::add(&desk, &New { name: "Lan", account: "a b", ..New::default() }).await;
        assert!(matches!(refused, Err(Refusal::BadAccount(_))), "{refused:?}");
        assert_eq!(count(&desk).await, 1);
    }

    async fn a_name_hides_nothing_and_looks_like_nobody_elses(scratch: Scratch) {
        let desk = office(&scratch).await;
        let lan = somebody(&desk, "Nguyễn Thị Lan", &[]).await;
        for twin in ["Nguyễn Thị L\u{430}n", "Nguy\u{435}n Thi Lan", "Lan\u{336}\u{336}\u{336}\u{336}\u{336}", "\u{200B}\u{202E}"] {
            let refused = person::add(&desk, &New { name: twin, ..New::default() }).await;
            assert!(matches!(refused, Err(Refusal::NoName)), "{twin:?} {refused:?}");
            let refused = person::rename(&desk, lan, "Nguyễn Thị Lan", twin).await;
            assert!(matches!(refused, Err(Refusal::NoName)), "{twin:?} {refused:?}");
        }
        let told = take_in(&desk, "Nguyễn Thị L\u{430}n;;;;\n").await;
        assert!(told.is_err(), "nor from a sheet: {told:?}");
        let hidden = "Tr\u{200B}ần \u{202E}Văn\u{202C} \u{FEFF}Đức";
        let duc = person::add(&desk, &New { name: hidden, ..New::default() }).await.unwrap();
        assert_eq!((duc.name.as_str(), duc.account.as_str()), ("Trần Văn Đức", "duc.tran-van"));
        for text in ["trần văn", "tr\u{200B}ần\u{202E} văn", "Tra\u{302}\u{300}n Va\u{306}n", "ＴＲＡＮ van", "t\u{336}\u{336}ran"] {
            let found = person::list(&desk, &Filter { text: text.to_owned(), ..Filter::default() }).await.unwrap();
            assert_eq!(found.iter().map(|it| it.person.name.as_str()).collect::<Vec<_>>(), ["Trần Văn Đức"], "{text:?}");
        }
    }

    async fn a_person_who_cannot_be_appointed_is_not_added(scratch: Scratch) {
        let desk = office(&scratch).await;
        let refused =
            person::add(&desk, &New { name: "Lan", posts: &[("khong.co", FIRST)], ..New::default() }).await;
        assert!(matches!(refused, Err(Refusal::Post(post::Refusal::NoPost(_)))), "{refused:?}");
        assert_eq!(count(&desk).await, 0);
    }

    async fn a_name_that_changed_meanwhile_is_shown_and_not_overwritten(scratch: Scratch) {
        let desk = office(&scratch).await;
        let lan = somebody(&desk, "Lan", &[]).await;
        person::rename(&desk, lan, "Lan", "Nguyễn Thị Lan").await.unwrap();
        let refused = person::rename(&desk, lan, "Lan", "Lan Anh").await;
        assert!(matches!(&refused, Err(Refusal::Changed(now)) if now == "Nguyễn Thị Lan"), "{refused:?}");
        person::rename(&desk, lan, "Lan", "Nguyễn Thị Lan").await.unwrap();
        assert_eq!(person::show(&desk, lan).await.unwrap().person.name, "Nguyễn Thị Lan");
        assert_eq!(audit::about(&mut desk.read().await.unwrap(), "person/lan").await.unwrap().len(), 2);
    }

    async fn a_disabled_account_ends_its_sessions_for_good(scratch: Scratch) {
        let desk = office(&scratch).await;
        let post = open(&desk, "BL-STC", "Chuyên viên", Role::Officer, FIRST).await;
        let lan = somebody(&desk, "Lan", &[(&post.code, FIRST)]).await;
        let token = session::open(&desk, lan, None, &Chance::new(|bytes| bytes.fill(7))).await.unwrap();
        let desk = later(&desk, 60);
        let seated = || async { session::sit(&program(&desk, desk.today), &token).await.unwrap().is_some() };
        assert!(seated().await);
        person::disable(&desk, lan).await.unwrap();
        assert!(!seated().await);
        let refused = post::appoint(&desk, &post.code, lan, desk.today, None).await;
        assert!(matches!(refused, Err(post::Refusal::Disabled(_))), "{refused:?}");
        person::enable(&desk, lan).await.unwrap();
        assert!(!seated().await, "enabling does not revive a session");
        assert!(person::show(&desk, lan).await.unwrap().person.disabled_at.is_none());
    }

    async fn the_last_administrator_is_not_disabled(scratch: Scratch) {
        let desk = office(&scratch).await;
        let post = open(&desk, "BL-STC", "Quản trị", Role::Administrator, FIRST).await;
        let lan = somebody(&desk, "Lan", &[(&post.code, FIRST)]).await;
        let minh = somebody(&desk, "Minh", &[]).await;
        let admin = sit(&desk, lan, "lan", &post);
        person::disable(&admin, minh).await.unwrap();
        let refused = person::disable(&admin, lan).await;
        assert!(matches!(refused, Err(Refusal::LastAdministrator)), "{refused:?}");
    }

    async fn only_an_administrator_touches_people_and_an_auditor_reads(scratch: Scratch) {
        let desk = office(&scratch).await;
        for role in Role::OF_POSTS {
            let seat = desk.seat((1, "x"), "x.x", role, "BL-STC");
            let added = person::add(&seat, &New { name: "Lan", ..New::default() }).await;
            assert_eq!(added.is_ok(), role == Role::Administrator, "{role:?}");
            let read = person::list(&seat, &Filter::default()).await;
            assert_eq!(read.is_ok(), matches!(role, Role::Administrator | Role::Auditor), "{role:?}");
        }
    }

    async fn people_are_found_without_marks_by_agency_and_by_role(scratch: Scratch) {
        let desk = office(&scratch).await;
        let post = open(&desk, "BL-STC", "Chuyên viên", Role::Officer, FIRST).await;
        somebody(&desk, "Đỗ Thị Ánh", &[(&post.code, FIRST)]).await;
        let gone = somebody(&desk, "Bình", &[]).await;
        person::disable(&desk, gone).await.unwrap();
        let names = |filter: Filter| {
            let desk = desk.clone();
            async move {
                let found = person::list(&desk, &filter).await.unwrap();
                found.into_iter().map(|listed| listed.person.name).collect::<Vec<_>>()
            }
        };
        assert_eq!(names(Filter { text: "do thi".into(), ..Filter::default() }).await, ["Đỗ Thị Ánh"]);
        assert_eq!(names(Filter { agency: Some("BL-STC".into()), ..Filter::default() }).await, ["Đỗ Thị Ánh"]);
        assert!(names(Filter { role: Some(Role::Head), ..Filter::default() }).await.is_empty());
        assert_eq!(names(Filter { disabled: true, ..Filter::default() }).await, ["Bình"]);
    }

    async fn a_spreadsheet_makes_people_posts_and_holders_in_one_go(scratch: Scratch) {
        let desk = office(&scratch).await;
        let vacant = open(&desk, "BL-STC", "Giám đốc", Role::Head, FIRST).await;
        let people = take_in(&desk, "\
            Nguyễn Thị Lan;;Giám đốc;Sở Tài chính;Thủ trưởng\n\
            Trần Minh;minh;Chuyên viên;BL-STC;chuyên viên\n\
            Lê Hoa;;Chuyên viên;bl-stc;officer\n").await.unwrap();
        let accounts: Vec<_> = people.iter().map(|person| person.account.as_str()).collect();
        assert_eq!(accounts, ["lan.nguyen-thi", "minh", "hoa.le"]);
        let posts = post::list(&desk, &post::Filter::default()).await.unwrap();
        let held: Vec<_> = posts.iter().map(|held| (held.post.code.as_str(), held.holdings[0].account.as_str())).collect();
        assert_eq!(held, [
            ("bl-stc.chuyen-vien", "minh"), ("bl-stc.chuyen-vien-2", "hoa.le"), (vacant.code.as_str(), "lan.nguyen-thi"),
        ]);
        let again = take_in(&desk, "Lê Hoa;;Chuyên viên;bl-stc;officer\n").await;
        assert!(matches!(again, Err(Unread::Refusal(Refusal::Sent))), "{again:?}");
        assert_eq!(person::of_form(&desk, "form").await.unwrap(), people);
    }

    async fn every_problem_of_a_spreadsheet_is_told_and_nobody_is_taken_in(scratch: Scratch) {
        let desk = office(&scratch).await;
        person::add(&desk, &New { name: "Minh", account: "minh", ..New::default() }).await.unwrap();
        let refused = take_in(&desk, "\
            Lan;lan;Chuyên viên;Sở Tài chính;Chuyên viên\n\
            ;lan;Chuyên viên;Sở Không Có;Vua\n\
            Hoa;minh;;;Chuyên viên\n\
            \n\
            Bình;a b;Chuyên viên;BL-SNV;Chuyên viên\n").await;
        let Err(Unread::Problems(problems)) = refused else { panic!("{refused:?}") };
        let told: Vec<_> = problems
            .kept
            .iter()
            .map(|problem| (problem.row.unwrap(), problem.column.as_deref().unwrap(), problem.kind))
            .collect();
        assert_eq!(told, [
            (4, "A", Kind::MissingText),
            (4, "B", Kind::DuplicateAccount),
            (4, "D", Kind::UnknownAgency),
            (4, "E", Kind::UnknownRole),
            (5, "B", Kind::TakenAccount),
            (5, "C", Kind::MissingText),
            (5, "D", Kind::MissingText),
            (7, "B", Kind::BadAccount),
            (7, "D", Kind::UnknownAgency),
        ]);
        assert_eq!(count(&desk).await, 1);
    }

    async fn a_file_that_is_no_list_of_people_is_refused(scratch: Scratch) {
        let desk = office(&scratch).await;
        for (bytes, kind) in [
            (&b"%PDF-1.7\n"[..], Kind::NotAWorkbook),
            (b"a;b\n1;2\n", Kind::MissingColumn),
            (HEADINGS.as_bytes(), Kind::EmptySheet),
        ] {
            let refused = person::take_in(&desk, File { name: "a", bytes }, "95-2008", "form").await;
            let Err(Unread::Problems(problems)) = refused else { panic!("{refused:?}") };
            assert_eq!(problems.kept[0].kind, kind);
        }
    }
}

//! Web links as people deal with them: added, changed, moved, dropped, shown in their order.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod office;

use accounts::{Desk, Role};
use inform::link::{Draft, LINKS_MAX, Refusal, add, change, drop_link, links, put_at, shown};
use office::{COMMUNE, open, seat};
use sample::on_both;

fn draft(name: &str, address: &str) -> Draft {
    Draft { name: name.into(), name_en: String::new(), address: address.into() }
}

async fn names(desk: &Desk) -> Vec<String> {
    shown(desk.store()).await.unwrap().into_iter().map(|link| link.name).collect()
}

on_both! {
    async fn links_are_shown_in_the_order_that_the_desk_gives(scratch: Scratch) {
        let desk = open(&scratch).await;
        let writer = seat(&desk, Role::Communicator, "BL-SVHTTDL");
        assert!(names(&desk).await.is_empty());
        let mut made = Vec::new();
        for name in ["A", "B", "C", "D"] {
            made.push(add(&writer, &draft(name, &format!("https://{name}.gov.vn"))).await.unwrap().id);
        }
        assert_eq!(names(&desk).await, ["A", "B", "C", "D"]);
        put_at(&writer, made[3], 1).await.unwrap();
        put_at(&writer, made[0], 99).await.unwrap();
        put_at(&writer, made[1], 0).await.unwrap();
        assert_eq!(names(&desk).await, ["B", "D", "C", "A"]);
        let entries = |desk: Desk| async move { accounts::audit::latest(desk.store()).await.unwrap() };
        let before = entries(desk.clone()).await;
        put_at(&writer, made[1], 1).await.unwrap();
        assert_eq!(entries(desk.clone()).await, before, "where it stands already nothing is done");
        drop_link(&writer, made[3]).await.unwrap();
        add(&writer, &draft("E", "https://e.gov.vn")).await.unwrap();
        assert_eq!(names(&desk).await, ["B", "C", "A", "E"]);
        for gone in [drop_link(&writer, made[3]).await, put_at(&writer, made[3], 1).await] {
            assert!(matches!(gone, Err(Refusal::Missing)));
        }
    }

    async fn what_would_mislead_is_refused(scratch: Scratch) {
        let desk = open(&scratch).await;
        let writer = seat(&desk, Role::StandingBody, "BL-SNV25");
        let one = add(&writer, &draft("Chính phủ", "https://chinhphu.vn")).await.unwrap();
        assert_eq!(one.address, "https://chinhphu.vn/");
        let two = add(&writer, &Draft { name_en: " PAPI ".into(), ..draft("Chỉ số PAPI", "https://papi.org.vn") }).await.unwrap();
        assert_eq!(two.name_en.as_deref(), Some("PAPI"));
        let refused = |name: &'static str, address: &'static str| {
            let writer = writer.clone();
            async move { add(&writer, &draft(name, address)).await.unwrap_err() }
        };
        assert!(matches!(refused(" ", "https://x.vn").await, Refusal::NoName));
        assert!(matches!(refused("Khác", "javascript:alert(1)").await, Refusal::NoAddress));
        assert!(matches!(refused("Khác", "http://x.vn").await, Refusal::NoAddress));
        assert!(matches!(refused("Khác", "https://chinhphu.vn").await, Refusal::Twice));
        assert!(matches!(refused("chính  phủ", "https://x.vn").await, Refusal::Twice));
        let long = add(&writer, &draft(&"x".repeat(121), "https://x.vn")).await;
        assert!(matches!(long, Err(Refusal::NoName)));
        let taken = change(&writer, two.id, &draft("Chính phủ", "https://papi.org.vn")).await;
        assert!(matches!(taken, Err(Refusal::Twice)));
        let same = change(&writer, two.id, &draft("Chỉ số PAPI", "https://papi.org.vn/")).await.unwrap();
        assert_eq!((same.name_en, names(&desk).await), (None, vec!["Chính phủ".to_owned(), "Chỉ số PAPI".to_owned()]));
        assert!(matches!(change(&writer, 999, &draft("K", "https://k.vn")).await, Err(Refusal::Missing)));
        for n in 2..LINKS_MAX {
            add(&writer, &draft(&format!("Trang {n}"), &format!("https://t{n}.vn"))).await.unwrap();
        }
        assert!(matches!(refused("Thừa", "https://thua.vn").await, Refusal::TooMany));
    }

    async fn who_does_not_keep_the_site_changes_nothing(scratch: Scratch) {
        let desk = open(&scratch).await;
        let one = add(&desk, &draft("Chính phủ", "https://chinhphu.vn")).await.unwrap();
        for role in [Role::Leader, Role::Auditor] {
            let reader = seat(&desk, role, "BL-UBND");
            assert_eq!(links(&reader).await.unwrap().len(), 1);
            assert!(matches!(drop_link(&reader, one.id).await, Err(Refusal::Forbidden(_))));
        }
        let officer = seat(&desk, Role::Officer, COMMUNE);
        assert!(matches!(links(&officer).await, Err(Refusal::Forbidden(_))));
        assert!(matches!(add(&officer, &draft("X", "https://x.vn")).await, Err(Refusal::Forbidden(_))));
        assert!(matches!(put_at(&officer, one.id, 1).await, Err(Refusal::Forbidden(_))));
    }
}

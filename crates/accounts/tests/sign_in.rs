//! What is done at the door, on either database.

#![allow(clippy::unwrap_used)]

use std::sync::atomic::{AtomicU64, Ordering};

use accounts::audit::{self, Entry};
use accounts::person::{self, New};
use accounts::post::{self, Named};
use accounts::session::{self, NotEnded};
use accounts::sign_in::{self, Browser, Entered, NotChanged, NotMade, NotTaken, Refusal, Step};
use accounts::{Chance, Desk, Role};
use jiff::SignedDuration;
use sample::{Scratch, on_both};

const PASSWORD: &str = "đò ngang qua sông";

/// Bytes that no other call gave.
fn chance() -> Chance {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    Chance::new(|bytes| {
        let number = NEXT.fetch_add(1, Ordering::Relaxed).to_le_bytes();
        bytes.iter_mut().zip(number.iter().cycle()).for_each(|(byte, given)| *byte = *given);
    })
}

/// The program's desk, for a request from an address.
async fn from(scratch: &Scratch, client: &str) -> Desk {
    let desk = scratch.desk().await;
    Desk::program(desk.store(), desk.today, desk.now).from_client(Some(client.to_owned()))
}

fn later(desk: &Desk, hours: i64) -> Desk {
    let now = desk.now + SignedDuration::from_hours(hours);
    Desk::program(desk.store(), desk.today, now).from_client(desk.client.clone())
}

/// The first administrator, who has chosen [`PASSWORD`].
async fn founded(desk: &Desk) -> Entered {
    let link = founding(desk).await.unwrap();
    taken(sign_in::take_link(desk, Browser::default(), (&link, PASSWORD), &chance()).await.unwrap())
}

async fn founding(desk: &Desk) -> Option<String> {
    sign_in::first(desk, "95-2008", ("Quản trị viên", "UBND tỉnh"), &chance())
        .await
        .unwrap()
        .map(|it| it.link)
}

fn taken(step: Step) -> Entered {
    match step {
        Step::In(entered) => entered,
        Step::Code(_) => panic!("no second factor here"),
    }
}

async fn enter(desk: &Desk, device: Option<&str>, password: &str) -> Result<Step, Refusal> {
    let browser = Browser { device, ..Browser::default() };
    sign_in::enter(desk, browser, ("quan-tri", password), &chance()).await
}

async fn trail(desk: &Desk) -> Vec<Entry> {
    audit::list(&mut desk.read().await.unwrap(), 0, 1000).await.unwrap()
}

on_both! {
    async fn the_first_start_makes_an_administrator_and_a_later_one_none(scratch: Scratch) {
        let desk = from(&scratch, "10.0.0.1").await;
        let lost = founding(&desk).await.unwrap();
        let link = founding(&desk).await.expect("nobody has come yet");
        assert!(sign_in::open_link(&desk, &lost).await.unwrap().is_none(), "a newer link takes its place");
        let entered = sign_in::take_link(&desk, Browser::default(), (&link, PASSWORD), &chance()).await.unwrap();
        let seated = session::sit(&desk, &taken(entered).session).await.unwrap().unwrap();
        assert_eq!((seated.role, seated.agency.as_deref()), (Role::Administrator, Some("UBND")));
        assert_eq!(founding(&desk).await, None);
    }

    async fn two_first_starts_at_once_make_one_administrator(scratch: Scratch) {
        let desk = from(&scratch, "10.0.0.1").await;
        let (one, two) = tokio::join!(founding(&desk), founding(&desk));
        let mut good = 0;
        for link in [one.unwrap(), two.unwrap()] {
            good += usize::from(sign_in::open_link(&desk, &link).await.unwrap().is_some());
        }
        assert_eq!(good, 1);
        let acts = trail(&desk).await;
        assert_eq!(acts.iter().filter(|entry| entry.act == "sign_in.founded").count(), 1);
    }

    async fn a_link_lasts_three_days_and_one_of_two_who_use_it_at_once_gets_in(scratch: Scratch) {
        let desk = from(&scratch, "10.0.0.1").await;
        let link = founding(&desk).await.unwrap();
        let late = later(&desk, 72);
        let refused = sign_in::take_link(&late, Browser::default(), (&link, PASSWORD), &chance()).await;
        assert!(matches!(refused, Err(NotTaken::Gone)));

        let (one, two) = (chance(), chance());
        let (a, b) = tokio::join!(
            sign_in::take_link(&desk, Browser::default(), (&link, PASSWORD), &one),
            sign_in::take_link(&desk, Browser::default(), (&link, "bến đò chiều vắng"), &two),
        );
        assert_eq!([a.is_ok(), b.is_ok()].into_iter().filter(|ok| *ok).count(), 1);
    }

    async fn many_tries_at_once_are_counted_each(scratch: Scratch) {
        let desk = from(&scratch, "10.0.0.1").await;
        founded(&desk).await;
        let tries = (0..12).map(|_| {
            let desk = desk.clone();
            tokio::spawn(async move { enter(&desk, None, "đoán mò đoán mò").await })
        });
        let mut looked_at = 0;
        for tried in tries.collect::<Vec<_>>() {
            looked_at += usize::from(matches!(tried.await.unwrap(), Err(Refusal::Wrong)));
        }
        assert_eq!(looked_at, 5);
        assert_eq!(trail(&desk).await.iter().filter(|entry| entry.act == "sign_in.failed").count(), 5);
    }

    async fn strangers_everywhere_do_not_lock_the_owner_out(scratch: Scratch) {
        let desk = from(&scratch, "10.0.0.1").await;
        let device = founded(&desk).await.device;
        for n in 0..25 {
            enter(&from(&scratch, &format!("203.0.113.{n}")).await, None, "đoán mò đoán mò").await.unwrap_err();
        }
        let stranger = enter(&from(&scratch, "198.51.100.1").await, None, PASSWORD).await;
        assert!(matches!(stranger, Err(Refusal::Wait(_))), "{stranger:?}");
        let stolen = enter(&from(&scratch, "198.51.100.1").await, Some("made up"), PASSWORD).await;
        assert!(matches!(stolen, Err(Refusal::Wait(_))), "{stolen:?}");
        enter(&from(&scratch, "198.51.100.1").await, Some(&device), PASSWORD).await.unwrap();

        let told = trail(&desk).await.pop().unwrap();
        assert_eq!(told.client.as_deref(), Some("198.51.100.1"));
        assert!(told.after.unwrap().contains("\"held_back\":7"), "five addresses and two at last");
        enter(&later(&desk, 1), None, PASSWORD).await.expect("an hour later all is forgotten");
    }

    async fn only_those_who_may_make_links_end_sessions_and_give_passwords(scratch: Scratch) {
        let operator = scratch.desk().await;
        let door = from(&scratch, "10.0.0.1").await;
        let token = founded(&door).await.session;
        let administrator = session::sit(&door, &token).await.unwrap().unwrap();
        let named = Named { agency: "UBND", name: "Chuyên viên", role: Role::Officer, first: operator.today, form: None };
        let post = post::open(&operator, &named).await.unwrap();
        let posts = [(post.code.as_str(), operator.today)];
        let lan = person::add(&operator, &New { name: "Lan", account: "lan", posts: &posts, form: None }).await.unwrap();
        let officer = operator.seat((lan.id, "lan"), &post.code, Role::Officer, "UBND");

        let made = sign_in::make_link(&officer, "quan-tri", &chance()).await;
        assert!(matches!(made, Err(NotMade::Forbidden(_))));
        let ended = session::end_of(&officer, "quan-tri").await;
        assert!(matches!(ended, Err(NotEnded::Forbidden(_))));
        let given = sign_in::give_password(&administrator, "lan", "$argon2id$x").await;
        assert!(matches!(given, Err(NotChanged::Forbidden(_))));

        let link = sign_in::make_link(&administrator, "lan", &chance()).await.unwrap();
        let lans = sign_in::take_link(&door, Browser::default(), (&link, PASSWORD), &chance()).await.unwrap();
        let lans = taken(lans).session;
        assert!(session::sit(&door, &lans).await.unwrap().is_some());
        session::end_of(&administrator, "lan").await.unwrap();
        assert!(session::sit(&door, &lans).await.unwrap().is_none());
        assert!(session::sit(&door, &token).await.unwrap().is_some());
    }

    async fn who_lost_phone_and_codes_is_let_in_after_an_administrator_helped(scratch: Scratch) {
        let door = from(&scratch, "10.0.0.1").await;
        let own = session::sit(&door, &founded(&door).await.session).await.unwrap().unwrap();
        sign_in::offer(&own, &chance()).await.unwrap();
        let offer = sign_in::means(&own).await.unwrap().offer.unwrap();
        let secret = totp_rs::Secret::try_from_base32(&offer.secret).unwrap();
        let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
        let code = totp.generate(u64::try_from(own.now.as_second()).unwrap()).to_string();
        assert_eq!(sign_in::confirm(&own, &code, &chance()).await.unwrap().len(), 10);
        assert!(matches!(enter(&door, None, PASSWORD).await.unwrap(), Step::Code(_)));
        assert_eq!(sign_in::means(&own).await.unwrap().codes_left, 10);

        sign_in::lift(&scratch.desk().await, "quan-tri").await.unwrap();
        assert!(matches!(enter(&door, None, PASSWORD).await.unwrap(), Step::In(_)));
        assert_eq!(sign_in::means(&own).await.unwrap().codes_left, 0);
    }
}

//! Sections as they are kept and looked at: a server on this machine stands for the portal.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

mod office;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use accounts::{Desk, Role, audit};
use inform::portal::{
    Draft, Refusal, Rules, SECTIONS_MAX, Section, Standing, Trouble, check, drop_section, keep, sections,
};
use jiff::civil::date;
use office::{open, seat};
use sample::on_both;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// A portal: what it answers by path, and what it was asked.
#[derive(Clone)]
struct Portal {
    at: String,
    answers: Arc<Mutex<HashMap<String, String>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Portal {
    async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = format!("http://{}", listener.local_addr().unwrap());
        let portal = Self { at, answers: Arc::default(), asked: Arc::default() };
        let serving = portal.clone();
        tokio::spawn(async move {
            while let Ok((mut line, _)) = listener.accept().await {
                let portal = serving.clone();
                tokio::spawn(async move {
                    let mut heard = vec![0; 8192];
                    let length = line.read(&mut heard).await.unwrap_or(0);
                    let heard = String::from_utf8_lossy(&heard[..length]).into_owned();
                    let path = heard.split(' ').nth(1).unwrap_or_default().to_owned();
                    portal.asked.lock().unwrap().push(heard);
                    if path == "/slow" {
                        tokio::time::sleep(Duration::from_secs(30)).await;
                    }
                    let missing = "HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n".to_owned();
                    let answer = portal.answers.lock().unwrap().get(&path).cloned().unwrap_or(missing);
                    line.write_all(answer.as_bytes()).await.ok();
                });
            }
        });
        portal
    }

    fn says(&self, path: &str, body: &str) {
        self.answers_with(path, "200 OK", "content-type: text/html; charset=utf-8", body);
    }

    fn answers_with(&self, path: &str, status: &str, header: &str, body: &str) {
        let length = body.len();
        let answer = format!(
            "HTTP/1.1 {status}\r\n{header}\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}"
        );
        self.answers.lock().unwrap().insert(path.to_owned(), answer);
    }

    fn asked(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

fn rules(named: &[&str]) -> Rules {
    let named: Vec<String> = named.iter().map(|name| (*name).to_owned()).collect();
    Rules::new("https://papi.baclieu.gov.vn", &named)
        .paced(Duration::from_millis(1), Duration::from_millis(700))
}

fn draft(address: &str) -> Draft {
    Draft {
        name: "Công khai ngân sách".into(),
        address: address.into(),
        agency: "BL-SNV25".into(),
        ground: "Nghị định 42/2022/NĐ-CP".into(),
        days: 7,
    }
}

async fn put(desk: &Desk, address: &str) -> Section {
    keep(&seat(desk, Role::StandingBody, "BL-SNV25"), None, &draft(address)).await.unwrap()
}

async fn standing(desk: &Desk, id: i64) -> Standing {
    let all = sections(desk).await.unwrap();
    all.iter().find(|one| one.id == id).unwrap().standing(desk.today)
}

/// How one page stands after it was looked at once.
async fn seen(desk: &Desk, portal: &Portal, path: &str) -> (Standing, Option<i64>) {
    let id = put(desk, &format!("{}{path}", portal.at)).await.id;
    check(desk, &rules(&["127.0.0.1"])).await.unwrap();
    let status = sections(desk).await.unwrap().iter().find(|one| one.id == id).unwrap().seen.status;
    (standing(desk, id).await, status)
}

on_both! {
    async fn a_section_is_fresh_once_it_was_seen_to_change_and_stale_when_it_does_not(scratch: Scratch) {
        let (desk, portal) = (open(&scratch).await, Portal::open().await);
        portal.says("/ngan-sach", "<header>12:01</header><p>Quý I</p>");
        let id = put(&desk, &format!("{}/ngan-sach", portal.at)).await.id;
        assert_eq!(standing(&desk, id).await, Standing::Unseen);
        assert_eq!(check(&desk, &rules(&["127.0.0.1"])).await.unwrap(), 1);
        assert_eq!(standing(&desk, id).await, Standing::Watched, "seen once is not fresh");
        let asked = portal.asked();
        assert_eq!(check(&desk, &rules(&["127.0.0.1"])).await.unwrap(), 0, "once a day");
        assert_eq!(portal.asked(), asked);
        portal.says("/ngan-sach", "<header>12:02</header><p>Quý I</p>");
        let later = desk.on(date(2025, 5, 28));
        check(&later, &rules(&["127.0.0.1"])).await.unwrap();
        assert_eq!(standing(&later, id).await, Standing::Stale(1), "a clock is no news");
        portal.says("/ngan-sach", "<header>12:02</header><p>Quý II</p>");
        let then = desk.on(date(2025, 5, 29));
        check(&then, &rules(&["127.0.0.1"])).await.unwrap();
        assert_eq!(standing(&then, id).await, Standing::Fresh);
        assert_eq!(standing(&desk.on(date(2025, 6, 9)), id).await, Standing::Unwatched, "nobody looked since");
        let heard = portal.asked.lock().unwrap().join("").to_lowercase();
        assert!(heard.contains("user-agent: nanghang/") && heard.contains("(+https://papi.baclieu.gov.vn)"), "{heard}");
        assert!(heard.starts_with("get /robots.txt"), "the site is asked first");
        let trail = audit::list(&mut desk.store().read().await.unwrap(), 0, 100_000).await.unwrap();
        assert_eq!(trail.iter().filter(|entry| entry.act == "portal.looked").count(), 3);
    }

    async fn what_leads_away_is_too_large_slow_or_no_page_is_told_and_not_fresh(scratch: Scratch) {
        let (desk, portal) = (open(&scratch).await, Portal::open().await);
        let large = "a ".repeat(600_000);
        portal.says("/large", &large);
        portal.says("/empty", "<nav>Trang chủ</nav>");
        portal.says("/there", "Đây");
        portal.answers_with("/away", "302 Found", "location: http://localhost/tin", "");
        portal.answers_with("/inside", "302 Found", "location: http://169.254.169.254/", "");
        portal.answers_with("/port", "302 Found", "location: http://127.0.0.1:22/", "");
        portal.answers_with("/file", "302 Found", "location: file:///etc/passwd", "");
        portal.answers_with("/round", "302 Found", "location: /round", "");
        portal.answers_with("/here", "301 Moved", "location: /there", "");
        portal.answers_with("/broken", "503 Busy", "retry-after: 1", "");
        portal.answers_with("/pdf", "200 OK", "content-type: application/pdf", "%PDF");
        let unknown = Standing::Unknown;
        for (path, wanted, status) in [
            ("/away", unknown(Trouble::Redirect), Some(302)),
            ("/inside", unknown(Trouble::Redirect), Some(302)),
            ("/port", unknown(Trouble::Redirect), Some(302)),
            ("/file", unknown(Trouble::Redirect), Some(302)),
            ("/round", unknown(Trouble::Redirect), None),
            ("/large", unknown(Trouble::Large), Some(200)),
            ("/empty", unknown(Trouble::Empty), Some(200)),
            ("/slow", unknown(Trouble::Slow), None),
            ("/broken", unknown(Trouble::Status), Some(503)),
            ("/missing", unknown(Trouble::Status), Some(404)),
            ("/pdf", unknown(Trouble::NotText), Some(200)),
            ("/here", Standing::Watched, Some(200)),
        ] {
            assert_eq!(seen(&desk, &portal, path).await, (wanted, status), "{path}");
        }
    }

    async fn what_the_site_forbids_is_not_asked_for(scratch: Scratch) {
        let (desk, portal) = (open(&scratch).await, Portal::open().await);
        portal.answers_with("/robots.txt", "200 OK", "content-type: text/plain", "User-agent: *\nDisallow: /kin\n");
        portal.says("/kin/1", "Kín");
        portal.says("/mo", "Mở");
        portal.answers_with("/toi-kin", "302 Found", "location: /kin/1", "");
        let forbidden = Standing::Unknown(Trouble::Robots);
        assert_eq!(seen(&desk, &portal, "/kin/1").await.0, forbidden);
        assert_eq!(seen(&desk, &portal, "/toi-kin").await.0, forbidden, "nor by a detour");
        assert_eq!(seen(&desk, &portal, "/mo").await.0, Standing::Watched);
        assert!(!portal.asked.lock().unwrap().iter().any(|heard| heard.contains("/kin/")));
        portal.answers_with("/robots.txt", "500 Broken", "retry-after: 1", "");
        assert_eq!(seen(&desk, &portal, "/mo?2").await.0, Standing::Unknown(Trouble::Status));
    }

    async fn a_private_address_that_nobody_named_is_not_asked(scratch: Scratch) {
        let (desk, portal) = (open(&scratch).await, Portal::open().await);
        portal.says("/", "Bên trong");
        let port = portal.at.rsplit(':').next().unwrap().to_owned();
        let at = [format!("{}/", portal.at), format!("http://localhost:{port}/"), format!("http://[::ffff:127.0.0.1]:{port}/")];
        let mut ids = Vec::new();
        for address in &at {
            // What `links` does not take for an address is refused before it is kept.
            let kept = keep(&seat(&desk, Role::StandingBody, "BL-SNV25"), None, &draft(address)).await;
            ids.extend(kept.map(|one| one.id));
        }
        assert!(ids.len() >= 2);
        check(&desk, &rules(&[])).await.unwrap();
        for id in ids {
            assert_eq!(standing(&desk, id).await, Standing::Unknown(Trouble::Host));
        }
        assert_eq!(portal.asked(), 0);
    }

    async fn the_list_is_kept_by_who_may_and_is_not_endless(scratch: Scratch) {
        let (desk, portal) = (open(&scratch).await, Portal::open().await);
        portal.says("/a", "Một");
        let standing_body = seat(&desk, Role::StandingBody, "BL-SNV25");
        let one = put(&desk, &format!("{}/a", portal.at)).await;
        check(&desk, &rules(&["127.0.0.1"])).await.unwrap();
        let renamed = Draft { name: "Ngân sách".into(), ..draft(&one.address) };
        let now = keep(&standing_body, Some(one.id), &renamed).await.unwrap();
        assert!(now.seen.digest.is_some(), "the same page is still known");
        let moved = keep(&standing_body, Some(one.id), &draft(&format!("{}/b", portal.at))).await.unwrap();
        assert_eq!(moved.seen.digest, None, "another page is not");
        assert!(matches!(keep(&standing_body, None, &draft(&moved.address)).await, Err(Refusal::Twice)));
        assert!(matches!(keep(&standing_body, Some(99), &renamed).await, Err(Refusal::Missing)));
        for (wrong, days) in [("ftp://x.gov.vn", 7), ("https://x.gov.vn", 0), ("https://x.gov.vn", 367)] {
            assert!(keep(&standing_body, None, &Draft { days, ..draft(wrong) }).await.is_err());
        }
        let officer = seat(&desk, Role::Officer, "BL-SNV25");
        assert!(matches!(keep(&officer, None, &draft("https://x.gov.vn")).await, Err(Refusal::Forbidden(_))));
        assert!(matches!(sections(&officer).await, Err(Refusal::Forbidden(_))));
        assert!(matches!(check(&standing_body, &rules(&[])).await, Err(Refusal::Forbidden(_))), "the program alone looks");
        for at in 1..SECTIONS_MAX {
            put(&desk, &format!("https://x.gov.vn/{at}")).await;
        }
        assert!(matches!(keep(&standing_body, None, &draft("https://x.gov.vn/a")).await, Err(Refusal::TooMany)));
        drop_section(&standing_body, one.id).await.unwrap();
        assert!(matches!(drop_section(&standing_body, one.id).await, Err(Refusal::Missing)));
        assert!(keep(&standing_body, None, &draft("https://x.gov.vn/a")).await.is_ok());
    }
}

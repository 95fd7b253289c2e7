//! How one tries each act on broadcasts. The agency whose things they are stands in for a commune with a station here, and
//! the one that cooperates wrote the bulletin.

use accounts::Role;
use inform::broadcast::{Days, Draft, NewAired, Priority, Rig, Set, Slot, Station, keep, log, send, write};
use jiff::civil::time;

use crate::office::{file, text};
use crate::scene::{Ask, OWN, PARTNER, Scene};

/// The request for an act, with fresh things to do it to; none for an act that is not of this file.
pub(crate) async fn ask(scene: &Scene, act: &str) -> Option<Ask> {
    let act = act.strip_prefix("broadcast.")?;
    scene.tell(format!("UPDATE agency SET kind = 'commune' WHERE code = '{OWN}'")).await;
    keep(&scene.desk_of(Role::Officer, OWN), station()).await.ok()?;
    let number = scene.number();
    let is_draft = matches!(act, "changed" | "sent");
    let id = bulletin(scene, number, !is_draft).await?;
    let (at, station) = (format!("/phat-thanh/{id}"), format!("/phat-thanh/dai/{OWN}"));
    let (today, tomorrow) = (scene.desk.today.to_string(), scene.desk.today.tomorrow().ok()?.to_string());
    let (today, tomorrow) = (today.as_str(), tomorrow.as_str());
    // Before nine in the morning, a minute that no other try takes.
    let hour = format!("{:02}:{:02}", number / 60 % 8, number % 60);
    let form = format!("mau-{number}-0123456789");
    let draft = [
        ("title", "Tên mới"),
        ("text", "Kính thưa bà con"),
        ("priority", "normal"),
        ("content", "5"),
        ("first", today),
        ("last", tomorrow),
        ("times", "1"),
        ("version", "1"),
    ];
    let with = |head: [(&'static str, &str); 1]| {
        let [a, b, c, d, e, f, g, h] = draft;
        [head[0], a, b, c, d, e, f, g, h].map(|(name, value)| (name, value.to_owned()))
    };
    let ask = match act {
        "read" => return Some(Ask::page(at, format!("Bản tin số {number}")).of(OWN)),
        "written" => {
            Ask::form("/phat-thanh", with([("form", &form)]).each_ref().map(|(n, v)| (*n, v.as_str())))
        }
        "changed" => Ask::form(at, with([("act", "change")]).each_ref().map(|(n, v)| (*n, v.as_str()))),
        "sent" => Ask::form(at, [("act", "send"), ("version", "1"), ("to", OWN)]),
        "withdrawn" => Ask::form(at, [("act", "withdraw"), ("why", "Viết sai")]),
        "scheduled" => {
            Ask::form(at, [("act", "schedule"), ("station", OWN), ("day-0", tomorrow), ("hour-0", &hour)])
        }
        "logged" => Ask::form(
            station,
            [("act", "log"), ("title", "Thời sự"), ("day", today), ("hour", &hour), ("length", "5:00")],
        ),
        "struck" => {
            let entry = logged(scene, &hour).await?.to_string();
            Ask::form(station, [("act", "strike"), ("entry", &entry), ("why", "Nhầm ngày")])
        }
        "imported" => {
            let rows = format!("Ngày,Giờ,Thời lượng,Chương trình\n{today},{hour},5:00,Thời sự\n");
            let parts = [text("form", &form), file("nhat-ky.csv", rows.as_bytes())];
            return Some(Ask::files(format!("{station}/nhap"), &parts).of(OWN));
        }
        "station_kept" => Ask::form(
            station,
            [
                ("act", "keep"),
                ("set-0-spot", "Khóm 1"),
                ("set-0-rig", "fm"),
                ("set-0-horns", "2"),
                ("slot-0-begins", "05:00"),
                ("slot-0-minutes", "30"),
                ("slot-0-day", "1"),
            ],
        ),
        _ => return None,
    };
    Some(ask.of(OWN))
}

fn station() -> Station {
    let slot = Slot { begins: time(5, 0, 0, 0), minutes: 30, days: Days::ALL, name: String::new() };
    Station {
        agency: OWN.to_owned(),
        sets: vec![Set { spot: "Khóm 1".to_owned(), rig: Rig::Network, horns: 2, works: true }],
        slots: vec![slot],
        kept_by: String::new(),
        kept_on: jiff::civil::date(2025, 5, 20),
    }
}

async fn bulletin(scene: &Scene, number: i64, is_sent: bool) -> Option<i64> {
    let today = scene.desk.today;
    let draft = Draft {
        title: format!("Bản tin số {number}"),
        text: "Kính thưa bà con".to_owned(),
        text_km: String::new(),
        priority: Priority::Normal,
        content: Some(5),
        first: today,
        last: today.tomorrow().ok()?,
        times: 1,
        at: None,
    };
    let writer = scene.desk_of(Role::Communicator, PARTNER);
    let id = write(&writer, &draft, &format!("ban-tin-{number}")).await.ok()?.id;
    if is_sent {
        send(&writer, id, 1, &[OWN.to_owned()], None).await.ok()?;
    }
    Some(id)
}

async fn logged(scene: &Scene, hour: &str) -> Option<i64> {
    let at = scene.desk.today.to_datetime(inform::broadcast::hour(hour)?);
    let title = "Thời sự".to_owned();
    let new = NewAired { station: OWN.to_owned(), bulletin: None, title, at, seconds: 300, is_sure: false };
    log(&scene.desk_of(Role::Officer, OWN), &new).await.ok().map(|aired| aired.id)
}

//! What the sample's communes made public, late or not at all: made up, and marked so in its words.

use accounts::Desk;
use inform::Line;
use inform::disclosure::{
    Event, Key, NewEvent, NewPosting, NewShowing, Place, arise, doubt, post, record, register, seek, settle,
    strike,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use plan::evidence::links;

use super::{Refusal, reports};

const MARK: &str = "(số liệu mẫu)";
/// How the keys of the sample's forms begin.
const FORM: &str = "mau-";
const WARD: &str = "phuong-2";
const COMMUNE: &str = "hiep-thanh";

/// Where the sample's postings on the web are; nobody has that name.
const SITE: &str = "https://mau.baclieu.gov.vn/cong-khai";
/// A posting that was recorded by mistake, and the duty that somebody looked for in vain.
const MISTAKEN: (&str, Date) = ("CK03", date(2025, 5, 7));
const SOUGHT: (&str, &str) = ("BL-X-P2", "CK13");

/// The day after the first quarter that the sample keeps.
const QUARTER: Date = date(2025, 4, 1);
/// Communes that had posted nothing of that quarter; the others had, in time.
const SILENT: [&str; 3] = ["BL-X-P2", "BL-X-XHT", "BL-X-PNM"];

/// What happened: the account of who recorded it, the kind, the day, the words, and what was posted of its first
/// duty, if anything.
type Told = (&'static str, &'static str, Date, &'static str, Option<(Date, &'static [Place])>);

const BOARD_AND_SITE: &[Place] = &[Place::Seat, Place::Site];
const EVERYWHERE: &[Place] = &[Place::Seat, Place::CultureHouse, Place::Site];
const AT_THE_DESK: &[Place] = &[Place::ServiceDesk, Place::Site, Place::ServicePortal];

const TOLD: [Told; 9] = [
    (
        WARD,
        "lich_tiep_dan",
        date(2025, 1, 2),
        "Lịch tiếp công dân năm 2025",
        Some((date(2025, 1, 6), BOARD_AND_SITE)),
    ),
    (
        WARD,
        "bang_gia_dat",
        date(2025, 1, 6),
        "Bảng giá đất năm 2025",
        Some((date(2025, 1, 10), &[Place::Seat])),
    ),
    (
        WARD,
        "cong_bo_thu_tuc",
        date(2025, 2, 3),
        "Danh mục thủ tục hành chính cấp xã",
        Some((date(2025, 2, 7), AT_THE_DESK)),
    ),
    (
        WARD,
        "ke_hoach_su_dung_dat",
        date(2025, 3, 10),
        "Kế hoạch sử dụng đất năm 2025",
        Some((date(2025, 3, 20), BOARD_AND_SITE)),
    ),
    (
        WARD,
        "du_toan_quyet_dinh",
        date(2025, 4, 28),
        "Điều chỉnh dự toán ngân sách năm 2025",
        Some((date(2025, 5, 12), EVERYWHERE)),
    ),
    (WARD, "du_an_dau_tu", date(2025, 5, 15), "Nâng cấp hẻm số 3, khóm 4", None),
    (
        COMMUNE,
        "lich_tiep_dan",
        date(2025, 1, 2),
        "Lịch tiếp công dân năm 2025",
        Some((date(2025, 1, 3), BOARD_AND_SITE)),
    ),
    (
        COMMUNE,
        "thu_hoi_dat",
        date(2025, 4, 14),
        "Phương án bồi thường tuyến kênh số 6",
        Some((date(2025, 4, 22), EVERYWHERE)),
    ),
    (
        COMMUNE,
        "ke_hoach_su_dung_dat",
        date(2025, 4, 1),
        "Kế hoạch sử dụng đất năm 2025",
        Some((date(2025, 4, 10), BOARD_AND_SITE)),
    ),
];

/// Lets it happen until the desk's day; what is there stays as it is.
///
/// # Errors
/// [`Refusal`].
pub async fn run(desk: &Desk) -> Result<(), Refusal> {
    if register(desk).await?.iter().any(|line| line.event.form.starts_with(FORM)) {
        return Ok(());
    }
    if QUARTER <= desk.today {
        arise(&desk.on(QUARTER)).await?;
        in_time(desk).await?;
    }
    for told in TOLD.into_iter().filter(|told| told.2 <= desk.today) {
        tell(desk, told).await?;
    }
    budget_late(desk).await?;
    mistaken(desk).await?;
    missed(desk).await?;
    sought(desk).await
}

/// What most communes had to post after the quarter hung in time.
async fn in_time(desk: &Desk) -> Result<(), Refusal> {
    let day = QUARTER.saturating_add(7.days());
    let is_posted = |line: &Line| !line.owners.iter().any(|owner| SILENT.contains(&owner.as_str()));
    let lines = if day <= desk.today { register(desk).await? } else { Vec::new() };
    for line in lines.iter().filter(|line| is_posted(line)) {
        post(&desk.on(day), &posting(&line.key(), day, &line.terms.places)).await?;
    }
    Ok(())
}

async fn tell(desk: &Desk, (account, kind, day, words, posted): Told) -> Result<(), Refusal> {
    let Some(officer) = officer(desk, account, day).await? else { return Ok(()) };
    let agency = officer.agency.clone().unwrap_or_default();
    let (form, words) = (format!("{FORM}{kind}-{agency}"), format!("{words} {MARK}"));
    let event = record(&officer, &NewEvent { kind: kind.to_owned(), agency, day, words, form }).await?;
    let Some((first, places)) = posted.filter(|(first, _)| *first <= desk.today) else { return Ok(()) };
    let lines = register(&officer).await?;
    for line in lines.iter().filter(|line| line.event.id == event.id) {
        up(desk, account, &line.key(), first, places).await?;
    }
    Ok(())
}

async fn up(desk: &Desk, account: &str, of: &Key, first: Date, places: &[Place]) -> Result<(), Refusal> {
    let Some(officer) = officer(desk, account, first).await? else { return Ok(()) };
    post(&officer, &posting(of, first, places)).await?;
    Ok(())
}

fn posting(of: &Key, first: Date, places: &[Place]) -> NewPosting {
    NewPosting {
        of: of.clone(),
        form: format!("{FORM}{}-{}", of.event, of.duty),
        places: places.iter().map(|place| showing(*place)).collect(),
        first,
        last: None,
        spot: format!("Bảng tin cạnh cổng chính {MARK}"),
        replaces: Vec::new(),
    }
}

/// Sites are shown by their address; of the rest the sample has no photos, and says why.
fn showing(place: Place) -> NewShowing {
    let pieces = match place {
        Place::Site | Place::ServicePortal => links(SITE).unwrap_or_default(),
        _ => Vec::new(),
    };
    let unproven = if pieces.is_empty() { format!("Ảnh lưu ở văn thư {MARK}") } else { String::new() };
    NewShowing { place, pieces, unproven }
}

/// The ward posts its budget of the first quarter ten days late; the commune has not.
async fn budget_late(desk: &Desk) -> Result<(), Refusal> {
    let day = date(2025, 4, 25);
    if let Some(key) = key_of(desk, WARD, "CK04", "2025-Q1").await?
        && day <= desk.today
    {
        up(desk, WARD, &key, day, EVERYWHERE).await?;
    }
    Ok(())
}

/// The ward recorded a posting of its budget that was of another paper, and struck it out.
async fn mistaken(desk: &Desk) -> Result<(), Refusal> {
    let (duty, day) = MISTAKEN;
    if let Some(key) = key_of(desk, WARD, duty, "").await?
        && day <= desk.today
        && let Some(officer) = officer(desk, WARD, day).await?
    {
        let new =
            NewPosting { form: format!("{FORM}nham-{}", key.event), ..posting(&key, day, &[Place::Seat]) };
        let posted = post(&officer, &new).await?;
        strike(&officer, &key, posted.id, &format!("Ghi nhầm sang văn bản khác {MARK}")).await?;
    }
    Ok(())
}

/// Somebody looks for something of which the ward recorded nothing.
async fn sought(desk: &Desk) -> Result<(), Refusal> {
    let day = date(2025, 5, 19);
    if day <= desk.today {
        seek(&desk.on(day), SOUGHT.0, SOUGHT.1).await?;
    }
    Ok(())
}

/// Somebody misses the land plans: the commune's was gone indeed, the ward has yet to look.
async fn missed(desk: &Desk) -> Result<(), Refusal> {
    let (looked, said) = (date(2025, 5, 14), date(2025, 5, 19));
    if let Some(key) = key_of(desk, COMMUNE, "CK11", "").await?
        && looked <= desk.today
        && let Some(officer) = officer(desk, COMMUNE, looked).await?
    {
        let check = doubt(&desk.on(date(2025, 5, 12)), &key, Place::Seat).await?;
        settle(&officer, &key, check.id, false, &format!("Bảng tin đang sửa {MARK}")).await?;
    }
    if let Some(key) = key_of(desk, WARD, "CK11", "").await?
        && said <= desk.today
    {
        doubt(&desk.on(said), &key, Place::Seat).await?;
    }
    Ok(())
}

async fn key_of(desk: &Desk, account: &str, duty: &str, words: &str) -> Result<Option<Key>, Refusal> {
    let Some(officer) = officer(desk, account, desk.today).await? else { return Ok(None) };
    let is = |event: &Event| words.is_empty() || event.words == words;
    let lines = register(&officer).await?;
    Ok(lines.iter().find(|line| line.duty.code == duty && is(&line.event)).map(Line::key))
}

async fn officer(desk: &Desk, account: &str, day: Date) -> Result<Option<Desk>, Refusal> {
    Ok(reports::desks(&desk.on(day)).await?.into_iter().find(|desk| desk.who == account))
}

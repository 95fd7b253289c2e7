//! How heavy pages of many disclosures are.

use super::{COMMUNE, open, public};
use accounts::Role;
use inform::disclosure::{Key, NewEvent, NewPosting, NewShowing, Place, post, record};
use jiff::civil::date;
use plan::evidence::links;
use sample::Scratch;

/// What a page may weigh without its pictures, in bytes.
const MOST: usize = 100_000;
/// Projects of a busy ward in a year.
const PROJECTS: usize = 120;

#[tokio::test]
async fn a_ward_of_many_projects_has_light_pages_and_all_of_them_are_told() {
    let scratch = Scratch::sqlite();
    let (app, office, _) = open(&scratch).await;
    let ours = office.desk.seat((1, "ut"), "ghe", Role::Officer, "BL-X-P2");
    for n in 0..PROJECTS {
        let (kind, agency) = ("du_an_dau_tu".to_owned(), "BL-X-P2".to_owned());
        let words = format!(
            "Nâng cấp hẻm số {n}, khóm 4, từ đường Cao Văn Lầu đến kênh Xáng, giai đoạn hai năm 2025"
        );
        let new =
            NewEvent { kind, agency, day: date(2025, 5, 5), words, form: format!("du-an-{n}-0123456789") };
        let event = record(&ours, &new).await.unwrap();
        // Most hang everywhere; the newest are missing.
        if n < 100 {
            let places = [Place::Seat, Place::CultureHouse, Place::Site];
            let showing = |place| NewShowing {
                place,
                pieces: links(&format!("https://x.vn/{n}")).unwrap(),
                unproven: String::new(),
            };
            let new = NewPosting {
                of: Key { event: event.id, duty: "CK07".to_owned() },
                form: format!("niem-yet-{n}"),
                places: places.map(showing).to_vec(),
                first: date(2025, 5, 6),
                last: None,
                spot: String::new(),
                replaces: Vec::new(),
            };
            post(&ours, &new).await.unwrap();
        }
    }
    crate::door::renew(&app, &office.desk).await;
    let page = public(&office, COMMUNE).await;
    assert!(page.text().len() < MOST, "{}", page.text().len());
    page.says("Xem cả 120 việc: Đường, trường, trạm nào đang xây, làm đến đâu");
    assert_eq!(page.text().matches("-CK07\"").count(), 8);
    let mut told = 0;
    let mut next = Some(format!("{COMMUNE}?duty=CK07"));
    while let Some(address) = next {
        let page = public(&office, &address).await;
        assert!(page.text().len() < MOST, "{address}: {}", page.text().len());
        told += page.text().matches("class=\"promise\"").count();
        let end = page.text().find("\" rel=\"next\"");
        next = end.map(|end| {
            let start = page.text()[..end].rfind('"').unwrap() + 1;
            page.text()[start..end].replace("&#38;", "&").replace("&amp;", "&")
        });
    }
    assert_eq!(told, PROJECTS);
    // A duty that nothing is recorded of has no page of its own: everything is shown.
    public(&office, &format!("{COMMUNE}?duty=CK01")).await.says("Chưa ghi nhận:");
    let poster = public(&office, &format!("{COMMUNE}/to-niem-yet")).await;
    assert!(poster.text().len() < MOST, "{}", poster.text().len());
    poster.says("Còn 112 việc cùng loại");
    // A search leads to the card wherever it stands.
    let found = public(&office, "/tim-kiem?q=nang+cap+hem+so+77").await;
    let start = found.text().find("/cong-khai/BL-X-P2?duty=CK07").expect("a link to its page");
    let link = found.text()[start..].split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
    let (page, mark) = link.split_once('#').unwrap();
    assert!(public(&office, page).await.text().contains(&format!("id=\"{mark}\"")), "{link}");

    let standing = office.seat("thuong-truc-2", Role::StandingBody, "BL-SNV25").await;
    let register = office.get(&standing, "/so-cong-khai").await;
    assert!(register.text().len() < MOST, "{}", register.text().len());
    register.says("việc khác; thu hẹp bằng bộ lọc ở trên hoặc tải tệp CSV");
}

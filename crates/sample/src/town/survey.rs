//! A survey of the sample province, as KoboToolbox would export it: made up, and marked so in its name.

use std::fmt::Write;

use accounts::agency::Heirs;
use accounts::{Desk, Directory};
use fieldwork::survey::{self, Described, New};
use sheet::File;
use store::Attachments;

use super::Refusal;

const TITLE: &str = "Hài lòng khi làm thủ tục tại xã, phường (số liệu mẫu, không có thật)";
/// The department of home affairs as it first was; whoever has its work on the day has asked.
const AGENCY: &str = "BL-SNV";
const FORM: &str = "sample-survey-of-the-town";

/// Strata, with how many villages were drawn and the smallest weight: one stratum has a village alone.
const STRATA: [(&str, u32, u32); 7] = [
    ("TP. Bạc Liêu", 6, 41),
    ("Giá Rai", 5, 52),
    ("Hòa Bình", 5, 47),
    ("Vĩnh Lợi", 4, 39),
    ("Phước Long", 4, 58),
    ("Đông Hải", 5, 63),
    ("Hồng Dân", 1, 44),
];
/// People asked in each village.
const PEOPLE: u32 = 10;

/// Keeps the survey with its columns described and two questions asked; one that is there stays as it is.
///
/// # Errors
/// [`Refusal`].
pub async fn keep(desk: &Desk, attachments: &Attachments) -> Result<(), Refusal> {
    if !survey::list(desk).await?.is_empty() {
        return Ok(());
    }
    let directory = Directory::load(&mut desk.read().await?).await?;
    let Heirs::One(agency) = directory.heirs(AGENCY, desk.today) else { return Ok(()) };
    let rows = rows();
    let file = File { name: "khao-sat-mau-kobo.csv", bytes: rows.as_bytes() };
    let kept = survey::upload(desk, &New { form: FORM, title: TITLE, agency: &agency.code, file }).await?;
    survey::describe(desk, attachments, kept.id, &Described::default()).await?;
    let questions = [
        ("Hài lòng theo giới tính", "q=hai_long&q=diem&by=gioi_tinh"),
        ("Hài lòng theo khu vực", "q=hai_long&by=huyen_tang"),
        ("Các kênh biết thông tin", "q=kenh%2Floa&q=kenh%2Fzalo&q=kenh%2Fcong_dan"),
    ];
    for (title, query) in questions {
        survey::ask(desk, kept.id, title, query).await?;
    }
    Ok(())
}

/// The export, always the same.
fn rows() -> String {
    let mut rows = String::from(
        "start,end,mau/huyen_tang,mau/ma_thon,mau/quyen_so,ho_so/ho_ten,ho_so/gioi_tinh,ho_so/nhom_tuoi,hoi/hai_long,\
         hoi/diem,hoi/so_lan_di_lai,hoi/kenh,hoi/kenh/loa,hoi/kenh/zalo,hoi/kenh/cong_dan,_id,_uuid,_submission_time\n",
    );
    let (mut state, mut number) = (20_250_520_u64, 0);
    for (stratum, villages, weight) in STRATA {
        for village in 1..=villages {
            let pleased_here = 48 + draw(&mut state, 34);
            for _ in 0..PEOPLE {
                number += 1;
                let person = person(&mut state, pleased_here);
                let weight = weight + draw(&mut state, 12);
                writeln!(
                    rows,
                    "2025-05-05T08:00,2025-05-05T08:12,{stratum},{stratum}-{village:02},{weight},Người mẫu {number},{person},{number},mau-{number},2025-05-05T09:00"
                )
                .expect("a string takes every write");
            }
        }
    }
    rows
}

/// The answers of one person.
fn person(state: &mut u64, pleased_here: u32) -> String {
    let sex = ["Nam", "Nữ"][draw(state, 2) as usize];
    let age = ["18–34", "35–49", "50–64", "65 trở lên"][draw(state, 9).div_ceil(3) as usize];
    let young = u32::from(age == "18–34");
    let pleased = draw(state, 100) < pleased_here + 8 * young;
    let score = if pleased { 3 + draw(state, 2) } else { 1 + draw(state, 2) };
    let times = if draw(state, 15) == 0 { String::new() } else { (1 + draw(state, 4)).to_string() };
    let heard =
        [draw(state, 100) < 55, draw(state, 100) < 30 + 25 * young, draw(state, 100) < 22].map(u32::from);
    let names: Vec<&str> = ["loa", "zalo", "cong_dan"]
        .into_iter()
        .zip(heard)
        .filter(|(_, heard)| *heard == 1)
        .map(|it| it.0)
        .collect();
    let [loa, zalo, portal] = heard;
    let pleased = if pleased { "yes" } else { "no" };
    format!("{sex},{age},{pleased},{score},{times},{},{loa},{zalo},{portal}", names.join(" "))
}

/// A number below `most`. Source: Marsaglia (2003), xorshift, *Journal of Statistical Software* 8.
fn draw(state: &mut u64, most: u32) -> u32 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    ((*state >> 33) % u64::from(most)) as u32
}

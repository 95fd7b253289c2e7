//! The agencies of the sample province and their mergers, from `data/practice/agencies.csv`.

use accounts::agency::{self, Agency, Group, Kind, Refusal};
use accounts::{Desk, Directory};
use jiff::civil::Date;
use serde::Deserialize;

/// A row of the file; its headings are Vietnamese, as the file was handed over.
#[derive(Deserialize)]
struct Row {
    ma: String,
    ten: String,
    cap: String,
    tu_ngay: Date,
    den_ngay: Option<Date>,
    ke_thua: String,
    ghi_chu: String,
    do_tin_cay: String,
}

/// Takes them in.
pub(super) async fn adopt(desk: &Desk) -> Result<(), Refusal> {
    let (agencies, groups) = all();
    agency::adopt(desk, &agencies, &groups).await
}

/// The agencies and groups of the sample province, without a database.
pub fn directory() -> Directory {
    let (agencies, groups) = all();
    Directory::new(agencies, groups)
}

fn all() -> (Vec<Agency>, Vec<Group>) {
    let rows: Vec<Row> = places::rows(include_str!("../../../../data/practice/agencies.csv"));
    let (groups, agencies): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.ma.starts_with('@'));
    (agencies.into_iter().map(Row::agency).collect(), groups.into_iter().map(Row::group).collect())
}

impl Row {
    fn agency(self) -> Agency {
        Agency {
            name: plain(&self.ten).to_owned(),
            kind: kind(&self.cap),
            outside: self.ghi_chu.contains("ngành dọc"),
            unit: unit(&self.ma).to_owned(),
            began: self.tu_ngay,
            ended: self.den_ngay,
            identifier: None,
            certainty: certainty(&self.do_tin_cay).to_owned(),
            successors: self.ke_thua.split(';').filter(|code| !code.is_empty()).map(str::to_owned).collect(),
            note: Some(self.ghi_chu).filter(|note| !note.is_empty()),
            code: self.ma,
        }
    }

    fn group(self) -> Group {
        Group {
            kind: Some(kind(&self.cap)),
            code: self.ma,
            name: self.ten,
            began: self.tu_ngay,
            ended: self.den_ngay,
            successor: Some(self.ke_thua).filter(|code| !code.is_empty()),
        }
    }
}

fn kind(level: &str) -> Kind {
    match level {
        "tinh" => Kind::Province,
        "dang" => Kind::Party,
        "so" => Kind::Department,
        "huyen" => Kind::District,
        "xa" => Kind::Commune,
        "bao_chi" => Kind::Press,
        _ => Kind::Service,
    }
}

/// The codes say the province: Bạc Liêu, Cà Mau of today, Cà Mau before 1 July 2025.
fn unit(code: &str) -> &'static str {
    match code.split('-').next() {
        Some("CM") => "96-2025",
        Some("CMC") => "96-2008",
        _ => "95-2008",
    }
}

fn certainty(word: &str) -> &'static str {
    match word {
        "found" => "found",
        "kien_thuc_chung" => "general_knowledge",
        _ => "to_check",
    }
}

/// The name without the years that the file adds to tell namesakes apart: agencies are dated here.
fn plain(name: &str) -> &str {
    let dated = |inside: &str| ["đến ", "từ ", "trước ", "20"].iter().any(|start| inside.starts_with(start));
    match name.rsplit_once(" (") {
        Some((plain, inside)) if dated(inside) => plain,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_in_brackets_go_and_places_stay() {
        assert_eq!(plain("Sở Nội vụ (đến 28/02/2025)"), "Sở Nội vụ");
        assert_eq!(plain("Sở Khoa học và Công nghệ (2023-2025)"), "Sở Khoa học và Công nghệ");
        assert_eq!(plain("UBND Phường 1 (thành phố Bạc Liêu)"), "UBND Phường 1 (thành phố Bạc Liêu)");
    }
}

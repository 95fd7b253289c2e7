//! By which law what people leave here is kept, on a day; from `data/personal_data_laws.csv`.

use jiff::civil::Date;
use serde::Deserialize;

/// What a law is a ground for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// A person agreed to it.
    Consent,
    /// An office gives information on request.
    Information,
    /// The system has to be protected, and keeps a log.
    Security,
}

impl Basis {
    /// Every ground.
    pub const ALL: [Self; 3] = [Self::Consent, Self::Information, Self::Security];

    /// The word in the data and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Information => "information",
            Self::Security => "security",
        }
    }

    /// The law in force on a day, with its article where that is known; where the data know none yet, the earliest they know.
    pub fn law(self, day: Date) -> String {
        let rows: Vec<Row> = places::rows(include_str!("../../../../../data/personal_data_laws.csv"));
        let mut own: Vec<Row> = rows.into_iter().filter(|row| row.ma == self.as_str()).collect();
        own.sort_by_key(|row| row.tu_ngay);
        let in_force = own.iter().rposition(|row| row.tu_ngay <= day).unwrap_or(0);
        let row = own.swap_remove(in_force);
        if row.dieu.is_empty() { row.luat } else { format!("{}, {}", row.luat, row.dieu) }
    }
}

/// A row of the file; its headings are Vietnamese, as those of the other laws.
#[derive(Deserialize)]
struct Row {
    ma: String,
    luat: String,
    dieu: String,
    tu_ngay: Date,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_ground_is_the_law_of_the_day() {
        for (basis, day, law) in [
            (Basis::Consent, date(2025, 12, 31), "Nghị định 13/2023/NĐ-CP, Điều 11"),
            (Basis::Consent, date(2026, 1, 1), "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15"),
            (Basis::Information, date(2026, 8, 31), "Luật Tiếp cận thông tin 104/2016/QH13"),
            (Basis::Information, date(2026, 9, 1), "Luật Tiếp cận thông tin (sửa đổi) 2026"),
            (Basis::Security, date(2026, 6, 30), "Luật An toàn thông tin mạng 86/2015/QH13"),
            (Basis::Security, date(2026, 7, 1), "Luật An ninh mạng 116/2025/QH15"),
        ] {
            assert_eq!(basis.law(day), law, "{basis:?} {day}");
        }
        assert!(Basis::ALL.iter().all(|basis| !basis.law(date(2010, 1, 1)).is_empty()));
    }
}

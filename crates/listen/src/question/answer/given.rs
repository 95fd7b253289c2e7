//! How far what was asked for is given, and on what ground it is not. Grounds are those of the Law on Access to Information, from
//! `data/question_grounds.csv`.

use jiff::civil::Date;
use serde::Deserialize;

/// How far what was asked for is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// All of it.
    All,
    /// A part.
    Part,
    /// Nothing of it.
    Nothing,
}

impl Given {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::All, Self::Part, Self::Nothing];

    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Part => "part",
            Self::Nothing => "nothing",
        }
    }

    /// The way by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|given| given.as_str() == word)
    }
}

/// On what ground information is not given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// The word in the database and in catalogues.
    pub word: String,
    /// The law.
    pub law: String,
    /// The article; empty where it is not known yet.
    pub article: String,
}

impl Ground {
    /// The grounds in force on a day; where the data know none yet, the earliest that they know.
    pub fn on(day: Date) -> Vec<Self> {
        let rows: Vec<Row> = places::rows(include_str!("../../../../../data/question_grounds.csv"));
        let first = rows.iter().map(|row| row.tu_ngay).min().unwrap_or(day);
        let day = day.max(first);
        let in_force = |row: &Row| row.tu_ngay <= day && row.den_ngay.is_none_or(|last| day <= last);
        rows.into_iter().filter(in_force).map(Self::from).collect()
    }

    /// The ground of a word, as the law said it on a day.
    pub fn of(word: &str, day: Date) -> Option<Self> {
        Self::on(day).into_iter().find(|ground| ground.word == word)
    }
}

#[derive(Deserialize)]
struct Row {
    ma: String,
    luat: String,
    dieu: String,
    tu_ngay: Date,
    den_ngay: Option<Date>,
}

impl From<Row> for Ground {
    fn from(row: Row) -> Self {
        Self { word: row.ma, law: row.luat, article: row.dieu }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn grounds_are_those_of_the_law_of_the_day() {
        let of = |word, day| Ground::of(word, day);
        assert_eq!(of("unpaid", date(2025, 5, 20)).unwrap().article, "Điều 28 khoản 1 điểm e");
        assert!(of("unpaid", date(2026, 9, 1)).is_none(), "the new law asks no fee");
        assert!(of("secret", date(2026, 9, 1)).unwrap().law.contains("sửa đổi"));
        assert_eq!(Ground::on(date(2015, 1, 1)), Ground::on(date(2018, 7, 1)));
        assert!(of("", date(2025, 5, 20)).is_none());
    }

    #[test]
    fn ways_are_read_back() {
        assert!(Given::ALL.iter().all(|given| Given::read(given.as_str()) == Some(*given)));
    }
}

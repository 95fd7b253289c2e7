//! Plans of their own that a document asks agencies for, and who has not issued one.

use accounts::Directory;
use jiff::civil::Date;

use super::Document;

/// An agency that owes a plan of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Debt<'a> {
    /// The agency's code.
    pub agency: &'a str,
    /// What it issued to carry the document out, if anything.
    pub issued: Option<&'a Document>,
    /// Days late: of the day it was issued, or so far; none while in time.
    pub late: Option<i32>,
    /// The agency ended without having issued one, so nobody owes it any more.
    pub ended: bool,
}

/// Who owes a plan of their own to carry a document out, in the order of their codes: the agencies that its words
/// meant on the day it was issued, in the province of that lasting name.
pub fn debts<'a>(
    document: &Document,
    all: &'a [Document],
    directory: &'a Directory,
    unit: &str,
    today: Date,
) -> Vec<Debt<'a>> {
    let Some(owed) = &document.owed else { return Vec::new() };
    let (slug, until) = (document.slug(), owed.until);
    let members = directory.expand(&owed.by, unit, document.issued_on);
    let debt = |agency: &'a accounts::Agency| {
        let own = |other: &&Document| {
            other.agency.as_ref() == Some(&agency.code) && other.carries_out.as_ref() == Some(&slug)
        };
        let issued = all.iter().find(own);
        let last = agency.ended.map_or(today, |ended| ended.min(today));
        let day = issued.map_or(last, |document| document.issued_on);
        let days = (day - until).get_days();
        Debt {
            agency: &agency.code,
            issued,
            late: (days > 0).then_some(days),
            ended: issued.is_none() && !agency.in_force(today),
        }
    };
    members.into_iter().map(debt).collect()
}

#[cfg(test)]
mod tests {
    use accounts::Agency;
    use accounts::agency::Kind;
    use jiff::civil::date;

    use super::super::Owed;
    use super::super::tests::document;
    use super::*;

    fn commune(code: &str, ended: Option<Date>) -> Agency {
        Agency {
            code: code.to_owned(),
            name: code.to_owned(),
            kind: Kind::Commune,
            outside: false,
            unit: "95-2008".to_owned(),
            began: date(2000, 1, 1),
            ended,
            identifier: None,
            note: None,
            certainty: "found".to_owned(),
            successors: Vec::new(),
        }
    }

    #[test]
    fn who_issued_in_time_late_or_not_at_all() {
        let group = accounts::agency::Group {
            code: "@xa".to_owned(),
            name: "UBND cấp xã".to_owned(),
            kind: Some(Kind::Commune),
            began: date(2000, 1, 1),
            ended: None,
            successor: None,
        };
        let ended = Some(date(2022, 3, 1));
        let communes = vec![commune("A", None), commune("B", None), commune("C", None), commune("D", ended)];
        let directory = Directory::new(communes, vec![group]);
        let mut parent = document("193/KH-UBND", date(2021, 12, 17));
        parent.owed = Some(Owed { by: "@xa".to_owned(), until: date(2022, 1, 6) });
        let own = |sign: &str, agency: &str, day| {
            let mut own = document(sign, day);
            own.agency = Some(agency.to_owned());
            own.carries_out = Some(parent.slug());
            own
        };
        let all = vec![own("1/KH-A", "A", date(2022, 1, 6)), own("2/KH-B", "B", date(2022, 1, 10))];

        let debts = debts(&parent, &all, &directory, "95-2008", date(2022, 4, 6));

        let told: Vec<_> =
            debts.iter().map(|debt| (debt.agency, debt.issued.is_some(), debt.late, debt.ended)).collect();
        assert_eq!(
            told,
            [
                ("A", true, None, false),
                ("B", true, Some(4), false),
                ("C", false, Some(90), false),
                ("D", false, Some(54), true),
            ]
        );
    }
}

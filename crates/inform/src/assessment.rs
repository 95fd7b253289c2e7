//! An accessibility self-assessment of a site, which the Law on Digital Transformation 148/2025/QH15 asks agencies to publish.
//!
//! It is published at once with its day and never changed: a later one of the same site stands in its place, and the earlier
//! stay readable. What nobody looked at is told as that, and never as good.

mod did;
mod record;
mod refusal;
mod table;
mod withdraw;

use accounts::{Desk, Reach, Relation, Right, Role};
use jiff::ToSpan;
use jiff::civil::Date;

pub use record::{Draft, RECORD, record};
pub use refusal::Refusal;
pub use withdraw::{WITHDRAW, withdraw};

/// Who may see the register, with what was withdrawn.
pub const READ: Right = Right {
    act: "assessment.read",
    held_by: &[
        (Role::StandingBody, Reach::Any),
        (Role::Leader, Reach::Any),
        (Role::Communicator, Reach::Any),
        (Role::Auditor, Reach::Any),
    ],
};

/// A closed list of words, as the database and catalogues have them.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$said:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$said])* $variant,)+ }

        impl $name {
            /// Each of them, in the order of pages.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word in the database and in catalogues.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// What a word means.
            pub fn read(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == word)
            }
        }
    };
}

words! {
    /// Whose site it is.
    Kind {
        /// This one.
        Own = "own",
        /// The province's portal.
        Province = "province",
        /// The site of a department or a commune.
        Agency = "agency",
    }
}

words! {
    /// How it was looked at.
    Way {
        /// By hand: keyboard, screen reader, eyes.
        Hand = "hand",
        /// By a program, which finds a part of what there is to find.
        Program = "program",
        /// With people with disabilities.
        People = "people",
    }
}

words! {
    /// What it was held against.
    Standard {
        /// Web Content Accessibility Guidelines 2.2, levels A and AA.
        Wcag22 = "wcag22",
        /// Circular 26/2020/TT-BTTTT on sites of state agencies.
        Circular26 = "circular26",
    }
}

words! {
    /// The four principles of WCAG.
    Principle {
        /// What is there can be seen or heard.
        Perceivable = "perceivable",
        /// It can be used, by keyboard too.
        Operable = "operable",
        /// Words and forms are understood.
        Understandable = "understandable",
        /// Screen readers and other tools can deal with it.
        Robust = "robust",
    }
}

words! {
    /// How a principle stands.
    Standing {
        /// It holds everywhere that was looked at.
        Holds = "holds",
        /// It holds in part.
        Part = "part",
        /// It does not hold.
        Fails = "fails",
        /// Nobody looked.
        Unseen = "unseen",
    }
}

/// What was found of one principle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How it stands.
    pub standing: Standing,
    /// What is missing; empty where nothing is known to be.
    pub missing: String,
    /// By when it is to be mended; none where no day is set.
    pub mended_by: Option<Date>,
}

/// An assessment as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Its number.
    pub id: i64,
    /// Whose site.
    pub kind: Kind,
    /// What assessments of the same site have in common.
    pub site: String,
    /// The site's name.
    pub name: String,
    /// Its address; empty where it is this one.
    pub address: String,
    /// The day it was assessed.
    pub assessed_on: Date,
    /// Who assessed it, as it is printed.
    pub assessor: String,
    /// How.
    pub ways: Vec<Way>,
    /// By which program; empty where by none.
    pub program: String,
    /// Against what.
    pub standards: Vec<Standard>,
    /// What was found, in the order of [`Principle::ALL`].
    pub findings: Vec<(Principle, Finding)>,
    /// How to ask for the same in another way, beside the page of questions; may be empty.
    pub otherwise: String,
    /// The day it was published.
    pub recorded_on: Date,
    /// The day it was withdrawn, and why.
    pub withdrawn: Option<(Date, String)>,
}

impl Assessment {
    /// Whether it is older than a year, so that nobody knows whether it is still so.
    pub fn is_old(&self, today: Date) -> bool {
        self.assessed_on.checked_add(1.year()).is_ok_and(|year| year < today)
    }

    /// How the site stands as a whole: it holds only where all four do. What is lacking weighs more than what nobody looked at.
    pub fn overall(&self) -> Standing {
        let found = |standing| Principle::ALL.iter().any(|principle| self.standing(*principle) == standing);
        [Standing::Fails, Standing::Part, Standing::Unseen]
            .into_iter()
            .find(|it| found(*it))
            .unwrap_or(Standing::Holds)
    }

    /// How a principle stands; what was not written down is not known.
    pub fn standing(&self, principle: Principle) -> Standing {
        let found = self.findings.iter().find(|(of, _)| *of == principle);
        found.map_or(Standing::Unseen, |(_, finding)| finding.standing)
    }
}

/// A site with what was said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// What stands.
    pub newest: Assessment,
    /// What stood before, the newest first.
    pub earlier: Vec<Assessment>,
}

/// Assessments by site, this one first; those that were withdrawn are left out.
fn by_site(mut assessments: Vec<Assessment>) -> Vec<Site> {
    assessments.retain(|one| one.withdrawn.is_none());
    assessments.sort_by_key(|one| std::cmp::Reverse((one.assessed_on, one.id)));
    let mut sites: Vec<Site> = Vec::new();
    for one in assessments {
        match sites.iter_mut().find(|site| site.newest.site == one.site) {
            Some(site) => site.earlier.push(one),
            None => sites.push(Site { newest: one, earlier: Vec::new() }),
        }
    }
    sites.sort_by(|a, b| (a.newest.kind, &a.newest.name).cmp(&(b.newest.kind, &b.newest.name)));
    sites
}

/// What anyone may read: each site with what stands and what stood.
///
/// # Errors
/// When the database cannot be read.
pub async fn sites(desk: &Desk) -> Result<Vec<Site>, Refusal> {
    Ok(by_site(table::all(&mut desk.read().await?).await?))
}

/// One assessment for anyone, and whether it is the newest of its site.
///
/// # Errors
/// [`Refusal::Missing`], [`Refusal::Withdrawn`] with the reason.
pub async fn one(desk: &Desk, id: i64) -> Result<(Assessment, bool), Refusal> {
    let all = table::all(&mut desk.read().await?).await?;
    let found = all.iter().find(|one| one.id == id).cloned().ok_or(Refusal::Missing)?;
    if let Some((on, why)) = found.withdrawn {
        return Err(Refusal::Withdrawn { on, why });
    }
    let is_newest = by_site(all).iter().any(|site| site.newest.id == id);
    Ok((found, is_newest))
}

/// Every assessment for the desk, the last recorded first, with those that were withdrawn.
///
/// # Errors
/// [`Refusal::Forbidden`] for who may not read them.
pub async fn register(desk: &Desk) -> Result<Vec<Assessment>, Refusal> {
    desk.may(&READ, Relation::Other)?;
    Ok(table::all(&mut desk.read().await?).await?)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn assessment(id: i64, kind: Kind, site: &str, day: Date) -> Assessment {
        Assessment {
            id,
            kind,
            site: site.into(),
            name: site.into(),
            address: String::new(),
            assessed_on: day,
            assessor: "Sở".into(),
            ways: vec![Way::Hand],
            program: String::new(),
            standards: vec![Standard::Wcag22],
            findings: Vec::new(),
            otherwise: String::new(),
            recorded_on: day,
            withdrawn: None,
        }
    }

    #[test]
    fn the_latest_day_stands_and_what_was_withdrawn_does_not_count() {
        let day = date(2025, 5, 1);
        let wrong =
            Assessment { withdrawn: Some((day, "Sai".into())), ..assessment(4, Kind::Own, "own", day) };
        let all = vec![
            assessment(1, Kind::Agency, "x.vn", day),
            assessment(2, Kind::Own, "own", date(2025, 4, 2)),
            assessment(3, Kind::Own, "own", date(2025, 4, 1)),
            wrong,
        ];
        let sites = by_site(all);
        assert_eq!(sites.iter().map(|site| site.newest.id).collect::<Vec<_>>(), [2, 1], "this site first");
        assert_eq!(sites[0].earlier[0].id, 3, "written down later, but of an earlier day");
    }

    #[test]
    fn it_is_old_the_day_after_its_year() {
        let one = assessment(1, Kind::Own, "own", date(2024, 5, 20));
        assert!(!one.is_old(date(2025, 5, 20)) && one.is_old(date(2025, 5, 21)));
    }

    #[test]
    fn what_was_not_written_down_is_not_known() {
        assert_eq!(
            assessment(1, Kind::Own, "own", date(2025, 5, 1)).standing(Principle::Robust),
            Standing::Unseen
        );
    }

    #[test]
    fn a_site_holds_only_where_all_four_principles_do() {
        let with = |standings: &[Standing]| {
            let finding = |standing| Finding { standing, missing: String::new(), mended_by: None };
            let findings = Principle::ALL.iter().zip(standings).map(|(of, it)| (*of, finding(*it))).collect();
            Assessment { findings, ..assessment(1, Kind::Own, "own", date(2025, 5, 1)) }.overall()
        };
        let (holds, part, fails, unseen) =
            (Standing::Holds, Standing::Part, Standing::Fails, Standing::Unseen);
        assert_eq!(with(&[holds, holds, holds, holds]), holds);
        assert_eq!(with(&[holds, holds, holds]), unseen, "three of four");
        assert_eq!(with(&[holds, unseen, part, holds]), part);
        assert_eq!(with(&[fails, unseen, part, holds]), fails);
    }

    #[test]
    fn each_word_reads_as_itself() {
        assert!(Standing::ALL.iter().all(|it| Standing::read(it.as_str()) == Some(*it)));
        assert!(Kind::ALL.iter().all(|it| Kind::read(it.as_str()) == Some(*it)));
        assert_eq!(Way::read(""), None);
    }
}

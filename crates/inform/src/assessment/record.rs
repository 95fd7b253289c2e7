//! Recording an assessment, which publishes it.

use accounts::{Desk, Reach, Relation, Right, Role};
use jiff::ToSpan;
use jiff::civil::Date;
use places::name::tidy;
use plan::evidence::links;

use super::did::Did;
use super::{Assessment, Finding, Kind, Principle, Refusal, Standard, Standing, Way, table};

/// Who may record one.
pub const RECORD: Right = Right {
    act: "assessment.recorded",
    held_by: &[(Role::StandingBody, Reach::Any), (Role::Communicator, Reach::Any)],
};

/// The longest name of a site, an assessor or a program.
const NAME_MAX: usize = 200;
/// The longest address.
const ADDRESS_MAX: usize = 500;
/// The longest words on what is missing, or why one is withdrawn.
pub(super) const SAID_MAX: usize = 1000;

/// An assessment as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Whose site.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// Its address; may be empty where it is this one.
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
    pub findings: [Finding; 4],
    /// How to ask for the same in another way; may be empty.
    pub otherwise: String,
}

/// Records an assessment: anyone may read it from now on.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn record(desk: &Desk, draft: &Draft) -> Result<Assessment, Refusal> {
    desk.may(&RECORD, Relation::Other)?;
    let mut now = draft.checked(desk.today)?;
    let mut tx = desk.begin().await?;
    let same = |one: &Assessment| {
        one.withdrawn.is_none() && one.site == now.site && one.assessed_on == now.assessed_on
    };
    if table::all(&mut tx).await?.iter().any(same) {
        return Err(Refusal::Twice);
    }
    now.id = table::insert(&mut tx, &now).await?;
    tx.commit(Did::Recorded { now: &now }).await?;
    Ok(now)
}

impl Draft {
    fn checked(&self, today: Date) -> Result<Assessment, Refusal> {
        let name = line(&self.name, NAME_MAX).ok_or(Refusal::NoName)?;
        let address = self.address.trim().to_owned();
        let site = self.site(&address)?;
        let earliest = today.saturating_sub(5.years());
        if !(earliest..=today).contains(&self.assessed_on) {
            return Err(Refusal::Day);
        }
        let assessor = line(&self.assessor, NAME_MAX).ok_or(Refusal::NoAssessor)?;
        let (ways, standards) = (sorted(&self.ways), sorted(&self.standards));
        if ways.is_empty() {
            return Err(Refusal::NoWay);
        }
        let program = line(&self.program, NAME_MAX).unwrap_or_default();
        if ways.contains(&Way::Program) == program.is_empty() || self.program.chars().count() > NAME_MAX {
            return Err(Refusal::NoProgram);
        }
        if standards.is_empty() {
            return Err(Refusal::NoStandard);
        }
        let found = Principle::ALL.iter().zip(&self.findings);
        let findings = found
            .map(|(principle, finding)| Ok((*principle, finding.checked(*principle, self.assessed_on)?)))
            .collect::<Result<_, Refusal>>()?;
        let otherwise = tidy(&self.otherwise);
        if otherwise.chars().count() > SAID_MAX {
            return Err(Refusal::Otherwise);
        }
        let (kind, assessed_on) = (self.kind, self.assessed_on);
        Ok(Assessment {
            id: 0,
            kind,
            site,
            name,
            address,
            assessed_on,
            assessor,
            ways,
            program,
            standards,
            findings,
            otherwise,
            recorded_on: today,
            withdrawn: None,
        })
    }

    /// What assessments of the same site have in common: this one has many addresses and is one site.
    fn site(&self, address: &str) -> Result<String, Refusal> {
        if self.kind == Kind::Own && address.is_empty() {
            return Ok(Kind::Own.as_str().to_owned());
        }
        let is_one = address.len() <= ADDRESS_MAX && links(address).is_ok_and(|links| links.len() == 1);
        let (_, rest) = address.split_once("://").filter(|_| is_one).ok_or(Refusal::NoAddress)?;
        if self.kind == Kind::Own {
            return Ok(Kind::Own.as_str().to_owned());
        }
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let same = format!("{}{}", host.to_lowercase(), &rest[host.len()..]);
        Ok(same.trim_end_matches('/').trim_start_matches("www.").to_owned())
    }
}

impl Finding {
    fn checked(&self, of: Principle, assessed_on: Date) -> Result<Self, Refusal> {
        let missing = tidy(&self.missing);
        let is_lacking = matches!(self.standing, Standing::Part | Standing::Fails);
        if missing.chars().count() > SAID_MAX || (is_lacking && missing.is_empty()) {
            return Err(Refusal::NoMissing(of));
        }
        if self.standing == Standing::Holds && (!missing.is_empty() || self.mended_by.is_some()) {
            return Err(Refusal::HoldsNot(of));
        }
        let latest = assessed_on.saturating_add(10.years());
        if self.mended_by.is_some_and(|day| !(assessed_on..=latest).contains(&day)) {
            return Err(Refusal::Mended(of));
        }
        Ok(Self { missing, ..self.clone() })
    }
}

/// One line of words; none where there are none or too many.
fn line(written: &str, most: usize) -> Option<String> {
    let tidied = tidy(written).replace('\n', " ");
    (1..=most).contains(&tidied.chars().count()).then_some(tidied)
}

fn sorted<T: Ord + Copy>(chosen: &[T]) -> Vec<T> {
    let mut chosen = chosen.to_vec();
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2025, 5, 20);

    fn finding(standing: Standing, missing: &str) -> Finding {
        Finding { standing, missing: missing.into(), mended_by: None }
    }

    fn draft(kind: Kind, address: &str) -> Draft {
        Draft {
            kind,
            name: " Trang  Sở Nội vụ ".into(),
            address: address.into(),
            assessed_on: TODAY,
            assessor: "Sở Nội vụ".into(),
            ways: vec![Way::Program, Way::Hand, Way::Hand],
            program: "axe-core 4".into(),
            standards: vec![Standard::Wcag22],
            findings: [
                finding(Standing::Part, "Ảnh"),
                finding(Standing::Holds, ""),
                finding(Standing::Fails, "Câu dài"),
                finding(Standing::Unseen, ""),
            ],
            otherwise: String::new(),
        }
    }

    #[test]
    fn one_site_is_one_by_whatever_address() {
        let site = |address: &str| draft(Kind::Agency, address).checked(TODAY).map(|one| one.site);
        for address in ["https://SNV.baclieu.gov.vn/", "http://www.snv.baclieu.gov.vn"] {
            assert_eq!(site(address).ok().as_deref(), Some("snv.baclieu.gov.vn"));
        }
        for address in ["", "snv.vn", "javascript:alert(1)", "https://a.vn\nhttps://b.vn", "https://a@b.vn"] {
            assert!(matches!(site(address), Err(Refusal::NoAddress)), "{address}");
        }
        let own = |address: &str| draft(Kind::Own, address).checked(TODAY).map(|one| one.site).ok();
        assert_eq!((own(""), own("https://papi.vn")), (Some("own".into()), Some("own".into())));
    }

    #[test]
    fn what_is_lacking_is_said_and_what_holds_lacks_nothing() {
        let with = |at: usize, finding: Finding| {
            let mut draft = draft(Kind::Own, "");
            draft.findings[at] = finding;
            draft.checked(TODAY)
        };
        assert!(with(0, finding(Standing::Holds, "")).is_ok());
        assert!(matches!(
            with(0, finding(Standing::Part, " ")),
            Err(Refusal::NoMissing(Principle::Perceivable))
        ));
        assert!(matches!(with(3, finding(Standing::Fails, "")), Err(Refusal::NoMissing(Principle::Robust))));
        assert!(matches!(
            with(1, finding(Standing::Holds, "x")),
            Err(Refusal::HoldsNot(Principle::Operable))
        ));
        let past = Finding { mended_by: Some(date(2025, 5, 19)), ..finding(Standing::Part, "x") };
        assert!(matches!(with(2, past), Err(Refusal::Mended(Principle::Understandable))));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let whole = draft(Kind::Own, "");
        let why = |draft: Draft| draft.checked(TODAY).err().map(|why| why.to_string()).unwrap_or_default();
        assert_eq!(why(whole.clone()), "");
        assert!(why(Draft { name: "\u{200B}".into(), ..whole.clone() }).contains("name"));
        assert!(why(Draft { assessed_on: date(2025, 5, 21), ..whole.clone() }).contains("day"));
        assert!(why(Draft { assessed_on: date(2020, 5, 19), ..whole.clone() }).contains("day"));
        assert!(why(Draft { ways: vec![], ..whole.clone() }).contains("how"));
        assert!(why(Draft { program: String::new(), ..whole.clone() }).contains("program"));
        assert!(why(Draft { ways: vec![Way::Hand], ..whole.clone() }).contains("program"));
        assert!(why(Draft { standards: vec![], ..whole.clone() }).contains("standard"));
        assert!(why(Draft { otherwise: "x".repeat(1001), ..whole }).contains("too long"));
    }
}

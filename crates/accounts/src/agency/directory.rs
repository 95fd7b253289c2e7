//! The directory: every agency and group, and what a name means on a day.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use places::country;
use store::{Ask, Error};

use super::{Agency, Group, Member, table};

/// Every agency and group that is known, of all days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Directory {
    agencies: BTreeMap<String, Agency>,
    groups: BTreeMap<String, Group>,
    /// Who was put into groups or taken out, by group, agency and day.
    members: BTreeSet<Member>,
}

/// Who has the work of an agency on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heirs<'a> {
    /// This one: itself, or the only one that its work went to.
    One(&'a Agency),
    /// Several: a person decides.
    Several(Vec<&'a Agency>),
    /// Nobody that is known.
    Nobody,
}

impl Directory {
    /// The directory as the database has it.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn load(at: &mut impl Ask) -> Result<Self, Error> {
        let known = Self::new(table::agencies(at).await?, table::groups(at).await?);
        Ok(known.with_members(table::members(at).await?))
    }

    /// A directory of these.
    pub fn new(agencies: Vec<Agency>, groups: Vec<Group>) -> Self {
        Self {
            agencies: agencies.into_iter().map(|agency| (agency.code.clone(), agency)).collect(),
            groups: groups.into_iter().map(|group| (group.code.clone(), group)).collect(),
            members: BTreeSet::new(),
        }
    }

    /// The same with who was put into groups or taken out.
    pub fn with_members(self, members: Vec<Member>) -> Self {
        Self { members: members.into_iter().collect(), ..self }
    }

    /// What was said of an agency in a group, by day.
    pub fn said_of(&self, group: &str, agency: &str) -> impl Iterator<Item = Member> {
        let (group, agency) = (group.to_owned(), agency.to_owned());
        self.said_in(&group)
            .filter(move |said| said.agency == agency)
            .cloned()
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// What was said of agencies in a group, by agency and day.
    pub fn said_in(&self, group: &str) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(move |said| said.group == group)
    }

    /// The agency of this code.
    pub fn agency(&self, code: &str) -> Option<&Agency> {
        self.agencies.get(code)
    }

    /// The group of this code.
    pub fn group(&self, code: &str) -> Option<&Group> {
        self.groups.get(code)
    }

    /// The name of an agency or a group; its code where nothing is known of it.
    pub fn name<'a>(&'a self, code: &'a str) -> &'a str {
        let agency = self.agency(code).map(|agency| agency.name.as_str());
        agency.or_else(|| self.group(code).map(|group| group.name.as_str())).unwrap_or(code)
    }

    /// Every agency, by code.
    pub fn agencies(&self) -> impl Iterator<Item = &Agency> {
        self.agencies.values()
    }

    /// Every group, by code.
    pub fn groups(&self) -> impl Iterator<Item = &Group> {
        self.groups.values()
    }

    /// The agencies that an agency's or a group's code means on a day in a province: a group its members of that
    /// day, an agency itself while it is in force. `unit` is the province's lasting name; one that has ended
    /// stands for the province that its area is in on that day.
    pub fn expand(&self, code: &str, unit: &str, day: Date) -> Vec<&Agency> {
        match self.group(code) {
            None => self.agency(code).into_iter().filter(|agency| agency.in_force(day)).collect(),
            Some(group) if group.ended.is_some_and(|last| last < day) => match group.successor.as_deref() {
                Some(next) if next != code => self.expand(next, unit, day),
                _ => Vec::new(),
            },
            Some(group) if day < group.began => Vec::new(),
            Some(group) => {
                let said = self.said_on(&group.code, day);
                let named = |agency: &Agency| said.get(agency.code.as_str()).copied();
                let member = |agency: &&Agency| {
                    named(agency).unwrap_or(Some(agency.kind) == group.kind) && self.is_in(agency, unit, day)
                };
                self.agencies().filter(member).collect()
            }
        }
    }

    /// Who is in a group on a day, or is not, whatever its kind: what was said last by then, of an agency itself or
    /// of one whose work it alone has.
    pub(super) fn said_on(&self, group: &str, day: Date) -> BTreeMap<&str, bool> {
        let mut latest: BTreeMap<&str, bool> = BTreeMap::new();
        for said in self.said_in(group).filter(|said| said.from <= day) {
            latest.insert(&said.agency, said.included);
        }
        let inherited: Vec<(&str, bool)> = latest
            .iter()
            .filter(|(code, _)| self.agency(code).is_some_and(|agency| !agency.in_force(day)))
            .filter_map(|(code, included)| match self.heirs(code, day) {
                Heirs::One(heir) => Some((heir.code.as_str(), *included)),
                Heirs::Several(_) | Heirs::Nobody => None,
            })
            .collect();
        for (heir, included) in inherited {
            latest.entry(heir).or_insert(included);
        }
        latest
    }

    /// Whether an agency is in force on a day and belongs to a province then.
    pub fn is_in(&self, agency: &Agency, unit: &str, day: Date) -> bool {
        agency.in_force(day) && province_on(&agency.unit, day) == province_on(unit, day)
    }

    /// Who has an agency's work on a day, following successors of successors.
    pub fn heirs(&self, code: &str, day: Date) -> Heirs<'_> {
        let mut found = BTreeSet::new();
        self.follow(code, day, &mut BTreeSet::new(), &mut found);
        let mut heirs: Vec<&Agency> = found.into_iter().filter_map(|code| self.agency(code)).collect();
        match heirs.len() {
            0 => Heirs::Nobody,
            1 => Heirs::One(heirs.remove(0)),
            _ => Heirs::Several(heirs),
        }
    }

    /// The same by code; nobody that is known leaves the work where it was.
    pub fn holders(&self, code: &str, day: Date) -> Vec<String> {
        match self.heirs(code, day) {
            Heirs::One(heir) => vec![heir.code.clone()],
            Heirs::Several(heirs) => heirs.into_iter().map(|heir| heir.code.clone()).collect(),
            Heirs::Nobody => vec![code.to_owned()],
        }
    }

    /// The one that has an agency's work on a day; the agency itself where several have it.
    pub fn holder(&self, code: &str, day: Date) -> String {
        match self.heirs(code, day) {
            Heirs::One(heir) => heir.code.clone(),
            Heirs::Several(_) | Heirs::Nobody => code.to_owned(),
        }
    }

    fn follow<'a>(
        &'a self,
        code: &str,
        day: Date,
        seen: &mut BTreeSet<&'a str>,
        found: &mut BTreeSet<&'a str>,
    ) {
        let Some(agency) = self.agency(code) else { return };
        if !seen.insert(&agency.code) {
            return;
        }
        if agency.ended.is_none_or(|last| day <= last) {
            found.insert(&agency.code);
            return;
        }
        for next in &agency.successors {
            self.follow(next, day, seen, found);
        }
    }
}

/// The lasting name of the province that a province's area is in on a day.
pub fn province_on(unit: &str, day: Date) -> &str {
    let Some(known) = country().unit(unit) else { return unit };
    match country().successor(known) {
        Some(next) if known.to.is_some_and(|last| last < day) => next.id.as_str(),
        _ => unit,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::Kind;
    use super::*;

    fn agency(code: &str, kind: Kind, unit: &str, span: (Date, Option<Date>), next: &[&str]) -> Agency {
        Agency {
            code: code.to_owned(),
            name: code.to_owned(),
            kind,
            outside: false,
            unit: unit.to_owned(),
            began: span.0,
            ended: span.1,
            identifier: None,
            note: None,
            certainty: "found".to_owned(),
            successors: next.iter().map(|&next| next.to_owned()).collect(),
        }
    }

    fn directory() -> Directory {
        let (old, last) = (date(1997, 1, 1), date(2025, 6, 30));
        let new = date(2025, 7, 1);
        Directory::new(
            vec![
                agency("BL-SNV", Kind::Department, "95-2008", (old, Some(date(2025, 2, 28))), &["BL-SNV25"]),
                agency("BL-SNV25", Kind::Department, "95-2008", (date(2025, 3, 1), Some(last)), &["CM-SNV"]),
                agency("CMC-SNV", Kind::Department, "96-2008", (old, Some(last)), &["CM-SNV"]),
                agency("CM-SNV", Kind::Department, "96-2025", (new, None), &[]),
                agency("BL-H", Kind::District, "95-2008", (old, Some(last)), &["CM-X1", "CM-X2"]),
                agency("CM-X1", Kind::Commune, "96-2025", (new, None), &[]),
                agency("CM-X2", Kind::Commune, "96-2025", (new, None), &[]),
            ],
            vec![
                Group {
                    code: "@huyen".to_owned(),
                    name: "UBND cấp huyện".to_owned(),
                    kind: Some(Kind::District),
                    began: old,
                    ended: Some(last),
                    successor: Some("@xa".to_owned()),
                },
                Group {
                    code: "@xa".to_owned(),
                    name: "UBND cấp xã".to_owned(),
                    kind: Some(Kind::Commune),
                    began: old,
                    ended: None,
                    successor: None,
                },
                Group {
                    code: "@so".to_owned(),
                    name: "Các sở".to_owned(),
                    kind: Some(Kind::Department),
                    began: old,
                    ended: None,
                    successor: None,
                },
            ],
        )
    }

    fn codes(found: Vec<&Agency>) -> Vec<&str> {
        found.into_iter().map(|agency| agency.code.as_str()).collect()
    }

    #[test]
    fn a_group_means_the_agencies_of_the_day_in_its_province_only() {
        let directory = directory();
        assert_eq!(codes(directory.expand("@so", "95-2008", date(2025, 2, 28))), ["BL-SNV"]);
        assert_eq!(codes(directory.expand("@so", "95-2008", date(2025, 3, 1))), ["BL-SNV25"]);
        assert_eq!(codes(directory.expand("@so", "95-2008", date(2025, 7, 1))), ["CM-SNV"]);
    }

    #[test]
    fn who_is_put_into_a_group_is_in_it_from_that_day_and_so_is_who_has_its_work() {
        let said = |agency: &str, from, included| Member {
            group: "@so".to_owned(),
            agency: agency.to_owned(),
            from,
            included,
        };
        let directory = directory().with_members(vec![
            said("BL-H", date(2025, 2, 1), true),
            said("BL-SNV25", date(2025, 4, 1), false),
            said("BL-SNV25", date(2025, 5, 1), true),
        ]);
        let on = |day| codes(directory.expand("@so", "95-2008", day));
        assert_eq!(on(date(2025, 1, 31)), ["BL-SNV"]);
        assert_eq!(on(date(2025, 2, 1)), ["BL-H", "BL-SNV"]);
        assert_eq!(on(date(2025, 4, 1)), ["BL-H"]);
        assert_eq!(on(date(2025, 5, 1)), ["BL-H", "BL-SNV25"]);
        assert_eq!(on(date(2025, 7, 1)), ["CM-SNV"], "one of several heirs is not put in by anybody");
    }

    #[test]
    fn who_was_taken_out_stays_out_under_another_name() {
        let taken = Member {
            group: "@so".to_owned(),
            agency: "BL-SNV".to_owned(),
            from: date(2025, 1, 1),
            included: false,
        };
        let directory = directory().with_members(vec![taken]);
        for day in [date(2025, 2, 1), date(2025, 3, 1), date(2025, 7, 1)] {
            assert!(directory.expand("@so", "95-2008", day).is_empty(), "{day}");
        }
    }

    #[test]
    fn a_group_that_ended_means_the_group_after_it() {
        let directory = directory();
        assert_eq!(codes(directory.expand("@huyen", "95-2008", date(2025, 6, 30))), ["BL-H"]);
        assert_eq!(codes(directory.expand("@huyen", "95-2008", date(2025, 7, 1))), ["CM-X1", "CM-X2"]);
    }

    #[test]
    fn work_goes_to_the_one_successor_and_among_several_a_person_decides() {
        let directory = directory();
        let one = |code, day| match directory.heirs(code, day) {
            Heirs::One(agency) => agency.code.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(one("BL-SNV", date(2025, 2, 28)), "BL-SNV");
        assert_eq!(one("BL-SNV", date(2025, 3, 1)), "BL-SNV25");
        assert_eq!(one("BL-SNV", date(2025, 7, 1)), "CM-SNV");
        assert!(matches!(directory.heirs("BL-H", date(2025, 7, 1)), Heirs::Several(two) if two.len() == 2));
        assert_eq!(directory.heirs("BL-XX", date(2025, 7, 1)), Heirs::Nobody);
    }
}

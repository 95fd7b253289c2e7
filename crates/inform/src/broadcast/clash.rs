//! Clash: what a station means to air while it airs an urgent bulletin. The urgent one goes first; what is not urgent has to
//! be moved. Two urgent ones are read one after the other.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use store::{Ask, Error};

use super::table::{self, logs};
use super::{Bulletin, Priority};

/// An hour of a bulletin at a station that meets another bulletin there, one of the two being urgent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The hour of the bulletin itself.
    pub at: DateTime,
    /// The number of the other one.
    pub other: i64,
    /// What it is called.
    pub title: String,
    /// Whether the other one is urgent.
    pub is_urgent: bool,
}

/// What stations mean to air on the days of urgent bulletins; nothing where there are none.
pub(super) struct Beside {
    bulletins: HashMap<i64, Bulletin>,
    hours: Vec<(i64, String, DateTime)>,
}

impl Beside {
    /// What there is on these days.
    pub(super) async fn load(at: &mut impl Ask, from: Date, to: Date) -> Result<Self, Error> {
        let mut days: Vec<Date> = table::urgent_since(at, from)
            .await?
            .into_iter()
            .map(|it| it.first)
            .filter(|day| *day <= to)
            .collect();
        days.dedup();
        let mut beside = Self { bulletins: HashMap::new(), hours: Vec::new() };
        for day in days {
            let there = table::of_days(at, day, day).await?;
            beside.bulletins.extend(there.into_iter().map(|bulletin| (bulletin.id, bulletin)));
            beside.hours.extend(logs::planned_on(at, day).await?);
        }
        Ok(beside)
    }

    /// What a bulletin meets at a station at these hours.
    pub(super) fn clashes(&self, own: &Bulletin, station: &str, hours: &[DateTime]) -> Vec<Clash> {
        let mut clashes = Vec::new();
        for at in hours {
            for (id, _, there) in self.hours.iter().filter(|(id, code, _)| *id != own.id && code == station) {
                let Some(other) = self.bulletins.get(id) else { continue };
                let is_urgent = other.priority == Priority::Urgent;
                let is_one = is_urgent || own.priority == Priority::Urgent;
                if is_one && overlap((*at, own.seconds()), (*there, other.seconds())) {
                    clashes.push(Clash { at: *at, other: *id, title: other.title.clone(), is_urgent });
                }
            }
        }
        clashes
    }
}

/// Whether two things overlap, each from an hour on for so many seconds; each takes a minute at least.
fn overlap((a, a_takes): (DateTime, i64), (b, b_takes): (DateTime, i64)) -> bool {
    let end = |begins: DateTime, takes: i64| begins.saturating_add(takes.max(60).seconds());
    a < end(b, b_takes) && b < end(a, a_takes)
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;
    use proptest::prelude::*;

    use super::super::Draft;
    use super::super::bulletin::tests::{TODAY, draft};
    use super::*;

    fn beside() -> Beside {
        let text = "xin ".repeat(600);
        let urgent = Draft { priority: Priority::Urgent, at: Some(time(17, 0, 0, 0)), text, ..draft() };
        let urgent = Bulletin { id: 7, ..urgent.checked("f", TODAY).expect("a bulletin") };
        assert_eq!(urgent.seconds(), 172);
        let normal = Bulletin { id: 8, ..draft().checked("g", TODAY).expect("a bulletin") };
        let hours =
            vec![(7, "A".to_owned(), TODAY.at(17, 0, 0, 0)), (8, "A".to_owned(), TODAY.at(17, 2, 0, 0))];
        Beside { bulletins: [urgent, normal].into_iter().map(|it| (it.id, it)).collect(), hours }
    }

    #[test]
    fn what_lies_within_an_urgent_one_is_in_its_way() {
        let (beside, own) = (beside(), draft().checked("h", TODAY).expect("a bulletin"));
        let meets = |hour, minute, station| {
            let found = beside.clashes(&own, station, &[TODAY.at(hour, minute, 0, 0)]);
            found.iter().map(|clash| clash.other).collect::<Vec<_>>()
        };
        assert_eq!([meets(17, 0, "A"), meets(17, 2, "A")], [[7], [7]], "a normal one is no matter");
        assert!([meets(16, 59, "A"), meets(17, 3, "A"), meets(17, 0, "B")].iter().all(Vec::is_empty));
    }

    #[test]
    fn an_urgent_one_tells_what_it_is_in_the_way_of() {
        let beside = beside();
        let found = beside.clashes(&beside.bulletins[&7], "A", &[TODAY.at(17, 0, 0, 0)]);
        assert_eq!(found.iter().map(|it| (it.other, it.is_urgent)).collect::<Vec<_>>(), [(8, false)]);
    }

    proptest! {
        #[test]
        fn two_overlap_or_do_not_whichever_is_named_first(a in 0_i64..600, b in 0_i64..600, takes in 0_i64..900, other in 0_i64..900) {
            let at = |minute: i64| TODAY.at(5, 0, 0, 0).saturating_add(minute.minutes());
            prop_assert_eq!(overlap((at(a), takes), (at(b), other)), overlap((at(b), other), (at(a), takes)));
            prop_assert!(overlap((at(a), takes), (at(a), other)));
        }
    }
}

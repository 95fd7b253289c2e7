//! Making a pulse out of items of the bank, a population and days; ending it before its day.

use accounts::{Desk, Directory, Reach, Relation, Right, Role};
use jiff::civil::Date;
use places::personal::personal;
use plan::task::coaching;

use super::did::Did;
use super::{CODES_MAX, Item, Line, Pulse, Refusal, State, Stratum, bank, table};
use crate::import::names::Names;
use crate::question::clean::tidy;

/// Who may make one.
pub const MAKE: Right = Right {
    act: "pulse.made",
    held_by: &[(Role::StandingBody, Reach::Any), (Role::Communicator, Reach::Any)],
};

/// Who may end one before its day.
pub const CLOSE: Right = Right { act: "pulse.closed", held_by: MAKE.held_by };

/// The longest title, and the longest reason, in characters.
pub const TITLE_MAX: usize = 200;
/// The longest text about the population.
const POPULATION_MAX: usize = 1000;
/// The longest name of a part of it.
const NAME_MAX: usize = 100;
/// The most items.
pub const ITEMS_MAX: usize = 12;
/// The most parts of a population.
pub const STRATA_MAX: usize = 120;
/// The most people of one part.
const SIZE_MAX: i64 = 10_000_000;
/// A pulse is open for so many days at most.
const OPEN_MAX: i64 = 92;

/// A pulse as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it is called.
    pub title: String,
    /// Who the people are, and how they were drawn.
    pub population: String,
    /// Items of the bank, by their keys: `dung-hen.1`.
    pub items: Vec<String>,
    /// A line for each part of the population: name, people, codes, between semicolons or tabs. None where they are drawn
    /// from a list.
    pub strata: String,
    /// The first day that takes answers.
    pub opens_on: Date,
    /// The last one.
    pub closes_on: Date,
    /// Whether somebody says of a text that seems to coach or to aim that it is right so.
    pub is_fine: bool,
}

/// Makes a pulse; from then on neither its items nor its population change.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn make(desk: &Desk, draft: &Draft) -> Result<Pulse, Refusal> {
    desk.may(&MAKE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let names = Names::of(&Directory::load(&mut tx).await?, desk.today);
    let pulse = draft.checked(desk.today)?;
    let mut pulse = Pulse { strata: strata(&draft.strata, &names)?, ..pulse };
    pulse.id = table::insert(&mut tx, &pulse).await?;
    tx.commit(Did::Made { pulse: &pulse }).await?;
    Ok(pulse)
}

/// Ends a pulse before its last day, so that it takes no more answers.
///
/// # Errors
/// [`Refusal`], with nothing changed.
pub async fn close(desk: &Desk, id: i64, reason: &str) -> Result<Pulse, Refusal> {
    desk.may(&CLOSE, Relation::Other)?;
    let mut tx = desk.begin().await?;
    let before = table::find(&mut tx, id).await?.ok_or(Refusal::Missing)?;
    if before.state(desk.today) == State::Closed {
        return Err(Refusal::NotOpen);
    }
    let reason = tidy(reason);
    if !fits(&reason, TITLE_MAX) {
        return Err(Refusal::NoReason);
    }
    public(&reason)?;
    table::end(&mut tx, id, desk.today, &reason).await?;
    table::forget_drawn(&mut tx, id, false).await?;
    let now = Pulse { ended: Some((desk.today, reason)), ..before };
    tx.commit(Did::Closed { pulse: &now }).await?;
    Ok(now)
}

impl Draft {
    /// The pulse without its population.
    pub(super) fn checked(&self, today: Date) -> Result<Pulse, Refusal> {
        let (title, population) = (tidy(&self.title).replace('\n', " "), tidy(&self.population));
        if !fits(&title, TITLE_MAX) || !fits(&population, POPULATION_MAX) {
            return Err(Refusal::Untitled);
        }
        public(&title)?;
        public(&population)?;
        if let Some(words) = coaching::first_in(&[&title, &population]).filter(|_| !self.is_fine) {
            return Err(Refusal::Coaching(words));
        }
        let items = self.chosen()?;
        let open = self.opens_on.until(self.closes_on).map_or(-1, |span| i64::from(span.get_days()));
        if self.opens_on < today || !(0..=OPEN_MAX).contains(&open) {
            return Err(Refusal::Days);
        }
        let (opens_on, closes_on, strata) = (self.opens_on, self.closes_on, Vec::new());
        Ok(Pulse { id: 0, title, population, items, strata, opens_on, closes_on, ended: None, draw: None })
    }

    /// The items, in the order of the bank and each once.
    fn chosen(&self) -> Result<Vec<Item>, Refusal> {
        let newest = bank::newest();
        if self.items.iter().any(|key| !newest.iter().any(|it| it.key() == *key)) {
            return Err(Refusal::NoItems);
        }
        let is_chosen = |it: &&&Item| self.items.contains(&it.key());
        let items: Vec<Item> = newest.iter().filter(is_chosen).map(|it| (*it).clone()).collect();
        if (1..=ITEMS_MAX).contains(&items.len()) { Ok(items) } else { Err(Refusal::NoItems) }
    }
}

/// The parts of a population, as they are written line by line.
fn strata(written: &str, names: &Names) -> Result<Vec<Stratum>, Refusal> {
    let mut strata: Vec<Stratum> = Vec::new();
    let lines = written.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    for (at, line) in lines {
        let wrong = |why| Refusal::Population { line: at + 1, why };
        let stratum = stratum(line, names).map_err(wrong)?;
        let is_same = |other: &Stratum| {
            other.name == stratum.name || other.agency.is_some() && other.agency == stratum.agency
        };
        public(&stratum.name)?;
        if strata.iter().any(is_same) {
            return Err(wrong(Line::Twice));
        }
        strata.push(stratum);
    }
    let codes: i64 = strata.iter().map(|stratum| stratum.codes).sum();
    let fits = (1..=STRATA_MAX).contains(&strata.len()) && codes <= CODES_MAX;
    if fits { Ok(strata) } else { Err(Refusal::NoPopulation) }
}

fn stratum(line: &str, names: &Names) -> Result<Stratum, Line> {
    let fields: Vec<String> = line.split([';', '\t']).map(tidy).collect();
    let [name, size, codes] = &fields[..] else { return Err(Line::Unread) };
    if !fits(name, NAME_MAX) {
        return Err(Line::Unread);
    }
    let (Some(size), Some(codes)) = (number(size), number(codes)) else { return Err(Line::Unread) };
    if !(1..=SIZE_MAX).contains(&size) || !(1..=size).contains(&codes) {
        return Err(Line::Codes);
    }
    Ok(Stratum { agency: names.find(name), name: name.clone(), size, codes, printed_on: None, answered: 0 })
}

/// A whole number as people write it: `3.200`.
pub fn number(written: &str) -> Option<i64> {
    written.replace(['.', ' ', '\u{a0}'], "").parse().ok()
}

/// A text that anyone may read names and reaches nobody.
fn public(text: &str) -> Result<(), Refusal> {
    personal(text).map_or(Ok(()), |found| Err(Refusal::Personal(found)))
}

fn fits(text: &str, most: usize) -> bool {
    (1..=most).contains(&text.chars().count())
}

#[cfg(test)]
mod tests {
    use accounts::Directory;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = date(2025, 5, 20);

    fn draft(items: &[&str], strata: &str, from: Date, to: Date) -> Draft {
        Draft {
            title: "Đúng hẹn".into(),
            population: "Người nhận kết quả trong tháng 4".into(),
            items: items.iter().map(|key| (*key).to_owned()).collect(),
            strata: strata.into(),
            opens_on: from,
            closes_on: to,
            is_fine: false,
        }
    }

    fn checked(draft: &Draft) -> Result<Pulse, Refusal> {
        let pulse = draft.checked(TODAY)?;
        Ok(Pulse { strata: strata(&draft.strata, &Names::of(&Directory::default(), TODAY))?, ..pulse })
    }

    #[test]
    fn a_title_or_a_population_that_coaches_is_for_a_person_to_decide() {
        let plain = draft(&["dung-hen.1"], "Phường 2;100;10", TODAY, TODAY);
        let title = Draft { title: "Hướng dẫn trả lời phiếu".into(), ..plain.clone() };
        let population = Draft { population: "Các hộ được chọn mẫu của PAPI".into(), ..plain };
        for (draft, said) in [(title, "Hướng dẫn trả lời phiếu"), (population, "hộ được chọn mẫu")]
        {
            assert!(matches!(checked(&draft), Err(Refusal::Coaching(words)) if words == said));
            assert!(checked(&Draft { is_fine: true, ..draft }).is_ok());
        }
    }

    #[test]
    fn what_names_or_reaches_a_person_is_in_no_text() {
        let plain = draft(&["dung-hen.1"], "Phường 2;100;10", TODAY, TODAY);
        for draft in [
            Draft { title: "Hồ sơ của CCCD 079.201.001.234".into(), ..plain.clone() },
            Draft { population: "Danh sách do lan@example.vn lập".into(), ..plain.clone() },
            Draft { strata: "Khóm 1, gọi 0912 345 678;100;10".into(), ..plain },
        ] {
            assert!(matches!(checked(&draft), Err(Refusal::Personal(_))), "{draft:?}");
        }
    }

    #[test]
    fn a_population_is_read_line_by_line_as_a_spreadsheet_pastes_it() {
        let draft = draft(&["dung-hen.1"], "Phường 2;3.200;60\n\nKhóm 1\t50\t 5 \n", TODAY, TODAY);
        let pulse = checked(&draft).expect("a pulse");
        let told: Vec<_> = pulse.strata.iter().map(|it| (it.name.as_str(), it.size, it.codes)).collect();
        assert_eq!(told, [("Phường 2", 3200, 60), ("Khóm 1", 50, 5)]);
    }

    #[test]
    fn a_wrong_line_is_told_by_its_number() {
        for (strata, line, why) in [
            ("Phường 2;3200", 1, Line::Unread),
            ("Phường 2;3200;60\nPhường 3;nhiều;60", 2, Line::Unread),
            ("Phường 2;10;60", 1, Line::Codes),
            ("Phường 2;10;0", 1, Line::Codes),
            ("Phường 2;10;5\n\nPhường 2;10;5", 3, Line::Twice),
            (";10;5", 1, Line::Unread),
        ] {
            let refused = checked(&draft(&["dung-hen.1"], strata, TODAY, TODAY));
            let Err(Refusal::Population { line: told, why: because }) = refused else { panic!("{strata}") };
            assert_eq!((told, because), (line, why), "{strata}");
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let one = "Phường 2;100;10";
        let refused =
            |items: &[&str], strata, from, to| checked(&draft(items, strata, from, to)).unwrap_err();
        assert!(matches!(refused(&[], one, TODAY, TODAY), Refusal::NoItems));
        assert!(matches!(refused(&["dung-hen.9"], one, TODAY, TODAY), Refusal::NoItems));
        assert!(matches!(refused(&["dung-hen.1"], "", TODAY, TODAY), Refusal::NoPopulation));
        let yesterday = date(2025, 5, 19);
        assert!(matches!(refused(&["dung-hen.1"], one, yesterday, TODAY), Refusal::Days));
        assert!(matches!(refused(&["dung-hen.1"], one, TODAY, date(2025, 9, 1)), Refusal::Days));
        let many = "a;9000000;5001";
        assert!(matches!(refused(&["dung-hen.1"], many, TODAY, TODAY), Refusal::NoPopulation));
    }

    proptest! {
        #[test]
        fn whatever_is_written_no_part_has_more_codes_than_people(written in "([a-c]{0,2}[;\t]?[0-9]{0,3}[;\t]?[0-9]{0,3}\n){0,4}") {
            if let Ok(parts) = strata(&written, &Names::of(&Directory::default(), TODAY)) {
                prop_assert!(parts.iter().all(|it| (1..=it.size).contains(&it.codes) && !it.name.is_empty()));
            }
        }
    }
}

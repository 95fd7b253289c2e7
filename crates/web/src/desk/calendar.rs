//! The calendar: reporting periods with their days, days off by year, and forms for those who keep it.

mod edit;

use std::collections::BTreeMap;

use accounts::Relation;
use askama::Template;
use jiff::civil::Date;
use look::{Lang, filters, say};
use plan::calendar::holiday::Kind;
use plan::calendar::{self, Calendar, EDIT_CALENDAR, Holiday, Period, Rhythm, par};
use serde::Deserialize;

use super::Signed;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::period;
use crate::visit::Query;
use crate::{Fault, Page};

pub(crate) use edit::post;

/// What is typed into a form, by the names of its fields; `act` says into which.
type Typed = BTreeMap<String, String>;

#[derive(Template)]
#[template(path = "desk/calendar.html")]
struct CalendarPage {
    frame: Frame,
    year: i16,
    years: Vec<i16>,
    periods: Vec<Due>,
    days: Vec<Holiday>,
    decision: Option<String>,
    may_edit: bool,
    kinds: Vec<(String, String)>,
    rhythms: Vec<(String, String)>,
    typed: Typed,
    why: Option<String>,
}

/// A period as the page shows it.
struct Due {
    period: Period,
    name: String,
    /// The working day that follows a due day on which offices do not work.
    rolled: Option<Date>,
}

/// What the page is asked for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    year: Option<i16>,
    /// The day to be changed.
    day: Option<Date>,
    /// The code of the period to be changed.
    period: Option<String>,
}

/// The page, with what is to be changed in its form.
pub(crate) async fn get(signed: Signed, Query(asked): Query<Asked>) -> Answer {
    let calendar = load(&signed).await?;
    let year = asked.year.unwrap_or(signed.desk.today.year());
    let period = asked.period.and_then(|code| calendar.period(&code).map(of_period));
    let day = asked.day.map(|day| calendar.workdays.holiday(day).map_or_else(|| of_day(day), of_holiday));
    let typed = day.or(period).unwrap_or_default();
    render(&CalendarPage::new(&signed, &calendar, year, typed, None)?)
}

async fn load(signed: &Signed) -> Result<Calendar, Fault> {
    Ok(calendar::load(&mut signed.desk.read().await?, par::NAME).await?)
}

impl CalendarPage {
    /// The page of a year of which something is known.
    fn new(
        signed: &Signed,
        calendar: &Calendar,
        year: i16,
        typed: Typed,
        why: Option<String>,
    ) -> Result<Self, Fault> {
        let (lang, years) = (signed.visit.lang, calendar.workdays.years());
        if !years.contains(&year) {
            return Err(Fault::Missing);
        }
        let due = |period: &Period| Due {
            name: period::name(lang, &period.code),
            rolled: Some(calendar.deadline(period.due)).filter(|day| *day != period.due),
            period: period.clone(),
        };
        Ok(Self {
            frame: signed.frame(Page::Calendar, say(lang, Page::Calendar.key())),
            periods: calendar.periods.iter().filter(|it| it.due.year() == year).map(due).collect(),
            days: calendar.workdays.of_year(year).cloned().collect(),
            decision: calendar.workdays.confirmed(year).map(str::to_owned),
            may_edit: signed.desk.may(&EDIT_CALENDAR, Relation::Other).is_ok(),
            kinds: Kind::ALL.map(|kind| option(lang, "holiday-", kind.as_str())).to_vec(),
            rhythms: calendar_rhythms().map(|rhythm| option(lang, "rhythm-", rhythm.as_str())).collect(),
            year,
            years,
            typed,
            why,
        })
    }

    /// What is typed into a field of the form of this act.
    fn typed(&self, act: &str, field: &str) -> &str {
        let value = |field: &str| self.typed.get(field).map_or("", String::as_str);
        if value("act") == act { value(field) } else { "" }
    }

    /// The kind of a holiday, where its name does not say it.
    fn kind(&self, holiday: &Holiday) -> Option<String> {
        let kind = self.frame.word("holiday", holiday.kind.as_str());
        Some(kind).filter(|kind| holiday.name.to_lowercase() != *kind)
    }

    /// Whether that form is the one in use.
    fn is_open(&self, act: &str) -> bool {
        self.typed(act, "act") == act
    }
}

/// Rhythms that a period can have: what is done once or without end has none of its own.
fn calendar_rhythms() -> impl Iterator<Item = Rhythm> {
    Rhythm::ALL.into_iter().filter(|rhythm| rhythm.reports_in(*rhythm) && *rhythm != Rhythm::Continuous)
}

fn option(lang: Lang, family: &str, word: &str) -> (String, String) {
    (word.to_owned(), say(lang, &[family, word].concat()))
}

fn of_day(day: Date) -> Typed {
    fields([("act", "day".to_owned()), ("day", day.to_string())])
}

fn of_holiday(holiday: &Holiday) -> Typed {
    fields([
        ("act", "day".to_owned()),
        ("day", holiday.day.to_string()),
        ("name", holiday.name.clone()),
        ("kind", holiday.kind.as_str().to_owned()),
        ("source", holiday.source.clone()),
        ("seen", holiday.mark()),
    ])
}

fn of_period(period: &Period) -> Typed {
    fields([
        ("act", "period".to_owned()),
        ("code", period.code.clone()),
        ("rhythm", period.rhythm.as_str().to_owned()),
        ("first", period.first.to_string()),
        ("last", period.last.to_string()),
        ("due", period.due.to_string()),
        ("seen", period.mark()),
    ])
}

fn fields<const N: usize>(fields: [(&str, String); N]) -> Typed {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

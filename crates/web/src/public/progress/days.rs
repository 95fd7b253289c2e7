//! Days that were promised to people and are still to come, as a calendar to subscribe to (RFC 5545): until when something
//! is to be done, and until when a poll takes answers.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, NaiveDate, Utc};
use icalendar::{Calendar, Component, Event, EventLike};
use jiff::civil::Date;
use listen::poll::{self, Poll};
use look::Lang;
use look::words::say_with;
use plan::progress::{Promise, Standing};

use super::place_of;
use crate::parts::poll::{Told, closed};
use crate::visit::Visit;
use crate::{Fault, Page};

/// Where it is.
pub(crate) fn pattern(lang: Lang) -> &'static str {
    lang.pick("/lich.ics", "/en/calendar.ics")
}

/// The calendar.
pub(crate) async fn get(visit: Visit) -> Result<Response, Fault> {
    let (lang, desk, origin) = (visit.lang, visit.app.works()?.program(None), &visit.origin);
    let stamp = DateTime::<Utc>::from_timestamp(desk.now.as_second(), 0).unwrap_or_default();
    let day = |key: &str, uid: String, what: &str, on: Date, page: String| {
        let mut event = Event::new();
        event
            .uid(&format!("{uid}@nang-hang"))
            .timestamp(stamp)
            .summary(&say_with(lang, key, &[("what", what.into())]))
            .url(&format!("{origin}{page}"));
        // A whole day begins and has no end of its own: an end on the same day is none.
        naive(on).map(|on| event.starts(on).done())
    };
    let mut calendar = Calendar::new();
    let province = visit.settings().province;
    let name = lang.pick(province.name, province.name_en);
    calendar.name(&say_with(lang, "days-name", &[("province", name.into())]));
    for plan in visit.snapshot.progress.plans.iter().filter(|plan| !plan.cover.closed) {
        for promise in plan.promises.iter().filter(|promise| is_open(promise)) {
            let uid = format!("{}-{}", plan.cover.slug, promise.code);
            let Some(on) = next_day(promise, desk.today) else { continue };
            let page = place_of(lang, &visit.snapshot, plan, promise);
            calendar.extend(day("days-promise", uid, &promise.what, on, page));
        }
    }
    for poll in
        poll::all_open(&desk).await.map_err(closed)?.iter().filter(|poll| is_awaited(poll, desk.today))
    {
        let told = Told::new(lang, poll, desk.today);
        let page = Page::Poll.path(lang).replace("{id}", &poll.id.to_string());
        calendar.extend(day("days-poll", format!("poll-{}", poll.id), &told.asked, poll.closes_on, page));
    }
    let headers = [(CONTENT_TYPE, "text/calendar; charset=utf-8"), (CACHE_CONTROL, "private")];
    Ok((headers, calendar.done().to_string()).into_response())
}

/// What is done or lost its ground has no day to wait for.
fn is_open(promise: &Promise) -> bool {
    promise.cancelled_by.is_none() && !matches!(promise.standing, Standing::Done | Standing::DoneLate(_))
}

/// The next of a promise's days; none where all are past.
fn next_day(promise: &Promise, today: Date) -> Option<Date> {
    let mut days = promise.holders.iter().filter_map(|holder| holder.promised.or(holder.due)).peekable();
    let own = days.peek().is_none().then_some(promise.last);
    days.chain(own).filter(|day| *day >= today).min()
}

fn is_awaited(poll: &Poll, today: Date) -> bool {
    poll.ended.is_none() && poll.closes_on >= today
}

fn naive(day: Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(
        i32::from(day.year()),
        day.month().unsigned_abs().into(),
        day.day().unsigned_abs().into(),
    )
}

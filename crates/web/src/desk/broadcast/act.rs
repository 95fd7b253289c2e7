//! What is done about one bulletin: `act` says what.

use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use inform::broadcast::{
    NewAired, Refusal, SCHEDULE_MAX, change, hour, length, log, one, schedule, send, strike, withdraw,
};
use jiff::civil::{Date, DateTime};
use look::{Lang, say};

use super::draft::read;
use super::one::{page, path};
use super::told::sentence;
use crate::Fault;
use crate::desk::Signed;
use crate::desk::typed::{Typed, refused};
use crate::visit::Path;

/// Does it and shows the bulletin; what is refused is said above, with what was typed.
pub(crate) async fn post(
    signed: Signed,
    Path(id): Path<i64>,
    Form(mut typed): Form<Typed>,
) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let why = match act(&signed, id, &typed).await {
        Ok(told) => return Ok(Redirect::to(&format!("{}?told={told}", path(lang, id))).into_response()),
        Err(wrong) => {
            // Only who is told that it changed goes on from what it became.
            if matches!(wrong, Wrong::Refused(Refusal::Changed)) {
                typed = typed.without("version");
            }
            if let Wrong::Refused(Refusal::Beyond { seconds, .. }) = &wrong {
                typed = typed.with("doubted", seconds.to_string());
            }
            wrong.said(lang)?
        }
    };
    refused(page(&signed, id, None, Some(why), typed).await)
}

/// Why nothing was done: a field that does not read, by the key of its sentence, or what the act says.
pub(super) enum Wrong {
    Typed(&'static str),
    Refused(Refusal),
}

impl Wrong {
    pub(super) fn said(self, lang: Lang) -> Result<String, Fault> {
        match self {
            Self::Typed(key) => Ok(say(lang, key)),
            Self::Refused(refusal) => sentence(lang, refusal),
        }
    }
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<&'static str> for Wrong {
    fn from(key: &'static str) -> Self {
        Self::Typed(key)
    }
}

/// Does what the form says, and gives the word for what was done.
async fn act(signed: &Signed, id: i64, typed: &Typed) -> Result<&'static str, Wrong> {
    let (desk, station) = (&signed.desk, typed.get("station"));
    let version = || typed.get("version").parse().unwrap_or(0);
    Ok(match typed.get("act") {
        "change" => {
            change(desk, id, version(), &read(typed)?).await?;
            "done"
        }
        "send" => {
            send(desk, id, version(), &typed.all("to"), typed.maybe("decided").as_deref()).await?;
            "sent"
        }
        "withdraw" => {
            withdraw(desk, id, typed.get("why")).await?;
            "done"
        }
        "schedule" => {
            schedule(desk, id, station, &hours(typed)?).await?;
            "scheduled"
        }
        "log" => {
            let aired = log(desk, &aired(typed, station, Some(id))?).await?;
            let is_cut = one(desk, id).await?.bulletin.is_cut_at(aired.seconds);
            if is_cut { "cut" } else { "logged" }
        }
        "strike" => {
            strike(desk, entry(typed)?, typed.get("why")).await?;
            "done"
        }
        _ => return Err(Refusal::Missing.into()),
    })
}

/// The number of the line that a form strikes out.
pub(super) fn entry(typed: &Typed) -> Result<i64, Wrong> {
    typed.get("entry").parse().map_err(|_| Refusal::Missing.into())
}

/// The line of a log that a form holds.
pub(super) fn aired(typed: &Typed, station: &str, bulletin: Option<i64>) -> Result<NewAired, Wrong> {
    let day = typed.day("day").ok_or("broadcast-no-day")?;
    let at = at(day, typed.get("hour"))?;
    let seconds = length(typed.get("length")).ok_or(Refusal::Length)?.seconds;
    // Who is sure is sure of this length alone.
    let is_sure = typed.get("sure") == seconds.to_string();
    let title = typed.get("title").to_owned();
    Ok(NewAired { station: station.to_owned(), bulletin, title, at, seconds, is_sure })
}

/// The rows of a schedule that say anything, as they were typed.
pub(super) fn rows(typed: &Typed) -> Vec<(String, String)> {
    let row =
        |at: usize| (typed.get(&format!("day-{at}")).to_owned(), typed.get(&format!("hour-{at}")).to_owned());
    (0..=SCHEDULE_MAX).map(row).filter(|(day, hour)| !day.is_empty() || !hour.is_empty()).collect()
}

fn hours(typed: &Typed) -> Result<Vec<DateTime>, Wrong> {
    let read = |(day, hour): (String, String)| {
        let day: Date = day.parse().map_err(|_| Wrong::Typed("broadcast-no-day"))?;
        at(day, &hour)
    };
    rows(typed).into_iter().map(read).collect()
}

fn at(day: Date, written: &str) -> Result<DateTime, Wrong> {
    Ok(day.to_datetime(hour(written).ok_or("broadcast-no-clock")?))
}

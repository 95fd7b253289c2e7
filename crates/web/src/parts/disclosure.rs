//! A disclosure in words: what happened, where it is, since when, on what ground.

use accounts::Directory;
use inform::disclosure::{Commune, Counted, Hangs, Law, Line, Place, Stays, Terms, Within, kind};
use jiff::civil::{Date, date};
use look::{Lang, date, say, say_with};

use crate::parts::period;
use crate::public::disclosure::bare;

/// A place of a disclosure, ready to be shown.
pub(crate) struct SpotView {
    pub(crate) place: Place,
    pub(crate) name: String,
    pub(crate) said: String,
    /// Whether it is there now.
    pub(crate) is_there: bool,
    /// Whether it is lacking.
    pub(crate) is_lacking: bool,
    /// Whether there is neither photo nor link of what was posted there in time to be believed.
    pub(crate) is_unproven: bool,
    /// When it was recorded, where that was after its first day.
    pub(crate) recorded: Option<String>,
    /// What was checked there, or is being.
    pub(crate) check: Option<String>,
}

/// Since when files are received at Trung tâm Phục vụ hành chính công (Nghị định 118/2025/NĐ-CP).
const CENTRES: Date = date(2025, 7, 1);

/// The name of a place on a day.
pub(crate) fn place(lang: Lang, place: Place, day: Date) -> String {
    match place {
        Place::ServiceDesk if day >= CENTRES => say(lang, "place-centre"),
        _ => say(lang, &format!("place-{}", place.as_str())),
    }
}

/// What happened: the kind of event, and the document or the quarter.
pub(crate) fn event(lang: Lang, line: &Line, directory: &Directory) -> String {
    let what = what(lang, line, directory);
    match kind(&line.event.kind) {
        Some(kind) if kind.is_recorded() => format!("{}: {what}", lang.pick(&kind.name, &kind.name_en)),
        _ => what,
    }
}

/// The document or the quarter; where others have a commune's work now, with the one that it is of.
pub(crate) fn what(lang: Lang, line: &Line, directory: &Directory) -> String {
    let words = &line.event.words;
    let is_recorded = kind(&line.event.kind).is_some_and(inform::disclosure::Kind::is_recorded);
    let what = if is_recorded { words.clone() } else { period::name(lang, words) };
    let Some(former) = line.former() else { return what };
    say_with(lang, "what-former", &[("what", what.into()), ("commune", bare(directory.name(former)).into())])
}

/// The places of a disclosure, each as it was called when it was posted there.
pub(crate) fn spots(lang: Lang, line: &Line, today: Date) -> Vec<SpotView> {
    let is_after = |place| line.recorded(place).is_some_and(|(_, is_after)| is_after);
    let view = |spot: &inform::disclosure::Spot| SpotView {
        place: spot.place,
        name: place(lang, spot.place, line.newest(spot.place).map_or(today, |posting| posting.first)),
        said: hangs(lang, spot.place, spot.hangs),
        is_there: matches!(spot.hangs, Hangs::There { .. }),
        is_lacking: line.lacking().any(|lacking| lacking == spot.place),
        is_unproven: line.shown(spot.place).is_some_and(|(count, _)| count == 0) && !is_after(spot.place),
        recorded: line.recorded(spot.place).map(|(day, is_after)| recorded(lang, day, is_after)),
        check: check(lang, line, spot, today),
    };
    line.spots.iter().map(view).collect()
}

/// When something was recorded, and whether that was after its deadline with nothing to show it.
pub(crate) fn recorded(lang: Lang, day: Date, is_after: bool) -> String {
    let key = if is_after { "spot-recorded-after" } else { "spot-recorded" };
    say_with(lang, key, &[("day", date::short(lang, day).into())])
}

fn hangs(lang: Lang, place: Place, hangs: Hangs) -> String {
    let with = |key, day| say_with(lang, key, &[("day", date::short(lang, day).into())]);
    match hangs {
        Hangs::Never => say(lang, "hangs-never"),
        Hangs::There { since, until: None } if is_online(place) => with("hangs-online", since),
        Hangs::There { since, until: None } => with("hangs-since", since),
        Hangs::There { since, until: Some(until) } => {
            let days = [since, until].map(|day| date::short(lang, day));
            let [since, until] = days;
            let key = if is_online(place) { "hangs-online-until" } else { "hangs-since-until" };
            say_with(lang, key, &[("day", since.into()), ("until", until.into())])
        }
        Hangs::Served { since } if place.is_spoken() => with("hangs-spoken", since),
        Hangs::Served { since } => with("hangs-served", since),
        Hangs::Early { on } => with("hangs-early", on),
        Hangs::Gone { on } => with("hangs-gone", on),
    }
}

/// Whether a place is on the web, where nothing is pinned to a board.
fn is_online(place: Place) -> bool {
    matches!(place, Place::Site | Place::ServicePortal)
}

/// What a commune is, from the name of its committee: `phường`.
pub(crate) fn unit(lang: Lang, name: &str) -> String {
    let kind = Commune::of(name).map_or("other", Commune::as_str);
    say(lang, &format!("commune-kind-{kind}"))
}

/// The places of something of which nothing is recorded.
pub(crate) fn places(lang: Lang, places: &[Place], day: Date) -> String {
    let named: Vec<String> = places.iter().map(|it| place(lang, *it, day)).collect();
    named.join("; ")
}

fn check(lang: Lang, line: &Line, spot: &inform::disclosure::Spot, today: Date) -> Option<String> {
    let place = spot.place;
    let with = |key, day| Some(say_with(lang, key, &[("day", date::short(lang, day).into())]));
    if let Some(open) = line.open_check(place) {
        let Some(late) = line.look_late(open, today) else { return with("check-open", open.opened_on) };
        let day = date::short(lang, open.opened_on);
        return Some(say_with(lang, "check-open-late", &[("day", day.into()), ("n", late.into())]));
    }
    let finding = line.last_check(place)?.finding.as_ref()?;
    if !finding.is_there {
        // It was missing; where it is there again, the page says so.
        let since = line.newest(place).map(|posting| posting.first)?;
        let is_back = matches!(spot.hangs, Hangs::There { .. } | Hangs::Served { .. });
        let told =
            [("day", finding.on), ("since", since)].map(|(name, day)| (name, date::short(lang, day).into()));
        return is_back.then(|| say_with(lang, "check-back", &told));
    }
    with(if line.is_own(finding) { "check-there-own" } else { "check-there" }, finding.on)
}

/// A law with its article.
pub(crate) fn law(law: &Law) -> String {
    if law.article.is_empty() { law.name.clone() } else { format!("{}, {}", law.name, law.article) }
}

/// Within how many days, from what.
pub(crate) fn within(lang: Lang, terms: &Terms) -> String {
    let from = terms.counted_from.as_str();
    match terms.within {
        Within { days: 0, .. } => say_with(lang, "within-at-once", &[("from", from.into())]),
        Within { days, counted } => {
            let key = if counted == Counted::Working { "within-working" } else { "within-calendar" };
            say_with(lang, key, &[("n", i64::from(days).into()), ("from", from.into())])
        }
    }
}

/// How long it stays up.
pub(crate) fn stays(lang: Lang, terms: &Terms) -> String {
    match terms.stays {
        Stays::Throughout => say(lang, "stays-throughout"),
        Stays::Days(Within { days, counted }) => {
            let key = if counted == Counted::Working { "stays-working" } else { "stays-calendar" };
            say_with(lang, key, &[("n", i64::from(days).into())])
        }
    }
}

/// How far a law is confirmed.
pub(crate) fn certainty(lang: Lang, law: &Law) -> String {
    let found = law.certainty.contains("tim_thay");
    let known = law.certainty.contains("kien_thuc_chung");
    let key = match (law.is_to_check(), found, known) {
        (true, true, _) => "certainty-partly",
        (true, ..) => "certainty-to-check",
        (false, true, _) => "certainty-found",
        _ => "certainty-known",
    };
    say(lang, key)
}

#[cfg(test)]
mod tests {
    use inform::Duty;

    use super::*;

    #[test]
    fn a_place_is_called_as_on_its_day() {
        let named = |day| place(Lang::Vi, Place::ServiceDesk, day);
        assert_eq!(named(date(2025, 6, 30)), "Bộ phận Một cửa");
        assert_eq!(named(date(2025, 7, 1)), "Trung tâm Phục vụ hành chính công");
    }

    #[test]
    fn terms_are_said_as_the_law_says_them() {
        let terms = |code| Terms::on(&Duty::of(code).unwrap().laws, date(2025, 5, 20)).unwrap();
        let said = |code| {
            let terms = terms(code);
            (within(Lang::Vi, &terms), stays(Lang::Vi, &terms), certainty(Lang::Vi, &terms.laws[0]))
        };
        let own = |(a, b, c): (&str, &str, &str)| (a.to_owned(), b.to_owned(), c.to_owned());
        assert_eq!(
            said("CK03"),
            own((
                "trong 30 ngày, kể từ ngày văn bản được ban hành",
                "ít nhất 30 ngày",
                "đã tìm thấy trong nguồn công khai"
            ))
        );
        assert_eq!(
            said("CK16"),
            own((
                "ngay, sau cuộc họp dân",
                "ít nhất 3 ngày làm việc",
                "tìm thấy một phần, phần còn lại phải đối chiếu"
            ))
        );
    }
}

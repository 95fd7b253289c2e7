//! The note under every figure: source, survey year, publication date, denominator.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use look::Lang;
use look::date;
use look::words::{say, say_with};
use scores::{Edition, Ranking};

/// The sentences of the note.
pub(crate) fn note(lang: Lang, edition: &Edition, ranking: Option<&Ranking>) -> String {
    let year = edition.year.to_string();
    let dated = match edition.published_on {
        Some(day) => {
            say_with(lang, "source-edition", &[("year", year.into()), ("day", date::short(lang, day).into())])
        }
        None => say_with(lang, "source-edition-undated", &[("year", year.into())]),
    };
    let files: BTreeSet<_> = edition.imported.values().map(|source| (&source.name, source.at)).collect();
    let imported = files.into_iter().map(|(name, at)| {
        let day = date::short(lang, civil(at));
        say_with(lang, "source-imported", &[("file", name.into()), ("day", day.into())])
    });
    let of = ranking.map(|ranking| {
        let all = ranking.places.len();
        say_with(lang, "source-of", &[("of", ranking.of.into()), ("all", all.into())])
    });
    [say(lang, "source-papi"), dated].into_iter().chain(imported).chain(of).collect::<Vec<_>>().join(" ")
}

/// The civil day of an instant in Viet Nam.
pub(crate) fn civil(at: Timestamp) -> Date {
    date::there(at).date()
}

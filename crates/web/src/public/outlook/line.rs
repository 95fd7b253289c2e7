//! The outlook of the plan's target in one line, for the home page.

use std::sync::Arc;

use look::words::{say, say_with};
use places::{Set, Unit, country};
use plan::Target;
use scores::outlook::{Ask, Country, Likelihood, Look, Renewal, Telling};
use scores::target::Requirement;

use super::super::provinces::fate;
use super::percent;
use crate::outlooks::{DRAWS, SEED};
use crate::visit::Visit;
use crate::{Fault, Page};

/// The line, and where it leads.
pub(crate) struct Line {
    pub(crate) said: String,
    pub(crate) go: String,
    pub(crate) href: String,
}

/// The line of the target that the plan asks next; none where it asks nothing of the years to come.
pub(crate) async fn of(visit: &Visit) -> Result<Option<Line>, Fault> {
    let settings = visit.settings();
    let Some(newest) = visit.snapshot.editions.latest() else { return Ok(None) };
    let Some((index, year)) = asked_next(&visit.snapshot.targets, newest.year + 1) else { return Ok(None) };
    if let Some(next) = country().merged_into(settings.province, year) {
        return Ok(Some(ended(visit, next, year)));
    }
    let later = country()
        .successor(settings.province)
        .filter(|_| settings.set().to.is_some_and(|to| to.year() <= year));
    let unit = later.unwrap_or(settings.province);
    let set = country().set_of(unit);
    let Some(position) = set.position(unit.id) else { return Ok(None) };
    let case = Case { visit, set, as_of: newest.year, year, index, position };
    case.line(Renewal::default_for(&visit.snapshot.editions, set, newest.year, year)).await
}

/// The target that is told of, by its place in the list, and the year: one of a rank rather than another.
fn asked_next(targets: &[Target], next: i16) -> Option<(usize, i16)> {
    let ahead = |target: &Target| Some(target.first_year.max(next)).filter(|year| *year <= target.last_year);
    let ahead = || targets.iter().enumerate().filter_map(|(at, target)| Some((at, ahead(target)?)));
    let of_rank = |(at, year): &(usize, i16)| {
        let conditions = targets[*at].asks.asks_in(*year);
        conditions.iter().any(|condition| matches!(condition.requirement, Requirement::Rank(_)))
    };
    ahead().find(of_rank).or_else(|| ahead().next())
}

fn ended(visit: &Visit, next: &Unit, year: i16) -> Line {
    let (lang, unit) = (visit.lang, visit.settings().province);
    let name = |unit: &Unit| lang.pick(unit.name, unit.name_en).to_owned();
    let said = [("name", name(unit).into()), ("year", year.to_string().into())];
    let fate = fate(visit, unit).unwrap_or_default();
    Line {
        said: format!("{fate} {}", say_with(lang, "outlook-line-ended", &said)).trim().to_owned(),
        go: say_with(lang, "outlook-next", &[("name", name(next).into())]),
        href: format!("{}?province={}&units={}", Page::Outlook.path(lang), next.code, next.set),
    }
}

/// A target in a year that is looked at.
struct Case<'a> {
    visit: &'a Visit,
    /// The provinces that are ranked in the year: those of another set than our own, where it has ended by then.
    set: &'static Set,
    as_of: i16,
    year: i16,
    index: usize,
    position: usize,
}

impl Case<'_> {
    /// None where the target cannot be counted.
    async fn line(&self, renewal: Renewal) -> Result<Option<Line>, Fault> {
        let lang = self.visit.lang;
        let Some(chance) = self.chance(renewal).await? else { return Ok(None) };
        let likelihood = self.look(renewal).likelihood(chance);
        let target = &self.visit.snapshot.targets[self.index];
        let said = [
            ("year", self.year.to_string().into()),
            ("said", lang.pick(&target.said, &target.said_en).into()),
            ("word", self.word(likelihood).into()),
            ("percent", percent(chance).into()),
        ];
        let mut said = say_with(lang, "outlook-line", &said);
        if likelihood == Likelihood::CannotTell {
            said = format!("{said} {}", self.what_would_tell(renewal).await?);
        }
        let (path, set) = (Page::Outlook.path(lang), self.set.label);
        let href = format!("{path}?as-of={}&year={}&units={set}", self.as_of, self.year);
        Ok(Some(Line { said, go: say(lang, "outlook-line-go"), href }))
    }

    /// What would let us tell: nearer results, whether the sample is renewed where that is unknown, or the next results.
    async fn what_would_tell(&self, renewal: Renewal) -> Result<String, Fault> {
        if self.look(renewal).telling() == Telling::Untried {
            return Ok(say(self.visit.lang, "outlook-line-far"));
        }
        match renewal {
            Renewal::Yes => return Ok(say(self.visit.lang, "outlook-line-wait")),
            Renewal::No => return Ok(say(self.visit.lang, "outlook-line-kept")),
            Renewal::Unknown => {}
        }
        let mut said = Vec::new();
        for (renewal, number, word) in
            [(Renewal::No, "kept", "kept-word"), (Renewal::Yes, "renewed", "renewed-word")]
        {
            let chance = self.chance(renewal).await?.unwrap_or(0.0);
            said.push((number, percent(chance).into()));
            said.push((word, self.word(self.look(renewal).likelihood(chance)).into()));
        }
        Ok(say_with(self.visit.lang, "outlook-line-tell", &said))
    }

    async fn chance(&self, renewal: Renewal) -> Result<Option<f64>, Fault> {
        let ask = Ask { target: self.year, renewal, draws: DRAWS, seed: SEED };
        let (snapshot, set) = (&self.visit.snapshot, self.set);
        let country: Arc<Country> = self.visit.app.outlooks().country(snapshot, set, self.as_of, ask).await?;
        Ok(country.units.get(self.position).and_then(|sight| *sight.targets.get(self.index)?))
    }

    fn look(&self, renewal: Renewal) -> Look {
        Look { set: self.set, horizon: self.year - self.as_of, renewal }
    }

    fn word(&self, likelihood: Likelihood) -> String {
        say(self.visit.lang, &format!("likelihood-{}", likelihood.as_str()))
    }
}

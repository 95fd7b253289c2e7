//! The size of a sample in words: what must be asked, what it will show, what it costs.

use estimate::size::{Aim, Measure, Plan, Size};
use look::{Lang, Value, number, say, say_with};

/// What the plan takes and gives, a sentence each.
pub fn sentences(lang: Lang, plan: &Plan, size: &Size) -> Vec<String> {
    let told = Told { lang, plan, size };
    let always = [told.each(), told.whole(), told.gives()];
    let sometimes = [told.cost(), told.clusters(), told.too_few(), told.by_chance(), told.silent()];
    always.into_iter().chain(sometimes.into_iter().flatten()).collect()
}

struct Told<'a> {
    lang: Lang,
    plan: &'a Plan,
    size: &'a Size,
}

impl Told<'_> {
    fn say(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        say_with(self.lang, key, values)
    }

    fn whole_number(&self, count: u64) -> Value<'static> {
        number::whole(self.lang, i64::try_from(count).unwrap_or(i64::MAX)).into()
    }

    /// Points of a hundred for a share, its own unit for a mean.
    fn points(&self, value: f64) -> Value<'static> {
        let value = if matches!(self.plan.measure, Measure::Share(_)) { 100.0 * value } else { value };
        number::plain(self.lang, (value * 100.0).round() / 100.0).into()
    }

    fn each(&self) -> String {
        let values = [
            ("answers", self.whole_number(self.size.answers)),
            ("clusters", self.whole_number(self.size.clusters)),
            ("take", i64::from(self.plan.per_cluster).into()),
            ("asked", self.whole_number(self.size.asked)),
        ];
        self.say(if self.plan.per_cluster > 1 { "size-each" } else { "size-each-singly" }, &values)
    }

    fn whole(&self) -> String {
        let values = [
            ("domains", i64::from(self.plan.domains).into()),
            ("rounds", self.whole_number(self.size.rounds)),
            ("answers", self.whole_number(self.size.all_answers)),
            ("asked", self.whole_number(self.size.all_asked)),
        ];
        self.say("size-whole", &values)
    }

    fn gives(&self) -> String {
        let measure = if matches!(self.plan.measure, Measure::Share(_)) { "share" } else { "mean" };
        let mut values = vec![
            ("measure", measure.into()),
            ("margin", self.points(self.size.margin)),
            ("confidence", number::percent(self.lang, self.plan.confidence, 0).into()),
        ];
        let Aim::Change { by, .. } = self.plan.aim else { return self.say("size-margin", &values) };
        let power = (100.0 * self.size.power.unwrap_or_default()).floor() as i64;
        values.extend([("by", self.points(by)), ("power", power.into())]);
        self.say("size-change", &values)
    }

    fn cost(&self) -> Option<String> {
        let cost = number::whole(self.lang, self.size.cost?.round() as i64);
        let said = self.say("size-cost", &[("cost", cost.into())]);
        let cheapest = self.size.cheapest_take.filter(|_| self.plan.per_cluster > 1);
        let cheapest = cheapest.map(|take| self.say("size-cheapest", &[("take", i64::from(take).into())]));
        Some([Some(said), cheapest].into_iter().flatten().collect::<Vec<_>>().join(" "))
    }

    fn clusters(&self) -> Option<String> {
        let values = [
            ("times", number::score(self.lang, self.size.design_effect).into()),
            ("simple", self.whole_number(self.size.simple.ceil() as u64)),
        ];
        let said = self.say("size-effect", &values);
        let one = (self.size.clusters < 2).then(|| say(self.lang, "size-one-cluster"));
        let said = [Some(said), one].into_iter().flatten().collect::<Vec<_>>().join(" ");
        (self.plan.per_cluster > 1).then_some(said)
    }

    fn too_few(&self) -> Option<String> {
        let people = self.whole_number(self.plan.population?);
        self.size.too_few.then(|| self.say("size-too-few", &[("people", people)]))
    }

    /// How many domains seem to have changed by chance alone.
    fn by_chance(&self) -> Option<String> {
        let change =
            matches!(self.plan.aim, Aim::Change { .. }) && !self.plan.at_once && self.plan.domains > 1;
        let count = (1.0 - self.plan.confidence) * f64::from(self.plan.domains);
        let values = [
            ("domains", i64::from(self.plan.domains).into()),
            ("count", number::decimals(self.lang, count, 1).into()),
        ];
        change.then(|| self.say("size-by-chance", &values))
    }

    fn silent(&self) -> Option<String> {
        (self.plan.response < 1.0).then(|| say(self.lang, "size-silent"))
    }
}

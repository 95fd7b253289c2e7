//! A target in words: "tổng điểm đứng từ hạng 20 trở lên".

use look::Lang;
use look::words::{say, say_with};
use scores::Target;
use scores::target::{Condition, Requirement, Scope};

use crate::parts::sentence;

/// What a target asks, in words.
pub fn of_target(lang: Lang, target: &Target) -> String {
    match target {
        Target::Joined(conditions) => joined(lang, conditions),
        Target::Path(steps) => {
            let step = |from: i16, conditions| {
                say_with(
                    lang,
                    "asks-from",
                    &[("year", from.to_string().into()), ("asks", joined(lang, conditions).into())],
                )
            };
            steps.iter().map(|s| step(s.from, &s.conditions)).collect::<Vec<_>>().join("; ")
        }
    }
}

fn joined(lang: Lang, conditions: &[Condition]) -> String {
    let said: Vec<_> = conditions.iter().map(|condition| of_condition(lang, condition)).collect();
    said.join(&say(lang, "asks-and"))
}

fn of_condition(lang: Lang, condition: &Condition) -> String {
    let scope = match condition.scope {
        Scope::EachDimension => say(lang, "asks-each"),
        Scope::Item(scores::Item::Total) => say(lang, "asks-total"),
        Scope::Item(item) => say_with(lang, "asks-item", &[("item", item.to_string().into())]),
    };
    let base = |year: Option<i16>| match year {
        Some(year) => say_with(lang, "asks-year", &[("year", year.to_string().into())]),
        None => say(lang, "asks-before"),
    };
    let (key, n, base) = match condition.requirement {
        Requirement::Rank(n) => ("asks-rank", n.to_string(), String::new()),
        Requirement::Group(group) => ("asks-group", sentence::of_group(lang, group), String::new()),
        Requirement::Score(n) => ("asks-score", look::number::score(lang, n), String::new()),
        Requirement::Places(n, year) => ("asks-places", n.to_string(), base(year)),
        Requirement::Points(n, year) => ("asks-points", look::number::score(lang, n), base(year)),
        Requirement::BetterThan(year) => ("asks-better", String::new(), base(Some(year))),
        Requirement::Lift(year) => ("asks-lift", String::new(), base(year)),
    };
    say_with(lang, key, &[("scope", scope.into()), ("n", n.into()), ("base", base.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_is_said_as_a_plan_would() {
        for (text, said) in [
            ("rank=20", "tổng điểm đứng từ hạng 20 trở lên"),
            ("each:group=high_average", "mọi nội dung thuộc nhóm Trung bình cao trở lên"),
            ("4:score=6.5", "nội dung 4 đạt từ 6,50 điểm trở lên"),
            ("places=5", "tổng điểm tăng ít nhất 5 bậc so với kỳ trước"),
            ("points=1@2020", "tổng điểm tăng ít nhất 1,00 điểm so với năm 2020"),
            ("better-than=2020, rank=20", "tổng điểm cao hơn năm 2020 và tổng điểm đứng từ hạng 20 trở lên"),
            ("lift", "các nội dung ở hai nhóm thấp hoặc đã giảm đều tăng điểm so với kỳ trước"),
            (
                "2021 group=high_average; 2022 group=high",
                "từ năm 2021 tổng điểm thuộc nhóm Trung bình cao trở lên; từ năm 2022 tổng điểm thuộc nhóm Cao trở lên",
            ),
        ] {
            assert_eq!(of_target(Lang::Vi, &text.parse().expect(text)), said);
            assert!(!of_target(Lang::En, &text.parse().expect(text)).is_empty());
        }
    }
}

//! The fields of a campaign's form, and what they say.

use inform::Campaign;
use inform::campaign::{Draft, TEXT_MAX, TITLE_MAX};
use plan::plan::State;

use crate::Fault;
use crate::desk::Signed;
use crate::desk::broadcast::content;
use crate::desk::typed::Typed;

/// How much of a task's words a choice shows, in characters.
const SHOWN: usize = 90;

/// The fields of the form.
pub(super) struct Fields {
    pub(super) contents: Vec<(String, String)>,
    /// Tasks of plans in force, by number.
    pub(super) tasks: Vec<(String, String)>,
    pub(super) typed: Typed,
    pub(super) title_max: usize,
    pub(super) text_max: usize,
}

impl Fields {
    pub(super) async fn new(signed: &Signed, typed: Typed) -> Result<Self, Fault> {
        let (lang, snapshot, desk) = (signed.visit.lang, &signed.visit.snapshot, &signed.desk);
        let known = snapshot.editions.latest().map(|edition| edition.structure.dimensions.clone());
        let named = |number: u8| (number.to_string(), content(lang, snapshot, Some(number)));
        let mut tasks = Vec::new();
        for plan in plan::plan::all(desk).await?.into_iter().filter(|plan| plan.state == State::Published) {
            for task in plan::task::of_plan(desk, &plan.slug).await? {
                let what: String = task.terms.what.chars().take(SHOWN).collect();
                tasks.push((task.id.to_string(), format!("{} {what}", task.terms.code)));
            }
        }
        Ok(Self {
            contents: known.unwrap_or_default().iter().map(|it| named(it.number)).collect(),
            tasks,
            typed,
            title_max: TITLE_MAX,
            text_max: TEXT_MAX,
        })
    }

    /// Whether a content or a task is ticked.
    pub(super) fn ticks(&self, field: &str, code: &str) -> bool {
        self.typed.all(field).iter().any(|ticked| ticked == code)
    }
}

/// What a form says of a campaign; the key of a sentence where a field does not read.
pub(super) fn read(typed: &Typed) -> Result<Draft, &'static str> {
    let text = |field: &str| typed.get(field).to_owned();
    let contents: Result<Vec<u8>, _> = typed.all("content").iter().map(|number| number.parse()).collect();
    let tasks: Result<Vec<i64>, _> = typed.all("task").iter().map(|number| number.parse()).collect();
    let budget = match typed.get("budget") {
        "" => None,
        written => Some(whole(written).ok_or("campaign-no-budget")?),
    };
    Ok(Draft {
        title: text("title"),
        aim: text("aim"),
        audience: text("audience"),
        messages: text("messages"),
        contents: contents.map_err(|_| "campaign-no-content")?,
        first: typed.day("first").ok_or("campaign-no-days")?,
        last: typed.day("last").ok_or("campaign-no-days")?,
        budget,
        budget_line: text("budget_line"),
        tasks: tasks.map_err(|_| "campaign-no-task")?,
    })
}

/// A whole number as people write one: digits, or groups of three of them with one kind of mark between. `12.5` is none.
pub(super) fn whole(written: &str) -> Option<i64> {
    let Some(mark) = written.chars().find(|c| !c.is_ascii_digit()) else { return written.parse().ok() };
    let groups: Vec<&str> = written.split(mark).collect();
    let (first, others) = groups.split_first()?;
    let is_group = |group: &&str| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
    let fits = matches!(mark, '.' | ',' | ' ' | '\u{a0}')
        && (1..=3).contains(&first.len())
        && others.iter().all(is_group);
    if fits { groups.concat().parse().ok() } else { None }
}

/// A campaign as its form has it.
pub(super) fn written(campaign: &Campaign) -> Typed {
    let typed = Typed::default()
        .with("title", campaign.title.as_str())
        .with("aim", campaign.aim.as_str())
        .with("audience", campaign.audience.as_str())
        .with("messages", campaign.messages.as_str())
        .with("first", campaign.first.to_string())
        .with("last", campaign.last.to_string())
        .with("budget", campaign.budget.map(|budget| budget.to_string()).unwrap_or_default())
        .with("budget_line", campaign.budget_line.as_str());
    let typed = campaign.tasks.iter().fold(typed, |typed, task| typed.with("task", task.to_string()));
    campaign.contents.iter().fold(typed, |typed, content| typed.with("content", content.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_part_groups_of_three_digits_or_it_is_no_amount() {
        for written in ["20000000", "20.000.000", "20 000 000", "20,000,000", "20\u{a0}000\u{a0}000"] {
            assert_eq!(whole(written), Some(20_000_000), "{written}");
        }
        assert_eq!([whole("0"), whole("1.250")], [Some(0), Some(1_250)]);
        for written in [
            "12.5",
            "12,5",
            "1.2.3",
            "1.0000",
            "1000.000",
            ".500",
            "5.",
            "1.000,000",
            "-1",
            "1.000 đ",
            "nhiều",
            "1e6",
        ] {
            assert_eq!(whole(written), None, "{written}");
        }
    }
}

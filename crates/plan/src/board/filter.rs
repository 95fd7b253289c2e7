//! A filter of the board: which assignments somebody asks for.

use accounts::Directory;
use accounts::agency::Kind;
use places::name::fold;

use super::Line;

/// What is asked for; what is none asks for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// A section of the plan.
    pub section: Option<String>,
    /// What the task is for: `1.1`, or another index.
    pub item: Option<String>,
    /// The agency that owes it, by code.
    pub agency: Option<String>,
    /// Its kind.
    pub kind: Option<Kind>,
    /// The period.
    pub period: Option<String>,
    /// The word of the status.
    pub status: Option<String>,
    /// Only those that wait for a person to decide whose they are.
    pub undecided: bool,
    /// Words that the task or the agency's name holds, in any spelling.
    pub text: Option<String>,
}

impl Filter {
    /// Whether an assignment is asked for.
    pub fn holds(&self, line: &Line, directory: &Directory) -> bool {
        let is = |asked: &Option<String>, value: &str| asked.as_deref().is_none_or(|asked| asked == value);
        is(&self.section, &line.task.section)
            && self.item.as_ref().is_none_or(|item| line.task.items.contains(item))
            && is(&self.agency, &line.agency)
            && self.kind.is_none_or(|kind| kind == line.kind)
            && is(&self.period, &line.period)
            && is(&self.status, line.status.as_str())
            && (!self.undecided || line.waits_for_a_decision())
            && self.text.as_deref().is_none_or(|text| is_told(text, line, directory))
    }

    /// Whether it asks for less than everything.
    pub fn is_narrow(&self) -> bool {
        *self != Self::default()
    }
}

/// Every word of the text is in what the line says.
fn is_told(text: &str, line: &Line, directory: &Directory) -> bool {
    let (task, agency) = (&line.task, directory.name(&line.agency));
    let told = fold(&format!("{} {} {} {agency}", task.code, task.what, task.product));
    fold(text).split_whitespace().all(|word| told.contains(word))
}

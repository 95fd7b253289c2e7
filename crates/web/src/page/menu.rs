//! What the menus show, in order: groups, and the pages of the group that the reader is in.

use super::Page;

/// Pages that belong together; one page alone stands for itself.
#[derive(Debug, Clone, Copy)]
pub struct Group {
    /// What it is called in the catalogues.
    pub key: &'static str,
    /// Its pages, in order; the group leads to the first that is open to the reader.
    pub pages: &'static [Page],
}

const fn group(key: &'static str, pages: &'static [Page]) -> Group {
    Group { key, pages }
}

impl Page {
    /// The menu of readers: what concerns everybody first.
    pub const MENU: [Group; 6] = [
        group("page-home", &[Self::Home]),
        group("page-news", &[Self::News]),
        group("menu-disclosures", &[Self::Disclosures]),
        group("page-questions", &[Self::Questions, Self::Follow, Self::Answered, Self::Polls]),
        group(
            "menu-results",
            &[Self::Ranking, Self::Provinces, Self::Compare, Self::Explain, Self::Outlook, Self::Method],
        ),
        group("menu-plan", &[Self::Targets, Self::Progress, Self::Documents]),
    ];

    /// The desk's menu; each page says itself who may see it.
    pub const DESK: [Group; 6] = [
        group("menu-work", &[Self::Work, Self::Review, Self::Board]),
        group("menu-plan", &[Self::Plans, Self::Register, Self::Calendar]),
        group(
            "menu-inform",
            &[
                Self::Duties,
                Self::NewsRegister,
                Self::Campaigns,
                Self::Broadcasts,
                Self::Portal,
                Self::AssessmentRegister,
                Self::LinkRegister,
            ],
        ),
        group("menu-listen", &[Self::Inbox, Self::PollRegister, Self::PulseRegister]),
        group("menu-measure", &[Self::Surveys, Self::SamplePeriods, Self::SampleSize]),
        group("menu-office", &[Self::Agencies, Self::People, Self::Posts, Self::Audit]),
    ];

    /// Every page of a menu.
    pub fn of_menu(menu: &'static [Group]) -> impl Iterator<Item = Self> + Clone {
        menu.iter().flat_map(|group| group.pages.iter().copied())
    }
}

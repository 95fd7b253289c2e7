//! Which pages the menus show, in order.

use super::Page;

impl Page {
    /// The pages of the menu, in order.
    pub const MENU: [Self; 13] = [
        Self::Home,
        Self::News,
        Self::Ranking,
        Self::Provinces,
        Self::Compare,
        Self::Explain,
        Self::Targets,
        Self::Outlook,
        Self::Progress,
        Self::Disclosures,
        Self::Questions,
        Self::Documents,
        Self::Method,
    ];

    /// The pages of the desk's menu, in order; each says itself who may see it.
    pub const DESK: [Self; 23] = [
        Self::Work,
        Self::Review,
        Self::Board,
        Self::Duties,
        Self::Inbox,
        Self::NewsRegister,
        Self::PollRegister,
        Self::Campaigns,
        Self::Broadcasts,
        Self::PulseRegister,
        Self::AssessmentRegister,
        Self::Portal,
        Self::LinkRegister,
        Self::Plans,
        Self::Register,
        Self::Surveys,
        Self::Agencies,
        Self::Calendar,
        Self::SamplePeriods,
        Self::SampleSize,
        Self::People,
        Self::Posts,
        Self::Audit,
    ];
}

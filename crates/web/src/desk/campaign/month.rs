//! What is to be made for all campaigns in a month, by day; also for a spreadsheet.

use axum::response::Response;
use inform::broadcast::Month;
use inform::campaign::{Item, Seen, Standing};
use jiff::civil::Date;
use look::words::say;
use look::{Lang, number};

use super::{one, told};
use crate::desk::Signed;
use crate::parts::spreadsheet::{self, cell};
use crate::public::disclosure::short;
use crate::{Fault, Page};

/// What is to be made in a month.
pub(super) struct Plan {
    pub(super) month: Month,
    pub(super) rows: Vec<Row>,
}

/// Something to be made.
pub(super) struct Row {
    pub(super) due: Date,
    pub(super) what: String,
    pub(super) channel: String,
    /// The campaign: its page and its title.
    pub(super) href: String,
    pub(super) title: String,
    pub(super) agency: String,
    pub(super) said: String,
    pub(super) is_late: bool,
    done_on: Option<Date>,
    shown: String,
    reached: Option<i64>,
}

impl Plan {
    /// What is due in a month.
    pub(super) fn new(signed: &Signed, seen: &[Seen], month: Month) -> Self {
        let all = seen.iter().flat_map(|seen| seen.items.iter().map(move |item| (seen, item)));
        let due = all.filter(|(_, item)| Month::of(item.due) == month);
        let mut rows: Vec<Row> = due.map(|(seen, item)| Row::new(signed, seen, item)).collect();
        rows.sort_by_key(|row| row.due);
        Self { month, rows }
    }

    /// The address of the same for another month.
    pub(super) fn at(&self, lang: Lang, month: Month) -> String {
        format!("{}?month={month}#month", Page::Campaigns.path(lang))
    }

    /// The address of its sheet.
    pub(super) fn sheet(&self, lang: Lang) -> String {
        format!("{}?month={}&format=csv", Page::Campaigns.path(lang), self.month)
    }

    /// The sheet.
    pub(super) fn answer(self, lang: Lang) -> Result<Response, Fault> {
        const HEADINGS: [&str; 9] = [
            "campaign-due",
            "campaign-what",
            "campaign-channel",
            "campaign-campaign",
            "campaign-agency",
            "board-status",
            "campaign-done-on",
            "sheet-shown",
            "campaign-reached",
        ];
        let [vi, en] = ["dot-tuyen-truyen", "campaigns"].map(|name| format!("{name}-{}", self.month));
        let row = |it: Row| {
            [
                it.due.to_string(),
                it.what,
                it.channel,
                it.title,
                it.agency,
                it.said,
                cell(it.done_on),
                it.shown,
                it.reached.map(|reached| number::whole(lang, reached)).unwrap_or_default(),
            ]
        };
        spreadsheet::answer(lang, (&vi, &en), HEADINGS, self.rows.into_iter().map(row))
    }
}

impl Row {
    fn new(signed: &Signed, Seen { campaign, .. }: &Seen, item: &Item) -> Self {
        let lang = signed.visit.lang;
        let standing = campaign.standing(item, signed.desk.today);
        let done = item.done.as_ref();
        Self {
            due: item.due,
            what: item.what.clone(),
            channel: say(lang, &format!("campaign-channel-{}", item.channel.as_str())),
            href: one::path(lang, campaign.id),
            title: campaign.title.clone(),
            agency: short(signed.visit.snapshot.directory.name(&item.agency)).to_owned(),
            said: match item.airings {
                Some(it) => format!("{}/{} {}", it.aired, it.planned, told::standing(lang, item, standing)),
                None => told::standing(lang, item, standing),
            },
            is_late: standing == Standing::Late,
            done_on: done.map(|done| done.on),
            shown: done.map(|done| done.shown.clone()).unwrap_or_default(),
            reached: done.and_then(|done| done.reached),
        }
    }
}

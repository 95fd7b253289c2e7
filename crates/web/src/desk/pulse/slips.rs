//! Slips to print and cut apart, shown once: a code each, and where it is typed. No name stands on them; of people drawn
//! from a list, which row it is for.

use askama::Template;
use axum::response::Html;
use jiff::civil::Date;
use listen::pulse::{Slip, Slips, State};
use look::{filters, say};

use super::path;
use crate::desk::Signed;
use crate::fault::render;
use crate::parts::frame::Frame;
use crate::parts::qr::shared;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/pulse/slips.html")]
struct SlipsPage {
    frame: Frame,
    back: String,
    part: String,
    title: String,
    /// Whether they can be printed anew.
    again: bool,
    from: Date,
    until: Date,
    /// Where codes are typed.
    address: String,
    /// The QR code of that address, drawn once, and its side.
    qr: String,
    side: u32,
    slips: Vec<Slip>,
}

/// Where the codes of a pulse are typed.
pub(super) fn address(signed: &Signed, id: i64) -> String {
    let at = Page::Pulse.path(look::Lang::Vi).replace("{id}", &id.to_string());
    format!("{}{at}", signed.visit.origin)
}

/// The slips of a part of the population.
pub(super) fn shown(signed: &Signed, Slips { pulse, slips }: Slips) -> Result<Html<String>, Fault> {
    let (lang, id) = (signed.visit.lang, pulse.id);
    let address = address(signed, id);
    let (qr, side) = shared(&address, "qr").ok_or(Fault::Broken)?;
    let frame = signed.frame(Page::PulseEntry, say(lang, "pulse-slips")).with("{id}", &id.to_string());
    let part = slips.first().and_then(|slip| pulse.strata.get(slip.stratum)).map(|part| part.name.clone());
    render(&SlipsPage {
        frame: frame.under(Page::PulseRegister),
        back: path(lang, id),
        part: part.unwrap_or_default(),
        again: pulse.draw.is_none() || pulse.state(signed.desk.today) == State::Coming,
        from: pulse.opens_on,
        until: pulse.closes_on,
        title: pulse.title,
        address,
        qr,
        side,
        slips,
    })
}

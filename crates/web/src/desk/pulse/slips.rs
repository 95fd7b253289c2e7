//! Slips to print and cut apart, shown once: a code each, and where it is typed. No name stands on them.

use askama::Template;
use axum::response::Html;
use jiff::civil::Date;
use listen::pulse::Slips;
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
    until: Date,
    /// Where codes are typed.
    address: String,
    /// The QR code of that address, drawn once, and its side.
    qr: String,
    side: u32,
    codes: Vec<String>,
}

/// The slips of a part of the population.
pub(super) fn shown(signed: &Signed, printed: Slips) -> Result<Html<String>, Fault> {
    let (lang, id) = (signed.visit.lang, printed.pulse.id);
    let at = Page::Pulse.path(look::Lang::Vi).replace("{id}", &id.to_string());
    let address = format!("{}{at}", signed.visit.origin);
    let (qr, side) = shared(&address, "qr").ok_or(Fault::Broken)?;
    let frame = signed.frame(Page::PulseEntry, say(lang, "pulse-slips")).with("{id}", &id.to_string());
    let part = printed.pulse.strata.get(printed.stratum).map(|part| part.name.clone());
    render(&SlipsPage {
        frame: frame.under(Page::PulseRegister),
        back: path(lang, id),
        part: part.unwrap_or_default(),
        until: printed.pulse.closes_on,
        title: printed.pulse.title,
        address,
        qr,
        side,
        codes: printed.codes,
    })
}

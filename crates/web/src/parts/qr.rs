//! A QR code for a page.

use qrcode::QrCode;
use qrcode::render::svg;

/// A QR code as inline SVG, dark on white in every colour scheme, since phones read it so.
pub(crate) fn qr(address: &str) -> Option<String> {
    let code = QrCode::new(address.as_bytes()).ok()?;
    let drawn = code.render::<svg::Color<'_>>().min_dimensions(200, 200).quiet_zone(true).build();
    // Without the declaration, which has no place inside of a page.
    drawn.find("<svg").map(|start| drawn[start..].to_owned())
}

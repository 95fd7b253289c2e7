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

/// A QR code to be drawn once and used many times in a page, under an id, and the length of its side.
pub(crate) fn shared(address: &str, id: &str) -> Option<(String, u32)> {
    let drawn = qr(address)?;
    let side = drawn.split_once("viewBox=\"0 0 ")?.1.split_once(' ')?.0.parse().ok()?;
    Some((drawn.replacen("<svg", &format!("<svg id=\"{id}\""), 1), side))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_code_has_its_id_and_its_side() {
        let (drawn, side) = shared("https://example.vn/tra-loi/1", "qr").expect("a code");
        assert!(drawn.starts_with("<svg id=\"qr\"") && side >= 200, "{side}");
    }
}

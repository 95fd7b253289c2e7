//! Pictures made anew: decoded, turned as the camera held it, sized, and written as JPEG without anything else.
//!
//! What a file hides behind its pixels, where it was taken, a script or a second file, does not survive that.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, Rgb, RgbImage};
use plan::evidence::{DECODED_MAX, Media, SIDE_MAX, Unfit};

/// The longer side of an article's picture, in pixels.
pub(super) const LONGER: u32 = 1280;
const QUALITY: u8 = 80;

/// A picture as readers get it.
#[derive(Debug)]
pub struct Picture {
    /// As JPEG.
    pub bytes: Vec<u8>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// Makes a picture anew; its longer side has so many pixels at most.
///
/// # Errors
/// [`Unfit::Unknown`] where it is no picture, [`Unfit::Damaged`] where it does not decode, [`Unfit::TooLarge`] where it
/// has too many pixels.
pub async fn anew(bytes: Vec<u8>, longer: u32) -> Result<Picture, Unfit> {
    // Decoding takes its time, which other requests need not wait for.
    tokio::task::spawn_blocking(move || made(&bytes, longer)).await.map_err(|_| Unfit::Damaged)?
}

fn made(bytes: &[u8], longer: u32) -> Result<Picture, Unfit> {
    if !Media::of(bytes)?.is_picture() {
        return Err(Unfit::Unknown);
    }
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Unfit::Damaged)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(DECODED_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| unfit(&error))?;
    let turned = decoder.orientation().map_err(|error| unfit(&error))?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| unfit(&error))?;
    picture.apply_orientation(turned);
    if picture.width().max(picture.height()) > longer {
        picture = picture.resize(longer, longer, FilterType::Triangle);
    }
    let flat = on_white(&picture);
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(&flat).map_err(|_| Unfit::Damaged)?;
    Ok(Picture { bytes, width: flat.width(), height: flat.height() })
}

/// What is clear in a picture becomes white, as the paper is.
fn on_white(picture: &DynamicImage) -> RgbImage {
    let clear = picture.to_rgba8();
    RgbImage::from_fn(clear.width(), clear.height(), |x, y| {
        let [red, green, blue, alpha] = clear.get_pixel(x, y).0;
        let blend = |colour: u8| {
            let alpha = u32::from(alpha);
            u8::try_from((u32::from(colour) * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
        };
        Rgb([blend(red), blend(green), blend(blue)])
    })
}

fn unfit(error: &image::ImageError) -> Unfit {
    match error {
        image::ImageError::Limits(_) => Unfit::TooLarge,
        _ => Unfit::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use image::{ImageFormat, Rgba, RgbaImage};
    use proptest::prelude::*;

    use super::*;

    fn png(width: u32, height: u32, colour: [u8; 4]) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        RgbaImage::from_pixel(width, height, Rgba(colour)).write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_large_picture_is_sized_and_a_small_one_keeps_its_size() {
        let large = made(&png(2600, 1300, [200, 0, 0, 255]), LONGER).unwrap();
        assert_eq!((large.width, large.height), (1280, 640));
        let small = made(&png(30, 20, [200, 0, 0, 255]), LONGER).unwrap();
        assert_eq!((small.width, small.height), (30, 20));
        assert!(small.bytes.starts_with(&[0xFF, 0xD8, 0xFF]));
    }

    #[test]
    fn what_is_clear_becomes_white() {
        let clear = made(&png(8, 8, [0, 0, 0, 0]), LONGER).unwrap();
        let read = image::load_from_memory(&clear.bytes).unwrap().to_rgb8();
        assert!(read.get_pixel(4, 4).0.iter().all(|colour| *colour > 250));
    }

    #[test]
    fn what_hides_behind_the_pixels_does_not_survive() {
        let mut polyglot = png(8, 8, [0, 0, 0, 255]);
        polyglot.extend_from_slice(b"<script>alert(1)</script>PK\x03\x04");
        let made = made(&polyglot, LONGER).unwrap();
        assert!(!made.bytes.windows(7).any(|window| window == b"<script"));
    }

    #[test]
    fn what_is_no_picture_or_a_bomb_is_refused() {
        assert_eq!(made(b"<svg xmlns='http://www.w3.org/2000/svg'/>", LONGER).unwrap_err(), Unfit::Unknown);
        assert_eq!(made(b"%PDF-1.7\n", LONGER).unwrap_err(), Unfit::Unknown);
        assert_eq!(made(&png(8, 8, [0; 4])[..40], LONGER).unwrap_err(), Unfit::Damaged);
        // The size that a PNG declares stands at bytes 16 to 24; its checksum no longer fits, or the size is too large.
        let mut bomb = png(8, 8, [0; 4]);
        bomb[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
        assert!(made(&bomb, LONGER).is_err());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400), at in 8_usize..60) {
            let mut changed = png(8, 8, [9, 9, 9, 200]);
            for (place, byte) in changed.iter_mut().skip(at).zip(&bytes) {
                *place = *byte;
            }
            let _ = made(&changed, LONGER);
            let _ = made(&bytes, LONGER);
        }
    }
}

//! A survey's file, as anybody may bring it, and what is asked of it: an answer or a refusal.

#![no_main]

use estimate::{Frame, Request, Sampling, Survey};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(frame) = Frame::from_csv(bytes, |_| true) else { return };
    let _ = Frame::from_bare_csv(bytes);
    let sampling = Sampling { weights: frame.has("w").then(|| "w".to_owned()), ..Sampling::default() };
    let Ok(survey) = Survey::new(frame, &sampling, None) else { return };
    let request: Request = serde_json::from_str(r#"{"type":"mean","variables":["y"],"by":["g"]}"#).expect("a request");
    let _ = request.answer(&survey);
});

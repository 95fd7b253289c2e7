//! Any bytes as a text file of scores: read or refused, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use scores::import::{File, Options, read};

fuzz_target!(|bytes: &[u8]| {
    let _ = read(File { name: "scores.csv", bytes }, &Options::default(), &mut |_, _| ());
    let _ = read(File { name: "2023.csv", bytes }, &Options { year: Some(2023), sheet: None }, &mut |_, _| ());
});

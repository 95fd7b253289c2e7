//! Any bytes as a workbook: read or refused, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use scores::import::{File, Options, read};

fuzz_target!(|bytes: &[u8]| {
    let _ = read(File { name: "2023.xlsx", bytes }, &Options::default(), &mut |_, _| ());
});

//! Any bytes as the annex of a plan, a workbook or a text file: tasks or problems, never a panic.
#![no_main]

use std::sync::LazyLock;

use accounts::agency::Directory;
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use plan::annex::{Basis, Settled, read};
use sheet::File;

static DIRECTORY: LazyLock<Directory> = LazyLock::new(sample::town::directory);

fuzz_target!(|bytes: &[u8]| {
    let (first, last) = (date(2021, 12, 17), date(2025, 12, 31));
    let settled = Settled::default();
    let basis = Basis { directory: &DIRECTORY, unit: sample::town::UNIT, day: first, first, last, settled: &settled };
    let name = if bytes.starts_with(b"PK") { "phu-luc.xlsx" } else { "phu-luc.csv" };
    let _ = read(File { name, bytes }, None, &basis, &mut |_, _| ());
});

//! A sound archive around any XML: what is inside a workbook is read or refused, never a panic.
//!
//! The input is the worksheet, then the shared texts, then the styles, parted by a zero byte.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use scores::import::{File, Options, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const BOOK: &[u8] = br#"<workbook><sheets><sheet name="2023" id="r1"/></sheets></workbook>"#;
const TARGETS: &[u8] = br#"<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>"#;

fuzz_target!(|input: &[u8]| {
    let mut parts = input.split(|byte| *byte == 0);
    let inside = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"];
    let inside = inside.into_iter().map_while(|name| Some((name, parts.next()?)));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, part) in [("xl/workbook.xml", BOOK), ("xl/_rels/workbook.xml.rels", TARGETS)].into_iter().chain(inside) {
        archive.start_file(name, stored).expect("a part");
        archive.write_all(part).expect("written");
    }
    let bytes = archive.finish().expect("an archive").into_inner();
    let _ = read(File { name: "2023.xlsx", bytes: &bytes }, &Options::default(), &mut |_, _| ());
});

//! The three practice workbooks, in PAPI's own layouts, against what they are known to hold.

use std::collections::BTreeMap;

use places::country;
use scores::import::{Estimate, File, Kind, Options, ReadEdition, Reading, Unread, read};
use scores::{Editions, Item};
use serde::Deserialize;
use sha2::{Digest, Sha256};

const SUMMARY_2016: (&str, &[u8]) =
    ("PAPI-2016-Dữ-liệu-1.xlsx", include_bytes!("workbooks/PAPI-2016-Dữ-liệu-1.xlsx"));
const ACROSS_2019: (&str, &[u8]) = (
    "2019_PAPI_Provincial_indicators2019_VIE_ENG.xlsx",
    include_bytes!("workbooks/2019_PAPI_Provincial_indicators2019_VIE_ENG.xlsx"),
);
const FIVE_YEARS_2023: (&str, &[u8]) = (
    "2023PAPI_ProvincialIndicators_BangChiTieuCapTinh..xlsx",
    include_bytes!("workbooks/2023PAPI_ProvincialIndicators_BangChiTieuCapTinh..xlsx"),
);

fn reading((name, bytes): (&str, &[u8]), year: Option<i16>) -> Result<Reading, Unread> {
    read(File { name, bytes }, &Options { year, sheet: None }, &mut |_, _| ())
}

fn only(reading: &Reading) -> &ReadEdition {
    assert_eq!(reading.editions.len(), 1);
    &reading.editions[0]
}

#[derive(Deserialize)]
struct Expected {
    clean: Vec<Clean>,
}

#[derive(Deserialize)]
struct Clean {
    file: String,
    year: i16,
    sheet: String,
    scores: usize,
    sum: f64,
    digest_of_sorted_code_sub_score9: String,
    unpublished: BTreeMap<String, String>,
}

#[test]
fn the_clean_workbooks_hold_what_was_published() {
    let expected: Expected =
        serde_json::from_str(include_str!("workbooks/expected.json")).expect("expected.json");
    for clean in expected.clean {
        let file = [SUMMARY_2016, ACROSS_2019, FIVE_YEARS_2023]
            .into_iter()
            .find(|file| file.0 == clean.file)
            .expect("a file");
        let reading = reading(file, None).expect("clean");
        let edition = only(&reading);
        assert!(reading.warnings.is_empty(), "{:?}", reading.warnings);
        assert_eq!((edition.year, edition.figures.len()), (clean.year, clean.scores), "{}", clean.file);
        assert!(edition.figures.iter().all(|figure| figure.place.sheet.as_ref() == Some(&clean.sheet)));
        let sum: f64 = edition.figures.iter().map(|read| read.figure.score).sum();
        assert!((sum - clean.sum).abs() < 1e-6, "{}: {sum}", clean.file);
        assert_eq!(digest(edition), clean.digest_of_sorted_code_sub_score9, "{}", clean.file);
        assert_eq!(unpublished(edition), clean.unpublished.keys().cloned().collect::<Vec<_>>());
    }
}

/// SHA-256 of the lines `code,sub-dimension,score with nine decimals`, sorted, each ended.
fn digest(edition: &ReadEdition) -> String {
    let line = |figure: &scores::Figure| format!("{},{},{:.9}\n", code(figure), figure.code, figure.score);
    let mut lines: Vec<_> = edition.figures.iter().map(|read| line(&read.figure)).collect();
    lines.sort();
    let hash = Sha256::digest(lines.concat().as_bytes());
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn code(figure: &scores::Figure) -> &'static str {
    country().unit(figure.unit.as_str()).expect("a unit").code
}

fn unpublished(edition: &ReadEdition) -> Vec<String> {
    let units = &country().set_of_year(edition.year).units;
    let without = units.iter().filter(|unit| !edition.figures.iter().any(|read| read.figure.unit == unit.id));
    without.map(|unit| unit.code.to_owned()).collect()
}

#[test]
fn every_score_is_the_embedded_one() {
    let embedded = Editions::embedded(2011..=2024);
    for (file, year) in
        [(SUMMARY_2016, 2016), (ACROSS_2019, 2019), (FIVE_YEARS_2023, 2023), (FIVE_YEARS_2023, 2021)]
    {
        let reading = reading(file, Some(year)).expect("clean");
        let mut figures: Vec<_> = only(&reading).figures.iter().map(|read| read.figure).collect();
        figures.sort_by_key(|figure| (figure.unit, figure.code));
        let published: Vec<_> = embedded.get(year).expect("embedded").figures().collect();
        assert_eq!(figures, published, "{year}");
    }
}

#[test]
fn a_figure_tells_its_cell() {
    let reading = reading(ACROSS_2019, None).expect("clean");
    let read = only(&reading)
        .figures
        .iter()
        .find(|read| code(&read.figure) == "95" && read.figure.code.to_string() == "1.1");
    let place = &read.expect("Bạc Liêu 1.1").place;
    assert_eq!(
        (place.sheet.as_deref(), place.row, place.column.as_str()),
        (Some("2019PAPI_Indicators_VIE"), 7, "BL")
    );
}

#[test]
fn weighted_totals_limits_and_errors_are_kept_where_their_rows_are() {
    let reading = reading(FIVE_YEARS_2023, None).expect("clean");
    let kept = |item, estimate| {
        only(&reading).estimates.iter().filter(|e| e.item == item && e.estimate == estimate).count()
    };
    for estimate in [Estimate::Weighted, Estimate::Low, Estimate::High, Estimate::StandardError] {
        assert_eq!(kept(Item::Total, estimate), 61, "{estimate:?}");
    }
    assert_eq!(kept(Item::Dimension(1), Estimate::Low), 61);
    assert_eq!(kept(Item::Dimension(8), Estimate::StandardError), 61);
    assert!(only(&reading).estimates.iter().all(|kept| kept.estimate != Estimate::Score));
}

#[test]
fn sheets_of_other_years_are_named_and_can_be_asked_for() {
    let of_2023 = reading(FIVE_YEARS_2023, None).expect("clean");
    let ignored: Vec<_> = of_2023.ignored.iter().map(|ignored| ignored.year).collect();
    assert_eq!(ignored, [Some(2022), Some(2021), Some(2020), Some(2019)]);
    let of_2020 = reading(FIVE_YEARS_2023, Some(2020)).expect("clean");
    assert_eq!(only(&of_2020).year, 2020);
    let of_2018 = reading(FIVE_YEARS_2023, Some(2018)).expect_err("no sheet of 2018");
    assert!(
        matches!(of_2018, Unread::Wrong { problems, .. } if problems.kept[0].kind == Kind::AmbiguousYear)
    );
}

#[test]
fn the_zeros_of_2022_are_said_and_not_stored() {
    let reading = reading(FIVE_YEARS_2023, Some(2022)).expect("clean");
    let edition = only(&reading);
    let zeros = reading.warnings.kept.iter().filter(|warning| warning.kind == Kind::ZeroIsUnpublished);
    assert_eq!((zeros.count(), reading.warnings.count), (39, 39));
    assert_eq!(edition.figures.len(), 63 * 28 - 29);
    assert!(edition.figures.iter().all(|read| read.figure.score > 0.0));
}

#[test]
fn the_sheets_of_a_workbook_can_be_told_apart_by_name() {
    let options = Options { year: None, sheet: Some("2019papi_indicators_eng".into()) };
    let (name, bytes) = ACROSS_2019;
    let english = read(File { name, bytes }, &options, &mut |_, _| ()).expect("clean");
    let vietnamese = reading(ACROSS_2019, None).expect("clean");
    let scores = |reading: &Reading| only(reading).figures.iter().map(|read| read.figure).collect::<Vec<_>>();
    assert_eq!(scores(&english), scores(&vietnamese));
    let options = Options { year: None, sheet: Some("Sheet1".into()) };
    let missing = read(File { name, bytes }, &options, &mut |_, _| ()).expect_err("no such sheet");
    assert!(matches!(missing, Unread::NoSuchSheet { sheets, .. } if sheets.len() == 2));
}

#[test]
fn progress_never_passes_its_total_and_reaches_it() {
    let (name, bytes) = FIVE_YEARS_2023;
    let mut told = Vec::new();
    read(File { name, bytes }, &Options::default(), &mut |done, total| told.push((done, total)))
        .expect("clean");
    assert!(
        told.windows(2).all(|pair| pair[0].0 <= pair[1].0) && told.iter().all(|(done, total)| done <= total)
    );
    assert!(told.last().is_some_and(|(done, total)| done * 100 >= total * 99), "{:?}", told.last());
}

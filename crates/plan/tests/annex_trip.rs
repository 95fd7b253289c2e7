//! What is exported is imported unchanged, whatever a plan's tasks say.

mod annexes;

use annexes::{PLAN, read};
use jiff::ToSpan;
use jiff::civil::Date;
use plan::Rhythm;
use plan::annex::{Basis, Settled, write};
use plan::task::{Measure, Part, Terms};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Agencies of the plan's day and of other days, groups, and names that are each other's beginnings.
const AGENCIES: [&str; 12] = [
    "@so",
    "@huyen",
    "@xa",
    "BL-SNV",
    "BL-SNV25",
    "BL-STC",
    "BL-STC25",
    "BL-SVHTTTTDL",
    "BL-VPUBND",
    "BL-UBND",
    "BL-X-P1",
    "CM-STC",
];

fn words() -> impl Strategy<Value = String> {
    let word = select(vec![
        "công",
        "khai",
        "Sở",
        "và",
        "báo cáo",
        "31/02",
        "như",
        "(%)",
        "I.",
        "=A1",
        "1.1",
        "thường xuyên",
        "“xã”",
    ]);
    prop::collection::vec(word, 2..7).prop_map(|words| format!("Việc {}", words.join(" ")))
}

fn day() -> impl Strategy<Value = Date> {
    (0..1400_i32).prop_map(|days| PLAN.0.saturating_add(days.days()))
}

fn part() -> impl Strategy<Value = (Option<String>, Option<Date>)> {
    (of(words()), of(day()))
}

fn measure() -> impl Strategy<Value = Option<Measure>> {
    let numbers = (of(0.0..10.0_f64), of(10.0..1e6_f64));
    of((words(), of(select(vec!["%", "khoản", "ấp, khóm"])), numbers)
        .prop_map(|(name, unit, (low, high))| Measure { name, unit: unit.map(str::to_owned), low, high }))
}

fn terms() -> impl Strategy<Value = Terms> {
    let texts = (words(), of(words()), of(words()), of(select(vec!["xa", "tinh"])), words());
    let who = (subsequence(AGENCIES.to_vec(), 1..5), prop::collection::vec(part(), 4));
    let when = (select(Rhythm::ALL.to_vec()), day(), day(), of((1..=12_i8, 1..=28_i8)));
    let what = (
        select(vec!["1", "8", "TT", "CH", "II"]),
        subsequence(vec!["1.1", "4", "8.2", "sipas"], 0..4),
        measure(),
    );
    (texts, who, when, what, 0.1..9.0_f64, any::<bool>()).prop_map(
        |(texts, who, when, what, weight, public)| {
            let (first, last) = (when.1.min(when.2), when.1.max(when.2));
            let parts = who.0[1..].iter().zip(who.1).map(|(agency, (part, due))| Part {
                agency: (*agency).to_owned(),
                part,
                due,
            });
            Terms {
                code: String::new(),
                place: 0,
                section: what.0.to_owned(),
                what: texts.0,
                product: texts.1.unwrap_or_default(),
                done_when: texts.2.unwrap_or_default(),
                rhythm: when.0,
                first,
                last,
                due_on: when.3,
                lead: Some(who.0[0].to_owned()),
                parts: parts.collect(),
                items: what.1.into_iter().map(str::to_owned).collect(),
                measure: what.2,
                weight,
                scope: texts.3.map(str::to_owned),
                source: texts.4,
                public,
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn export_equals_import(mut tasks in prop::collection::vec(terms(), 1..6)) {
        for (place, task) in (1..).zip(&mut tasks) {
            (task.place, task.code) = (place, format!("{}-{place:02}", task.section));
        }
        let (directory, settled) = (sample::town::directory(), Settled::default());
        let basis = Basis {
            directory: &directory,
            unit: sample::town::UNIT,
            day: PLAN.0,
            first: PLAN.0,
            last: PLAN.1,
            settled: &settled,
        };
        let bytes = write(&tasks, &basis).expect("written");
        let reading = read("xuat.xlsx", &bytes).expect("read back");
        prop_assert_eq!(reading.tasks, tasks);
    }
}

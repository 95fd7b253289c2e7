//! How long the rules take on the embedded editions: `cargo bench -p scores`; scripts/bench prints it beside the rest.

use divan::{Bencher, black_box};
use places::{Set, Unit, country};
use scores::{Editions, Item, Ranking, Target};

fn main() {
    divan::main();
}

/// What a command that asks for one year pays before it can answer.
#[divan::bench]
fn two_editions_are_read() -> Editions {
    Editions::embedded(black_box(2023)..=2024)
}

#[divan::bench]
fn all_editions_are_read() -> Editions {
    Editions::embedded(black_box(2011)..=2024)
}

#[divan::bench(args = ["63", "34"])]
fn a_ranking_by_total(bencher: Bencher<'_, '_>, label: &str) {
    let (editions, set) = (Editions::embedded(2024..=2024), set(label));
    let edition = editions.latest().expect("2024");
    bencher.bench_local(|| Ranking::new(black_box(edition), set, Item::Total));
}

#[divan::bench]
fn the_standings_of_a_province(bencher: Bencher<'_, '_>) {
    let (editions, set) = (Editions::embedded(2023..=2024), set("63"));
    bencher.bench_local(|| editions.standings(bac_lieu(), set, black_box(2024)));
}

#[divan::bench]
fn an_explanation(bencher: Bencher<'_, '_>) {
    let (editions, set) = (Editions::embedded(2023..=2024), set("63"));
    bencher.bench_local(|| editions.explain(bac_lieu(), set, black_box((2023, 2024)), Item::Total));
}

/// The two targets of Plan 193, as a path over the years of the plan.
#[divan::bench]
fn a_judgement(bencher: Bencher<'_, '_>) {
    let (editions, set) = (Editions::embedded(2011..=2024), set("63"));
    let target: Target = "2021 each:group=high_average; 2025 rank=20".parse().expect("a target");
    bencher.bench_local(|| editions.judge(black_box(&target), bac_lieu(), set, 2024));
}

fn set(label: &str) -> &'static Set {
    country().set(label).expect("one of the two sets")
}

fn bac_lieu() -> &'static Unit {
    set("63").by_code("95").expect("Bạc Liêu")
}

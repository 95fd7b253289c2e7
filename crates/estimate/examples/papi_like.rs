//! Prints a made-up survey of PAPI's size as CSV: 63 provinces, 58 strata, 232 units, 120 indicators, a tenth of the
//! answers missing. `cargo run --release -p estimate --example papi_like -- 10` gives ten times as many people.

use std::io::{self, BufWriter, Write};

/// People, when they are not multiplied.
pub(crate) const PEOPLE: usize = 18_560;
/// Indicators, `q001` to `q120`.
pub(crate) const INDICATORS: usize = 120;

/// The file; `copies` times as many people in as many times the units.
pub(crate) fn write(out: &mut impl Write, copies: usize) -> io::Result<()> {
    let names: Vec<String> = (1..=INDICATORS).map(|at| format!("q{at:03}")).collect();
    writeln!(out, "province,stratum,psu,w,{}", names.join(","))?;
    let mut state = 193_u64;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for person in 0..PEOPLE * copies {
        let psu = person / 80;
        let province = psu * 63 / (232 * copies);
        write!(out, "{province},{},{psu},{}.{}", psu / 4, 100 + draw(900), draw(10))?;
        for _ in 0..INDICATORS {
            match draw(10) {
                9 => write!(out, ",")?,
                answer => write!(out, ",{answer}")?,
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

#[allow(dead_code, reason = "the benches take the file from here")]
fn main() -> io::Result<()> {
    let copies = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(1);
    let mut out = BufWriter::new(io::stdout().lock());
    write(&mut out, copies)?;
    out.flush()
}

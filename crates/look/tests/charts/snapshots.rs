//! Each chart as it is written, in both languages.

use look::Lang;

use crate::figures::Figures;

#[test]
fn each_chart_in_both_languages() {
    for lang in Lang::ALL {
        for (kind, svg) in Figures::plain(lang).charts() {
            let lines = svg.replace("><", ">\n<");
            insta::assert_snapshot!(format!("{kind}-{}", lang.code()), lines);
        }
    }
}

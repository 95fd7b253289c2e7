//! Numbers of citizens and of telephones in the cells of a list, where codes of dossiers stand too.
//!
//! In those digits in groups are days and running numbers, as in `000.00.12.H04-250501-0001`; a person's number is written
//! in one piece or in groups of its own kind.

use places::name::hides;
use places::personal::{has_run, holds_mobile, is_personal};
use sheet::Cell;
use unicode_normalization::UnicodeNormalization;

/// How people part a number of twelve digits, of nine, and of a mobile telephone.
const GROUPS: [&[usize]; 7] =
    [&[3, 3, 3, 3], &[4, 4, 4], &[3, 3, 3], &[4, 3, 3], &[3, 3, 4], &[3, 4, 3], &[4, 6]];

/// Whether a cell may hold one. A workbook that took such a number for a quantity took its first noughts away.
pub(super) fn is_of_citizen(cell: &Cell) -> bool {
    match cell {
        Cell::Number(number) => has_run(&number.to_string(), |run| matches!(run.len(), 9..=11)),
        Cell::Text(said) | Cell::Error(said) | Cell::Formula(said) => match said.trim() {
            said if said.contains(char::is_whitespace) => is_personal(said),
            code => in_code(code),
        },
        Cell::Day(_) | Cell::Truth(_) => false,
    }
}

/// A number of a citizen of twelve digits begins with the code of a province, from 001 to 096.
fn in_code(code: &str) -> bool {
    let is_whole = |run: &str| run.len() == 9 || run.len() == 12 && run.starts_with('0');
    has_run(code, is_whole) || holds_mobile(code) || grouped(code).iter().any(|groups| is_parted(groups))
}

fn is_parted(groups: &[String]) -> bool {
    let lengths: Vec<usize> = groups.iter().map(String::len).collect();
    let digits = groups.concat();
    GROUPS.contains(&lengths.as_slice()) && (digits.len() == 9 || digits.starts_with('0'))
}

/// Groups of digits with one sign between each two of them.
fn grouped(code: &str) -> Vec<Vec<String>> {
    let mut all = vec![Vec::new()];
    let mut is_parted = true;
    for c in code.nfkc().filter(|c| !hides(*c)) {
        let groups = all.last_mut().expect("there is one from the beginning");
        match c {
            c if c.is_ascii_digit() && is_parted => groups.push(c.to_string()),
            c if c.is_ascii_digit() => groups.last_mut().expect("a digit went before").push(c),
            '.' | '-' | '_' | '/' if !is_parted => {}
            _ => all.push(Vec::new()),
        }
        is_parted = !c.is_ascii_digit();
    }
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn codes_of_dossiers_are_no_numbers_of_citizens() {
        for code in [
            "000.00.12.H04-250501-0001",
            "H04.03-250501-0001",
            "25/TNHS-0123",
            "137",
            "2025-05-01",
            "202504010001",
            "05/2025/0001",
            "1.200.000.000.000",
        ] {
            assert!(!is_of_citizen(&Cell::Text(code.into())), "{code}");
        }
    }

    #[test]
    fn numbers_of_people_are_known_however_they_are_parted() {
        for number in [
            "095123456789",
            "385123456",
            "HS095123456789",
            "H04-385123456",
            "095 123 456 789",
            "095.123.456.789",
            "095/123/456/789",
            "095_123_456_789",
            "HS-095.123.456.789",
            "CC-095-123-456-789",
            "385-123-456",
            "0912.345.678",
            "0912345678",
            "HS-0912345678",
            "84912345678",
            "ĐT: 0912.345.678",
            "０９５-１２３-４５６-７８９",
        ] {
            assert!(is_of_citizen(&Cell::Text(number.into())), "{number}");
        }
        assert!(
            is_of_citizen(&Cell::Number(95_123_456_789.0)) && is_of_citizen(&Cell::Number(912_345_678.0))
        );
        assert!(!is_of_citizen(&Cell::Number(202_504_010_001.0)));
    }

    proptest! {
        #[test]
        fn whatever_is_written_its_groups_are_its_digits(code in "\\PC{0,30}") {
            let digits: String = code.nfkc().filter(|c| !hides(*c) && c.is_ascii_digit()).collect();
            prop_assert_eq!(grouped(&code).concat().concat(), digits);
        }
    }
}

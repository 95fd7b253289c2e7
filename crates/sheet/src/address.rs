//! Where a cell is: letters for the column, numbers for the row, as people write it.

/// The letters of a column counted from 0: `A`, `Z`, `AA`.
pub fn letters(column: u32) -> String {
    let before = if column < 26 { String::new() } else { letters(column / 26 - 1) };
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    format!("{before}{last}")
}

/// A cell's place as people write it, `BM7`, from row and column counted from 0.
pub fn address((row, column): (u32, u32)) -> String {
    format!("{}{}", letters(column), row + 1)
}

/// The row and column, counted from 0, of an address such as `BM7`; none beyond what a workbook can hold.
pub(crate) fn place(address: &str) -> Option<(u32, u32)> {
    let split = address.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = address.split_at(split);
    if letters.is_empty() || letters.len() > 3 || digits.len() > 7 {
        return None;
    }
    let mut column = 0;
    for letter in letters.bytes() {
        let value = letter.to_ascii_uppercase().checked_sub(b'A').filter(|value| *value < 26)?;
        column = column * 26 + u32::from(value) + 1;
    }
    let row: u32 = digits.parse().ok()?;
    (1..=MOST_ROWS).contains(&row).then_some(())?;
    (column <= MOST_COLUMNS).then_some((row - 1, column - 1))
}

/// Rows that a worksheet can have.
pub(crate) const MOST_ROWS: u32 = 1_048_576;
/// Columns that a worksheet can have.
pub(crate) const MOST_COLUMNS: u32 = 16_384;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn columns_are_lettered_as_in_a_workbook() {
        let lettered: Vec<_> = [0, 25, 26, 64, 701, 702, 16_383].map(letters).into();
        assert_eq!(lettered, ["A", "Z", "AA", "BM", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn an_address_outside_a_workbook_is_none() {
        for bad in ["", "A", "7", "A0", "XFE1", "A1048577", "AAAA1", "A-1", "A99999999", "Ä1"] {
            assert_eq!(place(bad), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn an_address_is_read_back(row in 0..MOST_ROWS, column in 0..MOST_COLUMNS) {
            prop_assert_eq!(place(&address((row, column))), Some((row, column)));
        }
    }
}

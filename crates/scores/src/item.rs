//! What can be scored: the total, a dimension, a sub-dimension.

use std::fmt;
use std::str::FromStr;

/// The code of a sub-dimension, `4.2`. What it means depends on the year ([`crate::Structure`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    /// Number of the dimension.
    pub dimension: u8,
    /// Number within the dimension.
    pub part: u8,
}

/// An item of the index that provinces are scored and ranked on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// The unweighted total.
    Total,
    /// A dimension by number.
    Dimension(u8),
    /// A sub-dimension by code.
    Subdimension(Code),
}

/// The text is not `total`, a number like `4` or a code like `4.2`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not total, a dimension (4) or a sub-dimension (4.2)")]
pub struct NotAnItem(pub String);

impl Item {
    /// The dimension that the item is or lies in; none for the total.
    pub fn dimension(self) -> Option<u8> {
        match self {
            Self::Total => None,
            Self::Dimension(number) => Some(number),
            Self::Subdimension(code) => Some(code.dimension),
        }
    }

    /// Whether this item is part of that one, or the same.
    pub fn within(self, other: Self) -> bool {
        match other {
            Self::Total => true,
            Self::Dimension(number) => self.dimension() == Some(number),
            Self::Subdimension(_) => self == other,
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.dimension, self.part)
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Total => f.write_str("total"),
            Self::Dimension(number) => write!(f, "{number}"),
            Self::Subdimension(code) => write!(f, "{code}"),
        }
    }
}

impl FromStr for Code {
    type Err = NotAnItem;

    fn from_str(text: &str) -> Result<Self, NotAnItem> {
        let read = |(dimension, part): (&str, &str)| {
            Some(Self { dimension: number(dimension)?, part: number(part)? })
        };
        text.trim().split_once('.').and_then(read).ok_or_else(|| NotAnItem(text.to_owned()))
    }
}

impl FromStr for Item {
    type Err = NotAnItem;

    fn from_str(text: &str) -> Result<Self, NotAnItem> {
        let trimmed = text.trim();
        if trimmed.eq_ignore_ascii_case("total") {
            Ok(Self::Total)
        } else if let Some(dimension) = number(trimmed) {
            Ok(Self::Dimension(dimension))
        } else {
            trimmed.parse().map(Self::Subdimension)
        }
    }
}

/// Plain digits, without sign or leading zero.
fn number(text: &str) -> Option<u8> {
    let plain = text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
    if plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn items_are_read_as_people_write_them() {
        assert_eq!("total".parse(), Ok(Item::Total));
        assert_eq!("4".parse(), Ok(Item::Dimension(4)));
        assert_eq!("4.2".parse(), Ok(Item::Subdimension(Code { dimension: 4, part: 2 })));
        for bad in ["", "0", "4.", ".2", "+4", "4.2.1", "x", "04"] {
            assert!(bad.parse::<Item>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(dimension in 1u8.., part in 1u8..) {
            for item in [Item::Dimension(dimension), Item::Subdimension(Code { dimension, part })] {
                prop_assert_eq!(item.to_string().parse(), Ok(item));
            }
        }
    }
}

//! Evidence: what a report shows for itself — files that were kept, links, and files that were not kept and why.
//!
//! A file is what its bytes say, never what its name says.

mod add;
mod host;
mod kept;
mod link;
mod media;
mod name;
mod read;
mod scan;
mod strip;
pub(crate) mod table;
mod take;
mod whole;

use jiff::Timestamp;

pub use add::{ADD, Refusal, add};
pub use host::is_public;
pub use kept::Kept;
pub use link::{NotALink, is_address, links};
pub use media::Media;
pub use name::of as named;
pub use read::{READ, Unreadable, read};
pub use scan::{Scan, Scanner};
pub use take::{fit, take};
pub use whole::{DECODED_MAX, SIDE_MAX};

/// The largest file, in bytes.
pub const FILE_MAX: usize = 10 * 1024 * 1024;
/// The most files of one report.
pub const FILES_MAX: usize = 10;
/// The most that all files of one report may weigh, in bytes.
pub const TOTAL_MAX: usize = 30 * 1024 * 1024;

/// One piece of evidence of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Its number.
    pub id: i64,
    /// The number of its report.
    pub report: i64,
    /// Its place in the report, from 1.
    pub place: i64,
    /// What it is.
    pub piece: Piece,
    /// When it came.
    pub added_at: Timestamp,
}

/// Evidence as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is called; of a file, without any path.
    pub name: String,
    /// What it is.
    pub what: What,
}

/// What a piece of evidence is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A file that is kept.
    File {
        /// The name of its bytes among the attachments.
        digest: String,
        /// What its bytes say it is.
        media: Media,
        /// Its weight in bytes.
        bytes: i64,
        /// What the scanner said.
        scan: Scan,
    },
    /// An address.
    Link(String),
    /// A file that was sent and is not kept.
    Missing(Unfit),
}

/// Why a file was not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// The line broke before all of it had come.
    Interrupted,
    /// It weighs more than [`FILE_MAX`].
    TooLarge,
    /// The report has [`FILES_MAX`] files or [`TOTAL_MAX`] bytes already.
    TooMany,
    /// It is none of the kinds that are taken.
    Unknown,
    /// It has too many pixels, or unpacks to too much.
    TooVast,
    /// It cannot be read as what it says it is.
    Damaged,
    /// It carries macros.
    Macros,
    /// The scanner found something in it.
    Infected,
    /// It could not be written down here.
    NotKept,
}

impl Unfit {
    /// Every reason.
    pub const ALL: [Self; 9] = [
        Self::Interrupted,
        Self::TooLarge,
        Self::TooMany,
        Self::Unknown,
        Self::TooVast,
        Self::Damaged,
        Self::Macros,
        Self::Infected,
        Self::NotKept,
    ];

    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Interrupted => "interrupted",
            Self::TooLarge => "too_large",
            Self::TooMany => "too_many",
            Self::Unknown => "unknown",
            Self::TooVast => "too_vast",
            Self::Damaged => "damaged",
            Self::Macros => "macros",
            Self::Infected => "infected",
            Self::NotKept => "not_kept",
        }
    }

    fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unfit| unfit.as_str() == word)
    }
}

/// What of the new pieces joins a report that has these already: no file twice, none beyond the limits, and no
/// link twice. A file beyond the limits is told as not kept.
pub fn joining(there: &[Piece], new: &[Piece]) -> Vec<Piece> {
    let mut all: Vec<Piece> = there.to_vec();
    for piece in new {
        if all.iter().any(|known| known.what == piece.what && is_once(&piece.what, known, piece)) {
            continue;
        }
        let fits = match &piece.what {
            What::File { bytes, .. } => has_room(&all, *bytes),
            _ => true,
        };
        let what = if fits { piece.what.clone() } else { What::Missing(Unfit::TooMany) };
        all.push(Piece { name: piece.name.clone(), what });
    }
    all.split_off(there.len())
}

/// Files and links are known by what they are; what is missing, by its name too.
fn is_once(what: &What, known: &Piece, piece: &Piece) -> bool {
    !matches!(what, What::Missing(_)) || known.name == piece.name
}

fn has_room(all: &[Piece], more: i64) -> bool {
    let weights = all.iter().filter_map(|piece| match piece.what {
        What::File { bytes, .. } => Some(bytes),
        _ => None,
    });
    let (count, total) = weights.fold((0, 0), |(count, total), bytes| (count + 1, total + bytes));
    count < FILES_MAX && usize::try_from(total + more).is_ok_and(|total| total <= TOTAL_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, digest: &str, bytes: i64) -> Piece {
        let what = What::File { digest: digest.to_owned(), media: Media::Pdf, bytes, scan: Scan::Clean };
        Piece { name: name.to_owned(), what }
    }

    #[test]
    fn the_same_file_or_link_joins_once() {
        let link = Piece { name: "x.vn".to_owned(), what: What::Link("https://x.vn".to_owned()) };
        let there = [file("a.pdf", "1", 5), link.clone()];
        assert_eq!(
            joining(&there, &[file("a.pdf", "1", 5), link, file("b.pdf", "2", 5)]),
            [file("b.pdf", "2", 5)]
        );
    }

    #[test]
    fn a_file_beyond_the_limits_is_told_as_not_kept() {
        let many: Vec<Piece> = (0..12).map(|n| file(&format!("{n}.pdf"), &n.to_string(), 1)).collect();
        let joined = joining(&[], &many);
        let missing: Vec<_> = joined.iter().filter(|p| p.what == What::Missing(Unfit::TooMany)).collect();
        assert_eq!((joined.len(), missing.len()), (12, 2));

        let heavy = i64::try_from(TOTAL_MAX).expect("it fits") - 1;
        let joined = joining(&[file("a.pdf", "1", heavy)], &[file("b.pdf", "2", 2), file("c.pdf", "3", 1)]);
        assert_eq!(joined[0].what, What::Missing(Unfit::TooMany));
        assert_eq!(joined[1], file("c.pdf", "3", 1));
    }

    #[test]
    fn reasons_are_read_back() {
        for unfit in Unfit::ALL {
            assert_eq!(Unfit::read(unfit.as_str()), Some(unfit));
        }
    }
}

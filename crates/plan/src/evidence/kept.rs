//! How a piece of evidence is kept in columns, by whichever slice keeps it.

use super::{Media, Piece, Scan, Unfit, What};

/// The columns of a piece of evidence; those that do not belong to its kind are empty.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Kept {
    /// `file`, `link`, `missing`.
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// Of a link, its address.
    pub url: Option<String>,
    /// Of a file, the name of its bytes.
    pub digest: Option<String>,
    /// Of a file, its media type.
    pub media: Option<String>,
    /// Of a file, its weight in bytes.
    pub bytes: Option<i64>,
    /// Of a file, what the scanner said.
    pub scan: Option<String>,
    /// Why a file was not kept.
    pub unfit: Option<String>,
}

impl Kept {
    /// The columns of a piece.
    pub fn of(piece: &Piece) -> Self {
        let bare = |kind: &str| Self {
            kind: kind.to_owned(),
            name: piece.name.clone(),
            url: None,
            digest: None,
            media: None,
            bytes: None,
            scan: None,
            unfit: None,
        };
        match &piece.what {
            What::File { digest, media, bytes, scan } => Self {
                digest: Some(digest.clone()),
                media: Some(media.as_str().to_owned()),
                bytes: Some(*bytes),
                scan: Some(scan.as_str().to_owned()),
                ..bare("file")
            },
            What::Link(address) => Self { url: Some(address.clone()), ..bare("link") },
            What::Missing(unfit) => Self { unfit: Some(unfit.as_str().to_owned()), ..bare("missing") },
        }
    }

    /// The piece; none where the columns are not what [`Kept::of`] makes.
    pub fn read(self) -> Option<Piece> {
        let what = match self.kind.as_str() {
            "file" => What::File {
                digest: self.digest?,
                media: Media::read(&self.media?)?,
                bytes: self.bytes?,
                scan: Scan::read(&self.scan?),
            },
            "link" => What::Link(self.url?),
            _ => What::Missing(Unfit::read(&self.unfit?)?),
        };
        Some(Piece { name: self.name, what })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_read_back_and_what_lacks_a_column_is_not() {
        let file = What::File { digest: "d".to_owned(), media: Media::Png, bytes: 9, scan: Scan::Clean };
        for what in [file, What::Link("https://x.vn".to_owned()), What::Missing(Unfit::TooLarge)] {
            let piece = Piece { name: "anh.png".to_owned(), what };
            assert_eq!(Kept::of(&piece).read(), Some(piece.clone()));
            let bare = Kept { digest: None, url: None, unfit: None, ..Kept::of(&piece) };
            assert_eq!(bare.read(), None);
        }
    }
}

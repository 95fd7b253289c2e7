//! What a unit at commune level is. It follows from its name, which always begins with it.

/// Kinds of unit at commune level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Commune {
    /// Xã.
    Rural,
    /// Phường.
    Ward,
    /// Thị trấn, to 30 June 2025.
    Town,
    /// Đặc khu, from 1 July 2025.
    Zone,
}

impl Commune {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Rural, Self::Ward, Self::Town, Self::Zone];

    /// The word in the data and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rural => "xa",
            Self::Ward => "phuong",
            Self::Town => "thi_tran",
            Self::Zone => "dac_khu",
        }
    }

    /// A kind by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// The kind of `UBND phường Nhà Mát`.
    pub fn of(agency: &str) -> Option<Self> {
        let name = agency.trim().to_lowercase();
        let name =
            ["ubnd ", "ủy ban nhân dân "].iter().find_map(|head| name.strip_prefix(head)).unwrap_or(&name);
        let begins = |word: &str| name.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
        let words =
            [("xã", Self::Rural), ("phường", Self::Ward), ("thị trấn", Self::Town), ("đặc khu", Self::Zone)];
        words.into_iter().find(|(word, _)| begins(word)).map(|(_, kind)| kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_says_what_a_commune_is() {
        assert_eq!(Commune::of("UBND Phường 2 (thành phố Bạc Liêu)"), Some(Commune::Ward));
        assert_eq!(Commune::of("UBND phường Nhà Mát"), Some(Commune::Ward));
        assert_eq!(Commune::of("UBND xã Hiệp Thành"), Some(Commune::Rural));
        assert_eq!(Commune::of("Ủy ban nhân dân thị trấn Phước Long"), Some(Commune::Town));
        assert_eq!(Commune::of("UBND đặc khu Phú Quốc"), Some(Commune::Zone));
        assert_eq!(Commune::of("UBND xãlộ"), None);
        assert!(Commune::ALL.iter().all(|kind| Commune::read(kind.as_str()) == Some(*kind)));
    }
}

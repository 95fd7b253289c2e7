//! Kinds of document: those of Nghị định 30/2020/NĐ-CP, Điều 7, that a plan lives among, and those of the Party.

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Nghị quyết.
    Resolution,
    /// Quyết định.
    Decision,
    /// Chỉ thị.
    Directive,
    /// Kết luận, of the Party.
    Conclusion,
    /// Quy định.
    Regulation,
    /// Chương trình.
    Programme,
    /// Kế hoạch.
    Plan,
    /// Đề án.
    Scheme,
    /// Hướng dẫn.
    Guidance,
    /// Thông báo.
    Notice,
    /// Báo cáo.
    Report,
    /// Tờ trình.
    Submission,
    /// Biên bản.
    Minutes,
    /// Công văn.
    Letter,
    /// Công điện.
    Telegram,
}

impl Kind {
    /// Every kind, the weightiest first.
    pub const ALL: [Self; 15] = [
        Self::Resolution,
        Self::Decision,
        Self::Directive,
        Self::Conclusion,
        Self::Regulation,
        Self::Programme,
        Self::Plan,
        Self::Scheme,
        Self::Guidance,
        Self::Notice,
        Self::Report,
        Self::Submission,
        Self::Minutes,
        Self::Letter,
        Self::Telegram,
    ];

    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Resolution => "resolution",
            Self::Decision => "decision",
            Self::Directive => "directive",
            Self::Conclusion => "conclusion",
            Self::Regulation => "regulation",
            Self::Programme => "programme",
            Self::Plan => "plan",
            Self::Scheme => "scheme",
            Self::Guidance => "guidance",
            Self::Notice => "notice",
            Self::Report => "report",
            Self::Submission => "submission",
            Self::Minutes => "minutes",
            Self::Letter => "letter",
            Self::Telegram => "telegram",
        }
    }

    /// The kind by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_read_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::read(kind.as_str()), Some(kind));
        }
        assert_eq!(Kind::read("poem"), None);
    }
}

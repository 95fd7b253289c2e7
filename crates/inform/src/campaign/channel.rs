//! Channels: where what is made for a campaign appears.

/// Where an item appears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// Truyền hình.
    Television,
    /// Phát thanh of the province.
    Radio,
    /// Báo.
    Newspaper,
    /// Cổng, trang thông tin điện tử.
    Portal,
    /// Loa truyền thanh.
    Loudspeaker,
    /// Zalo.
    Zalo,
    /// Facebook.
    Facebook,
    /// Tờ rơi.
    Leaflet,
    /// Họp dân, hội nghị.
    Meeting,
    /// Cuộc thi.
    Contest,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 10] = [
        Self::Television,
        Self::Radio,
        Self::Newspaper,
        Self::Portal,
        Self::Loudspeaker,
        Self::Zalo,
        Self::Facebook,
        Self::Leaflet,
        Self::Meeting,
        Self::Contest,
    ];

    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Television => "television",
            Self::Radio => "radio",
            Self::Newspaper => "newspaper",
            Self::Portal => "portal",
            Self::Loudspeaker => "loudspeaker",
            Self::Zalo => "zalo",
            Self::Facebook => "facebook",
            Self::Leaflet => "leaflet",
            Self::Meeting => "meeting",
            Self::Contest => "contest",
        }
    }

    /// A channel by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channels_are_read_by_their_words() {
        for channel in Channel::ALL {
            assert_eq!(Channel::read(channel.as_str()), Some(channel));
        }
        assert_eq!(Channel::read("tiktok"), None);
    }
}

//! Places where something is made public.

/// A place of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Trụ sở: the notice board of the commune's seat.
    Seat,
    /// Nhà văn hóa, điểm sinh hoạt cộng đồng.
    CultureHouse,
    /// Trang tin điện tử of the commune.
    Site,
    /// Loa: the loudspeakers.
    Loudspeaker,
    /// Trưởng ấp, khóm, who tells the households.
    HamletHead,
    /// Where files are received: Bộ phận Một cửa, since 1 July 2025 Trung tâm Phục vụ hành chính công.
    ServiceDesk,
    /// Cổng Dịch vụ công.
    ServicePortal,
    /// Điểm dân cư where the land lies.
    Settlement,
}

impl Place {
    /// Every place.
    pub const ALL: [Self; 8] = [
        Self::Seat,
        Self::CultureHouse,
        Self::Site,
        Self::Loudspeaker,
        Self::HamletHead,
        Self::ServiceDesk,
        Self::ServicePortal,
        Self::Settlement,
    ];

    /// The word in the data, the database and catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Seat => "tru_so",
            Self::CultureHouse => "nha_van_hoa",
            Self::Site => "trang_tin",
            Self::Loudspeaker => "loa",
            Self::HamletHead => "truong_ap",
            Self::ServiceDesk => "mot_cua",
            Self::ServicePortal => "cong_dvc",
            Self::Settlement => "diem_dan_cu",
        }
    }

    /// A place by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.as_str() == word)
    }

    /// Whether it is said aloud there and then over, instead of hanging there.
    pub fn is_spoken(self) -> bool {
        matches!(self, Self::Loudspeaker | Self::HamletHead)
    }
}

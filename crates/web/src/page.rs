//! The pages and their addresses: Vietnamese at the root, English under `/en`, the same questions behind both.

use look::Lang;
use places::Unit;

/// A page of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// Home of the province.
    Home,
    /// Ranking of an edition.
    Ranking,
    /// Every province.
    Provinces,
    /// One province by slug.
    Province(&'static str),
    /// Provinces beside each other.
    Compare,
    /// What changed between two editions.
    Explain,
    /// Targets and their verdicts.
    Targets,
    /// How the index is built, and the data.
    Method,
    /// What the site is, with the imprint.
    About,
    /// Search.
    Search,
    /// Text size, colour and contrast.
    Choices,
    /// Documents of the plan.
    Documents,
    /// One document by slug, which stays in braces: see [`Page::at`].
    Document,
    /// The interface for machines, readable.
    Interface,
}

impl Page {
    /// The address in a language.
    pub fn path(self, lang: Lang) -> String {
        match self {
            Self::Province(slug) => format!("{}/{slug}", Self::Provinces.path(lang)),
            _ => self.pattern(lang).to_owned(),
        }
    }

    /// The address in a language with its slug put in.
    pub fn at(self, lang: Lang, slug: &str) -> String {
        self.path(lang).replace("{slug}", slug)
    }

    /// The address of a province's page; one of another set than the `current` one says so.
    pub(crate) fn of_unit(unit: &Unit, lang: Lang, current: &str) -> String {
        let units = if unit.set == current { String::new() } else { format!("?units={}", unit.set) };
        format!("{}{units}", Self::Province(unit.slug).path(lang))
    }

    /// The route in a language; what varies is in braces.
    pub fn pattern(self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            Self::Home => ("/", "/en"),
            Self::Ranking => ("/xep-hang", "/en/ranking"),
            Self::Provinces => ("/tinh", "/en/provinces"),
            Self::Province(_) => ("/tinh/{slug}", "/en/provinces/{slug}"),
            Self::Compare => ("/so-sanh", "/en/compare"),
            Self::Explain => ("/giai-thich", "/en/explain"),
            Self::Targets => ("/muc-tieu", "/en/targets"),
            Self::Method => ("/phuong-phap", "/en/method"),
            Self::About => ("/gioi-thieu", "/en/about"),
            Self::Search => ("/tim-kiem", "/en/search"),
            Self::Choices => ("/tuy-chon", "/en/choices"),
            Self::Documents => ("/van-ban", "/en/documents"),
            Self::Document => ("/van-ban/{slug}", "/en/documents/{slug}"),
            Self::Interface => ("/api", "/en/api"),
        };
        lang.pick(vi, en)
    }

    /// The key of its name in the menu and in breadcrumbs.
    pub fn key(self) -> &'static str {
        match self {
            Self::Home => "page-home",
            Self::Ranking => "page-ranking",
            Self::Provinces | Self::Province(_) => "page-provinces",
            Self::Compare => "page-compare",
            Self::Explain => "page-explain",
            Self::Targets => "page-targets",
            Self::Method => "page-method",
            Self::About => "page-about",
            Self::Search => "page-search",
            Self::Choices => "page-choices",
            Self::Documents | Self::Document => "page-documents",
            Self::Interface => "page-interface",
        }
    }

    /// The pages of the menu, in order.
    pub const MENU: [Self; 8] = [
        Self::Home,
        Self::Ranking,
        Self::Provinces,
        Self::Compare,
        Self::Explain,
        Self::Targets,
        Self::Documents,
        Self::Method,
    ];
}

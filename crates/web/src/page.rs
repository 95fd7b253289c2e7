//! The pages and their addresses: Vietnamese at the root, English under `/en`, the same questions behind both.

mod menu;

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
    /// What can be said of the next editions.
    Outlook,
    /// How well such outlooks did in the past.
    Backtest,
    /// How sure the ranks of an edition are.
    Ranks,
    /// What a target would take.
    Whatif,
    /// What was promised and how far it is, for anyone.
    Progress,
    /// What each commune makes public.
    Disclosures,
    /// The same of one commune by `{code}`.
    Disclosure,
    /// The same as a notice to print.
    Poster,
    /// Asking, reporting, requesting information.
    Questions,
    /// Following what was asked, by code and secret.
    Follow,
    /// What was asked and answered in public.
    Answered,
    /// What of people is kept.
    PersonalData,
    /// News and guidance.
    News,
    /// One article by `{slug}`.
    Article,
    /// The polls of the portal.
    Polls,
    /// One poll by `{id}`.
    Poll,
    /// Answering a pulse poll by `{id}`, by the code on a slip.
    Pulse,
    /// How people with disabilities can use the site and its neighbours, as agencies assessed it.
    Accessibility,
    /// One assessment by `{id}`.
    Assessment,
    /// Signing in.
    SignIn,
    /// The code of the second factor.
    SignInCode,
    /// The way to the province's own identity service.
    Identity,
    /// The way back from it.
    IdentityBack,
    /// A one-time link by `{token}`.
    Link,
    /// One's own account: password, second factor, sessions.
    Account,
    /// Việc của tôi.
    Work,
    /// One assignment by `{id}`, with its reports.
    Assignment,
    /// Assignments that wait for a decision whose they are.
    Undecided,
    /// Reports that wait for review.
    Review,
    /// Board of the plan.
    Board,
    /// The register of what communes must make public.
    Duties,
    /// One line of it by `{code}`: `12-CK04`.
    Duty,
    /// The register of questions.
    Inbox,
    /// One question by `{id}`.
    Inquiry,
    /// The register of articles.
    NewsRegister,
    /// Writing an article.
    NewsDraft,
    /// One article of it by `{id}`.
    NewsEntry,
    /// Other feedback systems of the province, and their files.
    Imports,
    /// One such file by `{id}`.
    Import,
    /// The register of polls.
    PollRegister,
    /// One poll of it by `{id}`.
    PollEntry,
    /// The register of broadcasts by loudspeaker.
    Broadcasts,
    /// One bulletin by `{id}`.
    Bulletin,
    /// One station by `{code}`.
    Station,
    /// The register of campaigns.
    Campaigns,
    /// One campaign by `{id}`.
    Campaign,
    /// The register of pulse polls.
    PulseRegister,
    /// One pulse poll of it by `{id}`.
    PulseEntry,
    /// The register of accessibility assessments.
    AssessmentRegister,
    /// The sections of the province's sites that must be kept fresh.
    Portal,
    /// The web links that every public page shows.
    LinkRegister,
    /// Every plan.
    Plans,
    /// One plan by `{slug}`.
    Plan,
    /// One task by `{slug}` and `{code}`.
    Task,
    /// The annex of a plan by `{slug}`: import and export.
    Annex,
    /// A file on its way into a plan, by `{slug}` and `{form}`.
    AnnexFile,
    /// Every agency.
    Agencies,
    /// One agency by `{code}`.
    Agency,
    /// Reporting periods and days off.
    Calendar,
    /// Since when PAPI surveys the same places.
    SamplePeriods,
    /// How many people a survey of one's own must ask.
    SampleSize,
    /// People and their posts.
    People,
    /// One person by `{id}`.
    Person,
    /// Many people at once, from a spreadsheet.
    Bulk,
    /// Many agencies at once.
    AgencyBulk,
    /// Every post.
    Posts,
    /// One post by `{code}`.
    Post,
    /// Changing one agency by `{code}`.
    AgencyEdit,
    /// What passed through one agency by `{code}`.
    History,
    /// Every group.
    Groups,
    /// One group by `{code}`.
    Group,
    /// The audit trail.
    Audit,
    /// Taking in a document.
    Register,
    /// Surveys of an office's own.
    Surveys,
    /// What one survey by `{id}` says.
    Survey,
    /// What the columns of one survey by `{id}` are.
    SurveyColumns,
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
            Self::Outlook => ("/trien-vong", "/en/outlook"),
            Self::Backtest => ("/trien-vong/kiem-chung", "/en/outlook/backtest"),
            Self::Ranks => ("/khoang-thu-hang", "/en/ranks"),
            Self::Whatif => ("/can-gi", "/en/whatif"),
            Self::Progress => ("/tien-do", "/en/progress"),
            Self::Disclosures => ("/cong-khai", "/en/disclosures"),
            Self::Disclosure => ("/cong-khai/{code}", "/en/disclosures/{code}"),
            Self::Poster => ("/cong-khai/{code}/to-niem-yet", "/en/disclosures/{code}/notice"),
            Self::Questions => ("/hoi-dap", "/en/questions"),
            Self::Follow => ("/hoi-dap/theo-doi", "/en/questions/follow"),
            Self::Answered => ("/hoi-dap/da-tra-loi", "/en/questions/answered"),
            Self::PersonalData => ("/hoi-dap/du-lieu-ca-nhan", "/en/questions/personal-data"),
            Self::News => ("/tin-tuc", "/en/news"),
            Self::Article => ("/tin-tuc/{slug}", "/en/news/{slug}"),
            Self::Polls => ("/tham-do", "/en/polls"),
            Self::Poll => ("/tham-do/{id}", "/en/polls/{id}"),
            Self::Pulse => ("/tra-loi/{id}", "/en/answer/{id}"),
            Self::Accessibility => ("/tiep-can", "/en/accessibility"),
            Self::Assessment => ("/tiep-can/{id}", "/en/accessibility/{id}"),
            Self::SignIn => ("/dang-nhap", "/en/sign-in"),
            Self::SignInCode => ("/dang-nhap/ma", "/en/sign-in/code"),
            Self::Identity => ("/dang-nhap/dinh-danh", "/en/sign-in/identity"),
            Self::IdentityBack => ("/dang-nhap/dinh-danh/tra-ve", "/en/sign-in/identity/back"),
            Self::Link => ("/lien-ket/{token}", "/en/link/{token}"),
            Self::Account => ("/tai-khoan", "/en/account"),
            Self::Work => ("/viec-cua-toi", "/en/work"),
            Self::Assignment => ("/viec/{id}", "/en/assignments/{id}"),
            Self::Undecided => ("/viec-cho-quyet-dinh", "/en/undecided"),
            Self::Review => ("/tham-dinh", "/en/review"),
            Self::Board => ("/bang-theo-doi", "/en/board"),
            Self::Duties => ("/so-cong-khai", "/en/disclosure-register"),
            Self::Duty => ("/so-cong-khai/{code}", "/en/disclosure-register/{code}"),
            Self::Inbox => ("/so-hoi-dap", "/en/question-register"),
            Self::Inquiry => ("/so-hoi-dap/{id}", "/en/question-register/{id}"),
            Self::NewsRegister => ("/so-tin-bai", "/en/news-register"),
            Self::NewsDraft => ("/so-tin-bai/bai-moi", "/en/news-register/new"),
            Self::NewsEntry => ("/so-tin-bai/{id}", "/en/news-register/{id}"),
            Self::PollRegister => ("/so-tham-do", "/en/poll-register"),
            Self::PollEntry => ("/so-tham-do/{id}", "/en/poll-register/{id}"),
            Self::Broadcasts => ("/phat-thanh", "/en/broadcasts"),
            Self::Bulletin => ("/phat-thanh/{id}", "/en/broadcasts/{id}"),
            Self::Station => ("/phat-thanh/dai/{code}", "/en/broadcasts/stations/{code}"),
            Self::Campaigns => ("/dot-tuyen-truyen", "/en/campaigns"),
            Self::Campaign => ("/dot-tuyen-truyen/{id}", "/en/campaigns/{id}"),
            Self::Imports => ("/so-hoi-dap/he-thong-khac", "/en/question-register/other-systems"),
            Self::Import => ("/so-hoi-dap/he-thong-khac/{id}", "/en/question-register/other-systems/{id}"),
            Self::PulseRegister => ("/so-tham-do-chuyen-de", "/en/pulse-register"),
            Self::PulseEntry => ("/so-tham-do-chuyen-de/{id}", "/en/pulse-register/{id}"),
            Self::AssessmentRegister => ("/so-tiep-can", "/en/accessibility-register"),
            Self::Portal => ("/so-cong-thong-tin", "/en/portal-register"),
            Self::LinkRegister => ("/so-lien-ket", "/en/link-register"),
            Self::Plans => ("/ke-hoach", "/en/plans"),
            Self::Plan => ("/ke-hoach/{slug}", "/en/plans/{slug}"),
            Self::Task => ("/ke-hoach/{slug}/nhiem-vu/{code}", "/en/plans/{slug}/tasks/{code}"),
            Self::Annex => ("/ke-hoach/{slug}/phu-luc", "/en/plans/{slug}/annex"),
            Self::AnnexFile => ("/ke-hoach/{slug}/phu-luc/{form}", "/en/plans/{slug}/annex/{form}"),
            Self::Agencies => ("/co-quan", "/en/agencies"),
            Self::Agency => ("/co-quan/{code}", "/en/agencies/{code}"),
            Self::Calendar => ("/lich", "/en/calendar"),
            Self::SamplePeriods => ("/giai-doan-khao-sat", "/en/sample-periods"),
            Self::SampleSize => ("/co-mau", "/en/sample-size"),
            Self::People => ("/quan-tri/nguoi-dung", "/en/people"),
            Self::Person => ("/quan-tri/nguoi-dung/{id}", "/en/people/{id}"),
            Self::Bulk => ("/quan-tri/nhap-nguoi-dung", "/en/people-import"),
            Self::AgencyBulk => ("/quan-tri/nhap-co-quan", "/en/agencies-import"),
            Self::Posts => ("/quan-tri/chuc-vu", "/en/posts"),
            Self::Post => ("/quan-tri/chuc-vu/{code}", "/en/posts/{code}"),
            Self::AgencyEdit => ("/co-quan/{code}/sua", "/en/agencies/{code}/edit"),
            Self::History => ("/co-quan/{code}/qua-trinh", "/en/agencies/{code}/history"),
            Self::Groups => ("/quan-tri/nhom-co-quan", "/en/groups"),
            Self::Group => ("/quan-tri/nhom-co-quan/{code}", "/en/groups/{code}"),
            Self::Audit => ("/nhat-ky", "/en/audit"),
            Self::Register => ("/so-van-ban", "/en/register"),
            Self::Surveys => ("/khao-sat", "/en/surveys"),
            Self::Survey => ("/khao-sat/{id}", "/en/surveys/{id}"),
            Self::SurveyColumns => ("/khao-sat/{id}/cot", "/en/surveys/{id}/columns"),
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
            Self::Outlook => "page-outlook",
            Self::Backtest => "page-backtest",
            Self::Ranks => "page-ranks",
            Self::Whatif => "page-whatif",
            Self::Progress => "page-progress",
            Self::Disclosures | Self::Disclosure | Self::Poster => "page-disclosures",
            Self::Questions => "page-questions",
            Self::Follow => "page-follow",
            Self::Answered => "page-answered",
            Self::PersonalData => "page-personal-data",
            Self::News | Self::Article => "page-news",
            Self::Polls | Self::Poll => "page-polls",
            Self::Accessibility | Self::Assessment => "page-accessibility",
            Self::SignIn | Self::SignInCode | Self::Identity | Self::IdentityBack | Self::Link => {
                "page-sign-in"
            }
            Self::Account => "page-account",
            Self::Work | Self::Assignment => "page-work",
            Self::Review => "page-review",
            Self::Board => "page-board",
            Self::Duties | Self::Duty => "page-duties",
            Self::Inbox | Self::Inquiry => "page-inbox",
            Self::NewsRegister | Self::NewsEntry => "page-news-register",
            Self::NewsDraft => "news-write",
            Self::PollRegister | Self::PollEntry => "page-poll-register",
            Self::Broadcasts | Self::Bulletin | Self::Station => "page-broadcasts",
            Self::Campaigns | Self::Campaign => "page-campaigns",
            Self::Imports | Self::Import => "page-imports",
            Self::Pulse => "page-pulse",
            Self::PulseRegister | Self::PulseEntry => "page-pulse-register",
            Self::AssessmentRegister => "page-assessment-register",
            Self::Portal => "page-portal",
            Self::LinkRegister => "page-link-register",
            Self::Plans | Self::Plan | Self::Task | Self::Annex | Self::AnnexFile => "page-plans",
            Self::Agencies | Self::Agency | Self::AgencyEdit | Self::History => "page-agencies",
            Self::Groups | Self::Group => "page-groups",
            Self::Undecided => "page-undecided",
            Self::Calendar => "page-calendar",
            Self::SamplePeriods => "page-sample-periods",
            Self::SampleSize => "page-sample-size",
            Self::People | Self::Person => "page-people",
            Self::Bulk => "page-bulk",
            Self::AgencyBulk => "page-agency-bulk",
            Self::Posts | Self::Post => "page-posts",
            Self::Audit => "page-audit",
            Self::Register => "page-register",
            Self::Surveys | Self::Survey | Self::SurveyColumns => "page-surveys",
        }
    }
}

//! What every request stands on: the settings, and one steady picture of the published results.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use accounts::{Chance, Desk, Directory};
use inform::article::News;
use inform::{Link, Notices};
use jiff::Timestamp;
use jiff::civil::Date;
use listen::Seal;
use listen::question::Overall;
use places::{Set, Unit};
use plan::{Document, Progress, Scanner, Target};
use scores::Editions;
use store::{Attachments, Store};
use tokio::sync::OnceCell;

use crate::Fault;
use crate::cache::Cache;
use crate::outlooks::Outlooks;
use crate::parts::pulse::results::Kept;
use crate::tally::Tally;
use crate::throttle::Throttle;

/// The application, cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    settings: Settings,
    works: Option<Works>,
    snapshot: RwLock<Arc<Snapshot>>,
    reachable: AtomicBool,
    cache: Cache,
    outlooks: Outlooks,
    said: Kept,
    doubts: Throttle,
    asks: Throttle,
    votes: Throttle,
    misses: Throttle,
    codes: Throttle,
    tally: Tally,
}

/// What an installation decides.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The installation's own province.
    pub province: &'static Unit,
    /// Whether the records are the demonstration's.
    pub demo: bool,
    /// Who is responsible for the site, as the imprint says it.
    pub imprint: Option<String>,
    /// The address that readers use, without a slash at the end: `https://papi.baclieu.gov.vn`.
    pub origin: Option<String>,
}

/// What people who sign in work with. Without it there are public pages only.
#[derive(Clone)]
pub struct Works {
    /// The database.
    pub store: Store,
    /// Files.
    pub attachments: Attachments,
    /// What keeps unreadable how askers are reached.
    pub seal: Seal,
    /// Where secrets come from.
    pub chance: Chance,
    /// The instant and the civil day in Viet Nam.
    pub clock: Clock,
    /// Where files are scanned.
    pub scanner: Scanner,
    /// The province's own identity service, where people may come in by it.
    pub identity: Option<identity::Service>,
    /// Whether requests come through a proxy, whose word on the reader's address is taken.
    pub trust_proxy: bool,
    /// Whether answers go out by electronic mail.
    pub mails: bool,
}

/// Tells the instant and the civil day in Viet Nam; handed in.
pub type Clock = Arc<dyn Fn() -> (Timestamp, Date) + Send + Sync>;

impl Works {
    /// The program's own desk now, for a request from this network address.
    pub(crate) fn program(&self, client: Option<String>) -> Desk {
        let (now, today) = (self.clock)();
        Desk::program(&self.store, today, now).from_client(client)
    }
}

/// The published results as they are at one revision of the database.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The newest entry of the audit trail that it takes in.
    pub revision: i64,
    /// The civil day in Viet Nam.
    pub today: Date,
    /// Every edition.
    pub editions: Arc<Editions>,
    /// The newest entry by which figures, sample periods or targets changed: what is computed from them stays good till the next.
    pub measured: i64,
    /// The plan's documents, oldest first.
    pub documents: Vec<Document>,
    /// The targets that they set.
    pub targets: Vec<Target>,
    /// The agencies of all days.
    pub directory: Directory,
    /// What was promised in public and how far it is.
    pub progress: Progress,
    /// What communes make public and how it stands.
    pub notices: Arc<Notices>,
    /// The newest articles.
    pub news: News,
    /// Counts of all questions, taken when a page first asks.
    pub questions: OnceCell<Overall>,
    /// The web links that every public page shows.
    pub links: Arc<[Link]>,
    /// How many came before this day, and since when that is counted.
    pub visits: Option<(i64, Date)>,
}

impl Snapshot {
    /// The published results alone, before the province has anything of its own.
    pub fn new(today: Date, editions: Editions) -> Self {
        Self {
            revision: 1,
            today,
            editions: Arc::new(editions),
            measured: 1,
            documents: vec![],
            targets: vec![],
            directory: Directory::default(),
            progress: Progress::default(),
            notices: Arc::default(),
            news: News::default(),
            questions: OnceCell::new(),
            links: Arc::default(),
            visits: None,
        }
    }

    /// The set that addresses mean when they name none: that of the latest edition.
    pub(crate) fn current(&self) -> &'static str {
        self.editions.latest().map_or("", |edition| edition.set.label)
    }
}

impl App {
    /// Public pages that start from this picture.
    pub fn new(settings: Settings, snapshot: Snapshot) -> Self {
        Self::of(settings, snapshot, None)
    }

    /// Public pages, and desks for those who sign in.
    pub fn staffed(settings: Settings, snapshot: Snapshot, works: Works) -> Self {
        Self::of(settings, snapshot, Some(works))
    }

    fn of(settings: Settings, snapshot: Snapshot, works: Option<Works>) -> Self {
        Self(Arc::new(Inner {
            settings,
            works,
            snapshot: RwLock::new(Arc::new(snapshot)),
            reachable: AtomicBool::new(true),
            cache: Cache::new(),
            outlooks: Outlooks::new(),
            said: Kept::new(),
            doubts: Throttle::new(30, 500_000),
            asks: Throttle::new(10, 500_000),
            votes: Throttle::new(60, 20_000),
            misses: Throttle::new(20, 500_000),
            // A house of culture has one address; a code of 40 bits bears the tries.
            codes: Throttle::new(100, 5000),
            tally: Tally::new(),
        }))
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// What people who sign in work with.
    ///
    /// # Errors
    /// [`Fault::Missing`] where there are public pages only.
    pub(crate) fn works(&self) -> Result<&Works, Fault> {
        self.0.works.as_ref().ok_or(Fault::Missing)
    }

    /// The picture of now; a request takes it once and keeps to it.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.0.snapshot.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts a newer picture in place; pages made from the old one are dropped.
    pub fn renew(&self, snapshot: Snapshot) {
        *self.0.snapshot.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
        self.0.cache.clear();
    }

    /// Keeps whether the database answered when it was last asked.
    pub fn reach(&self, reachable: bool) {
        self.0.reachable.store(reachable, Ordering::Relaxed);
    }

    /// Whether the database answered when it was last asked.
    pub(crate) fn is_reachable(&self) -> bool {
        self.0.reachable.load(Ordering::Relaxed)
    }

    pub(crate) fn outlooks(&self) -> &Outlooks {
        &self.0.outlooks
    }

    /// What pulses that are over say.
    pub(crate) fn said(&self) -> &Kept {
        &self.0.said
    }

    /// Holds back who too often says that something is not there.
    pub(crate) fn doubts(&self) -> &Throttle {
        &self.0.doubts
    }

    /// Holds back who asks too much.
    pub(crate) fn asks(&self) -> &Throttle {
        &self.0.asks
    }

    /// Holds back who answers polls too often.
    pub(crate) fn votes(&self) -> &Throttle {
        &self.0.votes
    }

    /// Holds back who tries codes and secrets.
    pub(crate) fn misses(&self) -> &Throttle {
        &self.0.misses
    }

    /// Holds back who tries codes of slips.
    pub(crate) fn codes(&self) -> &Throttle {
        &self.0.codes
    }

    /// Counts who comes and what is opened.
    pub fn tally(&self) -> &Tally {
        &self.0.tally
    }

    pub(crate) fn cache(&self) -> &Cache {
        &self.0.cache
    }
}

impl Settings {
    /// The installation's province in a set: itself, or the one that it became part of.
    pub fn province_in(&self, label: &str) -> &'static Unit {
        let next = places::country().successor(self.province).filter(|next| next.set == label);
        if self.province.set == label { self.province } else { next.unwrap_or(self.province) }
    }

    /// The set that the installation's province belongs to.
    pub fn set(&self) -> &'static Set {
        places::country().set_of(self.province)
    }
}

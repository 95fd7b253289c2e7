//! Outlooks kept ready: each takes a moment of computing and changes only when an edition does.

use std::sync::Arc;

use places::Set;
use quick_cache::sync::Cache;
use scores::Target;
use scores::outlook::backtest::{self, Plan, Verdict};
use scores::outlook::{Ask, Country, Outlook, Panel};
use tokio::sync::Semaphore;

use crate::{Fault, Snapshot};

/// The outlooks of whole countries that were asked for last.
pub(crate) struct Outlooks {
    kept: Cache<Key, Arc<Country>>,
    /// How outlooks did, by change of the figures and years ahead.
    judged: Cache<(i64, i16), Arc<Vec<Verdict>>>,
    /// One is computed at a time, so that the site stays quick for everybody else.
    turn: Semaphore,
}

/// The newest change of the figures, the set of provinces, the newest edition, and what is asked.
type Key = (i64, &'static str, i16, Ask);

/// How many futures a page counts in, and their seed, so that it says the same twice.
pub(crate) const DRAWS: usize = 4_000;
/// The same for each edition that is looked back at.
const JUDGED_DRAWS: usize = 1_000;
pub(crate) const SEED: u64 = 1;

impl Outlooks {
    pub(crate) fn new() -> Self {
        Self { kept: Cache::new(48), judged: Cache::new(6), turn: Semaphore::new(1) }
    }

    /// The outlook of a set of provinces from editions up to `as_of`, with the chances of the plan's targets.
    ///
    /// # Errors
    /// [`Fault::Missing`] where the editions do not allow one.
    pub(crate) async fn country(
        &self,
        snapshot: &Arc<Snapshot>,
        set: &'static Set,
        as_of: i16,
        ask: Ask,
    ) -> Result<Arc<Country>, Fault> {
        let key = (snapshot.measured, set.label, as_of, ask);
        let compute = async {
            let snapshot = snapshot.clone();
            self.work(move || {
                let targets: Vec<Target> =
                    snapshot.targets.iter().map(|target| target.asks.clone()).collect();
                let editions = &snapshot.editions;
                let outlook = Outlook::new(editions, set, as_of, editions.periods(), ask)?;
                Some(Arc::new(Country::of(&outlook, &targets)))
            })
            .await?
            .ok_or(Fault::Missing)
        };
        self.kept.get_or_insert_async(&key, compute).await
    }

    /// How outlooks so many years ahead did in the past, with fewer futures: the errors hardly depend on them.
    ///
    /// # Errors
    /// [`Fault::Missing`] where there is no edition.
    pub(crate) async fn verdicts(
        &self,
        snapshot: &Arc<Snapshot>,
        horizon: i16,
    ) -> Result<Arc<Vec<Verdict>>, Fault> {
        let compute = async {
            let snapshot = snapshot.clone();
            self.work(move || {
                let newest = snapshot.editions.latest()?;
                let panel =
                    Panel::read(&snapshot.editions, newest.set, newest.year, snapshot.editions.periods())?;
                let plan = Plan { draws: JUDGED_DRAWS, seed: SEED, renewals_known: false };
                Some(Arc::new(backtest::verdicts(&backtest::forecasts(&panel, horizon, plan), horizon)))
            })
            .await?
            .ok_or(Fault::Missing)
        };
        self.judged.get_or_insert_async(&(snapshot.measured, horizon), compute).await
    }

    /// Computes on a thread of its own when it is its turn.
    ///
    /// # Errors
    /// [`Fault::Broken`] where the computation itself failed.
    pub(crate) async fn work<T: Send + 'static>(
        &self,
        compute: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let _turn = self.turn.acquire().await.map_err(|_| Fault::Broken)?;
        tokio::task::spawn_blocking(compute).await.map_err(|_| Fault::Broken)
    }
}

//! Reading: who wrote a bulletin and who has it, the province's whole register for those who watch over it.

use accounts::agency::Kind;
use accounts::{Desk, Directory, Reach, Relation, Right, Role};
use jiff::ToSpan;
use store::{Ask, Error};

use super::bulletin::civil;
use super::clash::Beside;
use super::table::{self, logs, stations};
use super::{Aired, Bulletin, Line, Month, Refusal, Register, State, Station, Told};

/// Who may read bulletins and logs: the station its own, who wrote it, the province's communicators and overseers all.
pub const READ: Right = Right {
    act: "broadcast.read",
    held_by: &[
        (Role::Head, Reach::Cooperating),
        (Role::Officer, Reach::Cooperating),
        (Role::Communicator, Reach::Any),
        (Role::StandingBody, Reach::Any),
        (Role::Leader, Reach::Any),
        (Role::Auditor, Reach::Any),
    ],
};

/// For so many days an urgent bulletin that was not logged stays on top.
const URGENT_KEPT: i64 = 31;

/// What a desk may see of a month.
///
/// # Errors
/// [`Refusal::Forbidden`] for a desk that may see nothing of any.
pub async fn register(desk: &Desk, month: Month) -> Result<Register, Refusal> {
    desk.may(&READ, Relation::Own)?;
    let mut at = desk.read().await?;
    let directory = Directory::load(&mut at).await?;
    let (from, to) = (month.first(), month.last());
    let bulletins = table::of_days(&mut at, from, to).await?;
    let mut told = told(&mut at, &directory, desk, bulletins).await?;
    told.sort_by_key(|told| (told.bulletin.priority, told.bulletin.first, told.bulletin.id));
    let urgent = table::urgent_since(&mut at, desk.today.saturating_sub(URGENT_KEPT.days())).await?;
    let urgent = self::told(&mut at, &directory, desk, urgent).await?;
    let seen = |station: &str| told.iter().flat_map(|told| &told.lines).any(|line| line.station == station);
    let mut stations = stations::all(&mut at).await?;
    // One that ended before the month is a row of nothing, unless something is told of it.
    let is_there =
        |code: &str| directory.agency(code).is_none_or(|it| it.ended.is_none_or(|last| last >= from));
    let may = |code: &str| READ.allows(desk.role, desk.relation_by_heirs(&directory, code));
    stations.retain(|it| seen(&it.agency) || is_there(&it.agency) && may(&it.agency));
    let mut own = logs::own(&mut at, from, to).await?;
    own.retain(|aired| stations.iter().any(|station| station.agency == aired.station));
    let unanswered = Register::unanswered(urgent, civil(desk.now));
    Ok(Register { month, stations, told, own, unanswered })
}

/// The communes in force in a month that the desk may see and that have not said which station they have, by code: their
/// silence is silence too.
///
/// # Errors
/// [`Refusal::Forbidden`] for a desk that may see nothing of any.
pub async fn undeclared(desk: &Desk, month: Month) -> Result<Vec<String>, Refusal> {
    desk.may(&READ, Relation::Own)?;
    let mut at = desk.read().await?;
    let directory = Directory::load(&mut at).await?;
    let stations = stations::all(&mut at).await?;
    let day = month.last().min(desk.today).max(month.first());
    let is_meant = |agency: &&accounts::Agency| {
        let is_open = agency.kind == Kind::Commune && agency.in_force(day);
        is_open
            && stations.iter().all(|station| station.agency != agency.code)
            && READ.allows(desk.role, desk.relation_by_heirs(&directory, &agency.code))
    };
    Ok(directory.agencies().filter(is_meant).map(|agency| agency.code.clone()).collect())
}

/// One bulletin, with the stations that the desk may see.
///
/// # Errors
/// [`Refusal::Missing`] where there is none that the desk may know of.
pub async fn one(desk: &Desk, id: i64) -> Result<Told, Refusal> {
    let mut at = desk.read().await?;
    let directory = Directory::load(&mut at).await?;
    let found = table::find(&mut at, id).await?;
    told(&mut at, &directory, desk, found.into_iter().collect()).await?.pop().ok_or(Refusal::Missing)
}

/// A station in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The station; none where its agency has not said what it has.
    pub station: Option<Station>,
    /// Where it has not: the one station whose work it alone has now, which it may go on with.
    pub former: Option<Station>,
    /// The agencies that have its work now, by code.
    pub owners: Vec<String>,
    /// The bulletins that it has, each with its own line alone.
    pub told: Vec<Told>,
    /// What it logged in the month.
    pub aired: Vec<Aired>,
}

/// The station of an agency in a month.
///
/// # Errors
/// [`Refusal::Missing`] where there is none that the desk may know of.
pub async fn of_station(desk: &Desk, code: &str, month: Month) -> Result<Page, Refusal> {
    let mut at = desk.read().await?;
    let directory = Directory::load(&mut at).await?;
    let agency = directory.agency(code).ok_or(Refusal::Missing)?;
    if !super::keep::may_have(agency) || !READ.allows(desk.role, desk.relation_by_heirs(&directory, code)) {
        return Err(Refusal::Missing);
    }
    let (from, to) = (month.first(), month.last());
    let bulletins = table::of_days(&mut at, from, to).await?;
    let mut told = told(&mut at, &directory, desk, bulletins).await?;
    for told in &mut told {
        told.lines.retain(|line| line.station == code);
    }
    told.retain(|told| !told.lines.is_empty());
    let stations = stations::all(&mut at).await?;
    let station = stations.iter().find(|station| station.agency == code).cloned();
    let is_former = |it: &&Station| it.agency != code && directory.holders(&it.agency, desk.today) == [code];
    let mut former = stations.iter().filter(is_former);
    let only = former.next().filter(|_| former.next().is_none() && station.is_none());
    Ok(Page {
        former: only.cloned(),
        station,
        owners: directory.holders(code, desk.today),
        told,
        aired: logs::of_station(&mut at, code, from, to).await?,
    })
}

/// Bulletins with their lines, those that the desk may see; a draft is for who sees all.
async fn told(
    at: &mut impl Ask,
    directory: &Directory,
    desk: &Desk,
    bulletins: Vec<Bulletin>,
) -> Result<Vec<Told>, Error> {
    let mut told = whole(at, directory, desk, bulletins).await?;
    let sees_all = READ.allows(desk.role, Relation::Other);
    for told in &mut told {
        let bulletin = &told.bulletin;
        told.lines.retain(|line| READ.allows(desk.role, line.relation(bulletin, desk)));
        // Who wrote it sees its lines, not what else the station airs.
        for line in &mut told.lines {
            if !READ.allows(desk.role, desk.relation_by_heirs(directory, &line.station)) {
                line.clashes.clear();
            }
        }
    }
    told.retain(|told| sees_all || !told.lines.is_empty());
    Ok(told)
}

/// Bulletins by their numbers with all their lines, whoever reads: for counts alone.
pub(crate) async fn with_all_lines(at: &mut impl Ask, desk: &Desk, ids: &[i64]) -> Result<Vec<Told>, Error> {
    let directory = Directory::load(at).await?;
    let bulletins = table::among(at, ids).await?;
    whole(at, &directory, desk, bulletins).await
}

/// Bulletins with all their lines.
pub(super) async fn whole(
    at: &mut impl Ask,
    directory: &Directory,
    desk: &Desk,
    bulletins: Vec<Bulletin>,
) -> Result<Vec<Told>, Error> {
    let numbers = bulletins.iter().map(|bulletin| bulletin.id);
    let (Some(low), Some(high)) = (numbers.clone().min(), numbers.max()) else { return Ok(Vec::new()) };
    let sendings = stations::sendings(at, (low, high)).await?;
    let schedules = logs::schedules(at, (low, high)).await?;
    let logged = logs::of_bulletins(at, (low, high)).await?;
    let days = bulletins.iter().flat_map(|bulletin| [bulletin.first, bulletin.last]);
    let (from, to) = (days.clone().min().unwrap_or_default(), days.max().unwrap_or_default());
    let beside = Beside::load(at, from, to).await?;
    let line = |bulletin: &Bulletin, station: &str, sent| {
        let is_here = |id: i64, there: &str| id == bulletin.id && there == station;
        let schedule: Vec<_> = schedules.iter().filter(|it| is_here(it.0, &it.1)).map(|it| it.2).collect();
        let is_gone = bulletin.state() == State::Withdrawn;
        Line {
            owners: directory.holders(station, desk.today),
            sent: civil(sent),
            clashes: if is_gone { Vec::new() } else { beside.clashes(bulletin, station, &schedule) },
            schedule,
            aired: logged
                .iter()
                .filter(|it| is_here(it.bulletin.unwrap_or(0), &it.station))
                .cloned()
                .collect(),
            station: station.to_owned(),
        }
    };
    let told = |bulletin: Bulletin| {
        let own = sendings.iter().filter(|(id, ..)| *id == bulletin.id);
        Told { lines: own.map(|(_, station, sent)| line(&bulletin, station, *sent)).collect(), bulletin }
    };
    Ok(bulletins.into_iter().map(told).collect())
}

//! Recording that something was made public: where, from when, and what shows it at each place, or why nothing does. It
//! takes a minute.

use accounts::{Desk, Reach, Right, Role};
use jiff::ToSpan;
use jiff::civil::Date;
use plan::calendar::{self, par};
use plan::evidence::{Piece, What, joining};

use super::is_kept;
use crate::disclosure::did::Did;
use crate::disclosure::read::open_among;
use crate::disclosure::record::{reason, tidy};
use crate::disclosure::{Key, Line, Place, Posting, Proof, Refusal, Showing, table};

/// Who may record it.
pub const POST: Right = Right {
    act: "disclosure.posted",
    held_by: &[
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
        (Role::StandingBody, Reach::Own),
    ],
};

/// For how many years something is said to hang at most.
const YEARS: i64 = 5;

/// A posting as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPosting {
    /// Of which disclosure.
    pub of: Key,
    /// The key of the form; the same form records once.
    pub form: String,
    /// At which places, and what shows each.
    pub places: Vec<NewShowing>,
    /// The first day.
    pub first: Date,
    /// The last day, where it is known.
    pub last: Option<Date>,
    /// Where exactly; may be empty.
    pub spot: String,
    /// The events of the older lines of the duty whose place it takes.
    pub replaces: Vec<i64>,
}

/// A place of a posting as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewShowing {
    /// The place.
    pub place: Place,
    /// Photos and links that show it.
    pub pieces: Vec<Piece>,
    /// Why there are none; may be empty where there are.
    pub unproven: String,
}

/// Records a posting; the same form records once.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn post(desk: &Desk, new: &NewPosting) -> Result<Posting, Refusal> {
    match try_post(desk, new).await {
        Err(Refusal::Store(store::Error::Duplicate(_))) => try_post(desk, new).await,
        other => other,
    }
}

async fn try_post(desk: &Desk, new: &NewPosting) -> Result<Posting, Refusal> {
    let mut tx = desk.begin().await?;
    let (line, all) = open_among(&mut tx, desk, &new.of, &POST).await?;
    if let Some(same) = line.postings.iter().chain(&line.struck).find(|posting| posting.form == new.form) {
        return Ok(same.clone());
    }
    let mut posting = new.checked(desk, &line, &all)?;
    let workdays = calendar::load(&mut tx, par::NAME).await?.workdays;
    let until = line.terms.until(posting.first, &workdays).filter(|_| posting.hangs());
    // What was taken down already is told as it was; what is yet to be can still hang as long as it must.
    if let (Some(until), Some(last)) = (until, new.last.filter(|last| *last >= desk.today))
        && last < until
    {
        return Err(Refusal::TooSoon(until));
    }
    posting.id = table::insert_posting(&mut tx, &posting).await?;
    tx.commit(Did::Posted(&posting)).await?;
    Ok(posting)
}

impl NewPosting {
    fn checked(&self, desk: &Desk, line: &Line, all: &[Line]) -> Result<Posting, Refusal> {
        let mut places: Vec<&NewShowing> = self.places.iter().collect();
        places.sort_by_key(|it| it.place);
        places.dedup_by_key(|it| it.place);
        places.retain(|it| line.terms.places.contains(&it.place));
        if places.is_empty() {
            return Err(Refusal::NoPlace);
        }
        if self.first > desk.today {
            return Err(Refusal::NotYet(self.first));
        }
        if self.first < line.event.day {
            return Err(Refusal::Backwards(line.event.day));
        }
        if self.last.is_some_and(|last| last < self.first) {
            return Err(Refusal::Backwards(self.first));
        }
        let mut replaces = self.replaces.clone();
        replaces.sort_unstable();
        replaces.dedup();
        let is_older = |event: &i64| all.iter().any(|it| it.event.id == *event && line.is_after(it));
        if !replaces.iter().all(is_older) {
            return Err(Refusal::NotOlder);
        }
        let farthest = self.first.saturating_add(YEARS.years());
        if self.last.is_some_and(|last| last > farthest) {
            return Err(Refusal::TooFar(farthest));
        }
        if line.is_throughout() && self.last.is_some_and(|last| last >= desk.today) {
            return Err(Refusal::Throughout);
        }
        let showings = places.iter().map(|it| it.showing(self.last)).collect::<Result<_, _>>()?;
        let proof = |it: &&NewShowing| {
            let place = Some(it.place);
            let kept = joining(&[], &it.pieces).into_iter();
            kept.map(|piece| Proof { id: 0, place, piece }).collect::<Vec<_>>()
        };
        Ok(Posting {
            id: 0,
            event: line.event.id,
            duty: line.duty.code.clone(),
            first: self.first,
            spot: tidy(&self.spot)?,
            form: self.form.clone(),
            recorded_by: desk.who.clone(),
            recorded_on: desk.today,
            showings,
            evidence: places.iter().flat_map(proof).collect(),
            replaces,
            struck: None,
        })
    }
}

impl NewShowing {
    fn showing(&self, last: Option<Date>) -> Result<Showing, Refusal> {
        let (place, unproven) = (self.place, tidy(&self.unproven)?);
        if !self.pieces.iter().any(is_kept) {
            match self.pieces.first() {
                Some(Piece { name, what: What::Missing(unfit) }) if unproven.is_empty() => {
                    return Err(Refusal::BadProof { place, name: name.clone(), unfit: *unfit });
                }
                _ if unproven.is_empty() => return Err(Refusal::NoProof(place)),
                _ => reason(&unproven)?,
            };
        }
        Ok(Showing { place, last, gone_on: None, unproven })
    }
}

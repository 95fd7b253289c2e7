//! Recording that something was made public: where, from when, and what shows it. It takes a minute.

use accounts::{Desk, Reach, Right, Role};
use jiff::civil::Date;
use plan::evidence::{Piece, joining};

use super::did::Did;
use super::read::open;
use super::record::tidy;
use super::{Key, Line, Place, Posting, Refusal, Showing, table};

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

/// A posting as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPosting {
    /// Of which disclosure.
    pub of: Key,
    /// The key of the form; the same form records once.
    pub form: String,
    /// At which places.
    pub places: Vec<Place>,
    /// The first day.
    pub first: Date,
    /// The last day, where it is known.
    pub last: Option<Date>,
    /// Where exactly; may be empty.
    pub spot: String,
    /// Photos and links.
    pub pieces: Vec<Piece>,
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
    let line = open(&mut tx, desk, &new.of, &POST).await?;
    if let Some(same) = line.postings.iter().find(|posting| posting.form == new.form) {
        return Ok(same.clone());
    }
    let mut posting = new.checked(desk, &line)?;
    posting.id = table::insert_posting(&mut tx, &posting).await?;
    tx.commit(Did::Posted(&posting)).await?;
    Ok(posting)
}

impl NewPosting {
    fn checked(&self, desk: &Desk, line: &Line) -> Result<Posting, Refusal> {
        let mut places = self.places.clone();
        places.sort();
        places.dedup();
        places.retain(|place| line.terms.places.contains(place));
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
        let showing = |place| Showing { place, last: self.last, gone_on: None };
        Ok(Posting {
            id: 0,
            event: line.event.id,
            duty: line.duty.code.clone(),
            first: self.first,
            spot: tidy(&self.spot)?,
            form: self.form.clone(),
            recorded_by: desk.who.clone(),
            recorded_on: desk.today,
            showings: places.into_iter().map(showing).collect(),
            evidence: joining(&[], &self.pieces).into_iter().map(|piece| (0, piece)).collect(),
        })
    }
}

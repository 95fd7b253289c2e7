//! Making a pulse of people drawn from a list that an office uploads.

use accounts::{Chance, Desk, Directory, Relation};
use places::name::{capital, order};
use sheet::File;
use store::Digest;

use super::{Split, bounds, drawn, split};
use crate::import::names::Names;
use crate::pulse::did::Did;
use crate::pulse::list::{self, List};
use crate::pulse::{
    CODES_MAX, Draft, Draw, MAKE, Problems, Pulse, Refusal, STRATA_MAX, Stratum, Undrawn, table,
};

/// A list, and how many are drawn from it.
#[derive(Debug, Clone, Copy)]
pub struct Listed<'a> {
    /// The list: a row for each transaction or person, by a reference and a commune.
    pub file: File<'a>,
    /// How many get a code.
    pub size: usize,
    /// How these are split over the communes.
    pub split: Split,
}

/// Makes a pulse of people drawn by chance from a list, commune by commune. Of the list the number of rows of each commune
/// is kept, and the references that were drawn until their codes are made.
///
/// # Errors
/// [`Undrawn`], with nothing kept.
pub async fn draw(
    desk: &Desk,
    chance: &Chance,
    draft: &Draft,
    listed: &Listed<'_>,
) -> Result<Pulse, Undrawn> {
    desk.may(&MAKE, Relation::Other).map_err(Refusal::from)?;
    let pulse = draft.checked(desk.today)?;
    if !draft.strata.trim().is_empty() {
        return Err(Refusal::Both.into());
    }
    let directory = Directory::load(&mut desk.read().await?).await?;
    let list = read(listed.file, Names::of(&directory, desk.today)).await.map_err(Undrawn::Problems)?;
    let how = Draw {
        seed: chance.bytes::<16>().iter().map(|byte| format!("{byte:02x}")).collect(),
        list: Digest::of(listed.file.bytes).as_str().to_owned(),
    };
    let (strata, references) = sample(list, listed, &directory, &how.seed)?;
    let mut pulse = Pulse { strata, draw: Some(how), ..pulse };
    let mut tx = desk.begin().await?;
    pulse.id = table::insert(&mut tx, &pulse).await?;
    table::put_drawn(&mut tx, pulse.id, &references).await?;
    tx.commit(Did::Made { pulse: &pulse }).await?;
    Ok(pulse)
}

/// Reading a large workbook takes a second of arithmetic, which must not hold up other requests.
async fn read(file: File<'_>, names: Names) -> Result<List, Problems> {
    let (name, bytes) = (file.name.to_owned(), file.bytes.to_vec());
    let read = move || list::read(File { name: &name, bytes: &bytes }, &names);
    tokio::task::spawn_blocking(read).await.unwrap_or_else(|_| Err(Problems::default()))
}

/// The communes of a list by name, and the references drawn in each.
fn sample(
    list: List,
    listed: &Listed<'_>,
    directory: &Directory,
    seed: &str,
) -> Result<(Vec<Stratum>, Vec<Vec<String>>), Refusal> {
    let named = |code: String| {
        let name = directory.name(&code);
        (capital(name.strip_prefix("UBND ").unwrap_or(name)), code)
    };
    let mut lists: Vec<_> = list.into_iter().map(|(code, rows)| (named(code), rows)).collect();
    lists.sort_by(|(a, _), (b, _)| order(&a.0, &b.0));
    if lists.len() > STRATA_MAX {
        return Err(Refusal::NoPopulation);
    }
    let lengths: Vec<usize> = lists.iter().map(|(_, rows)| rows.len()).collect();
    let (least, most) = bounds(&lengths);
    let most = most.min(CODES_MAX as usize);
    let fits = Some(listed.size).filter(|size| *size <= most);
    let many =
        fits.and_then(|size| split(&lengths, size, listed.split)).ok_or(Refusal::Size { least, most })?;
    let stratum = |(((name, code), rows), many): (&((String, String), Vec<String>), &usize)| Stratum {
        name: name.clone(),
        agency: Some(code.clone()),
        size: rows.len() as i64,
        codes: *many as i64,
        printed_on: None,
        answered: 0,
    };
    let strata = lists.iter().zip(&many).map(stratum).collect();
    Ok((strata, lists.iter().zip(&many).map(|((_, rows), many)| drawn(seed, rows, *many)).collect()))
}

//! Bringing the file of another system.

use accounts::{Chance, Desk, Reach, Relation, Right, Role};
use fieldwork::column::words;
use jiff::civil::Date;
use sheet::File;

use super::did::Did;
use super::file::{self, Draft, Unread};
use super::{Import, Kind, Refusal, Said, table};
use crate::Seal;
use crate::question::clean::tidy;

/// Who may bring one.
pub const BRING: Right = Right {
    act: "import.uploaded",
    held_by: &[(Role::StandingBody, Reach::Any), (Role::Communicator, Reach::Any)],
};

/// The longest name of a system, in characters.
pub const SOURCE_MAX: usize = 100;

/// What is brought.
#[derive(Debug, Clone)]
pub struct New<'a> {
    /// What closes the file while it waits to be described.
    pub seal: (&'a Seal, &'a Chance),
    /// The mark of the form; the same form brings one import.
    pub form: &'a str,
    /// What the other system is called.
    pub source: &'a str,
    /// The day that the file shows.
    pub as_of: Date,
    /// The file.
    pub file: File<'a>,
}

/// Reads a file and keeps it as a draft, without columns that tell who somebody is, and sealed, since in what people wrote may
/// stand how they are reached. The same form brings nothing more.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn bring(desk: &Desk, new: &New<'_>) -> Result<Import, Refusal> {
    desk.may(&BRING, Relation::Other)?;
    let source = tidy(new.source).replace('\n', " ");
    if !(1..=SOURCE_MAX).contains(&source.chars().count()) {
        return Err(Refusal::NoSource);
    }
    if new.as_of > desk.today {
        return Err(Refusal::Later);
    }
    let (draft, dropped) = read(new.file).await?;
    let mut tx = desk.begin().await?;
    tx.wait_turn("import").await?;
    if let Some(same) = table::by_form(&mut tx, new.form).await? {
        return Ok(same);
    }
    let mut import = Import {
        id: 0,
        form: new.form.to_owned(),
        source,
        file: sheet::bare_name(new.file.name),
        as_of: new.as_of,
        brought_on: desk.today,
        brought_by: desk.who.clone(),
        dropped,
        columns: None,
        digest: None,
        lines: 0,
    };
    let sealed = draft.sealed(new.seal, &import)?;
    import.id = table::insert(&mut tx, &import, &sealed).await?;
    tx.commit(Did::Brought { import: &import, rows: draft.rows.len() }).await?;
    Ok(import)
}

/// By what files of one system are known.
pub(super) fn key(source: &str) -> String {
    words(source).trim().to_owned()
}

impl Draft {
    /// Sealed for its import.
    fn sealed(&self, (seal, chance): (&Seal, &Chance), import: &Import) -> Result<Vec<u8>, Refusal> {
        let clear = serde_json::to_vec(self).map_err(|_| Refusal::Sealed)?;
        Ok(seal.close(chance, &import.form, &clear))
    }

    /// Opens what was sealed for an import.
    pub(super) fn open(seal: &Seal, import: &Import, sealed: &[u8]) -> Result<Self, Refusal> {
        let clear = seal.open(&import.form, sealed).ok_or(Refusal::Sealed)?;
        serde_json::from_slice(&clear).map_err(|_| Refusal::Sealed)
    }

    /// What the columns seem to be by their headings, and by what was said of the same headings before; each kind once.
    pub(super) fn guessed(&self, before: &[(String, Kind)]) -> Said {
        let mut said = Said::new();
        let known = |heading: &str| before.iter().find(|(other, _)| other == heading).map(|(_, kind)| *kind);
        for column in &self.columns {
            let kind = if before.is_empty() { Kind::guess(&column.heading) } else { known(&column.heading) };
            if let Some(kind) = kind.filter(|kind| !said.values().any(|other| other == kind)) {
                said.insert(column.at.clone(), kind);
            }
        }
        said
    }
}

/// Reading a large workbook takes a second of arithmetic, which must not hold up other requests.
async fn read(file: File<'_>) -> Result<(Draft, Vec<String>), Unread> {
    let (name, bytes) = (file.name.to_owned(), file.bytes.to_vec());
    let read = tokio::task::spawn_blocking(move || file::read(File { name: &name, bytes: &bytes })).await;
    read.unwrap_or(Err(Unread::Empty))
}

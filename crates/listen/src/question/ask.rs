//! Asking: anyone may, without an account. What comes in is made clean, counted, and sent to the agency that was named.

mod add;
mod forgetting;
mod ticket;

use accounts::agency::Kind as AgencyKind;
use accounts::{Chance, Desk, Directory, Relation, Right};
use plan::calendar::{self, par};
use plan::evidence::{Scanner, Unfit, fit};
use store::{Attachments, Digest};

pub use add::{ADD, ADDED_MAX, add};
pub use forgetting::ask_to_forget;
pub use ticket::Ticket;

use super::clean;
use super::contact::{Contact, Sealed};
use super::did::Did;
use super::{Kind, Picture, Question, Refusal, State, Terms, Topic, table};
use crate::{Seal, elsewhere};

/// Who may ask: anyone, through the program's own desk.
pub const ASK: Right = Right { act: "question.asked", held_by: &[] };

/// What asking needs.
#[derive(Debug, Clone, Copy)]
pub struct Means<'a> {
    /// The seal of the installation.
    pub seal: &'a Seal,
    /// Where nonces come from.
    pub chance: &'a Chance,
    /// Where a sealed picture is kept.
    pub attachments: &'a Attachments,
    /// Where a picture is scanned.
    pub scanner: &'a Scanner,
}

/// A question as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct New {
    /// What is asked for.
    pub kind: Kind,
    /// The code of the agency that is asked; none where the asker does not know.
    pub place: Option<String>,
    /// The code of the commune where it is; none where the asker does not say.
    pub commune: Option<String>,
    /// The word of what it is about; may be empty.
    pub topic: String,
    /// What is asked.
    pub words: String,
    /// An address of electronic mail or a telephone number to be answered by; may be empty.
    pub contact: String,
    /// Whether it may be published once personal data are out.
    pub consent: bool,
    /// The bytes of a picture.
    pub picture: Option<Vec<u8>>,
    /// The ticket of the form.
    pub form: String,
}

/// A question that came in, with the secret that only its asker learns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub question: Question,
    /// The secret that goes with its code.
    pub secret: String,
    /// Whether it came in just now; false where its form had come before.
    pub is_new: bool,
}

/// Takes a question in; the same form asks once and learns the same secret.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn ask(desk: &Desk, means: Means<'_>, new: &New) -> Result<Asked, Refusal> {
    Ticket::check(means.seal, &new.form, desk.now)?;
    take_in(desk, means, new, None).await
}

/// Takes in what came by a good form; about which question, where that was proven.
async fn take_in(desk: &Desk, means: Means<'_>, new: &New, about: Option<i64>) -> Result<Asked, Refusal> {
    desk.may(&ASK, Relation::Other)?;
    if let Some(same) = table::of_form(&mut desk.read().await?, &new.form).await? {
        return Ok(Asked { question: same, secret: keys(means.seal, &new.form).1, is_new: false });
    }
    let contact = Contact::written(&new.contact)?;
    let mut question = Question { about, ..new.checked(desk, means.seal).await? };
    question.picture = match &new.picture {
        Some(bytes) => Some(take(means, &new.form, bytes.clone()).await?),
        None => None,
    };
    let kept = keep(desk, means, &question, contact.as_ref()).await;
    if kept.is_err()
        && let Some(digest) =
            question.picture.as_ref().and_then(|picture| picture.digest.parse::<Digest>().ok())
    {
        means.attachments.remove(&digest).await?;
    }
    match kept {
        Err(Refusal::Store(store::Error::Duplicate(_))) => {
            let same = table::of_form(&mut desk.read().await?, &new.form).await?.ok_or(Refusal::Stale)?;
            Ok(Asked { question: same, secret: keys(means.seal, &new.form).1, is_new: false })
        }
        other => other,
    }
}

async fn keep(
    desk: &Desk,
    means: Means<'_>,
    question: &Question,
    contact: Option<&Contact>,
) -> Result<Asked, Refusal> {
    let (seal, mut question) = (means.seal, question.clone());
    let (_, secret) = keys(seal, &question.form);
    let mut tx = desk.begin().await?;
    if question.kind == Kind::Feedback && elsewhere::table::now(&mut tx).await?.is_some() {
        return Err(Refusal::Elsewhere);
    }
    if let Some(about) = question.about
        && table::request(&mut tx, about).await?.is_some()
    {
        return Err(Refusal::Requested);
    }
    question.id = table::insert(&mut tx, &question, &digest(&secret)).await?;
    if let Some(Contact { way, value }) = contact {
        let sealed = seal.close(means.chance, &question.form, value.as_bytes());
        table::keep_contact(&mut tx, question.id, &Sealed { way: *way, sealed }).await?;
    }
    let marks = (seal.mark("words", &question.words), contact.map(|contact| contact.mark(seal)));
    tx.commit(Did::Asked { question: &question, words: marks.0, contact: marks.1 }).await?;
    Ok(Asked { question, secret, is_new: true })
}

impl New {
    async fn checked(&self, desk: &Desk, seal: &Seal) -> Result<Question, Refusal> {
        let words = clean::asked(&self.words)?;
        if !clean::says_something(&words) {
            return Err(Refusal::TooShort);
        }
        let mut at = desk.read().await?;
        let directory = Directory::load(&mut at).await?;
        let place = self.place.clone().filter(|place| !place.is_empty());
        if place.as_ref().is_some_and(|place| !is_askable(&directory, place, desk.today)) {
            return Err(Refusal::NoAgency);
        }
        let is_commune = |code: &String| {
            directory.agency(code).is_some_and(|it| it.kind == AgencyKind::Commune && it.in_force(desk.today))
        };
        let said = self.commune.clone().filter(|commune| !commune.is_empty());
        if said.as_ref().is_some_and(|commune| !is_commune(commune)) {
            return Err(Refusal::NoAgency);
        }
        // Who asks a commune means something there, unless they say otherwise.
        let commune = said.or_else(|| place.clone().filter(is_commune));
        let calendar = calendar::load(&mut at, par::NAME).await?;
        Ok(Question {
            id: 0,
            code: keys(seal, &self.form).0,
            kind: self.kind,
            agency: place.clone(),
            place,
            commune,
            topic: Topic::find(&self.topic).map(|topic| topic.word.clone()),
            words,
            form: self.form.clone(),
            received_on: desk.today,
            due: Terms::on(self.kind, desk.today).due(desk.today, &calendar),
            counted_from: desk.today,
            extended: 0,
            state: State::Open,
            settled_on: None,
            late: None,
            given: None,
            ground: None,
            reopened: 0,
            main: None,
            about: None,
            rating: None,
            consent: self.consent && self.kind != Kind::OwnData,
            picture: None,
        })
    }
}

/// Whether a question may be sent to an agency: one that serves people and is in force.
pub(super) fn is_askable(directory: &Directory, code: &str, day: jiff::civil::Date) -> bool {
    let serves = |kind| !matches!(kind, AgencyKind::Party);
    directory.agency(code).is_some_and(|agency| serves(agency.kind) && agency.in_force(day))
}

/// A picture as it is kept: without what it says besides the picture, scanned and sealed.
async fn take(means: Means<'_>, form: &str, bytes: Vec<u8>) -> Result<Picture, Refusal> {
    let (media, _, bytes) = fit(means.scanner, bytes).await.map_err(Refusal::NoPicture)?;
    if !media.is_picture() {
        return Err(Refusal::NoPicture(Unfit::Unknown));
    }
    let sealed = means.seal.close(means.chance, form, &bytes);
    let digest = means.attachments.put(sealed).await?;
    Ok(Picture { digest: digest.as_str().to_owned(), media: media.as_str().to_owned() })
}

/// The letters of codes and secrets: none that looks like another.
const LETTERS: [u8; 32] = *b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Code and secret of a form, in groups of four; the form of a ticket cannot be guessed, and without the key neither.
fn keys(seal: &Seal, form: &str) -> (String, String) {
    let bytes = seal.bytes("asker", form);
    (letters(&bytes[..8]), letters(&bytes[8..24]))
}

/// Bytes of chance as letters in groups of four: five bits of each.
pub(crate) fn letters(bytes: &[u8]) -> String {
    let letters: Vec<char> = bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// A secret as it is kept: 80 bits of chance need no slow hash.
pub(super) fn digest(secret: &str) -> String {
    Digest::of(secret.as_bytes()).as_str().to_owned()
}

/// What somebody typed as a code or a secret, as it is written: letters that look alike are taken for the right ones.
pub(crate) fn typed(written: &str) -> String {
    let letter = |c: char| match c.to_ascii_uppercase() {
        'O' => Some('0'),
        'I' | 'L' => Some('1'),
        c if c.is_ascii_alphanumeric() => Some(c),
        _ => None,
    };
    let letters: Vec<char> = written.chars().filter_map(letter).take(40).collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_secrets_differ_and_are_read_as_they_are_typed() {
        let seal = Seal::new(&[1; 32]);
        let (code, secret) = keys(&seal, "a");
        assert_eq!((code.len(), secret.len()), (9, 19));
        assert_ne!(keys(&seal, "b"), (code.clone(), secret.clone()));
        assert_ne!(keys(&Seal::new(&[2; 32]), "a"), (code.clone(), secret.clone()));
        let lazy =
            format!(" {} ", secret.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l"));
        assert_eq!(typed(&lazy), secret);
        assert_eq!(typed("\u{202E}<b>"), "B");
    }
}

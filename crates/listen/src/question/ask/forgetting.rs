//! Asking that what one wrote goes: a request about own data that carries its proof, since it comes by code and secret of the
//! question that it is about. The program checks both and keeps the number of that question alone.

use accounts::{Desk, Directory};

use super::super::follow::known;
use super::super::{Kind, Refusal};
use super::{Asked, Means, New, Ticket, is_askable, take_in};

/// Takes the request in, for the agency that has the question; with a form of [`Ticket`] and in words.
///
/// # Errors
/// [`Refusal::Missing`] where code and secret do not belong together, [`Refusal::Requested`] where one waits already; else
/// [`Refusal`], with nothing kept.
pub async fn ask_to_forget(
    desk: &Desk,
    means: Means<'_>,
    (code, secret): (&str, &str),
    (form, words): (&str, &str),
) -> Result<Asked, Refusal> {
    let mut at = desk.read().await?;
    let question = known(&mut at, code, secret).await?;
    // Who has the secret is no machine that fills forms: the form need only be ours.
    if !Ticket::is_good(means.seal, form, desk.now) {
        return Err(Refusal::Stale);
    }
    let directory = Directory::load(&mut at).await?;
    let new = New {
        kind: Kind::OwnData,
        place: question
            .agency
            .map(|agency| directory.holder(&agency, desk.today))
            .filter(|agency| is_askable(&directory, agency, desk.today)),
        commune: None,
        topic: String::new(),
        words: words.to_owned(),
        contact: String::new(),
        consent: false,
        picture: None,
        form: form.to_owned(),
    };
    take_in(desk, means, &new, Some(question.id)).await
}

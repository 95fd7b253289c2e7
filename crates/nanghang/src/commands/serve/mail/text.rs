//! A letter as it is sent: that there is an answer, the answer, where and by which code to see it; nothing that the asker
//! wrote, and never the secret.

use std::time::{Duration, SystemTime};

use accounts::Directory;
use jiff::Timestamp;
use lettre::Message;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, SinglePart};
use listen::question::KEPT_DAYS;
use listen::question::letter::Letter;
use look::{Lang, say, say_with};
use web::Page;

use super::Mail;

/// The message; an error where the address is none. Whatever stands in a field is written as one line by the library.
pub(super) fn message(
    mail: &Mail,
    directory: &Directory,
    letter: &Letter,
    now: Timestamp,
) -> anyhow::Result<Message> {
    let seconds = u64::try_from(now.as_second()).unwrap_or(0);
    let name = format!("<{}.{}@{}>", letter.code, letter.step, mail.from.email.domain());
    let mut message = Message::builder()
        .from(mail.from.clone())
        .to(Mailbox::new(None, letter.to.parse()?))
        .date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
        // Sent twice, it is the same letter.
        .message_id(Some(name))
        .subject(say_with(Lang::Vi, "letter-subject", &[("code", (&letter.code).into())]))
        .singlepart(
            SinglePart::builder().header(ContentType::TEXT_PLAIN).body(text(mail, directory, letter)),
        )?;
    let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
    message.headers_mut().insert_raw(HeaderValue::new(automatic, "auto-generated".to_owned()));
    Ok(message)
}

fn text(mail: &Mail, directory: &Directory, letter: &Letter) -> String {
    let agency = letter.agency.as_deref().map_or("", |code| directory.name(code));
    let day = look::date::short(Lang::Vi, letter.answered_on);
    let code = || (&letter.code).into();
    let told = [("agency", agency.into()), ("code", code()), ("day", day.into())];
    let follow = |lang: Lang| {
        let origin = mail.origin.as_deref().unwrap_or_default();
        let address = format!("{origin}{}", Page::Follow.path(lang));
        let key = if mail.origin.is_some() { "letter-follow" } else { "letter-follow-site" };
        say_with(lang, key, &[("address", address.into()), ("code", code())])
    };
    let files = match letter.files {
        0 => String::new(),
        n => say_with(Lang::Vi, "letter-files", &[("n", n.into()), ("days", KEPT_DAYS.into())]),
    };
    [
        say(Lang::Vi, "letter-hello"),
        say_with(Lang::Vi, "letter-told", &told),
        letter.words.clone(),
        files,
        follow(Lang::Vi),
        say(Lang::Vi, "letter-automatic"),
        follow(Lang::En),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect::<Vec<_>>()
    .join("\n\n")
}

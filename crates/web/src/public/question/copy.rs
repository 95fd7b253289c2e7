//! A copy of what is kept of a question, for who has its code and secret: as text, which every device opens; its picture as it
//! is. That a copy was taken is written down.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use listen::question::{self, Copy, Refusal};
use look::words::say;
use look::{Lang, date};

use super::follow::Typed;
use crate::Fault;
use crate::parts::question::{agency, closed, handed_out, kind, outcome, standing, steps, topic};
use crate::visit::Visit;

/// What the asker takes along; none where they asked for no copy, or code and secret do not belong together.
pub(super) async fn own(visit: &Visit, typed: &Typed) -> Result<Option<Response>, Fault> {
    let works = visit.app.works()?;
    let (desk, means) = (works.program(None), (&works.seal, &works.attachments));
    let (code, secret) = (typed.code.as_str(), typed.secret.as_str());
    let found = match typed.act.as_str() {
        "copy" => question::copy(&desk, &works.seal, code, secret).await.map(|it| text(visit, &it)),
        "picture" => question::own_picture(&desk, means, code, secret)
            .await
            .map(|(bytes, media)| picture(bytes, &media)),
        "file" => {
            let place = typed.file.parse().unwrap_or(0);
            question::own_file(&desk, means, (code, secret), place).await.map(handed_out)
        }
        _ => return Ok(None),
    };
    match found {
        Ok(answer) => Ok(Some(answer)),
        Err(Refusal::Missing) => Ok(None),
        Err(other) => Err(closed(other)),
    }
}

fn picture(bytes: Vec<u8>, media: &str) -> Response {
    let ending = media.rsplit('/').next().unwrap_or_default();
    let headers = [
        (CONTENT_TYPE, media.to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"anh.{ending}\"")),
    ];
    (headers, bytes).into_response()
}

fn text(visit: &Visit, it: &Copy) -> Response {
    let name = visit.lang.pick("du-lieu", "my-data");
    let headers = [
        (CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}-{}.txt\"", it.followed.question.code)),
    ];
    // The mark by which old editors read it as UTF-8; their lines end with two signs.
    (headers, format!("\u{feff}{}\n", lines(visit, it).join("\n")).replace('\n', "\r\n")).into_response()
}

fn lines(visit: &Visit, it: &Copy) -> Vec<String> {
    let (lang, snapshot, question) = (visit.lang, &visit.snapshot, &it.followed.question);
    let day = |day| date::short(lang, day);
    let line = |key: &str, value: String| format!("{}: {value}", say(lang, key));
    let named = |code: &Option<String>| {
        code.as_ref().map_or_else(|| "–".to_owned(), |code| agency(&snapshot.directory, code).to_owned())
    };
    let mut lines = vec![
        line("question-code", question.code.clone()),
        line("question-copy-kind", kind(lang, question.kind)),
        line("question-topic-short", question.topic.as_deref().map_or("–".to_owned(), |it| topic(lang, it))),
        line("question-place", named(&question.place)),
        line("inbox-commune", named(&question.commune)),
        line("question-at", named(&it.followed.agency(&snapshot.directory, snapshot.today))),
        line("question-came-on", day(question.received_on)),
        line("question-due", day(question.due)),
        line("question-stands", standing(lang, question, snapshot.today).0),
        line("question-given", outcome(lang, question).unwrap_or_else(|| "–".to_owned())),
        line("question-your-rating", question.rating.map_or("–".to_owned(), |n| format!("{n}/5"))),
        line("question-copy-consent", yes(lang, question.consent)),
        line("question-copy-public", yes(lang, it.followed.is_public)),
        line("question-copy-contact", it.contact.as_ref().map_or("–".to_owned(), |it| it.value.clone())),
        line("question-copy-has-picture", yes(lang, question.picture.is_some())),
        String::new(),
        format!("{}:", say(lang, "question-asked")),
        question.words.clone(),
    ];
    for file in &it.followed.files {
        lines.push(line("question-file", file.name.clone()));
    }
    for step in steps(lang, &it.followed.steps, &snapshot.directory) {
        lines.extend([String::new(), format!("{}: {}", day(step.day), step.what), step.words]);
    }
    lines
}

fn yes(lang: Lang, is: bool) -> String {
    say(lang, if is { "question-copy-yes" } else { "question-copy-no" })
}

//! How one tries each act on questions.

use accounts::Chance;
use jiff::SignedDuration;
use listen::question::{self, Asked, Kind, Means, New, Public, Ticket};
use listen::{Question, Seal};

use crate::door::chance;
use crate::scene::{Ask, OWN, PARTNER, Scene};

/// The request for an act, with a fresh question to do it to; none for an act that is not of this file.
pub(crate) async fn ask(scene: &Scene, act: &str) -> Option<Ask> {
    let act = act.strip_prefix("question.")?;
    let kind = if act == "extended" { Kind::Information } else { Kind::Feedback };
    let Asked { question: own, secret, .. } = asked(scene, kind).await?;
    let at = format!("/so-hoi-dap/{}", own.id);
    let why = ("words", "Việc này của cơ quan khác");
    let ask = match act {
        "read" => Ask::page(at, own.code.clone()),
        "routed" => Ask::form(at, [("act", "route"), ("to", PARTNER), why]),
        "answered" => Ask::form(at, [("act", "answer"), why]),
        "extended" => Ask::form(at, [("act", "extend"), why]),
        "closed" => Ask::form(at, [("act", "close"), why]),
        "folded" => {
            let main = asked(scene, kind).await?.question;
            Ask::form(at, [("act", "fold"), ("into", main.code.as_str())])
        }
        "unfolded" => {
            let main = asked(scene, kind).await?.question;
            question::fold(&scene.desk, own.id, &main.code).await.ok()?;
            Ask::form(at, [("act", "unfold"), why])
        }
        "supplemented" => {
            question::answer(&scene.desk, own.id, "Đã sửa xong").await.ok()?;
            Ask::form(at, [("act", "supplement"), why])
        }
        "forgotten" => {
            question::answer(&scene.desk, own.id, "Đã sửa xong").await.ok()?;
            wants_forgetting(scene, &own, &secret).await?;
            Ask::form(at, [("act", "forget")])
        }
        "reached" => {
            question::answer(&scene.desk, own.id, "Đã sửa xong").await.ok()?;
            Ask::form(at, [("act", "reach")])
        }
        "contact_seen" => Ask::form(at, [("act", "see_contact")]),
        "published" => {
            question::answer(&scene.desk, own.id, "Đã sửa xong").await.ok()?;
            let texts = [("asked", "Đường hư"), ("answer", "Đã sửa")];
            Ask::form(at, [("act", "publish"), texts[0], texts[1], ("checked", "yes")])
        }
        "withdrawn" => {
            question::answer(&scene.desk, own.id, "Đã sửa xong").await.ok()?;
            question::publish(&scene.desk, own.id, Public::checked("Đường hư", "Đã sửa")).await.ok()?;
            Ask::form(at, [("act", "withdraw")])
        }
        _ => return None,
    };
    Some(ask.of(OWN))
}

async fn asked(scene: &Scene, kind: Kind) -> Option<Asked> {
    let (seal, chance, scanner) = (Seal::new(&[7; 32]), chance(), plan::Scanner::none());
    let attachments = scene.scratch.attachments();
    let new = New {
        kind,
        place: Some(OWN.to_owned()),
        commune: None,
        topic: String::new(),
        words: "Đường trước cổng trường bị hư".to_owned(),
        contact: "lan@example.vn".to_owned(),
        consent: true,
        picture: None,
        form: form(scene, &seal, &chance),
    };
    let means = Means { seal: &seal, chance: &chance, attachments: &attachments, scanner: &scanner };
    question::ask(&scene.desk, means, &new).await.ok()
}

/// The request of an asker, by code and secret, that their words go.
async fn wants_forgetting(scene: &Scene, question: &Question, secret: &str) -> Option<Asked> {
    let (seal, chance, scanner) = (Seal::new(&[7; 32]), chance(), plan::Scanner::none());
    let attachments = scene.scratch.attachments();
    let means = Means { seal: &seal, chance: &chance, attachments: &attachments, scanner: &scanner };
    let said = (&*form(scene, &seal, &chance), "Xin xóa nội dung tôi đã viết");
    question::ask_to_forget(&scene.desk, means, (&question.code, secret), said).await.ok()
}

/// A form that was opened a minute ago.
fn form(scene: &Scene, seal: &Seal, chance: &Chance) -> String {
    let earlier = scene.desk.now - SignedDuration::from_secs(60);
    Ticket::hand_out(seal, chance, earlier).as_str().to_owned()
}

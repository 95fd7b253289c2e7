//! Who may do what: the table in `ARCHITECTURE.md` is what the acts say, and what every request is answered by.
//!
//! The walk tries each act over HTTP as somebody of every role at the agency whose thing it is, at one that
//! cooperates in it and at one that has nothing to do with it, and as nobody. An act is allowed when its answer is
//! good and the audit trail has gained it, or the page shows what it is for; it is refused when the trail has
//! gained nothing and the page shows nothing.

mod articles;
mod assessments;
mod broadcasts;
mod campaigns;
mod disclosures;
#[path = "../door/mod.rs"]
mod door;
mod hidden;
mod imports;
mod knowledge;
mod links;
#[path = "../office/mod.rs"]
mod office;
mod people;
mod plans;
mod polls;
mod portal;
mod pulses;
mod questions;
mod scene;
mod surveys;

use accounts::{Reach, Right, Role};
use sample::on_both;

use scene::{Ask, Scene, Walker};

/// Acts that no page does, and why.
const WITHOUT_PAGE: [(&str, &str); 24] = [
    ("annex.swept", "the program does it each morning"),
    ("assignment.merged", "the program does it each morning"),
    ("calendar.seeded", "the program does it each morning"),
    ("disclosure.arisen", "the program does it each morning"),
    ("disclosure.doubted", "anyone may say it without signing in; the program writes it down"),
    ("import.swept", "the program does it each morning"),
    ("poll.answered", "anyone may answer without signing in; the program counts it"),
    ("portal.looked", "the program does it each morning"),
    ("post.carried", "the program does it each morning"),
    ("pulse.answered", "whoever has a slip answers without signing in; the program counts it"),
    ("pulse.swept", "the program does it each morning"),
    ("question.added", "the asker does it by the secret, without signing in"),
    ("question.asked", "anyone may ask without signing in; the program writes it down"),
    ("question.contact_corrected", "the asker does it by the secret, without signing in"),
    ("question.copied", "the asker does it by the secret, without signing in"),
    ("question.erased", "the asker does it by the secret, without signing in"),
    ("question.mail_failed", "the program does it, when a letter is given up"),
    ("question.mailed", "the program does it, when a letter has gone"),
    ("question.purged", "the program does it each morning"),
    ("question.rated", "the asker does it by the secret, without signing in"),
    ("question.reopened", "the asker does it by the secret, without signing in"),
    ("sign_in.password_given", "the command line alone gives a password"),
    ("survey.swept", "the program does it each morning"),
    ("target.set", "targets come in with their document, or from the command line"),
];

/// Every right of every slice, by act.
fn rights() -> Vec<&'static Right> {
    let mut rights: Vec<_> = accounts::RIGHTS
        .iter()
        .chain(scores::RIGHTS)
        .chain(plan::RIGHTS)
        .chain(fieldwork::RIGHTS)
        .chain(inform::RIGHTS)
        .chain(listen::RIGHTS)
        .copied()
        .collect();
    rights.sort_by_key(|right| right.act);
    rights
}

/// The table as the acts say it.
fn table() -> String {
    let heads: Vec<_> = Role::OF_POSTS.iter().map(|role| role.as_str().replace('_', " ")).collect();
    let rule = "| --- ".repeat(heads.len() + 2);
    let cell = |right: &Right, role| match right.reach(role) {
        None => "–",
        Some(Reach::Own) => "own",
        Some(Reach::Cooperating) => "cooperating",
        Some(Reach::Any) => "any",
    };
    let row = |right: &&Right| {
        let cells: Vec<_> = Role::OF_POSTS.into_iter().map(|role| cell(right, role)).collect();
        format!("| `{}` | {} | – |", right.act, cells.join(" | "))
    };
    let rows: Vec<_> = rights().iter().map(row).collect();
    format!("| act | {} | public |\n{rule}|\n{}\n", heads.join(" | "), rows.join("\n"))
}

#[test]
fn the_table_of_rights_is_what_the_acts_say() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../ARCHITECTURE.md"));
    let (page, table) = (page.expect("ARCHITECTURE.md"), table());
    assert!(page.contains(&table), "ARCHITECTURE.md should hold this table:\n{table}");
}

#[test]
fn each_act_has_one_right() {
    let acts: Vec<_> = rights().iter().map(|right| right.act).collect();
    let mut once = acts.clone();
    once.dedup();
    assert_eq!(acts, once);
}

on_both! {
    async fn every_act_is_answered_as_the_table_says(scratch: Scratch) {
        let scene = Scene::open(&scratch).await;
        let mut wrong = Vec::new();
        let mut tried = 0;
        for right in rights().into_iter().filter(|right| !is_without_page(right)) {
            for walker in scene.walkers.iter().map(Some).chain([None]) {
                tried += 1;
                if let Err(why) = walk(&scene, right, walker).await {
                    let who = walker.map_or("public".to_owned(), |it| format!("{} at {}", it.role.as_str(), it.agency));
                    wrong.push(format!("{} by {who}: {why}", right.act));
                }
            }
        }
        assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
    }
}

/// Tries an act as somebody.
async fn walk(scene: &Scene, right: &Right, walker: Option<&Walker>) -> Result<(), String> {
    let ask =
        asked(scene, right.act, walker).await.ok_or("no request is known for it: add one to this test")?;
    let came = scene.send(&ask, walker.map(|walker| walker.cookie.as_str())).await;
    imports::put_back(scene, right.act).await;
    match walker {
        Some(walker) => ask.fits(right, ask.is_allowed(right, walker), &came),
        None => ask.fits_public(&came),
    }
}

/// The request for an act.
async fn asked(scene: &Scene, act: &str, walker: Option<&Walker>) -> Option<Ask> {
    match act.split('.').next()? {
        "article" => articles::ask(scene, act).await,
        "assessment" => assessments::ask(scene, act).await,
        "broadcast" => broadcasts::ask(scene, act).await,
        "campaign" => campaigns::ask(scene, act).await,
        "disclosure" => disclosures::ask(scene, act).await,
        "elsewhere" | "import" => imports::ask(scene, act).await,
        "knowledge" => knowledge::ask(scene, act).await,
        "link" => links::ask(scene, act).await,
        "poll" => polls::ask(scene, act).await,
        "portal" => portal::ask(scene, act).await,
        "pulse" => pulses::ask(scene, act).await,
        "question" => questions::ask(scene, act).await,
        "survey" => surveys::ask(scene, act).await,
        _ => match people::ask(scene, act, walker).await {
            None => plans::ask(scene, act, walker).await,
            some => some,
        },
    }
}

fn is_without_page(right: &Right) -> bool {
    WITHOUT_PAGE.iter().any(|(act, _)| *act == right.act)
}

#[test]
fn an_act_without_a_page_is_one_that_there_is() {
    for (act, why) in WITHOUT_PAGE {
        assert!(rights().iter().any(|right| right.act == act), "{act}: {why}");
    }
}

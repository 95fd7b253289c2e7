//! The security walk: each thing that a stranger may try at the front door is tried here.
//!
//! What stands elsewhere: files of reports that are too large or not what they say, and names that lead elsewhere
//! (`assignment.rs`); sessions that are idle, old or ended, and the second factor (`account.rs`); holding back who
//! guesses (`sign_in.rs`); what one may not read is not there (`rights`).

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]
#![allow(dead_code, reason = "of what it shares with the walk of rights it needs a part")]

mod addresses;
#[path = "../door/mod.rs"]
mod door;
mod entry;
mod forgery;
mod headers;
#[path = "../office/mod.rs"]
mod office;
#[path = "../rights/people.rs"]
mod people;
#[path = "../rights/plans.rs"]
mod plans;
#[path = "../rights/scene.rs"]
mod scene;
mod scripts;
#[path = "../rights/surveys.rs"]
mod surveys;
mod uploads;

use accounts::Right;
use scene::{Ask, Scene, Walker};

/// Every act that a form does, with whoever may do it and a request that would.
async fn forms(scene: &Scene) -> Vec<(&'static Right, &Walker)> {
    let mut forms = Vec::new();
    for right in accounts::RIGHTS.iter().chain(plan::RIGHTS).chain(fieldwork::RIGHTS) {
        if let Some(ask) = request(scene, right.act, None).await
            && !ask.reads()
        {
            let allowed = scene.walkers.iter().find(|walker| ask.is_allowed(right, walker));
            forms.push((*right, allowed.expect("somebody may")));
        }
    }
    assert!(forms.len() > 35, "{}", forms.len());
    forms
}

/// A request that does an act, with fresh things to do it to.
async fn request(scene: &Scene, act: &str, walker: Option<&Walker>) -> Option<Ask> {
    match people::ask(scene, act, walker).await {
        Some(ask) => Some(ask),
        None => match surveys::ask(scene, act).await {
            Some(ask) => Some(ask),
            None => plans::ask(scene, act, walker).await,
        },
    }
}

//! The desk: pages for who signed in. What they may see and do is checked by the act itself, each time.

mod accessibility;
mod account;
pub(crate) mod agencies;
mod agency;
mod annex;
mod assignment;
pub(crate) mod audit;
mod board;
mod broadcast;
mod calendar;
mod campaign;
mod disclosure;
mod import;
mod links;
mod listing;
mod news;
pub(crate) mod people;
mod plan;
mod poll;
mod portal;
mod pulse;
mod question;
pub(crate) mod register;
mod review;
pub(crate) mod sign_in;
mod signed;
pub(crate) mod survey;
mod task;
pub(crate) mod typed;
mod work;

use ::plan::annex::As;
use accounts::Role;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use look::Lang;
use tower_http::limit::RequestBodyLimitLayer;

use crate::{App, Page};

use assignment::{Act, evidence};

pub(crate) use assignment::evidence::{POLICY, upload};

pub(crate) use signed::Signed;
pub(crate) use signed::arrival::{Client, SESSION_COOKIE};

/// What a form without files may weigh.
const FORM: usize = 256 * 1024;
/// What a form with files may weigh.
const FILES: usize = 32 * 1024 * 1024;

/// Every route of the desk.
pub(crate) fn router() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| router.merge(pages(lang)))
}

fn pages(lang: Lang) -> Router<App> {
    let small = Router::new()
        .route(Page::SignIn.pattern(lang), get(sign_in::get).post(sign_in::post))
        .route(Page::SignInCode.pattern(lang), get(sign_in::code::get).post(sign_in::code::post))
        .route(Page::Identity.pattern(lang), get(sign_in::identity::go))
        .route(Page::IdentityBack.pattern(lang), get(sign_in::identity::back))
        .route(Page::Link.pattern(lang), get(sign_in::link::get).post(sign_in::link::post))
        .route(Page::Account.pattern(lang), get(account::get).post(account::act::post))
        .route(Page::Work.pattern(lang), get(work::get))
        .route(Page::Board.pattern(lang), get(board::get))
        .route(Page::Agency.pattern(lang), get(agency::get))
        .route(Page::History.pattern(lang), get(agency::history::get))
        .route(Page::Undecided.pattern(lang), get(board::undecided::get).post(board::undecided::post))
        .route(Page::Duties.pattern(lang), get(disclosure::get).post(disclosure::record::post))
        .route(disclosure::sought::pattern(lang), post(disclosure::sought::post))
        .route(Page::Duty.pattern(lang), get(disclosure::one::get).post(disclosure::act::post))
        .route(disclosure::file::pattern(lang), get(disclosure::file::get))
        .route(Page::Inbox.pattern(lang), get(question::get))
        .route(question::file::pattern(lang), get(question::file::get))
        .route(question::picture::pattern(lang), get(question::picture::get))
        .route(Page::Import.pattern(lang), get(import::one::get).post(import::one::post))
        .route(Page::PollRegister.pattern(lang), get(poll::get).post(poll::post))
        .route(Page::PollEntry.pattern(lang), get(poll::one::get).post(poll::one::post))
        .route(Page::PulseEntry.pattern(lang), get(pulse::one::get).post(pulse::one::post))
        .route(Page::AssessmentRegister.pattern(lang), get(accessibility::get).post(accessibility::post))
        .route(Page::Portal.pattern(lang), get(portal::get).post(portal::post))
        .route(Page::LinkRegister.pattern(lang), get(links::get).post(links::post))
        .route(Page::Plans.pattern(lang), get(plan::list::get).post(plan::list::post))
        .route(Page::Plan.pattern(lang), get(plan::get).post(plan::post))
        .route(Page::Task.pattern(lang), get(task::get).post(task::post))
        .route(Page::AnnexFile.pattern(lang), get(annex::step::get).post(annex::step::post))
        .route(&annex::download::pattern(lang, As::Xlsx), get(annex::download::xlsx))
        .route(&annex::download::pattern(lang, As::Csv), get(annex::download::csv))
        .route(Page::Calendar.pattern(lang), get(calendar::get).post(calendar::post))
        .route(Page::Audit.pattern(lang), get(audit::get))
        .route(Page::SamplePeriods.pattern(lang), get(survey::periods::get).post(survey::periods::post))
        .route(Page::SampleSize.pattern(lang), get(survey::size::get))
        .merge(broadcast::router(lang))
        .merge(campaign::router(lang))
        .merge(people::router(lang))
        .merge(agencies::router(lang))
        .merge(survey::router(lang))
        .layer(RequestBodyLimitLayer::new(FORM));
    let with_files = Router::new()
        .route(Page::Register.pattern(lang), get(register::get).post(register::post))
        .route(&register::file_path(lang, "{slug}"), get(register::file))
        .route(Page::Bulk.pattern(lang), get(people::bulk::get).post(people::bulk::post))
        .route(Page::AgencyBulk.pattern(lang), get(agencies::bulk::get).post(agencies::bulk::post))
        .route(Page::Imports.pattern(lang), get(import::get).post(import::post))
        .route(Page::PulseRegister.pattern(lang), get(pulse::get).post(pulse::make::post))
        .route(Page::Surveys.pattern(lang), get(survey::list).post(survey::add))
        .route(Page::NewsRegister.pattern(lang), get(news::get))
        .route(Page::NewsDraft.pattern(lang), get(news::new::get).post(news::new::post))
        .route(Page::NewsEntry.pattern(lang), get(news::one::get).post(news::act::post))
        .route(Page::Inquiry.pattern(lang), get(question::one::get).post(question::act::post))
        .route(news::file::pattern(lang), get(news::file::get))
        .route(news::upload::pattern(lang), post(news::upload::post))
        .merge(broadcast::files(lang))
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(FILES));
    small.merge(with_files).merge(reports(lang))
}

/// Assignments, their reports and the review of them. Forms with files set their own limits, file by file: see
/// `assignment::upload` and `annex::upload`.
fn reports(lang: Lang) -> Router<App> {
    let small = Router::new()
        .route(Page::Assignment.pattern(lang), get(assignment::get))
        .route(&Act::Ask.pattern(lang), post(assignment::ask))
        .route(&Act::Withdraw.pattern(lang), post(assignment::withdraw))
        .route(evidence::pattern(lang), get(evidence::get))
        .route(Page::Review.pattern(lang), get(review::get).post(review::post))
        .layer(RequestBodyLimitLayer::new(FORM));
    let with_files = Router::new()
        .route(&Act::Save.pattern(lang), post(assignment::save))
        .route(&Act::Submit.pattern(lang), post(assignment::submit))
        .route(&Act::Add.pattern(lang), post(assignment::add))
        .route(&disclosure::post::pattern(lang), post(disclosure::post::post))
        .route(Page::Annex.pattern(lang), get(annex::get).post(annex::post))
        .layer(DefaultBodyLimit::disable());
    small.merge(with_files)
}

/// Whether the menu shows a page to a role; what the page itself shows is decided by its acts.
pub(crate) fn is_open_to(page: &Page, role: &Role) -> bool {
    match page {
        Page::Review => matches!(role, Role::StandingBody | Role::Leader | Role::Auditor),
        Page::Register => !matches!(role, Role::Auditor | Role::Leader | Role::Administrator),
        Page::Board
        | Page::Duties
        | Page::Inbox
        | Page::NewsRegister
        | Page::Broadcasts
        | Page::Campaigns
        | Page::Surveys => *role != Role::Administrator,
        Page::PollRegister
        | Page::PulseRegister
        | Page::AssessmentRegister
        | Page::Portal
        | Page::LinkRegister => {
            matches!(role, Role::StandingBody | Role::Leader | Role::Communicator | Role::Auditor)
        }
        Page::People => matches!(role, Role::Administrator | Role::Auditor),
        Page::Posts => *role == Role::Head,
        Page::Audit => matches!(role, Role::Administrator | Role::Auditor),
        _ => true,
    }
}

//! `nanghang user add`: a person at a post, with the link by which they arrive.

use accounts::person::{self, New};
use accounts::post::{self, Named};
use accounts::{Desk, Role, sign_in};
use look::{Lang, say_with};
use scores::Editions;
use serde::Serialize;
use web::api::ask;
use web::api::sheet::Sheet;

use super::{Site, everybody, make_link, roles};
use crate::cli::{Format, Province};
use crate::output::{self, Fault};

/// Options of `user add`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "NAME")]
    account: String,
    #[arg(long, value_name = "NAME")]
    called: Option<String>,
    #[arg(long, value_name = "POST")]
    post: String,
    #[arg(long, value_name = "ROLE", value_parser = clap::builder::PossibleValuesParser::new(roles()))]
    role: String,
    #[arg(long, value_name = "CODE")]
    agency: Option<String>,
    #[command(flatten)]
    province: Province,
    #[command(flatten)]
    site: Site,
}

/// Who was added.
#[derive(Debug, Serialize)]
struct Added {
    account: String,
    name: String,
    post: String,
    role: &'static str,
    agency: String,
    link: String,
}

/// Adds the person, at a post that is there or that is opened at the agency.
pub(super) async fn run(args: &Args, desk: &Desk, format: Format, lang: Lang) -> Result<(), Fault> {
    let account = args.account.trim().to_owned();
    if everybody(desk).await?.iter().any(|listed| listed.person.account == places::name::fold(&account)) {
        return Err(super::refusal(lang, person::Refusal::Known(account)));
    }
    let role = Role::read(&args.role).unwrap_or(Role::Officer);
    let post = found_or_opened(args, role, desk, lang).await?;
    let posts = [(post.code.as_str(), desk.today)];
    let name = args.called.as_deref().unwrap_or(&account);
    let person = person::add(desk, &New { name, account: &account, posts: &posts, form: None })
        .await
        .map_err(|fault| super::refusal(lang, fault))?;
    let link = args.site.link(lang, &make_link(desk, &person.account, lang).await?);
    let (account, name) = (person.account, person.name);
    let added = Added { account, name, post: post.code, role: post.role.as_str(), agency: post.agency, link };
    output::answer(format, &added, || sheet(&added), || table(&added, lang))
}

async fn found_or_opened(args: &Args, role: Role, desk: &Desk, lang: Lang) -> Result<post::Post, Fault> {
    match post::show(desk, &args.post).await {
        Ok(held) if held.post.role == role => return Ok(held.post),
        Ok(held) => {
            let said = [("post", held.post.code.into()), ("role", held.post.role.as_str().into())];
            return Err(Fault::Wrong(say_with(lang, "cli-user-other-role", &said)));
        }
        Err(post::Refusal::NoPost(_)) if args.agency.is_some() || !args.post.contains('.') => {}
        Err(fault) => return Err(refusal(lang, fault)),
    }
    let agency = match &args.agency {
        Some(agency) => agency.clone(),
        None => own_agency(args, desk, lang).await?,
    };
    let named = Named { agency: &agency, name: &args.post, role, first: desk.today, form: None };
    post::open(desk, &named).await.map_err(|fault| refusal(lang, fault))
}

/// The province's own agency, made where there is none yet.
async fn own_agency(args: &Args, desk: &Desk, lang: Lang) -> Result<String, Fault> {
    let (_, found) = ask::case(&Editions::embedded_years(), None, None, &args.province.province)?;
    let name = ("province", lang.pick(found.unit.name, found.unit.name_en).into());
    let name = say_with(lang, "work-first-agency", &[name]);
    let made = sign_in::own_agency(desk, found.unit.id.as_str(), &name).await;
    Ok(made.map_err(anyhow::Error::from)?)
}

/// Why nothing was done about a post, in words.
pub(super) fn refusal(lang: Lang, fault: post::Refusal) -> Fault {
    use post::Refusal;
    match fault {
        Refusal::NoPost(post) => Fault::Wrong(say_with(lang, "cli-user-no-post", &[("post", post.into())])),
        Refusal::NoAgency(agency) => {
            Fault::Wrong(say_with(lang, "cli-user-no-agency", &[("agency", agency.into())]))
        }
        Refusal::NotInForce { agency, day } => {
            let day = look::date::short(lang, day);
            let said = [("agency", agency.into()), ("day", day.into())];
            Fault::Refused(say_with(lang, "cli-user-not-in-force", &said))
        }
        Refusal::Overlap { holder, .. } => {
            Fault::Refused(say_with(lang, "cli-user-held", &[("holder", holder.into())]))
        }
        Refusal::Store(fault) => fault.into(),
        other => anyhow::Error::from(other).into(),
    }
}

fn sheet(added: &Added) -> Sheet {
    let Added { account, name, post, role, agency, link } = added;
    let row = [account, name, post, *role, agency, link].map(|text: &str| text.to_owned());
    Sheet::new(["account", "name", "post", "role", "agency", "link"], [row])
}

fn table(added: &Added, lang: Lang) -> String {
    let said = [("account", (&added.account).into()), ("link", (&added.link).into())];
    say_with(lang, "cli-user-added", &said) + "\n"
}

//! `nanghang user`: people from the shell, for whoever has the database in their hands.

mod add;
mod show;

use accounts::person::{self, Filter, Listed};
use accounts::sign_in::{self, NotMade};
use accounts::{Desk, Person, Role};
use look::{Lang, say, say_with};
use places::name::fold;
use web::Page;

use crate::cli::Common;
use crate::operator;
use crate::output::{self, Fault};
use crate::place::{self, Place};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

/// What is done.
#[derive(Debug, clap::Subcommand)]
enum What {
    Add(add::Args),
    Link(Linked),
    List,
    Disable(Named),
    Tie(Tied),
}

/// Who is meant.
#[derive(Debug, clap::Args)]
struct Named {
    #[arg(value_name = "NAME")]
    account: String,
}

/// Who is tied to which subject of the identity service; to none without one.
#[derive(Debug, clap::Args)]
struct Tied {
    #[arg(value_name = "NAME")]
    account: String,
    #[arg(value_name = "SUBJECT")]
    subject: Option<String>,
}

/// Who gets a link, and where it leads.
#[derive(Debug, clap::Args)]
struct Linked {
    #[arg(value_name = "NAME")]
    account: String,
    #[command(flatten)]
    site: Site,
}

/// Where readers find the site.
#[derive(Debug, clap::Args)]
struct Site {
    #[arg(long, env = "NANGHANG_ORIGIN", default_value = "http://127.0.0.1:8080", value_name = "URL")]
    origin: String,
}

impl Site {
    fn link(&self, lang: Lang, token: &str) -> String {
        format!("{}{}", self.origin.trim_end_matches('/'), Page::Link.path(lang).replace("{token}", token))
    }
}

/// Does it at the operator's desk.
pub(crate) fn run(args: &Args, common: &Common, lang: Lang) -> Result<(), Fault> {
    let place = Place::of(common, lang)?;
    place::runtime()?.block_on(async {
        let store = match args.what {
            What::List => place.look().await?.ok_or_else(|| no_database(&place, lang))?,
            _ => place.open().await?,
        };
        let desk = operator::desk(&store, common, lang).await?;
        let done = match &args.what {
            What::Add(args) => add::run(args, &desk, common.format, lang).await,
            What::Link(args) => link(args, &desk, lang).await,
            What::List => show::list(&desk, common.format, lang).await,
            What::Tie(tied) => tie(tied, &desk, lang).await,
            What::Disable(named) => disable(&named.account, &desk, lang).await,
        };
        store.close().await;
        done
    })
}

fn no_database(place: &Place, lang: Lang) -> Fault {
    Fault::Refused(say_with(lang, "work-no-database", &[("address", place.address.to_string().into())]))
}

async fn link(args: &Linked, desk: &Desk, lang: Lang) -> Result<(), Fault> {
    let token = make_link(desk, &fold(&args.account), lang).await?;
    output::print(&(args.site.link(lang, &token) + "\n"))
}

async fn make_link(desk: &Desk, account: &str, lang: Lang) -> Result<String, Fault> {
    sign_in::make_link(desk, account, &operator::chance()).await.map_err(|fault| match fault {
        NotMade::NoSuchAccount(account) => nobody(lang, &account),
        NotMade::Store(fault) => fault.into(),
        other @ NotMade::Forbidden(_) => anyhow::Error::from(other).into(),
    })
}

async fn disable(account: &str, desk: &Desk, lang: Lang) -> Result<(), Fault> {
    let found = somebody(account, desk, lang).await?;
    person::disable(desk, found.id).await.map_err(|fault| refusal(lang, fault))?;
    output::complain(&say_with(lang, "cli-user-disabled", &[("account", found.account.into())]));
    Ok(())
}

async fn tie(tied: &Tied, desk: &Desk, lang: Lang) -> Result<(), Fault> {
    let found = somebody(&tied.account, desk, lang).await?;
    let (was, subject) = (found.subject.unwrap_or_default(), tied.subject.as_deref().unwrap_or_default());
    person::tie(desk, found.id, &was, subject).await.map_err(|fault| refusal(lang, fault))?;
    let key = if subject.is_empty() { "cli-user-untied" } else { "cli-user-tied" };
    let values = [("account", found.account.into()), ("subject", subject.to_owned().into())];
    output::complain(&say_with(lang, key, &values));
    Ok(())
}

/// The person of an account, disabled or not.
async fn somebody(account: &str, desk: &Desk, lang: Lang) -> Result<Person, Fault> {
    let account = fold(account);
    let found = everybody(desk).await?.into_iter().find(|listed| listed.person.account == account);
    found.map(|listed| listed.person).ok_or_else(|| nobody(lang, &account))
}

/// Everybody, those who are disabled too, by the Vietnamese alphabet.
async fn everybody(desk: &Desk) -> Result<Vec<Listed>, Fault> {
    let mut found = Vec::new();
    for disabled in [false, true] {
        let asked = Filter { disabled, ..Filter::default() };
        found.extend(person::list(desk, &asked).await.map_err(anyhow::Error::from)?);
    }
    Ok(found)
}

fn nobody(lang: Lang, account: &str) -> Fault {
    Fault::Wrong(say_with(lang, "cli-user-nobody", &[("account", account.into())]))
}

/// Why nothing was done about a person, in words.
fn refusal(lang: Lang, fault: person::Refusal) -> Fault {
    use person::Refusal;
    match fault {
        Refusal::Known(account) => {
            Fault::Refused(say_with(lang, "cli-user-known", &[("account", account.into())]))
        }
        Refusal::BadAccount(account) => {
            Fault::Wrong(say_with(lang, "cli-user-bad-account", &[("account", account.into())]))
        }
        Refusal::BadSubject => Fault::Wrong(say(lang, "people-why-subject")),
        Refusal::OthersSubject(account) => {
            Fault::Refused(say_with(lang, "people-why-others-subject", &[("account", account.into())]))
        }
        Refusal::NoName => Fault::Wrong(say(lang, "cli-user-no-name")),
        Refusal::LastAdministrator => Fault::Refused(say(lang, "cli-user-last")),
        Refusal::Post(fault) => add::refusal(lang, fault),
        Refusal::Store(fault) => fault.into(),
        other => anyhow::Error::from(other).into(),
    }
}

/// The words of the roles that a post can have.
fn roles() -> Vec<&'static str> {
    Role::OF_POSTS.into_iter().map(Role::as_str).collect()
}

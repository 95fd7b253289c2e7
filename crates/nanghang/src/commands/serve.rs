//! `nanghang serve`: the web workbench, until it is told to stop.

mod daily;
mod follow;
mod identity;
mod key;
mod mail;
mod metrics;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use accounts::sign_in::{self, First};
use accounts::{Chance, Desk, Directory, audit};
use anyhow::Context;
use inform::portal::Rules;
use look::{Lang, Value, say, say_with};
use plan::Scanner;
use sample::town::{self, people};
use store::{Claim, Store};
use tokio::net::TcpListener;
use tokio::sync::OnceCell;
use web::api::ask;
use web::{App, Page, Settings, Snapshot, Works};

use crate::cli::{Common, Province};
use crate::demonstration::{self, Calendar};
use crate::output::{self, Fault};
use crate::place::Place;
use crate::{figures, operator};

/// How long requests in hand may take once the server was told to stop.
const PATIENCE: Duration = Duration::from_secs(10);

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(long, env = "NANGHANG_BIND", default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    bind: SocketAddr,
    #[arg(long)]
    demo: bool,
    #[arg(long, env = "NANGHANG_METRICS_BIND", value_name = "ADDRESS")]
    metrics_bind: Option<SocketAddr>,
    #[command(flatten)]
    province: Province,
    #[arg(long, env = "NANGHANG_ORIGIN", value_name = "URL")]
    origin: Option<String>,
    #[arg(long, env = "NANGHANG_IMPRINT", value_name = "WORDS")]
    imprint: Option<String>,
    #[arg(long, env = "NANGHANG_CLAMAV", value_name = "ADDRESS")]
    clamav: Option<String>,
    #[arg(long, env = "NANGHANG_TRUST_PROXY", value_parser = clap::builder::FalseyValueParser::new())]
    trust_proxy: bool,
    #[arg(long, env = "NANGHANG_PORTAL_CHECKS", value_parser = clap::builder::FalseyValueParser::new())]
    portal_checks: bool,
    #[arg(long, env = "NANGHANG_PORTAL_HOSTS", value_name = "HOSTS", value_delimiter = ',')]
    portal_hosts: Vec<String>,
}

/// Serves until SIGTERM or Ctrl-C, finishes the requests in hand, and ends.
pub(crate) fn run(args: Args, common: &Common, lang: Lang) -> Result<(), Fault> {
    let place = Place::of(common, lang)?;
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("NANGHANG_LOG").unwrap_or_else(|_| "warn".into()),
        )
        .init();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no runtime")?;
    runtime.block_on(serve(args, common, &place, lang))
}

async fn serve(args: Args, common: &Common, place: &Place, lang: Lang) -> Result<(), Fault> {
    // Held to the end: a second server on the same folder is refused.
    let _claim = Claim::take(&place.address)?;
    let store = place.open().await?;
    let calendar = demonstration::open(&store, args.demo, common.today, lang).await?;
    scores::editions::seed(&calendar.desk(&store)).await?;
    let attachments = place.attachments()?;
    if let Some(fault) = daily::daily(&calendar.desk(&store), &attachments).await.into_iter().next() {
        return Err(fault.into());
    }
    let snapshot = snapshot(&store, calendar, None).await?;
    let chance = operator::chance();
    let seal = key::seal(&place.data, &chance)?;
    let mail = match calendar.is_demonstration() {
        // A demonstration writes to nobody.
        true => None,
        false => mail::told(args.origin.as_deref(), lang)?,
    };
    let works = Works {
        store: store.clone(),
        attachments: attachments.clone(),
        seal,
        chance: chance.clone(),
        clock: Arc::new(move || calendar.now()),
        scanner: args.clamav.as_deref().map_or_else(Scanner::none, Scanner::at),
        identity: identity::Told::read().service(args.origin.as_deref(), lang)?,
        trust_proxy: args.trust_proxy,
        mails: mail.is_some(),
    };
    let posting = mail::run(mail, store.clone(), calendar, works.seal.clone());
    let portal = portal(&args, calendar, lang)?;
    let settings = settings(&args, &snapshot, calendar, lang)?;
    let first = first(&calendar.desk(&store), &settings, &chance, lang).await?;
    if calendar.is_demonstration() {
        demonstration::fill(&calendar.desk(&store), &works).await?;
    }
    let (demo, origin) = (settings.demo, settings.origin.clone());
    let app = App::staffed(settings, snapshot, works);
    let listener = bind(args.bind, lang).await?;
    if let Some(address) = args.metrics_bind {
        metrics::serve(bind(address, lang).await?)?;
    }
    let following = tokio::spawn(follow::follow(app.clone(), store.clone(), attachments, calendar, portal));
    let posting = tokio::spawn(posting);
    let address = format!("http://{}", listener.local_addr().context("no address")?);
    output::print(&(say_with(lang, "work-serving", &[("address", (&address).into())]) + "\n"))?;
    if demo {
        let accounts: Vec<_> = people::PEOPLE.iter().map(|(account, ..)| *account).collect();
        let values = [("accounts", accounts.join(", ").into()), ("password", people::PASSWORD.into())];
        output::print(&(say_with(lang, "work-demo-people", &values) + "\n"))?;
    }
    if let Some(first) = first {
        let path = Page::Link.path(lang).replace("{token}", &first.link);
        let link = format!("{}{path}", origin.unwrap_or(address));
        let values = [("account", first.account.into()), ("link", link.into())];
        output::print(&(say_with(lang, "work-first", &values) + "\n"))?;
    }
    let site = web::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, site).with_graceful_shutdown(told_to_stop());
    tokio::select! {
        ended = serving.into_future() => ended.context("the server")?,
        () = patience() => {}
    }
    following.abort();
    posting.abort();
    follow::keep_counts(&app, &store).await;
    store.close().await;
    Ok(())
}

/// The first administrator, where nobody is there to let anybody in.
async fn first(
    desk: &Desk,
    settings: &Settings,
    chance: &Chance,
    lang: Lang,
) -> Result<Option<First>, Fault> {
    let unit = settings.province;
    let agency =
        say_with(lang, "work-first-agency", &[("province", lang.pick(unit.name, unit.name_en).into())]);
    let name = say(lang, "work-first-name");
    sign_in::first(desk, unit.id.as_str(), (&name, &agency), chance)
        .await
        .map_err(|refusal| Fault::from(anyhow::Error::from(refusal)))
}

/// The picture of now; figures are those of an older one where they have not changed since.
async fn snapshot(store: &Store, calendar: Calendar, older: Option<&Snapshot>) -> Result<Snapshot, Fault> {
    let revision = audit::latest(store).await?;
    let (editions, measured) = match older {
        Some(older) => (older.editions.clone(), older.measured),
        None => (Arc::new(figures::load(store, figures::ALL).await?), revision),
    };
    Ok(Snapshot {
        revision,
        today: calendar.today(),
        editions,
        measured,
        documents: plan::document::all(store).await?,
        targets: plan::target::all(store).await?,
        directory: Directory::load(&mut store.read().await?).await?,
        progress: plan::progress::progress(store, calendar.today()).await?,
        notices: inform::disclosure::notices(store, calendar.today()).await?,
        news: inform::article::news(store, calendar.now().0).await?,
        links: inform::link::shown(store).await?.into(),
        visits: inform::views::before(store, calendar.today()).await?,
        questions: OnceCell::new(),
    })
}

/// The installation's province; one that has ended is shown as it last stood.
fn settings(args: &Args, snapshot: &Snapshot, calendar: Calendar, lang: Lang) -> Result<Settings, Fault> {
    let (_, found) = ask::case(&snapshot.editions.years(), None, None, &args.province.province)?;
    if calendar.is_demonstration() && found.unit.id.as_str() != town::UNIT {
        return Err(Fault::Wrong(say(lang, "work-demo-province")));
    }
    Ok(Settings {
        province: found.unit,
        demo: calendar.is_demonstration(),
        imprint: args.imprint.clone(),
        origin: args.origin.as_ref().map(|origin| origin.trim_end_matches('/').to_owned()),
    })
}

/// How the portal is looked at, where the operator wants it: by who says where it comes from. A demonstration asks nobody.
fn portal(args: &Args, calendar: Calendar, lang: Lang) -> Result<Option<Rules>, Fault> {
    if !args.portal_checks || calendar.is_demonstration() {
        return Ok(None);
    }
    let origin = args.origin.as_deref().ok_or_else(|| Fault::Wrong(say(lang, "work-portal-origin")))?;
    Ok(Some(Rules::new(origin, &args.portal_hosts)))
}

async fn bind(address: SocketAddr, lang: Lang) -> Result<TcpListener, Fault> {
    TcpListener::bind(address).await.map_err(|reason| {
        let values = [("address", Value::from(address.to_string())), ("reason", reason.to_string().into())];
        Fault::Refused(say_with(lang, "work-bind", &values))
    })
}

/// A reader whose request never comes whole does not keep the server from stopping.
async fn patience() {
    told_to_stop().await;
    tokio::time::sleep(PATIENCE).await;
}

/// SIGTERM, as a service manager sends it, or Ctrl-C.
async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    if let Ok(mut terminated) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        tokio::select! {
            _ = terminated.recv() => {}
            _ = interrupted => {}
        }
        return;
    }
    interrupted.await.ok();
}

//! A scene: a site with somebody of every role at three agencies, and fresh things for each to try their hands on.

#![allow(dead_code, reason = "each test file uses what it needs")]

use accounts::agency::{self, Details, Kind};
use accounts::person::{self, New};
use accounts::post::{self, Named};
use accounts::{Desk, Person, Post, Relation, Right, Role, audit};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt;
use jiff::civil::{Date, date};
use plan::evidence::take;
use plan::report::{self, Report, Said, Words};
use sample::Scratch;
use std::sync::atomic::{AtomicI64, Ordering};
use store::{on, run};
use tower::ServiceExt;

use crate::door::{self, entry};
use crate::office::{BOUNDARY, Part, multipart};

/// The agency whose things they are.
pub(crate) const OWN: &str = "BL-SNV25";
/// The one that cooperates in its tasks.
pub(crate) const PARTNER: &str = "BL-STP";
/// One that has nothing to do with them.
pub(crate) const STRANGER: &str = "BL-SYT";
/// A body outside the province's command.
pub(crate) const OUTSIDE: &str = "BL-CA25";
/// The day before the first of the scene's posts.
pub(crate) const FIRST: Date = date(2025, 3, 1);

pub(crate) struct Scene {
    pub(crate) desk: Desk,
    pub(crate) site: Router,
    pub(crate) walkers: Vec<Walker>,
    pub(crate) scratch: Scratch,
    next: AtomicI64,
}

/// Somebody who tries.
pub(crate) struct Walker {
    pub(crate) role: Role,
    pub(crate) agency: &'static str,
    pub(crate) person: Person,
    pub(crate) post: Post,
    pub(crate) cookie: String,
}

/// What a browser sends.
#[derive(Default)]
pub(crate) struct Ask {
    /// The address.
    pub(crate) at: String,
    pub(crate) body: Sent,
    /// Whose thing it is; none where it is nobody's.
    pub(crate) of: Option<&'static str>,
    /// Words that only who may read sees.
    pub(crate) mark: String,
    /// Whether a page is for all and only leaves out what one may not see.
    pub(crate) list: bool,
}

#[derive(Default)]
pub(crate) enum Sent {
    #[default]
    Nothing,
    Form(Vec<(&'static str, String)>),
    Files(Vec<Field>),
}

/// A field of a form with files: its name, the name of its file, its bytes.
pub(crate) type Field = (String, Option<String>, Vec<u8>);

pub(crate) struct Came {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
    /// The acts that the trail has gained.
    pub(crate) acts: Vec<String>,
}

impl Ask {
    pub(crate) fn page(at: impl Into<String>, mark: impl Into<String>) -> Self {
        Self { at: at.into(), mark: mark.into(), ..Self::default() }
    }

    pub(crate) fn form<const N: usize>(at: impl Into<String>, fields: [(&'static str, &str); N]) -> Self {
        let fields = fields.map(|(name, value)| (name, value.to_owned()));
        Self { at: at.into(), body: Sent::Form(fields.into()), ..Self::default() }
    }

    pub(crate) fn files(at: impl Into<String>, parts: &[Part<'_>]) -> Self {
        let own = |(name, called, bytes): &Part<'_>| {
            ((*name).to_owned(), called.map(str::to_owned), bytes.to_vec())
        };
        Self { at: at.into(), body: Sent::Files(parts.iter().map(own).collect()), ..Self::default() }
    }

    pub(crate) fn of(self, agency: &'static str) -> Self {
        Self { of: Some(agency), ..self }
    }

    pub(crate) fn reads(&self) -> bool {
        matches!(self.body, Sent::Nothing)
    }

    /// What the table says of this walker.
    pub(crate) fn is_allowed(&self, right: &Right, walker: &Walker) -> bool {
        let relation = match self.of {
            Some(agency) if agency == walker.agency => Relation::Own,
            Some(_) if walker.agency == PARTNER => Relation::Cooperating,
            _ => Relation::Other,
        };
        right.allows(walker.role, relation)
    }

    /// Whether what came is what the table says; what it should have been otherwise.
    pub(crate) fn fits(&self, right: &Right, allowed: bool, came: &Came) -> Result<(), String> {
        let status = came.status.as_u16();
        let wrong = |wanted: &str| Err(format!("{wanted}, but {status}, {:?}", came.acts));
        match (allowed, self.reads()) {
            (true, true) if status == 200 && came.body.contains(&self.mark) => Ok(()),
            (true, true) => wrong("the page"),
            (true, false) if matches!(status, 200 | 303) && came.acts.iter().any(|act| act == right.act) => {
                Ok(())
            }
            (true, false) => wrong("the change"),
            (false, _) if !came.acts.is_empty() => wrong("no change"),
            (false, true) if self.list && status == 200 && !came.body.contains(&self.mark) => Ok(()),
            (false, _) if matches!(status, 403 | 404) && !came.body.contains(&self.mark_or_nothing()) => {
                Ok(())
            }
            (false, _) => wrong("403 or 404"),
        }
    }

    fn mark_or_nothing(&self) -> String {
        if self.mark.is_empty() { "\0".to_owned() } else { self.mark.clone() }
    }

    /// The same for who has not signed in.
    pub(crate) fn fits_public(&self, came: &Came) -> Result<(), String> {
        let status = came.status.as_u16();
        let wanted = if self.reads() { [303, 404] } else { [401, 404] };
        if wanted.contains(&status) && came.acts.is_empty() && !came.body.contains(&self.mark_or_nothing()) {
            return Ok(());
        }
        Err(format!("the door, but {status}, {:?}", came.acts))
    }
}

impl Scene {
    /// The plan `thu` in force, and somebody of every role at three agencies.
    pub(crate) async fn open(scratch: &Scratch) -> Self {
        let (site, desk) = (door::staffed(scratch).await, scratch.desk().await);
        let (scratch, next) = (scratch.clone(), AtomicI64::new(9000));
        let mut scene = Self { desk, walkers: Vec::new(), scratch, site, next };
        scene.tell("INSERT INTO plan (slug, title, title_en, unit, first, last, calendar, state, published_on, source)
            VALUES ('thu', 'Nâng chỉ số', 'Raise', '95-2008', '2025-01-01', '2025-12-31', 'par', 'published',
            '2025-01-01', 'x')".to_owned()).await;
        for role in Role::OF_POSTS {
            for agency in [OWN, PARTNER, STRANGER] {
                let (post, person) = scene.seated(role, agency).await;
                let cookie = door::sign_in(&scene.desk, person.id, &post.code).await;
                scene.walkers.push(Walker { role, agency, person, post, cookie });
            }
        }
        scene
    }

    /// A number that was not used yet.
    pub(crate) fn number(&self) -> i64 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    pub(crate) async fn tell(&self, statement: String) {
        let mut tx = self.desk.store().begin().await.expect("a transaction");
        run!(&mut tx, sqlx::query(sqlx::AssertSqlSafe(statement.clone()))).expect(&statement);
        tx.commit().await.expect("a commit");
    }

    /// Sends it, with this cookie, as a browser does from our own page.
    pub(crate) async fn send(&self, ask: &Ask, cookie: Option<&str>) -> Came {
        self.send_with(ask, cookie, &[("sec-fetch-site", "same-origin")]).await
    }

    /// The same with other headers.
    pub(crate) async fn send_with(&self, ask: &Ask, cookie: Option<&str>, headers: &[(&str, &str)]) -> Came {
        let seq = audit::latest(self.desk.store()).await.expect("a trail");
        let (method, kind, body) = match &ask.body {
            Sent::Nothing => (Method::GET, String::new(), Vec::new()),
            Sent::Form(fields) => {
                let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                let form = "application/x-www-form-urlencoded".to_owned();
                (Method::POST, form, entry::form(&fields).into_bytes())
            }
            Sent::Files(parts) => {
                let parts: Vec<Part<'_>> = parts
                    .iter()
                    .map(|(name, called, bytes)| (name.as_str(), called.as_deref(), bytes.as_slice()))
                    .collect();
                (Method::POST, format!("multipart/form-data; boundary={BOUNDARY}"), multipart(&parts))
            }
        };
        let mut request = Request::builder().method(method).uri(&ask.at);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !kind.is_empty() {
            request = request.header("content-type", kind);
        }
        if let Some(cookie) = cookie {
            request = request.header("cookie", cookie);
        }
        let request = request.body(Body::from(body)).expect("a request");
        let (parts, body) = self.site.clone().oneshot(request).await.expect("an answer").into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        let mut at = self.desk.read().await.expect("a connection");
        let gained = audit::list(&mut at, seq, 100).await.expect("entries");
        Came {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            acts: gained.into_iter().map(|entry| entry.act).collect(),
        }
    }

    /// A post that nobody holds.
    pub(crate) async fn post(&self, role: Role, agency: &str) -> Post {
        let name = format!("Ghế {}", self.number());
        post::open(&self.desk, &Named { agency, name: &name, role, first: FIRST, form: None })
            .await
            .expect("a post")
    }

    /// A person at a post of their own.
    pub(crate) async fn seated(&self, role: Role, agency: &str) -> (Post, Person) {
        let post = self.post(role, agency).await;
        let name = format!("Người {}", self.number());
        let posts = [(post.code.as_str(), FIRST)];
        let person = person::add(&self.desk, &New { name: &name, posts: &posts, ..New::default() }).await;
        (post, person.expect("a person"))
    }

    /// An agency in force.
    pub(crate) async fn agency(&self) -> String {
        let code = format!("BL-T{}", self.number());
        let new = agency::New {
            name: format!("Trung tâm {code}"),
            code: code.clone(),
            kind: Kind::Service,
            outside: false,
            unit: "95-2008".to_owned(),
            first: FIRST,
            details: Details::default(),
        };
        agency::enter(&self.desk, &new).await.expect("an agency");
        code
    }

    /// The number that a statement gives.
    async fn number_of(&self, statement: String) -> i64 {
        let mut tx = self.desk.store().begin().await.expect("a transaction");
        let sql = || sqlx::AssertSqlSafe(statement.clone());
        let number = on!(&mut tx, c => sqlx::query_scalar(sql()).fetch_one(c).await).expect(&statement);
        tx.commit().await.expect("a commit");
        number
    }

    /// A task of a plan, led by an agency in cooperation with [`PARTNER`], by its code.
    pub(crate) async fn task(&self, plan: &str, lead: &str) -> i64 {
        self.task_with_id(plan, lead).await.0
    }

    async fn task_with_id(&self, plan: &str, lead: &str) -> (i64, i64) {
        let code = self.number();
        let id = self
            .number_of(format!(
                "INSERT INTO task (plan, code, place, section, what, product, done_when, rhythm, first, last, lead,
                 weight, source, public) VALUES ('{plan}', '{code}', {code}, '1', 'Việc số {code}', 'Tập', 'Có tập',
                 'quarterly', '2025-01-01', '2025-12-31', '{lead}', 1, 'x', TRUE) RETURNING id"
            ))
            .await;
        self.tell(format!("INSERT INTO task_part (task, place, agency) VALUES ({id}, 1, '{PARTNER}')")).await;
        (code, id)
    }

    /// An assignment of a new task of the plan in force: the code of the task, and its own number.
    pub(crate) async fn assignment(&self, agency: &str) -> (i64, i64) {
        let (code, task) = self.task_with_id("thu", agency).await;
        let id = self
            .number_of(format!(
                "INSERT INTO assignment (task, origin, agency, period, first, last, due, undecided) VALUES
                 ({task}, '{agency}', '{agency}', '2025-H1', '2025-03-15', '2025-06-14', '2025-06-20', FALSE) RETURNING id"
            ))
            .await;
        (code, id)
    }

    /// An assignment of [`OWN`] with a report that waits, and a picture with it.
    pub(crate) async fn report(&self) -> (i64, Report) {
        let (_, assignment) = self.assignment(OWN).await;
        let picture = format!("%PDF-1.4 tờ {assignment}\nstartxref\n9\n%%EOF\n").into_bytes();
        let attachments = self.scratch.attachments();
        let piece = take(&attachments, &plan::Scanner::none(), "anh.pdf", picture).await;
        let said = Said {
            assignment,
            form: format!("mau-{assignment}-0123456789"),
            number: 1,
            version: 0,
            words: Words { done: format!("Đã làm {assignment}"), ..Words::default() },
            keep: Vec::new(),
            pieces: vec![piece],
        };
        let officer = self.desk_of(Role::Officer, OWN);
        (assignment, report::submit(&officer, &said).await.expect("a report"))
    }

    /// The desk of a walker.
    pub(crate) fn desk_of(&self, role: Role, agency: &str) -> Desk {
        let walker = self.walker(role, agency);
        let person = (walker.person.id, walker.person.account.as_str());
        self.desk.seat(person, &walker.post.code, role, agency)
    }

    pub(crate) fn walker(&self, role: Role, agency: &str) -> &Walker {
        let is = |walker: &&Walker| walker.role == role && walker.agency == agency;
        self.walkers.iter().find(is).expect("a walker")
    }
}

//! The server is killed at random moments under a writing load: what it acknowledged is there once, nothing is
//! half there. Slow, so it runs by `scripts/crash` and not with the other tests.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]
#![allow(clippy::print_stdout, reason = "scripts/crash shows the counts")]

mod door;

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use accounts::{Chance, Desk, audit, session};
use door::Door;
use jiff::Timestamp;
use jiff::civil::date;
use plan::report;
use sample::town::people::PEOPLE;
use store::{Address, Attachments, Store};

/// How often the server is killed.
const KILLS: u32 = 200;
/// The longest that it runs before it is, in milliseconds.
const LONGEST: u64 = 400;
/// The officers that write, by their accounts; each goes on with one draft.
const WRITERS: [&str; 4] = ["chuyen-vien-stp", "y-te", "mat-tran", "phuong-2"];

#[test]
#[ignore = "slow: scripts/crash runs it on both databases"]
fn what_was_acknowledged_before_a_kill_is_there_once() {
    let url = std::env::var("NANGHANG_CRASH_DATABASE").unwrap_or_default();
    let door = Door::vi();
    let options = match url.as_str() {
        "" => "serve --demo --bind 127.0.0.1:0".to_owned(),
        url => format!("serve --demo --bind 127.0.0.1:0 --database {url}"),
    };
    let place = match url.as_str() {
        "" => Address::in_folder(&door.folder().join("nanghang-data")),
        url => url.parse().unwrap(),
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut seed = 1;
    let mut writers: Vec<Writer> = Vec::new();
    for kill in 0..=KILLS {
        let mut server = Server::start(&door, &options);
        let store = runtime.block_on(Store::open(&place)).unwrap();
        if writers.is_empty() {
            writers = WRITERS.iter().map(|account| runtime.block_on(Writer::of(&store, account))).collect();
        }
        for writer in &mut writers {
            runtime.block_on(writer.look(&store));
        }
        runtime.block_on(store.close());
        if kill < KILLS {
            let moment = Duration::from_millis(20 + next(&mut seed) % LONGEST);
            std::thread::scope(|scope| {
                for writer in &mut writers {
                    let address = server.address.clone();
                    scope.spawn(move || writer.write_until_it_breaks(&address));
                }
                scope.spawn(|| server.kill_after(moment));
            });
        }
    }
    let store = runtime.block_on(Store::open(&place)).unwrap();
    let attachments = Attachments::in_folder(&door.folder().join("nanghang-data")).unwrap();
    let found = runtime.block_on(check(&store, &attachments, &mut writers));
    println!("killed {KILLS} times; {found}");
}

/// A server that is up, on a port of its own.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(door: &Door, options: &str) -> Self {
        let mut child = door.command(options).stdout(Stdio::piped()).spawn().expect("it starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
        let address = line.trim().rsplit_once("http://").expect("an address").1.to_owned();
        Self { child, address }
    }

    /// SIGKILL: nothing of the program runs any more.
    fn kill_after(&mut self, moment: Duration) {
        let started = std::time::Instant::now();
        while started.elapsed() < moment {
            std::thread::yield_now();
        }
        self.child.kill().expect("it is killed");
        self.child.wait().expect("it ends");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// An officer who saves one draft again and again, each time with other words and another file.
struct Writer {
    desk: Desk,
    cookie: String,
    assignment: i64,
    version: i64,
    tries: u32,
    acknowledged: Vec<String>,
}

impl Writer {
    async fn of(store: &Store, account: &str) -> Self {
        let program = program(store);
        let person = 1 + PEOPLE.iter().position(|(known, ..)| *known == account).unwrap();
        let token = session::open(&program, i64::try_from(person).unwrap(), None, &chance()).await.unwrap();
        let desk = session::sit(&program, &token).await.unwrap().expect("they hold a post");
        let mine = report::mine(&desk).await.unwrap();
        let mut owed = mine.late.iter().chain(&mine.soon).chain(&mine.later);
        let assignment = owed.find(|owed| owed.number.is_none()).expect("something is owed").id;
        let cookie = format!("session={token}");
        Self { desk, cookie, assignment, version: 0, tries: 0, acknowledged: Vec::new() }
    }

    /// Takes the draft as it was left.
    async fn look(&mut self, store: &Store) {
        let Desk { who, person, post, role, agency, .. } = self.desk.clone();
        self.desk = program(store).seat((person.unwrap(), &who), &post, role, &agency.unwrap());
        let folder = report::folder(&self.desk, self.assignment).await.unwrap();
        self.version = folder.latest().map_or(0, |told| told.report.version);
    }

    fn write_until_it_breaks(&mut self, address: &str) {
        loop {
            self.tries += 1;
            let words = format!("crash-{}-{}", self.desk.who, self.tries);
            match self.save(address, &words) {
                Some(answer) if answer.starts_with("HTTP/1.1 303") => {
                    self.version += 1;
                    self.acknowledged.push(words);
                }
                Some(answer) => panic!("{}", answer.lines().next().unwrap_or_default()),
                None => return,
            }
        }
    }

    /// The answer, if it came whole.
    fn save(&self, address: &str, words: &str) -> Option<String> {
        let mut stream = TcpStream::connect(address).ok()?;
        let form = format!("crash-{}", self.desk.who);
        let version = self.version.to_string();
        let mut body = String::new();
        for (name, value) in
            [("form", form.as_str()), ("number", "1"), ("version", &version), ("done", words)]
        {
            body += &format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }
        body += "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n";
        body += &format!("%PDF-1.4 {words}\nstartxref\n9\n%%EOF\r\n--x--\r\n");
        write!(
            stream,
            "POST /viec/{}/luu-nhap HTTP/1.1\r\nHost: {address}\r\nCookie: {}\r\nConnection: close\r\n\
             Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {}\r\n\r\n{body}",
            self.assignment,
            self.cookie,
            body.len()
        )
        .ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        answer.contains("\r\n\r\n").then_some(answer)
    }
}

/// What must hold of the database when all is over, and the counts.
async fn check(store: &Store, attachments: &Attachments, writers: &mut [Writer]) -> String {
    let entries = audit::verify(store).await.expect("the chain of the audit trail is whole");
    let mut told: HashMap<String, u32> = HashMap::new();
    let mut at = store.read().await.unwrap();
    for entry in audit::list(&mut at, 0, i64::MAX).await.unwrap() {
        let after = entry.after.unwrap_or_default();
        if let Some(words) = after.split('"').find(|piece| piece.starts_with("crash-")) {
            *told.entry(words.to_owned()).or_default() += 1;
        }
    }
    let mut acknowledged = 0;
    for writer in &mut *writers {
        writer.look(store).await;
        for words in &writer.acknowledged {
            assert_eq!(told.get(words), Some(&1), "{words} was acknowledged and is not there once");
        }
        let saved =
            told.keys().filter(|words| words.contains(&format!("crash-{}-", writer.desk.who))).count();
        assert_eq!(
            usize::try_from(writer.version).unwrap(),
            saved,
            "versions and entries of the trail agree"
        );
        acknowledged += writer.acknowledged.len();
    }
    let mut kept = 0;
    for writer in &*writers {
        let folder = report::folder(&writer.desk, writer.assignment).await.unwrap();
        for piece in &folder.latest().expect("a draft").evidence {
            if let plan::evidence::What::File { digest, .. } = &piece.piece.what {
                attachments
                    .get(&digest.parse().unwrap())
                    .await
                    .expect("the bytes of a row are there and whole");
                kept += 1;
            }
        }
    }
    let tries: u32 = writers.iter().map(|writer| writer.tries).sum();
    format!(
        "{tries} tries, {acknowledged} acknowledged, {} kept, each once; {entries} entries in an unbroken trail; {kept} files whole",
        told.len()
    )
}

/// At the end of the demonstration's day, so that no session is over before its time.
fn program(store: &Store) -> Desk {
    let midnight: Timestamp = "2025-05-20T16:59:59Z".parse().unwrap();
    Desk::program(store, date(2025, 5, 20), midnight)
}

fn chance() -> Chance {
    Chance::new(|bytes| {
        std::fs::File::open("/dev/urandom").unwrap().read_exact(bytes).unwrap();
    })
}

/// A small generator (Knuth's MMIX constants), so that every run kills at the same moments.
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}

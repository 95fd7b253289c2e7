//! `nanghang serve`, `backup` and `restore` at the front door.

mod door;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use door::Door;

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

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address)
            .expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    fn post(&self, path: &str, media: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(
            stream,
            "POST {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n\
             X-Forwarded-For: 203.0.113.77\r\nContent-Type: {media}\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        )
        .expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    fn tell_to_stop(&self) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().expect("kill runs").success());
    }

    fn ended(mut self) -> ExitStatus {
        self.child.wait().expect("it ends")
    }

    fn terminate(self) -> ExitStatus {
        self.tell_to_stop();
        self.ended()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
    }
}

#[test]
fn the_demonstration_serves_until_it_is_told_to_stop() {
    let door = Door::vi();
    let server = Server::start(&door, "serve --demo --bind 127.0.0.1:0");
    assert!(server.get("/healthz").starts_with("HTTP/1.1 200"));
    assert!(server.get("/api/v1/ranking?year=2024").contains("Bạc Liêu"));

    let second = door.run("serve --demo --bind 127.0.0.1:0");
    assert_eq!((second.code, second.out.as_str()), (Some(1), ""));
    assert_eq!(second.err, "Đã có một máy chủ Nâng Hạng đang chạy trên thư mục ./nanghang-data.\n");

    assert_eq!(server.terminate().code(), Some(0));
}

#[test]
fn a_request_in_hand_is_finished_and_one_that_never_comes_whole_is_not_waited_for() {
    let door = Door::vi();
    let server = Server::start(&door, "serve --demo --bind 127.0.0.1:0");
    let mut begun = TcpStream::connect(&server.address).expect("it listens");
    write!(begun, "GET /healthz HTTP/1.1\r\nHost: a\r\n").expect("sent");
    let mut slow = TcpStream::connect(&server.address).expect("it listens");
    write!(slow, "POST /tuy-chon HTTP/1.1\r\nHost: a\r\nConnection: close\r\n").expect("sent");
    write!(slow, "Content-Type: application/x-www-form-urlencoded\r\n").expect("sent");
    write!(slow, "Content-Length: 17\r\nExpect: 100-continue\r\n\r\n").expect("sent");
    let mut taken = [0; 25];
    slow.read_exact(&mut taken).expect("the server wants the rest");
    assert_eq!(&taken, b"HTTP/1.1 100 Continue\r\n\r\n");

    server.tell_to_stop();
    while TcpStream::connect(&server.address).is_ok() {
        std::thread::yield_now();
    }
    write!(slow, "set=dark&back=%2F").expect("sent");
    let mut answer = String::new();
    slow.read_to_string(&mut answer).expect("an answer");

    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    assert_eq!(server.ended().code(), Some(0));
    drop(begun);
}

#[test]
fn a_day_is_set_only_where_the_sample_is() {
    let door = Door::vi();
    let server = Server::start(&door, "serve --demo --bind 127.0.0.1:0 --today 2025-06-01");
    server.terminate();
    assert_eq!(door.run("ranking --today 2025-06-01").code, Some(0));

    let merged = Door::vi();
    Server::start(&merged, "serve --demo --bind 127.0.0.1:0 --today 2025-07-08").terminate();

    let other = Door::vi();
    assert!(other.wrong("ranking --today 2025-06-01").contains("--today"));
    assert_eq!(other.run("serve --today 2025-06-01 --bind 127.0.0.1:0").code, Some(2));
}

#[test]
fn the_demonstration_leaves_another_database_alone() {
    let door = Door::vi();
    Server::start(&door, "serve --bind 127.0.0.1:0").terminate();
    let refused = door.run("serve --demo --bind 127.0.0.1:0");
    assert_eq!((refused.code, refused.out.as_str()), (Some(1), ""));
    assert!(refused.err.contains("--demo"), "{}", refused.err);
}

#[test]
#[allow(
    clippy::disallowed_methods,
    reason = "nothing tells when it is up, and a form is taken after some seconds only"
)]
fn what_it_prints_names_nobody() {
    let door = Door::vi();
    let printed = door.folder().join("in-ra");
    let file = fs::File::create(&printed).expect("a file");
    let mut command = door.command("serve --demo --bind 127.0.0.1:0");
    command.stdout(file.try_clone().expect("the same file")).stderr(file);
    let child = command.spawn().expect("it starts");
    let read = || fs::read_to_string(&printed).expect("what was printed");
    let named = || read().lines().find_map(|line| Some(line.split_once("http://")?.1.trim().to_owned()));
    let address = std::iter::repeat_with(|| (std::thread::sleep(Duration::from_millis(100)), named()).1);
    let address = address.take(600).flatten().next().expect("an address");
    let server = Server { child, address };

    let form = server.get("/hoi-dap");
    let ticket =
        form.split_once("name=\"form\" value=\"").expect("a ticket").1.split('"').next().unwrap_or("");
    // A person needs some seconds for it.
    std::thread::sleep(Duration::from_millis(4_300));
    let ask = |words: &str| {
        let fields =
            [("form", ticket), ("kind", "feedback"), ("words", words), ("contact", "ngoc.lan@thu.vn")];
        let part = |(name, value): (&str, &str)| {
            format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let body: String = fields.map(part).concat() + "--x--\r\n";
        server.post("/hoi-dap", "multipart/form-data; boundary=x", &body)
    };
    assert!(ask("Gọi tôi theo số 0912 345 678 nhé").starts_with("HTTP/1.1 422"), "that is turned away");
    assert!(ask("Cống trước nhà hẻm Bà Tư bị nghẹt").starts_with("HTTP/1.1 200"), "that is kept");
    let sign_in = "account=phuong-2&password=mat-khau-sai-1234";
    server.post("/dang-nhap", "application/x-www-form-urlencoded", sign_in);
    server.get("/khong-co?email=ngoc.lan%40thu.vn");
    assert!(server.terminate().success());
    let printed = read();
    for word in ["ngoc.lan", "0912", "Bà Tư", "nghẹt", "203.0.113.77", "mat-khau-sai", ticket] {
        assert!(!printed.contains(word), "{word} in {printed}");
    }
}

#[test]
fn metrics_have_an_address_of_their_own() {
    let door = Door::vi();
    let server = Server::start(&door, "serve --demo --bind 127.0.0.1:0 --metrics-bind 127.0.0.1:0");
    assert!(server.get("/metrics").starts_with("HTTP/1.1 404"));
}

#[test]
fn an_address_in_use_is_refused_in_words() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("its address");
    let refused = Door::en().run(&format!("serve --bind {address}"));
    assert_eq!(refused.code, Some(1));
    assert!(refused.err.starts_with(&format!("The address {address} cannot be opened")), "{}", refused.err);
}

#[test]
fn a_backup_is_made_while_the_server_runs_and_restores_into_an_empty_folder_only() {
    let door = Door::en();
    let server = Server::start(&door, "serve --demo --bind 127.0.0.1:0");
    let made = door.run("backup saved.tar.zst");
    assert_eq!(made.code, Some(0), "{}", made.err);
    server.terminate();

    let restored = door.run("restore saved.tar.zst --into elsewhere");
    assert_eq!(restored.code, Some(0), "{}", restored.err);
    let again = door.run("restore saved.tar.zst --into elsewhere");
    assert_eq!(again.code, Some(1));
    assert!(again.err.contains("is not empty"), "{}", again.err);
    assert_eq!(door.answer("ranking --data-dir elsewhere"), door.answer("ranking"));
}

#[test]
fn a_damaged_backup_is_refused_before_anything_is_written() {
    let door = Door::en();
    Server::start(&door, "serve --demo --bind 127.0.0.1:0").terminate();
    assert_eq!(door.run("backup saved.tar.zst").code, Some(0));
    let saved = door.folder().join("saved.tar.zst");
    let whole = fs::read(&saved).expect("the backup");

    fs::write(&saved, &whole[..whole.len() / 2]).expect("written");
    let cut = door.run("restore saved.tar.zst --into elsewhere");
    fs::write(&saved, "no backup at all").expect("written");
    let other = door.run("restore saved.tar.zst --into elsewhere");

    assert_eq!((cut.code, other.code), (Some(1), Some(1)));
    assert_eq!(other.err, "The file is not a backup of this program.\n");
    assert!(!door.folder().join("elsewhere").exists());
}

#[test]
fn without_a_database_there_is_nothing_to_back_up() {
    let door = Door::en();
    let refused = door.run("backup saved.tar.zst");
    assert_eq!(refused.code, Some(1));
    assert_eq!(refused.err, "There is no database at sqlite:./nanghang-data/nanghang.sqlite.\n");
    assert_eq!(fs::read_dir(door.folder()).expect("the folder").count(), 0);
}

#[test]
fn the_demonstration_is_of_its_own_province() {
    let refused = Door::vi().run("serve --demo --province 01 --bind 127.0.0.1:0");
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("Bạc Liêu (95)"), "{}", refused.err);
}

#[test]
fn a_database_that_is_named_and_not_there_is_told() {
    let told = Door::vi().run("ranking --year 2024 --database sqlite:not-there.sqlite");
    assert_eq!(told.code, Some(0));
    assert!(told.err.contains("not-there.sqlite"), "{}", told.err);
}

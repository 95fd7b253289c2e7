//! Letters over a real wire: a mail server that speaks the protocol, on a port of this machine.

#[path = "tls.rs"]
mod tls;

use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex};

use accounts::{Chance, Role, audit};
use jiff::SignedDuration;
use jiff::civil::date;
use listen::question::{Asked, Kind, Means, New, Ticket, What, answer, ask, fold, one};
use sample::{Scratch, on_both, town};
use store::Attachments;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::*;

const WARD: &str = "BL-X-P2";
const WORDS: &str = "Đường trước cổng trường bị hư, nước ngập";

/// A mail server and what it took: the envelope, then the message as it came.
struct Server {
    port: u16,
    taken: Arc<Mutex<Vec<(String, String)>>>,
}

/// One that answers every receiver with this.
async fn server(receiver: &'static str) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let taken = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&taken);
    tokio::spawn(async move {
        while let Ok((line, _)) = listener.accept().await {
            tokio::spawn(converse(line, receiver, Arc::clone(&kept)));
        }
    });
    Server { port, taken }
}

/// RFC 5321, as much of it as one letter takes.
async fn converse(line: TcpStream, receiver: &'static str, kept: Arc<Mutex<Vec<(String, String)>>>) {
    let mut line = BufReader::new(line);
    let (mut envelope, mut said) = (String::new(), "220 thu.example.vn ESMTP".to_owned());
    loop {
        line.write_all(format!("{said}\r\n").as_bytes()).await.unwrap();
        let mut asked = String::new();
        if line.read_line(&mut asked).await.unwrap_or(0) == 0 {
            return;
        }
        let verb = asked.split([' ', '\r']).next().unwrap_or_default().to_uppercase();
        said = match verb.as_str() {
            "EHLO" | "HELO" => "250-thu.example.vn\r\n250 8BITMIME".to_owned(),
            "MAIL" => "250 2.1.0 OK".to_owned(),
            "RCPT" => {
                envelope.push_str(asked.trim());
                receiver.to_owned()
            }
            "DATA" => {
                line.write_all(b"354 go on\r\n").await.unwrap();
                let mut message = String::new();
                while !message.ends_with("\r\n.\r\n") {
                    line.read_line(&mut message).await.unwrap();
                }
                kept.lock().unwrap().push((std::mem::take(&mut envelope), message));
                "250 2.0.0 taken".to_owned()
            }
            "QUIT" => "221 bye".to_owned(),
            _ => "502 what".to_owned(),
        };
    }
}

/// An office that answers questions, and what asking takes.
struct Office {
    desk: Desk,
    seal: Seal,
    chance: Chance,
    attachments: Attachments,
}

async fn office(scratch: &Scratch) -> Office {
    let desk = scratch.desk().await;
    town::build(&desk).await.unwrap();
    let next = AtomicU8::new(1);
    Office {
        desk: Desk::program(desk.store(), desk.today, desk.now),
        seal: Seal::new(&[7; 32]),
        chance: Chance::new(move |bytes| bytes.fill(next.fetch_add(1, Ordering::Relaxed))),
        attachments: scratch.attachments(),
    }
}

impl Office {
    async fn asked(&self, contact: &str) -> Asked {
        let Self { seal, chance, attachments, desk } = self;
        let opened = desk.now - SignedDuration::from_secs(60);
        let new = New {
            kind: Kind::Feedback,
            place: Some(WARD.to_owned()),
            commune: None,
            topic: String::new(),
            words: WORDS.to_owned(),
            contact: contact.to_owned(),
            consent: true,
            picture: None,
            form: Ticket::hand_out(seal, chance, opened).as_str().to_owned(),
        };
        ask(desk, Means { seal, chance, attachments, scanner: &plan::Scanner::none() }, &new).await.unwrap()
    }

    fn ward(&self) -> Desk {
        self.desk.seat((1, "ut"), "p", Role::Officer, WARD)
    }

    async fn whats(&self, asked: &Asked) -> Vec<What> {
        let steps = one(&self.ward(), asked.question.id).await.unwrap().steps;
        steps.iter().map(|step| step.what).collect()
    }

    /// Some minutes later.
    fn later(&self, minutes: i64) -> Desk {
        let mut desk = self.desk.clone();
        desk.now += SignedDuration::from_mins(minutes);
        desk
    }
}

fn mail(port: u16) -> Mail {
    let from = "Hỏi đáp tỉnh Bạc Liêu <hoi-dap@baclieu.example.vn>";
    Mail::new(&format!("smtp://127.0.0.1:{port}"), from, Some("https://papi.example.vn/")).unwrap()
}

/// What a message says: words of quoted-printable or Base64 as they are read.
fn read(message: &str) -> String {
    let (head, body) = message.split_once("\r\n\r\n").unwrap();
    let head = head.to_lowercase();
    let bytes = match () {
        () if head.contains("encoding: base64") => base64(&body.replace("\r\n", "")),
        () if head.contains("encoding: quoted-printable") => quoted(&body.replace("=\r\n", "")),
        () => body.as_bytes().to_vec(),
    };
    String::from_utf8(bytes).unwrap()
}

fn base64(text: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sixes: Vec<u32> =
        text.bytes().filter_map(|b| LETTERS.iter().position(|it| *it == b)).map(|at| at as u32).collect();
    let bytes = |four: &[u32]| {
        let whole = four.iter().fold(0, |n, six| n << 6 | six) << (6 * (4 - four.len()));
        whole.to_be_bytes()[1..four.len()].to_vec()
    };
    sixes.chunks(4).flat_map(bytes).collect()
}

fn quoted(text: &str) -> Vec<u8> {
    let mut parts = text.split('=');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    bytes
}

on_both! {
    async fn an_answer_goes_out_once_to_whom_it_belongs_and_says_nothing_else(scratch: Scratch) {
        let (office, server) = (office(&scratch).await, server("250 2.1.5 OK").await);
        let asked = office.asked("lan@example.vn").await;
        let (silent, called) = (office.asked("").await, office.asked("0912345678").await);
        let twin = office.asked("mai@example.vn").await;
        let mail = mail(server.port);
        mail.send(&office.desk, &office.seal).await.unwrap();
        assert!(server.taken.lock().unwrap().is_empty(), "nothing is answered yet");
        fold(&office.ward(), twin.question.id, &asked.question.code).await.unwrap();
        for it in [&asked, &silent, &called] {
            answer(&office.ward(), it.question.id, "Đã san lấp.\n.\nBcc: tat-ca@example.vn").await.unwrap();
        }
        assert!(one(&office.ward(), asked.question.id).await.unwrap().letter_waits);
        for _ in 0..3 {
            mail.send(&office.desk, &office.seal).await.unwrap();
        }
        let taken = server.taken.lock().unwrap().clone();
        let mut to: Vec<&str> = taken.iter().map(|(envelope, _)| envelope.as_str()).collect();
        to.sort_unstable();
        assert_eq!(to, ["RCPT TO:<lan@example.vn>", "RCPT TO:<mai@example.vn>"]);
        let (_, message) = taken.iter().find(|(envelope, _)| envelope.contains("lan@")).unwrap();
        let body = read(message);
        for said in [asked.question.code.as_str(), "Đã san lấp.", "https://papi.example.vn/hoi-dap/theo-doi", "20/5/2025"] {
            assert!(body.contains(said), "{said} is not in {body}");
        }
        for silent in [asked.secret.as_str(), "cổng trường", &twin.question.code] {
            assert!(!body.contains(silent) && !message.contains(silent), "{silent}");
        }
        let head = message.split("\r\n\r\n").next().unwrap().to_lowercase();
        assert!(!head.contains("\r\nbcc:") && head.contains("auto-submitted: auto-generated"), "{head}");
        assert_eq!(office.whats(&asked).await, [What::Answered, What::Mailed]);
        assert_eq!(office.whats(&twin).await, [What::Folded, What::Mailed]);
        assert_eq!(office.whats(&silent).await, [What::Answered]);
        assert!(!one(&office.ward(), asked.question.id).await.unwrap().letter_waits);
        let entries = audit::list(&mut office.desk.read().await.unwrap(), 0, 10_000).await.unwrap();
        let trail: String = entries.iter().map(|entry| format!("{entry:?}")).collect();
        assert!(trail.contains("question.mailed") && !trail.contains("lan@") && !trail.contains("san lấp"));
        assert!(audit::verify(office.desk.store()).await.unwrap() > 0);
    }

    async fn what_no_server_takes_is_tried_with_pauses_and_then_said(scratch: Scratch) {
        let office = office(&scratch).await;
        // A port that nobody listens at any more.
        let port = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
        let (mail, asked) = (mail(port), office.asked("lan@example.vn").await);
        answer(&office.ward(), asked.question.id, "Đã sửa xong").await.unwrap();
        let mut minute = 0;
        for pause in [0, 1, 5, 30, 120] {
            minute += pause;
            mail.send(&office.later(minute), &office.seal).await.unwrap();
            mail.send(&office.later(minute), &office.seal).await.unwrap();
            assert_eq!(office.whats(&asked).await, [What::Answered], "after {minute} minutes");
        }
        mail.send(&office.later(minute + 479), &office.seal).await.unwrap();
        assert_eq!(office.whats(&asked).await, [What::Answered], "not before its time");
        mail.send(&office.later(minute + 480), &office.seal).await.unwrap();
        assert_eq!(office.whats(&asked).await, [What::Answered, What::Unmailed]);
        let steps = one(&office.ward(), asked.question.id).await.unwrap().steps;
        assert_eq!((steps[1].words.as_str(), steps[1].by.as_deref()), ("unreached", Some("nanghang")));
    }

    async fn an_address_that_the_server_knows_not_is_given_up_at_once_and_said_to_both(scratch: Scratch) {
        let (office, server) = (office(&scratch).await, server("550 5.1.1 <lan@example.vn> unknown").await);
        let asked = office.asked("lan@example.vn").await;
        answer(&office.ward(), asked.question.id, "Đã sửa xong").await.unwrap();
        mail(server.port).send(&office.desk, &office.seal).await.unwrap();
        assert_eq!(office.whats(&asked).await, [What::Answered, What::Unmailed]);
        let steps = one(&office.ward(), asked.question.id).await.unwrap().steps;
        assert_eq!(steps[1].words, "refused", "and not what the server said, which names the address");
        letter::reach(&office.ward(), asked.question.id).await.unwrap();
        assert_eq!(office.whats(&asked).await.last(), Some(&What::Reached));
    }

    async fn what_is_put_away_or_purged_never_goes_out(scratch: Scratch) {
        let (office, server) = (office(&scratch).await, server("250 OK").await);
        let mail = mail(server.port);
        let (old, gone, told) =
            (office.asked("a@example.vn").await, office.asked("b@example.vn").await, office.asked("c@example.vn").await);
        for it in [&old, &gone, &told] {
            answer(&office.ward(), it.question.id, "Đã sửa xong").await.unwrap();
        }
        letter::reach(&office.ward(), told.question.id).await.unwrap();
        let (code, secret) = (gone.question.code.as_str(), gone.secret.as_str());
        listen::question::erase(&office.desk, &office.attachments, code, secret).await.unwrap();
        letter::put_away(&office.desk, None).await.unwrap();
        mail.send(&office.desk, &office.seal).await.unwrap();
        assert!(server.taken.lock().unwrap().is_empty());
        let other = office.asked("d@example.vn").await;
        answer(&office.ward(), other.question.id, "Đã sửa xong").await.unwrap();
        mail.send(&office.desk, &Seal::new(&[8; 32])).await.unwrap();
        assert_eq!(office.whats(&other).await, [What::Answered, What::Unmailed], "another key opens nothing");
    }
}

#[test]
fn no_field_of_a_letter_carries_a_line_of_its_own() {
    let mail = mail(25);
    let letter = |to: &str, code: &str| Letter {
        id: 1,
        question: 1,
        code: code.to_owned(),
        agency: Some("X\r\nBcc: a@example.vn".to_owned()),
        step: 1,
        answered_on: date(2025, 5, 20),
        words: "Đã sửa\r\nBcc: b@example.vn".to_owned(),
        files: 0,
        to: to.to_owned(),
        tries: 0,
    };
    let directory = Directory::default();
    let now = jiff::Timestamp::UNIX_EPOCH;
    for to in ["lan@x.vn\r\nBcc: a@x.vn", "lan@x.vn, mai@x.vn", "", "lan", "Lan <lan@x.vn>"] {
        assert!(text::message(&mail, &directory, &letter(to, "7K3M-92QD"), now).is_err(), "{to:?}");
    }
    let message =
        text::message(&mail, &directory, &letter("lan@x.vn", "7K\r\nBcc: c@example.vn"), now).unwrap();
    let written = String::from_utf8(message.formatted()).unwrap();
    let head = written.split("\r\n\r\n").next().unwrap();
    assert!(!head.lines().any(|line| line.to_lowercase().starts_with("bcc")), "{head}");
    assert_eq!(message.envelope().to().len(), 1);
}

#[test]
fn the_server_is_told_whole_and_its_password_is_never_repeated() {
    for wrong in ["", "http://x", "smtps://ai:bi-mat@", "thu.example.vn"] {
        let told = Mail::new(wrong, "a@example.vn", None).unwrap_err();
        assert!(!format!("{told:#}").contains("bi-mat"), "{told:#}");
    }
    assert!(Mail::new("smtps://ai:bi-mat@thu.example.vn:465", "không phải thư", None).is_err());
    assert!(Mail::new("smtp://thu.example.vn:587?tls=required", "a@example.vn", None).is_ok());
}

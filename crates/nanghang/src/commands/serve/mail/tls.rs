//! Letters over an encrypted line, with a login: a mail server of this machine with a certificate of its own authority. Which
//! authorities are trusted is asked once in a process, so that each try is a process of its own.
//!
//! The files in `tests` are made for this test alone, for `localhost` until 2120: an authority, a certificate that it signed
//! with the key of it, and an authority that signed nothing.

use std::path::PathBuf;
use std::process::Command;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};

use super::*;

/// Where the other process is told the mail server.
const SERVER: &str = "NANGHANG_TEST_SMTP";
/// And where it writes what became of the letter.
const TOLD: &str = "NANGHANG_TEST_TOLD";

/// When the line becomes an encrypted one.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Begins {
    /// At once.
    AtOnce,
    /// When the other side asks for it.
    Asked,
    /// Never: nothing is offered.
    Never,
}

/// What was said in clear, and what over the encrypted line.
#[derive(Debug, Default, Clone)]
struct Heard {
    clear: Vec<String>,
    sealed: Vec<String>,
}

async fn listen(begins: Begins) -> (u16, Arc<Mutex<Heard>>) {
    let certificate = CertificateDer::from(include_bytes!("tests/server.der").as_slice());
    let key = PrivatePkcs8KeyDer::from(include_bytes!("tests/server.key.der").as_slice());
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let config = config.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
    let config = config.with_single_cert(vec![certificate], key.into()).unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = Arc::new(Mutex::new(Heard::default()));
    let kept = Arc::clone(&heard);
    tokio::spawn(async move {
        while let Ok((line, _)) = listener.accept().await {
            let (acceptor, kept) = (acceptor.clone(), Arc::clone(&kept));
            tokio::spawn(async move {
                let line = match begins {
                    Begins::AtOnce => line,
                    _ => {
                        let clear = |said: &str| kept.lock().unwrap().clear.push(said.to_owned());
                        match speak(line, "220 thu", begins == Begins::Asked, clear).await {
                            Some(line) => line,
                            None => return,
                        }
                    }
                };
                let sealed = |said: &str| kept.lock().unwrap().sealed.push(said.to_owned());
                if let Ok(line) = acceptor.accept(line).await {
                    let greeting = if begins == Begins::AtOnce { "220 thu" } else { "" };
                    speak(line, greeting, false, sealed).await;
                }
            });
        }
    });
    (port, heard)
}

/// RFC 5321 with AUTH PLAIN (RFC 4954); gives the line back where it is to be encrypted (RFC 3207).
async fn speak<L: AsyncRead + AsyncWrite + Unpin>(
    line: L,
    greeting: &str,
    can_seal: bool,
    heard: impl Fn(&str),
) -> Option<L> {
    let mut line = BufReader::new(line);
    let mut answer = greeting.to_owned();
    loop {
        if !answer.is_empty() {
            line.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
            line.flush().await.ok()?;
        }
        let mut said = String::new();
        if line.read_line(&mut said).await.unwrap_or(0) == 0 {
            return None;
        }
        heard(said.trim_end());
        answer = match said.split([' ', '\r']).next().unwrap_or_default() {
            "EHLO" if can_seal => "250-thu\r\n250-STARTTLS\r\n250 8BITMIME",
            "EHLO" => "250-thu\r\n250-AUTH PLAIN\r\n250 8BITMIME",
            "STARTTLS" if can_seal => {
                line.write_all(b"220 go on\r\n").await.ok()?;
                return Some(line.into_inner());
            }
            "AUTH" => "235 2.7.0 welcome",
            "DATA" => {
                line.write_all(b"354 go on\r\n").await.ok()?;
                line.flush().await.ok()?;
                let mut message = String::new();
                while !message.ends_with("\r\n.\r\n") {
                    if line.read_line(&mut message).await.unwrap_or(0) == 0 {
                        return None;
                    }
                }
                heard(&message);
                "250 2.0.0 taken"
            }
            "QUIT" => "221 bye",
            _ => "250 OK",
        }
        .to_owned();
    }
}

/// One answer by mail in a process that trusts this authority alone; whether it went out.
async fn goes_out(authority: &str, server: String) -> bool {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/commands/serve/mail/tests");
    let mut other = Command::new(std::env::current_exe().unwrap());
    let name = format!("{}::one_answer", module_path!().split_once("::").unwrap().1);
    other.args(["--exact", &name, "--ignored"]).env(SERVER, server);
    other.env("SSL_CERT_FILE", beside.join(authority)).env_remove("SSL_CERT_DIR");
    let folder = tempfile::tempdir().unwrap();
    let told = folder.path().join("told");
    other.env(TOLD, &told);
    let done = tokio::task::spawn_blocking(move || other.output().unwrap()).await.unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    std::fs::read_to_string(told).unwrap() == "it went out"
}

#[tokio::test]
#[ignore = "what the processes of the tests below do"]
async fn one_answer() {
    let Ok(server) = std::env::var(SERVER) else { return };
    let scratch = Scratch::sqlite();
    let office = office(&scratch).await;
    let asked = office.asked("lan@example.vn").await;
    answer(&office.ward(), asked.question.id, "Đã sửa xong").await.unwrap();
    let mail = Mail::new(&server, "hoi-dap@baclieu.example.vn", None).unwrap();
    mail.send(&office.desk, &office.seal).await.unwrap();
    // Said by a file, since what a test prints belongs to its harness.
    let told =
        if office.whats(&asked).await == [What::Answered, What::Mailed] { "it went out" } else { "it waits" };
    std::fs::write(std::env::var(TOLD).unwrap(), told).unwrap();
}

#[tokio::test]
async fn a_letter_goes_out_over_an_encrypted_line_and_the_login_is_said_there_alone() {
    for (begins, scheme, how) in [(Begins::Asked, "smtp", "?tls=required"), (Begins::AtOnce, "smtps", "")] {
        let (port, heard) = listen(begins).await;
        let server = format!("{scheme}://ai:bi-mat@localhost:{port}{how}");
        assert!(goes_out("authority.pem", server).await, "{begins:?} {heard:?}");
        let heard = heard.lock().unwrap().clone();
        // "\0ai\0bi-mat" in Base64.
        let login = "AUTH PLAIN AGFpAGJpLW1hdA==";
        assert!(heard.sealed.iter().any(|said| said == login), "{heard:?}");
        assert!(heard.sealed.iter().any(|said| said == "RCPT TO:<lan@example.vn>"));
        assert!(heard.sealed.iter().any(|said| said.contains("Auto-Submitted: auto-generated")));
        let clear: Vec<&str> = heard.clear.iter().filter_map(|said| said.split(' ').next()).collect();
        assert_eq!(clear, if begins == Begins::Asked { vec!["EHLO", "STARTTLS"] } else { vec![] });
    }
}

#[tokio::test]
async fn whom_nobody_vouches_for_gets_no_login_and_no_letter() {
    for (begins, authority, server) in [
        (Begins::Asked, "stranger.pem", "smtp://ai:bi-mat@localhost:{port}?tls=required"),
        (Begins::AtOnce, "stranger.pem", "smtps://ai:bi-mat@localhost:{port}"),
        // The certificate is of another name.
        (Begins::AtOnce, "authority.pem", "smtps://ai:bi-mat@127.0.0.1:{port}"),
        // Somebody on the way took the offer out.
        (Begins::Never, "authority.pem", "smtp://ai:bi-mat@localhost:{port}?tls=required"),
    ] {
        let (port, heard) = listen(begins).await;
        assert!(!goes_out(authority, server.replace("{port}", &port.to_string())).await, "{server}");
        let heard = heard.lock().unwrap().clone();
        let all = [heard.clear, heard.sealed].concat();
        assert!(
            all.iter().all(|said| ["EHLO", "STARTTLS", "QUIT"].iter().any(|verb| said.starts_with(verb))),
            "{all:?}"
        );
    }
}

#[test]
fn a_login_is_told_only_to_a_server_that_must_encrypt() {
    let told = |server: &str| Mail::new(server, "a@example.vn", None).is_ok();
    assert!(
        told("smtps://ai:bi-mat@thu.example.vn:465")
            && told("smtp://ai:bi-mat@thu.example.vn:587?tls=required")
    );
    assert!(told("smtp://thu.example.vn:25") && told("smtp://thu.example.vn:25?tls=opportunistic"));
    for open in ["smtp://ai:bi-mat@thu.example.vn", "smtp://ai:bi-mat@thu.example.vn:587?tls=opportunistic"] {
        assert!(!told(open), "{open}");
    }
}

//! Scanning a file with ClamAV, where one is configured: its `INSTREAM` command over TCP or a Unix socket.
//!
//! Protocol: clamd(8), section COMMANDS.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};
use tokio::time::timeout;

/// How long a file may take; a scanner that is busy for longer counts as not reached.
const PATIENCE: Duration = Duration::from_secs(30);
/// How much is sent at a time, in bytes.
const PIECE: usize = 64 * 1024;
/// The longest answer that is read, in bytes.
const ANSWER: u64 = 4096;

/// What is known of a kept file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scan {
    /// The scanner found nothing in it.
    Clean,
    /// There is no scanner, or it did not answer.
    Unscanned,
}

impl Scan {
    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Unscanned => "unscanned",
        }
    }

    pub(super) fn read(word: &str) -> Self {
        if word == Self::Clean.as_str() { Self::Clean } else { Self::Unscanned }
    }
}

/// Where the scanner is, if there is one. Cheap to clone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scanner(Option<String>);

/// The scanner found something in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found;

impl Scanner {
    /// The scanner at `host:port`, or at the path of a Unix socket.
    pub fn at(address: impl Into<String>) -> Self {
        Self(Some(address.into()))
    }

    /// No scanner: files are kept as [`Scan::Unscanned`].
    pub fn none() -> Self {
        Self(None)
    }

    /// What the scanner says of these bytes.
    pub(super) async fn scan(&self, bytes: &[u8]) -> Result<Scan, Found> {
        let Some(address) = &self.0 else { return Ok(Scan::Unscanned) };
        let asked = async {
            if address.starts_with('/') {
                ask(UnixStream::connect(address).await?, bytes).await
            } else {
                ask(TcpStream::connect(address).await?, bytes).await
            }
        };
        match timeout(PATIENCE, asked).await {
            Ok(Ok(answer)) if answer.ends_with(" FOUND") => Err(Found),
            Ok(Ok(answer)) if answer.ends_with(": OK") => Ok(Scan::Clean),
            _ => Ok(Scan::Unscanned),
        }
    }
}

async fn ask(mut line: impl AsyncRead + AsyncWrite + Unpin, bytes: &[u8]) -> io::Result<String> {
    line.write_all(b"zINSTREAM\0").await?;
    for piece in bytes.chunks(PIECE) {
        let length = u32::try_from(piece.len()).map_err(io::Error::other)?;
        line.write_all(&length.to_be_bytes()).await?;
        line.write_all(piece).await?;
    }
    line.write_all(&[0; 4]).await?;
    let mut answer = String::new();
    line.take(ANSWER).read_to_string(&mut answer).await?;
    Ok(answer.trim_end_matches(['\0', '\n']).to_owned())
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use super::*;

    /// A scanner that finds `virus`, and answers as clamd does.
    async fn clamd() -> Scanner {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
        tokio::spawn(async move {
            while let Ok((mut line, _)) = listener.accept().await {
                let mut command = [0; 10];
                line.read_exact(&mut command).await.expect("a command");
                assert_eq!(&command, b"zINSTREAM\0");
                let mut heard = Vec::new();
                loop {
                    let length = line.read_u32().await.expect("a length");
                    if length == 0 {
                        break;
                    }
                    let mut piece = vec![0; usize::try_from(length).expect("short")];
                    line.read_exact(&mut piece).await.expect("a piece");
                    heard.extend(piece);
                }
                let found = heard.windows(5).any(|window| window == b"virus");
                let answer = if found { "stream: Test-Virus FOUND\0" } else { "stream: OK\0" };
                line.write_all(answer.as_bytes()).await.expect("an answer");
            }
        });
        Scanner::at(address)
    }

    #[tokio::test]
    async fn what_the_scanner_finds_is_found_and_the_rest_is_clean() {
        let scanner = clamd().await;
        let mut long = vec![b'x'; 3 * PIECE + 7];
        assert_eq!(scanner.scan(&long).await, Ok(Scan::Clean));
        long.extend(b"virus");
        assert_eq!(scanner.scan(&long).await, Err(Found));
    }

    #[tokio::test]
    async fn without_an_answer_a_file_is_honestly_unscanned() {
        assert_eq!(Scanner::none().scan(b"x").await, Ok(Scan::Unscanned));
        assert_eq!(Scanner::at("/nowhere/clamd.sock").scan(b"x").await, Ok(Scan::Unscanned));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
        drop(listener);
        assert_eq!(Scanner::at(address).scan(b"x").await, Ok(Scan::Unscanned));
    }
}

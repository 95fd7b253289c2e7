//! A street: who asks, who must answer, and what asking needs.

#![allow(dead_code, reason = "each test file uses what it needs")]
#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

use std::io::Read;
use std::sync::atomic::{AtomicU8, Ordering};

use accounts::{Chance, Desk, Role};
use jiff::SignedDuration;
use jiff::civil::Date;
use listen::question::{Asked, Kind, Means, New, Refusal, Ticket, ask, ask_to_forget};
use listen::{Question, Seal};
use plan::evidence::Scanner;
use sample::{Scratch, town};
use store::{Attachments, backup};

/// The agency that is asked.
pub(crate) const WARD: &str = "BL-X-P2";
/// Another one.
pub(crate) const OTHER: &str = "BL-SNV25";
pub(crate) const MAIL: &str = "lan.bi-mat@example.vn";
pub(crate) const WORDS: &str = "Đường trước cổng trường bị hư, nước ngập";

/// Where a test asks and answers.
pub(crate) struct Street {
    /// The program's desk, by which anyone asks.
    pub(crate) desk: Desk,
    pub(crate) seal: Seal,
    pub(crate) attachments: Attachments,
    chance: Chance,
    scanner: Scanner,
}

/// The street on 20 May 2025.
pub(crate) async fn open(scratch: &Scratch) -> Street {
    let desk = scratch.desk().await;
    town::build(&desk).await.unwrap();
    let next = AtomicU8::new(1);
    let desk = Desk::program(desk.store(), desk.today, desk.now);
    Street {
        desk,
        seal: Seal::new(&[7; 32]),
        attachments: scratch.attachments(),
        chance: Chance::new(move |bytes| bytes.fill(next.fetch_add(1, Ordering::Relaxed))),
        scanner: Scanner::none(),
    }
}

impl Street {
    /// What comes in by a form that was opened a minute before.
    pub(crate) fn written(&self, kind: Kind, words: &str) -> New {
        let opened = self.desk.now - SignedDuration::from_secs(60);
        New {
            kind,
            place: Some(WARD.to_owned()),
            commune: None,
            topic: String::new(),
            words: words.to_owned(),
            contact: MAIL.to_owned(),
            consent: true,
            picture: None,
            form: Ticket::hand_out(&self.seal, &self.chance, opened).as_str().to_owned(),
        }
    }

    /// What answering with files needs.
    pub(crate) fn means(&self) -> Means<'_> {
        let Self { seal, chance, attachments, scanner, .. } = self;
        Means { seal, chance, attachments, scanner }
    }

    pub(crate) async fn take(&self, new: &New) -> Result<Asked, Refusal> {
        ask(&self.desk, self.means(), new).await
    }

    /// A question of this kind to the ward.
    pub(crate) async fn asked(&self, kind: Kind) -> Asked {
        self.take(&self.written(kind, WORDS)).await.unwrap()
    }

    /// The request of an asker, by code and secret, that their words go.
    pub(crate) async fn wants_forgetting(&self, asked: &Asked) -> Result<Asked, Refusal> {
        let form = self.written(Kind::OwnData, WORDS).form;
        let keys = (asked.question.code.as_str(), asked.secret.as_str());
        ask_to_forget(&self.desk, self.means(), keys, (&form, "Xin xóa nội dung tôi đã viết")).await
    }

    /// The desk of somebody of an agency, on a day.
    pub(crate) fn seat(&self, role: Role, agency: &str, day: Date) -> Desk {
        self.desk.on(day).seat((1, "ut"), "p", role, agency)
    }

    /// An officer of the ward.
    pub(crate) fn ward(&self, day: Date) -> Desk {
        self.seat(Role::Officer, WARD, day)
    }
}

/// A question as the standing body reads it.
pub(crate) async fn now(street: &Street, id: i64) -> Question {
    let desk = street.seat(Role::StandingBody, "BL-VPUBND", street.desk.today);
    listen::question::one(&desk, id).await.unwrap().question
}

/// A photo of a telephone: where it was taken stands in it, and a comment.
pub(crate) fn photo() -> Vec<u8> {
    let segment = |marker: u8, contents: &[u8]| {
        let length = u16::try_from(contents.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker], length.as_slice(), contents].concat()
    };
    [
        vec![0xFF, 0xD8],
        segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<GPS!>"),
        segment(0xFE, b"GPS!"),
        segment(0xC0, b"\x08\0\x01\0\x01\x01\x01\x11\0"),
        segment(0xDA, b"\x01\x01\0\0\x3f\0"),
        b"khuon-mat\xFF\xD9".to_vec(),
        b"behind GPS!".to_vec(),
    ]
    .concat()
}

/// Everything that a backup holds, every table and attachment of it, as it is written into the archive.
pub(crate) async fn whole(desk: &Desk, attachments: &Attachments) -> Vec<u8> {
    let mut archive = Vec::new();
    backup::backup(desk.store(), attachments, desk.now, &mut archive).await.unwrap();
    let mut clear = Vec::new();
    zstd::Decoder::new(archive.as_slice()).unwrap().read_to_end(&mut clear).unwrap();
    clear
}

/// Whether a text stands in bytes.
pub(crate) fn has(bytes: &[u8], mark: &str) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark.as_bytes())
}

/// A text as bytes are often written: in hexadecimal digits, and in Base64 wherever it begins.
pub(crate) fn disguises(text: &str) -> Vec<String> {
    let hex = text.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sixes = |skipped: usize| {
        let bits: Vec<u8> =
            text.bytes().flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1)).collect();
        let six = |bits: &[u8]| char::from(letters[usize::from(bits.iter().fold(0, |n, bit| n * 2 + bit))]);
        bits[skipped..].chunks_exact(6).map(six).collect::<String>()
    };
    vec![text.to_owned(), hex.to_uppercase(), hex, sixes(0), sixes(2), sixes(4)]
}

//! What is sent that is too large, or is not what it says it is.

use accounts::Role;
use sample::on_both;

use crate::office::{file, text};
use crate::scene::{Ask, OWN, Scene, Sent};
use crate::{forms, request};

/// A program of Windows, a page and a picture with a script: none of them is paper or a spreadsheet.
const FOREIGN: [(&str, &[u8]); 4] = [
    ("van-ban.pdf", b"MZ\x90\x00\x03 This program cannot be run in DOS mode"),
    ("van-ban.pdf", b"<!doctype html><script>alert(1)</script>"),
    ("van-ban.docx", b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
    ("van-ban.pdf", b""),
];

on_both! {
    async fn a_form_without_files_is_not_read_beyond_what_it_may_weigh(scratch: Scratch) {
        let scene = Scene::open(&scratch).await;
        for (right, walker) in forms(&scene).await {
            let mut ask = request(&scene, right.act, Some(walker)).await.unwrap();
            if let Sent::Form(fields) = &mut ask.body {
                fields.push(("more", "x".repeat(300 * 1024)));
                let came = scene.send(&ask, Some(&walker.cookie)).await;
                assert_eq!((came.status.as_u16(), came.acts.len()), (413, 0), "{}", right.act);
            }
        }
    }

    async fn a_document_is_paper_and_no_larger_than_one(scratch: Scratch) {
        let scene = Scene::open(&scratch).await;
        let cookie = &scene.walker(Role::StandingBody, OWN).cookie;
        let with = async |name: &str, bytes: &[u8]| {
            let mut ask = request(&scene, "document.attached", None).await.unwrap();
            if let Sent::Files(parts) = &mut ask.body {
                *parts.last_mut().unwrap() = ("file".to_owned(), Some(name.to_owned()), bytes.to_vec());
            }
            scene.send(&ask, Some(cookie)).await
        };
        for (name, bytes) in FOREIGN {
            let came = with(name, bytes).await;
            assert!(!came.acts.iter().any(|act| act == "document.attached"), "{name}: {:?}", came.acts);
            assert_eq!(came.status, 422, "{name} {bytes:?}");
        }
        let large = with("lon.pdf", &[b"%PDF-1.4".as_slice(), &vec![b'x'; 33 * 1024 * 1024]].concat()).await;
        assert!(matches!(large.status.as_u16(), 400 | 413), "{}", large.status);
        assert!(large.acts.is_empty());
    }

    async fn people_come_in_from_a_spreadsheet_alone(scratch: Scratch) {
        let scene = Scene::open(&scratch).await;
        let cookie = &scene.walker(Role::Administrator, OWN).cookie;
        for (_, bytes) in FOREIGN {
            let parts = [text("form", "mau-0123456789-abcdef"), file("ds.xlsx", bytes)];
            let came = scene.send(&Ask::files("/quan-tri/nhap-nguoi-dung", &parts), Some(cookie)).await;
            assert_eq!((came.status.as_u16(), came.acts.len()), (422, 0), "{bytes:?}");
            assert!(!came.body.contains("<script>alert"), "{bytes:?}");
        }
    }

    async fn a_file_of_a_report_comes_back_as_what_it_is_and_can_do_nothing(scratch: Scratch) {
        let scene = Scene::open(&scratch).await;
        let walker = scene.walker(Role::Officer, OWN);
        let read = request(&scene, "evidence.read", None).await.unwrap();
        let came = scene.send(&read, Some(&walker.cookie)).await;
        let header = |name: &str| came.headers.get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
        assert_eq!(header("content-type"), "application/pdf");
        assert!(header("content-disposition").starts_with("attachment"), "{}", header("content-disposition"));
        assert_eq!(header("content-security-policy"), "default-src 'none'; sandbox");
    }

    async fn what_is_no_form_is_refused_and_nothing_breaks(scratch: Scratch) {
        let scene = Scene::open(&scratch).await;
        for (right, walker) in forms(&scene).await {
            let at = request(&scene, right.act, Some(walker)).await.unwrap().at;
            let bare = Ask { at: at.clone(), body: Sent::Form(Vec::new()), ..Ask::default() };
            let files = Ask { at, body: Sent::Files(Vec::new()), ..Ask::default() };
            for ask in [bare, files] {
                let came = scene.send(&ask, Some(&walker.cookie)).await;
                assert!((400..500).contains(&came.status.as_u16()) || came.acts.is_empty(), "{} {}", right.act, came.status);
                assert!(came.status.as_u16() < 500, "{}: {}", right.act, came.status);
            }
        }
    }
}

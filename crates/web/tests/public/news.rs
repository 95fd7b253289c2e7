//! News at the front door: an article from its draft to its readers, corrected, found by words without marks, withdrawn.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use accounts::{Desk, Role};
use axum::Router;
use axum::http::{Method, StatusCode};
use inform::article::{
    self, Approval, Article, Draft, NewCorrection, NewFile, Section, Text, Tie, Tongue, approve, attach,
    correct, withdraw, write,
};
use jiff::ToSpan;
use plan::Scanner;
use sample::on_both;

use crate::door::{Answer, ask, renew, staffed, staffed_app};

const BROWSER: &str = "Mozilla/5.0 (Linux; Android 14) Chrome/131.0 Mobile";

fn text(tongue: Tongue, title: &str, body: &str) -> Text {
    Text { tongue, title: title.into(), summary: "Tóm tắt <b>đậm</b>".into(), body: body.into() }
}

fn draft(title: &str, body: &str) -> Draft {
    Draft {
        form: None,
        section: Some(Section::Guidance),
        tie: Tie { dimension: Some(5), duty: Some("CK04".into()), task: None },
        agency: "BL-SVHTTDL".into(),
        author: "Ban biên tập".into(),
        texts: vec![text(Tongue::Vi, title, body)],
    }
}

fn leader(desk: &Desk) -> Desk {
    desk.seat((3, "lanh-dao"), "ghe", Role::Leader, "BL-UBND")
}

async fn approved(desk: &Desk, article: &Article, hours: i64) -> Article {
    let shows_at = (hours != 0).then(|| desk.now + hours.hours());
    let approval =
        Approval { version: article.version, answers: "Trần Văn Bình".into(), shows_at, is_fine: false };
    approve(&leader(desk), article.id, &approval).await.unwrap()
}

async fn published(desk: &Desk, draft: &Draft) -> Article {
    approved(desk, &write(desk, draft).await.unwrap(), 0).await
}

async fn get(site: &Router, address: &str) -> Answer {
    ask(site, Method::GET, address, &[("user-agent", BROWSER)], "").await
}

fn at(article: &Article) -> String {
    format!("/tin-tuc/{}", article.slug)
}

on_both! {
    async fn an_article_shows_what_its_readers_know_it_by(scratch: Scratch) {
        let (site, desk) = (staffed(&scratch).await, scratch.desk().await);
        let mut new = draft("Thủ tục hành chính", "Nộp tại <script>alert(1)</script> **một cửa**.\n\n![](anh-1)");
        new.texts.push(text(Tongue::Km, "នីតិវិធី", "ឯកសារ"));
        let written = write(&desk, &new).await.unwrap();
        let attachments = scratch.attachments();
        let picture = NewFile { said: "Bảng niêm yết".into(), bytes: include_bytes!("../../../inform/tests/picture.png").to_vec() };
        attach(&desk, (&attachments, &Scanner::none()), written.id, picture).await.unwrap();
        assert_eq!(get(&site, &at(&written)).await.status, StatusCode::NOT_FOUND, "a draft is nobody's");
        let written = article::one(&desk, written.id).await.unwrap().article;
        let article = approved(&desk, &written, 0).await;

        let page = get(&site, &at(&article)).await;
        page.says("Thứ Ba, ngày 20 tháng 5 năm 2025");
        page.says("Chịu trách nhiệm nội dung: Trần Văn Bình");
        page.says("Ban biên tập");
        page.says("5. Cải cách thủ tục hành chính");
        assert!(page.text().contains("&lt;script&gt;") && !page.text().contains("<script>"));
        assert!(page.text().contains("&#60;b&#62;đậm"), "a summary is no Markdown");
        assert!(page.text().contains("alt=\"Bảng niêm yết\" width=\"4\" height=\"3\""));
        let khmer = get(&site, &format!("{}?tongue=km", at(&article))).await;
        assert!(khmer.text().contains("<article class=\"article\" lang=\"km\">"));
        assert_eq!(get(&site, &format!("{}?tongue=en", at(&article))).await.status, StatusCode::NOT_FOUND);
        let english = get(&site, &format!("/en/news/{}", article.slug)).await;
        assert!(english.text().contains("lang=\"vi\""), "nobody wrote it in English");
        english.says("nobody has written it in English yet");

        let picture = get(&site, &format!("{}/tep/1", at(&article))).await;
        assert_eq!((picture.header("content-type"), picture.status), ("image/jpeg", StatusCode::OK));
        assert_eq!(picture.header("content-security-policy"), "default-src 'none'; sandbox");
        assert_eq!(get(&site, &format!("{}/tep/2", at(&article))).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_correction_stands_below_and_a_withdrawal_in_its_place(scratch: Scratch) {
        let (app, desk) = (staffed_app(&scratch).await, scratch.desk().await);
        let site = web::router(app.clone());
        let article = published(&desk, &draft("Lịch tiếp dân", "Ngày 15.")).await;
        let right = draft("Lịch tiếp dân", "Ngày 20.");
        let said = NewCorrection { version: article.version, said: "Ngày 15 là sai; đúng là ngày 20.".into(), is_fine: false };
        correct(&leader(&desk), article.id, &right, &said).await.unwrap();
        let page = get(&site, &at(&article)).await;
        page.says("Đính chính");
        page.says("Ngày 15 là sai; đúng là ngày 20.");
        withdraw(&leader(&desk), article.id, "Trùng với tin khác").await.unwrap();
        renew(&app, &desk).await;
        let gone = get(&site, &at(&article)).await;
        assert_eq!(gone.status, StatusCode::GONE);
        gone.says("Lý do: Trùng với tin khác");
        assert!(!gone.words().contains("Ngày 20."));
    }

    async fn lists_feeds_and_search_tell_what_is_shown_alone(scratch: Scratch) {
        let (site, desk) = (staffed(&scratch).await, scratch.desk().await);
        let shown = published(&desk, &draft("Thủ tục hành chính", "Một cửa.")).await;
        let coming = write(&desk, &draft("Thủ tục mai sau", "Chưa đăng.")).await.unwrap();
        approved(&desk, &coming, 3).await;
        write(&desk, &draft("Thủ tục nháp", "Bản soạn.")).await.unwrap();
        for address in ["/tin-tuc", "/tin-tuc?section=guidance&dimension=5", "/tin-tuc/atom.xml", "/tim-kiem?q=thu+tuc"] {
            let page = get(&site, address).await;
            assert!(page.text().contains(&shown.slug), "{address}");
            assert!(!page.text().contains("mai-sau") && !page.text().contains("thu-tuc-nhap"), "{address}");
        }
        assert!(get(&site, "/tim-kiem?q=thu+tuc").await.text().contains("<mark>Thủ tục</mark> hành chính"));
        assert!(!get(&site, "/tin-tuc?section=notice").await.text().contains(&shown.slug));
        assert!(!get(&site, "/tin-tuc?dimension=4").await.text().contains(&shown.slug));
        let mut both = draft("Bản hai thứ tiếng", "Một cửa.");
        both.texts.push(text(Tongue::Km, "នីតិវិធី", "ច្រកចេញចូល"));
        let both = published(&desk, &both).await;
        for address in ["/tin-tuc?tongue=km", "/tin-tuc/atom.xml?tongue=km", "/en/news?tongue=km"] {
            let page = get(&site, address).await;
            assert!(page.text().contains("នីតិវិធី") && page.text().contains(&both.slug), "{address}");
            assert!(!page.text().contains(&shown.slug), "{address}: nobody wrote it in Khmer");
        }
        for wrong in ["/tin-tuc?section=x", "/tin-tuc?tongue=x", "/tin-tuc?dimension=99", "/tin-tuc?page=0", "/tin-tuc?page=9", "/tin-tuc/khong-co"] {
            assert_eq!(get(&site, wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
        }
        let feed = get(&site, "/tin-tuc/atom.xml?section=guidance").await;
        assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
        assert!(feed.text().contains("<summary xml:lang=\"vi\">Tóm tắt &#60;b&#62;"));
    }

    async fn the_words_are_found_in_the_text_and_hostile_ones_are_not_obeyed(scratch: Scratch) {
        let (site, desk) = (staffed(&scratch).await, scratch.desk().await);
        published(&desk, &draft("Tin", "Bà con ở Đặng Đình nộp hồ sơ <i>tại</i> trụ sở.")).await;
        let page = get(&site, "/tim-kiem?q=dang+dinh").await;
        assert!(page.text().contains("<mark>Đặng Đình</mark> nộp hồ sơ &#60;i&#62;"), "{}", page.words());
        for hostile in ["%22", "%22+OR+%22", "*", "NEAR(a", "%27;--", "a%26b", "%E2%80%AE"] {
            assert_eq!(get(&site, &format!("/tim-kiem?q={hostile}")).await.status, StatusCode::OK, "{hostile}");
        }
    }

    async fn a_table_from_a_word_processor_stays_one_and_its_words_are_found(scratch: Scratch) {
        let (site, desk) = (staffed(&scratch).await, scratch.desk().await);
        let body = "Biểu phí:\r\nViệc\tMức thu\r\nChứng thực <b>bản sao</b>\t2.000 đồng|trang\r\nTrích lục hộ tịch\t8.000 đồng\r\nHết.";
        let article = published(&desk, &draft("Phí, lệ phí", body)).await;
        let page = get(&site, &at(&article)).await;
        assert!(page.text().contains("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Bảng 1\"><table>"));
        assert!(page.text().contains("<th scope=\"col\">Mức thu</th>"), "{}", page.text());
        assert!(page.text().contains("<td>Chứng thực &lt;b&gt;bản sao&lt;/b&gt;</td><td>2.000 đồng|trang</td>"));
        assert!(page.text().contains("<p>Hết.</p>"), "what follows is no row");
        let found = get(&site, "/tim-kiem?q=trich+luc").await;
        assert!(found.text().contains("<mark>Trích lục</mark> hộ tịch 8.000 đồng Hết."), "{}", found.words());
        assert!(!found.words().contains('|') || found.words().contains("đồng|trang"));
        let rows = "c\td\n".repeat(9000);
        let long = Draft { texts: vec![text(Tongue::Vi, "Dài", &rows)], ..draft("Dài", "x") };
        assert!(write(&desk, &long).await.is_err(), "a table counts as long as it is kept");
    }

    async fn an_excerpt_shows_no_markdown(scratch: Scratch) {
        let (site, desk) = (staffed(&scratch).await, scratch.desk().await);
        let body = "## Hồ sơ gồm\n\n- Đơn nộp tại **một cửa**\n\n[gửi phản ánh tại đây](/hoi-dap).\n\n> Không ai được đòi thêm.";
        published(&desk, &draft("Tin", body)).await;
        let page = get(&site, "/tim-kiem?q=phan+anh").await;
        let excerpt = "… sơ gồm Đơn nộp tại một cửa gửi <mark>phản ánh</mark> tại đây. Không ai được đòi thêm.";
        assert!(page.text().contains(excerpt), "{}", page.words());
    }

    async fn feeds_and_other_languages_are_named_where_readers_look_for_them(scratch: Scratch) {
        let (site, desk) = (staffed(&scratch).await, scratch.desk().await);
        let mut new = draft("Thủ tục", "Một cửa.");
        new.texts.push(text(Tongue::Km, "នីតិវិធី", "ឯកសារ"));
        let article = published(&desk, &new).await;
        let list = get(&site, "/tin-tuc?section=guidance&dimension=5").await;
        let name = "Hướng dẫn người dân · 5. Cải cách thủ tục hành chính – Nâng Hạng";
        let feed = "/tin-tuc/atom.xml?section=guidance&#38;dimension=5";
        let link = format!("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{name}\" href=\"{feed}\">");
        assert!(list.text().contains(&link), "{}", list.text().split("</head>").next().unwrap());
        assert!(list.text().contains("href=\"/lich.ics\" type=\"text/calendar\""));
        let feed = get(&site, "/tin-tuc/atom.xml?section=guidance&dimension=5").await;
        assert!(feed.text().contains(&format!("<title>{name}</title>")), "{}", feed.text());
        assert_eq!(get(&site, "/tin-tuc/atom.xml?dimension=99").await.status, StatusCode::NOT_FOUND);
        let page = get(&site, &at(&article)).await;
        let head = page.text().split("</head>").next().unwrap();
        assert!(head.contains(&format!("hreflang=\"vi\" href=\"{}\"", at(&article))), "{head}");
        assert!(head.contains(&format!("hreflang=\"km\" href=\"{}?tongue=km\"", at(&article))), "{head}");
        assert!(!head.contains("hreflang=\"en\""), "nobody wrote it in English: {head}");
    }

    async fn a_reader_counts_once_and_a_robot_never(scratch: Scratch) {
        let (app, desk) = (staffed_app(&scratch).await, scratch.desk().await);
        let site = web::router(app.clone());
        let article = published(&desk, &draft("Đếm", "Đếm.")).await;
        for _ in 0..3 {
            get(&site, &at(&article)).await;
        }
        ask(&site, Method::GET, &at(&article), &[("user-agent", "Mozilla/5.0 (compatible; Googlebot/2.1)")], "").await;
        ask(&site, Method::GET, &at(&article), &[], "").await;
        get(&site, "/tin-tuc/khong-co").await;
        let taken = app.tally().take();
        assert_eq!(taken.len(), 1);
        let counts = &taken[&desk.today];
        assert_eq!((counts.visits, counts.articles.len(), counts.articles[&article.slug]), (1, 1, 1));
        inform::views::keep(desk.store(), desk.today, counts).await.unwrap();
        assert_eq!(article::seen(&desk, &article.slug).await.unwrap().views, 1);
    }
}

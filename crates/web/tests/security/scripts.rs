//! A script in every field of every form and in the names of files: on every page that shows it, it is text.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use accounts::Role;
use look::Lang;
use sample::Scratch;
use web::Page;

use crate::scene::{Ask, OWN, PARTNER, Scene, Sent, Walker};
use crate::{door, forms, request};

/// Ends an attribute of either kind, and opens an element that nothing of ours has.
const SCRIPT: &str = "'\"><xss-script onload=alert(1)>";
/// The least that must not come out as it went in.
const RAW: &str = "<xss-";

/// Fields that say what is done, to what, and by which form: a script there is another request altogether.
const FIXED: [&str; 5] = ["act", "form", "version", "number", "was"];

#[tokio::test]
async fn a_script_in_any_field_is_text_on_every_page() {
    // On one database: what a page escapes does not depend on where it is kept.
    let scratch = Scratch::sqlite();
    let mut scene = Scene::open(&scratch).await;
    let (mut tried, mut kept) = (0, 0);
    for (right, walker) in forms(&scene).await {
        let fields = fields(&request(&scene, right.act, Some(walker)).await.unwrap());
        for field in fields {
            let mut ask = request(&scene, right.act, Some(walker)).await.unwrap();
            poison(&mut ask, field);
            let came = scene.send(&ask, Some(&walker.cookie)).await;
            tried += 1;
            kept += usize::from(!came.acts.is_empty());
            assert!(came.status.as_u16() < 500, "{} {field}: {}", right.act, came.status);
            harmless(&came.body, right.act);
        }
    }
    // What the public sees is drawn anew.
    let site = door::staffed(&scratch).await;
    scene.site = site;
    let mut seen = 0;
    for role in Role::OF_POSTS {
        seen += crawl(&scene, scene.walker(role, OWN)).await;
    }
    assert!(kept > 40, "{kept} of {tried} were kept: most texts may be anything");
    assert!(seen > 300, "{seen} pages were seen");
}

/// How many fields a request has.
fn fields(ask: &Ask) -> std::ops::Range<usize> {
    match &ask.body {
        Sent::Form(fields) => 0..fields.len(),
        Sent::Files(parts) => 0..parts.len(),
        Sent::Nothing => 0..0,
    }
}

fn poison(ask: &mut Ask, field: usize) {
    match &mut ask.body {
        Sent::Form(fields) if !FIXED.contains(&fields[field].0) => fields[field].1 += SCRIPT,
        Sent::Files(parts) => match &mut parts[field] {
            (_, Some(called), _) => called.insert_str(0, SCRIPT),
            (name, None, bytes) if !FIXED.contains(&name.as_str()) => bytes.extend(SCRIPT.as_bytes()),
            _ => {}
        },
        _ => {}
    }
}

fn harmless(body: &str, place: &str) {
    if let Some(at) = body.find(RAW) {
        let from = body[..at].char_indices().rev().nth(120).map_or(0, |(from, _)| from);
        panic!("{place}: …{}", body[from..].chars().take(200).collect::<String>());
    }
    let low = body.to_lowercase();
    for scheme in ["href=\"javascript:", "href=\"data:", "src=\"data:", "src=\"http"] {
        assert!(!low.contains(scheme), "{place}: {scheme}");
    }
}

/// Sees every page that links lead to from the desk's menu, each with one query, and says how many there are.
async fn crawl(scene: &Scene, walker: &Walker) -> usize {
    let menu = Page::of_menu(&Page::DESK).chain([Page::Documents, Page::Progress, Page::Account]);
    let mut waiting: VecDeque<String> =
        Lang::ALL.iter().flat_map(|lang| menu.clone().map(|page| page.path(*lang))).collect();
    waiting.push_back(format!("/co-quan/{PARTNER}"));
    let mut known: BTreeSet<String> = waiting.iter().cloned().collect();
    let mut of_kind: BTreeMap<String, usize> = BTreeMap::new();
    let mut seen = 0;
    while let Some(at) = waiting.pop_front() {
        let came = scene.send(&Ask::page(&at, ""), Some(&walker.cookie)).await;
        assert!(came.status.as_u16() < 500, "{at}: {}", came.status);
        let is_page = came
            .headers
            .get("content-type")
            .is_some_and(|kind| kind.to_str().unwrap().starts_with("text/html"));
        if !is_page {
            continue;
        }
        harmless(&came.body, &at);
        seen += 1;
        for link in came.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let path = link.split(['?', '#']).next().unwrap_or_default().replace("&#38;", "&");
            let kind: String = path.chars().filter(|c| !c.is_ascii_digit()).collect();
            let few = of_kind.entry(kind).or_default();
            if is_ours(&path) && *few < 8 && known.insert(path.clone()) {
                *few += 1;
                waiting.push_back(path);
            }
        }
    }
    seen
}

/// Whether an address is of pages that show what people typed.
fn is_ours(path: &str) -> bool {
    let published = ["/tinh", "/en/provinces", "/xep-hang", "/en/ranking", "/assets", "/api", "/en/api"];
    path.starts_with('/') && !published.iter().any(|of| path.starts_with(of))
}

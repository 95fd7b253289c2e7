//! The API at the front door: the contract's answers, pages of lists, CSV, problems in words.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use insta::assert_snapshot;
use jiff::civil::date;
use places::country;
use scores::Editions;
use serde_json::{Value, json};
use tower::ServiceExt;
use web::{App, Settings, Snapshot};

fn site() -> Router {
    let province = country().sets[0].by_code("95").expect("95");
    let settings = Settings { province, demo: false, imprint: None, origin: None };
    let editions = Editions::embedded(2011..=2024);
    web::router(App::new(settings, Snapshot::new(date(2025, 5, 20), editions)))
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.text).expect("JSON")
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }
}

async fn ask(site: &Router, address: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::get(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).expect("a request");
    let answer = site.clone().oneshot(request).await.expect("an answer");
    let (parts, body) = answer.into_parts();
    let bytes = body.collect().await.expect("a body").to_bytes();
    Answer {
        status: parts.status,
        headers: parts.headers,
        text: String::from_utf8(bytes.into()).expect("UTF-8"),
    }
}

async fn get(address: &str) -> Answer {
    ask(&site(), address, &[]).await
}

#[tokio::test]
async fn the_four_questions_answer_as_the_command_line_does() {
    let ranking = get("/api/v1/ranking?year=2024&dimension=total").await.json();
    assert_eq!((&ranking[20]["province"], &ranking[20]["rank"]), (&json!("95"), &json!(21)));
    let standing = get("/api/v1/provinces/95/standing?year=2024").await.json();
    assert_eq!(standing["total"]["change"]["rank"], json!(-16));
    let target = get("/api/v1/provinces/bac-lieu/target?year=2024&rank=20").await.json();
    assert_eq!((&target["kind"], &target["met"]), (&json!("rank"), &json!(false)));
    let explained = get("/api/v1/provinces/95/explain?from=2023&to=2024").await.json();
    assert_eq!(
        (&explained["rank_change"], explained["parts"].as_array().map(Vec::len)),
        (&json!(-16), Some(28))
    );
}

#[tokio::test]
async fn a_target_takes_every_option_of_the_command() {
    for (query, kind, items) in [
        ("group=high_average&each-dimension=true", "group", 8),
        ("group=high_average&each_dimension=1", "group", 8),
        ("group=high_average&each-dimension=false", "group", 1),
        ("improve=1&points", "improve", 1),
        ("score=45,5&dimension=total", "score", 1),
        ("if=rank%3D20&if=each%3Agroup%3Dhigh_average", "joined", 9),
        ("path=2023%20rank%3D20", "path", 2),
    ] {
        let answer = get(&format!("/api/v1/provinces/95/target?year=2024&{query}")).await.json();
        assert_eq!(
            (&answer["kind"], answer["items"].as_array().map(Vec::len)),
            (&json!(kind), Some(items)),
            "{query}"
        );
    }
}

#[tokio::test]
async fn a_list_is_pages_that_link_to_each_other_and_together_hold_every_row() {
    let site = site();
    let whole = ask(&site, "/api/v1/ranking?year=2024", &[]).await.json();
    let (mut address, mut rows) = ("/api/v1/ranking?year=2024&per_page=25".to_owned(), Vec::new());
    loop {
        let page = ask(&site, &address, &[]).await;
        rows.extend(page.json().as_array().expect("a list").clone());
        let next =
            page.header("link").split(", ").find(|link| link.ends_with("rel=\"next\"")).map(str::to_owned);
        let Some(next) = next else { break };
        address = next.trim_start_matches('<').split('>').next().expect("an address").to_owned();
    }
    assert_eq!(Value::Array(rows), whole);
    let beyond = ask(&site, "/api/v1/ranking?year=2024&page=9", &[]).await;
    assert_eq!(beyond.json(), json!([]));
    assert_snapshot!(ask(&site, "/api/v1/ranking?page=2&year=2024&per_page=25", &[]).await.header("link"));
}

#[tokio::test]
async fn csv_is_asked_by_the_address_or_by_the_header_and_kept_apart_from_json() {
    let site = site();
    let address = "/api/v1/ranking?year=2024";
    assert_eq!(ask(&site, address, &[]).await.header("content-type"), "application/json");
    let by_header = ask(&site, address, &[("accept", "text/csv")]).await;
    let by_address = ask(&site, "/api/v1/ranking?year=2024&format=csv&per_page=5", &[]).await;
    assert!(by_header.text.starts_with("year,dimension,province"));
    assert_eq!(by_header.text, by_address.text);
    assert_eq!(by_address.header("content-disposition"), "attachment; filename=\"papi-2024-total-63.csv\"");
    assert_eq!(ask(&site, address, &[]).await.header("content-type"), "application/json");
}

#[tokio::test]
async fn the_figures_can_be_had_whole_as_they_came() {
    let whole = get("/api/v1/figures?format=csv").await.text;
    let (mut ours, mut theirs) = (whole.lines(), include_str!("../../../../data/papi_scores.csv").lines());
    assert_eq!(ours.next(), theirs.next());
    let read = |line: &str| {
        let (key, score) = line.rsplit_once(',').expect("a score");
        (key.to_owned(), score.parse::<f64>().expect("a number"))
    };
    assert_eq!(ours.map(read).collect::<Vec<_>>(), theirs.map(read).collect::<Vec<_>>());
}

#[tokio::test]
async fn what_does_not_exist_is_a_problem_with_the_nearest_that_do() {
    let mut said = Vec::new();
    for (address, language) in [
        ("/api/v1/ranking?year=2030", "vi"),
        ("/api/v1/ranking?year=2015&dimension=7", "en"),
        ("/api/v1/provinces/bac-leiu/standing", "vi"),
        ("/api/v1/provinces/95/standing?units=34", "en"),
        ("/api/v1/provinces/95/target", "vi"),
        ("/api/v1/provinces/95/target?if=speed%3D3", "en"),
        ("/api/v1/provinces/95/explain?from=2024&to=2023", "vi"),
        ("/api/v1/ranking?page=0", "en"),
        ("/api/v1/ranking?year=2024&year=2023", "vi"),
        ("/api/v1/rankings", "en"),
    ] {
        let answer = ask(&site(), address, &[("accept-language", language)]).await;
        assert_eq!(answer.header("content-type"), "application/problem+json", "{address}");
        assert_eq!(answer.json()["status"], json!(answer.status.as_u16()), "{address}");
        said.push(format!("{address}\n{}", serde_json::to_string_pretty(&answer.json()).expect("JSON")));
    }
    assert_snapshot!(said.join("\n\n"));
}

#[tokio::test]
async fn any_site_may_read() {
    let answer = ask(&site(), "/api/v1/editions", &[("origin", "https://example.org")]).await;
    assert_eq!((answer.status, answer.header("access-control-allow-origin")), (StatusCode::OK, "*"));
    assert_eq!(answer.header("access-control-expose-headers"), "link");
}

#[tokio::test]
async fn the_description_names_every_address_and_every_field_that_is_answered() {
    let site = site();
    let description = ask(&site, "/api/v1/openapi.json", &[]).await.json();
    assert!(description["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")));
    for (address, asked, schema) in [
        ("/api/v1/ranking", "/api/v1/ranking?year=2021&units=34", "RankingRow"),
        ("/api/v1/provinces", "/api/v1/provinces", "ProvinceRow"),
        ("/api/v1/editions", "/api/v1/editions", "EditionRow"),
        ("/api/v1/structure", "/api/v1/structure", "StructureRow"),
        ("/api/v1/figures", "/api/v1/figures?year=2024", "FigureRow"),
        ("/api/v1/provinces/{province}/standing", "/api/v1/provinces/95/standing", "Standing"),
        ("/api/v1/provinces/{province}/target", "/api/v1/provinces/95/target?rank=20", "TargetVerdict"),
        ("/api/v1/provinces/{province}/explain", "/api/v1/provinces/95/explain", "Explained"),
        ("/api/v1/outlook", "/api/v1/outlook?year=2025&province=95&draws=100", "OutlookRow"),
        ("/api/v1/provinces/{province}/whatif", "/api/v1/provinces/95/whatif?rank=20&draws=100", "WhatIf"),
        ("/api/v1/ranks", "/api/v1/ranks?year=2024&method=joint", "Ranks"),
    ] {
        assert!(description["paths"][address]["get"].is_object(), "{address}");
        let answer = ask(&site, asked, &[]).await.json();
        let row = answer.as_array().map_or(&answer, |rows| rows.last().expect("a row"));
        let described = description["components"]["schemas"][schema]["properties"].as_object().expect(schema);
        for field in row.as_object().expect("an object").keys() {
            assert!(described.contains_key(field), "{schema}.{field}");
        }
    }
}

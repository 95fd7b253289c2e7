//! Forms that another site sends from an official's browser.

use sample::on_both;

use crate::scene::Scene;
use crate::{forms, request};

on_both! {
    async fn no_form_of_another_site_does_anything(scratch: Scratch) {
        let scene = Scene::open(&scratch).await;
        let foreign: [&[(&str, &str)]; 6] = [
            &[("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "same-site")],
            &[("sec-fetch-site", "cross-site"), ("origin", "https://papi.example.vn"), ("host", "papi.example.vn")],
            &[("origin", "https://evil.vn"), ("host", "papi.example.vn")],
            &[("origin", "https://papi.example.vn.evil.vn"), ("host", "papi.example.vn")],
            &[("origin", "null"), ("host", "papi.example.vn")],
        ];
        for (right, walker) in forms(&scene).await {
            let ask = request(&scene, right.act, Some(walker)).await.unwrap();
            for headers in foreign {
                let came = scene.send_with(&ask, Some(&walker.cookie), headers).await;
                assert_eq!(came.status, 403, "{} {headers:?}", right.act);
                assert!(came.acts.is_empty(), "{} {headers:?} {:?}", right.act, came.acts);
            }
            let own = [("origin", "https://papi.example.vn"), ("host", "papi.example.vn")];
            let came = scene.send_with(&ask, Some(&walker.cookie), &own).await;
            assert!(came.acts.iter().any(|act| act == right.act), "{}: {} {}", right.act, came.status, came.body);
        }
    }

    async fn nothing_is_done_by_looking(scratch: Scratch) {
        let scene = Scene::open(&scratch).await;
        for (right, walker) in forms(&scene).await {
            let ask = request(&scene, right.act, Some(walker)).await.unwrap();
            let query: Vec<String> = match &ask.body {
                crate::scene::Sent::Form(fields) => fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect(),
                _ => Vec::new(),
            };
            let look = crate::scene::Ask::page(format!("{}?{}", ask.at, query.join("&")), "");
            let over = [("x-http-method-override", "POST"), ("x-method-override", "POST"), ("x-http-method", "POST")];
            let came = scene.send_with(&look, Some(&walker.cookie), &over).await;
            assert!(came.acts.is_empty(), "{}: {:?}", right.act, came.acts);
        }
    }
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

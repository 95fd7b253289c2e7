//! Pages that everybody may read, the API and the sitemap, asked at the front door of the demonstration.

mod about;
mod accessibility;
mod api;
mod compare;
mod documents;
#[path = "../door/mod.rs"]
mod door;
mod explain;
mod frame;
mod home;
mod interface;
mod method;
mod news;
mod outlook;
#[path = "../../../plan/tests/plan_rows/mod.rs"]
mod plan_rows;
mod poll;
mod progress;
mod province;
mod ranking;
mod search;
mod sentence;
mod targets;

//! The desk, used over HTTP as the people of a province would use it.

mod accessibility;
mod account;
mod agencies;
mod annex;
mod assignment;
mod audit;
mod board;
mod broadcasts;
mod calendar;
mod campaigns;
mod disclosures;
#[path = "../door/mod.rs"]
mod door;
mod groups;
mod import;
mod knowledge;
mod links;
mod news;
#[path = "../office/mod.rs"]
mod office;
mod people;
mod plan;
#[path = "../../../plan/tests/plan_rows/mod.rs"]
mod plan_rows;
mod poll;
mod portal;
mod pulse;
mod question;
mod review;
mod sample_periods;
mod sample_size;
mod sign_in;
mod story;
mod survey;
mod undecided;
mod work;

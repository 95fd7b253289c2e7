//! The interface for machines, readable: its questions as the OpenAPI document has them.

use askama::Template;
use look::filters;
use utoipa::openapi::RefOr;
use utoipa::openapi::path::{Operation, Parameter, ParameterIn};

use crate::Page;
use crate::api::{DESCRIPTION, document};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::Visit;

/// What every question understands; said once.
const COMMON: [&str; 3] = ["format", "page", "per_page"];

#[derive(Template)]
#[template(path = "public/interface.html")]
struct InterfacePage {
    frame: Frame,
    questions: Vec<Question>,
}

/// One address that answers.
struct Question {
    id: String,
    path: String,
    parameters: Vec<String>,
    example: String,
}

/// The page.
pub(crate) async fn get(visit: Visit) -> Answer {
    let code = visit.settings().province.code;
    let answers = document().paths.paths.iter();
    let questions =
        answers.filter_map(|(path, item)| Some(question(path, item.get.as_ref()?, code))).collect();
    let frame = visit.frame(Page::Interface, look::say(visit.lang, Page::Interface.key()));
    render(&InterfacePage { frame, questions })
}

fn question(path: &str, operation: &Operation, code: &str) -> Question {
    let own = |parameter: &&Parameter| !COMMON.contains(&parameter.name.as_str());
    let parameters: Vec<_> = operation.parameters.iter().flatten().filter_map(inline).filter(own).collect();
    let asked = parameters.iter().filter(|parameter| parameter.parameter_in == ParameterIn::Query);
    let pairs = asked.filter_map(|parameter| {
        let example = serde_json::to_value(parameter).ok()?.get("example").cloned()?;
        Some(format!("{}={}", parameter.name, example.as_str().map_or(example.to_string(), str::to_owned)))
    });
    let query = pairs.collect::<Vec<_>>().join("&");
    let separator = if query.is_empty() { "" } else { "?" };
    Question {
        id: operation.operation_id.clone().unwrap_or_default(),
        path: path.to_owned(),
        parameters: parameters.iter().map(|parameter| parameter.name.clone()).collect(),
        example: format!("{}{separator}{query}", path.replace("{province}", code)),
    }
}

fn inline(parameter: &RefOr<Parameter>) -> Option<&Parameter> {
    match parameter {
        RefOr::T(parameter) => Some(parameter),
        RefOr::Ref(_) => None,
    }
}

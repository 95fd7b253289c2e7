//! A spread of one's own over the contents: what was typed, and what it gives.

use std::collections::BTreeMap;

use look::Lang;
use look::number::{self, decimals};
use look::words::{say, say_with};
use scores::outlook::Look;
use scores::{Item, Structure};

use super::percent;
use crate::api::whatif::WhatIf;
use crate::asked;

/// The fields as they were typed, and the points that they say.
pub(super) struct Typed {
    fields: Vec<Field>,
    points: Vec<(u8, f64)>,
    why: Option<String>,
}

/// The form with its answer.
pub(super) struct Own {
    pub(super) fields: Vec<Field>,
    /// Why nothing was tried, where something typed does not read.
    pub(super) why: Option<String>,
    /// What it gives, in sentences; none where nothing was tried.
    pub(super) told: Vec<String>,
}

/// One content.
pub(super) struct Field {
    pub(super) name: String,
    pub(super) content: String,
    pub(super) typed: String,
    pub(super) wrong: bool,
    /// How seldom that was done; empty where nothing was tried.
    pub(super) seldom: String,
}

impl Typed {
    /// Reads a field for each content, `gain-1` on; what is left empty adds nothing.
    pub(super) fn read(lang: Lang, structure: &Structure, typed: &BTreeMap<String, String>) -> Self {
        let (mut points, mut wrong) = (Vec::new(), Vec::new());
        let mut field = |number: u8| {
            let name = named(number);
            let text = typed.get(&name).map_or("", |text| text.trim()).to_owned();
            let content = asked::item_name(lang, structure, Item::Dimension(number));
            let read = number::read(lang, &text).filter(|read| *read >= 0.0 && read.is_finite());
            match read {
                Some(read) => points.push((number, read)),
                None if !text.is_empty() => wrong.push(content.clone()),
                None => {}
            }
            let wrong = read.is_none() && !text.is_empty();
            Field { name, content, typed: text, wrong, seldom: String::new() }
        };
        let fields = structure.dimensions.iter().map(|dimension| field(dimension.number)).collect();
        let why = (!wrong.is_empty())
            .then(|| say_with(lang, "whatif-own-wrong", &[("contents", wrong.join("; ").into())]));
        Self { fields, points, why }
    }

    /// The points as the interface for machines takes them; none where there are none, or something does not read.
    pub(super) fn gains(&self) -> Option<String> {
        let pair = |(number, points): &(u8, f64)| format!("{number}:{points}");
        let gains = self.points.iter().map(pair).collect::<Vec<_>>().join(",");
        Some(gains).filter(|gains| self.why.is_none() && !gains.is_empty())
    }

    /// The form with what came of it.
    pub(super) fn answered(mut self, lang: Lang, look: Look, answer: &WhatIf) -> Own {
        self.mark_beyond(lang, answer);
        let own = answer.own.as_ref();
        for lift in own.iter().flat_map(|own| &own.dimensions) {
            if let Some(field) = self.fields.iter_mut().find(|field| field.name == named(&lift.dimension)) {
                field.seldom = seldom(lang, lift.points, lift.one_in);
            }
        }
        Own { told: told(lang, look, answer), fields: self.fields, why: self.why }
    }

    /// Marks the fields that ask for more than a content has left to 10.
    fn mark_beyond(&mut self, lang: Lang, answer: &WhatIf) {
        let mut most = Vec::new();
        for (number, points) in &self.points {
            let Some(room) = answer.room(*number).filter(|room| points > room) else { continue };
            let Some(field) = self.fields.iter_mut().find(|field| field.name == named(*number)) else {
                continue;
            };
            field.wrong = true;
            let said = [("content", field.content.as_str().into()), ("most", decimals(lang, room, 2).into())];
            most.push(say_with(lang, "whatif-own-most", &said));
        }
        if !most.is_empty() {
            let beyond = say_with(lang, "whatif-own-beyond", &[("contents", most.join("; ").into())]);
            self.why = Some(self.why.iter().cloned().chain([beyond]).collect::<Vec<_>>().join(" "));
        }
    }
}

/// The name of a content's field.
fn named(dimension: impl std::fmt::Display) -> String {
    format!("gain-{dimension}")
}

/// Beyond one case in so many, a tail of a distribution is no count of what was seen.
const COUNTABLE: usize = 100;

/// What the whole gives: the total and the middle rank, the chance of the target, how seldom that was done.
fn told(lang: Lang, look: Look, answer: &WhatIf) -> Vec<String> {
    let Some(own) = &answer.own else { return Vec::new() };
    let score = [
        ("points", decimals(lang, own.points, 2).into()),
        ("score", decimals(lang, own.score, 1).into()),
        ("rank", own.rank_median.into()),
    ];
    let word = say(lang, &format!("likelihood-{}", look.likelihood(own.chance).as_str()));
    let chance = [
        ("percent", percent(own.chance).into()),
        ("before", percent(answer.chance).into()),
        ("word", word.into()),
    ];
    let seldom = match own.one_in {
        _ if own.points <= 0.0 => None,
        None => Some(say(lang, "whatif-own-never")),
        Some(many) if many > COUNTABLE => Some(say(lang, "whatif-own-rare")),
        Some(many) => Some(say_with(lang, "whatif-own-seen", &[("n", many.to_string().into())])),
    };
    let said = [say_with(lang, "whatif-own-score", &score), say_with(lang, "whatif-own-chance", &chance)];
    said.into_iter().chain(seldom).collect()
}

/// "1 in N" of a lift.
pub(super) fn seldom(lang: Lang, points: f64, one_in: Option<usize>) -> String {
    match one_in {
        _ if points <= 0.0 => "–".to_owned(),
        None => say(lang, "whatif-one-in-never"),
        Some(many) if many > COUNTABLE => say(lang, "whatif-one-in-rare"),
        Some(many) => say_with(lang, "whatif-one-in", &[("n", many.to_string().into())]),
    }
}

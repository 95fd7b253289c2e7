//! A case: a file, how it was sampled and weighted, and what is asked, as data that a program can write.
//!
//! Order of work: rows are dropped if missing ones are to be, then design, replicates, steps of weighting, domain,
//! estimate.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::estimator::Request;
use crate::replicates::{Replicates, Replication};
use crate::request::Missing;
use crate::row::Row;
use crate::survey::Survey;
use crate::weighting::Weighting;
use crate::{Fault, Frame, Sampling};

/// A case.
#[derive(Debug, Clone, Deserialize)]
pub struct Case {
    /// Its name.
    pub id: String,
    /// The file of the survey.
    pub data: String,
    /// How it was sampled.
    #[serde(default)]
    pub design: Sampling,
    /// Columns of numbers that are taken as factors.
    #[serde(default)]
    pub as_factor: Vec<String>,
    /// The order of factors' levels.
    #[serde(default)]
    pub levels: BTreeMap<String, Vec<String>>,
    /// Replicates, given or to be made.
    #[serde(default)]
    pub replication: Option<Replication>,
    /// Steps of weighting, in order.
    #[serde(default)]
    pub weighting: Vec<Weighting>,
    /// What is asked.
    pub estimator: Request,
}

/// Where a case's files come from.
pub trait Files {
    /// The survey's file of that name. Error: `no_such_file` and those of reading.
    fn survey(&self, name: &str) -> Result<Frame, Fault>;
    /// A file of replicate weights, with a heading.
    fn replicates(&self, name: &str) -> Result<Frame, Fault>;
    /// A matrix of joint probabilities, without a heading.
    fn joint(&self, name: &str) -> Result<Frame, Fault>;
}

/// What became of a case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// The case's name.
    pub id: String,
    /// The rows, or the refusal in words that begin with its kind.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// Rows or a refusal.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// The rows.
    Results(Vec<Row>),
    /// The refusal.
    Error(String),
}

#[derive(Deserialize)]
struct Sheet {
    cases: Vec<serde_json::Value>,
}

/// Answers every case of a file `{"cases":[…]}`; one that cannot be answered says why, and the others still are.
///
/// Error: `bad_request` if the text is no such file.
pub fn answers(text: &str, files: &(impl Files + Sync)) -> Result<Vec<Answer>, Fault> {
    let bad = |fault: serde_json::Error| Fault::BadRequest { detail: fault.to_string() };
    let sheet: Sheet = serde_json::from_str(text).map_err(bad)?;
    let answer = |case: &serde_json::Value| {
        let id = case["id"].as_str().unwrap_or_default().to_owned();
        let rows = Case::deserialize(case).map_err(bad).and_then(|case| case.answer(files));
        let outcome = rows.map_or_else(|fault| Outcome::Error(fault.to_string()), Outcome::Results);
        Answer { id, outcome }
    };
    Ok(sheet.cases.par_iter().map(answer).collect())
}

impl Case {
    /// The answer, row by row. Errors: all of [`Fault`].
    pub fn answer(&self, files: &impl Files) -> Result<Vec<Row>, Fault> {
        let mut frame = files.survey(&self.data)?;
        for name in &self.as_factor {
            frame.make_factor(name)?;
        }
        for (name, levels) in &self.levels {
            frame.order_levels(name, levels)?;
        }
        let survey = if self.estimator.common.missing == Missing::Listwise {
            let kept = complete(&frame, &self.estimator.variables())?;
            self.survey(frame.filtered(&kept), Some(&kept), files)?
        } else {
            self.survey(frame, None, files)?
        };
        self.estimator.answer(&survey)
    }

    fn survey(&self, frame: Frame, kept: Option<&[bool]>, files: &impl Files) -> Result<Survey, Fault> {
        let joint = match self.design.pps.as_ref().and_then(|pps| pps.file.as_ref()) {
            Some(name) => Some(files.joint(name)?),
            None => None,
        };
        let joint = joint.map(|joint| kept.map_or_else(|| joint.clone(), |kept| joint.filtered(kept)));
        let mut joint = joint.as_ref().map(Frame::all_numbers).transpose()?;
        if let (Some(joint), Some(kept)) = (&mut joint, kept) {
            let mut kept = kept.iter();
            joint.retain(|_| kept.next() == Some(&true));
        }
        let mut survey = Survey::new(frame, &self.design, joint.as_deref())?;
        if let Some(asked) = &self.replication {
            survey.replicates = Some(match &asked.file {
                Some(name) => {
                    let given = files.replicates(name)?;
                    let given = kept.map_or_else(|| given.clone(), |kept| given.filtered(kept));
                    Replicates::given(asked, &given.all_numbers()?, &survey.weights)?
                }
                None => Replicates::made(asked, &survey.design)?,
            });
        }
        for step in &self.weighting {
            survey.weigh(step)?;
        }
        Ok(survey)
    }
}

/// The rows that miss none of the columns.
fn complete(frame: &Frame, names: &[&str]) -> Result<Vec<bool>, Fault> {
    let mut kept = vec![true; frame.rows()];
    for name in names {
        let column = frame.column(name)?;
        kept.iter_mut().enumerate().for_each(|(row, kept)| *kept &= !column.misses(row));
    }
    Ok(kept)
}

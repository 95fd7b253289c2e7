//! Design-based estimation from survey samples: what a sample says about a population, and how far it may be off.
//!
//! A [`Frame`] holds the file, a [`Sampling`] says how its rows were drawn, a [`Survey`] is both worked out, with the
//! weights as steps of [`Weighting`] make them and [`Replicates`] if there are any. A [`Request`] asks for estimates and
//! is answered with [`Row`]s. A [`Case`] is all of it as data. Numbers in, numbers out: nothing here opens a file, reads
//! a clock or takes randomness that was not handed in.
//!
//! ```
//! use estimate::{Frame, Request, Sampling, Survey};
//!
//! let file = b"village,stratum,weight,pleased\n1,a,20,1\n1,a,20,0\n2,a,30,1\n3,b,25,0\n4,b,25,1\n";
//! let frame = Frame::from_csv(file, |_| true)?;
//! let sampling = Sampling {
//!     ids: vec!["village".into()],
//!     strata: vec!["stratum".into()],
//!     weights: Some("weight".into()),
//!     ..Sampling::default()
//! };
//! let survey = Survey::new(frame, &sampling, None)?;
//! let request: Request = serde_json::from_str(r#"{"type":"mean","variables":["pleased"],"ci":{"level":0.95}}"#)?;
//! let rows = request.answer(&survey)?;
//! assert_eq!(rows[0].get("estimate"), Some(75.0 / 120.0));
//! assert_eq!(rows[0].get("df"), Some(2.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Source of the whole: Särndal, Swensson and Wretman (1992), *Model Assisted Survey Sampling*; Lumley (2010), *Complex
//! Surveys*; each file names its own.

mod asked;
mod case;
mod design;
pub mod distribution;
mod domain;
mod estimator;
mod expression;
mod fault;
mod frame;
mod linear;
mod names;
mod replicates;
mod request;
mod row;
pub mod size;
pub mod standing;
mod survey;
mod variance;
mod weighting;

pub use case::{Answer, Case, Files, Outcome, answers};
pub use design::{Design, LonelyPsu, PairForm, Pps, PpsMethod, Sampling};
pub use domain::Domain;
pub use estimator::{
    Base, Cells, Compare, CompositeOf, Contrast, ContrastOf, CovarianceOf, CrosstabOf, Dimension, Estimator,
    Family, Indicator, Interval, MeanOf, Method, ProportionOf, QuantileOf, RatioOf, RegressionOf,
    ReplicatesOf, Request, Rule, Scale, Statistic, Subdimension, Test, Tree, TtestOf, VarianceOf, WeightsOf,
};
pub use expression::Expression;
pub use fault::Fault;
pub use frame::{Column, Factor, Frame};
pub use replicates::{ReplicateKind, Replicates, Replication};
pub use request::{Ci, Common, Comparison, Condition, Deff, Df, DfWord, Empty, Missing};
pub use row::{Figure, Row};
pub use survey::{Estimates, Survey};
pub use weighting::{
    Calibrate, Cell, Distance, Margin, PopulationTotal, Poststratify, Rake, Trim, Weighting,
};

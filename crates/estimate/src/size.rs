//! How many people a survey must ask: of each domain, for a margin of error or to see a change between two rounds.
//!
//! Simple random sampling first, then what the design costs: with variance V of one answer (p(1 − p) of a share) and a
//! wanted standard error s, n₀ = deff·V/s². A margin e at a level of confidence has s = e/z; a change Δ seen with a power
//! between two rounds of equal size has s = Δ/(z + z_power) and V = V₁ + V₂ − 2·o·r·√(V₁V₂), where a share o is asked
//! again and their answers correlate r (Kish 1965, *Survey Sampling*, 12.4; Lohr 2019, *Sampling: Design and Analysis*,
//! 2.6). Clusters of m people alike by ρ give deff = 1 + (m − 1)ρ (Kish 1965, 5.4), and the cheapest m is
//! √((c₁/c₂)(1 − ρ)/ρ) with c₁ the cost of a cluster and c₂ of an interview (Cochran 1977, *Sampling Techniques*, 10.6;
//! Kish 1965, 8.3). Of a population N, n = n₀/(1 + (n₀ − 1)/N) (Cochran 1977, 4.2). Who does not answer is made up for by
//! asking more, which mends the number and not the bias.

use crate::distribution::{normal_quantile, normal_upper};

/// What is asked of everybody.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Measure {
    /// A share of the people, expected to be this, between 0 and 1; margins and changes are in the same unit.
    Share(f64),
    /// A mean of answers with this standard deviation, above 0; margins and changes are in its unit.
    Mean {
        /// The standard deviation between people.
        sd: f64,
    },
}

/// What is to be seen in each domain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Aim {
    /// The level, to within this margin on either side.
    Margin(f64),
    /// A change between two rounds of equal size, if there is one.
    Change {
        /// How great, in either direction.
        by: f64,
        /// The chance of seeing it, above 0.5 and below 1.
        power: f64,
        /// The share of people of the first round who are asked again, 0 to 1.
        overlap: f64,
        /// How their two answers correlate, 0 to below 1.
        correlation: f64,
    },
}

/// What a survey costs, in any currency.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cost {
    /// Of a cluster: getting there, its list.
    pub cluster: f64,
    /// Of one person who answers.
    pub interview: f64,
}

/// A survey that is being planned.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What is asked.
    pub measure: Measure,
    /// What is to be seen.
    pub aim: Aim,
    /// The level of confidence, between 0.5 and 1, two-sided.
    pub confidence: f64,
    /// In how many domains.
    pub domains: u32,
    /// Whether the confidence is to hold for all domains at once, by Bonferroni, and not for each by itself.
    pub at_once: bool,
    /// How many people are asked in a cluster; 1 where people are drawn singly.
    pub per_cluster: u32,
    /// How alike people of one cluster are: the intra-class correlation, 0 to below 1.
    pub likeness: f64,
    /// The share who answer, above 0.
    pub response: f64,
    /// The people of a domain; none where they are so many that it does not matter.
    pub population: Option<u64>,
    /// What it costs.
    pub cost: Option<Cost>,
}

/// How many must be asked, in each domain and each round.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Size {
    /// How many times the variance of a simple random sample the clusters make it.
    pub design_effect: f64,
    /// People needed by a simple random sample of a large population.
    pub simple: f64,
    /// People needed by this design, before whole clusters are made of them.
    pub needed: f64,
    /// Clusters.
    pub clusters: u64,
    /// People who answer: whole clusters of them, at most the population.
    pub answers: u64,
    /// People to go to, so that so many answer; at most the population.
    pub asked: u64,
    /// Whether even everybody would be too few to go to.
    pub too_few: bool,
    /// Rounds: 1, or 2 where a change is to be seen.
    pub rounds: u64,
    /// The margin of the level in one round that so many answers give.
    pub margin: f64,
    /// The power that so many answers give for the change; none where none was asked about.
    pub power: Option<f64>,
    /// All clusters of all domains and rounds.
    pub all_clusters: u64,
    /// All answers.
    pub all_answers: u64,
    /// All people to go to.
    pub all_asked: u64,
    /// What all of it costs.
    pub cost: Option<f64>,
    /// The people in a cluster that would cost least; none without costs, or where people of a cluster are not alike.
    pub cheapest_take: Option<u32>,
}

/// What cannot be planned: which of the numbers lies outside what it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unplanned {
    /// The share must lie between 0 and 1, a standard deviation above 0.
    #[error("measure: a share lies between 0 and 1, a standard deviation above 0")]
    Measure,
    /// The margin or the change must be above 0; a share changed by it must still be one.
    #[error("aim: a margin or a change is above 0, and a share stays between 0 and 1 with it")]
    Aim,
    /// The power must be above 0.5 and below 1.
    #[error("power: above 0.5 and below 1")]
    Power,
    /// Overlap and correlation.
    #[error("overlap: from 0 to 1, with a correlation from 0 to below 1")]
    Overlap,
    /// The confidence must lie between 0.5 and 1.
    #[error("confidence: above 0.5 and below 1")]
    Confidence,
    /// At least one domain, at most 100,000.
    #[error("domains: from 1 to 100,000")]
    Domains,
    /// Clusters.
    #[error("cluster: from 1 to 10,000 people in a cluster, alike by 0 to below 1")]
    Cluster,
    /// The share who answer.
    #[error("response: above 0, at most 1")]
    Response,
    /// A domain needs two people.
    #[error("population: at least 2 people in a domain")]
    Population,
    /// Costs are not below 0, and an interview costs something.
    #[error("cost: not below 0, and of an interview above 0")]
    Cost,
    /// More people than anybody can ask.
    #[error("too_many: more than a thousand million answers in a domain")]
    TooMany,
}

/// More than this nobody asks.
const MOST: f64 = 1e9;

impl Plan {
    /// How many must be asked.
    ///
    /// ```
    /// use estimate::size::{Aim, Measure, Plan};
    ///
    /// // A change of 5 points from 50 % in each of 10 districts, 15 people in a village alike by 0.05, 80 of 100 answer.
    /// let plan = Plan {
    ///     measure: Measure::Share(0.5),
    ///     aim: Aim::Change { by: 0.05, power: 0.8, overlap: 0.0, correlation: 0.0 },
    ///     confidence: 0.95,
    ///     domains: 10,
    ///     at_once: false,
    ///     per_cluster: 15,
    ///     likeness: 0.05,
    ///     response: 0.8,
    ///     population: None,
    ///     cost: None,
    /// };
    /// let size = plan.size()?;
    /// assert!((size.design_effect - 1.7).abs() < 1e-12);
    /// assert_eq!((size.clusters, size.all_answers), (178, 53_400));
    /// # Ok::<(), estimate::size::Unplanned>(())
    /// ```
    ///
    /// # Errors
    /// [`Unplanned`], which names the number that lies outside what it may be.
    pub fn size(&self) -> Result<Size, Unplanned> {
        self.check()?;
        let design_effect = 1.0 + f64::from(self.per_cluster - 1) * self.likeness;
        let error = self.wanted_error();
        let simple = self.variance() / (error * error);
        let needed = self.of_population(design_effect * simple);
        if needed > MOST {
            return Err(Unplanned::TooMany);
        }
        let take = u64::from(self.per_cluster);
        let clusters = whole(needed / f64::from(self.per_cluster)).max(1);
        let everybody = self.population.unwrap_or(u64::MAX);
        let answers = (clusters * take).min(everybody);
        let asked = whole(answers as f64 / self.response);
        let rounds = if matches!(self.aim, Aim::Change { .. }) { 2 } else { 1 };
        let times = rounds * u64::from(self.domains);
        Ok(Size {
            design_effect,
            simple,
            needed,
            clusters,
            answers,
            asked: asked.min(everybody),
            too_few: asked > everybody,
            rounds,
            margin: self.point() * self.error(self.one_variance(), design_effect, answers),
            power: self.power(design_effect, answers),
            all_clusters: times * clusters,
            all_answers: times * answers,
            all_asked: times * asked.min(everybody),
            cost: self.cost.map(|cost| times as f64 * cost.of(clusters, answers)),
            cheapest_take: self.cost.and_then(|cost| cost.cheapest_take(self.likeness)),
        })
    }

    /// How far one reaches to each side for the confidence, in standard errors.
    fn point(&self) -> f64 {
        let wrong = 1.0 - self.confidence;
        let wrong = if self.at_once { wrong / f64::from(self.domains) } else { wrong };
        normal_quantile(1.0 - wrong / 2.0)
    }

    fn wanted_error(&self) -> f64 {
        match self.aim {
            Aim::Margin(margin) => margin / self.point(),
            Aim::Change { by, power, .. } => by / (self.point() + normal_quantile(power)),
        }
    }

    /// The variance of one answer in one round.
    fn one_variance(&self) -> f64 {
        match self.measure {
            Measure::Share(share) => share * (1.0 - share),
            Measure::Mean { sd } => sd * sd,
        }
    }

    /// The variance of what is aimed at, for one answer in each round; a share is taken to change to the side where it
    /// varies more.
    fn variance(&self) -> f64 {
        let first = self.one_variance();
        let Aim::Change { by, overlap, correlation, .. } = self.aim else { return first };
        let second = match self.measure {
            Measure::Mean { .. } => first,
            Measure::Share(share) => {
                let after =
                    |share: f64| if (0.0..=1.0).contains(&share) { share * (1.0 - share) } else { 0.0 };
                after(share - by).max(after(share + by))
            }
        };
        first + second - 2.0 * overlap * correlation * (first * second).sqrt()
    }

    fn of_population(&self, large: f64) -> f64 {
        self.population.map_or(large, |people| large / (1.0 + (large - 1.0) / people as f64).max(1.0))
    }

    /// The standard error that so many answers give to what has this variance; nothing is left where everybody answers.
    fn error(&self, variance: f64, design_effect: f64, answers: u64) -> f64 {
        let answers = answers as f64;
        let left = self.population.map_or(1.0, |people| {
            let people = people as f64;
            ((people - answers) / (people - 1.0)).max(0.0)
        });
        (design_effect * variance * left / answers).sqrt()
    }

    fn power(&self, design_effect: f64, answers: u64) -> Option<f64> {
        let Aim::Change { by, .. } = self.aim else { return None };
        let error = self.error(self.variance(), design_effect, answers);
        Some(if error > 0.0 { normal_upper(self.point() - by / error) } else { 1.0 })
    }

    fn check(&self) -> Result<(), Unplanned> {
        let within = |fine: bool, wrong: Unplanned| if fine { Ok(()) } else { Err(wrong) };
        let open = |value: f64, low: f64, high: f64| low < value && value < high;
        within(
            match self.measure {
                Measure::Share(share) => open(share, 0.0, 1.0),
                Measure::Mean { sd } => open(sd, 0.0, f64::INFINITY),
            },
            Unplanned::Measure,
        )?;
        self.check_aim()?;
        within(open(self.confidence, 0.5, 1.0), Unplanned::Confidence)?;
        within((1..=100_000).contains(&self.domains), Unplanned::Domains)?;
        within(
            (1..=10_000).contains(&self.per_cluster) && (0.0..1.0).contains(&self.likeness),
            Unplanned::Cluster,
        )?;
        within(open(self.response, 0.0, 1.0) || self.response == 1.0, Unplanned::Response)?;
        within(self.population.is_none_or(|people| people >= 2), Unplanned::Population)?;
        within(self.cost.is_none_or(Cost::is_one), Unplanned::Cost)
    }

    fn check_aim(&self) -> Result<(), Unplanned> {
        let by = match self.aim {
            Aim::Margin(margin) => margin,
            Aim::Change { by, power, overlap, correlation } => {
                if !(0.5 < power && power < 1.0) {
                    return Err(Unplanned::Power);
                }
                if !(0.0..=1.0).contains(&overlap) || !(0.0..1.0).contains(&correlation) {
                    return Err(Unplanned::Overlap);
                }
                by
            }
        };
        let room = match (self.measure, self.aim) {
            (Measure::Mean { .. }, _) => f64::INFINITY,
            (Measure::Share(_), Aim::Margin(_)) => 1.0,
            (Measure::Share(share), Aim::Change { .. }) => share.max(1.0 - share),
        };
        if by > 0.0 && by <= room && by.is_finite() { Ok(()) } else { Err(Unplanned::Aim) }
    }
}

impl Unplanned {
    /// A word that programs may read.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Aim => "aim",
            Self::Power => "power",
            Self::Overlap => "overlap",
            Self::Confidence => "confidence",
            Self::Domains => "domains",
            Self::Cluster => "cluster",
            Self::Response => "response",
            Self::Population => "population",
            Self::Cost => "cost",
            Self::TooMany => "too_many",
        }
    }
}

impl Cost {
    fn is_one(self) -> bool {
        self.cluster >= 0.0 && self.cluster.is_finite() && self.interview > 0.0 && self.interview.is_finite()
    }

    fn of(self, clusters: u64, answers: u64) -> f64 {
        clusters as f64 * self.cluster + answers as f64 * self.interview
    }

    fn cheapest_take(self, likeness: f64) -> Option<u32> {
        let take = (self.cluster / self.interview * (1.0 - likeness) / likeness).sqrt();
        (likeness > 0.0).then(|| take.round().clamp(1.0, 10_000.0) as u32)
    }
}

/// The next whole number, but for the last digits of a computation.
fn whole(value: f64) -> u64 {
    (value * (1.0 - 1e-12)).ceil() as u64
}

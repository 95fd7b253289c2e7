//! Where a command's figures come from: the database if there is one, else the editions the program carries.

use std::ops::RangeInclusive;

use scores::Editions;

use crate::cli::Common;
use crate::output::Fault;

/// The figures at hand. Opening them creates nothing.
pub(crate) struct Figures;

impl Figures {
    /// The figures that the options point at.
    pub(crate) fn open(_common: &Common) -> Result<Self, Fault> {
        Ok(Self)
    }

    /// The survey years that have an edition, oldest first.
    pub(crate) fn years(&self) -> Vec<i16> {
        Editions::embedded_years()
    }

    /// The editions of these years.
    pub(crate) fn editions(&self, years: RangeInclusive<i16>) -> Result<Editions, Fault> {
        Ok(Editions::embedded(years))
    }

    /// Every edition.
    pub(crate) fn all(&self) -> Result<Editions, Fault> {
        self.editions(i16::MIN..=i16::MAX - 1)
    }
}

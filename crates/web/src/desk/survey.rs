//! Surveys: since when PAPI asks in the same places, and how many people a survey of one's own must ask.

pub(super) mod periods;
pub(super) mod size;

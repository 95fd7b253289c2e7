//! What people settled about the words of annexes: whom a name means, which time, which contents.

use std::collections::BTreeMap;

use super::lines::tidy;

/// What a settled text is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// An agency or a group.
    Agency,
    /// When something is done, and how often.
    Period,
    /// Contents of the index, or other indices.
    Content,
}

/// How annexes wrote things, as people settled it: the code of an agency or a group, a time as any annex may write it,
/// contents by their codes; [`super::NOBODY`] for none of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settled(BTreeMap<(Topic, String), String>);

impl Topic {
    /// Every topic.
    pub const ALL: [Self; 3] = [Self::Agency, Self::Period, Self::Content];

    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::Period => "period",
            Self::Content => "content",
        }
    }

    /// The topic by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.as_str() == word)
    }

    /// A text as it is remembered. Agencies keep their letters, since initials are told apart by them.
    fn key(self, written: &str) -> String {
        match self {
            Self::Agency => tidy(written),
            Self::Period | Self::Content => tidy(written).to_lowercase(),
        }
    }
}

impl Settled {
    /// Names that people settled: how each was written, and the code that it means.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        pairs
            .into_iter()
            .fold(Self::default(), |settled, (written, code)| settled.with(Topic::Agency, &written, &code))
    }

    /// These, and one more, which counts where it differs.
    pub fn with(mut self, topic: Topic, written: &str, means: &str) -> Self {
        self.0.insert((topic, topic.key(written)), means.trim().to_owned());
        self
    }

    /// Each of them: topic, how it was written, what it means.
    pub fn iter(&self) -> impl Iterator<Item = (Topic, &str, &str)> {
        self.0.iter().map(|((topic, written), means)| (*topic, written.as_str(), means.as_str()))
    }

    /// Whether nothing is settled.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What a text means.
    pub fn of(&self, topic: Topic, written: &str) -> Option<&str> {
        self.0.get(&(topic, topic.key(written))).map(String::as_str)
    }

    /// These, and others that count where they differ.
    pub(super) fn and(mut self, others: &Self) -> Self {
        self.0.extend(others.0.clone());
        self
    }

    /// Those that others do not say, or say otherwise.
    pub(super) fn without(&self, others: &Self) -> Self {
        let is_new = |(key, means): &(&(Topic, String), &String)| others.0.get(*key) != Some(*means);
        Self(self.0.iter().filter(is_new).map(|(key, means)| (key.clone(), means.clone())).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_however_it_is_spaced_and_times_however_they_are_capitalised() {
        let settled = Settled::default().with(Topic::Period, "Sau  khi có\nhướng dẫn", "-").with(
            Topic::Agency,
            "Sở  TP",
            "BL-STP",
        );
        assert_eq!(settled.of(Topic::Period, "SAU KHI CÓ HƯỚNG DẪN"), Some("-"));
        assert_eq!(settled.of(Topic::Agency, "Sở TP"), Some("BL-STP"));
        assert_eq!(settled.of(Topic::Content, "Sở TP"), None);
    }

    #[test]
    fn what_is_known_alike_is_not_new() {
        let known = Settled::default().with(Topic::Agency, "Sở TP", "BL-STP");
        let again = known.clone().with(Topic::Agency, "Sở X", "BL-SXD");
        assert_eq!(again.without(&known).iter().collect::<Vec<_>>(), [(Topic::Agency, "Sở X", "BL-SXD")]);
    }
}

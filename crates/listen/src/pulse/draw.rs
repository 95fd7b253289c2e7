//! Drawing a sample from a list: how many of each commune, and which.
//!
//! In each commune all have the same chance n/N, so each of the n drawn stands for N/n of its list. A reference gets the
//! SHA-256 of the seed and itself as a lasting random number, and those with the smallest are drawn: whoever has the list
//! and the seed draws the same, in whatever order the rows stand. Source: Ohlsson (1995), "Coordination of samples using
//! permanent random numbers", *Business Survey Methods*.

mod act;

use store::Digest;

pub use act::{Listed, draw};

/// So many of each commune are drawn at least, where it has them: of fewer no error is known.
const LEAST: usize = 2;

/// How a sample is split over the communes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    /// Each by how many its list has: best for the province.
    ByCount,
    /// Each the same: best for telling communes apart.
    Even,
}

impl Split {
    /// Both, in the order of the form.
    pub const ALL: [Self; 2] = [Self::ByCount, Self::Even];

    /// The word in forms and catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ByCount => "by_count",
            Self::Even => "even",
        }
    }

    /// The split by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|split| split.as_str() == word)
    }
}

/// The fewest and the most that can be drawn from lists of these lengths.
fn bounds(lengths: &[usize]) -> (usize, usize) {
    (lengths.iter().map(|length| LEAST.min(*length)).sum(), lengths.iter().sum())
}

/// How many are drawn of each list, so many together; none where [`bounds`] does not allow it.
fn split(lengths: &[usize], size: usize, split: Split) -> Option<Vec<usize>> {
    let (least, most) = bounds(lengths);
    if !(least..=most).contains(&size) {
        return None;
    }
    let mut drawn: Vec<usize> = lengths.iter().map(|length| LEAST.min(*length)).collect();
    for _ in least..size {
        // The next goes to the list that is furthest behind its due, the first of several.
        let due = |at: usize| match split {
            Split::ByCount => (drawn[at] as f64 + 0.5) / lengths[at] as f64,
            Split::Even => drawn[at] as f64,
        };
        let open = (0..lengths.len()).filter(|at| drawn[*at] < lengths[*at]);
        let next = open.min_by(|a, b| due(*a).total_cmp(&due(*b)))?;
        drawn[next] += 1;
    }
    Some(drawn)
}

/// So many of a list, by chance, in their order of writing.
fn drawn(seed: &str, list: &[String], many: usize) -> Vec<String> {
    let number = |reference: &str| Digest::of(format!("{seed}\n{reference}").as_bytes()).as_str().to_owned();
    let mut numbered: Vec<(String, &String)> = list.iter().map(|it| (number(it), it)).collect();
    numbered.sort_unstable();
    let mut drawn: Vec<String> = numbered.into_iter().take(many).map(|(_, it)| it.clone()).collect();
    drawn.sort_unstable();
    drawn
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_sample_is_split_by_count_or_evenly_and_no_list_gives_more_than_it_has() {
        let lists = [1000, 200, 40, 1];
        assert_eq!(split(&lists, 124, Split::ByCount), Some(vec![99, 20, 4, 1]));
        assert_eq!(split(&lists, 124, Split::Even), Some(vec![42, 41, 40, 1]));
        assert_eq!(split(&lists, 7, Split::ByCount), Some(vec![2, 2, 2, 1]));
        assert_eq!(split(&lists, 1241, Split::Even), Some(lists.to_vec()));
        assert_eq!((split(&lists, 6, Split::Even), split(&lists, 1242, Split::Even)), (None, None));
        assert_eq!(bounds(&lists), (7, 1241));
    }

    #[test]
    fn the_seed_alone_decides_and_the_order_of_rows_does_not() {
        let list: Vec<String> = (1..=50).map(|at| format!("HS-{at}")).collect();
        let turned: Vec<String> = list.iter().rev().cloned().collect();
        let first = drawn("a1", &list, 10);
        assert_eq!((first.len(), &first), (10, &drawn("a1", &turned, 10)));
        assert_ne!(first, drawn("a2", &list, 10));
        assert!(
            first.iter().all(|it| drawn("a1", &list, 11).contains(it)),
            "a larger sample holds the smaller"
        );
    }

    #[test]
    fn each_of_a_list_is_drawn_as_often_as_its_chance_says() {
        let list: Vec<String> = (1..=20).map(|at| at.to_string()).collect();
        let mut times = vec![0_u32; list.len()];
        for seed in 0..2000 {
            for reference in drawn(&seed.to_string(), &list, 5) {
                times[reference.parse::<usize>().unwrap() - 1] += 1;
            }
        }
        // 2000 draws of a chance of 1/4: 500, give or take four times √(2000 · ¼ · ¾).
        assert!(times.iter().all(|it| it.abs_diff(500) < 78), "{times:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn the_weights_of_who_is_drawn_add_up_to_the_list(
            lengths in proptest::collection::vec(1_usize..60, 1..9), part in 0.0_f64..1.0, even in any::<bool>(), seed in any::<u64>()
        ) {
            let (least, most) = bounds(&lengths);
            let size = least + ((most - least) as f64 * part) as usize;
            let how = if even { Split::Even } else { Split::ByCount };
            let many = split(&lengths, size, how).unwrap();
            prop_assert_eq!(many.iter().sum::<usize>(), size);
            for (at, (length, many)) in lengths.iter().zip(&many).enumerate() {
                let list: Vec<String> = (0..*length).map(|row| format!("{at}-{row}")).collect();
                let drawn = drawn(&seed.to_string(), &list, *many);
                prop_assert!(drawn.windows(2).all(|pair| pair[0] < pair[1]) && drawn.iter().all(|it| list.contains(it)));
                let weights: f64 = drawn.iter().map(|_| *length as f64 / *many as f64).sum();
                prop_assert!((weights - *length as f64).abs() < 1e-9);
            }
        }
    }
}

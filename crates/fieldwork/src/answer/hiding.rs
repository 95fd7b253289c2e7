//! Groups that are too small to be shown, and those that would give them away.
//!
//! Everybody's figures less those of the groups shown are the figures of the rest: a group that is hidden alone can be
//! worked out. So the next smallest is hidden with it, until two groups or more that together are no small group are
//! left to guess at. Source: Hundepool and others (2012), *Statistical Disclosure Control*, chapter 4.

use super::{Hidden, Line, PEOPLE_MIN, UNITS_MIN};

/// Hides what must be hidden. A sum is known of everybody, and with two columns of groups of each of their levels.
pub(super) fn hide(lines: &mut [Line]) {
    for line in lines.iter_mut() {
        line.hidden = match (line.people.unwrap_or(0), line.units.unwrap_or(0)) {
            (people, _) if people < PEOPLE_MIN => Some(Hidden::People),
            (_, units) if units < UNITS_MIN => Some(Hidden::Units),
            _ => None,
        };
    }
    let sums = sums(lines);
    while sums.iter().any(|members| hide_one_more(lines, members)) {}
    for line in lines.iter_mut().filter(|line| line.hidden.is_some()) {
        (line.people, line.units, line.figures) = (None, None, None);
    }
}

/// The groups, by their places, of which the sum is known.
fn sums(lines: &[Line]) -> Vec<Vec<usize>> {
    let mut sums = vec![(0..lines.len()).collect()];
    let columns = lines.first().map_or(0, |line| line.group.len());
    for column in (0..columns).filter(|_| columns > 1) {
        let mut levels: Vec<&str> = lines.iter().map(|line| line.group[column].as_str()).collect();
        levels.sort_unstable();
        levels.dedup();
        let of = |level| (0..lines.len()).filter(|at| lines[*at].group[column] == level).collect();
        sums.extend(levels.into_iter().map(of));
    }
    sums
}

/// Hides the smallest group that is shown if the hidden ones could be worked out; whether it did.
fn hide_one_more(lines: &mut [Line], members: &[usize]) -> bool {
    let people = |at: &usize| lines[*at].people.unwrap_or(0);
    let hidden: Vec<usize> =
        members.iter().filter(|at| lines[**at].hidden.is_some()).map(people).filter(|n| *n > 0).collect();
    if hidden.is_empty() || hidden.len() > 1 && hidden.iter().sum::<usize>() >= PEOPLE_MIN {
        return false;
    }
    let smallest = members.iter().filter(|at| lines[**at].hidden.is_none()).min_by_key(|at| people(at));
    smallest.copied().is_some_and(|at| lines[at].hidden.replace(Hidden::Companion).is_none())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(people: &[(&str, usize)]) -> Vec<Line> {
        let line = |(name, people): &(&str, usize)| Line {
            group: name.split('/').map(str::to_owned).collect(),
            people: Some(*people),
            units: Some(9),
            figures: None,
            hidden: None,
        };
        people.iter().map(line).collect()
    }

    fn hidden(people: &[(&str, usize)]) -> Vec<Option<Hidden>> {
        let mut lines = lines(people);
        hide(&mut lines);
        lines.into_iter().map(|line| line.hidden).collect()
    }

    const SMALL: Option<Hidden> = Some(Hidden::People);
    const WITH: Option<Hidden> = Some(Hidden::Companion);

    #[test]
    fn one_small_group_takes_the_next_smallest_along() {
        assert_eq!(hidden(&[("a", 90), ("b", 40), ("c", 12)]), [None, WITH, SMALL]);
        assert_eq!(hidden(&[("a", 90), ("b", 29), ("c", 12)]), [None, SMALL, SMALL]);
        assert_eq!(hidden(&[("a", 90), ("b", 50), ("c", 12), ("d", 13)]), [None, WITH, SMALL, SMALL]);
        assert_eq!(hidden(&[("a", 90), ("b", 50), ("c", 0)]), [None, None, SMALL], "nobody is given away");
        assert_eq!(hidden(&[("a", 10)]), [SMALL]);
    }

    #[test]
    fn of_two_columns_each_level_is_a_sum_too() {
        let table = [("1/x", 40), ("1/y", 10), ("2/x", 50), ("2/y", 60), ("3/x", 70), ("3/y", 80)];
        assert_eq!(hidden(&table), [WITH, SMALL, WITH, WITH, None, None]);
    }

    proptest! {
        #[test]
        fn no_small_group_can_be_worked_out(people in proptest::collection::vec((0..3_u8, 0..3_u8, 0..90_usize), 0..9)) {
            let table: std::collections::BTreeMap<String, usize> =
                people.into_iter().map(|(a, b, n)| (format!("{a}/{b}"), n)).collect();
            let table: Vec<(&str, usize)> = table.iter().map(|(name, n)| (name.as_str(), *n)).collect();
            let (before, mut after) = (lines(&table), lines(&table));
            hide(&mut after);
            for members in sums(&before) {
                let hidden = members.iter().filter(|at| after[**at].hidden.is_some());
                let hidden: Vec<usize> = hidden.filter_map(|at| before[*at].people).filter(|n| *n > 0).collect();
                let shown = members.iter().any(|at| after[*at].hidden.is_none());
                let safe = hidden.is_empty() || hidden.len() > 1 && hidden.iter().sum::<usize>() >= PEOPLE_MIN;
                prop_assert!(safe || !shown, "{table:?} {after:?}");
            }
            prop_assert!(after.iter().all(|line| line.hidden.is_none() || line.people.is_none()));
        }
    }
}

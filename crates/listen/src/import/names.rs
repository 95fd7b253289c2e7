//! Which agency a text of another system means: only where it surely is one.

use std::collections::HashMap;

use accounts::Directory;
use fieldwork::column::words;
use jiff::civil::Date;

/// The agencies in force on a day by their names, folded; one that several have means nobody.
pub(crate) struct Names(HashMap<String, Option<String>>);

impl Names {
    pub(crate) fn of(directory: &Directory, day: Date) -> Self {
        let mut names: HashMap<String, Option<String>> = HashMap::new();
        for agency in directory.agencies().filter(|agency| agency.in_force(day)) {
            let mut own = vec![key(&agency.code), key(&agency.name), key(before(&agency.name, '('))];
            own.dedup();
            for name in own {
                let known = names.entry(name).or_insert_with(|| Some(agency.code.clone()));
                if known.as_deref() != Some(agency.code.as_str()) {
                    *known = None;
                }
            }
        }
        Self(names)
    }

    /// The code of the agency that a text means: the whole of it, or what stands before a comma or a bracket.
    pub(crate) fn find(&self, text: &str) -> Option<String> {
        let whole = self.0.get(&key(text));
        let part = |mark| self.0.get(&key(before(text, mark)));
        whole.or_else(|| part(',')).or_else(|| part('(')).cloned().flatten()
    }
}

fn before(text: &str, mark: char) -> &str {
    text.split_once(mark).map_or(text, |(before, _)| before)
}

/// A name without the word for its committee.
fn key(name: &str) -> String {
    let said = words(name);
    let said = said.trim();
    let bare = ["uy ban nhan dan ", "ubnd "].iter().find_map(|committee| said.strip_prefix(committee));
    bare.unwrap_or(said).to_owned()
}

#[cfg(test)]
mod tests {
    use accounts::agency::{Agency, Kind};
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_name_that_two_have_means_nobody() {
        let agency = |code: &str, name: &str| Agency {
            code: code.into(),
            name: name.into(),
            kind: Kind::Commune,
            outside: false,
            unit: "95-2008".into(),
            began: date(2000, 1, 1),
            ended: None,
            identifier: None,
            note: None,
            certainty: "found".into(),
            successors: Vec::new(),
        };
        let all = vec![
            agency("A", "UBND Phường 1 (thành phố Bạc Liêu)"),
            agency("B", "UBND phường 1 (thị xã Giá Rai)"),
            agency("C", "UBND xã Hiệp Thành (thành phố Bạc Liêu)"),
        ];
        let names = Names::of(&Directory::new(all, Vec::new()), date(2025, 5, 20));
        let find = |text: &str| names.find(text);
        assert_eq!(find("Phường 1"), None);
        assert_eq!(find("Phường 1, thành phố Bạc Liêu").as_deref(), Some("A"));
        assert_eq!(find("XA HIEP THANH, TP Bạc Liêu").as_deref(), Some("C"));
        assert_eq!(find("Ủy ban nhân dân xã Hiệp Thành").as_deref(), Some("C"));
        assert_eq!(find("Khóm 2"), None);
    }
}

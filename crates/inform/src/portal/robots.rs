//! What a site asks of programs in its `robots.txt` (RFC 9309).

/// The name by which a site can address this program.
pub(super) const NAME: &str = "nanghang";

/// Whether the site lets this program read a path with its query. The longest rule that fits counts; of two as long, the one that lets.
pub(super) fn lets(robots: &str, path: &str) -> bool {
    let groups = groups(robots);
    let is_own = |group: &&Group| group.names.iter().any(|name| name == NAME);
    let is_for_all = |group: &&Group| group.names.iter().any(|name| name == "*");
    let mut own: Vec<&Group> = groups.iter().filter(is_own).collect();
    if own.is_empty() {
        own = groups.iter().filter(is_for_all).collect();
    }
    let rules = own.iter().flat_map(|group| &group.rules).filter(|(_, rule)| fits(rule, path));
    rules.max_by_key(|(lets, rule)| (rule.len(), *lets)).is_none_or(|(lets, _)| *lets)
}

#[derive(Default)]
struct Group {
    /// In small letters.
    names: Vec<String>,
    /// Whether it lets, and what.
    rules: Vec<(bool, String)>,
}

fn groups(robots: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for line in robots.trim_start_matches('\u{feff}').lines() {
        let Some((key, value)) = line.split('#').next().and_then(|line| line.split_once(':')) else {
            continue;
        };
        let (key, value) = (key.trim().to_ascii_lowercase(), value.trim());
        match (key.as_str(), groups.last_mut()) {
            ("user-agent", Some(group)) if group.rules.is_empty() => {
                group.names.push(value.to_ascii_lowercase());
            }
            ("user-agent", _) => {
                groups.push(Group { names: vec![value.to_ascii_lowercase()], rules: vec![] });
            }
            ("allow" | "disallow", Some(group)) => {
                group.rules.push((key == "allow" || value.is_empty(), value.to_owned()));
            }
            _ => {}
        }
    }
    groups
}

/// Whether a rule fits a path: from its start, `*` for anything, `$` for its end.
fn fits(rule: &str, path: &str) -> bool {
    let (rule, to_the_end) = rule.strip_suffix('$').map_or((rule, false), |rule| (rule, true));
    let mut pieces = rule.split('*');
    let Some(mut rest) = path.strip_prefix(pieces.next().unwrap_or_default()) else { return false };
    let pieces: Vec<&str> = pieces.collect();
    for (at, piece) in pieces.iter().enumerate() {
        let is_last = at + 1 == pieces.len();
        if is_last && to_the_end {
            return rest.ends_with(piece);
        }
        let Some(found) = rest.find(piece) else { return false };
        rest = &rest[found + piece.len()..];
    }
    !to_the_end || rest.is_empty()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_longest_rule_of_the_own_group_counts() {
        let robots = "User-agent: *\nDisallow: /\n\nuser-agent: Khac\nUser-Agent: NangHang # ta\nDisallow: /tin\nAllow: /tin/moi\n";
        assert!(lets(robots, "/") && lets(robots, "/tin/moi/1") && !lets(robots, "/tin/cu"));
        assert!(!lets("User-agent: *\nDisallow: /", "/tin"));
        assert!(lets("User-agent: *\nDisallow:", "/tin"), "nothing is forbidden");
        assert!(lets("User-agent: bot\nDisallow: /", "/tin"), "that is for another");
        assert!(lets("", "/tin") && lets("<html>không có</html>", "/tin"));
    }

    #[test]
    fn stars_and_ends_are_read() {
        for (rule, path, is) in [
            ("/*.php$", "/a/b.php", true),
            ("/*.php$", "/a.php?x", false),
            ("/a*b", "/a/x/b/c", true),
            ("/a$", "/a", true),
            ("/a$", "/ab", false),
            ("*", "/", true),
            ("", "/", true),
        ] {
            assert_eq!(fits(rule, path), is, "{rule} {path}");
        }
    }

    proptest! {
        #[test]
        fn nothing_that_a_site_writes_breaks_it(robots in any::<String>(), path in any::<String>()) {
            let _ = lets(&robots, &path);
            let _ = lets(&format!("user-agent: *\ndisallow: {robots}"), &path);
        }
    }
}

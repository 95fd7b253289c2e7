//! Who may do what: the table in `ARCHITECTURE.md` is what the acts say.

use accounts::{Reach, Right, Role};

/// Every right of every slice, by act.
fn rights() -> Vec<&'static Right> {
    let mut rights: Vec<_> = accounts::RIGHTS.iter().chain(plan::RIGHTS).copied().collect();
    rights.sort_by_key(|right| right.act);
    rights
}

/// The table as the acts say it.
fn table() -> String {
    let heads: Vec<_> = Role::OF_POSTS.iter().map(|role| role.as_str().replace('_', " ")).collect();
    let rule = "| --- ".repeat(heads.len() + 2);
    let cell = |right: &Right, role| match right.reach(role) {
        None => "–",
        Some(Reach::Own) => "own",
        Some(Reach::Cooperating) => "cooperating",
        Some(Reach::Any) => "any",
    };
    let row = |right: &&Right| {
        let cells: Vec<_> = Role::OF_POSTS.into_iter().map(|role| cell(right, role)).collect();
        format!("| `{}` | {} | – |", right.act, cells.join(" | "))
    };
    let rows: Vec<_> = rights().iter().map(row).collect();
    format!("| act | {} | public |\n{rule}|\n{}\n", heads.join(" | "), rows.join("\n"))
}

#[test]
fn the_table_of_rights_is_what_the_acts_say() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../ARCHITECTURE.md"));
    let (page, table) = (page.expect("ARCHITECTURE.md"), table());
    assert!(page.contains(&table), "ARCHITECTURE.md should hold this table:\n{table}");
}

#[test]
fn each_act_has_one_right() {
    let acts: Vec<_> = rights().iter().map(|right| right.act).collect();
    let mut once = acts.clone();
    once.dedup();
    assert_eq!(acts, once);
}

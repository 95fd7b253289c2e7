//! `nanghang user` and `nanghang audit` at the front door.

mod door;

use door::Door;
use serde_json::Value;

fn json(door: &Door, line: &str) -> Value {
    serde_json::from_str(&door.answer(&format!("{line} --format json"))).expect("JSON")
}

#[test]
fn a_person_is_added_listed_linked_and_disabled() {
    let door = Door::vi();
    let added = json(
        &door,
        "user add lan.nguyen --called \"Nguyễn Thị Lan\" --post \"Thường trực\" --role standing_body",
    );
    assert_eq!(added["post"], "ubnd.thuong-truc");
    let link = added["link"].as_str().expect("a link");
    assert!(link.starts_with("http://127.0.0.1:8080/lien-ket/") && link.len() > 90, "{link}");

    let second = door.answer("user link Lan.Nguyễn --origin https://papi.vn/ --lang en");
    assert!(second.starts_with("https://papi.vn/en/link/"), "{second}");

    assert_eq!(json(&door, "user list")[0]["posts"][0]["role"], "standing_body");
    assert_eq!(json(&door, "user list")[0]["has_password"], false);
    let disabled = door.run("user disable lan.nguyen");
    assert_eq!((disabled.code, disabled.err.as_str()), (Some(0), "Đã khóa tài khoản lan.nguyen.\n"));
    assert_eq!(json(&door, "user list")[0]["disabled"], true);
    assert!(door.wrong("user link lan.nguyen").contains("tài khoản đã khóa"));
}

#[test]
fn what_cannot_be_is_refused_in_words() {
    let door = Door::vi();
    door.answer("user add lan --post \"Quản trị\" --role administrator");
    let again = door.run("user add Lan --post Khác --role officer");
    assert_eq!((again.code, again.err.as_str()), (Some(1), "Đã có tài khoản “Lan”.\n"));
    let held = door.run("user add minh --post ubnd.quan-tri --role administrator");
    assert_eq!((held.code, held.err.as_str()), (Some(1), "Chức vụ này đang do lan giữ.\n"));
    assert!(
        door.wrong("user add minh --post ubnd.khac --role officer").contains("Không có chức vụ “ubnd.khac”")
    );
    assert!(
        door.wrong("user add minh --post ubnd.quan-tri --role officer").contains("vai trò administrator")
    );
    assert!(door.wrong("user add minh --post A --role king").contains("king"));
    assert!(door.wrong("user disable nobody").contains("nobody"));
    assert_eq!(door.run("user disable lan").code, Some(1), "the last administrator stays");
}

#[test]
fn the_trail_is_verified_and_listed() {
    let door = Door::en();
    let none = door.run("audit verify");
    assert_eq!((none.code, none.out.as_str()), (Some(1), ""));
    assert_eq!(door.run("user list").code, Some(1));
    assert!(!door.folder().join("nanghang-data").exists(), "nothing is created");

    door.answer("user add lan --post Quản-trị --role administrator");
    let whole = door.answer("audit verify");
    assert!(whole.starts_with("The audit trail is whole: "), "{whole}");
    let entries = json(&door, "audit list");
    let acts: Vec<&str> =
        entries.as_array().expect("a list").iter().filter_map(|entry| entry["act"].as_str()).collect();
    assert_eq!(acts, ["agency.adopted", "post.opened", "person.added", "sign_in.link_made"]);
    assert_eq!(json(&door, "audit list --by nobody"), Value::Array(Vec::new()));
    assert_eq!(json(&door, "audit list --since 2999-01-01"), Value::Array(Vec::new()));
    assert!(door.answer("audit list --by operator").contains("person/lan"));
    assert!(door.wrong("audit list --since yesterday").contains("yesterday"));
}

//! How one tries each act on other feedback systems.

use listen::Seal;
use listen::elsewhere;
use listen::import::{self, New};
use sheet::File;

use crate::door::chance;
use crate::office::text;
use crate::scene::{Ask, Scene};

const ROWS: &[u8] = "Mã phản ánh,Ngày gửi\nPA-1,2/5/2025\n".as_bytes();

/// The request for an act, with a fresh import to do it to; none for an act that is not of this file.
pub(crate) async fn ask(scene: &Scene, act: &str) -> Option<Ask> {
    let list = "/so-hoi-dap/he-thong-khac";
    let form = format!("mau-{}-0123456789", scene.number());
    let source = format!("Hệ thống {form}");
    if act == "elsewhere.named" {
        let address = format!("https://{form}.example.vn");
        let parts = [text("act", "name"), text("name", &source), text("address", &address)];
        return Some(Ask::files(list, &parts));
    }
    let act = act.strip_prefix("import.")?;
    if act == "uploaded" {
        let file = ("file", Some("pa.csv"), ROWS);
        let said = [text("act", "bring"), text("form", &form), text("source", &source)];
        let parts = [said[0], said[1], said[2], text("as_of", "2025-05-15"), file];
        return Some(Ask::files(list, &parts));
    }
    let file = File { name: "pa.csv", bytes: ROWS };
    let as_of = jiff::civil::date(2025, 5, 15);
    let (seal, chance) = (Seal::new(&[7; 32]), chance());
    let new = New { seal: (&seal, &chance), form: &form, source: &source, as_of, file };
    let id = import::bring(&scene.desk, &new).await.expect("an import").id;
    let at = format!("{list}/{id}");
    Some(match act {
        "read" => Ask::page(at, source),
        "kept" => Ask::form(
            at,
            [("act", "keep"), ("seen", "A=code,B=received"), ("kind:A", "code"), ("kind:B", "received")],
        ),
        "removed" => Ask::form(at, [("act", "remove")]),
        _ => return None,
    })
}

/// Feedback comes here again, so that acts on questions have one to be done to.
pub(crate) async fn put_back(scene: &Scene, act: &str) {
    if act == "elsewhere.named" {
        elsewhere::name(&scene.desk, "", "").await.expect("feedback here");
    }
}

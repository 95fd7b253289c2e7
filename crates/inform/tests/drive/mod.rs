//! A campaign of the department of culture with a post that a ward makes for it.

#![allow(dead_code, reason = "each test file uses what it needs")]

use accounts::Desk;
use inform::campaign::{Channel, Draft, Going, Item, NewDone, NewItem, open, put, write};
use jiff::civil::{Date, date};

use crate::air::ngoc;

/// The day of the stories.
pub(crate) const TODAY: Date = date(2025, 5, 20);

pub(crate) fn draft() -> Draft {
    Draft {
        title: "Nộp hồ sơ qua mạng".into(),
        aim: "Người dân biết nộp hồ sơ qua Cổng Dịch vụ công".into(),
        audience: "Người từ 18 tuổi ở khóm, ấp".into(),
        messages: "Nộp ở nhà, không mất công đi lại".into(),
        contents: vec![8, 5, 5],
        first: TODAY,
        last: date(2025, 6, 30),
        budget: Some(20_000_000),
        budget_line: "Chi thường xuyên".into(),
        tasks: Vec::new(),
    }
}

pub(crate) fn item(form: &str, what: &str) -> NewItem {
    NewItem {
        form: form.into(),
        channel: Channel::Zalo,
        what: what.into(),
        agency: "BL-X-P2".into(),
        due: date(2025, 5, 25),
        told_by: None,
    }
}

pub(crate) fn said(version: i64, on: Date, shown: &str, reached: Option<i64>) -> NewDone {
    NewDone { version, on, shown: shown.into(), reached }
}

pub(crate) fn going(version: i64) -> Going<'static> {
    Going { version, why: "", decided: None }
}

pub(crate) async fn begun(desk: &Desk) -> (i64, Item) {
    let ngoc = ngoc(desk);
    let id = write(&ngoc, &draft(), "f").await.unwrap().id;
    let item = put(&ngoc, id, &item("i", "Bài đăng trên Zalo của phường"), None).await.unwrap();
    open(&ngoc, id, 1, None).await.unwrap();
    (id, item)
}

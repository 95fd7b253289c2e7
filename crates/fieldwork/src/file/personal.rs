//! Columns that tell who somebody is: by their name, or by what most of their values look like.
//!
//! They are dropped while a file is read, so that they are never kept; what a survey needs to know is told by its
//! answers. Source: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 and Nghị định 13/2023/NĐ-CP, what data names a person.

use super::Read;
use crate::column::{words, yes_or_no};

/// Names of what tells who somebody is, folded.
const NAMES: [&str; 41] = [
    "ho ten",
    "ho va ten",
    "hoten",
    "ten nguoi",
    "ten day du",
    "full name",
    "fullname",
    "respondent name",
    "your name",
    "name of respondent",
    "ten dieu tra vien",
    "ten chu ho",
    "enumerator name",
    "surveyor",
    "cccd",
    "cmnd",
    "cmt",
    "can cuoc",
    "chung minh",
    "so dinh danh",
    "national id",
    "id card",
    "passport",
    "ho chieu",
    "bhyt",
    "bhxh",
    "so dien thoai",
    "dien thoai",
    "sdt",
    "phone",
    "mobile",
    "tel",
    "email",
    "e mail",
    "zalo",
    "facebook",
    "dia chi",
    "so nha",
    "address",
    "ngay sinh",
    "date of birth",
];
/// Names of people that stand alone; within a longer heading they say whose answer it is.
const ALONE: [&str; 8] =
    ["ten", "name", "nguoi tra loi", "nguoi dan", "chu ho", "dieu tra vien", "respondent", "enumerator"];
/// Names of where somebody is.
const POINTS: [&str; 8] =
    ["gps", "geolocation", "geopoint", "latitude", "longitude", "toa do", "kinh do", "vi do"];

/// Whether a column with a heading, groups left out, tells who somebody is. Whether somebody has a telephone, or hears
/// of it by Zalo, does not.
pub(super) fn tells(heading: &str, read: &Read) -> bool {
    let mut filled = read.values.iter().flatten().peekable();
    if filled.peek().is_some() && filled.all(|value| yes_or_no(value).is_some()) {
        return false;
    }
    if names(heading) {
        return true;
    }
    let filled: Vec<&str> = read.values.iter().flatten().map(AsRef::as_ref).collect();
    let like = filled.iter().filter(|value| looks(value)).count();
    like * 2 > filled.len()
}

/// Whether a heading names what tells who somebody is.
pub(super) fn names(heading: &str) -> bool {
    let named = words(heading);
    let is_named = |known: &str| named.contains(&format!(" {known} "));
    NAMES.iter().any(|known| is_named(known))
        || POINTS.iter().any(|known| is_named(known))
        || ALONE.contains(&named.trim())
}

/// Whether a value looks like an identity number, a telephone number or an address of mail. A workbook that took such a
/// number for a quantity took its first noughts away; quantities as long end in noughts.
fn looks(value: &str) -> bool {
    if value.starts_with("0.") || value.starts_with("0,") {
        return false;
    }
    let long = (9..=11).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit());
    if long && !value.starts_with('0') && !value.ends_with("000") {
        return true;
    }
    let mail = value.split_once('@').is_some_and(|(who, at)| !who.is_empty() && at.contains('.'));
    let bare: String = value.chars().filter(|c| !matches!(c, ' ' | '.' | '-' | '(' | ')')).collect();
    let (plus, digits) = bare.strip_prefix("+84").map_or((false, bare.as_str()), |rest| (true, rest));
    if mail || digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return mail;
    }
    let telephone = matches!(digits.as_bytes(), [b'0', b'2' | b'3' | b'5' | b'7' | b'8' | b'9', ..]);
    let identity = digits.len() == 12 && digits.starts_with('0');
    plus && digits.len() == 9 || telephone && matches!(digits.len(), 10 | 11) || identity
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str, value: &str) -> Read {
        Read { name: name.to_owned(), label: name.to_owned(), values: vec![Some(value.into()), None] }
    }

    #[test]
    fn who_somebody_is_is_known_by_name_or_by_look() {
        for (name, value) in [
            ("Họ và tên chủ hộ", "x"),
            ("Tên", "x"),
            ("chu_ho", "x"),
            ("Người trả lời", "x"),
            ("a/so_dien_thoai", "x"),
            ("_gps_latitude", "9.2"),
            ("lien_lac", "0912 345 678"),
            ("lien_lac", "+84 912345678"),
            ("ma", "096123456789"),
            ("ma", "lan@x.vn"),
        ] {
            assert!(tells(name, &column(name, value)), "{name} {value}");
        }
    }

    #[test]
    fn what_names_a_place_or_a_measure_is_kept() {
        for (name, value) in [
            ("ten_thon", "Ấp 4"),
            ("hai_long", "1"),
            ("thu_nhap", "12000000"),
            ("quyen_so", "1023.5"),
            ("ma_xa", "31825"),
            ("hotline_da_goi", "1"),
            ("Nghề nghiệp người trả lời", "x"),
            ("Thái độ của điều tra viên", "x"),
        ] {
            assert!(!tells(name, &column(name, value)), "{name} {value}");
        }
    }
}

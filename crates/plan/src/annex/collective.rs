//! Collective names: how offices write "every department", "every district", "every commune", and "those concerned".

use accounts::agency::Kind;

use super::names::words;

/// The ways to write every agency of a kind.
pub(super) fn phrases(kind: Kind) -> Vec<Vec<String>> {
    let (starts, middles, ends): (&[&str], &[&str], &[&str]) = match kind {
        Kind::Department => (
            &["cac "],
            &["so ban nganh", "so nganh", "so", "so ban nganh doan the", "co quan chuyen mon"],
            &["", " tinh", " cap tinh", " thuoc tinh", " cua tinh", " thuoc uy ban nhan dan tinh"],
        ),
        Kind::District => (
            &["uy ban nhan dan cac ", "uy ban nhan dan ", "cac "],
            &[
                "huyen thi xa thanh pho",
                "huyen thanh pho",
                "huyen thi xa",
                "huyen thi thanh pho",
                "huyen",
                "cap huyen",
            ],
            &["", " thuoc tinh", " trong tinh", " trong toan tinh", " tren dia ban tinh"],
        ),
        Kind::Commune => (
            &["uy ban nhan dan cac ", "uy ban nhan dan ", "cac "],
            &["xa phuong thi tran", "xa phuong", "xa phuong dac khu", "xa thi tran", "xa", "cap xa"],
            &["", " thuoc tinh", " trong tinh", " trong toan tinh", " tren dia ban tinh"],
        ),
        _ => return Vec::new(),
    };
    let alone = match kind {
        Kind::Department => vec!["so ban nganh", "so ban nganh tinh", "so nganh"],
        Kind::District => vec!["cap huyen", "huyen thi xa thanh pho"],
        _ => vec!["cap xa", "xa phuong thi tran"],
    };
    let one = |phrase: &String| ["uy ban nhan dan xa", "uy ban nhan dan huyen"].contains(&phrase.as_str());
    let made = starts.iter().flat_map(|start| {
        middles.iter().flat_map(move |middle| ends.iter().map(move |end| format!("{start}{middle}{end}")))
    });
    made.filter(|phrase| !one(phrase))
        .map(|phrase| words(&phrase))
        .chain(alone.into_iter().map(words))
        .collect()
}

/// Names that do not say which agencies they mean.
pub(super) fn vague() -> Vec<Vec<String>> {
    [
        "cac dia phuong",
        "cac don vi",
        "cac co quan",
        "cac co quan don vi",
        "cac co quan don vi dia phuong",
        "cac nganh",
        "cac nganh cac cap",
        "cac cap cac nganh",
        "cac doan the",
        "cac to chuc chinh tri xa hoi",
        "cac to chuc doan the",
        "uy ban nhan dan cac cap",
    ]
    .map(words)
    .to_vec()
}

/// Whether a piece asks for those concerned, without naming them.
pub(super) fn is_vague(folded: &str) -> bool {
    folded.contains("lien quan")
}

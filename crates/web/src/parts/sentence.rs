//! Whole sentences about standings and changes, built from the catalogues; the command line says them too.

use look::Lang;
use look::words::{say, say_with};
use scores::target::{Doubt, Finding, Judgement};
use scores::{Explanation, Group, Standing};

/// What moved a province, in one sentence: "điểm tăng mà hạng giảm vì …".
pub fn of_change(lang: Lang, name: &str, e: &Explanation) -> String {
    let (Some(score), Some(rank)) = (e.change.own, e.rank_change()) else {
        return say_with(
            lang,
            "change-unranked",
            &[("name", name.into()), ("from", e.from.to_string().into()), ("to", e.to.to_string().into())],
        );
    };
    let key = match (e.comparable, direction(score, 0.005), rank.signum()) {
        (false, ..) => "change-not-comparable",
        (_, 1, 1) => "change-up-up",
        (_, 1, -1) => "change-up-down",
        (_, 1, _) => "change-up-same",
        (_, -1, 1) => "change-down-up",
        (_, -1, -1) => "change-down-down",
        (_, -1, _) => "change-down-same",
        (_, _, 1) => "change-same-up",
        (_, _, -1) => "change-same-down",
        _ => "change-same-same",
    };
    let number = |value: f64| look::number::decimals(lang, value.abs(), 2);
    say_with(
        lang,
        key,
        &[
            ("name", name.into()),
            ("from", e.from.to_string().into()),
            ("to", e.to.to_string().into()),
            ("score", number(score).into()),
            ("national", number(e.change.national.unwrap_or_default()).into()),
            (
                "nation",
                ["down", "same", "up"]
                    [(direction(e.change.national.unwrap_or_default(), 0.005) + 1) as usize]
                    .into(),
            ),
            ("places", rank.abs().into()),
            ("before", e.places.0.rank.unwrap_or_default().to_string().into()),
            ("now", e.places.1.rank.unwrap_or_default().to_string().into()),
            ("overtaken", e.overtaken_by.len().to_string().into()),
            ("entered", e.entered_above.len().into()),
            ("overtook", e.overtook.len().to_string().into()),
        ],
    )
}

/// Score and rank, in a sentence.
pub fn of_standing(lang: Lang, standing: &Standing) -> String {
    let (Some(score), Some(rank)) = (standing.score, standing.rank) else {
        return say(lang, "standing-unranked");
    };
    let said = [("score", score.into()), ("rank", rank.into()), ("of", standing.of.into())];
    say_with(lang, "standing-ranked", &said)
}

/// The name of a group.
pub fn of_group(lang: Lang, group: Group) -> String {
    say(lang, &format!("group-{group}"))
}

/// `met`, `not met` or `cannot tell`.
pub fn of_verdict(lang: Lang, met: Option<bool>) -> String {
    say(lang, verdict_key(met))
}

/// The key of a verdict, which is also its class on a page.
pub fn verdict_key(met: Option<bool>) -> &'static str {
    match met {
        Some(true) => "verdict-met",
        Some(false) => "verdict-not-met",
        None => "verdict-cannot-tell",
    }
}

/// The key of a verdict on what is not asked yet, and so not missed yet.
pub fn verdict_so_far(met: Option<bool>) -> &'static str {
    if met == Some(false) { "verdict-not-yet" } else { verdict_key(met) }
}

/// Why the verdict on one item is what it is.
pub fn of_finding(lang: Lang, finding: &Finding) -> String {
    if let Some(doubt) = finding.doubt {
        return of_doubt(lang, doubt);
    }
    let Some((gap, required)) = finding.gap.zip(finding.required.score) else { return String::new() };
    let key = if finding.met == Some(true) { "finding-above" } else { "finding-below" };
    let number = |value| look::number::decimals(lang, value, 2);
    say_with(lang, key, &[("gap", number(gap.abs()).into()), ("required", number(required).into())])
}

/// Why the verdict on several items is what it is: of one its margin, of several which fall short.
pub fn of_judgement(lang: Lang, judgement: &Judgement) -> String {
    let findings = &judgement.findings;
    if let [only] = findings.as_slice() {
        return of_finding(lang, only);
    }
    let with = |met: Option<bool>| findings.iter().filter(move |finding| finding.met == met);
    let items: Vec<_> = with(Some(false)).map(|finding| finding.item.to_string()).collect();
    let (short, unknown) = (items.len(), with(None).count());
    let key = match (short, unknown) {
        (0, 0) => "judged-all",
        (0, _) => "judged-unknown",
        _ => "judged-short",
    };
    let said = [
        ("short", short.into()),
        ("unknown", unknown.into()),
        ("all", findings.len().into()),
        ("items", items.join(", ").into()),
    ];
    say_with(lang, key, &said)
}

fn of_doubt(lang: Lang, doubt: Doubt) -> String {
    match doubt {
        Doubt::NoEdition => say(lang, "doubt-no-edition"),
        Doubt::Unranked => say(lang, "doubt-unranked"),
        Doubt::NoBase(Some(year)) => say_with(lang, "doubt-no-base", &[("year", year.to_string().into())]),
        Doubt::NoBase(None) => say(lang, "doubt-no-base-at-all"),
        Doubt::NotComparable(year) => {
            say_with(lang, "doubt-not-comparable", &[("year", year.to_string().into())])
        }
    }
}

/// 1, 0 or −1; what rounds to nothing is nothing.
fn direction(value: f64, least: f64) -> i8 {
    if value >= least {
        1
    } else if value <= -least {
        -1
    } else {
        0
    }
}

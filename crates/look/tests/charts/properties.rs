//! What holds for every chart, whatever it is given.

use look::Lang;
use proptest::prelude::*;

use crate::drawing::Drawing;
use crate::figures::Figures;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_chart_is_a_sound_picture(figures in figures()) {
        for (kind, svg) in figures.charts() {
            let drawing = Drawing::read(&svg);
            let (width, height) = drawing.size;
            for &(x, y) in &drawing.points {
                prop_assert!((-0.5..=width + 0.5).contains(&x), "{kind}: x {x} of {width} in {svg}");
                prop_assert!((-0.5..=height + 0.5).contains(&y), "{kind}: y {y} of {height} in {svg}");
            }
            prop_assert!(!svg.contains("NaN") && !svg.contains("inf "), "{kind}: {svg}");
        }
    }
}

fn figures() -> impl Strategy<Value = Figures> {
    let score = prop_oneof![
        8 => (8.0..80.0).prop_map(Some),
        2 => Just(Some(44.0)),
        2 => Just(None),
        1 => Just(Some(0.0)),
        1 => Just(Some(1e12)),
    ];
    let name = prop_oneof![Just("Bà Rịa – Vũng Tàu".to_owned()), "[a-zA-Z<>&\"' ]{0,60}"];
    let lang = prop_oneof![Just(Lang::Vi), Just(Lang::En)];
    let breaks = prop::collection::vec(2010_i16..2030, 0..3);
    (lang, name, prop::collection::vec(score, 0..20), breaks)
        .prop_map(|(lang, name, scores, breaks)| Figures { lang, name, scores, breaks })
}

#[test]
fn marks_of_the_markup_in_names_are_text() {
    let name = "<b>\"A & B\"</b>".to_owned();
    for (kind, svg) in (Figures { name, ..Figures::plain(Lang::Vi) }).charts() {
        assert!(!svg.contains("<b>"), "{kind}");
        assert_eq!(Drawing::read(&svg).titles[0], "&lt;b&gt;&quot;A &amp; B&quot;&lt;/b&gt;", "{kind}");
    }
}

#[test]
fn nothing_to_show_says_nothing_but_its_name() {
    for (kind, svg) in (Figures { scores: Vec::new(), ..Figures::plain(Lang::Vi) }).charts() {
        let drawing = Drawing::read(&svg);
        let told = if kind == "waterfall" { 3 } else { 1 };
        assert_eq!(drawing.titles.len(), told, "{kind}: {svg}");
    }
}

#[test]
fn one_point_and_equal_values_have_a_place() {
    for scores in [vec![Some(44.0)], vec![Some(44.0); 5]] {
        let history =
            look::chart::History { band: None, ..Figures { scores, ..Figures::plain(Lang::En) }.history() };
        let ours = look::chart::History { series: history.series[..1].to_vec(), ..history };
        let drawing = Drawing::read(&ours.svg());
        assert!(drawing.points.iter().all(|(x, y)| x.is_finite() && y.is_finite()));
    }
}

#[test]
fn styles_and_scripts_stay_outside() {
    for (kind, svg) in Figures::plain(Lang::Vi).charts() {
        let drawing = Drawing::read(&svg);
        assert!(!svg.contains("<style") && !svg.contains("<script"), "{kind}");
        for attribute in &drawing.attributes {
            assert!(attribute != "style" && !attribute.starts_with("on"), "{kind}: {attribute}");
        }
    }
}

#[test]
fn a_picture_is_named_by_ids_of_its_own() {
    for (kind, svg) in Figures::plain(Lang::Vi).charts() {
        assert!(svg.contains(&format!(r#"aria-labelledby="{kind}-title {kind}-desc""#)), "{kind}");
        let ids = Drawing::read(&svg).ids;
        assert!(ids.iter().all(|id| id.starts_with(kind)), "{ids:?}");
    }
}

#[test]
fn links_are_not_hidden_inside_a_picture() {
    let mut map = Figures::plain(Lang::Vi).tiles();
    assert!(map.svg().contains(r#"role="group""#));

    map.tiles.iter_mut().for_each(|tile| tile.href = None);
    assert!(map.svg().contains(r#"role="img""#));
}

#[test]
fn sixty_three_provinces_are_a_light_picture() {
    let mut strip = Figures::plain(Lang::Vi).strip();
    let dot = strip.dots[0].clone();
    strip.dots = (0..63)
        .map(|n| look::chart::Dot { score: 38.0 + f64::from(n) / 6.0, marked: n == 9, ..dot.clone() })
        .collect();
    assert!(strip.svg().len() < 8_000, "{} bytes", strip.svg().len());
}

#[test]
fn a_line_ends_where_years_are_missing_or_cannot_be_compared() {
    let mut history = Figures::plain(Lang::Vi).history();
    history.series.truncate(1);
    let lines = |svg: String| svg.matches(r#"class="own""#).count() - 1; // one is the sample in the key

    assert_eq!(lines(history.svg()), 2, "2018–2019, a gap, 2021–2022");
    history.breaks = vec![2019];
    assert_eq!(lines(history.svg()), 3, "2018, 2019, a gap, 2021–2022");
}

#[test]
fn each_dot_tells_its_score_and_rank_in_its_language() {
    let told = |lang| Drawing::read(&Figures::plain(lang).strip().svg()).titles;
    assert!(told(Lang::Vi).contains(&"Bạc Liêu: 42,25, hạng 1/61".to_owned()));
    assert!(told(Lang::Vi).contains(&"Bạc Liêu: 44,50".to_owned()), "unranked");
    assert!(told(Lang::En).contains(&"Bạc Liêu: 42.25, rank 1 of 61".to_owned()));
}

#[test]
fn what_cannot_be_compared_is_hatched_and_marked() {
    let mut waterfall = Figures::plain(Lang::Vi).waterfall();
    assert_eq!(waterfall.svg().matches("url(#waterfall-hatch)").count(), 1);
    assert_eq!(waterfall.svg().matches(r#"class="unlike""#).count(), 1);

    waterfall.parts.iter_mut().for_each(|part| part.comparable = true);
    assert!(!waterfall.svg().contains("url(#waterfall-hatch)"));
}

//! Charts of given figures, one of each kind.

use look::Lang;
use look::chart::{
    Ahead, Band, Bin, Calibration, Caption, Dot, DotStrip, Fan, Gain, Gains, History, Interval, Intervals,
    Island, Line, Multiple, Part, RankHistory, RankOdds, Ranks, Series, Tile, TileMap, Tone, Waterfall,
};

/// The figures that a chart of any kind is made of here; each of them may be anything.
#[derive(Debug, Clone)]
pub(crate) struct Figures {
    pub(crate) lang: Lang,
    pub(crate) name: String,
    pub(crate) scores: Vec<Option<f64>>,
    pub(crate) breaks: Vec<i16>,
}

impl Figures {
    /// A few scores with a gap and a break among them.
    pub(crate) fn plain(lang: Lang) -> Self {
        let scores = vec![Some(42.25), Some(44.5), None, Some(45.578), Some(44.1004)];
        Self { lang, name: "Bạc Liêu".to_owned(), scores, breaks: vec![2021] }
    }

    /// One chart of each kind, by name.
    pub(crate) fn charts(&self) -> Vec<(&'static str, String)> {
        vec![
            ("strip", self.strip().svg()),
            ("history", self.history().svg()),
            ("ranks", self.ranks().svg()),
            ("multiple", self.multiple().svg()),
            ("waterfall", self.waterfall().svg()),
            ("tiles", self.tiles().svg()),
            ("fan", self.fan(None).svg()),
            ("fan-small", self.fan(Some(format!("3. {}", self.name))).svg()),
            ("odds", self.odds().svg()),
            ("calibration", self.calibration().svg()),
            ("intervals", self.intervals().svg()),
            ("gains", self.gains().svg()),
        ]
    }

    pub(crate) fn strip(&self) -> DotStrip {
        let mean = Line { score: 43.43, label: self.lang.pick("Bình quân", "Mean").to_owned() };
        let dots = self.known().enumerate().map(|(index, score)| Dot {
            name: self.name.clone(),
            score,
            rank: (index != 1).then_some((index + 1, 61)),
            tone: Tone::ALL[index % 5],
            marked: index == 0,
        });
        let dots: Vec<Dot> = dots.collect();
        let lines = if dots.is_empty() { Vec::new() } else { vec![mean] };
        DotStrip { caption: self.caption("strip"), dots, lines }
    }

    pub(crate) fn history(&self) -> History {
        let series = |marked, by: f64| Series { name: self.name.clone(), marked, points: self.points(by) };
        let series =
            if self.scores.is_empty() { Vec::new() } else { vec![series(true, 0.0), series(false, -1.0)] };
        let spread =
            self.points(0.0).into_iter().filter_map(|(year, score)| Some((year, score? - 2.0, score? + 2.0)));
        let name = self.lang.pick("Nửa số tỉnh ở giữa", "Middle half").to_owned();
        let band = Band { name, points: spread.collect() };
        let band = (!self.scores.is_empty()).then_some(band);
        History { caption: self.caption("history"), series, band, breaks: self.breaks.clone() }
    }

    pub(crate) fn ranks(&self) -> RankHistory {
        let rank = |score: f64| (1 + (score.abs() as usize) % 61, 61);
        let points = self.points(0.0).into_iter().map(|(year, score)| (year, score.map(rank))).collect();
        let ours = Ranks { name: self.name.clone(), marked: true, points };
        let lines = if self.scores.is_empty() { Vec::new() } else { vec![ours] };
        RankHistory { caption: self.caption("ranks"), lines, target: Some((20, self.name.clone())) }
    }

    pub(crate) fn multiple(&self) -> Multiple {
        Multiple {
            caption: self.caption("multiple"),
            heading: format!("3. {}", self.name),
            points: self.points(0.0),
            mean: self.points(-0.5),
            breaks: self.breaks.clone(),
            last: self.scores.last().copied().flatten(),
            tone: Tone::HighAverage,
            change: self.known().next().map(|score| score - 43.0),
            range: None,
        }
    }

    pub(crate) fn waterfall(&self) -> Waterfall {
        let parts: Vec<Part> = self
            .known()
            .enumerate()
            .map(|(index, score)| Part {
                label: format!("1.{index} {}", self.name),
                own: score - 44.0,
                national: (index != 1).then_some(0.25),
                comparable: index != 2,
            })
            .collect();
        let end = parts.iter().fold(44.0, |level, part| level + part.own);
        let total = |year: &str, score| (format!("{} {year}", self.lang.pick("Năm", "Year")), score);
        Waterfall {
            caption: self.caption("waterfall"),
            start: total("2023", 44.0),
            parts,
            end: total("2024", end),
        }
    }

    pub(crate) fn tiles(&self) -> TileMap {
        let tile = |(index, score): (usize, f64)| Tile {
            column: (index % 7) as u8,
            row: (index / 7) as u8,
            label: "BL".to_owned(),
            title: format!("{}: {score:.2}", self.name),
            tone: Tone::ALL[index % 5],
            marked: index == 0,
            href: (index == 1).then(|| format!("/tinh/{}?a=1&b=2", self.name)),
        };
        let tiles: Vec<Tile> = self.known().enumerate().map(tile).collect();
        let island =
            Island { column: 9, row: 2, name: "Trường Sa".to_owned(), title: "Trường Sa".to_owned() };
        let islands = if tiles.is_empty() { Vec::new() } else { vec![island] };
        TileMap { caption: self.caption("tiles"), tiles, islands }
    }

    pub(crate) fn fan(&self, heading: Option<String>) -> Fan {
        let ahead = (2030..).zip(self.known()).map(|(year, score)| Ahead {
            year,
            mean: score - 44.0,
            inner: (score - 45.0, score - 43.0),
            outer: (score - 46.0, score - 42.0),
        });
        let (ahead, renewals) = (ahead.collect(), self.breaks.iter().map(|year| year + 10).collect());
        let points = self.points(-44.0);
        let id = if heading.is_some() { "fan-small" } else { "fan" };
        Fan { caption: self.caption(id), heading, points, ahead, renewals }
    }

    pub(crate) fn odds(&self) -> RankOdds {
        let total: f64 = self.known().sum::<f64>().max(1e-9);
        let chances = self.known().map(|score| score / total).collect();
        RankOdds { caption: self.caption("odds"), chances, target: Some((2, self.name.clone())) }
    }

    pub(crate) fn calibration(&self) -> Calibration {
        let bin = |(count, score): (usize, f64)| Bin { given: score / 80.0, happened: score / 100.0, count };
        let axes = (self.name.clone(), self.name.clone());
        Calibration {
            caption: self.caption("calibration"),
            bins: self.known().enumerate().map(bin).collect(),
            axes,
        }
    }

    pub(crate) fn intervals(&self) -> Intervals {
        let row = |(index, value): (usize, f64)| Interval {
            name: self.name.clone(),
            marked: index == 1,
            value,
            bounds: (value - 1.0, value + 2.0),
            told: format!("{}: {value:.1}", self.name),
        };
        let rows: Vec<_> = self.known().enumerate().map(row).collect();
        let line = (!rows.is_empty()).then(|| (20.0, self.name.clone()));
        Intervals { caption: self.caption("intervals"), rows, line }
    }

    pub(crate) fn gains(&self) -> Gains {
        let part = |(index, score): (usize, f64)| Gain {
            label: format!("1.{index} {}", self.name),
            needed: (score - 44.0) / 2.0,
            others: (index != 1).then_some([-0.1, 0.2, 0.5]),
        };
        Gains { caption: self.caption("gains"), parts: self.known().enumerate().map(part).collect() }
    }

    fn caption(&self, id: &str) -> Caption {
        let title = self.name.clone();
        Caption { lang: self.lang, id: id.to_owned(), title, description: "44,10 & hạng 21/61".to_owned() }
    }

    fn points(&self, by: f64) -> Vec<(i16, Option<f64>)> {
        (2018..).zip(&self.scores).map(|(year, score)| (year, score.map(|it| it + by))).collect()
    }

    fn known(&self) -> impl Iterator<Item = f64> {
        self.scores.iter().copied().flatten()
    }
}

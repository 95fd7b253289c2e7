//! A map of tiles: every province the same size, near where it lies, its group as colour and as letters.
//!
//! The legend belongs to the page's text.

use super::svg::{Anchor, Svg, WIDTH, text_width};
use super::{Caption, Tone};

/// The country as tiles.
#[derive(Debug, Clone)]
pub struct TileMap {
    /// Name and text alternative.
    pub caption: Caption,
    /// A tile for each province.
    pub tiles: Vec<Tile>,
    /// The archipelagos, as small tiles without a score of their own.
    pub islands: Vec<Island>,
}

/// One province on the map.
#[derive(Debug, Clone)]
pub struct Tile {
    /// Columns from the west.
    pub column: u8,
    /// Rows from the north.
    pub row: u8,
    /// Up to three letters, "BL".
    pub label: String,
    /// What a pointer or a screen reader is told, "Bạc Liêu: 44,10, hạng 21/61".
    pub title: String,
    /// Its group.
    pub tone: Tone,
    /// Whether it is ours.
    pub marked: bool,
    /// Where it leads.
    pub href: Option<String>,
}

/// An archipelago.
#[derive(Debug, Clone)]
pub struct Island {
    /// Columns from the west.
    pub column: u8,
    /// Rows from the north.
    pub row: u8,
    /// Its name, one word to a line.
    pub name: String,
    /// What a pointer or a screen reader is told, with the province that it belongs to.
    pub title: String,
}

const SIZE: f64 = 14.0;
const GAP: f64 = 2.0;
/// A tile is no wider than this, however few columns there are, and no lower than its two lines of text.
const WIDEST: f64 = 44.0;
const HEIGHT: f64 = 36.0;
const ISLAND: f64 = 12.0;
/// An island and the two lines of its name.
const ISLAND_HEIGHT: f64 = 46.0;

impl TileMap {
    /// Draws it.
    pub fn svg(&self) -> String {
        let columns =
            self.tiles.iter().map(|tile| tile.column).chain(self.islands.iter().map(|island| island.column));
        let pitch = (WIDTH / (f64::from(columns.max().unwrap_or(0)) + 1.0)).min(WIDEST);
        let below_tiles = self.tiles.iter().map(|tile| (f64::from(tile.row) + 1.0) * HEIGHT);
        let below_islands = self.islands.iter().map(|island| f64::from(island.row) * HEIGHT + ISLAND_HEIGHT);
        let height = below_tiles.chain(below_islands).fold(HEIGHT, f64::max) + 4.0;
        let linked = self.tiles.iter().any(|tile| tile.href.is_some());
        let role = if linked { "group" } else { "img" };

        let mut svg = Svg::open_as(role, &self.caption, "tiles", WIDTH, height);
        for island in &self.islands {
            island.draw(&mut svg, pitch);
        }
        // Ours last, so that its border lies above its neighbours'.
        for tile in
            self.tiles.iter().filter(|tile| !tile.marked).chain(self.tiles.iter().filter(|tile| tile.marked))
        {
            tile.draw(&mut svg, pitch, &tile.tone.letters(self.caption.lang));
        }
        svg.close()
    }
}

impl Tile {
    fn draw(&self, svg: &mut Svg, pitch: f64, letters: &str) {
        match &self.href {
            Some(href) => svg.link(href, &self.title, |svg| self.draw_face(svg, pitch, letters, None)),
            None => self.draw_face(svg, pitch, letters, Some(&self.title)),
        }
    }

    fn draw_face(&self, svg: &mut Svg, pitch: f64, letters: &str, title: Option<&str>) {
        let (x, y) = (f64::from(self.column) * pitch, f64::from(self.row) * HEIGHT + 2.0);
        let ours = if self.marked { " ours" } else { "" };
        svg.group(&format!("tile {}{ours}", self.tone.class()), |svg| {
            if let Some(title) = title {
                svg.title(title);
            }
            svg.rect("face", (x + GAP / 2.0, y + GAP / 2.0), (pitch - GAP, HEIGHT - GAP));
            let middle = x + pitch / 2.0;
            svg.text("strong", Anchor::Middle, (middle, y + 16.0), &self.label);
            svg.text("", Anchor::Middle, (middle, y + 30.5), letters);
        });
    }
}

impl Island {
    fn draw(&self, svg: &mut Svg, pitch: f64) {
        let (x, y) = ((f64::from(self.column) + 0.5) * pitch, f64::from(self.row) * HEIGHT + 2.0);
        svg.group("island", |svg| {
            svg.title(&self.title);
            svg.rect("face", (x - ISLAND / 2.0, y), (ISLAND, ISLAND));
            let words: Vec<&str> = self.name.split_whitespace().take(2).collect();
            let half = words.iter().map(|word| text_width(word, SIZE) / 2.0).fold(0.0, f64::max);
            let x = x.min(WIDTH - half).max(half.min(WIDTH / 2.0));
            for (line, word) in words.into_iter().enumerate() {
                svg.text("", Anchor::Middle, (x, y + ISLAND + SIZE * (line as f64 + 1.0)), word);
            }
        });
    }
}

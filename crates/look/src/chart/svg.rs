//! Writing SVG: the few elements that charts are made of, escaped, with short numbers.

use std::fmt::{self, Write};

use super::Caption;

/// Units across; the drawing is made for a screen as narrow as this.
pub(crate) const WIDTH: f64 = 360.0;

/// An SVG in the making.
pub(crate) struct Svg {
    text: String,
}

impl Svg {
    /// Opens a picture with its title and description. `kind` is the class that the style sheet knows.
    pub(crate) fn open(caption: &Caption, kind: &str, width: f64, height: f64) -> Self {
        Self::open_as("img", caption, kind, width, height)
    }

    /// As [`Svg::open`], for a drawing whose parts are links: those must not be hidden inside a picture.
    pub(crate) fn open_as(role: &str, caption: &Caption, kind: &str, width: f64, height: f64) -> Self {
        let id = Escaped(&caption.id);
        let mut svg = Self { text: String::with_capacity(4096) };
        svg.put(format_args!(
            r#"<svg class="chart {kind}" viewBox="0 0 {} {}" role="{role}" aria-labelledby="{id}-title {id}-desc">"#,
            Short(width),
            Short(height)
        ));
        let (title, description) = (Escaped(&caption.title), Escaped(&caption.description));
        svg.put(format_args!(
            r#"<title id="{id}-title">{title}</title><desc id="{id}-desc">{description}</desc>"#
        ));
        svg
    }

    pub(crate) fn close(mut self) -> String {
        self.text.push_str("</svg>");
        self.text
    }

    /// A group of one class.
    pub(crate) fn group(&mut self, class: &str, inside: impl FnOnce(&mut Self)) {
        self.put(format_args!(r#"<g class="{class}">"#));
        inside(self);
        self.text.push_str("</g>");
    }

    /// A link around its content, named by `title`.
    pub(crate) fn link(&mut self, href: &str, title: &str, inside: impl FnOnce(&mut Self)) {
        self.put(format_args!(r#"<a href="{}">"#, Escaped(href)));
        self.title(title);
        inside(self);
        self.text.push_str("</a>");
    }

    pub(crate) fn title(&mut self, title: &str) {
        self.put(format_args!("<title>{}</title>", Escaped(title)));
    }

    pub(crate) fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        self.put(format_args!(r#"<path class="{class}" d="{}"/>"#, Path(&[from, to])));
    }

    /// A line through points.
    pub(crate) fn path(&mut self, class: &str, points: &[(f64, f64)]) {
        self.put(format_args!(r#"<path class="{class}" d="{}"/>"#, Path(points)));
    }

    /// A closed shape.
    pub(crate) fn area(&mut self, class: &str, points: &[(f64, f64)]) {
        self.put(format_args!(r#"<path class="{class}" d="{}z"/>"#, Path(points)));
    }

    /// A shape given by its path data.
    pub(crate) fn path_data(&mut self, data: &str) {
        self.put(format_args!(r#"<path d="{data}"/>"#));
    }

    /// A shape given by its path data, with what a pointer that rests on it is told.
    pub(crate) fn told(&mut self, data: &str, title: &str) {
        self.put(format_args!(r#"<path d="{data}"><title>{}</title></path>"#, Escaped(title)));
    }

    pub(crate) fn rect(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        self.put(format_args!(
            r#"<rect class="{class}" x="{}" y="{}" width="{}" height="{}"/>"#,
            Short(x),
            Short(y),
            Short(width),
            Short(height)
        ));
    }

    /// Text whose class says its size and anchor: see [`Anchor`].
    pub(crate) fn text(&mut self, class: &str, anchor: Anchor, (x, y): (f64, f64), text: &str) {
        let (x, y, text) = (Short(x), Short(y), Escaped(text));
        let anchor = anchor.attribute();
        let class = if class.is_empty() { String::new() } else { format!(r#" class="{class}""#) };
        self.put(format_args!(r#"<text{class}{anchor} x="{x}" y="{y}">{text}</text>"#));
    }

    /// The mark of what cannot be compared, a crossed equals sign around a point. Drawn, for not every font of
    /// an old phone has it.
    pub(crate) fn unlike(&mut self, (x, y): (f64, f64)) {
        let (left, up, down) = (Short(x - 5.0), Short(y - 2.0), Short(y + 2.0));
        let data = format!("M{left} {up}h10M{left} {down}h10M{} {}l5-10", Short(x - 2.5), Short(y + 5.0));
        self.put(format_args!(r#"<path class="unlike" d="{data}"/>"#));
    }

    /// A hatching that others fill with by `url(#id)`.
    pub(crate) fn hatching(&mut self, id: &str) {
        let id = Escaped(id);
        self.put(format_args!(
            r#"<pattern id="{id}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V5"/></pattern>"#
        ));
    }

    /// A closed shape filled with a hatching.
    pub(crate) fn hatched(&mut self, id: &str, class: &str, points: &[(f64, f64)]) {
        self.put(format_args!(
            r#"<path class="{class}" fill="url(#{})" d="{}z"/>"#,
            Escaped(id),
            Path(points)
        ));
    }

    fn put(&mut self, what: fmt::Arguments<'_>) {
        self.text.write_fmt(what).expect("writing to a string cannot fail");
    }
}

/// Which end of a text its place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    fn attribute(self) -> &'static str {
        match self {
            Self::Start => "",
            Self::Middle => r#" text-anchor="middle""#,
            Self::End => r#" text-anchor="end""#,
        }
    }
}

/// Roughly how wide a text of this size is drawn: a generous average of system fonts, for keeping labels apart.
pub(crate) fn text_width(text: &str, size: f64) -> f64 {
    let ems: f64 = text.chars().map(|c| if "iIlj.,:;' |()t".contains(c) { 0.34 } else { 0.6 }).sum();
    ems * size
}

/// How much wider the widest of the usual typefaces sets bold text.
pub(crate) const BOLD: f64 = 1.18;

/// Breaks a text into lines that fit, at most so many; the last ends in an ellipsis if there is more.
pub(crate) fn wrapped(text: &str, size: f64, width: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if text_width(line, size) + text_width(word, size) + size * 0.34 <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    for line in &mut lines {
        shorten(line, size, width);
    }
    lines
}

/// Cuts a text to a width, with an ellipsis.
pub(crate) fn shorten(text: &mut String, size: f64, width: f64) {
    if text_width(text, size) <= width {
        return;
    }
    while !text.is_empty() && text_width(text, size) + size * 0.6 > width {
        text.pop();
    }
    text.truncate(text.trim_end().len());
    text.push('…');
}

/// A coordinate with at most one decimal.
pub(crate) struct Short(pub(crate) f64);

impl fmt::Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Adding zero turns a negative zero into a plain one.
        write!(f, "{}", (self.0 * 10.0).round() / 10.0 + 0.0)
    }
}

struct Path<'a>(&'a [(f64, f64)]);

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, &(x, y)) in self.0.iter().enumerate() {
            write!(f, "{}{} {}", if index == 0 { "M" } else { "L" }, Short(x), Short(y))?;
        }
        Ok(())
    }
}

struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                // Not allowed in XML at all.
                c if c.is_control() && !c.is_whitespace() => {}
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_markup_are_escaped() {
        assert_eq!(Escaped("<a & \"b\">\u{0}").to_string(), "&lt;a &amp; &quot;b&quot;&gt;");
    }

    #[test]
    fn coordinates_are_short() {
        assert_eq!(Short(12.345).to_string(), "12.3");
        assert_eq!(Short(-0.01).to_string(), "0");
        assert_eq!(Short(7.0).to_string(), "7");
    }

    #[test]
    fn a_long_name_is_broken_between_words_and_then_cut() {
        assert_eq!(wrapped("Kiểm soát tham nhũng", 14.0, 90.0, 2), ["Kiểm soát", "tham nhũng"]);
        assert_eq!(wrapped("Kiểm soát tham nhũng trong khu vực", 14.0, 90.0, 2)[1], "tham nhũng…");
        assert_eq!(wrapped("", 14.0, 100.0, 2), Vec::<String>::new());
    }
}

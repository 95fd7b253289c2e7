//! Reading a drawing back: its elements, its texts, every point that it names.

use quick_xml::Reader;
use quick_xml::events::Event;
use regex_lite::Regex;

/// What was found in an SVG.
#[derive(Debug, Default)]
pub(crate) struct Drawing {
    /// Width and height of the view box.
    pub(crate) size: (f64, f64),
    /// Every point of every shape and text.
    pub(crate) points: Vec<(f64, f64)>,
    /// Names of attributes.
    pub(crate) attributes: Vec<String>,
    /// Values of `id`.
    pub(crate) ids: Vec<String>,
    /// Contents of all `title` elements.
    pub(crate) titles: Vec<String>,
}

impl Drawing {
    /// Reads it; fails the test on what is not well-formed.
    pub(crate) fn read(svg: &str) -> Self {
        let mut drawing = Self::default();
        let mut reader = Reader::from_str(svg);
        reader.config_mut().check_end_names = true;
        let (mut open, mut in_title) = (0, false);
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => {
                    open += 1;
                    in_title = start.name().as_ref() == "title";
                    if in_title {
                        drawing.titles.push(String::new());
                    }
                    drawing.take(&start);
                }
                Event::Empty(start) => drawing.take(&start),
                Event::End(_) => (open, in_title) = (open - 1, false),
                Event::Text(text) if in_title => drawing.titles.last_mut().unwrap().push_str(&text),
                Event::GeneralRef(name) if in_title => {
                    drawing.titles.last_mut().unwrap().push_str(&format!("&{};", &*name));
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(open, 0, "every element is closed");
        drawing
    }

    fn take(&mut self, element: &quick_xml::events::BytesStart<'_>) {
        let mut place: [Option<f64>; 4] = [None; 4];
        for attribute in element.attributes() {
            let attribute = attribute.unwrap();
            let (key, value) = (attribute.key.as_ref().to_owned(), attribute.value.to_string());
            match key.as_str() {
                "viewBox" => {
                    let numbers: Vec<f64> = value.split(' ').map(|it| it.parse().unwrap()).collect();
                    self.size = (numbers[2], numbers[3]);
                }
                "d" if element.name().as_ref() == "path" && !value.starts_with("M0 0V") => {
                    self.points.extend(path_points(&value));
                }
                "x" => place[0] = Some(value.parse().unwrap()),
                "y" => place[1] = Some(value.parse().unwrap()),
                "width" if place[0].is_some() => place[2] = Some(value.parse().unwrap()),
                "height" if place[1].is_some() => place[3] = Some(value.parse().unwrap()),
                "id" => self.ids.push(value.clone()),
                _ => {}
            }
            self.attributes.push(key);
        }
        if let [Some(x), Some(y), width, height] = place {
            self.points.push((x, y));
            self.points.push((x + width.unwrap_or(0.0), y + height.unwrap_or(0.0)));
        }
    }
}

/// Follows path data, relative steps too; of arcs only their ends.
fn path_points(data: &str) -> Vec<(f64, f64)> {
    let step = Regex::new("([MLlHhVvaz])([^MLlHhVvaz]*)").unwrap();
    let number = Regex::new(r"-?(?:\d+\.?\d*|NaN|inf)").unwrap();
    let (mut x, mut y) = (0.0, 0.0);
    let mut points = Vec::new();
    for found in step.captures_iter(data) {
        let numbers: Vec<f64> = number.find_iter(&found[2]).map(|it| it.as_str().parse().unwrap()).collect();
        match &found[1] {
            "M" | "L" => (x, y) = (numbers[0], numbers[1]),
            "H" => x = numbers[0],
            "V" => y = numbers[0],
            "h" => x += numbers[0],
            "v" => y += numbers[0],
            "a" => (x, y) = (x + numbers[5], y + numbers[6]),
            "l" => {
                for pair in numbers.chunks(2) {
                    (x, y) = (x + pair[0], y + pair[1]);
                    points.push((x, y));
                }
            }
            _ => {}
        }
        points.push((x, y));
    }
    points
}

//! Comma-separated text as a frame: a header, quotes where needed, an empty field or `NA` for missing.
//!
//! A column is numeric if every value that is not missing reads as a finite number, else a factor with its levels in
//! the order of their bytes. The text is read once for the numbers, and once more only for the columns that hold
//! words.

use std::borrow::Cow;

use super::{Column, Factor, Frame};
use crate::Fault;

impl Frame {
    /// Reads a file with a header; only columns that `wanted` names are kept.
    ///
    /// Errors: `not_a_table` (no header, a quote that is never closed), `ragged`.
    pub fn from_csv(bytes: &[u8], wanted: impl Fn(&str) -> bool) -> Result<Self, Fault> {
        let mut fields = Fields::new(bytes);
        let mut names = Vec::new();
        while let Some(field) = fields.next()? {
            names.push(field.text().into_owned());
            if field.last {
                break;
            }
        }
        if names.is_empty() {
            return Err(Fault::NotATable { line: 1 });
        }
        let keep: Vec<bool> = names.iter().map(|name| wanted(name)).collect();
        let columns = read(fields, &keep)?;
        Self::new(
            names.into_iter().zip(columns).zip(keep).filter(|(_, kept)| *kept).map(|(c, _)| c).collect(),
        )
    }

    /// Reads a file without a header, its columns named `1`, `2`, ….
    ///
    /// Errors: as [`Frame::from_csv`].
    pub fn from_bare_csv(bytes: &[u8]) -> Result<Self, Fault> {
        let mut fields = Fields::new(bytes);
        let mut width = 0;
        while let Some(field) = fields.next()? {
            width += 1;
            if field.last {
                break;
            }
        }
        let columns = read(Fields::new(bytes), &vec![true; width])?;
        Self::new(columns.into_iter().enumerate().map(|(at, c)| ((at + 1).to_string(), c)).collect())
    }
}

/// The columns that are kept; the others are empty.
fn read(mut fields: Fields<'_>, keep: &[bool]) -> Result<Vec<Column>, Fault> {
    let begin = fields.clone();
    let mut numbers: Vec<Vec<f64>> = vec![Vec::new(); keep.len()];
    let mut wordy = vec![false; keep.len()];
    let mut at = 0;
    while let Some(field) = fields.next()? {
        let Some(kept) = keep.get(at) else {
            return Err(Fault::Ragged {
                place: format!("line {}", fields.line),
                found: at + 1,
                expected: keep.len(),
            });
        };
        if *kept && !wordy[at] {
            match field.number() {
                Some(number) => numbers[at].push(number),
                None => wordy[at] = true,
            }
        }
        at += 1;
        if field.last {
            let blank = at == 1 && keep.len() > 1 && field.raw.is_empty();
            if blank {
                numbers[0].pop();
            } else if at != keep.len() {
                let place = format!("line {}", fields.line);
                return Err(Fault::Ragged { place, found: at, expected: keep.len() });
            }
            at = 0;
        }
    }
    let mut words = words(begin, &wordy, keep.len())?;
    Ok(numbers
        .into_iter()
        .enumerate()
        .map(|(at, numbers)| match wordy[at] {
            true => Column::Factor(std::mem::take(&mut words[at])),
            false => Column::Numbers(numbers),
        })
        .collect())
}

/// The columns that hold words, read as factors; the others are empty.
fn words(mut fields: Fields<'_>, wordy: &[bool], width: usize) -> Result<Vec<Factor>, Fault> {
    if !wordy.contains(&true) {
        return Ok(vec![Factor::default(); width]);
    }
    let mut texts: Vec<Vec<Option<Cow<'_, str>>>> = vec![Vec::new(); width];
    let mut at = 0;
    while let Some(field) = fields.next()? {
        let blank = at == 0 && field.last && width > 1;
        if wordy[at] && !blank {
            texts[at].push((!field.misses()).then(|| field.text()));
        }
        at = if field.last { 0 } else { at + 1 };
    }
    let factor = |texts: &Vec<Option<Cow<'_, str>>>| {
        Factor::of_texts(&texts.iter().map(|text| text.as_deref()).collect::<Vec<_>>())
    };
    Ok(texts.iter().map(factor).collect())
}

/// The fields of a file one after another.
#[derive(Clone)]
struct Fields<'a> {
    rest: &'a [u8],
    line: usize,
    ended: bool,
}

/// A field as it stands in the file.
struct Field<'a> {
    raw: &'a [u8],
    quoted: bool,
    /// Whether the line ends here.
    last: bool,
}

impl<'a> Fields<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        Self { rest, line: 1, ended: rest.is_empty() }
    }

    fn next(&mut self) -> Result<Option<Field<'a>>, Fault> {
        if self.ended {
            return Ok(None);
        }
        if self.rest.first() == Some(&b'"') {
            return self.quoted().map(Some);
        }
        let end = self.rest.iter().position(|byte| matches!(byte, b',' | b'\n')).unwrap_or(self.rest.len());
        let (raw, rest) = self.rest.split_at(end);
        let last = self.step(rest);
        let raw = if last { raw.strip_suffix(b"\r").unwrap_or(raw) } else { raw };
        Ok(Some(Field { raw, quoted: false, last }))
    }

    fn quoted(&mut self) -> Result<Field<'a>, Fault> {
        let body = &self.rest[1..];
        let mut at = 0;
        loop {
            match body[at..].iter().position(|byte| *byte == b'"') {
                None => return Err(Fault::NotATable { line: self.line }),
                Some(step) if body.get(at + step + 1) == Some(&b'"') => at += step + 2,
                Some(step) => {
                    at += step;
                    break;
                }
            }
        }
        let rest = &body[at + 1..];
        let rest = if rest.starts_with(b"\r\n") { &rest[1..] } else { rest };
        if !matches!(rest.first(), None | Some(b',' | b'\n')) {
            return Err(Fault::NotATable { line: self.line });
        }
        let last = self.step(rest);
        Ok(Field { raw: &body[..at], quoted: true, last })
    }

    /// Steps over the comma or the end of the line; whether it was the latter.
    fn step(&mut self, rest: &'a [u8]) -> bool {
        let last = rest.first() != Some(&b',');
        self.rest = rest.get(1..).unwrap_or_default();
        self.line += usize::from(last);
        self.ended = last && self.rest.is_empty();
        last
    }
}

impl<'a> Field<'a> {
    fn misses(&self) -> bool {
        self.raw.is_empty() || self.raw == b"NA"
    }

    fn text(&self) -> Cow<'a, str> {
        let text = String::from_utf8_lossy(self.raw);
        if self.quoted && text.contains("\"\"") { text.replace("\"\"", "\"").into() } else { text }
    }

    /// The number, NaN for a missing one, `None` for words.
    fn number(&self) -> Option<f64> {
        if self.misses() {
            return Some(f64::NAN);
        }
        plain(self.raw).or_else(|| {
            let text = std::str::from_utf8(self.raw).ok()?.trim();
            text.parse().ok().filter(|number: &f64| number.is_finite())
        })
    }
}

/// A number of up to fifteen digits and no exponent: its digits and the power of ten are exact, so is one division.
fn plain(raw: &[u8]) -> Option<f64> {
    const TENS: [f64; 16] =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    let (negative, digits) = match raw {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, raw),
    };
    if digits.len() > 16 || !digits.first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let (mut whole, mut after, mut point) = (0_u64, 0, false);
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                whole = whole * 10 + u64::from(byte - b'0');
                after += usize::from(point);
            }
            b'.' if !point => point = true,
            _ => return None,
        }
    }
    if digits.len() - usize::from(point) > 15 {
        return None;
    }
    let size = whole as f64 / TENS[after];
    Some(if negative { -size } else { size })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(text: &str) -> Frame {
        Frame::from_csv(text.as_bytes(), |_| true).unwrap()
    }

    #[test]
    fn numbers_words_quotes_and_gaps_are_told_apart() {
        let frame = frame("a,b,\"c,d\"\r\n1,x,\"say \"\"so\"\"\"\r\nNA,,y\r\n-2.50,x,NA");
        assert_eq!(frame.numbers("a").unwrap()[2], -2.5);
        assert!(frame.numbers("a").unwrap()[1].is_nan());
        assert_eq!(frame.factor("c,d").unwrap().levels(), ["say \"so\"", "y"]);
        assert_eq!(frame.factor("b").unwrap().code(1), None);
        assert!(matches!(frame.numbers("b"), Err(Fault::NotNumeric { .. })));
    }

    #[test]
    fn a_line_too_short_or_an_open_quote_is_refused() {
        for text in ["a,b\n1\n2,3", "a,b\n1,2,3", "a\n\"1", "", "a\n\"1\"x"] {
            assert!(Frame::from_csv(text.as_bytes(), |_| true).is_err(), "{text}");
        }
    }

    #[test]
    fn words_for_infinity_are_words() {
        assert!(frame("a\ninf\n1").numbers("a").is_err());
    }

    #[test]
    fn digits_are_read_as_the_standard_library_reads_them() {
        for text in
            ["0.1", "33.846996307373", "44.2099990844727", "123456789012345", "0.000001", "-7", "1e-7"]
        {
            let field = Field { raw: text.as_bytes(), quoted: false, last: true };
            assert_eq!(field.number(), text.parse().ok(), "{text}");
        }
    }
}

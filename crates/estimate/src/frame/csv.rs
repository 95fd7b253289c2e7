//! Comma-separated text as a frame: a header, quotes where needed, an empty field or `NA` for missing.
//!
//! A column is numeric if every value that is not missing reads as a finite number, else a factor with its levels in
//! the order of their bytes. The text is read once for the numbers, and once more only for the columns that hold
//! words.

use std::borrow::Cow;

use rayon::prelude::*;

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
fn read(fields: Fields<'_>, keep: &[bool]) -> Result<Vec<Column>, Fault> {
    let pieces = pieces(&fields, keep.len());
    let most: usize = pieces.iter().map(|(_, rows)| rows).sum();
    let mut numbers: Vec<Vec<f64>> =
        keep.iter().map(|kept| vec![0.0; if *kept { most } else { 0 }]).collect();
    let mut rest: Vec<&mut [f64]> = numbers.iter_mut().map(Vec::as_mut_slice).collect();
    let mut places = Vec::with_capacity(pieces.len());
    for (piece, rows) in pieces {
        let halves = rest.into_iter().map(|column| column.split_at_mut_checked(rows).unwrap_or_default());
        let own: Vec<&mut [f64]>;
        (own, rest) = halves.unzip();
        places.push((piece, own));
    }
    let read: Vec<Result<Piece, Fault>> =
        places.into_par_iter().map(|(piece, mut columns)| read_piece(piece, keep, &mut columns)).collect();
    let (mut rows, mut wordy) = (0, vec![false; keep.len()]);
    for piece in read {
        let piece = piece?;
        rows += piece.rows;
        wordy.iter_mut().zip(piece.wordy).for_each(|(all, here)| *all |= here);
    }
    let mut words = words(fields, &wordy, keep.len())?;
    Ok(numbers
        .into_iter()
        .enumerate()
        .map(|(at, mut numbers)| match wordy[at] {
            true => Column::Factor(std::mem::take(&mut words[at])),
            false => {
                numbers.truncate(rows);
                Column::Numbers(numbers)
            }
        })
        .collect())
}

/// What a piece of a file holds, beside its numbers.
struct Piece {
    rows: usize,
    /// Column by column whether it holds words.
    wordy: Vec<bool>,
}

/// The file in pieces that can be read side by side, each with the number of its rows. One in which a quote may hide
/// the end of a line is one piece, with at least as many rows as it holds.
fn pieces<'a>(whole: &Fields<'a>, width: usize) -> Vec<(Fields<'a>, usize)> {
    const LEAST: usize = 1 << 16;
    if whole.rest.contains(&b'"') {
        let ends = whole.rest.iter().filter(|byte| **byte == b'\n').count();
        return vec![(whole.clone(), ends + 1)];
    }
    let size = (whole.rest.len() / (4 * rayon::current_num_threads())).max(LEAST);
    let mut texts = Vec::new();
    let mut rest = whole.rest;
    while !rest.is_empty() {
        let end =
            rest.iter().skip(size).position(|byte| *byte == b'\n').map_or(rest.len(), |at| size + at + 1);
        let (text, after) = rest.split_at(end);
        texts.push(text);
        rest = after;
    }
    let counted = |text: &&[u8]| {
        let lines = text.strip_suffix(b"\n").unwrap_or(text).split(|byte| *byte == b'\n');
        lines.fold((0, 0), |(all, filled), line| {
            (all + 1, filled + usize::from(width == 1 || !is_blank(line)))
        })
    };
    let counts: Vec<(usize, usize)> = texts.par_iter().map(counted).collect();
    let mut line = whole.line;
    let begun = |(text, (lines, rows)): (&'a [u8], (usize, usize))| {
        let piece = Fields { rest: text, line, ended: false };
        line += lines;
        (piece, rows)
    };
    texts.into_iter().zip(counts).map(begun).collect()
}

/// Whether nothing stands in a line; such lines are no rows where there is more than one column.
fn is_blank(line: &[u8]) -> bool {
    matches!(line, b"" | b"\r")
}

/// Reads the numbers of a piece into the piece's part of every column.
fn read_piece(mut fields: Fields<'_>, keep: &[bool], columns: &mut [&mut [f64]]) -> Result<Piece, Fault> {
    let mut piece = Piece { rows: 0, wordy: vec![false; keep.len()] };
    while fields.go_on(keep.len()) {
        let ragged =
            |line: usize, found| Fault::Ragged { place: format!("line {line}"), found, expected: keep.len() };
        let line = fields.line;
        let mut at = 0;
        loop {
            let kept = keep.get(at).ok_or_else(|| ragged(line, at + 1))?;
            let last = if *kept && !piece.wordy[at] {
                let (number, last) = fields.number()?;
                match number {
                    Some(number) => columns[at][piece.rows] = number,
                    None => piece.wordy[at] = true,
                }
                last
            } else {
                fields.next()?.is_none_or(|field| field.last)
            };
            at += 1;
            if last {
                break;
            }
        }
        if at != keep.len() {
            return Err(ragged(line, at));
        }
        piece.rows += 1;
    }
    Ok(piece)
}

/// The columns that hold words, read as factors; the others are empty.
fn words(mut fields: Fields<'_>, wordy: &[bool], width: usize) -> Result<Vec<Factor>, Fault> {
    if !wordy.contains(&true) {
        return Ok(vec![Factor::default(); width]);
    }
    let mut texts: Vec<Vec<Option<Cow<'_, str>>>> = vec![Vec::new(); width];
    while fields.go_on(width) {
        for (texts, wordy) in texts.iter_mut().zip(wordy) {
            if let Some(field) = fields.next()?
                && *wordy
            {
                texts.push((!field.misses()).then(|| field.text()));
            }
        }
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

    /// Whether there is one more row; steps over lines in which nothing stands.
    fn go_on(&mut self, width: usize) -> bool {
        while width > 1 && !self.ended {
            let end = self.rest.iter().take(2).position(|byte| *byte == b'\n');
            let line = end.map_or(self.rest, |end| &self.rest[..end]);
            if !is_blank(line) {
                break;
            }
            self.step(&self.rest[line.len()..]);
        }
        !self.ended
    }

    /// The next field as a number (`None` for words), and whether the line ends there.
    fn number(&mut self) -> Result<(Option<f64>, bool), Fault> {
        if let Some((number, length)) = plain(self.rest) {
            let last = self.step(&self.rest[length..]);
            return Ok((Some(number), last));
        }
        Ok(self.next()?.map_or((None, true), |field| (field.number(), field.last)))
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
        let text = std::str::from_utf8(self.raw).ok()?.trim();
        text.parse().ok().filter(|number: &f64| number.is_finite())
    }
}

/// The number that a field at the beginning of a text holds, NaN if it is empty, and the field's length; for numbers
/// of up to fifteen digits and no exponent: these and the power of ten are exact, so one division rounds once.
fn plain(text: &[u8]) -> Option<(f64, usize)> {
    const TENS: [f64; 16] =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    // Most answers are one digit.
    if let [digit @ b'0'..=b'9', b',' | b'\n', ..] = text {
        return Some((f64::from(digit - b'0'), 1));
    }
    let minus = usize::from(text.first() == Some(&b'-'));
    let (mut whole, mut digits, mut point) = (0_u64, 0, None);
    for (at, byte) in text.iter().enumerate().skip(minus) {
        match byte {
            b'0'..=b'9' if digits < 15 => {
                whole = whole * 10 + u64::from(byte - b'0');
                digits += 1;
            }
            b'.' if point.is_none() && digits > 0 => point = Some(digits),
            b',' | b'\n' if at == 0 => return Some((f64::NAN, 0)),
            b',' | b'\n' if digits > 0 => {
                let size = whole as f64 / TENS[point.map_or(0, |before| digits - before)];
                return Some((if minus == 1 { -size } else { size }, at));
            }
            _ => return None,
        }
    }
    None
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
            let line = format!("{text},1");
            let read = Fields::new(line.as_bytes()).number().unwrap();
            assert_eq!(read, (text.parse().ok(), false), "{text}");
        }
    }

    #[test]
    fn a_long_file_is_read_in_pieces_as_if_in_one() {
        let line = |row: usize| match row % 1000 {
            7 => format!("{row},,x{}\r\n", row % 3),
            13 => format!("\n\r\n{row},-{row}.5,NA\n"),
            _ => format!("{row},{row}.25,x1\n"),
        };
        let text = "n,x,w\n".to_owned() + &(0..30_000).map(line).collect::<String>();
        let (long, quoted) = (frame(&text), frame(&text.replace(",x1", ",\"x1\"")));
        assert!(pieces(&Fields::new(text.as_bytes()), 3).len() > 2);
        assert_eq!(long.rows(), 30_000);
        assert_eq!(long.numbers("n").unwrap()[29_999], 29_999.0);
        assert_eq!(long.factor("w").unwrap(), quoted.factor("w").unwrap());
        let bits =
            |frame: &Frame| frame.numbers("x").unwrap().iter().map(|x| x.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&long), bits(&quoted));
        let Err(Fault::Ragged { place, .. }) = Frame::from_csv((text + "1,2\n").as_bytes(), |_| true) else {
            panic!("a line too short must be refused")
        };
        assert_eq!(place, "line 30062");
    }
}

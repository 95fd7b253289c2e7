//! The XML of a workbook's parts: the list of tabs, the shared texts, which styles are dates.

use std::io::BufRead;
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use crate::Fault;

/// Why a part could not be read.
pub(super) enum Broken {
    /// It is no XML of this kind, or it ends too early.
    Xml,
    /// It holds more than is taken.
    TooMuch(Fault),
}

impl From<quick_xml::Error> for Broken {
    fn from(_: quick_xml::Error) -> Self {
        Self::Xml
    }
}

/// A part's XML as a stream of tags and texts.
pub(super) struct Xml<'a> {
    reader: Reader<Box<dyn BufRead + 'a>>,
    buffer: Vec<u8>,
    /// Elements that are open.
    depth: usize,
}

impl<'a> Xml<'a> {
    pub(super) fn new(part: Box<dyn BufRead + 'a>) -> Self {
        let mut reader = Reader::from_reader(part);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// The next tag or text; `Event::Eof` at the end, which must not come while an element is open.
    pub(super) fn next(&mut self) -> Result<Event<'_>, Broken> {
        self.buffer.clear();
        let event = self.reader.read_event_into(&mut self.buffer)?;
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::Eof if self.depth > 0 => return Err(Broken::Xml),
            _ => (),
        }
        Ok(event)
    }

    /// The text up to the end of an element that has just begun, that of elements inside included.
    ///
    /// Reading aids beside the text (`rPh`) are left out.
    pub(super) fn text(&mut self, element: &str) -> Result<String, Broken> {
        let (mut text, mut aside) = (String::new(), false);
        loop {
            match self.next()? {
                Event::End(end) if end.local_name().as_ref() == element => return Ok(text),
                Event::Start(start) if start.local_name().as_ref() == "rPh" => aside = true,
                Event::End(end) if end.local_name().as_ref() == "rPh" => aside = false,
                Event::Text(part) if !aside => text.push_str(&part.xml10_content()),
                Event::CData(part) if !aside => text.push_str(&part.xml10_content()),
                Event::GeneralRef(entity) if !aside => text.push_str(&character(&entity)?),
                Event::Eof => return Err(Broken::Xml),
                _ => (),
            }
        }
    }
}

/// The character that an entity stands for.
fn character(entity: &quick_xml::events::BytesRef<'_>) -> Result<String, Broken> {
    if let Some(character) = entity.resolve_char_ref()? {
        return Ok(character.to_string());
    }
    let name = entity.xml10_content();
    quick_xml::escape::resolve_predefined_entity(&name).map(ToOwned::to_owned).ok_or(Broken::Xml)
}

/// An attribute of a tag by its local name.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// A tab: its name, the identifier of its part, whether it is hidden.
pub(super) struct Tab {
    pub(super) name: String,
    pub(super) id: String,
    pub(super) hidden: bool,
}

/// The tabs, in their order.
pub(super) fn tabs(xml: &mut Xml<'_>) -> Result<Vec<Tab>, Broken> {
    let mut tabs = Vec::new();
    each(xml, |tag| {
        if tag.local_name().as_ref() == "sheet" {
            let hidden = attribute(tag, "state").is_some_and(|state| state != "visible");
            let named = attribute(tag, "name").zip(attribute(tag, "id"));
            tabs.extend(named.map(|(name, id)| Tab { name, id, hidden }));
        }
    })?;
    Ok(tabs)
}

/// Identifiers of parts and where they are.
pub(super) fn targets(xml: &mut Xml<'_>) -> Result<Vec<(String, String)>, Broken> {
    let mut targets = Vec::new();
    each(xml, |tag| {
        if tag.local_name().as_ref() == "Relationship" {
            targets.extend(attribute(tag, "Id").zip(attribute(tag, "Target")));
        }
    })?;
    Ok(targets)
}

/// The texts that cells refer to by number.
pub(super) fn texts(xml: &mut Xml<'_>) -> Result<Vec<Rc<str>>, Broken> {
    let mut texts = Vec::new();
    loop {
        match xml.next()? {
            Event::Start(tag) if tag.local_name().as_ref() == "si" => texts.push(xml.text("si")?.into()),
            Event::Eof => return Ok(texts),
            _ => (),
        }
    }
}

/// For each style of cells whether it shows a number as a date or time.
pub(super) fn date_styles(xml: &mut Xml<'_>) -> Result<Vec<bool>, Broken> {
    let (mut own, mut styles, mut inside) = (Vec::new(), Vec::new(), false);
    loop {
        match xml.next()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "numFmt" => own.extend(attribute(&tag, "numFmtId").zip(attribute(&tag, "formatCode"))),
                "cellXfs" => inside = true,
                "xf" if inside => {
                    styles.push(attribute(&tag, "numFmtId").is_some_and(|id| is_date(&id, &own)));
                }
                _ => (),
            },
            Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => inside = false,
            Event::Eof => return Ok(styles),
            _ => (),
        }
    }
}

/// Whether a number format is one of dates: a built-in one, or one with the letters of a date outside quotes.
fn is_date(id: &str, own: &[(String, String)]) -> bool {
    match own.iter().find(|(known, _)| known == id) {
        Some((_, code)) => {
            let outside: String = code.split('"').step_by(2).collect();
            let bare =
                outside.split('[').map(|part| part.rsplit(']').next().unwrap_or(part)).collect::<String>();
            bare.chars().any(|c| matches!(c.to_ascii_lowercase(), 'd' | 'm' | 'y' | 'h'))
        }
        None => id.parse().is_ok_and(|id: u32| matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58)),
    }
}

fn each(xml: &mut Xml<'_>, mut look: impl FnMut(&BytesStart<'_>)) -> Result<(), Broken> {
    loop {
        match xml.next()? {
            Event::Start(tag) => look(&tag),
            Event::Eof => return Ok(()),
            _ => (),
        }
    }
}

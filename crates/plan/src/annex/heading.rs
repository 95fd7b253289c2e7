//! The heading of an annex: which column is which, under the many names that offices give them.

use std::collections::BTreeMap;

use places::name::fold;
use sheet::{Cell, Cells, Sheet};

use super::lines::{across, words};

/// Rows among which the heading is sought; titles, places and dates stand above it.
const WITHIN: usize = 60;
/// A heading longer than this is a title or a sentence.
const LONGEST: usize = 80;

/// What a column of an annex holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// STT: the running number.
    Number,
    /// Mã: the task's own code.
    Code,
    /// Nội dung: the section that it belongs to.
    Section,
    /// Nội dung thành phần: what it is for.
    Items,
    /// Nhiệm vụ: what is to be done.
    What,
    /// Cơ quan chủ trì.
    Lead,
    /// Cơ quan phối hợp.
    Parts,
    /// Chu kỳ.
    Rhythm,
    /// Thời gian bắt đầu.
    First,
    /// Thời gian kết thúc.
    Last,
    /// Thời hạn, thời gian thực hiện.
    Time,
    /// Sản phẩm, kết quả, minh chứng.
    Product,
    /// Hoàn thành khi.
    DoneWhen,
    /// Chỉ tiêu đo.
    Measure,
    /// Đơn vị tính.
    Unit,
    /// Giá trị thấp nhất.
    Low,
    /// Giá trị cao nhất.
    High,
    /// Trọng số.
    Weight,
    /// Áp dụng: the level that it applies to.
    Scope,
    /// Nguồn.
    Source,
    /// Công khai: whether the public side shows it.
    Public,
    /// Ghi chú, which is for the reader of the paper.
    Note,
}

impl Column {
    /// The heading that an export writes and that every import reads; an official word, the same in both languages.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Number => "STT",
            Self::Code => "Mã",
            Self::Section => "Nội dung",
            Self::Items => "Nội dung thành phần",
            Self::What => "Nhiệm vụ",
            Self::Lead => "Cơ quan chủ trì",
            Self::Parts => "Cơ quan phối hợp",
            Self::Rhythm => "Chu kỳ",
            Self::First => "Bắt đầu",
            Self::Last => "Kết thúc",
            Self::Time => "Thời hạn",
            Self::Product => "Sản phẩm",
            Self::DoneWhen => "Hoàn thành khi",
            Self::Measure => "Chỉ tiêu đo",
            Self::Unit => "Đơn vị tính",
            Self::Low => "Giá trị thấp nhất",
            Self::High => "Giá trị cao nhất",
            Self::Weight => "Trọng số",
            Self::Scope => "Áp dụng",
            Self::Source => "Nguồn",
            Self::Public => "Công khai",
            Self::Note => "Ghi chú",
        }
    }

    /// The column that a heading names.
    fn read(heading: &str) -> Option<Self> {
        let key = key(heading);
        if key.is_empty() || key.len() > LONGEST {
            return None;
        }
        let exact = EXACT.iter().find(|(_, keys)| keys.contains(&key.as_str())).map(|(column, _)| *column);
        let start = STARTS.iter().find(|(_, start)| key.starts_with(start)).map(|(column, _)| *column);
        let part = |(_, parts): &&(Self, &[&str])| parts.iter().any(|part| holds(&key, part));
        exact.or(start).or_else(|| PARTS.iter().find(part).map(|(column, _)| *column))
    }
}

/// Headings that are exactly so.
const EXACT: &[(Column, &[&str])] = &[
    (Column::Number, &["stt", "tt", "so tt", "so thu tu", "thu tu"]),
    (Column::Code, &["ma", "ma so", "ma nhiem vu", "ma nv", "ma hieu", "ky hieu"]),
    (
        Column::Section,
        &[
            "noi dung",
            "chi so noi dung",
            "noi dung papi",
            "nhom noi dung",
            "truc noi dung",
            "linh vuc",
            "chi so",
            "truc",
        ],
    ),
    (
        Column::What,
        &["noi dung cong viec", "noi dung thuc hien", "noi dung hoat dong", "viec can lam", "dau viec"],
    ),
    (
        Column::Lead,
        &[
            "co quan don vi thuc hien",
            "phan cong",
            "phan cong thuc hien",
            "trach nhiem",
            "trach nhiem thuc hien",
            "co quan phu trach",
            "don vi phu trach",
            "co quan dau moi",
            "don vi dau moi",
            "dau moi",
            "phu trach",
        ],
    ),
    (
        Column::Rhythm,
        &["chu ky", "chu ky bao cao", "dinh ky", "tan suat", "tan suat bao cao", "nhip bao cao"],
    ),
    (Column::First, &["bat dau", "thoi gian bat dau", "ngay bat dau", "tu ngay", "tu"]),
    (Column::Last, &["ket thuc", "thoi gian ket thuc", "ngay ket thuc", "den ngay", "den"]),
    (Column::Time, &["hoan thanh", "han", "han hoan thanh", "ngay hoan thanh"]),
    (Column::Unit, &["don vi tinh", "dvt", "don vi do"]),
    (Column::Low, &["gia tri thap nhat", "thap nhat", "gia tri tu"]),
    (Column::High, &["gia tri cao nhat", "cao nhat", "gia tri den"]),
    (Column::Weight, &["trong so", "he so", "he so kho"]),
    (Column::Scope, &["ap dung", "cap ap dung", "pham vi", "pham vi ap dung", "cap thuc hien"]),
    (Column::Source, &["nguon", "can cu", "nguon so lieu"]),
    (Column::Public, &["cong khai"]),
    (Column::Note, &["ghi chu", "luu y", "chu thich"]),
];

/// Headings that begin so, whatever they are of.
const STARTS: &[(Column, &str)] = &[
    (Column::Product, "san pham"),
    (Column::Product, "ket qua"),
    (Column::Product, "du kien"),
    (Column::Lead, "co quan thuc hien"),
    (Column::Lead, "don vi thuc hien"),
];

/// Headings that hold these words; the first that fits counts.
const PARTS: &[(Column, &[&str])] = &[
    (
        Column::DoneWhen,
        &["hoan thanh khi", "coi la hoan thanh", "dieu kien hoan thanh", "tieu chi hoan thanh"],
    ),
    (Column::Lead, &["chu tri"]),
    (Column::Parts, &["phoi hop"]),
    (Column::Time, &["thoi gian", "thoi han", "tien do", "thoi diem", "moc thoi gian", "lo trinh"]),
    (Column::Items, &["thanh phan"]),
    (Column::What, &["nhiem vu", "cong viec", "giai phap", "hoat dong"]),
    (Column::Product, &["san pham", "minh chung", "ket qua", "dau ra", "kiem chung"]),
    (Column::Measure, &["chi tieu", "do luong", "chi so do"]),
    (Column::Items, &["tieu chi"]),
];

/// A heading folded, without what stands in brackets and without punctuation.
fn key(heading: &str) -> String {
    let folded = fold(heading);
    let outside = folded.split('(').next().unwrap_or_default();
    let plain: String = outside.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text holds some words as whole words.
fn holds(text: &str, words: &str) -> bool {
    format!(" {text} ").contains(&format!(" {words} "))
}

/// The heading of a table of tasks.
#[derive(Debug)]
pub(super) struct Heading {
    /// The first row and the last.
    pub(super) rows: (u32, u32),
    /// Where each column is.
    pub(super) columns: BTreeMap<Column, u32>,
    /// Cells whose words are not understood.
    pub(super) unknown: Vec<(u32, u32)>,
}

/// The heading of a sheet; none if it has no table of tasks.
pub(super) fn find(sheet: &Sheet) -> Option<Heading> {
    let rows: Vec<(u32, &Cells)> = sheet.rows().take(WITHIN).collect();
    let heading = |at: &usize| {
        let below = rows.get(at + 1).filter(|(row, cells)| is_lower(sheet, rows[*at].0, *row, cells));
        read(sheet, rows[*at], below.copied())
    };
    let all: Vec<Heading> = (0..rows.len()).map(|at| heading(&at)).collect();
    let full = all.iter().position(|heading| heading.columns.len() >= 3 && heading.is_of_tasks());
    let at = full.or_else(|| all.iter().position(|h| h.columns.len() == 2 && h.is_of_tasks()))?;
    all.into_iter().nth(at)
}

impl Heading {
    fn is_of_tasks(&self) -> bool {
        self.columns.contains_key(&Column::What) || self.columns.contains_key(&Column::Lead)
    }

    pub(super) fn at(&self, column: Column) -> Option<u32> {
        self.columns.get(&column).copied()
    }
}

/// Whether a row is the lower one of two heading rows: each of its words is a heading, alone or with the one above.
fn is_lower(sheet: &Sheet, upper: u32, row: u32, cells: &Cells) -> bool {
    let wide =
        sheet.merged.iter().any(|region| region.rows.0 == upper && region.columns.0 < region.columns.1);
    let named = cells
        .iter()
        .all(|(column, cell)| words(cell).is_some_and(|w| label(sheet, (upper, row), *column, &w).is_some()));
    row == upper + 1 && named && (wide || cells.len() >= 2)
}

/// The column of a cell in the lower heading row.
fn label(sheet: &Sheet, (upper, _): (u32, u32), column: u32, lower: &str) -> Option<Column> {
    let above = across(sheet, (upper, column)).and_then(words).unwrap_or_default();
    Column::read(lower).or_else(|| Column::read(&format!("{above} {lower}")))
}

fn read(sheet: &Sheet, (row, cells): (u32, &Cells), below: Option<(u32, &Cells)>) -> Heading {
    let mut heading = Heading {
        rows: (row, below.map_or(row, |(below, _)| below)),
        columns: BTreeMap::new(),
        unknown: Vec::new(),
    };
    for (column, cell) in below.iter().flat_map(|(_, cells)| cells.iter()) {
        let found = words(cell).and_then(|w| label(sheet, heading.rows, *column, &w));
        heading.put(found, (heading.rows.1, *column));
    }
    for (column, cell) in cells {
        let covered = below.is_some_and(|(_, cells)| covers(sheet, (row, *column), cells));
        if !covered {
            heading.put(words(cell).and_then(|w| Column::read(&w)), (row, *column));
        }
    }
    heading.what_is_content();
    heading
}

/// Whether a heading stands over cells of the lower row, which say more.
fn covers(sheet: &Sheet, at: (u32, u32), lower: &Cells) -> bool {
    let wide =
        sheet.merged.iter().find(|region| region.start() == at).map_or((at.1, at.1), |region| region.columns);
    lower.iter().any(|(column, _): &(u32, Cell)| (wide.0..=wide.1).contains(column))
}

impl Heading {
    fn put(&mut self, column: Option<Column>, at: (u32, u32)) {
        match column {
            Some(column) if !self.columns.contains_key(&column) => {
                self.columns.insert(column, at.1);
            }
            _ => self.unknown.push(at),
        }
    }

    /// "Nội dung" alone is what is to be done; beside "Nhiệm vụ" it is the section.
    fn what_is_content(&mut self) {
        if !self.columns.contains_key(&Column::What)
            && let Some(at) = self.columns.remove(&Column::Section)
        {
            self.columns.insert(Column::What, at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_many_offices_are_known() {
        let known = [
            ("TT", Column::Number),
            ("Nội dung, nhiệm vụ", Column::What),
            ("NHIỆM VỤ, GIẢI PHÁP CỤ THỂ", Column::What),
            ("nhiem_vu", Column::What),
            ("noi_dung", Column::Section),
            ("chi_so_thanh_phan", Column::Items),
            ("Chỉ số thành phần", Column::Items),
            ("Cơ quan, đơn vị chủ trì", Column::Lead),
            ("Cơ quan chủ trì, phối hợp", Column::Lead),
            ("phoi_hop", Column::Parts),
            ("Thời gian thực hiện, hoàn thành", Column::Time),
            ("thoi_han", Column::Time),
            ("Tiến độ hoàn thành", Column::Time),
            ("san_pham_minh_chung", Column::Product),
            ("Dự kiến kết quả (sản phẩm)", Column::Product),
            ("Sản phẩm, kết quả của nhiệm vụ", Column::Product),
            ("chi_tieu_do_trong_nam", Column::Measure),
            ("Hoàn thành khi", Column::DoneWhen),
            ("ĐVT", Column::Unit),
            ("Ghi chú", Column::Note),
        ];
        for (heading, column) in known {
            assert_eq!(Column::read(heading), Some(column), "{heading}");
        }
        assert_eq!(Column::read("Ngân sách"), None);
    }
}

//! The data of a survey: plain text with commas by the quick way, anything else by the reader of survey files.

use std::path::Path;

use estimate::{Fault, Frame};
use fieldwork::{Table, file};
use sheet::File;

/// Why data cannot be used.
pub(super) enum Unusable {
    /// The estimation refuses it.
    Refused(Fault),
    /// It is no survey file that is read here.
    Unread,
}

/// The columns that are wanted. A workbook and what Kobo, ODK and their kin export are read as the page for surveys
/// reads them: without groups before names, and without what tells who somebody is.
pub(super) fn frame(path: &Path, bytes: &[u8], wanted: impl Fn(&str) -> bool) -> Result<Frame, Unusable> {
    if file::is_plain(bytes) {
        return Frame::from_csv(bytes, wanted).map_err(Unusable::Refused);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let table = Table::read(File { name: &name, bytes }).map_err(|_| Unusable::Unread)?;
    table.frame(wanted).map_err(Unusable::Refused)
}

//! Broadcast: bulletins for loudspeakers, written once and sent to stations; what each station planned, what it aired.
//!
//! By Thông tư 39/2020/TT-BTTTT the province sends bulletins of three priorities: the commune itself chooses when it airs
//! normal and priority ones; an urgent one is aired as sent. Nothing is aired by silence: what no station logged was not
//! aired as far as anybody can tell. And what was aired is not what people came to know; no count here stands for that.

mod aired;
mod bulletin;
mod clash;
mod did;
mod import;
mod keep;
mod length;
mod line;
mod log;
mod month;
mod read;
mod refusal;
mod schedule;
mod send;
mod station;
mod table;
mod tally;
pub(crate) mod words;
mod write;

pub use aired::{AIRED_MAX, Aired, NewAired, Source};
pub use bulletin::{Bulletin, Draft, Priority, State, TEXT_MAX, TIMES_MAX, TITLE_MAX};
pub use clash::Clash;
pub use import::{Differing, Expected, IMPORT, Imported, Kind, Problem, Problems, ROWS_MAX, Unread, take_in};
pub use keep::{KEEP, keep};
pub use length::{Length, SIGNS_A_MINUTE, SYLLABLES_A_MINUTE, hour, khmer, length, vietnamese};
pub use line::{Line, Standing, Told};
pub use log::{LOG, STRIKE, log, strike};
pub use month::{Content, Month, Register, Row, Say, Week};
pub(crate) use read::with_all_lines;
pub use read::{Page, READ, of_station, one, register, undeclared};
pub use refusal::Refusal;
pub use schedule::{SCHEDULE, SCHEDULE_MAX, schedule};
pub use send::{SEND, send};
pub use station::{Days, Rig, SETS_MAX, SLOTS_MAX, Set, Slot, Station};
pub use tally::Cell;
pub use write::{CHANGE, WITHDRAW, WRITE, change, withdraw, write};

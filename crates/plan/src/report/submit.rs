//! Sending a report.

use accounts::{Desk, Reach, Right, Role};

use super::save::write;
use super::{Refusal, Report, Said};

/// Who may send a report.
pub const SUBMIT: Right = Right {
    act: "report.submitted",
    held_by: &[
        (Role::Head, Reach::Own),
        (Role::Officer, Reach::Own),
        (Role::Communicator, Reach::Own),
        (Role::StandingBody, Reach::Own),
    ],
};

/// Who may write for a body outside the province's command, which has no desk here.
pub const ON_BEHALF: Right = Right { act: "report.on_behalf", held_by: &[(Role::StandingBody, Reach::Any)] };

/// Sends a report; after a return it says that it was sent again. The same form sent twice makes one report.
///
/// # Errors
/// [`Refusal`], with nothing kept.
pub async fn submit(desk: &Desk, said: &Said) -> Result<Report, Refusal> {
    write(desk, said, true).await
}

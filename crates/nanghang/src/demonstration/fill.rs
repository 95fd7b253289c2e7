//! What the demonstration shows beside its plan; what is there already stays as it is.

use accounts::Desk;
use anyhow::Context;
use listen::question::Means;
use sample::town::{self, people};
use web::Works;

/// Lets its people in and fills it.
///
/// # Errors
/// When an act of the sample is refused.
pub(crate) async fn fill(desk: &Desk, works: &Works) -> anyhow::Result<()> {
    let Works { seal, chance, attachments, scanner, .. } = works;
    people::let_in(desk, chance).await.context("the demonstration's people")?;
    town::survey::keep(desk, attachments).await.context("the demonstration's survey")?;
    let means = Means { seal, chance, attachments, scanner };
    town::questions::run(desk, means).await.context("the demonstration's questions")?;
    town::articles::run(desk).await.context("the demonstration's articles")?;
    town::assessments::run(desk).await.context("the demonstration's assessment")?;
    town::portal::run(desk).await.context("the demonstration's sections of the portal")?;
    town::links::run(desk).await.context("the demonstration's web links")?;
    town::polls::run(desk).await.context("the demonstration's polls")?;
    town::broadcasts::run(desk).await.context("the demonstration's broadcasts")?;
    town::campaigns::run(desk).await.context("the demonstration's campaigns")?;
    town::pulses::run(desk, seal, chance).await.context("the demonstration's pulse polls")?;
    town::knowledge::run(desk, seal, chance)
        .await
        .context("the demonstration's campaign that was measured")?;
    town::imports::run(desk, seal, chance).await.context("the demonstration's files of other systems")?;
    Ok(())
}

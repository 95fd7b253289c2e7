//! Every statement that names `annex_name`.

use store::{Ask, Error, on, run};

use super::Settled;

/// What people settled.
pub(super) async fn settled(at: &mut impl Ask) -> Result<Settled, Error> {
    const SQL: &str = "SELECT written, agency FROM annex_name ORDER BY written";
    let pairs: Vec<(String, String)> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(Settled::new(pairs))
}

/// Remembers what people settled; the latest answer counts.
pub(super) async fn remember(at: &mut impl Ask, settled: &Settled) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO annex_name (written, agency) VALUES ($1, $2)
        ON CONFLICT (written) DO UPDATE SET agency = excluded.agency";
    for (written, agency) in settled.iter() {
        run!(at, sqlx::query(SQL).bind(written).bind(agency))?;
    }
    Ok(())
}

//! Every statement that names `assessment` or `assessment_finding`.

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use super::{Assessment, Finding, Kind, Principle, Standard, Standing, Way};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    kind: String,
    site: String,
    name: String,
    address: String,
    assessed_on: jiff_sqlx::Date,
    assessor: String,
    ways: String,
    program: String,
    standards: String,
    otherwise: String,
    recorded_on: jiff_sqlx::Date,
    withdrawn_on: Option<jiff_sqlx::Date>,
    why_withdrawn: Option<String>,
}

#[derive(sqlx::FromRow)]
struct FindingRow {
    assessment: i64,
    principle: String,
    standing: String,
    missing: String,
    mended_by: Option<jiff_sqlx::Date>,
}

impl Row {
    fn read(self, findings: &[FindingRow]) -> Assessment {
        let own = |principle: &Principle| {
            let row =
                findings.iter().find(|it| it.assessment == self.id && it.principle == principle.as_str())?;
            Some((*principle, row.read()))
        };
        Assessment {
            findings: Principle::ALL.iter().filter_map(own).collect(),
            id: self.id,
            kind: Kind::read(&self.kind).unwrap_or(Kind::Agency),
            site: self.site,
            name: self.name,
            address: self.address,
            assessed_on: self.assessed_on.to_jiff(),
            assessor: self.assessor,
            ways: self.ways.split(' ').filter_map(Way::read).collect(),
            program: self.program,
            standards: self.standards.split(' ').filter_map(Standard::read).collect(),
            otherwise: self.otherwise,
            recorded_on: self.recorded_on.to_jiff(),
            withdrawn: self.withdrawn_on.map(jiff_sqlx::Date::to_jiff).zip(self.why_withdrawn),
        }
    }
}

impl FindingRow {
    /// A word that nobody knows is not known to hold.
    fn read(&self) -> Finding {
        Finding {
            standing: Standing::read(&self.standing).unwrap_or(Standing::Unseen),
            missing: self.missing.clone(),
            mended_by: self.mended_by.map(jiff_sqlx::Date::to_jiff),
        }
    }
}

/// Every assessment, the last recorded first. They are few: a site is assessed once or twice a year.
pub(super) async fn all(at: &mut impl Ask) -> Result<Vec<Assessment>, Error> {
    const SQL: &str = "
        SELECT id, kind, site, name, address, assessed_on, assessor, ways, program, standards, otherwise, recorded_on,
               withdrawn_on, why_withdrawn FROM assessment ORDER BY id DESC";
    const FINDINGS: &str =
        "SELECT assessment, principle, standing, missing, mended_by FROM assessment_finding";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let findings: Vec<FindingRow> = on!(at, c => sqlx::query_as(FINDINGS).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|row| row.read(&findings)).collect())
}

pub(super) async fn insert(at: &mut impl Ask, one: &Assessment) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO assessment (kind, site, name, address, assessed_on, assessor, ways, program, standards, otherwise, recorded_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id";
    let ways = one.ways.iter().map(|way| way.as_str()).collect::<Vec<_>>().join(" ");
    let standards = one.standards.iter().map(|standard| standard.as_str()).collect::<Vec<_>>().join(" ");
    let id: i64 = on!(at, c => sqlx::query_scalar(SQL)
        .bind(one.kind.as_str())
        .bind(&one.site)
        .bind(&one.name)
        .bind(&one.address)
        .bind(one.assessed_on.to_sqlx())
        .bind(&one.assessor)
        .bind(&ways)
        .bind(&one.program)
        .bind(&standards)
        .bind(&one.otherwise)
        .bind(one.recorded_on.to_sqlx())
        .fetch_one(c)
        .await)?;
    for (principle, finding) in &one.findings {
        insert_finding(at, id, *principle, finding).await?;
    }
    Ok(id)
}

async fn insert_finding(at: &mut impl Ask, id: i64, of: Principle, finding: &Finding) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO assessment_finding (assessment, principle, standing, missing, mended_by)
        VALUES ($1, $2, $3, $4, $5)";
    run!(
        at,
        sqlx::query(SQL)
            .bind(id)
            .bind(of.as_str())
            .bind(finding.standing.as_str())
            .bind(&finding.missing)
            .bind(finding.mended_by.map(ToSqlx::to_sqlx))
    )?;
    Ok(())
}

pub(super) async fn withdraw(at: &mut impl Ask, id: i64, day: Date, why: &str) -> Result<(), Error> {
    const SQL: &str = "UPDATE assessment SET withdrawn_on = $2, why_withdrawn = $3 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id).bind(day.to_sqlx()).bind(why))?;
    Ok(())
}

//! Every statement that names `assignment` or `assignment_move`.

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, insert_many, on, run};

use super::{Assignment, Move, Passed, Reason};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    task: i64,
    origin: String,
    agency: String,
    period: String,
    first: jiff_sqlx::Date,
    last: jiff_sqlx::Date,
    due: jiff_sqlx::Date,
    promised: Option<jiff_sqlx::Date>,
    undecided: bool,
    joined: Option<i64>,
    cancelled_on: Option<jiff_sqlx::Date>,
}

impl From<Row> for Assignment {
    fn from(row: Row) -> Self {
        Self {
            first: row.first.to_jiff(),
            last: row.last.to_jiff(),
            due: row.due.to_jiff(),
            promised: row.promised.map(jiff_sqlx::Date::to_jiff),
            cancelled_on: row.cancelled_on.map(jiff_sqlx::Date::to_jiff),
            id: row.id,
            task: row.task,
            origin: row.origin,
            agency: row.agency,
            period: row.period,
            undecided: row.undecided,
            joined: row.joined,
        }
    }
}

/// What is selected of an assignment, with the rest of the statement behind it.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.task, a.origin, a.agency, a.period, a.first, a.last, a.due, a.promised, a.undecided,
                    a.joined, a.cancelled_on
             FROM assignment a ",
            $rest
        )
    };
}

/// An assignment by its number.
pub(crate) async fn find(at: &mut impl Ask, id: i64) -> Result<Option<Assignment>, Error> {
    const SQL: &str = select!("WHERE a.id = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    Ok(row.map(Assignment::from))
}

/// The assignments of a task, by period and agency.
pub(crate) async fn of_task(at: &mut impl Ask, task: i64) -> Result<Vec<Assignment>, Error> {
    const SQL: &str = select!("WHERE a.task = $1 ORDER BY a.due, a.period, a.agency, a.id");
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(task).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Assignment::from).collect())
}

/// Every assignment of published plans, by number.
pub(crate) async fn of_published(at: &mut impl Ask) -> Result<Vec<Assignment>, Error> {
    const SQL: &str = select!(
        "JOIN task t ON t.id = a.task JOIN plan p ON p.slug = t.plan
         WHERE p.state = 'published' ORDER BY a.id"
    );
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Assignment::from).collect())
}

/// The open assignments of published plans, by number.
pub(crate) async fn open(at: &mut impl Ask) -> Result<Vec<Assignment>, Error> {
    const SQL: &str = select!(
        "JOIN task t ON t.id = a.task JOIN plan p ON p.slug = t.plan
         WHERE p.state = 'published' AND a.cancelled_on IS NULL AND a.joined IS NULL
           AND NOT EXISTS (SELECT 1 FROM report r WHERE r.assignment = a.id AND r.state = 'accepted')
         ORDER BY a.id"
    );
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Assignment::from).collect())
}

/// Whether an assignment is open.
pub(crate) async fn is_open(at: &mut impl Ask, id: i64) -> Result<bool, Error> {
    const SQL: &str = "
        SELECT count(*) FROM assignment a
        WHERE a.id = $1 AND a.cancelled_on IS NULL AND a.joined IS NULL
          AND NOT EXISTS (SELECT 1 FROM report r WHERE r.assignment = a.id AND r.state = 'accepted')";
    let found: i64 = on!(at, c => sqlx::query_scalar(SQL).bind(id).fetch_one(c).await)?;
    Ok(found > 0)
}

/// Keeps assignments that arose; their own numbers are not taken, and one that is there stays as it is.
pub(super) async fn insert(at: &mut impl Ask, arisen: &[Assignment]) -> Result<u64, Error> {
    const SQL: &str = "
        INSERT INTO assignment (task, origin, agency, period, first, last, due, undecided)
        VALUES {rows} ON CONFLICT DO NOTHING";
    let row = |it: &Assignment| {
        let (origin, agency, period) = (it.origin.clone(), it.agency.clone(), it.period.clone());
        let (first, last, due) = (it.first.into(), it.last.into(), it.due.into());
        [it.task.into(), origin.into(), agency.into(), period.into(), first, last, due, it.undecided.into()]
    };
    insert_many(at, SQL, arisen.iter().map(row).collect::<Vec<_>>()).await
}

/// Ends what is open of a task, and says how many.
pub(crate) async fn cancel_open(at: &mut impl Ask, task: i64, on: Date) -> Result<u64, Error> {
    const SQL: &str = "
        UPDATE assignment SET cancelled_on = $2
        WHERE task = $1 AND cancelled_on IS NULL
          AND NOT EXISTS (SELECT 1 FROM report r WHERE r.assignment = assignment.id AND r.state = 'accepted')";
    run!(at, sqlx::query(SQL).bind(task).bind(on.to_sqlx()))
}

/// Ends one assignment.
pub(super) async fn cancel(at: &mut impl Ask, id: i64, on: Date) -> Result<(), Error> {
    const SQL: &str = "UPDATE assignment SET cancelled_on = $2 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id).bind(on.to_sqlx()))?;
    Ok(())
}

/// Gives an assignment to an agency, by a decision or a rule.
pub(super) async fn give(at: &mut impl Ask, id: i64, agency: &str) -> Result<(), Error> {
    const SQL: &str = "UPDATE assignment SET agency = $2, undecided = FALSE WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id).bind(agency))?;
    Ok(())
}

/// Has an assignment answered by another of the same task and period.
pub(super) async fn join(at: &mut impl Ask, id: i64, first: i64) -> Result<(), Error> {
    const SQL: &str = "UPDATE assignment SET joined = $2 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id).bind(first))?;
    Ok(())
}

/// Leaves to a person who goes on.
pub(super) async fn leave(at: &mut impl Ask, id: i64) -> Result<(), Error> {
    const SQL: &str = "UPDATE assignment SET undecided = TRUE WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id))?;
    Ok(())
}

/// Keeps the day that was granted.
pub(crate) async fn promise(at: &mut impl Ask, id: i64, until: Date) -> Result<(), Error> {
    const SQL: &str = "UPDATE assignment SET promised = $2 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id).bind(until.to_sqlx()))?;
    Ok(())
}

/// Keeps where assignments went.
pub(super) async fn insert_moves(at: &mut impl Ask, moves: &[Move]) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO assignment_move (assignment, from_agency, to_agency, moved_on, reason, words, moved_by)
        VALUES {rows}";
    let row = |it: &Move| {
        let (from, to) = (it.from.clone().into(), it.to.clone().into());
        let (words, by) = (it.words.clone().into(), it.by.clone().into());
        [it.assignment.into(), from, to, it.on.into(), it.reason.as_str().into(), words, by]
    };
    insert_many(at, SQL, moves.iter().map(row).collect::<Vec<_>>()).await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct MoveRow {
    assignment: i64,
    from_agency: String,
    to_agency: String,
    moved_on: jiff_sqlx::Date,
    reason: String,
    words: Option<String>,
    moved_by: String,
}

/// Where an assignment went, in order.
pub(crate) async fn moves(at: &mut impl Ask, assignment: i64) -> Result<Vec<Move>, Error> {
    const SQL: &str = "
        SELECT assignment, from_agency, to_agency, moved_on, reason, words, moved_by
        FROM assignment_move WHERE assignment = $1 ORDER BY id";
    let rows: Vec<MoveRow> = on!(at, c => sqlx::query_as(SQL).bind(assignment).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Move::from).collect())
}

impl From<MoveRow> for Move {
    fn from(row: MoveRow) -> Self {
        Self {
            assignment: row.assignment,
            from: row.from_agency,
            to: row.to_agency,
            on: row.moved_on.to_jiff(),
            reason: Reason::read(&row.reason).unwrap_or(Reason::Transfer),
            words: row.words,
            by: row.moved_by,
        }
    }
}

#[derive(sqlx::FromRow)]
struct PassedRow {
    #[sqlx(flatten)]
    moved: MoveRow,
    plan: String,
    code: String,
    period: String,
}

/// What an agency took over and gave away, newest first.
pub(super) async fn passed(at: &mut impl Ask, agency: &str) -> Result<Vec<Passed>, Error> {
    const SQL: &str = "
        SELECT m.assignment, m.from_agency, m.to_agency, m.moved_on, m.reason, m.words, m.moved_by,
               t.plan, t.code, a.period
        FROM assignment_move m JOIN assignment a ON a.id = m.assignment JOIN task t ON t.id = a.task
        WHERE m.from_agency = $1 OR m.to_agency = $1
        ORDER BY m.moved_on DESC, m.from_agency, m.to_agency, m.reason, t.place, a.due, m.id";
    let rows: Vec<PassedRow> = on!(at, c => sqlx::query_as(SQL).bind(agency).fetch_all(c).await)?;
    let read = |row: PassedRow| Passed {
        moved: row.moved.into(),
        plan: row.plan,
        code: row.code,
        period: row.period,
    };
    Ok(rows.into_iter().map(read).collect())
}

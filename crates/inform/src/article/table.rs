//! Every statement that names `article`, `article_text`, `article_correction` or `article_file`.

mod head;

use jiff::Timestamp;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

pub(super) use head::{heads, hits, next};

use super::{Article, Correction, File, Section, State, Text, Tie, Tongue};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    slug: String,
    form: Option<String>,
    section: String,
    dimension: Option<i64>,
    duty: Option<String>,
    plan: Option<String>,
    task: Option<String>,
    agency: String,
    author: String,
    state: String,
    written_by: String,
    writers: String,
    written_on: jiff_sqlx::Date,
    approved_by: Option<String>,
    answers: Option<String>,
    shows_at: Option<jiff_sqlx::Timestamp>,
    withdrawn_on: Option<jiff_sqlx::Date>,
    why_withdrawn: Option<String>,
    returned_by: Option<String>,
    returned_at: Option<jiff_sqlx::Timestamp>,
    why_returned: Option<String>,
    version: i64,
}

impl Row {
    fn read(self, texts: Vec<Text>) -> Article {
        let state = self.state();
        Article {
            id: self.id,
            slug: self.slug,
            form: self.form,
            section: Section::read(&self.section),
            tie: Tie { dimension: self.dimension, duty: self.duty, task: self.plan.zip(self.task) },
            agency: self.agency,
            author: self.author,
            texts,
            state,
            written_by: self.written_by,
            writers: self.writers.lines().map(str::to_owned).collect(),
            written_on: self.written_on.to_jiff(),
            version: self.version,
        }
    }

    fn state(&self) -> State {
        let shows_at = self.shows_at.map(jiff_sqlx::Timestamp::to_jiff);
        if let ("returned", Some(by), Some(at), Some(why)) =
            (self.state.as_str(), &self.returned_by, self.returned_at, &self.why_returned)
        {
            return State::Returned { by: by.clone(), at: at.to_jiff(), why: why.clone() };
        }
        let withdrawn = self.withdrawn_on.map(jiff_sqlx::Date::to_jiff).zip(self.why_withdrawn.clone());
        match (self.state.as_str(), withdrawn, self.approved_by.clone().zip(shows_at)) {
            ("withdrawn", Some((on, why)), approved) => {
                State::Withdrawn { on, why, shown: approved.map(|(by, since)| (since, by)) }
            }
            ("approved", _, Some((by, shows_at))) => {
                State::Approved { answers: self.answers.clone().unwrap_or_default(), by, shows_at }
            }
            ("sketch", ..) => State::Sketch,
            _ => State::Draft,
        }
    }
}

macro_rules! articles {
    ($rest:literal) => {
        concat!(
            "SELECT id, slug, form, section, dimension, duty, plan, task, agency, author, state, written_by, writers, written_on,
                    approved_by, answers, shows_at, withdrawn_on, why_withdrawn, returned_by, returned_at, why_returned,
                    version FROM article ",
            $rest
        )
    };
}

pub(crate) async fn find(at: &mut impl Ask, id: i64) -> Result<Option<Article>, Error> {
    const SQL: &str = articles!("WHERE id = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    whole(at, row).await
}

pub(super) async fn of_form(at: &mut impl Ask, form: &str) -> Result<Option<Article>, Error> {
    const SQL: &str = articles!("WHERE form = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(form).fetch_optional(c).await)?;
    whole(at, row).await
}

pub(super) async fn of_slug(at: &mut impl Ask, slug: &str) -> Result<Option<Article>, Error> {
    const SQL: &str = articles!("WHERE slug = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(slug).fetch_optional(c).await)?;
    whole(at, row).await
}

async fn whole(at: &mut impl Ask, row: Option<Row>) -> Result<Option<Article>, Error> {
    let Some(row) = row else { return Ok(None) };
    let texts = texts(at, row.id).await?;
    Ok(Some(row.read(texts)))
}

/// Drafts first, then what changed last; of one agency or of all.
pub(super) async fn register(at: &mut impl Ask, agency: Option<&str>) -> Result<Vec<Article>, Error> {
    const SQL: &str = articles!(
        "WHERE $1 = '' OR agency = $1 ORDER BY CASE WHEN state IN ('sketch', 'draft', 'returned') THEN 0 ELSE 1 END, id DESC LIMIT 200"
    );
    let agency = agency.unwrap_or_default();
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(agency).fetch_all(c).await)?;
    let mut articles = Vec::new();
    for row in rows {
        let texts = texts(at, row.id).await?;
        articles.push(row.read(texts));
    }
    Ok(articles)
}

#[derive(sqlx::FromRow)]
struct TextRow {
    tongue: String,
    title: String,
    summary: String,
    body: String,
}

/// Vietnamese first.
async fn texts(at: &mut impl Ask, article: i64) -> Result<Vec<Text>, Error> {
    const SQL: &str = "SELECT tongue, title, summary, body FROM article_text WHERE article = $1";
    let rows: Vec<TextRow> = on!(at, c => sqlx::query_as(SQL).bind(article).fetch_all(c).await)?;
    let text = |row: TextRow| {
        let tongue = Tongue::read(&row.tongue)?;
        Some(Text { tongue, title: row.title, summary: row.summary, body: row.body })
    };
    let mut texts: Vec<Text> = rows.into_iter().filter_map(text).collect();
    texts.sort_by_key(|text| text.tongue);
    Ok(texts)
}

/// Keeps a new article, whose slug is its stem and its number.
pub(super) async fn insert(at: &mut impl Ask, article: &mut Article, stem: &str) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO article (slug, section, dimension, duty, plan, task, agency, author, state, written_by, written_on, writers, form, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $11, $9, $10, $12, $13, 1) RETURNING id";
    const NAME: &str = "UPDATE article SET slug = $2 WHERE id = $1";
    let (plan, task) = parts(&article.tie);
    // No slug looks so: two that come at once are kept apart until each has its number.
    let waiting = format!("{stem}-{}-{}", article.written_by, article.agency);
    article.id = on!(at, c => sqlx::query_scalar(SQL)
        .bind(&waiting)
        .bind(article.section.map_or("", Section::as_str))
        .bind(article.tie.dimension)
        .bind(&article.tie.duty)
        .bind(plan)
        .bind(task)
        .bind(&article.agency)
        .bind(&article.author)
        .bind(&article.written_by)
        .bind(article.written_on.to_sqlx())
        .bind(if article.state == State::Sketch { "sketch" } else { "draft" })
        .bind(article.writers.join("\n"))
        .bind(&article.form)
        .fetch_one(c)
        .await)?;
    article.slug = format!("{stem}-{}", article.id).trim_start_matches('-').to_owned();
    run!(at, sqlx::query(NAME).bind(article.id).bind(&article.slug))?;
    insert_texts(at, article, false).await
}

fn parts(tie: &Tie) -> (Option<&str>, Option<&str>) {
    tie.task.as_ref().map(|(plan, task)| (plan.as_str(), task.as_str())).unzip()
}

/// Puts an article in place of what it was; search finds it if it `is_found`.
pub(super) async fn replace(at: &mut impl Ask, article: &Article, is_found: bool) -> Result<(), Error> {
    const SQL: &str = "
        UPDATE article SET section = $2, dimension = $3, duty = $4, plan = $5, task = $6, agency = $7, author = $8,
            state = $9, written_by = $10, written_on = $11, approved_by = coalesce($12, approved_by), answers = coalesce($13, answers),
            shows_at = coalesce($14, shows_at), withdrawn_on = $15, why_withdrawn = $16, version = $17,
            returned_by = $18, returned_at = $19, why_returned = $20, writers = $21
        WHERE id = $1";
    const UNAPPROVED: &str =
        "UPDATE article SET approved_by = NULL, answers = NULL, shows_at = NULL WHERE id = $1";
    const FORGET: &str = "DELETE FROM article_text WHERE article = $1";
    let (plan, task) = parts(&article.tie);
    let (state, approval, withdrawal, returned) = match &article.state {
        State::Sketch => ("sketch", None, None, None),
        State::Draft => ("draft", None, None, None),
        State::Returned { by, at, why } => ("returned", None, None, Some((by, at.to_sqlx(), why))),
        State::Approved { answers, by, shows_at } => {
            ("approved", Some((by, answers, shows_at.to_sqlx())), None, None)
        }
        State::Withdrawn { on, why, .. } => ("withdrawn", None, Some((on.to_sqlx(), why)), None),
    };
    run!(
        at,
        sqlx::query(SQL)
            .bind(article.id)
            .bind(article.section.map_or("", Section::as_str))
            .bind(article.tie.dimension)
            .bind(&article.tie.duty)
            .bind(plan)
            .bind(task)
            .bind(&article.agency)
            .bind(&article.author)
            .bind(state)
            .bind(&article.written_by)
            .bind(article.written_on.to_sqlx())
            .bind(approval.as_ref().map(|(by, ..)| by.as_str()))
            .bind(approval.as_ref().map(|(_, answers, _)| answers.as_str()))
            .bind(approval.as_ref().map(|(.., shows_at)| *shows_at))
            .bind(withdrawal.as_ref().map(|(on, _)| *on))
            .bind(withdrawal.as_ref().map(|(_, why)| why.as_str()))
            .bind(article.version)
            .bind(returned.as_ref().map(|(by, ..)| by.as_str()))
            .bind(returned.as_ref().map(|(_, at, _)| *at))
            .bind(returned.as_ref().map(|(.., why)| why.as_str()))
            .bind(article.writers.join("\n"))
    )?;
    let was_never_shown =
        article.state.is_open() || matches!(article.state, State::Withdrawn { shown: None, .. });
    if was_never_shown {
        run!(at, sqlx::query(UNAPPROVED).bind(article.id))?;
    }
    run!(at, sqlx::query(FORGET).bind(article.id))?;
    insert_texts(at, article, is_found).await
}

/// Counts a change of what goes with it: who approves must have seen it.
pub(super) async fn raise(at: &mut impl Ask, article: i64) -> Result<(), Error> {
    const SQL: &str = "UPDATE article SET version = version + 1 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(article))?;
    Ok(())
}

async fn insert_texts(at: &mut impl Ask, article: &Article, is_found: bool) -> Result<(), Error> {
    const SQL: &str = "INSERT INTO article_text (article, tongue, title, summary, body, fold) VALUES ($1, $2, $3, $4, $5, $6)";
    for text in &article.texts {
        let fold = if is_found { text.fold() } else { String::new() };
        run!(
            at,
            sqlx::query(SQL)
                .bind(article.id)
                .bind(text.tongue.as_str())
                .bind(&text.title)
                .bind(&text.summary)
                .bind(&text.body)
                .bind(fold)
        )?;
    }
    Ok(())
}

pub(super) async fn insert_correction(
    at: &mut impl Ask,
    article: i64,
    said: &str,
    made_at: Timestamp,
) -> Result<(), Error> {
    const SQL: &str = "INSERT INTO article_correction (article, said, made_at) VALUES ($1, $2, $3)";
    run!(at, sqlx::query(SQL).bind(article).bind(said).bind(made_at.to_sqlx()))?;
    Ok(())
}

/// Oldest first.
pub(super) async fn corrections(at: &mut impl Ask, article: i64) -> Result<Vec<Correction>, Error> {
    const SQL: &str = "SELECT said, made_at FROM article_correction WHERE article = $1 ORDER BY id";
    let rows: Vec<(String, jiff_sqlx::Timestamp)> =
        on!(at, c => sqlx::query_as(SQL).bind(article).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(said, made_at)| Correction { said, made_at: made_at.to_jiff() }).collect())
}

pub(super) async fn files(at: &mut impl Ask, article: i64) -> Result<Vec<File>, Error> {
    const SQL: &str = "
        SELECT place, digest, media, said, width, height, bytes FROM article_file WHERE article = $1 ORDER BY place";
    type FileRow = (i64, String, String, String, Option<i64>, Option<i64>, i64);
    let rows: Vec<FileRow> = on!(at, c => sqlx::query_as(SQL).bind(article).fetch_all(c).await)?;
    let file = |(place, digest, media, said, width, height, bytes): FileRow| File {
        place,
        digest,
        media,
        said,
        size: width.zip(height),
        bytes,
    };
    Ok(rows.into_iter().map(file).collect())
}

pub(super) async fn next_place(at: &mut impl Ask, article: i64) -> Result<i64, Error> {
    const SQL: &str = "SELECT coalesce(max(place), 0) + 1 FROM article_file WHERE article = $1";
    on!(at, c => sqlx::query_scalar(SQL).bind(article).fetch_one(c).await)
}

pub(super) async fn insert_file(at: &mut impl Ask, article: i64, file: &File) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO article_file (article, place, digest, media, said, width, height, bytes)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let (width, height) = file.size.unzip();
    run!(
        at,
        sqlx::query(SQL)
            .bind(article)
            .bind(file.place)
            .bind(&file.digest)
            .bind(&file.media)
            .bind(&file.said)
            .bind(width)
            .bind(height)
            .bind(file.bytes)
    )?;
    Ok(())
}

pub(super) async fn delete_file(at: &mut impl Ask, article: i64, place: i64) -> Result<(), Error> {
    const SQL: &str = "DELETE FROM article_file WHERE article = $1 AND place = $2";
    run!(at, sqlx::query(SQL).bind(article).bind(place))?;
    Ok(())
}

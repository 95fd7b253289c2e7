//! Fills a demonstration's database with so many articles and questions, and ten times as many days of views: what a large
//! province has after years. For `scripts/bench` alone: `crowd sqlite:PATH|postgres://… 100000`.

use std::error::Error;

use store::{Address, Store, Tx, Value, insert_many, on, run};

/// Syllables without marks are made of these, as in the language: some common, most rare.
const ONSETS: &str = "t th tr ch c kh nh ng d l m n h s x v b ph g r";
const RIMES: &str = "a an ang anh ao at ac ai am ap e em en i in inh ich o on ong oi om op ot u ung uc un ui uoc uong ien iet \
    ieu inhh oa oan oat oai ua uan uat uy y ay au au eo eu ep et ia iec iep im ip it oc oe uoi uom uu";
/// What is looked for stands in every so-manieth text.
const SOUGHT: (i64, &str) = (20, "thu tuc hanh chinh");

const ARTICLES: &str = "INSERT INTO article (id, slug, section, dimension, agency, author, state, written_by, written_on, \
    approved_by, answers, shows_at, version) VALUES {rows}";
const TEXTS: &str = "INSERT INTO article_text (article, tongue, title, summary, body, fold) VALUES {rows}";
const VIEWS: &str = "INSERT INTO article_views (article, day, views) VALUES {rows}";
const QUESTIONS: &str = "INSERT INTO question (id, code, secret, kind, agency, words, fold, form, received_on, due, counted_from, \
    extended, state, settled_on, late, reopened, rating, consent) VALUES {rows}";
const PUBLIC: &str =
    "INSERT INTO question_public (question, words, answer, fold, published_on, published_by) VALUES {rows}";

/// Keys begin far above those of the demonstration.
const FIRST: i64 = 1_000_000;
/// Rows of a transaction.
const BATCH: i64 = 10_000;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut given = std::env::args().skip(1);
    let (Some(address), Some(count)) = (given.next(), given.next()) else {
        return Err("crowd ADDRESS COUNT".into());
    };
    let (store, count) = (Store::open(&address.parse::<Address>()?).await?, count.parse::<i64>()?);
    let words = syllables();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let there = there(&store).await?;
    for from in (there..count).step_by(BATCH as usize) {
        let mut tx = store.begin().await?;
        let numbers: Vec<i64> = (from..(from + BATCH).min(count)).collect();
        articles(&mut tx, &words, &numbers).await?;
        questions(&mut tx, &words, &numbers).await?;
        tx.commit().await?;
    }
    // As the database does by itself within minutes.
    let mut tx = store.begin().await?;
    run!(&mut tx, sqlx::query("ANALYZE"))?;
    tx.commit().await?;
    Ok(())
}

/// How many are there already: a second call fills up to its count.
async fn there(store: &Store) -> Result<i64, Box<dyn Error>> {
    const SQL: &str = "SELECT count(*) FROM article WHERE id >= $1";
    let mut at = store.read().await?;
    Ok(on!(&mut at, c => sqlx::query_scalar(SQL).bind(FIRST).fetch_one(c).await)?)
}

async fn articles(tx: &mut Tx, words: &[&str], numbers: &[i64]) -> Result<(), Box<dyn Error>> {
    let rows = numbers.iter().map(|n| {
        [
            Value::from(FIRST + n),
            Value::from(format!("tin-{}", FIRST + n)),
            Value::from(["news", "guidance", "notice", "direction"][(n % 4) as usize]),
            Value::from(1 + n % 8),
            Value::from("BL-SNV25"),
            Value::from("Ban biên tập (mẫu)"),
            Value::from("approved"),
            Value::from("mau"),
            Value::from(day(*n)),
            Value::from("mau"),
            Value::from("Bản mẫu"),
            Value::from(
                day(*n).at(8, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).expect("an instant").timestamp(),
            ),
            Value::from(2_i64),
        ]
    });
    insert_many(tx, ARTICLES, rows).await?;
    let rows = numbers.iter().map(|n| {
        let (title, summary, body) = (text(words, *n, 10), text(words, n + 7, 24), text(words, n + 13, 180));
        let fold = format!("{title} {summary} {body}");
        [
            Value::from(FIRST + n),
            Value::from("vi"),
            Value::from(title),
            Value::from(summary),
            Value::from(body),
            Value::from(fold),
        ]
    });
    insert_many(tx, TEXTS, rows).await?;
    let rows = numbers.iter().flat_map(|n| (0..10).map(move |past| (n, past)));
    let rows =
        rows.map(|(n, past)| [Value::from(FIRST + n), Value::from(day(10 * past)), Value::from(1 + n % 9)]);
    insert_many(tx, VIEWS, rows).await?;
    Ok(())
}

async fn questions(tx: &mut Tx, words: &[&str], numbers: &[i64]) -> Result<(), Box<dyn Error>> {
    let rows = numbers.iter().map(|n| {
        let words = text(words, n + 31, 40);
        let is_open = n % 50 == 0;
        let settled = (!is_open).then(|| day(n - 5));
        [
            Value::from(FIRST + n),
            Value::from(format!("{:04}-{:04}", n / 10_000, n % 10_000)),
            Value::from(format!("{n:064x}")),
            Value::from("feedback"),
            Value::from("BL-X-P2"),
            Value::from(words.clone()),
            Value::from(words),
            Value::from(format!("crowd-{n}")),
            Value::from(day(*n)),
            Value::from(day(n - 10)),
            Value::from(day(*n)),
            Value::from(0_i64),
            Value::from(if is_open { "open" } else { "answered" }),
            Value::from(settled),
            Value::from((!is_open).then_some(0_i64)),
            Value::from(0_i64),
            Value::from((n % 3 == 0 && !is_open).then_some(1 + n % 5)),
            Value::from(true),
        ]
    });
    insert_many(tx, QUESTIONS, rows).await?;
    let rows = numbers.iter().filter(|n| *n % 50 != 0).map(|n| {
        let (asked, answer) = (text(words, n + 31, 40), text(words, n + 57, 60));
        let fold = format!("{asked} {answer}");
        [
            Value::from(FIRST + n),
            Value::from(asked),
            Value::from(answer),
            Value::from(fold),
            Value::from(day(n - 5)),
            Value::from("mau"),
        ]
    });
    insert_many(tx, PUBLIC, rows).await?;
    Ok(())
}

/// A day before the demonstration's, further back the larger the number, within five years.
fn day(number: i64) -> jiff::civil::Date {
    let back = number.rem_euclid(1_800);
    jiff::civil::date(2025, 5, 19).saturating_sub(jiff::Span::new().days(back))
}

/// So many words, always the same for a number; common ones are common.
fn text(words: &[&str], number: i64, length: usize) -> String {
    let mut state = (number as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let skewed = (state >> 11) as f64 / (1_u64 << 53) as f64;
        words[((skewed.powi(3) * words.len() as f64) as usize).min(words.len() - 1)]
    };
    let text = (0..length).map(|_| next()).collect::<Vec<_>>().join(" ");
    if number % SOUGHT.0 == 0 { format!("{text} {}", SOUGHT.1) } else { text }
}

/// Every onset with every rime, in an order of chance that is always the same.
fn syllables() -> Vec<String> {
    let rimes = || RIMES.split_whitespace();
    let pairs = ONSETS.split_whitespace().flat_map(|onset| rimes().map(move |rime| format!("{onset}{rime}")));
    let mut all: Vec<String> = pairs.collect();
    all.sort_by_key(|word| {
        word.bytes().fold(5381_u32, |so_far, byte| so_far.wrapping_mul(33) ^ u32::from(byte))
    });
    all
}

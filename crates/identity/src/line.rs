//! The line to the service: one request, one answer, within limits; redirects are not followed.

use std::time::Duration;

use openidconnect::{HttpRequest, HttpResponse, http};

/// How long the service may take to answer.
const PATIENCE: Duration = Duration::from_secs(8);
/// What an answer may weigh, in bytes.
const LARGEST: usize = 1024 * 1024;

/// Why nothing came back.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Broken {
    /// The line failed, or took too long.
    #[error(transparent)]
    Line(#[from] reqwest::Error),
    /// What came back is no answer.
    #[error(transparent)]
    Http(#[from] http::Error),
    /// What came back is larger than any answer needs to be.
    #[error("the answer is too large")]
    TooLarge,
}

/// A client with the one TLS of the house. A redirect could lead it anywhere, also to where only this machine gets.
pub(crate) fn client() -> Result<reqwest::Client, reqwest::Error> {
    rustls::crypto::ring::default_provider().install_default().ok();
    reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(PATIENCE).build()
}

/// Sends a request and reads the whole answer.
pub(crate) async fn ask(client: reqwest::Client, request: HttpRequest) -> Result<HttpResponse, Broken> {
    let mut answer = client.execute(request.try_into()?).await?;
    let mut told = http::Response::builder().status(answer.status());
    for (name, value) in answer.headers() {
        told = told.header(name, value);
    }
    let mut body = Vec::new();
    while let Some(piece) = answer.chunk().await? {
        body.extend_from_slice(&piece);
        if body.len() > LARGEST {
            return Err(Broken::TooLarge);
        }
    }
    Ok(told.body(body)?)
}

//! A form about a question as it is sent: fields alone, or fields with files.

use axum::extract::{DefaultBodyLimit, Form, FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use listen::question::{NewFile, Refusal};
use plan::evidence::Unfit;

use crate::Fault;
use crate::desk::FORM;
use crate::desk::typed::Typed;
use crate::desk::upload;

/// What was sent.
pub(crate) struct Sent {
    pub(super) typed: Typed,
    files: Vec<(String, Result<Vec<u8>, Unfit>)>,
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Fault;

    async fn from_request(mut request: Request, state: &S) -> Result<Self, Fault> {
        let media = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if media.is_some_and(|media| media.starts_with("multipart/")) {
            let form = Multipart::from_request(request, state).await.map_err(|_| Fault::Unreadable)?;
            let mut upload = upload::read(form).await?;
            let files = upload.files();
            return Ok(Self { typed: Typed(upload.into_fields()), files });
        }
        // Fields alone weigh no more than in any other form.
        DefaultBodyLimit::max(FORM).apply(&mut request);
        let Form(typed) = Form::from_request(request, state).await.map_err(|why| match why.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Fault::TooLarge,
            _ => Fault::Unreadable,
        })?;
        Ok(Self { typed, files: Vec::new() })
    }
}

impl Sent {
    /// Whether any file was chosen.
    pub(super) fn has_files(&self) -> bool {
        !self.files.is_empty()
    }

    /// The files, all of them there.
    pub(super) fn files(&mut self) -> Result<Vec<NewFile>, Refusal> {
        let whole = |(name, bytes): (String, Result<Vec<u8>, Unfit>)| match bytes {
            Ok(bytes) => Ok(NewFile { name, bytes }),
            Err(unfit) => Err(Refusal::NoFile(sheet::bare_name(&name), unfit)),
        };
        std::mem::take(&mut self.files).into_iter().map(whole).collect()
    }
}

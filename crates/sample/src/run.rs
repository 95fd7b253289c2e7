//! One test on both databases.

use std::panic::{AssertUnwindSafe, resume_unwind};

use futures_util::FutureExt;

use crate::Scratch;

/// Makes two tests of each function, `name::sqlite` and `name::postgres`.
///
/// ```ignore
/// sample::on_both! {
///     async fn a_rule(scratch: Scratch) { … }
/// }
/// ```
#[macro_export]
macro_rules! on_both {
    ($($(#[$note:meta])* async fn $name:ident($scratch:ident: Scratch) $body:block)+) => {$(
        $(#[$note])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn body($scratch: $crate::Scratch) $body

            #[test]
            fn sqlite() {
                $crate::run::block_on(async { $crate::run::with($crate::Scratch::sqlite(), body).await });
            }

            #[test]
            fn postgres() {
                $crate::run::block_on(async { $crate::run::with($crate::Scratch::postgres().await, body).await });
            }
        }
    )+};
}

/// Runs the body and tidies up behind it, also when it failed.
pub async fn with<F: Future<Output = ()>>(scratch: Scratch, body: impl FnOnce(Scratch) -> F) {
    let done = AssertUnwindSafe(body(scratch.clone())).catch_unwind().await;
    scratch.tidy().await;
    if let Err(failed) = done {
        resume_unwind(failed);
    }
}

/// A runtime of two threads, so that two writers really meet.
///
/// # Panics
/// When the system gives no threads.
pub fn block_on(test: impl Future<Output = ()>) {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime.worker_threads(2).enable_all().build().expect("a runtime").block_on(test);
}

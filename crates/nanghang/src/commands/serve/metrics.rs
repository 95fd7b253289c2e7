//! Metrics for Prometheus, on an address of their own.

use anyhow::Context;
use axum::Router;
use axum::routing::get;
use metrics_exporter_prometheus::PrometheusBuilder;
use tokio::net::TcpListener;

use crate::output::Fault;

/// Begins to collect, and answers `/metrics` in the background.
pub(super) fn serve(listener: TcpListener) -> Result<(), Fault> {
    let collected = PrometheusBuilder::new().install_recorder().context("metrics")?;
    let router = Router::new().route("/metrics", get(move || async move { collected.render() }));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(())
}

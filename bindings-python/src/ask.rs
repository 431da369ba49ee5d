//! Queries and their answers.
use crate::{
    answers::Page,
    decode::ToPy,
    engine::{Engine, Reply},
    items,
};
use futures_util::future::BoxFuture;
use pyo3::prelude::*;
use serde::Serialize;
use wms_core::{
    error::Rejection,
    query::{Items, MassBalanceView},
};

/// What a query is answered with, on its way to Python.
pub(crate) trait IntoReply: Send + 'static {
    fn into_py(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>>;
}

/// A list.
impl<T: ToPy + Serialize + Send + Sync + 'static> IntoReply for Vec<T> {
    fn into_py(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        Ok(items::owned(py, self)?.into_any())
    }
}

/// A page.
impl<T: ToPy + Serialize + Send + Sync + 'static> IntoReply for Items<T> {
    fn into_py(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        let next = self.next.map(|cursor| cursor.to_string());
        Page::of(py, items::owned(py, self.items)?, next)
    }
}

macro_rules! objects {
    ($($name:ident),+ $(,)?) => {$(
        impl IntoReply for wms_core::query::$name {
            fn into_py(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
                crate::generated::values::$name::wrap(py, self)
            }
        }
    )+};
}
objects!(
    AuditVerification,
    BufferView,
    ChangesPage,
    DeviationView,
    InspectionView,
    LotView,
    PickProposal,
    RecallView,
    RunReportView,
    RunSummaryView,
    RunView,
    SiteView,
    TraceView,
    VersionView,
);

impl IntoReply for wms_core::policy::PlantPolicy {
    fn into_py(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        crate::generated::values::PlantPolicy::wrap(py, self)
    }
}

impl IntoReply for MassBalanceView {
    fn into_py(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        self.to_py(py)
    }
}

impl ToPy for MassBalanceView {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Self::Lot(balance) => balance.to_py(py),
            Self::Run(balance) => balance.to_py(py),
        }
    }
}

/// Asks, whatever the engine, and keeps the answer for Python.
///
/// Boxed here, one at a time: the futures of all queries side by side are more than a thread's stack holds.
pub(crate) fn ask<'a, Q>(
    engine: &'a Engine,
    query: &'a Q,
) -> BoxFuture<'a, Result<Reply, Rejection>>
where
    Q: wms_store::Question + Send,
    Q::Answer: IntoReply,
{
    Box::pin(async move {
        let answer = match engine {
            Engine::Store(tenant) => tenant.ask(query).await?,
            Engine::Memory(memory) => memory.plant().ask(query)?,
        };
        let reply: Reply = Box::new(move |py| Ok(answer.into_py(py)?.unbind()));
        Ok(reply)
    })
}

/// Which query asks what.
macro_rules! queries {
    ($($name:ident),+ $(,)?) => {
        /// Answers a query of any type.
        pub(crate) async fn answer(
            engine: &crate::engine::Engine,
            query: &wms_core::query::Query,
        ) -> Result<crate::engine::Reply, wms_core::error::Rejection> {
            match query {
                $(wms_core::query::Query::$name(query) => crate::ask::ask(engine, query).await),+
            }
        }
    };
}
pub(crate) use queries;

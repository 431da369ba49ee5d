"""What the service counts, as Prometheus reads it."""

from __future__ import annotations

import os

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Histogram,
    disable_created_metrics,
    generate_latest,
    multiprocess,
)
from starlette.types import Scope

CONTENT_TYPE = CONTENT_TYPE_LATEST

disable_created_metrics()  # type: ignore[no-untyped-call]
_LABELS = ("method", "route")
_requests = Counter("wms_http_requests", "Requests answered.", (*_LABELS, "status"))
_seconds = Histogram("wms_http_request_seconds", "How long a request took.", _LABELS)


def count(scope: Scope, status: int, seconds: float) -> None:
    """Counts a request by its route: its path would be another series for every lot."""
    path = getattr(scope.get("route"), "path", "none")
    # A route that was included does not say its prefix.
    if scope["path"].startswith("/api/") and not path.startswith(("/api/", "none")):
        path = "/api" + path
    _requests.labels(scope["method"], path, status).inc()
    _seconds.labels(scope["method"], path).observe(seconds)


def text() -> bytes:
    """The counts of every process."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)

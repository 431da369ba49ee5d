"""Runs the service: `python -m service --help`."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile

import uvicorn

from service import logs
from service.settings import Settings

GRACE_S = 30
"""For how long requests under way may go on after the service was told to stop."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="service", description="A lot traceability service.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=1, help="processes, on PostgreSQL")
    arguments = parser.parse_args()
    try:
        Settings.from_environment().check(arguments.workers)
    except ValueError as error:
        parser.error(str(error))
    # After it has come to its end, uvicorn raises again the signal that told it to: that is no failure.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with tempfile.TemporaryDirectory() as counts:
        if arguments.workers > 1:
            # Each process counts for itself; this is where one of them finds the counts of all.
            os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", counts)
        uvicorn.run(
            "service.main:app",
            host=arguments.host,
            port=arguments.port,
            workers=arguments.workers,
            log_config=logs.CONFIG,
            access_log=False,
            timeout_graceful_shutdown=GRACE_S,
        )


if __name__ == "__main__":
    main()

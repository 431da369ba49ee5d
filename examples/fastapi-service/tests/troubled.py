"""Databases that do not answer: out of reach, or locked by somebody else."""

from __future__ import annotations

import socket
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg


class Door:
    """A door to the database server that can be shut: its connections break, and it lets nobody in."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        assert parts.hostname is not None and parts.port is not None
        self._server = (parts.hostname, parts.port)
        self._listener = self._listen(0)
        self._port = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        self.url = url.replace(f"{parts.hostname}:{parts.port}", f"127.0.0.1:{self._port}")

    def _listen(self, port: int) -> socket.socket:
        listener = socket.create_server(("127.0.0.1", port))
        threading.Thread(target=self._let_in, args=(listener,), daemon=True).start()
        return listener

    def _let_in(self, listener: socket.socket) -> None:
        # The listener is closed when the door is shut.
        with suppress(OSError):
            while True:
                inside, _ = listener.accept()
                outside = socket.create_connection(self._server)
                self._open += [inside, outside]
                for pair in ((inside, outside), (outside, inside)):
                    threading.Thread(target=_carry, args=pair, daemon=True).start()

    def shut(self) -> None:
        """Breaks every connection and refuses new ones."""
        for one in (self._listener, *self._open):
            # A socket that is broken already cannot be shut down.
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        self._open.clear()

    def reopen(self) -> None:
        """Lets connections in again, at the same address."""
        self._listener = self._listen(self._port)


def _carry(source: socket.socket, target: socket.socket) -> None:
    # Either end may be broken at any moment: that is what the door is for.
    with suppress(OSError):
        while data := source.recv(1 << 16):
            target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)


@contextmanager
def own_database(url: str) -> Iterator[str]:
    """A database of one's own on the server: whoever locks it stands in nobody's way."""
    name = f"t{uuid4().hex}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"'.encode())
        try:
            yield f"{url.rpartition('/')[0]}/{name}"
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


@contextmanager
def locked_postgres(url: str) -> Iterator[None]:
    """Holds every table of a database, so that reading and writing must wait."""
    with psycopg.connect(url) as other:
        tables = other.execute(
            "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables"
            " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
        ).fetchall()
        assert tables
        names = ", ".join(name for (name,) in tables)
        other.execute(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE".encode())
        try:
            yield
        finally:
            other.rollback()


@contextmanager
def locked_sqlite(url: str) -> Iterator[None]:
    """Holds the lock of a file that another process has open, so that writing must wait."""
    other = sqlite3.connect(url.removeprefix("sqlite:"), isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        yield
    finally:
        other.close()

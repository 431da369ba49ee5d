"""Pages of lists, as they are asked for."""

from __future__ import annotations

from foodwms._native import PageRequest


def page(after: str | None, limit: int | None) -> PageRequest | None:
    """Where a page begins and how long it is; None: as the library has it."""
    if after is None and limit is None:
        return None
    return PageRequest(after=after, limit=limit)

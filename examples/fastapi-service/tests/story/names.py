"""What the story's plant is made of."""

from __future__ import annotations

from story.step import named

SITE = "DUNA"
DAY = "2026-01-15"
"""The production day of every lot, so that their codes are known before they are given."""

FLOW, VERSION, RUN, RUN2 = (named(name) for name in ("flow", "version", "run", "run2"))
RAW, SPICE, LABEL, BAD, SPILT = (named(name) for name in ("raw", "spice", "label", "bad", "spilt"))
DEB, BULK, MIX, SKW, FRZ, FG, PAL, SHIP = (
    named(name) for name in ("deb", "bulk", "mix", "skw", "frz", "fg", "pal", "ship")
)
LK, LK2, MIXER, COLD = (named(name) for name in ("lk", "lk2", "mixer", "cold"))
NOBODY = named("nobody")


def code(lot_type: str, number: int = 1) -> str:
    """The code that a lot of the story is given."""
    return f"{lot_type}-{DAY.replace('-', '')}-{SITE}-{number:04}"

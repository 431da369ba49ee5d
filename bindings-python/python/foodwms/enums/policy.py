# Written from the core's declarations: cargo xtask generate
"""The closed sets of the core's module `policy`."""

from foodwms._enum import Labelled


class CodeStyle(Labelled):
    """Which codes a plant takes."""

    CANONICAL = "CANONICAL"
    """`TYPE-YYYYMMDD-SITE-NNNN`."""
    FREE = "FREE"
    """Any 1–100 printable characters."""

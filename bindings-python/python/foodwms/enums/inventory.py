# Written from the core's declarations: cargo xtask generate
"""The closed sets of the core's module `inventory`."""

from foodwms._enum import Labelled


class MoveKind(Labelled):
    """Which way kilograms went (rule book, section 9)."""

    RECEIVE = "RECEIVE"
    """From the line into a buffer."""
    TRANSFER = "TRANSFER"
    """From a buffer into another."""
    CONSUME = "CONSUME"
    """From a buffer to the line."""
    SHIP = "SHIP"
    """From a buffer out of the plant."""

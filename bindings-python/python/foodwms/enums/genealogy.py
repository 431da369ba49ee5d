# Written from the core's declarations: cargo xtask generate
"""The closed sets of the core's module `genealogy`."""

from foodwms._enum import Labelled


class Direction(Labelled):
    """Which way a trace goes."""

    BACKWARD = "BACKWARD"
    """To the ancestors."""
    FORWARD = "FORWARD"
    """To the descendants."""
    BOTH = "BOTH"
    """To both."""


class LinkMethod(Labelled):
    """How the kilograms of a link are known."""

    ALLOCATED = "ALLOCATED"
    """Shared out by output weight."""
    MEASURED = "MEASURED"
    """Weighed: given with the transform."""

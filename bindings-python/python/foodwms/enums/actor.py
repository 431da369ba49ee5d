# Written from the core's declarations: cargo xtask generate
"""The closed sets of the core's module `actor`."""

from foodwms._enum import Labelled


class Role(Labelled):
    """The roles of a plant."""

    ADMIN = "ADMIN"
    """Runs the system."""
    MANAGER = "MANAGER"
    """Runs the plant and decides about goods."""
    AUDITOR = "AUDITOR"
    """Watches over quality."""
    OPERATOR = "OPERATOR"
    """Works on the line."""
    VIEWER = "VIEWER"
    """Looks."""

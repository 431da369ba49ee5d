# Written from the core's declarations: cargo xtask generate
"""The closed sets of the core's module `audit`."""

from foodwms._enum import Labelled


class EntityType(Labelled):
    """The kinds of things that have an audit stream."""

    SITE = "site"
    """A site."""
    POLICY = "policy"
    """The plant's policy."""
    FLOW = "flow"
    """A flow."""
    VERSION = "version"
    """A flow version."""
    RUN = "run"
    """A run."""
    LOT = "lot"
    """A lot."""
    INSPECTION = "inspection"
    """An inspection."""
    READING = "reading"
    """A reading."""
    DEVIATION = "deviation"
    """A deviation."""
    BUFFER = "buffer"
    """A buffer."""

# Written from the core's declarations: cargo xtask generate
"""The closed sets of the core's module `quality`."""

from foodwms._enum import Labelled


class Badge(Labelled):
    """How a temperature looks at a glance; the limit decides, not the badge."""

    OK = "OK"
    """As it should be."""
    WARNING = "WARNING"
    """Worth a look."""
    CRITICAL = "CRITICAL"
    """Alarming."""


class Decision(Labelled):
    """What an inspector decides."""

    PASS = "PASS"
    """The lot is in order."""
    HOLD = "HOLD"
    """The lot must wait."""
    FAIL = "FAIL"
    """The lot is unfit."""


class DeviationCause(Labelled):
    """What opened a deviation."""

    READING = "READING"
    """A reading outside a limit."""
    INSPECTION = "INSPECTION"
    """A decision HOLD or FAIL."""


class DeviationStatus(Labelled):
    """OPEN until a corrective action closes it."""

    OPEN = "OPEN"
    """Nothing has been done about it yet."""
    CLOSED = "CLOSED"
    """A corrective action was recorded."""


class GateKind(Labelled):
    """What a gate does to the run (rule book, section 2)."""

    BLOCKING = "BLOCKING"
    """Stops the run from leaving the step until every lot of the step has passed."""
    CHECKPOINT = "CHECKPOINT"
    """Records without stopping."""
    INFO = "INFO"
    """Only informs."""


class ReadingKind(Labelled):
    """Where the probe was."""

    SURFACE = "SURFACE"
    """On the surface of the goods."""
    CORE = "CORE"
    """In the core of the goods."""
    AMBIENT = "AMBIENT"
    """In the air around them."""

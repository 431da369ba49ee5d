# Written from the core's declarations: cargo xtask generate
"""The closed sets of the core's module `run`."""

from foodwms._enum import Labelled


class RunStatus(Labelled):
    """The states of a run (rule book, section 4)."""

    IDLE = "IDLE"
    """Created, not started."""
    RUNNING = "RUNNING"
    """At work."""
    HOLD = "HOLD"
    """Stopped for a reason."""
    COMPLETED = "COMPLETED"
    """Ended as planned."""
    ABORTED = "ABORTED"
    """Ended early."""
    ARCHIVED = "ARCHIVED"
    """Put away."""


class StepName(Labelled):
    """The names of the 11 steps."""

    START = "START"
    """Step 0."""
    RECEIPT = "RECEIPT"
    """Step 1."""
    DEBONING = "DEBONING"
    """Step 2."""
    BULK_BUFFER = "BULK_BUFFER"
    """Step 3."""
    MIXING = "MIXING"
    """Step 4."""
    SKEWERING = "SKEWERING"
    """Step 5."""
    SKU_SPLIT = "SKU_SPLIT"
    """Step 6."""
    FREEZING = "FREEZING"
    """Step 7."""
    PACKAGING = "PACKAGING"
    """Step 8."""
    PALLETIZING = "PALLETIZING"
    """Step 9."""
    SHIPMENT = "SHIPMENT"
    """Step 10."""


class StepStatus(Labelled):
    """The states of one step of a run."""

    PENDING = "PENDING"
    """Not reached yet."""
    IN_PROGRESS = "IN_PROGRESS"
    """Where the run is."""
    COMPLETED = "COMPLETED"
    """Left towards the next."""
    SKIPPED = "SKIPPED"
    """Never reached: the run was aborted."""


class Stream(Labelled):
    """The three streams of the canonical flow."""

    A = "A"
    """Steps 1–3."""
    B = "B"
    """Steps 4–6."""
    C = "C"
    """Steps 7–10."""

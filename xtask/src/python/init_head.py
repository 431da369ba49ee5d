# Written from the core's declarations: cargo xtask generate
"""Lot traceability for food plants: what may happen, what follows from it, and where each lot went.

    database = await foodwms.connect("sqlite:plant.db")
    plant = database.tenant(tenant_id)
    applied = await plant.register_lot(
        actor, lot_id=uuid4(), run_id=run_id, lot_type=LotType.RAW, site="DUNA", weight_kg=Decimal("500")
    )
    print(applied.outcome.code)

`foodwms.blocking` has the same names for threads, `MemoryPlant` every rule without a database.
"""

from foodwms import _native, blocking, enums
from foodwms._native import Clock, Value, __version__, canonical_flow
from foodwms._plant import Database, MemoryPlant, Plant, connect
from foodwms.copies import Backup, Moved
from foodwms.enums import (
    # enums
)
from foodwms.errors import (
    Conflict,
    Forbidden,
    Internal,
    InvalidInput,
    NotFound,
    RuleViolation,
    Unavailable,
    Warning,
    WmsError,
)
from foodwms.unions import Command, Event, Query
from foodwms.values import (
    # values
)

__all__ = [
    "Backup",
    "Clock",
    "Command",
    "Conflict",
    "Database",
    "Event",
    "Forbidden",
    "Internal",
    "InvalidInput",
    "MemoryPlant",
    "Moved",
    "NotFound",
    "Plant",
    "Query",
    "RuleViolation",
    "Unavailable",
    "Value",
    "Warning",
    "WmsError",
    "__version__",
    "blocking",
    "canonical_flow",
    "connect",
    # exported
]


def _check_names() -> None:
    """The closed sets in Python are those of the native half, or nothing works as it says."""
    for name, words in _native.closed_sets():
        declared = [word.value for word in getattr(enums, name)]
        if declared != words:
            raise ImportError(f"foodwms.enums.{name} is not what the native half has: {words}")


_check_names()

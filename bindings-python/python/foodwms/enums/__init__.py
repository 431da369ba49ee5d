# Written from the core's declarations: cargo xtask generate
"""The closed sets of names: each member is the text that goes over the wire."""

from foodwms.enums.actor import Role
from foodwms.enums.audit import EntityType
from foodwms.enums.command import CommandType
from foodwms.enums.error import Category, Code, WarningCode
from foodwms.enums.event import EventType
from foodwms.enums.flow import IssueCode, NodeType, Severity, VersionStatus
from foodwms.enums.genealogy import Direction, LinkMethod
from foodwms.enums.inventory import MoveKind
from foodwms.enums.lot import HoldCause, LossKind, LotStatus, LotType, Sku, Species, Storage
from foodwms.enums.policy import CodeStyle
from foodwms.enums.quality import Badge, Decision, DeviationCause, DeviationStatus, GateKind, ReadingKind
from foodwms.enums.query import QueryType
from foodwms.enums.run import RunStatus, StepName, StepStatus, Stream

__all__ = [
    "Badge",
    "Category",
    "Code",
    "CodeStyle",
    "CommandType",
    "Decision",
    "DeviationCause",
    "DeviationStatus",
    "Direction",
    "EntityType",
    "EventType",
    "GateKind",
    "HoldCause",
    "IssueCode",
    "LinkMethod",
    "LossKind",
    "LotStatus",
    "LotType",
    "MoveKind",
    "NodeType",
    "QueryType",
    "ReadingKind",
    "Role",
    "RunStatus",
    "Severity",
    "Sku",
    "Species",
    "StepName",
    "StepStatus",
    "Storage",
    "Stream",
    "VersionStatus",
    "WarningCode",
]

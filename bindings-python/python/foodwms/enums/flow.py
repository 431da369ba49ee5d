# Written from the core's declarations: cargo xtask generate
"""The closed sets of the core's module `flow`."""

from foodwms._enum import Labelled, Word


class IssueCode(Word):
    """What can be wrong with a graph (rule book, section 5), in the order in which the issues of one node stand."""

    NODE_ID_DUPLICATE = "NODE_ID_DUPLICATE"
    """Two nodes with one id."""
    EDGE_ID_DUPLICATE = "EDGE_ID_DUPLICATE"
    """Two edges with one id."""
    EDGE_SOURCE_MISSING = "EDGE_SOURCE_MISSING"
    """An edge from a node that is not there."""
    EDGE_TARGET_MISSING = "EDGE_TARGET_MISSING"
    """An edge to a node that is not there."""
    PARENT_MISSING = "PARENT_MISSING"
    """A node in a group that is not there."""
    PARENT_NOT_GROUP = "PARENT_NOT_GROUP"
    """A node in a node that is no group."""
    PARENT_CIRCLE = "PARENT_CIRCLE"
    """Groups within each other."""
    NODE_TYPE_UNKNOWN = "NODE_TYPE_UNKNOWN"
    """A type of node the library does not know."""
    STEP_OUT_OF_RANGE = "STEP_OUT_OF_RANGE"
    """A step that is no whole number from 0 to 10."""
    GATE_CONFIG_INVALID = "GATE_CONFIG_INVALID"
    """A gate whose parts are missing or malformed."""
    NO_START = "NO_START"
    """No start."""
    NO_END = "NO_END"
    """No end."""
    CIRCLE = "CIRCLE"
    """Nodes that lead back to themselves."""
    SELF_LOOP = "SELF_LOOP"
    """An edge from a node to itself."""
    UNREACHABLE = "UNREACHABLE"
    """A node that no start reaches."""
    DEAD_END = "DEAD_END"
    """A node that reaches no end."""
    GATE_DUPLICATE = "GATE_DUPLICATE"
    """Two gates with one number at one step."""
    STEP_GOES_BACK = "STEP_GOES_BACK"
    """An edge to an earlier step."""
    STEP_MISSING = "STEP_MISSING"
    """A canonical step without a node."""
    CCP_STEP_WITHOUT_GATE = "CCP_STEP_WITHOUT_GATE"
    """A step with a critical limit and no critical gate."""
    BUFFER_UNUSED = "BUFFER_UNUSED"
    """A buffer node without an edge."""


class NodeType(Labelled):
    """What a node stands for (rule book, section 5)."""

    START = "start"
    """Where the flow starts."""
    END = "end"
    """Where the flow ends."""
    PROCESS = "process"
    """Work on lots."""
    QC_GATE = "qc_gate"
    """A QC gate."""
    BUFFER = "buffer"
    """A storage place."""
    GROUP = "group"
    """A swimlane around other nodes."""


class Severity(Labelled):
    """Whether an issue stops the version."""

    ERROR = "error"
    """It does."""
    WARNING = "warning"
    """It does not."""


class VersionStatus(Labelled):
    """The states of a flow version (rule book, section 4)."""

    DRAFT = "DRAFT"
    """In work."""
    REVIEW = "REVIEW"
    """Waiting for approval."""
    PUBLISHED = "PUBLISHED"
    """In force: runs are made on it."""
    DEPRECATED = "DEPRECATED"
    """No longer in force; runs on it go on."""

# Written from the core's declarations: cargo xtask generate
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from os import PathLike
from typing import Any, ClassVar, Generic, Literal, TypeVar, final, overload
from uuid import UUID
from zoneinfo import ZoneInfo

from typing_extensions import Self

# enums
from foodwms.errors import InvalidInput, NotFound, Warning, WmsError
from foodwms.unions import Command, Event, Query

__version__: str

_T_co = TypeVar("_T_co", covariant=True)

class Value:
    """What every value of the library is: frozen, compared by its content, picklable, and JSON at will."""
    def to_json(self) -> str:
        """Its JSON form, stable across versions."""
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: Any, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, handler: Any) -> Any: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, handler: Any) -> Any: ...

@final
class Items(Sequence[_T_co]):
    """An immutable sequence; an item becomes a Python object when it is asked for."""
    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: int, /) -> _T_co: ...
    @overload
    def __getitem__(self, index: slice, /) -> tuple[_T_co, ...]: ...
    def __iter__(self) -> Iterator[_T_co]: ...
    def index(self, value: Any, start: int = 0, stop: int | None = None) -> int:
        """Where an item stands first."""
    def count(self, value: Any) -> int:
        """How many items are equal to a value."""
    def to_json(self) -> str:
        """The whole list as a JSON array."""

@final
class Applied(Generic[_T_co]):
    """A command that was applied, now or before."""
    @property
    def outcome(self) -> _T_co:
        """What the caller wants next: the code, the state, the step."""
    @property
    def events(self) -> tuple[Event, ...]:
        """What happened, in order."""
    @property
    def warnings(self) -> tuple[Warning, ...]:
        """What wants to be seen."""
    @property
    def replayed(self) -> bool:
        """Whether this is the first answer again, and nothing was done."""
    def to_json(self) -> str:
        """The answer as it goes over the wire."""
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: Any, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    @classmethod
    def __class_getitem__(cls, _item: Any) -> Any: ...

@final
class Page(Generic[_T_co]):
    """A page of a list."""
    @property
    def items(self) -> Sequence[_T_co]:
        """What is on it."""
    @property
    def next(self) -> str | None:
        """Where the next page begins, to be given as `after`; None when nothing follows."""
    def to_json(self) -> str:
        """The page as it goes over the wire."""
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: Any, /) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    @classmethod
    def __class_getitem__(cls, _item: Any) -> Any: ...
    def __len__(self) -> int: ...

@final
class Clock:
    """Says what time it is: the system's, or the one it was set to."""
    def __new__(cls, now: datetime | None = None) -> Self: ...
    @property
    def now(self) -> datetime:
        """What time it is."""
    def set(self, now: datetime, /) -> None:
        """Sets it; from then on it stands still."""

@final
class Envelope(Value):
    """A command with its key, its actor and the time of the act: what `execute_many` takes, and what a device keeps
    until it is back online."""
    __match_args__ = ("key", "actor", "command", "at")
    def __new__(
        cls,
        *,
        key: UUID | str,
        actor: Actor,
        command: Command,
        at: datetime | None = None,
    ) -> Self: ...
    @property
    def key(self) -> UUID:
        """The idempotency key."""
    @property
    def actor(self) -> Actor:
        """Who acts."""
    @property
    def command(self) -> Command:
        """What to do."""
    @property
    def at(self) -> datetime | None:
        """The time of the act by the caller's clock; None: the store's."""
    @staticmethod
    def from_json(data: str | bytes, /) -> Envelope:
        """From its JSON form, as text or bytes."""

_Done = Callable[[Any, BaseException | None], None]

@final
class Handle:
    @staticmethod
    def in_memory(tenant: UUID | str, clock: Clock) -> Handle: ...
    @property
    def tenant(self) -> UUID: ...
    def run(
        self,
        actor: Actor,
        command: Command,
        key: UUID | str | None,
        at: datetime | None,
        done: _Done | None = None,
    ) -> Any: ...
    def check(
        self,
        actor: Actor,
        command: Command,
        key: UUID | str | None,
        at: datetime | None,
        done: _Done | None = None,
    ) -> Any: ...
    def ask(self, query: Query, done: _Done | None = None) -> Any: ...
    def execute_json(self, envelope: str | bytes, done: _Done | None = None) -> Any: ...
    def ask_json(self, query: str | bytes, done: _Done | None = None) -> Any: ...
    def execute_many(
        self,
        envelopes: Iterable[Envelope],
        progress: Callable[[int], object] | None,
        done: _Done | None = None,
    ) -> Any: ...
    def verify_audit(
        self,
        query: VerifyAudit,
        progress: Callable[[int], object] | None,
        done: _Done | None = None,
    ) -> Any: ...
    def export_audit(self, path: str | PathLike[str], done: _Done | None = None) -> Any: ...
    def rebuild_from_audit(self, path: str | PathLike[str], done: _Done | None = None) -> Any: ...
    def count_lots(self, done: _Done | None = None) -> Any: ...

@final
class Store:
    def tenant(self, tenant: UUID | str, /) -> Handle: ...
    def schema_version(self) -> str | None: ...
    def health(self) -> None: ...
    def backup(
        self, path: str | PathLike[str]
    ) -> tuple[int, list[tuple[UUID, AuditVerification]]]: ...
    def migrate(self) -> None: ...

def connect(url: str, settings: Mapping[str, Any], clock: Clock | None, migrate: bool) -> Store: ...
def canonical_flow() -> str:
    """The graph of the canonical flow, as a drawing program keeps it: what `create_flow` takes."""

def invalid_input(field: str, why: str) -> InvalidInput:
    """The refusal of input that a host found malformed."""

def not_found(entity: EntityType | str, id: str) -> NotFound:
    """The refusal of what a host looked for and did not find."""

def closed_sets() -> list[tuple[str, list[str]]]: ...
def label(set: str, word: str, language: str) -> str: ...
def category(code: str) -> str: ...

# Written from the core's declarations: cargo xtask generate
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from os import PathLike
from typing import Any, ClassVar, Generic, Literal, TypeVar, final, overload
from uuid import UUID
from zoneinfo import ZoneInfo

from typing_extensions import Self

from foodwms.enums import (
    Badge,
    Category,
    Code,
    CodeStyle,
    CommandType,
    Decision,
    DeviationCause,
    DeviationStatus,
    Direction,
    EntityType,
    EventType,
    GateKind,
    HoldCause,
    IssueCode,
    LinkMethod,
    LossKind,
    LotStatus,
    LotType,
    MoveKind,
    NodeType,
    QueryType,
    ReadingKind,
    Role,
    RunStatus,
    Severity,
    Sku,
    Species,
    StepName,
    StepStatus,
    Storage,
    Stream,
    VersionStatus,
    WarningCode,
)
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

@final
class Actor(Value):
    """Who acts. The host authenticates; the library authorizes."""
    __match_args__ = ("user_id", "role", "device_id",)
    def __new__(
        cls,
        *,
        user_id: UUID | str,
        role: Role,
        device_id: UUID | str | None = None,
    ) -> Self: ...
    @property
    def user_id(self) -> UUID:
        """The user, as the host authenticated it."""
    @property
    def role(self) -> Role:
        """The user's role."""
    @property
    def device_id(self) -> UUID | None:
        """The device it came from."""
    @staticmethod
    def from_json(data: str | bytes, /) -> Actor:
        """From its JSON form, as text or bytes."""

@final
class Allocated(Value):
    """Weighed kilograms of an input in an output."""
    __match_args__ = ("input", "output", "quantity_kg",)
    def __new__(
        cls,
        *,
        input: UUID | str,
        output: UUID | str,
        quantity_kg: Decimal | int | str,
    ) -> Self: ...
    @property
    def input(self) -> UUID:
        """The input."""
    @property
    def output(self) -> UUID:
        """The output."""
    @property
    def quantity_kg(self) -> Decimal:
        """How many."""
    @staticmethod
    def from_json(data: str | bytes, /) -> Allocated:
        """From its JSON form, as text or bytes."""

@final
class Input(Value):
    """Kilograms used of a lot, losses included."""
    __match_args__ = ("lot_id", "quantity_kg",)
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        quantity_kg: Decimal | int | str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def quantity_kg(self) -> Decimal:
        """How many."""
    @staticmethod
    def from_json(data: str | bytes, /) -> Input:
        """From its JSON form, as text or bytes."""

@final
class Loss(Value):
    """Kilograms of an input that go into no output."""
    __match_args__ = ("lot_id", "kind", "quantity_kg",)
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        kind: LossKind,
        quantity_kg: Decimal | int | str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The input."""
    @property
    def kind(self) -> LossKind:
        """What becomes of them."""
    @property
    def quantity_kg(self) -> Decimal:
        """How many."""
    @staticmethod
    def from_json(data: str | bytes, /) -> Loss:
        """From its JSON form, as text or bytes."""

@final
class NewAnswer(Value):
    """An answer to a checklist item."""
    __match_args__ = ("item", "ok", "remark",)
    def __new__(
        cls,
        *,
        item: str,
        ok: bool,
        remark: str | None = None,
    ) -> Self: ...
    @property
    def item(self) -> str:
        """The item's id."""
    @property
    def ok(self) -> bool:
        """Whether it is in order."""
    @property
    def remark(self) -> str | None:
        """A remark."""
    @staticmethod
    def from_json(data: str | bytes, /) -> NewAnswer:
        """From its JSON form, as text or bytes."""

@final
class NewConsignee(Value):
    """Who gets goods."""
    __match_args__ = ("name", "address", "order_no",)
    def __new__(
        cls,
        *,
        name: str,
        address: str | None = None,
        order_no: str | None = None,
    ) -> Self: ...
    @property
    def name(self) -> str:
        """Their name."""
    @property
    def address(self) -> str | None:
        """Where."""
    @property
    def order_no(self) -> str | None:
        """The order they are for."""
    @staticmethod
    def from_json(data: str | bytes, /) -> NewConsignee:
        """From its JSON form, as text or bytes."""

@final
class NewReading(Value):
    """A reading taken with an inspection."""
    __match_args__ = ("reading_id", "kind", "temperature_c", "taken_at", "instrument",)
    def __new__(
        cls,
        *,
        reading_id: UUID | str,
        kind: ReadingKind,
        temperature_c: Decimal | int | str,
        taken_at: datetime | None = None,
        instrument: str | None = None,
    ) -> Self: ...
    @property
    def reading_id(self) -> UUID:
        """The reading's new id."""
    @property
    def kind(self) -> ReadingKind:
        """Where the probe was."""
    @property
    def temperature_c(self) -> Decimal:
        """What it showed."""
    @property
    def taken_at(self) -> datetime | None:
        """When it was taken; none: the time of the act."""
    @property
    def instrument(self) -> str | None:
        """The instrument."""
    @staticmethod
    def from_json(data: str | bytes, /) -> NewReading:
        """From its JSON form, as text or bytes."""

@final
class NewSignature(Value):
    """A signature under an inspection."""
    __match_args__ = ("printed_name", "meaning", "signature",)
    def __new__(
        cls,
        *,
        printed_name: str,
        meaning: str,
        signature: bytes | None = None,
    ) -> Self: ...
    @property
    def printed_name(self) -> str:
        """The signer's name in print."""
    @property
    def meaning(self) -> str:
        """What the signature stands for."""
    @property
    def signature(self) -> bytes | None:
        """The strokes or the certificate, at most 64 KiB."""
    @staticmethod
    def from_json(data: str | bytes, /) -> NewSignature:
        """From its JSON form, as text or bytes."""

@final
class NewSupplier(Value):
    """Who delivered a lot."""
    __match_args__ = ("name", "lot_code", "establishment_no",)
    def __new__(
        cls,
        *,
        name: str,
        lot_code: str | None = None,
        establishment_no: str | None = None,
    ) -> Self: ...
    @property
    def name(self) -> str:
        """The supplier's name."""
    @property
    def lot_code(self) -> str | None:
        """The supplier's own code of the lot."""
    @property
    def establishment_no(self) -> str | None:
        """The approval number of the establishment."""
    @staticmethod
    def from_json(data: str | bytes, /) -> NewSupplier:
        """From its JSON form, as text or bytes."""

@final
class Output(Value):
    """A lot to be made: new, or CREATED before."""
    __match_args__ = ("lot_id", "lot_type", "weight_kg", "code", "production_day", "storage", "species", "pieces", "supplier", "temperature_c", "best_before", "metadata",)
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        lot_type: LotType | None = None,
        weight_kg: Decimal | int | str | None = None,
        code: str | None = None,
        production_day: date | None = None,
        storage: Storage | None = None,
        species: Species | None = None,
        pieces: int | None = None,
        supplier: NewSupplier | None = None,
        temperature_c: Decimal | int | str | None = None,
        best_before: date | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def lot_type(self) -> LotType | None:
        """What it is."""
    @property
    def weight_kg(self) -> Decimal | None:
        """The whole of it, up to 10 000 kg (SHIP 40 000)."""
    @property
    def code(self) -> str | None:
        """Its code; none: the next of its type, day and site."""
    @property
    def production_day(self) -> date | None:
        """The day it was made; none: the production day of the act."""
    @property
    def storage(self) -> Storage | None:
        """How it is kept; only RAW may say so."""
    @property
    def species(self) -> Species | None:
        """The animal it comes from."""
    @property
    def pieces(self) -> int | None:
        """How many pieces it counts."""
    @property
    def supplier(self) -> NewSupplier | None:
        """Who delivered it."""
    @property
    def temperature_c(self) -> Decimal | None:
        """The temperature on the delivery's note; never judged."""
    @property
    def best_before(self) -> date | None:
        """The last day it may be used."""
    @property
    def metadata(self) -> dict[str, Any] | None:
        """The host's own facts: a JSON object up to 16 KiB."""
    @staticmethod
    def from_json(data: str | bytes, /) -> Output:
        """From its JSON form, as text or bytes."""

@final
class PageRequest(Value):
    """Which part of a list is wanted."""
    __match_args__ = ("after", "limit",)
    def __new__(
        cls,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> Self: ...
    @property
    def after(self) -> str | None:
        """Where the page before ended."""
    @property
    def limit(self) -> int:
        """How many items, 1–1000."""
    @staticmethod
    def from_json(data: str | bytes, /) -> PageRequest:
        """From its JSON form, as text or bytes."""

@final
class PolicyChange(Value):
    """Any part of the policy: what is given replaces, the rest stays."""
    __match_args__ = ("four_eyes", "strict_canonical", "code_style", "max_age_days", "max_gain", "min_yield", "species_segregation", "refuse_expired", "require_corrective_action", "hold_descendants", "buffer_sku_lock", "hard_capacity", "retention_days", "max_backdate_hours", "min_reason_chars",)
    def __new__(
        cls,
        *,
        four_eyes: bool | None = None,
        strict_canonical: bool | None = None,
        code_style: CodeStyle | None = None,
        max_age_days: Mapping[LotType, int] | None = None,
        max_gain: Mapping[LotType, Decimal | int | str] | None = None,
        min_yield: Mapping[LotType, Decimal | int | str] | None = None,
        species_segregation: bool | None = None,
        refuse_expired: bool | None = None,
        require_corrective_action: bool | None = None,
        hold_descendants: bool | None = None,
        buffer_sku_lock: bool | None = None,
        hard_capacity: bool | None = None,
        retention_days: int | None = None,
        max_backdate_hours: int | None = None,
        min_reason_chars: int | None = None,
    ) -> Self: ...
    @property
    def four_eyes(self) -> bool | None:
        """Author and editors of a version may not approve it."""
    @property
    def strict_canonical(self) -> bool | None:
        """Missing canonical steps and critical gates stop a submit."""
    @property
    def code_style(self) -> CodeStyle | None:
        """Which codes are taken."""
    @property
    def max_age_days(self) -> dict[LotType, int] | None:
        """How many days old a parent may be, per its type; a type without an entry has no upper limit."""
    @property
    def max_gain(self) -> dict[LotType, Decimal] | None:
        """How much more than its inputs a transform may bring, per output type."""
    @property
    def min_yield(self) -> dict[LotType, Decimal] | None:
        """How much of its inputs a transform should bring, per output type."""
    @property
    def species_segregation(self) -> bool | None:
        """Species are kept apart."""
    @property
    def refuse_expired(self) -> bool | None:
        """Lots past their best-before are neither used nor dispatched."""
    @property
    def require_corrective_action(self) -> bool | None:
        """A hold behind a deviation ends only after a corrective action."""
    @property
    def hold_descendants(self) -> bool | None:
        """What stops a lot stops its descendants."""
    @property
    def buffer_sku_lock(self) -> bool | None:
        """A freezer holds one size at a time."""
    @property
    def hard_capacity(self) -> bool | None:
        """Capacities bind."""
    @property
    def retention_days(self) -> int | None:
        """Days a run stays after its end before it may be archived."""
    @property
    def max_backdate_hours(self) -> int | None:
        """Hours an act may lie back."""
    @property
    def min_reason_chars(self) -> int | None:
        """Code points a reason needs."""
    @staticmethod
    def from_json(data: str | bytes, /) -> PolicyChange:
        """From its JSON form, as text or bytes."""

@final
class AffectedLot(Value):
    """A lot that a deviation affects."""
    __match_args__ = ("lot_id", "code", "status",)
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        code: str,
        status: LotStatus,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def code(self) -> str:
        """Its code."""
    @property
    def status(self) -> LotStatus:
        """Its state now."""
    @staticmethod
    def from_json(data: str | bytes, /) -> AffectedLot:
        """From its JSON form, as text or bytes."""

@final
class AuditEntity(Value):
    """An entity that an event changed."""
    __match_args__ = ("entity_type", "entity_id", "version",)
    def __new__(
        cls,
        *,
        entity_type: EntityType,
        entity_id: str,
        version: int,
    ) -> Self: ...
    @property
    def entity_type(self) -> EntityType:
        """What kind of thing it is."""
    @property
    def entity_id(self) -> str:
        """Its id; a site's is its code."""
    @property
    def version(self) -> int:
        """The version of its stream after the event."""
    @staticmethod
    def from_json(data: str | bytes, /) -> AuditEntity:
        """From its JSON form, as text or bytes."""

@final
class AuditEvent(Value):
    """An event of the audit log."""
    __match_args__ = ("id", "sequence", "entities", "event_type", "user_id", "role", "device_id", "key", "at", "recorded_at", "event",)
    def __new__(
        cls,
        *,
        id: UUID | str,
        sequence: int,
        entities: Iterable[AuditEntity],
        event_type: EventType,
        user_id: UUID | str,
        role: Role,
        device_id: UUID | str | None = None,
        key: UUID | str,
        at: datetime,
        recorded_at: datetime,
        event: Event,
    ) -> Self: ...
    @property
    def id(self) -> UUID:
        """Its id."""
    @property
    def sequence(self) -> int:
        """Its place in the log."""
    @property
    def entities(self) -> Sequence[AuditEntity]:
        """The entities it changed, in the order of the rule book, section 10."""
    @property
    def event_type(self) -> EventType:
        """Its type."""
    @property
    def user_id(self) -> UUID:
        """Who acted."""
    @property
    def role(self) -> Role:
        """In which role."""
    @property
    def device_id(self) -> UUID | None:
        """On which device."""
    @property
    def key(self) -> UUID:
        """The key of the command that caused it."""
    @property
    def at(self) -> datetime:
        """The time of the act."""
    @property
    def recorded_at(self) -> datetime:
        """The time of record."""
    @property
    def event(self) -> Event:
        """The event as canonical JSON: the very text that was hashed."""
    @staticmethod
    def from_json(data: str | bytes, /) -> AuditEvent:
        """From its JSON form, as text or bytes."""

@final
class AuditVerification(Value):
    """What a verification of the log found."""
    __match_args__ = ("events", "streams", "checkpoint", "first_broken",)
    def __new__(
        cls,
        *,
        events: int,
        streams: int,
        checkpoint: str,
        first_broken: BrokenStream | None = None,
    ) -> Self: ...
    @property
    def events(self) -> int:
        """How many events were read."""
    @property
    def streams(self) -> int:
        """How many streams they belong to."""
    @property
    def checkpoint(self) -> str:
        """One hash over all stream heads."""
    @property
    def first_broken(self) -> BrokenStream | None:
        """The first thing that does not fit."""
    @staticmethod
    def from_json(data: str | bytes, /) -> AuditVerification:
        """From its JSON form, as text or bytes."""

@final
class BrokenStream(Value):
    """The first thing in the log that does not fit."""
    __match_args__ = ("stream", "version", "why",)
    def __new__(
        cls,
        *,
        stream: str | None = None,
        version: int,
        why: str,
    ) -> Self: ...
    @property
    def stream(self) -> str | None:
        """The stream, as its entity's kind and id; null when a checkpoint is not in the history."""
    @property
    def version(self) -> int:
        """The version that is not as it was."""
    @property
    def why(self) -> str:
        """What is wrong with it."""
    @staticmethod
    def from_json(data: str | bytes, /) -> BrokenStream:
        """From its JSON form, as text or bytes."""

@final
class BufferLot(Value):
    """A lot in a buffer."""
    __match_args__ = ("lot_id", "code", "lot_type", "status", "quantity_kg", "entered_at",)
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        code: str,
        lot_type: LotType,
        status: LotStatus,
        quantity_kg: Decimal | int | str,
        entered_at: datetime,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def code(self) -> str:
        """Its code."""
    @property
    def lot_type(self) -> LotType:
        """What it is."""
    @property
    def status(self) -> LotStatus:
        """Its state."""
    @property
    def quantity_kg(self) -> Decimal:
        """How much of it lies there."""
    @property
    def entered_at(self) -> datetime:
        """When the first of it came in."""
    @staticmethod
    def from_json(data: str | bytes, /) -> BufferLot:
        """From its JSON form, as text or bytes."""

@final
class BufferOutcome(Value):
    """A buffer after a command."""
    __match_args__ = ("buffer_id", "code", "stock_kg", "on_hold",)
    def __new__(
        cls,
        *,
        buffer_id: UUID | str,
        code: str,
        stock_kg: Decimal | int | str,
        on_hold: bool,
    ) -> Self: ...
    @property
    def buffer_id(self) -> UUID:
        """The buffer."""
    @property
    def code(self) -> str:
        """Its code."""
    @property
    def stock_kg(self) -> Decimal:
        """What it holds."""
    @property
    def on_hold(self) -> bool:
        """Whether it is stopped."""
    @staticmethod
    def from_json(data: str | bytes, /) -> BufferOutcome:
        """From its JSON form, as text or bytes."""

@final
class BufferView(Value):
    """A buffer."""
    __match_args__ = ("id", "code", "buffer_type", "site", "accepts", "capacity_kg", "temp_min_c", "temp_max_c", "active", "on_hold", "stock_kg", "lots", "at", "recorded_at",)
    def __new__(
        cls,
        *,
        id: UUID | str,
        code: str,
        buffer_type: str,
        site: str,
        accepts: Iterable[LotType],
        capacity_kg: Decimal | int | str,
        temp_min_c: Decimal | int | str | None = None,
        temp_max_c: Decimal | int | str,
        active: bool,
        on_hold: bool,
        stock_kg: Decimal | int | str,
        lots: int,
        at: datetime,
        recorded_at: datetime,
    ) -> Self: ...
    @property
    def id(self) -> UUID:
        """Its id."""
    @property
    def code(self) -> str:
        """Its code."""
    @property
    def buffer_type(self) -> str:
        """What sort of buffer it is."""
    @property
    def site(self) -> str:
        """Its site."""
    @property
    def accepts(self) -> Sequence[LotType]:
        """The lot types it accepts."""
    @property
    def capacity_kg(self) -> Decimal:
        """What it should hold at most."""
    @property
    def temp_min_c(self) -> Decimal | None:
        """The lower end of its range."""
    @property
    def temp_max_c(self) -> Decimal:
        """The upper end of its range."""
    @property
    def active(self) -> bool:
        """Whether goods may enter."""
    @property
    def on_hold(self) -> bool:
        """Whether a reading stopped it."""
    @property
    def stock_kg(self) -> Decimal:
        """What it holds."""
    @property
    def lots(self) -> int:
        """How many lots that is."""
    @property
    def at(self) -> datetime:
        """When it was created."""
    @property
    def recorded_at(self) -> datetime:
        """When that was recorded."""
    @staticmethod
    def from_json(data: str | bytes, /) -> BufferView:
        """From its JSON form, as text or bytes."""

@final
class ChangesPage(Value):
    """A part of the log in the order it was recorded."""
    __match_args__ = ("items", "next",)
    def __new__(
        cls,
        *,
        items: Iterable[AuditEvent],
        next: str,
    ) -> Self: ...
    @property
    def items(self) -> Sequence[AuditEvent]:
        """The events."""
    @property
    def next(self) -> str:
        """Where to go on: never null."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ChangesPage:
        """From its JSON form, as text or bytes."""

@final
class ChecklistAnswer(Value):
    """An answer to a checklist item; one to an item the gates do not know is kept."""
    __match_args__ = ("item", "ok", "remark",)
    def __new__(
        cls,
        *,
        item: str,
        ok: bool,
        remark: str | None = None,
    ) -> Self: ...
    @property
    def item(self) -> str:
        """The item's id."""
    @property
    def ok(self) -> bool:
        """Whether it was in order."""
    @property
    def remark(self) -> str | None:
        """A remark."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ChecklistAnswer:
        """From its JSON form, as text or bytes."""

@final
class Consignee(Value):
    """Who gets goods (Regulation (EC) 178/2002, article 18: one step forward)."""
    __match_args__ = ("name", "address", "order_no",)
    def __new__(
        cls,
        *,
        name: str,
        address: str | None = None,
        order_no: str | None = None,
    ) -> Self: ...
    @property
    def name(self) -> str:
        """Their name."""
    @property
    def address(self) -> str | None:
        """Where."""
    @property
    def order_no(self) -> str | None:
        """The order they are for."""
    @staticmethod
    def from_json(data: str | bytes, /) -> Consignee:
        """From its JSON form, as text or bytes."""

@final
class CorrectiveActionView(Value):
    """What was done about a deviation."""
    __match_args__ = ("action", "by", "at", "recorded_at", "verified_by",)
    def __new__(
        cls,
        *,
        action: str,
        by: UUID | str,
        at: datetime,
        recorded_at: datetime,
        verified_by: UUID | str | None = None,
    ) -> Self: ...
    @property
    def action(self) -> str:
        """In words."""
    @property
    def by(self) -> UUID:
        """By whom."""
    @property
    def at(self) -> datetime:
        """When."""
    @property
    def recorded_at(self) -> datetime:
        """When that was recorded."""
    @property
    def verified_by(self) -> UUID | None:
        """Who verified it."""
    @staticmethod
    def from_json(data: str | bytes, /) -> CorrectiveActionView:
        """From its JSON form, as text or bytes."""

@final
class DeviationOutcome(Value):
    """A deviation after a command."""
    __match_args__ = ("deviation_id", "status",)
    def __new__(
        cls,
        *,
        deviation_id: UUID | str,
        status: DeviationStatus,
    ) -> Self: ...
    @property
    def deviation_id(self) -> UUID:
        """The deviation."""
    @property
    def status(self) -> DeviationStatus:
        """Its state."""
    @staticmethod
    def from_json(data: str | bytes, /) -> DeviationOutcome:
        """From its JSON form, as text or bytes."""

@final
class DeviationView(Value):
    """A deviation."""
    __match_args__ = ("id", "cause", "kind", "lot_id", "buffer_id", "status", "opened_at", "recorded_at", "closed_at", "actions", "affected",)
    def __new__(
        cls,
        *,
        id: UUID | str,
        cause: DeviationCause,
        kind: ReadingKind | None = None,
        lot_id: UUID | str | None = None,
        buffer_id: UUID | str | None = None,
        status: DeviationStatus,
        opened_at: datetime,
        recorded_at: datetime,
        closed_at: datetime | None = None,
        actions: Iterable[CorrectiveActionView],
        affected: Iterable[AffectedLot] | None = None,
    ) -> Self: ...
    @property
    def id(self) -> UUID:
        """Its id: that of the reading or inspection that opened it."""
    @property
    def cause(self) -> DeviationCause:
        """What opened it."""
    @property
    def kind(self) -> ReadingKind | None:
        """The kind of reading, where one opened it."""
    @property
    def lot_id(self) -> UUID | None:
        """The lot it is about."""
    @property
    def buffer_id(self) -> UUID | None:
        """The buffer it is about."""
    @property
    def status(self) -> DeviationStatus:
        """OPEN until a corrective action closes it."""
    @property
    def opened_at(self) -> datetime:
        """When it was opened."""
    @property
    def recorded_at(self) -> datetime:
        """When that was recorded."""
    @property
    def closed_at(self) -> datetime | None:
        """When it was closed."""
    @property
    def actions(self) -> Sequence[CorrectiveActionView]:
        """What was done, oldest first."""
    @property
    def affected(self) -> Sequence[AffectedLot] | None:
        """The lots it affects, in the order of a trace; lists leave them out."""
    @staticmethod
    def from_json(data: str | bytes, /) -> DeviationView:
        """From its JSON form, as text or bytes."""

@final
class DispatchView(Value):
    """Kilograms of a lot that left to a consignee."""
    __match_args__ = ("consignee", "quantity_kg", "at", "recorded_at", "vehicle",)
    def __new__(
        cls,
        *,
        consignee: Consignee,
        quantity_kg: Decimal | int | str,
        at: datetime,
        recorded_at: datetime,
        vehicle: str | None = None,
    ) -> Self: ...
    @property
    def consignee(self) -> Consignee:
        """To whom."""
    @property
    def quantity_kg(self) -> Decimal:
        """How many."""
    @property
    def at(self) -> datetime:
        """When."""
    @property
    def recorded_at(self) -> datetime:
        """When that was recorded."""
    @property
    def vehicle(self) -> str | None:
        """On what."""
    @staticmethod
    def from_json(data: str | bytes, /) -> DispatchView:
        """From its JSON form, as text or bytes."""

@final
class FlowSummary(Value):
    """A flow with its versions in work and in force."""
    __match_args__ = ("flow", "versions", "latest", "published",)
    def __new__(
        cls,
        *,
        flow: FlowView,
        versions: int,
        latest: UUID | str | None = None,
        published: UUID | str | None = None,
    ) -> Self: ...
    @property
    def flow(self) -> FlowView:
        """The flow."""
    @property
    def versions(self) -> int:
        """How many versions it has."""
    @property
    def latest(self) -> UUID | None:
        """The one with the highest number."""
    @property
    def published(self) -> UUID | None:
        """The one in force."""
    @staticmethod
    def from_json(data: str | bytes, /) -> FlowSummary:
        """From its JSON form, as text or bytes."""

@final
class FlowView(Value):
    """A flow."""
    __match_args__ = ("id", "name", "description",)
    def __new__(
        cls,
        *,
        id: UUID | str,
        name: Mapping[str, str],
        description: str | None = None,
    ) -> Self: ...
    @property
    def id(self) -> UUID:
        """Its id."""
    @property
    def name(self) -> dict[str, str]:
        """Its name."""
    @property
    def description(self) -> str | None:
        """What it is for."""
    @staticmethod
    def from_json(data: str | bytes, /) -> FlowView:
        """From its JSON form, as text or bytes."""

@final
class HoldView(Value):
    """One reason why a lot is or was stopped."""
    __match_args__ = ("id", "cause", "cause_id", "reason", "opened_at", "opened_by", "released_at", "released_by", "resolution",)
    def __new__(
        cls,
        *,
        id: UUID | str,
        cause: HoldCause,
        cause_id: UUID | str,
        reason: str | None = None,
        opened_at: datetime,
        opened_by: UUID | str,
        released_at: datetime | None = None,
        released_by: UUID | str | None = None,
        resolution: str | None = None,
    ) -> Self: ...
    @property
    def id(self) -> UUID:
        """Its id."""
    @property
    def cause(self) -> HoldCause:
        """Why."""
    @property
    def cause_id(self) -> UUID:
        """The inspection, the reading, else the command's key."""
    @property
    def reason(self) -> str | None:
        """In words."""
    @property
    def opened_at(self) -> datetime:
        """When it was opened."""
    @property
    def opened_by(self) -> UUID:
        """By whom."""
    @property
    def released_at(self) -> datetime | None:
        """When it ended."""
    @property
    def released_by(self) -> UUID | None:
        """By whom."""
    @property
    def resolution(self) -> str | None:
        """The manager's words."""
    @staticmethod
    def from_json(data: str | bytes, /) -> HoldView:
        """From its JSON form, as text or bytes."""

@final
class InspectionOutcome(Value):
    """An inspection and what it did to its lot."""
    __match_args__ = ("inspection_id", "lot",)
    def __new__(
        cls,
        *,
        inspection_id: UUID | str,
        lot: LotOutcome,
    ) -> Self: ...
    @property
    def inspection_id(self) -> UUID:
        """The inspection."""
    @property
    def lot(self) -> LotOutcome:
        """The lot."""
    @staticmethod
    def from_json(data: str | bytes, /) -> InspectionOutcome:
        """From its JSON form, as text or bytes."""

@final
class InspectionView(Value):
    """An inspection."""
    __match_args__ = ("id", "lot_id", "run_id", "step", "gates", "inspection_type", "decision", "notes", "checklist", "readings", "signature", "inspector", "at", "recorded_at",)
    def __new__(
        cls,
        *,
        id: UUID | str,
        lot_id: UUID | str,
        run_id: UUID | str | None = None,
        step: int,
        gates: Iterable[str],
        inspection_type: str,
        decision: Decision,
        notes: str | None = None,
        checklist: Iterable[ChecklistAnswer],
        readings: Iterable[UUID | str],
        signature: Signature | None = None,
        inspector: UUID | str,
        at: datetime,
        recorded_at: datetime,
    ) -> Self: ...
    @property
    def id(self) -> UUID:
        """Its id."""
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def run_id(self) -> UUID | None:
        """The lot's run."""
    @property
    def step(self) -> int:
        """The step it was made at."""
    @property
    def gates(self) -> tuple[str, ...]:
        """The numbers of that step's gates."""
    @property
    def inspection_type(self) -> str:
        """What sort of inspection it was."""
    @property
    def decision(self) -> Decision:
        """What was decided."""
    @property
    def notes(self) -> str | None:
        """The inspector's words."""
    @property
    def checklist(self) -> Sequence[ChecklistAnswer]:
        """The answers given."""
    @property
    def readings(self) -> tuple[UUID, ...]:
        """The readings taken with it."""
    @property
    def signature(self) -> Signature | None:
        """Who signed it."""
    @property
    def inspector(self) -> UUID:
        """Who made it."""
    @property
    def at(self) -> datetime:
        """When."""
    @property
    def recorded_at(self) -> datetime:
        """When that was recorded."""
    @staticmethod
    def from_json(data: str | bytes, /) -> InspectionView:
        """From its JSON form, as text or bytes."""

@final
class Issue(Value):
    """One thing wrong with a graph, at its place."""
    __match_args__ = ("code", "severity", "node_id", "edge_id", "details", "message",)
    def __new__(
        cls,
        *,
        code: IssueCode,
        severity: Severity,
        node_id: str | None = None,
        edge_id: str | None = None,
        details: Mapping[str, Any],
        message: Mapping[str, str] | None = None,
    ) -> Self: ...
    @property
    def code(self) -> IssueCode:
        """What."""
    @property
    def severity(self) -> Severity:
        """Whether it stops the version."""
    @property
    def node_id(self) -> str | None:
        """The node, if it is one's."""
    @property
    def edge_id(self) -> str | None:
        """The edge, if it is one's."""
    @property
    def details(self) -> dict[str, Any]:
        """The facts behind it, for the message: the nodes of a circle, the step that is missing, what a gate lacks."""
    @property
    def message(self) -> dict[str, str]:
        """What is wrong, and what would be accepted."""
    @staticmethod
    def from_json(data: str | bytes, /) -> Issue:
        """From its JSON form, as text or bytes."""

@final
class LeaseOutcome(Value):
    """A leased block of code numbers."""
    __match_args__ = ("first", "count",)
    def __new__(
        cls,
        *,
        first: int,
        count: int,
    ) -> Self: ...
    @property
    def first(self) -> int:
        """The first number."""
    @property
    def count(self) -> int:
        """How many."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LeaseOutcome:
        """From its JSON form, as text or bytes."""

@final
class Link(Value):
    """Parent → child, with the kilograms of the parent that went into the child; 0 g keeps the link, for the trace."""
    __match_args__ = ("parent", "child", "quantity_kg", "method",)
    def __new__(
        cls,
        *,
        parent: UUID | str,
        child: UUID | str,
        quantity_kg: Decimal | int | str,
        method: LinkMethod,
    ) -> Self: ...
    @property
    def parent(self) -> UUID:
        """The lot used."""
    @property
    def child(self) -> UUID:
        """The lot made."""
    @property
    def quantity_kg(self) -> Decimal:
        """The parent's kilograms in the child."""
    @property
    def method(self) -> LinkMethod:
        """How they are known."""
    @staticmethod
    def from_json(data: str | bytes, /) -> Link:
        """From its JSON form, as text or bytes."""

@final
class LossOf(Value):
    """Kilograms lost of one kind."""
    __match_args__ = ("kind", "quantity_kg",)
    def __new__(
        cls,
        *,
        kind: LossKind,
        quantity_kg: Decimal | int | str,
    ) -> Self: ...
    @property
    def kind(self) -> LossKind:
        """What became of them."""
    @property
    def quantity_kg(self) -> Decimal:
        """How many."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LossOf:
        """From its JSON form, as text or bytes."""

@final
class LotBalance(Value):
    """Where the kilograms of a lot are."""
    __match_args__ = ("lot_id", "weight_kg", "used_kg", "lost", "dispatched_kg", "stock", "line_kg", "unaccounted_kg",)
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        weight_kg: Decimal | int | str,
        used_kg: Decimal | int | str,
        lost: Iterable[LossOf],
        dispatched_kg: Decimal | int | str,
        stock: Iterable[StockIn],
        line_kg: Decimal | int | str,
        unaccounted_kg: Decimal | int | str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def weight_kg(self) -> Decimal:
        """The whole of it."""
    @property
    def used_kg(self) -> Decimal:
        """What went into children."""
    @property
    def lost(self) -> Sequence[LossOf]:
        """What went into no child, by kind."""
    @property
    def dispatched_kg(self) -> Decimal:
        """What left to consignees."""
    @property
    def stock(self) -> Sequence[StockIn]:
        """What lies in buffers."""
    @property
    def line_kg(self) -> Decimal:
        """What is in no buffer."""
    @property
    def unaccounted_kg(self) -> Decimal:
        """What nobody knows of: always 0 (I9)."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LotBalance:
        """From its JSON form, as text or bytes."""

@final
class LotCount(Value):
    """How many lots of a type are in a state."""
    __match_args__ = ("lot_type", "status", "count", "weight_kg",)
    def __new__(
        cls,
        *,
        lot_type: LotType,
        status: LotStatus,
        count: int,
        weight_kg: Decimal | int | str,
    ) -> Self: ...
    @property
    def lot_type(self) -> LotType:
        """The type."""
    @property
    def status(self) -> LotStatus:
        """The state."""
    @property
    def count(self) -> int:
        """How many."""
    @property
    def weight_kg(self) -> Decimal:
        """Their weight."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LotCount:
        """From its JSON form, as text or bytes."""

@final
class LotOutcome(Value):
    """A lot after a command."""
    __match_args__ = ("lot_id", "code", "status", "remaining_kg",)
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        code: str,
        status: LotStatus,
        remaining_kg: Decimal | int | str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def code(self) -> str:
        """Its code, for the label."""
    @property
    def status(self) -> LotStatus:
        """Its state."""
    @property
    def remaining_kg(self) -> Decimal:
        """What is left of it."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LotOutcome:
        """From its JSON form, as text or bytes."""

@final
class LotView(Value):
    """A lot."""
    __match_args__ = ("id", "code", "lot_type", "sku", "storage", "species", "status", "voided", "site", "run_id", "step", "weight_kg", "remaining_kg", "used_kg", "lost_kg", "dispatched_kg", "line_kg", "pieces", "production_day", "best_before", "supplier", "temperature_c", "metadata", "holds", "positions", "created_at", "recorded_at", "registered_at",)
    def __new__(
        cls,
        *,
        id: UUID | str,
        code: str,
        lot_type: LotType,
        sku: Sku | None = None,
        storage: Storage,
        species: Species | None = None,
        status: LotStatus,
        voided: bool,
        site: str,
        run_id: UUID | str | None = None,
        step: int,
        weight_kg: Decimal | int | str,
        remaining_kg: Decimal | int | str,
        used_kg: Decimal | int | str,
        lost_kg: Decimal | int | str,
        dispatched_kg: Decimal | int | str,
        line_kg: Decimal | int | str,
        pieces: int | None = None,
        production_day: date,
        best_before: date | None = None,
        supplier: Supplier | None = None,
        temperature_c: Decimal | int | str | None = None,
        metadata: Mapping[str, Any] | None = None,
        holds: Iterable[HoldView],
        positions: Iterable[PositionView],
        created_at: datetime,
        recorded_at: datetime,
        registered_at: datetime | None = None,
    ) -> Self: ...
    @property
    def id(self) -> UUID:
        """Its id."""
    @property
    def code(self) -> str:
        """Its code."""
    @property
    def lot_type(self) -> LotType:
        """What it is."""
    @property
    def sku(self) -> Sku | None:
        """The size of its rods."""
    @property
    def storage(self) -> Storage:
        """How it is kept."""
    @property
    def species(self) -> Species | None:
        """The animal it comes from."""
    @property
    def status(self) -> LotStatus:
        """Its state; a voided one keeps CREATED."""
    @property
    def voided(self) -> bool:
        """Whether it was made by mistake."""
    @property
    def site(self) -> str:
        """Its site."""
    @property
    def run_id(self) -> UUID | None:
        """The run that made or received it."""
    @property
    def step(self) -> int:
        """The step where it is made."""
    @property
    def weight_kg(self) -> Decimal:
        """The whole of it."""
    @property
    def remaining_kg(self) -> Decimal:
        """What is left."""
    @property
    def used_kg(self) -> Decimal:
        """What went into children."""
    @property
    def lost_kg(self) -> Decimal:
        """What went into no child."""
    @property
    def dispatched_kg(self) -> Decimal:
        """What left to consignees."""
    @property
    def line_kg(self) -> Decimal:
        """What is in no buffer."""
    @property
    def pieces(self) -> int | None:
        """How many pieces it counts."""
    @property
    def production_day(self) -> date:
        """The day it was made."""
    @property
    def best_before(self) -> date | None:
        """The last day it may be used."""
    @property
    def supplier(self) -> Supplier | None:
        """Who delivered it."""
    @property
    def temperature_c(self) -> Decimal | None:
        """The temperature on the delivery's note."""
    @property
    def metadata(self) -> dict[str, Any] | None:
        """The host's own facts: a JSON object."""
    @property
    def holds(self) -> Sequence[HoldView]:
        """Every hold it ever had."""
    @property
    def positions(self) -> Sequence[PositionView]:
        """Where it lies, oldest entry first."""
    @property
    def created_at(self) -> datetime:
        """When it was created."""
    @property
    def recorded_at(self) -> datetime:
        """When that was recorded."""
    @property
    def registered_at(self) -> datetime | None:
        """When the goods were here."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LotView:
        """From its JSON form, as text or bytes."""

@final
class MoveView(Value):
    """A stock move."""
    __match_args__ = ("id", "kind", "lot_id", "from_buffer_id", "to_buffer_id", "quantity_kg", "consignee", "by", "at", "recorded_at", "cause",)
    def __new__(
        cls,
        *,
        id: UUID | str,
        kind: MoveKind,
        lot_id: UUID | str,
        from_buffer_id: UUID | str | None = None,
        to_buffer_id: UUID | str | None = None,
        quantity_kg: Decimal | int | str,
        consignee: Consignee | None = None,
        by: UUID | str,
        at: datetime,
        recorded_at: datetime,
        cause: UUID | str | None = None,
    ) -> Self: ...
    @property
    def id(self) -> UUID:
        """Its id."""
    @property
    def kind(self) -> MoveKind:
        """Which way."""
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def from_buffer_id(self) -> UUID | None:
        """Where it came from; none: the line."""
    @property
    def to_buffer_id(self) -> UUID | None:
        """Where it went; none: the line, or out of the plant."""
    @property
    def quantity_kg(self) -> Decimal:
        """How much."""
    @property
    def consignee(self) -> Consignee | None:
        """To whom."""
    @property
    def by(self) -> UUID:
        """Who did it."""
    @property
    def at(self) -> datetime:
        """When."""
    @property
    def recorded_at(self) -> datetime:
        """When that was recorded."""
    @property
    def cause(self) -> UUID | None:
        """The event behind it; none for a stock command."""
    @staticmethod
    def from_json(data: str | bytes, /) -> MoveView:
        """From its JSON form, as text or bytes."""

@final
class OpenPoints(Value):
    """What is still to be done about a run."""
    __match_args__ = ("deviations", "on_hold", "pending",)
    def __new__(
        cls,
        *,
        deviations: Iterable[UUID | str],
        on_hold: Iterable[UUID | str],
        pending: Iterable[UUID | str],
    ) -> Self: ...
    @property
    def deviations(self) -> tuple[UUID, ...]:
        """Deviations that wait for a corrective action."""
    @property
    def on_hold(self) -> tuple[UUID, ...]:
        """Lots in HOLD."""
    @property
    def pending(self) -> tuple[UUID, ...]:
        """Lots that wait for their inspection."""
    @staticmethod
    def from_json(data: str | bytes, /) -> OpenPoints:
        """From its JSON form, as text or bytes."""

@final
class PendingInspection(Value):
    """A lot that waits for its inspection."""
    __match_args__ = ("lot_id", "code", "lot_type", "run_id", "step", "gates", "since",)
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        code: str,
        lot_type: LotType,
        run_id: UUID | str | None = None,
        step: int,
        gates: Iterable[str],
        since: datetime | None = None,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def code(self) -> str:
        """Its code."""
    @property
    def lot_type(self) -> LotType:
        """What it is."""
    @property
    def run_id(self) -> UUID | None:
        """Its run."""
    @property
    def step(self) -> int:
        """Its step."""
    @property
    def gates(self) -> tuple[str, ...]:
        """The numbers of that step's gates."""
    @property
    def since(self) -> datetime | None:
        """When it last entered QUARANTINE."""
    @staticmethod
    def from_json(data: str | bytes, /) -> PendingInspection:
        """From its JSON form, as text or bytes."""

@final
class PickProposal(Value):
    """A FEFO proposal."""
    __match_args__ = ("lots", "missing_kg",)
    def __new__(
        cls,
        *,
        lots: Iterable[PickedLot],
        missing_kg: Decimal | int | str,
    ) -> Self: ...
    @property
    def lots(self) -> Sequence[PickedLot]:
        """What to take, in this order."""
    @property
    def missing_kg(self) -> Decimal:
        """What could not be found."""
    @staticmethod
    def from_json(data: str | bytes, /) -> PickProposal:
        """From its JSON form, as text or bytes."""

@final
class PickedLot(Value):
    """Kilograms of a lot to be taken."""
    __match_args__ = ("lot_id", "code", "buffer_id", "quantity_kg",)
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        code: str,
        buffer_id: UUID | str | None = None,
        quantity_kg: Decimal | int | str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def code(self) -> str:
        """Its code."""
    @property
    def buffer_id(self) -> UUID | None:
        """Where they are; none: at the line."""
    @property
    def quantity_kg(self) -> Decimal:
        """How many."""
    @staticmethod
    def from_json(data: str | bytes, /) -> PickedLot:
        """From its JSON form, as text or bytes."""

@final
class PlantPolicy(Value):
    """What a plant sets for itself."""
    __match_args__ = ("four_eyes", "strict_canonical", "code_style", "max_age_days", "max_gain", "min_yield", "species_segregation", "refuse_expired", "require_corrective_action", "hold_descendants", "buffer_sku_lock", "hard_capacity", "retention_days", "max_backdate_hours", "min_reason_chars",)
    def __new__(
        cls,
        *,
        four_eyes: bool,
        strict_canonical: bool,
        code_style: CodeStyle,
        max_age_days: Mapping[LotType, int],
        max_gain: Mapping[LotType, Decimal | int | str],
        min_yield: Mapping[LotType, Decimal | int | str],
        species_segregation: bool,
        refuse_expired: bool,
        require_corrective_action: bool,
        hold_descendants: bool,
        buffer_sku_lock: bool,
        hard_capacity: bool,
        retention_days: int,
        max_backdate_hours: int,
        min_reason_chars: int,
    ) -> Self: ...
    @property
    def four_eyes(self) -> bool:
        """Author and editors of a version may not approve it."""
    @property
    def strict_canonical(self) -> bool:
        """Missing canonical steps and critical gates stop a submit."""
    @property
    def code_style(self) -> CodeStyle:
        """Which codes are taken."""
    @property
    def max_age_days(self) -> dict[LotType, int]:
        """How many days old a parent may be, per its type; a type without an entry has no upper limit."""
    @property
    def max_gain(self) -> dict[LotType, Decimal]:
        """How much more than its inputs a transform may bring, per output type."""
    @property
    def min_yield(self) -> dict[LotType, Decimal]:
        """How much of its inputs a transform should bring, per output type."""
    @property
    def species_segregation(self) -> bool:
        """Species are kept apart."""
    @property
    def refuse_expired(self) -> bool:
        """Lots past their best-before are neither used nor dispatched."""
    @property
    def require_corrective_action(self) -> bool:
        """A hold behind a deviation ends only after a corrective action."""
    @property
    def hold_descendants(self) -> bool:
        """What stops a lot stops its descendants."""
    @property
    def buffer_sku_lock(self) -> bool:
        """A freezer holds one size at a time."""
    @property
    def hard_capacity(self) -> bool:
        """Capacities bind."""
    @property
    def retention_days(self) -> int:
        """Days a run stays after its end before it may be archived."""
    @property
    def max_backdate_hours(self) -> int:
        """Hours an act may lie back."""
    @property
    def min_reason_chars(self) -> int:
        """Code points a reason needs."""
    @staticmethod
    def from_json(data: str | bytes, /) -> PlantPolicy:
        """From its JSON form, as text or bytes."""

@final
class PositionView(Value):
    """Kilograms of a lot in a buffer."""
    __match_args__ = ("buffer_id", "quantity_kg", "entered_at",)
    def __new__(
        cls,
        *,
        buffer_id: UUID | str,
        quantity_kg: Decimal | int | str,
        entered_at: datetime,
    ) -> Self: ...
    @property
    def buffer_id(self) -> UUID:
        """Where."""
    @property
    def quantity_kg(self) -> Decimal:
        """How many."""
    @property
    def entered_at(self) -> datetime:
        """When the first of them came in."""
    @staticmethod
    def from_json(data: str | bytes, /) -> PositionView:
        """From its JSON form, as text or bytes."""

@final
class Range(Value):
    """A temperature range; both ends belong to it."""
    __match_args__ = ("min_c", "max_c",)
    def __new__(
        cls,
        *,
        min_c: Decimal | int | str | None = None,
        max_c: Decimal | int | str | None = None,
    ) -> Self: ...
    @property
    def min_c(self) -> Decimal | None:
        """The lower end, if there is one."""
    @property
    def max_c(self) -> Decimal | None:
        """The upper end, if there is one."""
    @staticmethod
    def from_json(data: str | bytes, /) -> Range:
        """From its JSON form, as text or bytes."""

@final
class ReadingOutcome(Value):
    """A reading and how it was judged."""
    __match_args__ = ("reading_id", "violation", "deviation_id", "badge",)
    def __new__(
        cls,
        *,
        reading_id: UUID | str,
        violation: bool,
        deviation_id: UUID | str | None = None,
        badge: Badge | None = None,
    ) -> Self: ...
    @property
    def reading_id(self) -> UUID:
        """The reading."""
    @property
    def violation(self) -> bool:
        """Whether it was outside its limit."""
    @property
    def deviation_id(self) -> UUID | None:
        """The deviation it opened or joined."""
    @property
    def badge(self) -> Badge | None:
        """How it looks at a glance."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ReadingOutcome:
        """From its JSON form, as text or bytes."""

@final
class ReadingView(Value):
    """A temperature reading."""
    __match_args__ = ("id", "lot_id", "buffer_id", "kind", "temperature_c", "limit", "violation", "deviation_id", "badge", "taken_at", "at", "recorded_at", "by", "instrument",)
    def __new__(
        cls,
        *,
        id: UUID | str,
        lot_id: UUID | str | None = None,
        buffer_id: UUID | str | None = None,
        kind: ReadingKind,
        temperature_c: Decimal | int | str,
        limit: Range | None = None,
        violation: bool,
        deviation_id: UUID | str | None = None,
        badge: Badge | None = None,
        taken_at: datetime,
        at: datetime,
        recorded_at: datetime,
        by: UUID | str,
        instrument: str | None = None,
    ) -> Self: ...
    @property
    def id(self) -> UUID:
        """Its id."""
    @property
    def lot_id(self) -> UUID | None:
        """The lot it is about."""
    @property
    def buffer_id(self) -> UUID | None:
        """The buffer it is about."""
    @property
    def kind(self) -> ReadingKind:
        """Where the probe was."""
    @property
    def temperature_c(self) -> Decimal:
        """What it showed."""
    @property
    def limit(self) -> Range | None:
        """What it was judged by."""
    @property
    def violation(self) -> bool:
        """Whether it was outside."""
    @property
    def deviation_id(self) -> UUID | None:
        """The deviation it opened or joined."""
    @property
    def badge(self) -> Badge | None:
        """How it looks at a glance."""
    @property
    def taken_at(self) -> datetime:
        """When it was taken."""
    @property
    def at(self) -> datetime:
        """The time of the act."""
    @property
    def recorded_at(self) -> datetime:
        """The time of record."""
    @property
    def by(self) -> UUID:
        """Who recorded it."""
    @property
    def instrument(self) -> str | None:
        """The instrument."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ReadingView:
        """From its JSON form, as text or bytes."""

@final
class RecallTotals(Value):
    """What a recall sums up to."""
    __match_args__ = ("lots", "weight_kg", "remaining_kg", "dispatched_kg", "consignees",)
    def __new__(
        cls,
        *,
        lots: int,
        weight_kg: Decimal | int | str,
        remaining_kg: Decimal | int | str,
        dispatched_kg: Decimal | int | str,
        consignees: int,
    ) -> Self: ...
    @property
    def lots(self) -> int:
        """The lot and its descendants."""
    @property
    def weight_kg(self) -> Decimal:
        """Their weight."""
    @property
    def remaining_kg(self) -> Decimal:
        """What is left of them in the plant."""
    @property
    def dispatched_kg(self) -> Decimal:
        """What left to consignees."""
    @property
    def consignees(self) -> int:
        """How many consignees of different names."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RecallTotals:
        """From its JSON form, as text or bytes."""

@final
class RecallView(Value):
    """A lot, all that came of it, and who got it."""
    __match_args__ = ("lot_id", "lots", "totals", "as_of", "took_ms",)
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        lots: Iterable[RecalledLot],
        totals: RecallTotals,
        as_of: datetime,
        took_ms: int,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The recalled lot."""
    @property
    def lots(self) -> Sequence[RecalledLot]:
        """It and its descendants."""
    @property
    def totals(self) -> RecallTotals:
        """The sums."""
    @property
    def as_of(self) -> datetime:
        """What time this is the truth of."""
    @property
    def took_ms(self) -> int:
        """How long the answer took, in milliseconds."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RecallView:
        """From its JSON form, as text or bytes."""

@final
class RecalledLot(Value):
    """A lot in a recall."""
    __match_args__ = ("lot_id", "code", "lot_type", "status", "site", "production_day", "weight_kg", "remaining_kg", "distance", "concerned_kg", "positions", "dispatches",)
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        code: str,
        lot_type: LotType,
        status: LotStatus,
        site: str,
        production_day: date,
        weight_kg: Decimal | int | str,
        remaining_kg: Decimal | int | str,
        distance: int,
        concerned_kg: Decimal | int | str,
        positions: Iterable[PositionView],
        dispatches: Iterable[DispatchView],
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def code(self) -> str:
        """Its code."""
    @property
    def lot_type(self) -> LotType:
        """What it is."""
    @property
    def status(self) -> LotStatus:
        """Its state."""
    @property
    def site(self) -> str:
        """Its site."""
    @property
    def production_day(self) -> date:
        """The day it was made."""
    @property
    def weight_kg(self) -> Decimal:
        """The whole of it."""
    @property
    def remaining_kg(self) -> Decimal:
        """What is left."""
    @property
    def distance(self) -> int:
        """How far it is from the traced lot, by the shortest way."""
    @property
    def concerned_kg(self) -> Decimal:
        """How many of its kilograms are concerned (rule book, section 8)."""
    @property
    def positions(self) -> Sequence[PositionView]:
        """Where it lies."""
    @property
    def dispatches(self) -> Sequence[DispatchView]:
        """Where it went."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RecalledLot:
        """From its JSON form, as text or bytes."""

@final
class RunBalanceView(Value):
    """The mass balance of a run."""
    __match_args__ = ("steps", "totals",)
    def __new__(
        cls,
        *,
        steps: Iterable[StepBalanceView],
        totals: TotalsView,
    ) -> Self: ...
    @property
    def steps(self) -> Sequence[StepBalanceView]:
        """All 11 steps."""
    @property
    def totals(self) -> TotalsView:
        """The sums."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunBalanceView:
        """From its JSON form, as text or bytes."""

@final
class RunOutcome(Value):
    """A run after a command."""
    __match_args__ = ("run_id", "code", "status", "step",)
    def __new__(
        cls,
        *,
        run_id: UUID | str,
        code: str,
        status: RunStatus,
        step: int,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @property
    def code(self) -> str:
        """Its code."""
    @property
    def status(self) -> RunStatus:
        """Its state."""
    @property
    def step(self) -> int:
        """Where it is."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunOutcome:
        """From its JSON form, as text or bytes."""

@final
class RunReportView(Value):
    """The compliance report of a run, as data."""
    __match_args__ = ("run", "version", "approved_by", "steps", "lots", "links", "inspections", "readings", "deviations", "open_points", "mass_balance", "as_of",)
    def __new__(
        cls,
        *,
        run: RunView,
        version: VersionView,
        approved_by: UUID | str | None = None,
        steps: Iterable[RunStepView],
        lots: Iterable[LotView],
        links: Iterable[Link],
        inspections: Iterable[InspectionView],
        readings: Iterable[ReadingView],
        deviations: Iterable[DeviationView],
        open_points: OpenPoints,
        mass_balance: RunBalanceView,
        as_of: datetime,
    ) -> Self: ...
    @property
    def run(self) -> RunView:
        """The run."""
    @property
    def version(self) -> VersionView:
        """The version it is pinned to, without the graph."""
    @property
    def approved_by(self) -> UUID | None:
        """Who approved that version."""
    @property
    def steps(self) -> Sequence[RunStepView]:
        """Its steps with times and actors."""
    @property
    def lots(self) -> Sequence[LotView]:
        """Its lots."""
    @property
    def links(self) -> Sequence[Link]:
        """The links between them."""
    @property
    def inspections(self) -> Sequence[InspectionView]:
        """The inspections of its lots."""
    @property
    def readings(self) -> Sequence[ReadingView]:
        """The readings of its lots."""
    @property
    def deviations(self) -> Sequence[DeviationView]:
        """The deviations of its lots, with the lots they affect."""
    @property
    def open_points(self) -> OpenPoints:
        """What is still to be done."""
    @property
    def mass_balance(self) -> RunBalanceView:
        """Its mass balance."""
    @property
    def as_of(self) -> datetime:
        """What time this is the truth of."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunReportView:
        """From its JSON form, as text or bytes."""

@final
class RunStepView(Value):
    """One step of a run."""
    __match_args__ = ("step", "name", "status", "started_at", "started_by", "completed_at", "completed_by", "notes",)
    def __new__(
        cls,
        *,
        step: int,
        name: Mapping[str, str],
        status: StepStatus,
        started_at: datetime | None = None,
        started_by: UUID | str | None = None,
        completed_at: datetime | None = None,
        completed_by: UUID | str | None = None,
        notes: str | None = None,
    ) -> Self: ...
    @property
    def step(self) -> int:
        """Its number."""
    @property
    def name(self) -> dict[str, str]:
        """Its name."""
    @property
    def status(self) -> StepStatus:
        """Where it stands."""
    @property
    def started_at(self) -> datetime | None:
        """When the run came to it."""
    @property
    def started_by(self) -> UUID | None:
        """Who brought it there."""
    @property
    def completed_at(self) -> datetime | None:
        """When the run left it."""
    @property
    def completed_by(self) -> UUID | None:
        """Who took it on."""
    @property
    def notes(self) -> str | None:
        """What was noted then."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunStepView:
        """From its JSON form, as text or bytes."""

@final
class RunSummaryView(Value):
    """Kilograms, counts and yields of a run."""
    __match_args__ = ("run_id", "status", "step", "lots", "steps", "totals", "open_deviations",)
    def __new__(
        cls,
        *,
        run_id: UUID | str,
        status: RunStatus,
        step: int,
        lots: Iterable[LotCount],
        steps: Iterable[StepBalanceView],
        totals: TotalsView,
        open_deviations: int,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @property
    def status(self) -> RunStatus:
        """Its state."""
    @property
    def step(self) -> int:
        """Where it is."""
    @property
    def lots(self) -> Sequence[LotCount]:
        """Its lots by type and state."""
    @property
    def steps(self) -> Sequence[StepBalanceView]:
        """What it used, made and lost, by step."""
    @property
    def totals(self) -> TotalsView:
        """The sums."""
    @property
    def open_deviations(self) -> int:
        """How many deviations of its lots wait for a corrective action."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunSummaryView:
        """From its JSON form, as text or bytes."""

@final
class RunView(Value):
    """A run."""
    __match_args__ = ("id", "code", "flow_id", "version_id", "site", "status", "step", "daily_target_kg", "created_at", "recorded_at", "started_at", "ended_at", "archived_at",)
    def __new__(
        cls,
        *,
        id: UUID | str,
        code: str,
        flow_id: UUID | str,
        version_id: UUID | str,
        site: str,
        status: RunStatus,
        step: int,
        daily_target_kg: Decimal | int | str | None = None,
        created_at: datetime,
        recorded_at: datetime,
        started_at: datetime | None = None,
        ended_at: datetime | None = None,
        archived_at: datetime | None = None,
    ) -> Self: ...
    @property
    def id(self) -> UUID:
        """Its id."""
    @property
    def code(self) -> str:
        """Its code."""
    @property
    def flow_id(self) -> UUID:
        """The flow of its version."""
    @property
    def version_id(self) -> UUID:
        """The version it is pinned to."""
    @property
    def site(self) -> str:
        """Its site."""
    @property
    def status(self) -> RunStatus:
        """Its state."""
    @property
    def step(self) -> int:
        """Where it is."""
    @property
    def daily_target_kg(self) -> Decimal | None:
        """What the day shall bring."""
    @property
    def created_at(self) -> datetime:
        """When it was created."""
    @property
    def recorded_at(self) -> datetime:
        """When that was recorded."""
    @property
    def started_at(self) -> datetime | None:
        """When it was started."""
    @property
    def ended_at(self) -> datetime | None:
        """When it was completed or aborted."""
    @property
    def archived_at(self) -> datetime | None:
        """When it was put away."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunView:
        """From its JSON form, as text or bytes."""

@final
class Signature(Value):
    """A signature under an inspection."""
    __match_args__ = ("printed_name", "meaning", "signature",)
    def __new__(
        cls,
        *,
        printed_name: str,
        meaning: str,
        signature: bytes | None = None,
    ) -> Self: ...
    @property
    def printed_name(self) -> str:
        """The signer's name in print."""
    @property
    def meaning(self) -> str:
        """What the signature stands for."""
    @property
    def signature(self) -> bytes | None:
        """The strokes or the certificate, at most 64 KiB."""
    @staticmethod
    def from_json(data: str | bytes, /) -> Signature:
        """From its JSON form, as text or bytes."""

@final
class SiteView(Value):
    """A site."""
    __match_args__ = ("site", "name", "time_zone", "day_starts_at", "at", "recorded_at",)
    def __new__(
        cls,
        *,
        site: str,
        name: Mapping[str, str],
        time_zone: ZoneInfo | str,
        day_starts_at: time | str,
        at: datetime,
        recorded_at: datetime,
    ) -> Self: ...
    @property
    def site(self) -> str:
        """Its code."""
    @property
    def name(self) -> dict[str, str]:
        """Its name."""
    @property
    def time_zone(self) -> str:
        """Its time zone."""
    @property
    def day_starts_at(self) -> str:
        """When its production day begins."""
    @property
    def at(self) -> datetime:
        """When it was defined."""
    @property
    def recorded_at(self) -> datetime:
        """When that was recorded."""
    @staticmethod
    def from_json(data: str | bytes, /) -> SiteView:
        """From its JSON form, as text or bytes."""

@final
class StepBalanceView(Value):
    """What a run used, made and lost at a step."""
    __match_args__ = ("step", "in_kg", "out_kg", "lost", "gain_kg", "yield_",)
    def __new__(
        cls,
        *,
        step: int,
        in_kg: Decimal | int | str,
        out_kg: Decimal | int | str,
        lost: Iterable[LossOf],
        gain_kg: Decimal | int | str,
        yield_: str | None = None,
    ) -> Self: ...
    @property
    def step(self) -> int:
        """The step."""
    @property
    def in_kg(self) -> Decimal:
        """What was used, losses included."""
    @property
    def out_kg(self) -> Decimal:
        """What was made or received."""
    @property
    def lost(self) -> Sequence[LossOf]:
        """What was lost, by kind."""
    @property
    def gain_kg(self) -> Decimal:
        """Water and batter (positive), drip and evaporation (negative)."""
    @property
    def yield_(self) -> str | None:
        """out / in, 4 decimals, half-even; none when nothing went in."""
    @staticmethod
    def from_json(data: str | bytes, /) -> StepBalanceView:
        """From its JSON form, as text or bytes."""

@final
class StockIn(Value):
    """Kilograms of a lot in a buffer."""
    __match_args__ = ("buffer_id", "quantity_kg",)
    def __new__(
        cls,
        *,
        buffer_id: UUID | str,
        quantity_kg: Decimal | int | str,
    ) -> Self: ...
    @property
    def buffer_id(self) -> UUID:
        """Where."""
    @property
    def quantity_kg(self) -> Decimal:
        """How many."""
    @staticmethod
    def from_json(data: str | bytes, /) -> StockIn:
        """From its JSON form, as text or bytes."""

@final
class Supplier(Value):
    """Who delivered a lot."""
    __match_args__ = ("name", "lot_code", "establishment_no",)
    def __new__(
        cls,
        *,
        name: str,
        lot_code: str | None = None,
        establishment_no: str | None = None,
    ) -> Self: ...
    @property
    def name(self) -> str:
        """The supplier's name."""
    @property
    def lot_code(self) -> str | None:
        """The supplier's own code of the lot."""
    @property
    def establishment_no(self) -> str | None:
        """The approval number of the establishment (Regulation (EC) 853/2004, article 4)."""
    @staticmethod
    def from_json(data: str | bytes, /) -> Supplier:
        """From its JSON form, as text or bytes."""

@final
class TotalsView(Value):
    """The sums over all steps."""
    __match_args__ = ("in_kg", "out_kg", "lost", "gain_kg",)
    def __new__(
        cls,
        *,
        in_kg: Decimal | int | str,
        out_kg: Decimal | int | str,
        lost: Iterable[LossOf],
        gain_kg: Decimal | int | str,
    ) -> Self: ...
    @property
    def in_kg(self) -> Decimal:
        """What was used, losses included."""
    @property
    def out_kg(self) -> Decimal:
        """What was made or received."""
    @property
    def lost(self) -> Sequence[LossOf]:
        """What was lost, by kind."""
    @property
    def gain_kg(self) -> Decimal:
        """Water and batter (positive), drip and evaporation (negative)."""
    @staticmethod
    def from_json(data: str | bytes, /) -> TotalsView:
        """From its JSON form, as text or bytes."""

@final
class TraceView(Value):
    """Where a lot came from and where it went: complete and free of repeats."""
    __match_args__ = ("lots", "links",)
    def __new__(
        cls,
        *,
        lots: Iterable[TracedLot],
        links: Iterable[Link],
    ) -> Self: ...
    @property
    def lots(self) -> Sequence[TracedLot]:
        """The lots, by distance, then code; the traced one first."""
    @property
    def links(self) -> Sequence[Link]:
        """Every link between two of them, in the order of their parents', then children's places in `lots`."""
    @staticmethod
    def from_json(data: str | bytes, /) -> TraceView:
        """From its JSON form, as text or bytes."""

@final
class TracedLot(Value):
    """A lot in a trace."""
    __match_args__ = ("lot_id", "code", "lot_type", "status", "site", "production_day", "weight_kg", "remaining_kg", "distance",)
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        code: str,
        lot_type: LotType,
        status: LotStatus,
        site: str,
        production_day: date,
        weight_kg: Decimal | int | str,
        remaining_kg: Decimal | int | str,
        distance: int,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def code(self) -> str:
        """Its code."""
    @property
    def lot_type(self) -> LotType:
        """What it is."""
    @property
    def status(self) -> LotStatus:
        """Its state."""
    @property
    def site(self) -> str:
        """Its site."""
    @property
    def production_day(self) -> date:
        """The day it was made."""
    @property
    def weight_kg(self) -> Decimal:
        """The whole of it."""
    @property
    def remaining_kg(self) -> Decimal:
        """What is left."""
    @property
    def distance(self) -> int:
        """How far it is from the traced lot, by the shortest way."""
    @staticmethod
    def from_json(data: str | bytes, /) -> TracedLot:
        """From its JSON form, as text or bytes."""

@final
class TransformInput(Value):
    """Kilograms used of a lot."""
    __match_args__ = ("lot_id", "quantity_kg",)
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        quantity_kg: Decimal | int | str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def quantity_kg(self) -> Decimal:
        """What was used of it, losses included."""
    @staticmethod
    def from_json(data: str | bytes, /) -> TransformInput:
        """From its JSON form, as text or bytes."""

@final
class TransformLoss(Value):
    """Kilograms of an input that went into no child."""
    __match_args__ = ("lot_id", "kind", "quantity_kg",)
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        kind: LossKind,
        quantity_kg: Decimal | int | str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The input."""
    @property
    def kind(self) -> LossKind:
        """What became of them."""
    @property
    def quantity_kg(self) -> Decimal:
        """How many."""
    @staticmethod
    def from_json(data: str | bytes, /) -> TransformLoss:
        """From its JSON form, as text or bytes."""

@final
class TransformOutcome(Value):
    """The lots a transform made."""
    __match_args__ = ("outputs",)
    def __new__(
        cls,
        *,
        outputs: Iterable[LotOutcome],
    ) -> Self: ...
    @property
    def outputs(self) -> Sequence[LotOutcome]:
        """In the order of the command."""
    @staticmethod
    def from_json(data: str | bytes, /) -> TransformOutcome:
        """From its JSON form, as text or bytes."""

@final
class TransformOutput(Value):
    """A lot made by a transform, with what it has of its parents."""
    __match_args__ = ("lot_id", "species", "sku",)
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        species: Species | None = None,
        sku: Sku | None = None,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def species(self) -> Species | None:
        """Its species: given, or inherited."""
    @property
    def sku(self) -> Sku | None:
        """Its size: of its type, or of a pallet's contents."""
    @staticmethod
    def from_json(data: str | bytes, /) -> TransformOutput:
        """From its JSON form, as text or bytes."""

@final
class VersionOutcome(Value):
    """A flow version after a command."""
    __match_args__ = ("version_id", "number", "status", "graph_sha256",)
    def __new__(
        cls,
        *,
        version_id: UUID | str,
        number: int,
        status: VersionStatus,
        graph_sha256: str,
    ) -> Self: ...
    @property
    def version_id(self) -> UUID:
        """The version."""
    @property
    def number(self) -> int:
        """Its number."""
    @property
    def status(self) -> VersionStatus:
        """Its state."""
    @property
    def graph_sha256(self) -> str:
        """The hash of its graph's text: the base of the next save."""
    @staticmethod
    def from_json(data: str | bytes, /) -> VersionOutcome:
        """From its JSON form, as text or bytes."""

@final
class VersionView(Value):
    """A flow version."""
    __match_args__ = ("id", "flow_id", "number", "status", "graph", "graph_sha256", "author", "editors", "created_at", "recorded_at", "submitted_at", "decided_by", "published_at", "issues",)
    def __new__(
        cls,
        *,
        id: UUID | str,
        flow_id: UUID | str,
        number: int,
        status: VersionStatus,
        graph: str | None = None,
        graph_sha256: str,
        author: UUID | str,
        editors: Iterable[UUID | str],
        created_at: datetime,
        recorded_at: datetime,
        submitted_at: datetime | None = None,
        decided_by: UUID | str | None = None,
        published_at: datetime | None = None,
        issues: Iterable[Issue],
    ) -> Self: ...
    @property
    def id(self) -> UUID:
        """Its id."""
    @property
    def flow_id(self) -> UUID:
        """Its flow."""
    @property
    def number(self) -> int:
        """Its number."""
    @property
    def status(self) -> VersionStatus:
        """Its state."""
    @property
    def graph(self) -> str | None:
        """Its graph's JSON text, byte for byte as it was saved; a report leaves it out."""
    @property
    def graph_sha256(self) -> str:
        """The hash of that text."""
    @property
    def author(self) -> UUID:
        """Who drafted it."""
    @property
    def editors(self) -> tuple[UUID, ...]:
        """Who saved it since, each once."""
    @property
    def created_at(self) -> datetime:
        """When it was drafted."""
    @property
    def recorded_at(self) -> datetime:
        """When that was recorded."""
    @property
    def submitted_at(self) -> datetime | None:
        """When it was last submitted."""
    @property
    def decided_by(self) -> UUID | None:
        """Who approved or rejected it last."""
    @property
    def published_at(self) -> datetime | None:
        """When it was approved."""
    @property
    def issues(self) -> Sequence[Issue]:
        """What is wrong with its graph."""
    @staticmethod
    def from_json(data: str | bytes, /) -> VersionView:
        """From its JSON form, as text or bytes."""

@final
class DefineSite(Value):
    """Defines a site, once."""
    __match_args__ = ("site", "name", "time_zone", "day_starts_at",)
    type: ClassVar[Literal["define_site"]]
    def __new__(
        cls,
        *,
        site: str,
        name: Mapping[str, str],
        time_zone: ZoneInfo | str,
        day_starts_at: time | str | None = None,
    ) -> Self: ...
    @property
    def site(self) -> str:
        """Its code."""
    @property
    def name(self) -> dict[str, str]:
        """Its name."""
    @property
    def time_zone(self) -> str:
        """Where its wall clock hangs."""
    @property
    def day_starts_at(self) -> str:
        """When its production day begins."""
    @staticmethod
    def from_json(data: str | bytes, /) -> DefineSite:
        """From its JSON form, as text or bytes."""

@final
class SetPolicy(Value):
    """Changes the plant's policy."""
    __match_args__ = ("policy",)
    type: ClassVar[Literal["set_policy"]]
    def __new__(
        cls,
        *,
        policy: PolicyChange,
    ) -> Self: ...
    @property
    def policy(self) -> PolicyChange:
        """What is given."""
    @staticmethod
    def from_json(data: str | bytes, /) -> SetPolicy:
        """From its JSON form, as text or bytes."""

@final
class CreateFlow(Value):
    """Creates a flow with its first draft."""
    __match_args__ = ("flow_id", "version_id", "name", "description", "graph",)
    type: ClassVar[Literal["create_flow"]]
    def __new__(
        cls,
        *,
        flow_id: UUID | str,
        version_id: UUID | str,
        name: Mapping[str, str],
        description: str | None = None,
        graph: Mapping[str, Any] | str | None = None,
    ) -> Self: ...
    @property
    def flow_id(self) -> UUID:
        """The flow's new id."""
    @property
    def version_id(self) -> UUID:
        """Its first version's new id."""
    @property
    def name(self) -> dict[str, str]:
        """Its name."""
    @property
    def description(self) -> str | None:
        """What it is for."""
    @property
    def graph(self) -> dict[str, Any] | None:
        """The draft's graph; none: an empty one."""
    @staticmethod
    def from_json(data: str | bytes, /) -> CreateFlow:
        """From its JSON form, as text or bytes."""

@final
class SaveDraft(Value):
    """Saves a draft's graph."""
    __match_args__ = ("version_id", "graph", "base_sha256",)
    type: ClassVar[Literal["save_draft"]]
    def __new__(
        cls,
        *,
        version_id: UUID | str,
        graph: Mapping[str, Any] | str,
        base_sha256: str | None = None,
    ) -> Self: ...
    @property
    def version_id(self) -> UUID:
        """The draft."""
    @property
    def graph(self) -> dict[str, Any]:
        """Its new graph."""
    @property
    def base_sha256(self) -> str | None:
        """The hash of the graph the editor started from."""
    @staticmethod
    def from_json(data: str | bytes, /) -> SaveDraft:
        """From its JSON form, as text or bytes."""

@final
class ForkVersion(Value):
    """Drafts a new version from any version."""
    __match_args__ = ("version_id", "from_version_id",)
    type: ClassVar[Literal["fork_version"]]
    def __new__(
        cls,
        *,
        version_id: UUID | str,
        from_version_id: UUID | str,
    ) -> Self: ...
    @property
    def version_id(self) -> UUID:
        """The new version's id."""
    @property
    def from_version_id(self) -> UUID:
        """The version to start from."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ForkVersion:
        """From its JSON form, as text or bytes."""

@final
class SubmitVersion(Value):
    """Submits a draft for approval."""
    __match_args__ = ("version_id",)
    type: ClassVar[Literal["submit_version"]]
    def __new__(
        cls,
        *,
        version_id: UUID | str,
    ) -> Self: ...
    @property
    def version_id(self) -> UUID:
        """The draft."""
    @staticmethod
    def from_json(data: str | bytes, /) -> SubmitVersion:
        """From its JSON form, as text or bytes."""

@final
class ApproveVersion(Value):
    """Approves a version: it is in force."""
    __match_args__ = ("version_id",)
    type: ClassVar[Literal["approve_version"]]
    def __new__(
        cls,
        *,
        version_id: UUID | str,
    ) -> Self: ...
    @property
    def version_id(self) -> UUID:
        """The version."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ApproveVersion:
        """From its JSON form, as text or bytes."""

@final
class DeprecateVersion(Value):
    """Takes a version out of force."""
    __match_args__ = ("version_id",)
    type: ClassVar[Literal["deprecate_version"]]
    def __new__(
        cls,
        *,
        version_id: UUID | str,
    ) -> Self: ...
    @property
    def version_id(self) -> UUID:
        """The version."""
    @staticmethod
    def from_json(data: str | bytes, /) -> DeprecateVersion:
        """From its JSON form, as text or bytes."""

@final
class DiscardDraft(Value):
    """Removes a draft."""
    __match_args__ = ("version_id",)
    type: ClassVar[Literal["discard_draft"]]
    def __new__(
        cls,
        *,
        version_id: UUID | str,
    ) -> Self: ...
    @property
    def version_id(self) -> UUID:
        """The draft."""
    @staticmethod
    def from_json(data: str | bytes, /) -> DiscardDraft:
        """From its JSON form, as text or bytes."""

@final
class RejectVersion(Value):
    """Sends a version back to its author."""
    __match_args__ = ("version_id", "reason",)
    type: ClassVar[Literal["reject_version"]]
    def __new__(
        cls,
        *,
        version_id: UUID | str,
        reason: str,
    ) -> Self: ...
    @property
    def version_id(self) -> UUID:
        """The version."""
    @property
    def reason(self) -> str:
        """Why."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RejectVersion:
        """From its JSON form, as text or bytes."""

@final
class CreateRun(Value):
    """Creates a run on a published version."""
    __match_args__ = ("run_id", "version_id", "site", "code", "daily_target_kg",)
    type: ClassVar[Literal["create_run"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
        version_id: UUID | str,
        site: str,
        code: str | None = None,
        daily_target_kg: Decimal | int | str | None = None,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run's new id."""
    @property
    def version_id(self) -> UUID:
        """The version."""
    @property
    def site(self) -> str:
        """Where."""
    @property
    def code(self) -> str | None:
        """Its code; none: the next of the site's day."""
    @property
    def daily_target_kg(self) -> Decimal | None:
        """What the day shall bring."""
    @staticmethod
    def from_json(data: str | bytes, /) -> CreateRun:
        """From its JSON form, as text or bytes."""

@final
class StartRun(Value):
    """Starts a run."""
    __match_args__ = ("run_id",)
    type: ClassVar[Literal["start_run"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @staticmethod
    def from_json(data: str | bytes, /) -> StartRun:
        """From its JSON form, as text or bytes."""

@final
class CompleteRun(Value):
    """Completes a run."""
    __match_args__ = ("run_id",)
    type: ClassVar[Literal["complete_run"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @staticmethod
    def from_json(data: str | bytes, /) -> CompleteRun:
        """From its JSON form, as text or bytes."""

@final
class ArchiveRun(Value):
    """Puts an ended run away."""
    __match_args__ = ("run_id",)
    type: ClassVar[Literal["archive_run"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ArchiveRun:
        """From its JSON form, as text or bytes."""

@final
class AdvanceRun(Value):
    """Takes a run to its next step."""
    __match_args__ = ("run_id", "expected_step", "notes",)
    type: ClassVar[Literal["advance_run"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
        expected_step: int | None = None,
        notes: str | None = None,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @property
    def expected_step(self) -> int | None:
        """The step the caller saw."""
    @property
    def notes(self) -> str | None:
        """What to note about the step completed."""
    @staticmethod
    def from_json(data: str | bytes, /) -> AdvanceRun:
        """From its JSON form, as text or bytes."""

@final
class RollBackRun(Value):
    """Takes a run back a step."""
    __match_args__ = ("run_id", "reason",)
    type: ClassVar[Literal["roll_back_run"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
        reason: str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @property
    def reason(self) -> str:
        """Why."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RollBackRun:
        """From its JSON form, as text or bytes."""

@final
class HoldRun(Value):
    """Stops a run."""
    __match_args__ = ("run_id", "reason",)
    type: ClassVar[Literal["hold_run"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
        reason: str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @property
    def reason(self) -> str:
        """Why."""
    @staticmethod
    def from_json(data: str | bytes, /) -> HoldRun:
        """From its JSON form, as text or bytes."""

@final
class AbortRun(Value):
    """Ends a run early."""
    __match_args__ = ("run_id", "reason",)
    type: ClassVar[Literal["abort_run"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
        reason: str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @property
    def reason(self) -> str:
        """Why."""
    @staticmethod
    def from_json(data: str | bytes, /) -> AbortRun:
        """From its JSON form, as text or bytes."""

@final
class ResumeRun(Value):
    """Lets a stopped run go on."""
    __match_args__ = ("run_id", "resolution",)
    type: ClassVar[Literal["resume_run"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
        resolution: str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @property
    def resolution(self) -> str:
        """How the reason was resolved."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ResumeRun:
        """From its JSON form, as text or bytes."""

@final
class CreateLot(Value):
    """Creates a lot: its label exists."""
    __match_args__ = ("lot_id", "site", "lot_type", "weight_kg", "code", "production_day", "storage", "species", "pieces", "supplier", "temperature_c", "best_before", "metadata",)
    type: ClassVar[Literal["create_lot"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        site: str,
        lot_type: LotType,
        weight_kg: Decimal | int | str,
        code: str | None = None,
        production_day: date | None = None,
        storage: Storage | None = None,
        species: Species | None = None,
        pieces: int | None = None,
        supplier: NewSupplier | None = None,
        temperature_c: Decimal | int | str | None = None,
        best_before: date | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot's new id."""
    @property
    def site(self) -> str:
        """Where."""
    @property
    def lot_type(self) -> LotType:
        """What it is."""
    @property
    def weight_kg(self) -> Decimal:
        """The whole of it, up to 10 000 kg (SHIP 40 000)."""
    @property
    def code(self) -> str | None:
        """Its code; none: the next of its type, day and site."""
    @property
    def production_day(self) -> date | None:
        """The day it was made; none: the production day of the act."""
    @property
    def storage(self) -> Storage | None:
        """How it is kept; only RAW may say so."""
    @property
    def species(self) -> Species | None:
        """The animal it comes from."""
    @property
    def pieces(self) -> int | None:
        """How many pieces it counts."""
    @property
    def supplier(self) -> NewSupplier | None:
        """Who delivered it."""
    @property
    def temperature_c(self) -> Decimal | None:
        """The temperature on the delivery's note; never judged."""
    @property
    def best_before(self) -> date | None:
        """The last day it may be used."""
    @property
    def metadata(self) -> dict[str, Any] | None:
        """The host's own facts: a JSON object up to 16 KiB."""
    @staticmethod
    def from_json(data: str | bytes, /) -> CreateLot:
        """From its JSON form, as text or bytes."""

@final
class RegisterLot(Value):
    """Registers a lot: its goods are here."""
    __match_args__ = ("lot_id", "run_id", "site", "lot_type", "weight_kg", "code", "production_day", "storage", "species", "pieces", "supplier", "temperature_c", "best_before", "metadata",)
    type: ClassVar[Literal["register_lot"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        run_id: UUID | str,
        site: str | None = None,
        lot_type: LotType | None = None,
        weight_kg: Decimal | int | str | None = None,
        code: str | None = None,
        production_day: date | None = None,
        storage: Storage | None = None,
        species: Species | None = None,
        pieces: int | None = None,
        supplier: NewSupplier | None = None,
        temperature_c: Decimal | int | str | None = None,
        best_before: date | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot: a CREATED one, or a new id."""
    @property
    def run_id(self) -> UUID:
        """The run that receives it."""
    @property
    def site(self) -> str | None:
        """Where."""
    @property
    def lot_type(self) -> LotType | None:
        """What it is."""
    @property
    def weight_kg(self) -> Decimal | None:
        """The whole of it, up to 10 000 kg (SHIP 40 000)."""
    @property
    def code(self) -> str | None:
        """Its code; none: the next of its type, day and site."""
    @property
    def production_day(self) -> date | None:
        """The day it was made; none: the production day of the act."""
    @property
    def storage(self) -> Storage | None:
        """How it is kept; only RAW may say so."""
    @property
    def species(self) -> Species | None:
        """The animal it comes from."""
    @property
    def pieces(self) -> int | None:
        """How many pieces it counts."""
    @property
    def supplier(self) -> NewSupplier | None:
        """Who delivered it."""
    @property
    def temperature_c(self) -> Decimal | None:
        """The temperature on the delivery's note; never judged."""
    @property
    def best_before(self) -> date | None:
        """The last day it may be used."""
    @property
    def metadata(self) -> dict[str, Any] | None:
        """The host's own facts: a JSON object up to 16 KiB."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RegisterLot:
        """From its JSON form, as text or bytes."""

@final
class Transform(Value):
    """Makes lots out of lots."""
    __match_args__ = ("run_id", "inputs", "outputs", "allocation", "losses",)
    type: ClassVar[Literal["transform"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
        inputs: Iterable[Input],
        outputs: Iterable[Output],
        allocation: Iterable[Allocated] | None = None,
        losses: Iterable[Loss] | None = None,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @property
    def inputs(self) -> Sequence[Input]:
        """What is used, at most 200 lots."""
    @property
    def outputs(self) -> Sequence[Output]:
        """What is made, at most 500 lots, and 10 000 pairs with the inputs."""
    @property
    def allocation(self) -> Sequence[Allocated] | None:
        """The kilograms of each input in each output, where they were weighed."""
    @property
    def losses(self) -> Sequence[Loss]:
        """What is lost of the inputs' kilograms."""
    @staticmethod
    def from_json(data: str | bytes, /) -> Transform:
        """From its JSON form, as text or bytes."""

@final
class WriteOff(Value):
    """Writes kilograms off."""
    __match_args__ = ("lot_id", "kind", "reason", "quantity_kg", "document",)
    type: ClassVar[Literal["write_off"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        kind: LossKind,
        reason: str,
        quantity_kg: Decimal | int | str | None = None,
        document: str | None = None,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def kind(self) -> LossKind:
        """What became of them."""
    @property
    def reason(self) -> str:
        """Why."""
    @property
    def quantity_kg(self) -> Decimal | None:
        """How many; none: all that is left."""
    @property
    def document(self) -> str | None:
        """The document that proves it."""
    @staticmethod
    def from_json(data: str | bytes, /) -> WriteOff:
        """From its JSON form, as text or bytes."""

@final
class FinishLot(Value):
    """Finishes a consumed lot."""
    __match_args__ = ("lot_id",)
    type: ClassVar[Literal["finish_lot"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @staticmethod
    def from_json(data: str | bytes, /) -> FinishLot:
        """From its JSON form, as text or bytes."""

@final
class VoidLot(Value):
    """Voids a label made by mistake."""
    __match_args__ = ("lot_id", "reason",)
    type: ClassVar[Literal["void_lot"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        reason: str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def reason(self) -> str:
        """Why."""
    @staticmethod
    def from_json(data: str | bytes, /) -> VoidLot:
        """From its JSON form, as text or bytes."""

@final
class ConfirmReject(Value):
    """Rejects a lot in hold for good."""
    __match_args__ = ("lot_id", "reason",)
    type: ClassVar[Literal["confirm_reject"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        reason: str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def reason(self) -> str:
        """Why."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ConfirmReject:
        """From its JSON form, as text or bytes."""

@final
class ResolveHold(Value):
    """Ends holds."""
    __match_args__ = ("resolution", "lot_id", "hold_id",)
    type: ClassVar[Literal["resolve_hold"]]
    def __new__(
        cls,
        *,
        resolution: str,
        lot_id: UUID | str | None = None,
        hold_id: UUID | str | None = None,
    ) -> Self: ...
    @property
    def resolution(self) -> str:
        """The manager's words."""
    @property
    def lot_id(self) -> UUID | None:
        """The lot."""
    @property
    def hold_id(self) -> UUID | None:
        """The hold."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ResolveHold:
        """From its JSON form, as text or bytes."""

@final
class RecallHold(Value):
    """Holds a lot and all that came of it."""
    __match_args__ = ("lot_id", "reason", "include_self",)
    type: ClassVar[Literal["recall_hold"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        reason: str,
        include_self: bool | None = None,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def reason(self) -> str:
        """Why."""
    @property
    def include_self(self) -> bool:
        """Whether the lot itself is held too."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RecallHold:
        """From its JSON form, as text or bytes."""

@final
class RecordInspection(Value):
    """Records a QC decision."""
    __match_args__ = ("inspection_id", "lot_id", "inspection_type", "decision", "step", "notes", "signature", "checklist", "readings",)
    type: ClassVar[Literal["record_inspection"]]
    def __new__(
        cls,
        *,
        inspection_id: UUID | str,
        lot_id: UUID | str,
        inspection_type: str,
        decision: Decision,
        step: int | None = None,
        notes: str | None = None,
        signature: NewSignature | None = None,
        checklist: Iterable[NewAnswer] | None = None,
        readings: Iterable[NewReading] | None = None,
    ) -> Self: ...
    @property
    def inspection_id(self) -> UUID:
        """The inspection's new id."""
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def inspection_type(self) -> str:
        """What sort of inspection it is."""
    @property
    def decision(self) -> Decision:
        """What is decided."""
    @property
    def step(self) -> int | None:
        """The step it is made at; none: the lot's own."""
    @property
    def notes(self) -> str | None:
        """The inspector's words; HOLD and FAIL need them."""
    @property
    def signature(self) -> NewSignature | None:
        """Who signs it."""
    @property
    def checklist(self) -> Sequence[NewAnswer]:
        """Answers, at most 200."""
    @property
    def readings(self) -> Sequence[NewReading]:
        """Readings taken with it, at most 100."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RecordInspection:
        """From its JSON form, as text or bytes."""

@final
class HoldLot(Value):
    """Holds a lot."""
    __match_args__ = ("lot_id", "reason",)
    type: ClassVar[Literal["hold_lot"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        reason: str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def reason(self) -> str:
        """Why."""
    @staticmethod
    def from_json(data: str | bytes, /) -> HoldLot:
        """From its JSON form, as text or bytes."""

@final
class RecordReading(Value):
    """Records a temperature."""
    __match_args__ = ("reading_id", "kind", "temperature_c", "lot_id", "buffer_id", "taken_at", "instrument",)
    type: ClassVar[Literal["record_reading"]]
    def __new__(
        cls,
        *,
        reading_id: UUID | str,
        kind: ReadingKind,
        temperature_c: Decimal | int | str,
        lot_id: UUID | str | None = None,
        buffer_id: UUID | str | None = None,
        taken_at: datetime | None = None,
        instrument: str | None = None,
    ) -> Self: ...
    @property
    def reading_id(self) -> UUID:
        """The reading's new id."""
    @property
    def kind(self) -> ReadingKind:
        """Where the probe was."""
    @property
    def temperature_c(self) -> Decimal:
        """What it showed."""
    @property
    def lot_id(self) -> UUID | None:
        """The lot it is about."""
    @property
    def buffer_id(self) -> UUID | None:
        """The buffer it is about."""
    @property
    def taken_at(self) -> datetime | None:
        """When it was taken; none: the time of the act."""
    @property
    def instrument(self) -> str | None:
        """The instrument."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RecordReading:
        """From its JSON form, as text or bytes."""

@final
class RecordCorrectiveAction(Value):
    """Records what was done about a deviation."""
    __match_args__ = ("deviation_id", "action", "verified_by",)
    type: ClassVar[Literal["record_corrective_action"]]
    def __new__(
        cls,
        *,
        deviation_id: UUID | str,
        action: str,
        verified_by: UUID | str | None = None,
    ) -> Self: ...
    @property
    def deviation_id(self) -> UUID:
        """The deviation."""
    @property
    def action(self) -> str:
        """What was done."""
    @property
    def verified_by(self) -> UUID | None:
        """Who verified it."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RecordCorrectiveAction:
        """From its JSON form, as text or bytes."""

@final
class CreateBuffer(Value):
    """Creates a buffer."""
    __match_args__ = ("buffer_id", "code", "buffer_type", "site", "accepts", "capacity_kg", "temp_max_c", "temp_min_c",)
    type: ClassVar[Literal["create_buffer"]]
    def __new__(
        cls,
        *,
        buffer_id: UUID | str,
        code: str,
        buffer_type: str,
        site: str,
        accepts: Iterable[LotType],
        capacity_kg: Decimal | int | str,
        temp_max_c: Decimal | int | str,
        temp_min_c: Decimal | int | str | None = None,
    ) -> Self: ...
    @property
    def buffer_id(self) -> UUID:
        """The buffer's new id."""
    @property
    def code(self) -> str:
        """Its code; unique within its site."""
    @property
    def buffer_type(self) -> str:
        """LK, MIX, SKW15, SKW30, FRZ, PAL or the plant's own word."""
    @property
    def site(self) -> str:
        """Where."""
    @property
    def accepts(self) -> Sequence[LotType]:
        """The lot types it accepts."""
    @property
    def capacity_kg(self) -> Decimal:
        """What it should hold at most."""
    @property
    def temp_max_c(self) -> Decimal:
        """The upper end of its range."""
    @property
    def temp_min_c(self) -> Decimal | None:
        """The lower end of its range."""
    @staticmethod
    def from_json(data: str | bytes, /) -> CreateBuffer:
        """From its JSON form, as text or bytes."""

@final
class UpdateBuffer(Value):
    """Changes a buffer."""
    __match_args__ = ("buffer_id", "code", "capacity_kg", "temp_min_c", "temp_max_c", "active",)
    type: ClassVar[Literal["update_buffer"]]
    def __new__(
        cls,
        *,
        buffer_id: UUID | str,
        code: str | None = None,
        capacity_kg: Decimal | int | str | None = None,
        temp_min_c: Decimal | int | str | None = None,
        temp_max_c: Decimal | int | str | None = None,
        active: bool | None = None,
    ) -> Self: ...
    @property
    def buffer_id(self) -> UUID:
        """The buffer."""
    @property
    def code(self) -> str | None:
        """Its code."""
    @property
    def capacity_kg(self) -> Decimal | None:
        """What it should hold at most."""
    @property
    def temp_min_c(self) -> Decimal | None:
        """The lower end of its range."""
    @property
    def temp_max_c(self) -> Decimal | None:
        """The upper end of its range."""
    @property
    def active(self) -> bool | None:
        """Whether goods may enter."""
    @staticmethod
    def from_json(data: str | bytes, /) -> UpdateBuffer:
        """From its JSON form, as text or bytes."""

@final
class LiftBufferHold(Value):
    """Lifts the hold of a buffer."""
    __match_args__ = ("buffer_id", "resolution",)
    type: ClassVar[Literal["lift_buffer_hold"]]
    def __new__(
        cls,
        *,
        buffer_id: UUID | str,
        resolution: str,
    ) -> Self: ...
    @property
    def buffer_id(self) -> UUID:
        """The buffer."""
    @property
    def resolution(self) -> str:
        """The manager's words."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LiftBufferHold:
        """From its JSON form, as text or bytes."""

@final
class ReceiveStock(Value):
    """Moves kilograms from the line into a buffer."""
    __match_args__ = ("lot_id", "buffer_id", "quantity_kg",)
    type: ClassVar[Literal["receive_stock"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        buffer_id: UUID | str,
        quantity_kg: Decimal | int | str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def buffer_id(self) -> UUID:
        """The buffer."""
    @property
    def quantity_kg(self) -> Decimal:
        """How many."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ReceiveStock:
        """From its JSON form, as text or bytes."""

@final
class ConsumeStock(Value):
    """Moves kilograms from a buffer to the line."""
    __match_args__ = ("lot_id", "buffer_id", "quantity_kg",)
    type: ClassVar[Literal["consume_stock"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        buffer_id: UUID | str,
        quantity_kg: Decimal | int | str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def buffer_id(self) -> UUID:
        """The buffer."""
    @property
    def quantity_kg(self) -> Decimal:
        """How many."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ConsumeStock:
        """From its JSON form, as text or bytes."""

@final
class TransferStock(Value):
    """Moves kilograms from a buffer into another."""
    __match_args__ = ("lot_id", "from_buffer_id", "to_buffer_id", "quantity_kg",)
    type: ClassVar[Literal["transfer_stock"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        from_buffer_id: UUID | str,
        to_buffer_id: UUID | str,
        quantity_kg: Decimal | int | str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def from_buffer_id(self) -> UUID:
        """Where it lies."""
    @property
    def to_buffer_id(self) -> UUID:
        """Where it goes."""
    @property
    def quantity_kg(self) -> Decimal:
        """How many."""
    @staticmethod
    def from_json(data: str | bytes, /) -> TransferStock:
        """From its JSON form, as text or bytes."""

@final
class DispatchLot(Value):
    """Sends kilograms to a consignee."""
    __match_args__ = ("lot_id", "consignee", "quantity_kg", "buffer_id", "vehicle",)
    type: ClassVar[Literal["dispatch_lot"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        consignee: NewConsignee,
        quantity_kg: Decimal | int | str | None = None,
        buffer_id: UUID | str | None = None,
        vehicle: str | None = None,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def consignee(self) -> NewConsignee:
        """To whom."""
    @property
    def quantity_kg(self) -> Decimal | None:
        """How many; none: all that is left, or all of it that lies in the buffer."""
    @property
    def buffer_id(self) -> UUID | None:
        """The buffer to take them from; none: the line first, then buffers, oldest entry first."""
    @property
    def vehicle(self) -> str | None:
        """On what."""
    @staticmethod
    def from_json(data: str | bytes, /) -> DispatchLot:
        """From its JSON form, as text or bytes."""

@final
class LeaseCodes(Value):
    """Leases a block of code numbers to a device."""
    __match_args__ = ("prefix", "site", "day", "count", "device_id",)
    type: ClassVar[Literal["lease_codes"]]
    def __new__(
        cls,
        *,
        prefix: str,
        site: str,
        day: date,
        count: int,
        device_id: UUID | str,
    ) -> Self: ...
    @property
    def prefix(self) -> str:
        """Of a lot type, or `RUN`."""
    @property
    def site(self) -> str:
        """The site of the codes."""
    @property
    def day(self) -> date:
        """Their day."""
    @property
    def count(self) -> int:
        """How many, 1–1000."""
    @property
    def device_id(self) -> UUID:
        """The device."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LeaseCodes:
        """From its JSON form, as text or bytes."""

@final
class GetSite(Value):
    """A site."""
    __match_args__ = ("site",)
    type: ClassVar[Literal["get_site"]]
    def __new__(
        cls,
        *,
        site: str,
    ) -> Self: ...
    @property
    def site(self) -> str:
        """Which one."""
    @staticmethod
    def from_json(data: str | bytes, /) -> GetSite:
        """From its JSON form, as text or bytes."""

@final
class GetPolicy(Value):
    """The plant's policy."""
    __match_args__ = ()
    type: ClassVar[Literal["get_policy"]]
    def __new__(cls) -> Self: ...
    @staticmethod
    def from_json(data: str | bytes, /) -> GetPolicy:
        """From its JSON form, as text or bytes."""

@final
class ListFlows(Value):
    """Flows with their versions in work and in force."""
    __match_args__ = ()
    type: ClassVar[Literal["list_flows"]]
    def __new__(cls) -> Self: ...
    @staticmethod
    def from_json(data: str | bytes, /) -> ListFlows:
        """From its JSON form, as text or bytes."""

@final
class GetVersion(Value):
    """A flow version with its graph and issues."""
    __match_args__ = ("version_id",)
    type: ClassVar[Literal["get_version"]]
    def __new__(
        cls,
        *,
        version_id: UUID | str,
    ) -> Self: ...
    @property
    def version_id(self) -> UUID:
        """Which one."""
    @staticmethod
    def from_json(data: str | bytes, /) -> GetVersion:
        """From its JSON form, as text or bytes."""

@final
class ListVersions(Value):
    """The versions of a flow, newest first."""
    __match_args__ = ("flow_id",)
    type: ClassVar[Literal["list_versions"]]
    def __new__(
        cls,
        *,
        flow_id: UUID | str,
    ) -> Self: ...
    @property
    def flow_id(self) -> UUID:
        """Which one."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ListVersions:
        """From its JSON form, as text or bytes."""

@final
class GetRun(Value):
    """A run."""
    __match_args__ = ("run_id",)
    type: ClassVar[Literal["get_run"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """Which one."""
    @staticmethod
    def from_json(data: str | bytes, /) -> GetRun:
        """From its JSON form, as text or bytes."""

@final
class RunSteps(Value):
    """The 11 steps of a run."""
    __match_args__ = ("run_id",)
    type: ClassVar[Literal["run_steps"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """Which one."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunSteps:
        """From its JSON form, as text or bytes."""

@final
class RunSummary(Value):
    """Kilograms, counts and yields of a run."""
    __match_args__ = ("run_id",)
    type: ClassVar[Literal["run_summary"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """Which one."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunSummary:
        """From its JSON form, as text or bytes."""

@final
class RunReport(Value):
    """The compliance report of a run."""
    __match_args__ = ("run_id",)
    type: ClassVar[Literal["run_report"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """Which one."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunReport:
        """From its JSON form, as text or bytes."""

@final
class ListRuns(Value):
    """Runs, newest first."""
    __match_args__ = ("status", "site", "from_", "to", "page",)
    type: ClassVar[Literal["list_runs"]]
    def __new__(
        cls,
        *,
        status: RunStatus | None = None,
        site: str | None = None,
        from_: datetime | None = None,
        to: datetime | None = None,
        page: PageRequest | None = None,
    ) -> Self: ...
    @property
    def status(self) -> RunStatus | None:
        """In this state."""
    @property
    def site(self) -> str | None:
        """Of this site."""
    @property
    def from_(self) -> datetime | None:
        """Recorded at this time or later."""
    @property
    def to(self) -> datetime | None:
        """Recorded before this time."""
    @property
    def page(self) -> PageRequest | None:
        """Which part."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ListRuns:
        """From its JSON form, as text or bytes."""

@final
class GetLot(Value):
    """A lot, by id or code."""
    __match_args__ = ("lot",)
    type: ClassVar[Literal["get_lot"]]
    def __new__(
        cls,
        *,
        lot: UUID | str,
    ) -> Self: ...
    @property
    def lot(self) -> str:
        """Which one."""
    @staticmethod
    def from_json(data: str | bytes, /) -> GetLot:
        """From its JSON form, as text or bytes."""

@final
class ListLots(Value):
    """Lots, newest first."""
    __match_args__ = ("run_id", "lot_type", "status", "site", "step", "day", "text", "page",)
    type: ClassVar[Literal["list_lots"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str | None = None,
        lot_type: LotType | None = None,
        status: LotStatus | None = None,
        site: str | None = None,
        step: int | None = None,
        day: date | None = None,
        text: str | None = None,
        page: PageRequest | None = None,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID | None:
        """Of this run."""
    @property
    def lot_type(self) -> LotType | None:
        """Of this type."""
    @property
    def status(self) -> LotStatus | None:
        """In this state."""
    @property
    def site(self) -> str | None:
        """Of this site."""
    @property
    def step(self) -> int | None:
        """Made at this step."""
    @property
    def day(self) -> date | None:
        """Of this production day."""
    @property
    def text(self) -> str | None:
        """With this as part of the code, taken literally."""
    @property
    def page(self) -> PageRequest | None:
        """Which part."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ListLots:
        """From its JSON form, as text or bytes."""

@final
class ListInspections(Value):
    """Inspections, newest first."""
    __match_args__ = ("run_id", "lot_id", "buffer_id", "step", "page",)
    type: ClassVar[Literal["list_inspections"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str | None = None,
        lot_id: UUID | str | None = None,
        buffer_id: UUID | str | None = None,
        step: int | None = None,
        page: PageRequest | None = None,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID | None:
        """About lots of this run."""
    @property
    def lot_id(self) -> UUID | None:
        """About this lot."""
    @property
    def buffer_id(self) -> UUID | None:
        """About this buffer."""
    @property
    def step(self) -> int | None:
        """At this step: the inspection's, else the lot's own."""
    @property
    def page(self) -> PageRequest | None:
        """Which part."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ListInspections:
        """From its JSON form, as text or bytes."""

@final
class ListReadings(Value):
    """Readings, newest first."""
    __match_args__ = ("run_id", "lot_id", "buffer_id", "step", "page",)
    type: ClassVar[Literal["list_readings"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str | None = None,
        lot_id: UUID | str | None = None,
        buffer_id: UUID | str | None = None,
        step: int | None = None,
        page: PageRequest | None = None,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID | None:
        """About lots of this run."""
    @property
    def lot_id(self) -> UUID | None:
        """About this lot."""
    @property
    def buffer_id(self) -> UUID | None:
        """About this buffer."""
    @property
    def step(self) -> int | None:
        """At this step: the inspection's, else the lot's own."""
    @property
    def page(self) -> PageRequest | None:
        """Which part."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ListReadings:
        """From its JSON form, as text or bytes."""

@final
class ListDeviations(Value):
    """Deviations, newest first."""
    __match_args__ = ("run_id", "lot_id", "buffer_id", "step", "open", "page",)
    type: ClassVar[Literal["list_deviations"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str | None = None,
        lot_id: UUID | str | None = None,
        buffer_id: UUID | str | None = None,
        step: int | None = None,
        open: bool | None = None,
        page: PageRequest | None = None,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID | None:
        """About lots of this run."""
    @property
    def lot_id(self) -> UUID | None:
        """About this lot."""
    @property
    def buffer_id(self) -> UUID | None:
        """About this buffer."""
    @property
    def step(self) -> int | None:
        """At this step: the inspection's, else the lot's own."""
    @property
    def open(self) -> bool | None:
        """Whether they still wait for a corrective action."""
    @property
    def page(self) -> PageRequest | None:
        """Which part."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ListDeviations:
        """From its JSON form, as text or bytes."""

@final
class PendingInspections(Value):
    """Lots that wait for their inspection, newest first."""
    __match_args__ = ("run_id", "lot_id", "buffer_id", "step", "page",)
    type: ClassVar[Literal["pending_inspections"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str | None = None,
        lot_id: UUID | str | None = None,
        buffer_id: UUID | str | None = None,
        step: int | None = None,
        page: PageRequest | None = None,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID | None:
        """About lots of this run."""
    @property
    def lot_id(self) -> UUID | None:
        """About this lot."""
    @property
    def buffer_id(self) -> UUID | None:
        """About this buffer."""
    @property
    def step(self) -> int | None:
        """At this step: the inspection's, else the lot's own."""
    @property
    def page(self) -> PageRequest | None:
        """Which part."""
    @staticmethod
    def from_json(data: str | bytes, /) -> PendingInspections:
        """From its JSON form, as text or bytes."""

@final
class GetInspection(Value):
    """An inspection."""
    __match_args__ = ("inspection_id",)
    type: ClassVar[Literal["get_inspection"]]
    def __new__(
        cls,
        *,
        inspection_id: UUID | str,
    ) -> Self: ...
    @property
    def inspection_id(self) -> UUID:
        """Which one."""
    @staticmethod
    def from_json(data: str | bytes, /) -> GetInspection:
        """From its JSON form, as text or bytes."""

@final
class GetDeviation(Value):
    """A deviation with the lots it affects, as things are when asked."""
    __match_args__ = ("deviation_id",)
    type: ClassVar[Literal["get_deviation"]]
    def __new__(
        cls,
        *,
        deviation_id: UUID | str,
    ) -> Self: ...
    @property
    def deviation_id(self) -> UUID:
        """Which one."""
    @staticmethod
    def from_json(data: str | bytes, /) -> GetDeviation:
        """From its JSON form, as text or bytes."""

@final
class ListBuffers(Value):
    """Buffers, by code."""
    __match_args__ = ("site",)
    type: ClassVar[Literal["list_buffers"]]
    def __new__(
        cls,
        *,
        site: str | None = None,
    ) -> Self: ...
    @property
    def site(self) -> str | None:
        """Of this site."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ListBuffers:
        """From its JSON form, as text or bytes."""

@final
class BufferContents(Value):
    """What lies in a buffer, oldest entry first."""
    __match_args__ = ("buffer_id",)
    type: ClassVar[Literal["buffer_contents"]]
    def __new__(
        cls,
        *,
        buffer_id: UUID | str,
    ) -> Self: ...
    @property
    def buffer_id(self) -> UUID:
        """Which one."""
    @staticmethod
    def from_json(data: str | bytes, /) -> BufferContents:
        """From its JSON form, as text or bytes."""

@final
class BufferSummary(Value):
    """A buffer."""
    __match_args__ = ("buffer_id",)
    type: ClassVar[Literal["buffer_summary"]]
    def __new__(
        cls,
        *,
        buffer_id: UUID | str,
    ) -> Self: ...
    @property
    def buffer_id(self) -> UUID:
        """Which one."""
    @staticmethod
    def from_json(data: str | bytes, /) -> BufferSummary:
        """From its JSON form, as text or bytes."""

@final
class RunBuffers(Value):
    """The buffers that hold lots of a run, by code."""
    __match_args__ = ("run_id",)
    type: ClassVar[Literal["run_buffers"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """Which one."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunBuffers:
        """From its JSON form, as text or bytes."""

@final
class ListMoves(Value):
    """Stock moves, newest first."""
    __match_args__ = ("lot_id", "buffer_id", "run_id", "page",)
    type: ClassVar[Literal["list_moves"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str | None = None,
        buffer_id: UUID | str | None = None,
        run_id: UUID | str | None = None,
        page: PageRequest | None = None,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID | None:
        """Of this lot."""
    @property
    def buffer_id(self) -> UUID | None:
        """Into or out of this buffer."""
    @property
    def run_id(self) -> UUID | None:
        """Of lots of this run."""
    @property
    def page(self) -> PageRequest | None:
        """Which part."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ListMoves:
        """From its JSON form, as text or bytes."""

@final
class Pick(Value):
    """A FEFO proposal."""
    __match_args__ = ("lot_type", "site", "quantity_kg", "buffer_id",)
    type: ClassVar[Literal["pick"]]
    def __new__(
        cls,
        *,
        lot_type: LotType,
        site: str,
        quantity_kg: Decimal | int | str,
        buffer_id: UUID | str | None = None,
    ) -> Self: ...
    @property
    def lot_type(self) -> LotType:
        """Of this type."""
    @property
    def site(self) -> str:
        """Of this site."""
    @property
    def quantity_kg(self) -> Decimal:
        """How many kilograms."""
    @property
    def buffer_id(self) -> UUID | None:
        """Only out of this buffer."""
    @staticmethod
    def from_json(data: str | bytes, /) -> Pick:
        """From its JSON form, as text or bytes."""

@final
class Trace(Value):
    """Where a lot came from and where it went."""
    __match_args__ = ("lot", "direction", "depth",)
    type: ClassVar[Literal["trace"]]
    def __new__(
        cls,
        *,
        lot: UUID | str,
        direction: Direction,
        depth: int | None = None,
    ) -> Self: ...
    @property
    def lot(self) -> str:
        """The lot."""
    @property
    def direction(self) -> Direction:
        """Which way."""
    @property
    def depth(self) -> int | None:
        """How far; none: all the way. 0 is the lot alone."""
    @staticmethod
    def from_json(data: str | bytes, /) -> Trace:
        """From its JSON form, as text or bytes."""

@final
class Recall(Value):
    """A lot, all that came of it, and who got it."""
    __match_args__ = ("lot",)
    type: ClassVar[Literal["recall"]]
    def __new__(
        cls,
        *,
        lot: UUID | str,
    ) -> Self: ...
    @property
    def lot(self) -> str:
        """Which one."""
    @staticmethod
    def from_json(data: str | bytes, /) -> Recall:
        """From its JSON form, as text or bytes."""

@final
class MassBalance(Value):
    """Where the kilograms of a lot or a run are."""
    __match_args__ = ("lot", "run_id",)
    type: ClassVar[Literal["mass_balance"]]
    def __new__(
        cls,
        *,
        lot: UUID | str | None = None,
        run_id: UUID | str | None = None,
    ) -> Self: ...
    @property
    def lot(self) -> str | None:
        """The lot."""
    @property
    def run_id(self) -> UUID | None:
        """The run."""
    @staticmethod
    def from_json(data: str | bytes, /) -> MassBalance:
        """From its JSON form, as text or bytes."""

@final
class AuditEvents(Value):
    """The audit log, newest first."""
    __match_args__ = ("entity_type", "entity_id", "event_type", "user_id", "from_", "to", "page",)
    type: ClassVar[Literal["audit_events"]]
    def __new__(
        cls,
        *,
        entity_type: EntityType | None = None,
        entity_id: str | None = None,
        event_type: EventType | None = None,
        user_id: UUID | str | None = None,
        from_: datetime | None = None,
        to: datetime | None = None,
        page: PageRequest | None = None,
    ) -> Self: ...
    @property
    def entity_type(self) -> EntityType | None:
        """That changed an entity of this kind."""
    @property
    def entity_id(self) -> str | None:
        """That changed the entity with this id."""
    @property
    def event_type(self) -> EventType | None:
        """Of this type."""
    @property
    def user_id(self) -> UUID | None:
        """By this user."""
    @property
    def from_(self) -> datetime | None:
        """Recorded at this time or later."""
    @property
    def to(self) -> datetime | None:
        """Recorded before this time."""
    @property
    def page(self) -> PageRequest | None:
        """Which part."""
    @staticmethod
    def from_json(data: str | bytes, /) -> AuditEvents:
        """From its JSON form, as text or bytes."""

@final
class Changes(Value):
    """Everything recorded, in order, for followers."""
    __match_args__ = ("after", "limit",)
    type: ClassVar[Literal["changes"]]
    def __new__(
        cls,
        *,
        after: str | None = None,
        limit: int | None = None,
    ) -> Self: ...
    @property
    def after(self) -> str | None:
        """Where to go on."""
    @property
    def limit(self) -> int:
        """How many, 1–1000."""
    @staticmethod
    def from_json(data: str | bytes, /) -> Changes:
        """From its JSON form, as text or bytes."""

@final
class VerifyAudit(Value):
    """Verifies the audit log."""
    __match_args__ = ("checkpoint",)
    type: ClassVar[Literal["verify_audit"]]
    def __new__(
        cls,
        *,
        checkpoint: str | None = None,
    ) -> Self: ...
    @property
    def checkpoint(self) -> str | None:
        """A checkpoint that must be found in the history."""
    @staticmethod
    def from_json(data: str | bytes, /) -> VerifyAudit:
        """From its JSON form, as text or bytes."""

@final
class SiteDefined(Value):
    """A site was defined."""
    __match_args__ = ("site", "name", "time_zone", "day_starts_at",)
    type: ClassVar[Literal["site_defined"]]
    def __new__(
        cls,
        *,
        site: str,
        name: Mapping[str, str],
        time_zone: ZoneInfo | str,
        day_starts_at: time | str,
    ) -> Self: ...
    @property
    def site(self) -> str:
        """Its code."""
    @property
    def name(self) -> dict[str, str]:
        """Its name."""
    @property
    def time_zone(self) -> str:
        """Its time zone."""
    @property
    def day_starts_at(self) -> str:
        """When its production day begins."""
    @staticmethod
    def from_json(data: str | bytes, /) -> SiteDefined:
        """From its JSON form, as text or bytes."""

@final
class PolicyChanged(Value):
    """The plant's policy was changed."""
    __match_args__ = ("tenant_id", "policy",)
    type: ClassVar[Literal["policy_changed"]]
    def __new__(
        cls,
        *,
        tenant_id: UUID | str,
        policy: PolicyChange,
    ) -> Self: ...
    @property
    def tenant_id(self) -> UUID:
        """The tenant; nil in a plant without tenants."""
    @property
    def policy(self) -> PolicyChange:
        """What was given."""
    @staticmethod
    def from_json(data: str | bytes, /) -> PolicyChanged:
        """From its JSON form, as text or bytes."""

@final
class FlowCreated(Value):
    """A flow was created."""
    __match_args__ = ("flow_id", "name", "description",)
    type: ClassVar[Literal["flow_created"]]
    def __new__(
        cls,
        *,
        flow_id: UUID | str,
        name: Mapping[str, str],
        description: str | None = None,
    ) -> Self: ...
    @property
    def flow_id(self) -> UUID:
        """The flow."""
    @property
    def name(self) -> dict[str, str]:
        """Its name."""
    @property
    def description(self) -> str | None:
        """What it is for."""
    @staticmethod
    def from_json(data: str | bytes, /) -> FlowCreated:
        """From its JSON form, as text or bytes."""

@final
class VersionDrafted(Value):
    """A version was drafted, with its flow or as a fork."""
    __match_args__ = ("version_id", "flow_id", "number", "graph_sha256", "from_version_id",)
    type: ClassVar[Literal["version_drafted"]]
    def __new__(
        cls,
        *,
        version_id: UUID | str,
        flow_id: UUID | str,
        number: int,
        graph_sha256: str,
        from_version_id: UUID | str | None = None,
    ) -> Self: ...
    @property
    def version_id(self) -> UUID:
        """The version."""
    @property
    def flow_id(self) -> UUID:
        """Its flow."""
    @property
    def number(self) -> int:
        """Its number."""
    @property
    def graph_sha256(self) -> str:
        """The hash of its graph's text."""
    @property
    def from_version_id(self) -> UUID | None:
        """The version it was forked from."""
    @staticmethod
    def from_json(data: str | bytes, /) -> VersionDrafted:
        """From its JSON form, as text or bytes."""

@final
class DraftSaved(Value):
    """A draft's graph was saved."""
    __match_args__ = ("version_id", "graph_sha256",)
    type: ClassVar[Literal["draft_saved"]]
    def __new__(
        cls,
        *,
        version_id: UUID | str,
        graph_sha256: str,
    ) -> Self: ...
    @property
    def version_id(self) -> UUID:
        """The version."""
    @property
    def graph_sha256(self) -> str:
        """The hash of its graph's text."""
    @staticmethod
    def from_json(data: str | bytes, /) -> DraftSaved:
        """From its JSON form, as text or bytes."""

@final
class VersionSubmitted(Value):
    """A draft was submitted for approval."""
    __match_args__ = ("version_id",)
    type: ClassVar[Literal["version_submitted"]]
    def __new__(
        cls,
        *,
        version_id: UUID | str,
    ) -> Self: ...
    @property
    def version_id(self) -> UUID:
        """The version."""
    @staticmethod
    def from_json(data: str | bytes, /) -> VersionSubmitted:
        """From its JSON form, as text or bytes."""

@final
class VersionPublished(Value):
    """A version was approved and is in force."""
    __match_args__ = ("version_id", "flow_id",)
    type: ClassVar[Literal["version_published"]]
    def __new__(
        cls,
        *,
        version_id: UUID | str,
        flow_id: UUID | str,
    ) -> Self: ...
    @property
    def version_id(self) -> UUID:
        """The version."""
    @property
    def flow_id(self) -> UUID:
        """Its flow."""
    @staticmethod
    def from_json(data: str | bytes, /) -> VersionPublished:
        """From its JSON form, as text or bytes."""

@final
class VersionRejected(Value):
    """A version went back to its author."""
    __match_args__ = ("version_id", "reason",)
    type: ClassVar[Literal["version_rejected"]]
    def __new__(
        cls,
        *,
        version_id: UUID | str,
        reason: str,
    ) -> Self: ...
    @property
    def version_id(self) -> UUID:
        """The version."""
    @property
    def reason(self) -> str:
        """Why."""
    @staticmethod
    def from_json(data: str | bytes, /) -> VersionRejected:
        """From its JSON form, as text or bytes."""

@final
class VersionDeprecated(Value):
    """A version is no longer in force."""
    __match_args__ = ("version_id", "flow_id", "replaced_by",)
    type: ClassVar[Literal["version_deprecated"]]
    def __new__(
        cls,
        *,
        version_id: UUID | str,
        flow_id: UUID | str,
        replaced_by: UUID | str | None = None,
    ) -> Self: ...
    @property
    def version_id(self) -> UUID:
        """The version."""
    @property
    def flow_id(self) -> UUID:
        """Its flow."""
    @property
    def replaced_by(self) -> UUID | None:
        """The version that took its place, if one did."""
    @staticmethod
    def from_json(data: str | bytes, /) -> VersionDeprecated:
        """From its JSON form, as text or bytes."""

@final
class DraftDiscarded(Value):
    """A draft was removed."""
    __match_args__ = ("version_id", "flow_id",)
    type: ClassVar[Literal["draft_discarded"]]
    def __new__(
        cls,
        *,
        version_id: UUID | str,
        flow_id: UUID | str,
    ) -> Self: ...
    @property
    def version_id(self) -> UUID:
        """The version."""
    @property
    def flow_id(self) -> UUID:
        """Its flow."""
    @staticmethod
    def from_json(data: str | bytes, /) -> DraftDiscarded:
        """From its JSON form, as text or bytes."""

@final
class RunCreated(Value):
    """A run was created."""
    __match_args__ = ("run_id", "code", "flow_id", "version_id", "site", "daily_target_kg",)
    type: ClassVar[Literal["run_created"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
        code: str,
        flow_id: UUID | str,
        version_id: UUID | str,
        site: str,
        daily_target_kg: Decimal | int | str | None = None,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @property
    def code(self) -> str:
        """Its code."""
    @property
    def flow_id(self) -> UUID:
        """The flow of its version."""
    @property
    def version_id(self) -> UUID:
        """The version it is pinned to."""
    @property
    def site(self) -> str:
        """Its site."""
    @property
    def daily_target_kg(self) -> Decimal | None:
        """What the day shall bring."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunCreated:
        """From its JSON form, as text or bytes."""

@final
class RunStarted(Value):
    """A run was started."""
    __match_args__ = ("run_id",)
    type: ClassVar[Literal["run_started"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunStarted:
        """From its JSON form, as text or bytes."""

@final
class RunAdvanced(Value):
    """A run went on to its next step."""
    __match_args__ = ("run_id", "from_step", "to_step", "notes",)
    type: ClassVar[Literal["run_advanced"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
        from_step: int,
        to_step: int,
        notes: str | None = None,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @property
    def from_step(self) -> int:
        """The step completed."""
    @property
    def to_step(self) -> int:
        """The step begun."""
    @property
    def notes(self) -> str | None:
        """What was noted about the step completed."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunAdvanced:
        """From its JSON form, as text or bytes."""

@final
class RunRolledBack(Value):
    """A run went back a step."""
    __match_args__ = ("run_id", "from_step", "to_step", "reason",)
    type: ClassVar[Literal["run_rolled_back"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
        from_step: int,
        to_step: int,
        reason: str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @property
    def from_step(self) -> int:
        """The step left."""
    @property
    def to_step(self) -> int:
        """The step begun anew."""
    @property
    def reason(self) -> str:
        """Why."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunRolledBack:
        """From its JSON form, as text or bytes."""

@final
class RunHeld(Value):
    """A run was stopped."""
    __match_args__ = ("run_id", "reason",)
    type: ClassVar[Literal["run_held"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
        reason: str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @property
    def reason(self) -> str:
        """Why."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunHeld:
        """From its JSON form, as text or bytes."""

@final
class RunResumed(Value):
    """A run goes on."""
    __match_args__ = ("run_id", "resolution",)
    type: ClassVar[Literal["run_resumed"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
        resolution: str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @property
    def resolution(self) -> str:
        """How the reason was resolved."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunResumed:
        """From its JSON form, as text or bytes."""

@final
class RunCompleted(Value):
    """A run ended as planned."""
    __match_args__ = ("run_id",)
    type: ClassVar[Literal["run_completed"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunCompleted:
        """From its JSON form, as text or bytes."""

@final
class RunAborted(Value):
    """A run ended early."""
    __match_args__ = ("run_id", "reason",)
    type: ClassVar[Literal["run_aborted"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
        reason: str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @property
    def reason(self) -> str:
        """Why."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunAborted:
        """From its JSON form, as text or bytes."""

@final
class RunArchived(Value):
    """A run was put away."""
    __match_args__ = ("run_id",)
    type: ClassVar[Literal["run_archived"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @staticmethod
    def from_json(data: str | bytes, /) -> RunArchived:
        """From its JSON form, as text or bytes."""

@final
class LotCreated(Value):
    """A lot's label exists."""
    __match_args__ = ("lot_id", "code", "lot_type", "storage", "species", "site", "weight_kg", "pieces", "production_day", "best_before", "supplier", "temperature_c", "metadata",)
    type: ClassVar[Literal["lot_created"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        code: str,
        lot_type: LotType,
        storage: Storage,
        species: Species | None = None,
        site: str,
        weight_kg: Decimal | int | str,
        pieces: int | None = None,
        production_day: date,
        best_before: date | None = None,
        supplier: Supplier | None = None,
        temperature_c: Decimal | int | str | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def code(self) -> str:
        """Its code."""
    @property
    def lot_type(self) -> LotType:
        """What it is."""
    @property
    def storage(self) -> Storage:
        """How it is kept."""
    @property
    def species(self) -> Species | None:
        """The animal it comes from."""
    @property
    def site(self) -> str:
        """Its site."""
    @property
    def weight_kg(self) -> Decimal:
        """The whole of it."""
    @property
    def pieces(self) -> int | None:
        """How many pieces it counts."""
    @property
    def production_day(self) -> date:
        """The day it was made."""
    @property
    def best_before(self) -> date | None:
        """The last day it may be used."""
    @property
    def supplier(self) -> Supplier | None:
        """Who delivered it."""
    @property
    def temperature_c(self) -> Decimal | None:
        """The temperature on the delivery's note."""
    @property
    def metadata(self) -> dict[str, Any] | None:
        """The host's own facts: the text of a JSON object."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LotCreated:
        """From its JSON form, as text or bytes."""

@final
class LotRegistered(Value):
    """A lot's goods are here."""
    __match_args__ = ("lot_id", "run_id",)
    type: ClassVar[Literal["lot_registered"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        run_id: UUID | str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def run_id(self) -> UUID:
        """The run that received it."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LotRegistered:
        """From its JSON form, as text or bytes."""

@final
class LotsTransformed(Value):
    """Lots were made out of lots."""
    __match_args__ = ("run_id", "step", "inputs", "outputs", "links", "losses",)
    type: ClassVar[Literal["lots_transformed"]]
    def __new__(
        cls,
        *,
        run_id: UUID | str,
        step: int,
        inputs: Iterable[TransformInput],
        outputs: Iterable[TransformOutput],
        links: Iterable[Link],
        losses: Iterable[TransformLoss],
    ) -> Self: ...
    @property
    def run_id(self) -> UUID:
        """The run."""
    @property
    def step(self) -> int:
        """The step of the outputs."""
    @property
    def inputs(self) -> Sequence[TransformInput]:
        """What was used of which lot, losses included."""
    @property
    def outputs(self) -> Sequence[TransformOutput]:
        """The lots made."""
    @property
    def links(self) -> Sequence[Link]:
        """The kilograms of each parent in each child."""
    @property
    def losses(self) -> Sequence[TransformLoss]:
        """What was lost of the inputs' kilograms."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LotsTransformed:
        """From its JSON form, as text or bytes."""

@final
class LotConsumed(Value):
    """Nothing is left of a lot."""
    __match_args__ = ("lot_id",)
    type: ClassVar[Literal["lot_consumed"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LotConsumed:
        """From its JSON form, as text or bytes."""

@final
class LotWrittenOff(Value):
    """Kilograms of a lot went into no child."""
    __match_args__ = ("lot_id", "kind", "quantity_kg", "reason", "document",)
    type: ClassVar[Literal["lot_written_off"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        kind: LossKind,
        quantity_kg: Decimal | int | str,
        reason: str,
        document: str | None = None,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def kind(self) -> LossKind:
        """What became of them."""
    @property
    def quantity_kg(self) -> Decimal:
        """How many."""
    @property
    def reason(self) -> str:
        """Why."""
    @property
    def document(self) -> str | None:
        """The document that proves it."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LotWrittenOff:
        """From its JSON form, as text or bytes."""

@final
class LotDispatched(Value):
    """Kilograms of a lot left to a consignee."""
    __match_args__ = ("lot_id", "quantity_kg", "consignee", "vehicle",)
    type: ClassVar[Literal["lot_dispatched"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        quantity_kg: Decimal | int | str,
        consignee: Consignee,
        vehicle: str | None = None,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def quantity_kg(self) -> Decimal:
        """How many."""
    @property
    def consignee(self) -> Consignee:
        """To whom."""
    @property
    def vehicle(self) -> str | None:
        """On what."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LotDispatched:
        """From its JSON form, as text or bytes."""

@final
class LotFinished(Value):
    """A consumed lot, and all that came of it, is done with."""
    __match_args__ = ("lot_id",)
    type: ClassVar[Literal["lot_finished"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LotFinished:
        """From its JSON form, as text or bytes."""

@final
class LotVoided(Value):
    """A label was made by mistake."""
    __match_args__ = ("lot_id", "reason",)
    type: ClassVar[Literal["lot_voided"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        reason: str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def reason(self) -> str:
        """Why."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LotVoided:
        """From its JSON form, as text or bytes."""

@final
class InspectionRecorded(Value):
    """An inspection was made."""
    __match_args__ = ("inspection_id", "lot_id", "run_id", "step", "gates", "inspection_type", "decision", "notes", "checklist", "readings", "signature",)
    type: ClassVar[Literal["inspection_recorded"]]
    def __new__(
        cls,
        *,
        inspection_id: UUID | str,
        lot_id: UUID | str,
        run_id: UUID | str | None = None,
        step: int,
        gates: Iterable[str],
        inspection_type: str,
        decision: Decision,
        notes: str | None = None,
        checklist: Iterable[ChecklistAnswer],
        readings: Iterable[UUID | str],
        signature: Signature | None = None,
    ) -> Self: ...
    @property
    def inspection_id(self) -> UUID:
        """The inspection."""
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def run_id(self) -> UUID | None:
        """The lot's run."""
    @property
    def step(self) -> int:
        """The step it was made at."""
    @property
    def gates(self) -> tuple[str, ...]:
        """The numbers of that step's gates."""
    @property
    def inspection_type(self) -> str:
        """What sort of inspection it was."""
    @property
    def decision(self) -> Decision:
        """What was decided."""
    @property
    def notes(self) -> str | None:
        """The inspector's words."""
    @property
    def checklist(self) -> Sequence[ChecklistAnswer]:
        """The answers given."""
    @property
    def readings(self) -> tuple[UUID, ...]:
        """The readings taken with it."""
    @property
    def signature(self) -> Signature | None:
        """Who signed it."""
    @staticmethod
    def from_json(data: str | bytes, /) -> InspectionRecorded:
        """From its JSON form, as text or bytes."""

@final
class LotReleased(Value):
    """A lot is free to be used."""
    __match_args__ = ("lot_id", "inspection_id",)
    type: ClassVar[Literal["lot_released"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        inspection_id: UUID | str | None = None,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def inspection_id(self) -> UUID | None:
        """The inspection that released it; none at the end of its last hold."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LotReleased:
        """From its JSON form, as text or bytes."""

@final
class LotRejected(Value):
    """A lot is unfit."""
    __match_args__ = ("lot_id", "inspection_id", "reason",)
    type: ClassVar[Literal["lot_rejected"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        inspection_id: UUID | str | None = None,
        reason: str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def inspection_id(self) -> UUID | None:
        """The inspection that rejected it; none when a manager confirmed it."""
    @property
    def reason(self) -> str:
        """Why."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LotRejected:
        """From its JSON form, as text or bytes."""

@final
class LotHeld(Value):
    """A hold was opened on a lot."""
    __match_args__ = ("lot_id", "hold_id", "cause", "cause_id", "reason", "deviation_id",)
    type: ClassVar[Literal["lot_held"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        hold_id: UUID | str,
        cause: HoldCause,
        cause_id: UUID | str,
        reason: str | None = None,
        deviation_id: UUID | str | None = None,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def hold_id(self) -> UUID:
        """The hold."""
    @property
    def cause(self) -> HoldCause:
        """Why."""
    @property
    def cause_id(self) -> UUID:
        """The inspection, the reading, else the command's key."""
    @property
    def reason(self) -> str | None:
        """In words."""
    @property
    def deviation_id(self) -> UUID | None:
        """The deviation behind it."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LotHeld:
        """From its JSON form, as text or bytes."""

@final
class HoldResolved(Value):
    """A hold of a lot ended."""
    __match_args__ = ("lot_id", "hold_id", "resolution",)
    type: ClassVar[Literal["hold_resolved"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
        hold_id: UUID | str,
        resolution: str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def hold_id(self) -> UUID:
        """The hold."""
    @property
    def resolution(self) -> str:
        """How."""
    @staticmethod
    def from_json(data: str | bytes, /) -> HoldResolved:
        """From its JSON form, as text or bytes."""

@final
class LotRequarantined(Value):
    """A lot waits for its inspection again."""
    __match_args__ = ("lot_id",)
    type: ClassVar[Literal["lot_requarantined"]]
    def __new__(
        cls,
        *,
        lot_id: UUID | str,
    ) -> Self: ...
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @staticmethod
    def from_json(data: str | bytes, /) -> LotRequarantined:
        """From its JSON form, as text or bytes."""

@final
class ReadingRecorded(Value):
    """A temperature was measured."""
    __match_args__ = ("reading_id", "lot_id", "buffer_id", "kind", "temperature_c", "limit", "violation", "deviation_id", "badge", "taken_at", "instrument",)
    type: ClassVar[Literal["reading_recorded"]]
    def __new__(
        cls,
        *,
        reading_id: UUID | str,
        lot_id: UUID | str | None = None,
        buffer_id: UUID | str | None = None,
        kind: ReadingKind,
        temperature_c: Decimal | int | str,
        limit: Range | None = None,
        violation: bool,
        deviation_id: UUID | str | None = None,
        badge: Badge | None = None,
        taken_at: datetime,
        instrument: str | None = None,
    ) -> Self: ...
    @property
    def reading_id(self) -> UUID:
        """The reading."""
    @property
    def lot_id(self) -> UUID | None:
        """The lot it is about."""
    @property
    def buffer_id(self) -> UUID | None:
        """The buffer it is about."""
    @property
    def kind(self) -> ReadingKind:
        """Where the probe was."""
    @property
    def temperature_c(self) -> Decimal:
        """What it showed."""
    @property
    def limit(self) -> Range | None:
        """What it was judged by."""
    @property
    def violation(self) -> bool:
        """Whether it was outside."""
    @property
    def deviation_id(self) -> UUID | None:
        """The deviation it opens or joins."""
    @property
    def badge(self) -> Badge | None:
        """How it looks at a glance."""
    @property
    def taken_at(self) -> datetime:
        """When it was taken."""
    @property
    def instrument(self) -> str | None:
        """The instrument."""
    @staticmethod
    def from_json(data: str | bytes, /) -> ReadingRecorded:
        """From its JSON form, as text or bytes."""

@final
class DeviationOpened(Value):
    """Something was not as it should be."""
    __match_args__ = ("deviation_id", "cause", "kind", "lot_id", "buffer_id",)
    type: ClassVar[Literal["deviation_opened"]]
    def __new__(
        cls,
        *,
        deviation_id: UUID | str,
        cause: DeviationCause,
        kind: ReadingKind | None = None,
        lot_id: UUID | str | None = None,
        buffer_id: UUID | str | None = None,
    ) -> Self: ...
    @property
    def deviation_id(self) -> UUID:
        """The deviation."""
    @property
    def cause(self) -> DeviationCause:
        """What opened it."""
    @property
    def kind(self) -> ReadingKind | None:
        """The kind of reading, where one opened it."""
    @property
    def lot_id(self) -> UUID | None:
        """The lot it is about."""
    @property
    def buffer_id(self) -> UUID | None:
        """The buffer it is about."""
    @staticmethod
    def from_json(data: str | bytes, /) -> DeviationOpened:
        """From its JSON form, as text or bytes."""

@final
class CorrectiveActionRecorded(Value):
    """Something was done about a deviation."""
    __match_args__ = ("deviation_id", "action", "verified_by",)
    type: ClassVar[Literal["corrective_action_recorded"]]
    def __new__(
        cls,
        *,
        deviation_id: UUID | str,
        action: str,
        verified_by: UUID | str | None = None,
    ) -> Self: ...
    @property
    def deviation_id(self) -> UUID:
        """The deviation."""
    @property
    def action(self) -> str:
        """What was done."""
    @property
    def verified_by(self) -> UUID | None:
        """Who verified it."""
    @staticmethod
    def from_json(data: str | bytes, /) -> CorrectiveActionRecorded:
        """From its JSON form, as text or bytes."""

@final
class DeviationClosed(Value):
    """A deviation needs no further action."""
    __match_args__ = ("deviation_id",)
    type: ClassVar[Literal["deviation_closed"]]
    def __new__(
        cls,
        *,
        deviation_id: UUID | str,
    ) -> Self: ...
    @property
    def deviation_id(self) -> UUID:
        """The deviation."""
    @staticmethod
    def from_json(data: str | bytes, /) -> DeviationClosed:
        """From its JSON form, as text or bytes."""

@final
class BufferCreated(Value):
    """A buffer was created."""
    __match_args__ = ("buffer_id", "code", "buffer_type", "site", "accepts", "capacity_kg", "temp_min_c", "temp_max_c",)
    type: ClassVar[Literal["buffer_created"]]
    def __new__(
        cls,
        *,
        buffer_id: UUID | str,
        code: str,
        buffer_type: str,
        site: str,
        accepts: Iterable[LotType],
        capacity_kg: Decimal | int | str,
        temp_min_c: Decimal | int | str | None = None,
        temp_max_c: Decimal | int | str,
    ) -> Self: ...
    @property
    def buffer_id(self) -> UUID:
        """The buffer."""
    @property
    def code(self) -> str:
        """Its code; unique within its site."""
    @property
    def buffer_type(self) -> str:
        """What sort of buffer it is."""
    @property
    def site(self) -> str:
        """Its site."""
    @property
    def accepts(self) -> Sequence[LotType]:
        """The lot types it accepts."""
    @property
    def capacity_kg(self) -> Decimal:
        """What it should hold at most."""
    @property
    def temp_min_c(self) -> Decimal | None:
        """The lower end of its range."""
    @property
    def temp_max_c(self) -> Decimal:
        """The upper end of its range."""
    @staticmethod
    def from_json(data: str | bytes, /) -> BufferCreated:
        """From its JSON form, as text or bytes."""

@final
class BufferUpdated(Value):
    """A buffer was changed."""
    __match_args__ = ("buffer_id", "code", "capacity_kg", "temp_min_c", "temp_max_c", "active",)
    type: ClassVar[Literal["buffer_updated"]]
    def __new__(
        cls,
        *,
        buffer_id: UUID | str,
        code: str | None = None,
        capacity_kg: Decimal | int | str | None = None,
        temp_min_c: Decimal | int | str | None = None,
        temp_max_c: Decimal | int | str | None = None,
        active: bool | None = None,
    ) -> Self: ...
    @property
    def buffer_id(self) -> UUID:
        """The buffer."""
    @property
    def code(self) -> str | None:
        """Its code."""
    @property
    def capacity_kg(self) -> Decimal | None:
        """What it should hold at most."""
    @property
    def temp_min_c(self) -> Decimal | None:
        """The lower end of its range."""
    @property
    def temp_max_c(self) -> Decimal | None:
        """The upper end of its range."""
    @property
    def active(self) -> bool | None:
        """Whether goods may enter."""
    @staticmethod
    def from_json(data: str | bytes, /) -> BufferUpdated:
        """From its JSON form, as text or bytes."""

@final
class BufferHeld(Value):
    """A buffer was stopped by a reading."""
    __match_args__ = ("buffer_id", "reading_id", "deviation_id",)
    type: ClassVar[Literal["buffer_held"]]
    def __new__(
        cls,
        *,
        buffer_id: UUID | str,
        reading_id: UUID | str,
        deviation_id: UUID | str,
    ) -> Self: ...
    @property
    def buffer_id(self) -> UUID:
        """The buffer."""
    @property
    def reading_id(self) -> UUID:
        """The reading outside its range."""
    @property
    def deviation_id(self) -> UUID:
        """The deviation that reading opened or joined."""
    @staticmethod
    def from_json(data: str | bytes, /) -> BufferHeld:
        """From its JSON form, as text or bytes."""

@final
class BufferHoldLifted(Value):
    """A buffer is open again."""
    __match_args__ = ("buffer_id", "resolution",)
    type: ClassVar[Literal["buffer_hold_lifted"]]
    def __new__(
        cls,
        *,
        buffer_id: UUID | str,
        resolution: str,
    ) -> Self: ...
    @property
    def buffer_id(self) -> UUID:
        """The buffer."""
    @property
    def resolution(self) -> str:
        """The manager's words."""
    @staticmethod
    def from_json(data: str | bytes, /) -> BufferHoldLifted:
        """From its JSON form, as text or bytes."""

@final
class StockMoved(Value):
    """Kilograms entered or left a buffer."""
    __match_args__ = ("move_id", "kind", "lot_id", "from_buffer_id", "to_buffer_id", "quantity_kg", "consignee", "cause",)
    type: ClassVar[Literal["stock_moved"]]
    def __new__(
        cls,
        *,
        move_id: UUID | str,
        kind: MoveKind,
        lot_id: UUID | str,
        from_buffer_id: UUID | str | None = None,
        to_buffer_id: UUID | str | None = None,
        quantity_kg: Decimal | int | str,
        consignee: Consignee | None = None,
        cause: UUID | str | None = None,
    ) -> Self: ...
    @property
    def move_id(self) -> UUID:
        """The move."""
    @property
    def kind(self) -> MoveKind:
        """Which way."""
    @property
    def lot_id(self) -> UUID:
        """The lot."""
    @property
    def from_buffer_id(self) -> UUID | None:
        """Where they came from; none: the line."""
    @property
    def to_buffer_id(self) -> UUID | None:
        """Where they went; none: the line, or out of the plant."""
    @property
    def quantity_kg(self) -> Decimal:
        """How many."""
    @property
    def consignee(self) -> Consignee | None:
        """To whom, when they were shipped."""
    @property
    def cause(self) -> UUID | None:
        """The event behind it; none for a stock command."""
    @staticmethod
    def from_json(data: str | bytes, /) -> StockMoved:
        """From its JSON form, as text or bytes."""

@final
class CodesLeased(Value):
    """A device leased a block of code numbers."""
    __match_args__ = ("site", "prefix", "day", "first", "count", "device_id",)
    type: ClassVar[Literal["codes_leased"]]
    def __new__(
        cls,
        *,
        site: str,
        prefix: str,
        day: date,
        first: int,
        count: int,
        device_id: UUID | str,
    ) -> Self: ...
    @property
    def site(self) -> str:
        """The site of the codes."""
    @property
    def prefix(self) -> str:
        """Their prefix."""
    @property
    def day(self) -> date:
        """Their day."""
    @property
    def first(self) -> int:
        """The first number."""
    @property
    def count(self) -> int:
        """How many numbers."""
    @property
    def device_id(self) -> UUID:
        """The device."""
    @staticmethod
    def from_json(data: str | bytes, /) -> CodesLeased:
        """From its JSON form, as text or bytes."""

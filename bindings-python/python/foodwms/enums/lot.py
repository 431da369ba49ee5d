# Written from the core's declarations: cargo xtask generate
"""The closed sets of the core's module `lot`."""

from foodwms._enum import Labelled


class HoldCause(Labelled):
    """Why a hold was opened."""

    INSPECTION = "INSPECTION"
    """An inspection decided HOLD."""
    TEMPERATURE = "TEMPERATURE"
    """A reading broke a limit."""
    UPSTREAM = "UPSTREAM"
    """A lot it comes from was held, rejected or found outside a limit."""
    RECALL = "RECALL"
    """A recall."""
    MANUAL = "MANUAL"
    """Somebody saw a reason."""


class LossKind(Labelled):
    """What became of kilograms that went into no child."""

    TRIM = "TRIM"
    """Trimmings."""
    BONE = "BONE"
    """Bones."""
    DRIP = "DRIP"
    """Drip."""
    SAMPLE = "SAMPLE"
    """A sample for the laboratory."""
    SPILL = "SPILL"
    """Spilled."""
    SCALE = "SCALE"
    """A difference of scales."""
    OTHER = "OTHER"
    """Something else."""


class LotStatus(Labelled):
    """The states of a lot (rule book, section 4)."""

    CREATED = "CREATED"
    """A label exists, the goods perhaps not yet."""
    QUARANTINE = "QUARANTINE"
    """The goods are here and wait for their inspection."""
    RELEASED = "RELEASED"
    """Free to be used."""
    HOLD = "HOLD"
    """Stopped by at least one open hold."""
    REJECTED = "REJECTED"
    """Found unfit; final."""
    CONSUMED = "CONSUMED"
    """Used, lost or dispatched to the last gram."""
    FINISHED = "FINISHED"
    """Consumed, and so is all that came of it; final."""


class LotType(Labelled):
    """The lot types of the canonical flow, and those without a size in data of older systems."""

    RAW = "RAW"
    """Raw material."""
    DEB = "DEB"
    """Deboned meat."""
    BULK = "BULK"
    """Meat in the bulk buffer."""
    MIX = "MIX"
    """A mix: seasoned meat of one mixer load."""
    SKW15 = "SKW15"
    """Skewers of 15 kg."""
    SKW30 = "SKW30"
    """Skewers of 30 kg."""
    FRZ15 = "FRZ15"
    """Frozen skewers of 15 kg."""
    FRZ30 = "FRZ30"
    """Frozen skewers of 30 kg."""
    FG15 = "FG15"
    """Packed skewers of 15 kg."""
    FG30 = "FG30"
    """Packed skewers of 30 kg."""
    PAL = "PAL"
    """A pallet of one size."""
    SHIP = "SHIP"
    """A shipment."""
    SKW = "SKW"
    """Skewers of an older system, without a size: readable, never creatable."""
    FRZ = "FRZ"
    """Frozen skewers of an older system, without a size."""
    FG = "FG"
    """Finished goods of an older system, without a size."""


class Sku(Labelled):
    """The kilograms of a rod."""

    _15 = "15"
    """Rods of 15 kg."""
    _30 = "30"
    """Rods of 30 kg."""


class Species(Labelled):
    """The animal a lot comes from."""

    CHICKEN = "CHICKEN"
    """Chicken."""
    TURKEY = "TURKEY"
    """Turkey."""
    BEEF = "BEEF"
    """Beef."""
    LAMB = "LAMB"
    """Lamb."""
    PORK = "PORK"
    """Pork."""
    OTHER = "OTHER"
    """Another one."""


class Storage(Labelled):
    """How a lot is kept."""

    CHILLED = "CHILLED"
    """Chilled."""
    FROZEN = "FROZEN"
    """Frozen."""
    AMBIENT = "AMBIENT"
    """At room temperature."""

"""The conformance suite through the typed Python API, on every store."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import foodwms
import pytest
from conformance.player import Player, read

Open = Callable[[], tuple[Any, foodwms.Clock]]


@pytest.fixture(scope="session")
def opened(store: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """How a script finds a plant of its own, and the clock it reads."""
    clock = foodwms.Clock()
    if store == "memory":

        def fresh() -> tuple[Any, foodwms.Clock]:
            plant = foodwms.blocking.MemoryPlant()
            return plant, plant.clock

        yield fresh
        return
    url = f"sqlite:{tmp_path_factory.mktemp('plant') / 'plant.db'}"
    if store == "postgres":
        url = os.environ["DATABASE_URL"]
    database = foodwms.blocking.connect(url, clock=clock)
    yield lambda: (database.tenant(uuid4()), clock)


def test_script(opened: Open, script: Path) -> None:
    plant, clock = opened()
    Player(plant, clock, read(script)).play()

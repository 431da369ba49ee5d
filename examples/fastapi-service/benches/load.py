"""Load by wrk, and figures in rounds.

wrk's load is closed: a client asks again when it has its answer, so a slow service is asked less.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import statistics
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).with_name("load.lua")
DRAIN_S = 2
"""How long requests under way have to end."""
TIMEOUT_S = 30
Measure = Callable[[], Awaitable["Figures"]]


class BenchError(Exception):
    """A bench that did not do what it says it measures."""


@dataclass(frozen=True)
class Figures:
    """What a turn of load came to."""

    answered: int
    per_second: float
    p50_ms: float
    p99_ms: float


async def run(url: str, clients: int, seconds: int, token: str, *ids: str) -> Figures:
    """Asks for some seconds; with ids to begin lots and keys with, posts lots."""
    wrk = shutil.which("wrk")
    if wrk is None:
        raise BenchError("wrk is not installed")
    length, timeout = f"-d{seconds + DRAIN_S}s", f"--timeout={TIMEOUT_S}s"
    command = [wrk, "-t1", f"-c{clients}", length, timeout, "-s", str(SCRIPT), url, "--"]
    process = await asyncio.create_subprocess_exec(
        *command, str(seconds), token, *ids, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    lines = output.decode().splitlines()
    if process.returncode != 0 or not lines:
        raise BenchError(f"wrk ended with {process.returncode}")
    return _figures(url, json.loads(lines[-1]))


def _figures(url: str, said: dict[str, float]) -> Figures:
    if said["other"]:
        answers = f"{said['other']:.0f} other answers, {said['odd_status']:.0f} the last of them"
        raise BenchError(f"{url}: {answers}")
    if said["broken"] or not said["good"]:
        raise BenchError(f"{url}: {said['broken']:.0f} broken, {said['good']:.0f} good answers")
    rate = said["good"] / said["seconds"]
    return Figures(int(said["good"]), rate, said["p50_ms"], said["p99_ms"])


async def alternate(
    rounds: int, ours: Measure, theirs: Measure
) -> tuple[list[Figures], list[Figures]]:
    """Both in turns, A B B A: what the machine does meanwhile falls on both."""
    found: tuple[list[Figures], list[Figures]] = ([], [])
    for n in range(rounds):
        for side in (0, 1) if n % 2 == 0 else (1, 0):
            found[side].append(await (ours, theirs)[side]())
    return found


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> str:
    """The median of the rounds' ratios, and between what they lay."""
    ratios = [one / other for one, other in zip(ours, theirs, strict=True)]
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"


def row(name: str, ours: Sequence[Figures], theirs: Sequence[Figures]) -> str:
    """A line of a table: rates, latencies, and the ratio of the rates."""

    def medians(side: Sequence[Figures]) -> str:
        middle = statistics.median
        rate = middle(one.per_second for one in side)
        p50, p99 = middle(one.p50_ms for one in side), middle(one.p99_ms for one in side)
        return f"{rate:,.0f} | {p50:.1f} | {p99:.1f}"

    rates = ratio([one.per_second for one in ours], [one.per_second for one in theirs])
    return f"| {name} | {medians(ours)} | {medians(theirs)} | {rates} |"


def head(first: str) -> str:
    """The table's head."""
    columns = f"| {first} | service/s | p50 ms | p99 ms | plain/s | p50 ms | p99 ms | ratio |"
    return f"{columns}\n|---|---:|---:|---:|---:|---:|---:|---:|"

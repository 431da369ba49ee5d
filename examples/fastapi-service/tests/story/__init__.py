"""A day of a plant, from the drawing of its flow to its report, as requests in their order."""

from story import books, cold, flow, goods, line, morning, trouble
from story.step import Step

__all__ = ["STORY", "Step"]

STORY: list[Step] = [
    *morning.STEPS,
    *flow.STEPS,
    *line.STEPS,
    *goods.STEPS,
    *trouble.STEPS,
    *cold.STEPS,
    *books.STEPS,
]

"""How large a screen is: to lay out a very large one again takes seconds for each window."""

from __future__ import annotations

from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.inpage import script

MOST = 20_000
"""Elements in all frames."""


async def is_too_large(context: BehaviourContext) -> bool:
    """Return whether the screen has more elements than that."""
    count = 0
    for frame in context.root.walk():
        count += await frame.run_or_none(script("page.countElements")) or 0
    return count > MOST

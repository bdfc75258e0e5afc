"""How large a screen is: laying a very large one out anew takes seconds for each window."""

from __future__ import annotations

from a11ycheck.behaviour.interface import BehaviourContext
from a11ycheck.browser.frames import ScriptError

MOST = 20_000
"""Elements in all frames."""


async def too_large(context: BehaviourContext) -> bool:
    """Whether it has more elements than that."""
    count = 0
    for frame in context.root.walk():
        try:
            count += await frame.run("() => document.getElementsByTagName('*').length")
        except ScriptError:
            continue  # a frame that left meanwhile
    return count > MOST

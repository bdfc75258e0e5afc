"""Text with the spacing that readers may ask for: lines, words, letters and paragraphs further apart."""

from __future__ import annotations

from a11ycheck.behaviour.ask import ask
from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.size import too_large
from a11ycheck.behaviour.text_layout import Looks


async def spacing(context: BehaviourContext) -> Observation:
    """Rows of what goes wrong with text under the figures of WCAG 1.4.12: `what`, `text` (texts.js has the words)."""
    if await too_large(context):
        return Observation(bounded="elements")
    looks = Looks(context)
    await looks.first()
    try:
        await _spaced(context, True)
        await looks.again("spaced")
    finally:
        await _spaced(context, False)
        await looks.over()
    return looks.observed()


async def _spaced(context: BehaviourContext, on: bool) -> None:
    for frame in context.root.walk():
        await ask(frame, "spacing", on)

"""Text with the spacing that readers may ask for: lines, words, letters and paragraphs further apart."""

from __future__ import annotations

from a11ycheck.trials.ask import ask
from a11ycheck.trials.interface import Ground, Observed
from a11ycheck.trials.looks import Looks
from a11ycheck.trials.size import too_large


async def spacing(ground: Ground) -> Observed:
    """Rows of what goes wrong with text under the figures of WCAG 1.4.12: `what`, `text` (texts.js has the words)."""
    if await too_large(ground):
        return Observed(bounded="elements")
    looks = Looks(ground)
    await looks.first()
    try:
        await _spaced(ground, True)
        await looks.again("spaced")
    finally:
        await _spaced(ground, False)
        await looks.over()
    return looks.observed()


async def _spaced(ground: Ground, on: bool) -> None:
    for frame in ground.root.walk():
        await ask(frame, "spacing", on)

"""Give text the spacing that readers may ask for: lines, words, letters and paragraphs further apart."""

from __future__ import annotations

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.screen_size import is_too_large
from a11ycheck.behaviour.text_layout import TextLayout
from a11ycheck.inpage import script


async def spacing(context: BehaviourContext) -> Observation:
    """Return what goes wrong with texts under the values of WCAG 1.4.12 (`TextProblem` in types.py)."""
    if await is_too_large(context):
        return Observation(bounded="elements")
    layout = TextLayout(context)
    await layout.look_first()
    try:
        await _set_spacing(context, True)
        await layout.look_again("spaced")
    finally:
        await _set_spacing(context, False)
        await layout.end()
    return layout.observation()


async def _set_spacing(context: BehaviourContext, on: bool) -> None:
    for frame in context.root.walk():
        await frame.run_or_none(script("behaviour/texts/spacing"), on)

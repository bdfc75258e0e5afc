"""Turn the window from landscape to portrait: does the content turn along, or ask to turn the device?"""

from __future__ import annotations

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.outlined_pictures import FrameBox, outlined_picture
from a11ycheck.behaviour.screen_size import is_too_large
from a11ycheck.behaviour.types import TurnedScreen
from a11ycheck.browser.frames import Frame, ScriptError
from a11ycheck.inpage import script
from a11ycheck.model import Evidence

LANDSCAPE = {"width": 800, "height": 400}
PORTRAIT = {"width": 400, "height": 800}


async def orientation(context: BehaviourContext) -> Observation:
    """Return rows by `what`: "turned", "asks" and "lock" (`TurnedScreen` in types.py)."""
    if await is_too_large(context):
        return Observation(bounded="elements")
    size = context.tab.viewport_size
    if not size:
        return Observation()
    rows: dict[str, list[TurnedScreen]] = {}
    pictures: dict[str, Evidence] = {}
    frames = list(context.root.walk())
    for frame in frames:
        rows[frame.id] = await frame.run_or_none(script("behaviour/orientation/locks")) or []
    try:
        await context.tab.set_viewport_size({"width": LANDSCAPE["width"], "height": LANDSCAPE["height"]})
        for frame in frames:
            await frame.run_or_none(script("drawn"))
            await frame.run_or_none(script("behaviour/orientation/turned"), True)
        await context.tab.set_viewport_size({"width": PORTRAIT["width"], "height": PORTRAIT["height"]})
        for frame in frames:
            await frame.run_or_none(script("drawn"))
            for row in await frame.run_or_none(script("behaviour/orientation/turned"), False) or []:
                lines = row.pop("lines")
                wanted = context.pictures and not pictures and row.get("where") != "before"
                if wanted and (picture := await _picture(context, frame, lines)):
                    row["picture"] = f"standing {frame.id} {row['mark']}"
                    pictures[row["picture"]] = picture
                rows[frame.id].append(row)
    finally:
        await context.tab.set_viewport_size(size)
        for frame in frames:
            await frame.run_or_none(script("drawn"))
    return Observation(rows, "" if context.left else "time", pictures)


async def _picture(context: BehaviourContext, frame: Frame, lines: list[FrameBox]) -> Evidence | None:
    try:
        return await outlined_picture(context.frames, frame, lines)
    except (PlaywrightError, ScriptError, KeyError, IndexError):
        return None  # it is reported without a picture

"""The window of a phone that lies, and of one that stands: whether the screen stays as it was or asks to be turned."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.behaviour.ask import ask
from a11ycheck.behaviour.interface import BehaviourContext, Observation
from a11ycheck.behaviour.marked_pictures import marked
from a11ycheck.behaviour.size import too_large
from a11ycheck.browser.frames import ScriptError
from a11ycheck.model import Evidence

LYING = {"width": 800, "height": 400}
STANDING = {"width": 400, "height": 800}


async def orientation(context: BehaviourContext) -> Observation:
    """Rows: `what` ("turned", "asks", "lock"), `text`."""
    if await too_large(context):
        return Observation(bounded="elements")
    size = context.tab.viewport_size
    if not size:
        return Observation()
    rows: dict[str, list[dict[str, Any]]] = {}
    pictures: dict[str, Evidence] = {}
    frames = list(context.root.walk())
    for frame in frames:
        rows[frame.id] = await ask(frame, "turn_locks") or []
    try:
        await context.tab.set_viewport_size({"width": LYING["width"], "height": LYING["height"]})
        for frame in frames:
            await ask(frame, "drawn")
            await ask(frame, "turned", True)
        await context.tab.set_viewport_size({"width": STANDING["width"], "height": STANDING["height"]})
        for frame in frames:
            await ask(frame, "drawn")
            for row in await ask(frame, "turned", False) or []:
                lines = row.pop("lines")
                if context.pictures and not pictures and row.get("where") != "before":
                    try:
                        picture = await marked(context.frames, frame, lines)
                    except (PlaywrightError, ScriptError, KeyError, IndexError):
                        picture = None  # it is said without a picture
                    if picture:
                        row["picture"] = f"standing {frame.id} {row['mark']}"
                        pictures[row["picture"]] = picture
                rows[frame.id].append(row)
    finally:
        await context.tab.set_viewport_size(size)
        for frame in frames:
            await ask(frame, "drawn")
    return Observation(rows, "" if context.left else "time", pictures)

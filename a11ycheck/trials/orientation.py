"""The window of a phone that lies, and of one that stands: whether the screen stays as it was or asks to be turned."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Error as PlaywrightError

from a11ycheck.frames import ScriptError
from a11ycheck.model import Evidence
from a11ycheck.trials.ask import ask
from a11ycheck.trials.interface import Ground, Observed
from a11ycheck.trials.marking import marked
from a11ycheck.trials.size import too_large

LYING = {"width": 800, "height": 400}
STANDING = {"width": 400, "height": 800}


async def orientation(ground: Ground) -> Observed:
    """Rows: `what` ("turned", "asks", "lock"), `text`."""
    if await too_large(ground):
        return Observed(bounded="elements")
    size = ground.tab.viewport_size
    if not size:
        return Observed()
    rows: dict[str, list[dict[str, Any]]] = {}
    pictures: dict[str, Evidence] = {}
    frames = list(ground.root.walk())
    for frame in frames:
        rows[frame.id] = await ask(frame, "turn_locks") or []
    try:
        await ground.tab.set_viewport_size({"width": LYING["width"], "height": LYING["height"]})
        for frame in frames:
            await ask(frame, "drawn")
            await ask(frame, "turned", True)
        await ground.tab.set_viewport_size({"width": STANDING["width"], "height": STANDING["height"]})
        for frame in frames:
            await ask(frame, "drawn")
            for row in await ask(frame, "turned", False) or []:
                lines = row.pop("lines")
                if ground.pictures and not pictures and row.get("where") != "before":
                    try:
                        picture = await marked(ground.frames, frame, lines)
                    except (PlaywrightError, ScriptError, KeyError, IndexError):
                        picture = None  # it is said without a picture
                    if picture:
                        row["picture"] = f"standing {frame.id} {row['mark']}"
                        pictures[row["picture"]] = picture
                rows[frame.id].append(row)
    finally:
        await ground.tab.set_viewport_size(size)
        for frame in frames:
            await ask(frame, "drawn")
    return Observed(rows, "" if ground.left else "time", pictures)
